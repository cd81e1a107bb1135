"""The keys of links are in the database no more; in a step of its own, for PostgreSQL changes no table with rows under way."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("game", "0020_link_keys")]

    operations = [
        migrations.RemoveField(model_name="workshop", name="projector_key"),
        migrations.RemoveField(model_name="workshop", name="take_home_key"),
    ]
