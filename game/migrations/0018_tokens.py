"""When a browser got its token; and sessions under the hash of their key, as game.web.sessions looks for them."""

import hashlib

import django.utils.timezone
from django.db import migrations, models


def hash_sessions(apps, schema_editor):
    """Let those who are logged in stay so."""
    session = apps.get_model("sessions", "Session")
    for key in list(session.objects.values_list("session_key", flat=True)):
        hashed = hashlib.sha256(key.encode()).hexdigest()[:40]
        session.objects.filter(session_key=key).update(session_key=hashed)


class Migration(migrations.Migration):
    dependencies = [("game", "0017_promised"), ("sessions", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="device",
            name="token_at",
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        migrations.RunPython(hash_sessions, migrations.RunPython.noop),
    ]
