

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('game', '0024_names_out_of_the_log'),
    ]

    operations = [
        migrations.AddField(
            model_name='game',
            name='told',
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
