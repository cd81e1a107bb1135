"""The web addresses of HOSTING=accounts: those of the game, logging in, and Django's admin."""

from django.contrib import admin
from django.urls import include, path

from config.urls import handler400, handler403, handler404, handler500
from config.urls import urlpatterns as game_patterns
from game.web.accounts.login import login, logout

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    # Before the admin's own: one way in, which is throttled, and one way out, which takes the device's rights along.
    path("admin/login/", login),
    path("admin/logout/", logout),
    path("admin/", admin.site.urls),
    path("", include("game.web.accounts.urls")),
    *game_patterns,
]
