"""The one module that reads the environment. `.env.example` explains every variable."""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent.parent

_read = environ.FileAwareEnv()
environ.FileAwareEnv.read_env(BASE_DIR / ".env")

DATA_DIR: Path = Path(_read.str("DATA_DIR", default=str(BASE_DIR / "var")))
DATABASE: dict = _read.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'portal.sqlite3'}")
DATABASE_POOL: bool = _read.bool("DATABASE_POOL", default=True)
CACHE: dict = _read.cache_url("CACHE_URL", default="locmemcache://")
EMAIL: dict = _read.email_url("EMAIL_URL", default="consolemail://")
EMAIL_FROM: str = _read.str("EMAIL_FROM", default="nido@localhost")
CONTACT_EMAIL: str = _read.str("CONTACT_EMAIL", default="")
BASE_URL: str = _read.str("BASE_URL", default="http://127.0.0.1:8000").rstrip("/")
ALLOWED_HOSTS: list[str] = _read.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
MEDIA_ROOT: Path = Path(_read.str("MEDIA_ROOT", default=str(DATA_DIR / "media")))
STATIC_ROOT: Path = Path(_read.str("STATIC_ROOT", default=str(DATA_DIR / "static")))
SECURITY_CONTACT: str = _read.str("SECURITY_CONTACT", default="")
BEHIND_PROXY: bool = _read.bool("BEHIND_PROXY", default=False)
API_REQUESTS_PER_MINUTE: int = _read.int("API_REQUESTS_PER_MINUTE", default=120)
LOG_LEVEL: str = _read.str("LOG_LEVEL", default="INFO")
VERSION: str = _read.str("VERSION", default="development")


def secret_key() -> str:
    """Return the key that signs forms and logins.

    Raises:
        ImproperlyConfigured: there is no key, or it is too short to be one.
    """
    key: str = _read.str("SECRET_KEY", default="").strip()
    if len(key) < 50:
        raise ImproperlyConfigured(
            "SECRET_KEY is missing or shorter than 50 characters. Make one with: "
            "python -c 'import secrets; print(secrets.token_urlsafe(50))'"
        )
    return key
