from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('game', '0030_earlier'),
    ]

    operations = [
        migrations.AddField(
            model_name='keptmeans',
            name='places',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='keptmeans',
            name='picture',
            field=models.JSONField(default=dict),
        ),
    ]
