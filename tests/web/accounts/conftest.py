"""A server where facilitators have accounts, and two of them."""

import pytest
from django.contrib.auth.models import User

from config.settings import BASE_DIR
from tests.web.accounts.people import ADMIN_FILES, account


@pytest.fixture(autouse=True)
def _accounts(settings):
    """Be a server with HOSTING=accounts."""
    import django

    settings.HOSTING = "accounts"
    settings.ROOT_URLCONF = "config.account_urls"
    settings.STATICFILES_DIRS = [BASE_DIR / "static", f"{django.__path__[0]}/{ADMIN_FILES}"]


@pytest.fixture
def jan() -> User:
    return account("jan@stad.example")


@pytest.fixture
def els() -> User:
    return account("els@stad.example")
