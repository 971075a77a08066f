from django.apps import AppConfig


class MediaLibraryConfig(AppConfig):
    name = "nido_portal.media_library"
    label = "media_library"
