"""What bots say in the debrief of a rehearsal is of nobody."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('game', '0025_told'),
    ]

    operations = [
        migrations.AlterField(
            model_name='guess',
            name='person',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='guesses', to='game.person'),
        ),
        migrations.AlterField(
            model_name='post',
            name='person',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='posts', to='game.person'),
        ),
    ]
