"""Settings for a developer's machine: readable errors, no hashed files, a key that protects nothing."""

from .base import *  # noqa: F403 -- a settings module is its base and what differs

DEBUG = True
SECRET_KEY = "only-for-development-" + "0" * 40
ALLOWED_HOSTS = ["*"]
