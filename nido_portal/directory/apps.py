from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "nido_portal.directory"
    label = "directory"
