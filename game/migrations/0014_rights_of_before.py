"""Who started a workshop, and with which start key, for what was there before that was kept."""

from django.conf import settings
from django.db import migrations
from django.utils.crypto import salted_hmac


def fill(apps, schema_editor):
    """Take the first panel of a workshop for its starter, and let starters keep their right under the key in force."""
    grant, workshop = apps.get_model("game", "Grant"), apps.get_model("game", "Workshop")
    firsts = {}
    panels = grant.objects.filter(kind="facilitator", workshop__isnull=False).order_by("pk")
    for at, device in panels.values_list("workshop", "device"):
        firsts.setdefault(at, device)
    for at, device in firsts.items():
        workshop.objects.filter(pk=at, started_by=None).update(started_by=device)
    starters = grant.objects.filter(kind="starter", start_hash="")
    if starters.exists():
        # As game.actions.grants has it.
        kept = salted_hmac("game.actions.grants.start", settings.START_KEY(), algorithm="sha256").hexdigest()
        starters.update(start_hash=kept)


class Migration(migrations.Migration):
    dependencies = [("game", "0013_rights")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
