"""Links to the projector and the take-home page follow from a nonce and the server's secret; those of before keep working."""

import hashlib
import secrets

import game.models.keys
from django.db import migrations, models


def keep_links(apps, schema_editor):
    """Keep a hash of every link that was given out, and give each workshop nonces of its own."""
    workshop = apps.get_model("game", "Workshop")
    for one in workshop.objects.all():
        one.projector_nonce, one.take_home_nonce = secrets.token_urlsafe(16), secrets.token_urlsafe(16)
        one.old_projector_hash = _hash(one.projector_key)
        one.old_take_home_hash = _hash(one.take_home_key)
        one.save()


def _hash(key):
    return hashlib.sha256(key.encode()).hexdigest() if key else None


class Migration(migrations.Migration):
    dependencies = [("game", "0019_sound")]

    operations = [
        migrations.AddField(
            model_name="workshop",
            name=name,
            field=models.CharField(max_length=22, default=game.models.keys.new_nonce),
        )
        for name in ("projector_nonce", "take_home_nonce")
    ] + [
        migrations.AddField(
            model_name="workshop",
            name=name,
            field=models.CharField(blank=True, max_length=64, null=True, unique=True),
        )
        for name in ("old_projector_hash", "old_take_home_hash")
    ]
    operations += [
        migrations.RunPython(keep_links, migrations.RunPython.noop),
    ]
