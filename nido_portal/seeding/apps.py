from django.apps import AppConfig


class SeedingConfig(AppConfig):
    name = "nido_portal.seeding"
    label = "seeding"
