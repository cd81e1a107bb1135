"""The web addresses that exist with HOSTING=accounts only."""

from django.urls import path

from game.web.accounts.login import login, logout
from game.web.accounts.owning import delete, manage, remove, workshops

urlpatterns = [
    path("login/", login, name="login"),
    path("logout/", logout, name="logout"),
    path("workshops/", workshops, name="workshops"),
    path("workshops/<key:workshop>/", manage, name="manage"),
    path("workshops/<key:workshop>/remove/", remove, name="remove_facilitator"),
    path("workshops/<key:workshop>/delete/", delete, name="delete_workshop"),
]
