from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('game', '0031_places'),
    ]

    operations = [
        migrations.AddField(
            model_name='game',
            name='stories',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='game',
            name='retold_from',
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
