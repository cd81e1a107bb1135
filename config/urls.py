"""The web addresses: all of them are the game's."""

from django.urls import include, path

urlpatterns = [path("", include("game.web.urls"))]
