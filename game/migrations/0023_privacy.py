
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("game", "0022_finale"),
    ]

    operations = [
        migrations.CreateModel(
            name="Deletion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("workshop_number", models.PositiveBigIntegerField()),
                ("what", models.CharField(choices=[("names", "Names"), ("workshop", "Workshop")], max_length=8)),
                ("by", models.CharField(choices=[("time", "Time"), ("person", "Person")], max_length=6)),
                ("at", models.DateTimeField()),
                ("people", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.AddField(
            model_name="logline",
            name="who",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="workshop",
            name="touched_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="workshop",
            name="names_wiped_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
