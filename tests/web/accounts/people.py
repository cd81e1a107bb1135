"""Facilitators with an account, and their browsers."""

from django.contrib.auth.models import User
from django.test import Client

from game.models import Workshop
from tests.web.facilitator.test_workshops import filled_in
from tests.web.rooms import browser

PASSWORD = "goed-Geheim-1"
ADMIN_FILES = "contrib/admin/static"


def account(email: str, **more: bool) -> User:
    return User.objects.create_user(email, email, PASSWORD, **more)


def logged_in(user: User, language: str = "nl", following: str = "") -> Client:
    client = browser(language)
    answer = client.post("/login/", {"email": user.email, "password": PASSWORD, "next": following})
    assert (answer.status_code, answer["Location"]) == (302, following or "/workshops/")
    return client


def started(client: Client, **changes: str) -> Workshop:
    answer = client.post("/new/", filled_in(**changes))
    assert answer.status_code == 302
    return Workshop.objects.latest("pk")


def text(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()
