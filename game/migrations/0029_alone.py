"""A workshop can be one that somebody tries alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("game", "0028_own_worlds")]

    operations = [
        migrations.AddField(
            model_name="workshop", name="alone", field=models.BooleanField(db_default=False, default=False)
        ),
    ]
