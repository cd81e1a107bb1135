"""The game's web addresses."""

from django.urls import path, re_path

from game.web.health import healthz
from game.web.home import home
from game.web.join import join
from game.web.language import language
from game.web.player import play
from game.web.privacy import privacy
from game.web.qr import qr

urlpatterns = [
    path("", home, name="home"),
    path("j/<str:code>/", join, name="join"),
    path("j/<str:code>/<int:table>/", join, name="join"),
    path("play/<int:workshop>/", play, name="play"),
    re_path(r"^qr/(?P<code>\d{6})\.svg$", qr, name="qr"),
    path("language/", language, name="language"),
    path("privacy/", privacy, name="privacy"),
    path("healthz", healthz, name="healthz"),
]
