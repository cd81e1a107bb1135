"""The game's web addresses."""

from django.urls import path

from game.web.health import healthz

urlpatterns = [path("healthz", healthz, name="healthz")]
