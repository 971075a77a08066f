from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "nido_portal.accounts"
    label = "accounts"
