"""Holds a game's row in a write, says so, and does nothing more: a process for tests to freeze; given the game's number."""

import os
import sys
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from game.actions.write import writing  # noqa: E402 - the apps have to be ready

with writing(int(sys.argv[1])):
    sys.stdout.write("held\n")
    sys.stdout.flush()
    time.sleep(600)
