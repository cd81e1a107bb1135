"""Lines of the log of before point at people instead of naming them; a name that nobody has any more goes."""

from django.db import migrations

NAMES = ("alias", "holder", "before")


def point(apps, schema_editor):
    """Put who a line names in its `who`."""
    line_model, person = apps.get_model("game", "LogLine"), apps.get_model("game", "Person")
    keys = {}
    for key, workshop, alias in person.objects.values_list("pk", "workshop", "alias"):
        keys[workshop, alias] = key
    changed = []
    for line in line_model.objects.select_related("game").iterator():
        if not any(name in line.params for name in NAMES):
            continue
        at = line.game.workshop_id
        for name in NAMES:
            called = str(line.params.pop(name, ""))
            if called and name != "before":
                whole = [keys[at, called]] if (at, called) in keys else []
                line.who[name] = whole or [keys[at, one] for one in called.split(" & ") if (at, one) in keys]
        changed.append(line)
    line_model.objects.bulk_update(changed, ["params", "who"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("game", "0023_privacy")]

    operations = [migrations.RunPython(point, migrations.RunPython.noop)]
