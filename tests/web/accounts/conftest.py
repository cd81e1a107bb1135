"""A server where facilitators have accounts, and two of them."""

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache

from config.settings import BASE_DIR
from tests.web.accounts.people import ADMIN_FILES, account


@pytest.fixture(autouse=True)
def _accounts(settings):
    """Be a server with HOSTING=accounts."""
    import django

    cache.clear()
    settings.HOSTING = "accounts"
    settings.ROOT_URLCONF = "config.account_urls"
    settings.STATICFILES_DIRS = [BASE_DIR / "static", f"{django.__path__[0]}/{ADMIN_FILES}"]
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def jan() -> User:
    return account("jan@stad.example")


@pytest.fixture
def els() -> User:
    return account("els@stad.example")
