"""The entry for servers: what is counted, the gate and who reaches it, static files, sockets, or Django."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from django.core.asgi import get_asgi_application

django_application = get_asgi_application()  # first: the imports below need the apps to be ready

from game.live.door import Door
from game.live.gate import Gate
from game.live.metrics_page import Metrics
from game.live.reach import reach
from game.live.routing import websocket_application
from game.live.static import StaticFiles

door = Door(django_application)
application = Metrics(
    Gate(http=reach.http(StaticFiles(door)), websocket=reach.websocket(websocket_application)), door
)
