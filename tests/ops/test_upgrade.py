"""A newer release on an older database: what people have goes on."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from game.actions import devices, grants, workshops
from game.actions.workshops import WorkshopSettings
from game.models import Device, Grant, Workshop


def migration(name: str) -> object:
    """Return the module of a migration, whatever its number."""
    [found] = [one for _, one in MigrationLoader(connection).disk_migrations if one.endswith(name)]
    return import_module(f"game.migrations.{found}")


@pytest.mark.django_db
def test_who_started_a_workshop_before_that_was_kept_still_is_who_did() -> None:
    starter, colleague = devices.register("nl")[0], devices.register("nl")[0]
    workshop = workshops.start_workshop(starter, WorkshopSettings(title="Straatavond"))
    grants.open_link(colleague, workshop.pk)
    Workshop.objects.update(started_by=None)
    grants.exchange_start_key(starter, settings.START_KEY())
    Grant.objects.update(start_hash="")
    assert not grants.may_start(starter)

    migration("rights_of_before").fill(apps, SimpleNamespace(connection=connection))

    assert Workshop.objects.get().started_by == starter
    assert grants.may_start(Device.objects.get(pk=starter.pk))
