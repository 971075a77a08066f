"""Settings for the tests: production's behaviour with quick passwords and mail kept in memory."""

from .base import *  # noqa: F403 -- a settings module is its base and what differs

SECRET_KEY = "only-for-tests-" + "0" * 50
ALLOWED_HOSTS = ["*"]
BASE_URL = "http://testserver"
WAGTAILADMIN_BASE_URL = BASE_URL
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CONTACT_EMAIL = "nido@example.org"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
API_REQUESTS_PER_MINUTE = 100_000
