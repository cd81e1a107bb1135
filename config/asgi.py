"""The entry for servers: what is counted, the gate and who reaches it, static files, sockets, or Django."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup(set_prefix=False)  # first: the imports below need the apps to be ready

from game.live.door import Door
from game.live.gate import Gate
from game.live.metrics_page import Metrics
from game.live.pages import Pages
from game.live.reach import reach
from game.live.routing import websocket_application
from game.live.static import StaticFiles

door = Door(Pages())
application = Metrics(
    Gate(http=reach.http(StaticFiles(door)), websocket=reach.websocket(websocket_application)), door
)
