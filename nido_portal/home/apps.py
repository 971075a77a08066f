from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "nido_portal.home"
    label = "home"
