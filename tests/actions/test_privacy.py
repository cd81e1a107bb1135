"""When names and workshops go; and that nothing of them stays, in whichever file."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from django.utils import timezone

from game.actions import devices, grants, privacy
from game.actions.scrubbing import scrub
from game.engine.model.refusal import Refused
from game.models import Deletion, Device, Game, Grant, LogLine, Person, Post, Workshop
from game.protocol.commands.people import RenamePerson
from tests.actions.log import told_of
from tests.actions.room import Room, full_table, new_id, start

NAME = "Zebravinkje"
FORMER = "Kwartelkoning"


def played() -> Room:
    """Return a room where somebody with a name that stands out was renamed, and wrote something with it."""
    room = full_table()
    person = Person.objects.get(alias="Egel")
    for alias in (FORMER, NAME):
        room.run(RenamePerson(new_id(), 0, person.pk, alias))
    Post.objects.create(
        game=room.game, person=person, kind="feeling", text=f"{NAME} was hier", at=timezone.now()
    )
    return room


def later(**spent: float) -> time_machine.travel:
    return time_machine.travel(timezone.now() + timedelta(**spent), tick=True)


@pytest.mark.django_db
def test_the_log_keeps_no_name() -> None:
    played()

    lines = LogLine.objects.filter(code="renamed")
    assert [NAME in str(line.params) + str(line.who) for line in lines] == [False, False]
    assert told_of(lines[1]) == {"alias": NAME}


@pytest.mark.django_db
def test_a_workshop_is_over_once_it_was_left_alone_for_twelve_hours() -> None:
    played()
    with later(hours=11.9):
        assert privacy.sweep().ended == 0
    with later(hours=12.1):
        assert privacy.sweep().ended == 1
        assert abs(Workshop.objects.get().ended_at - timezone.now()) < timedelta(minutes=10)


@pytest.mark.django_db
def test_a_closed_workshop_was_over_when_it_was_closed() -> None:
    room = played()
    closed = timezone.now() - timedelta(hours=1)
    Game.objects.filter(pk=room.game.pk).update(phase="closed", changed_at=closed)
    with later(hours=13):
        privacy.sweep()

    assert Workshop.objects.get().ended_at == closed


@pytest.mark.django_db
def test_what_somebody_does_keeps_it_open() -> None:
    room = played()
    with later(hours=11):
        LogLine.objects.create(game=room.game, phase="lobby", code="facilitator_back", at=timezone.now())
    with later(hours=12.5):
        assert privacy.sweep().ended == 1  # a tab that was left open is nothing that anybody does


@pytest.mark.django_db
def test_what_was_made_ready_waits_for_its_day() -> None:
    start()
    with later(days=3):
        assert privacy.sweep().ended == 0


@pytest.mark.django_db
def test_a_facilitator_who_comes_back_goes_on() -> None:
    room = played()
    with later(hours=13):
        privacy.sweep()
        privacy.open_again(room.workshop.pk)
        assert Workshop.objects.get().ended_at is None
        assert privacy.sweep().ended == 0
    with later(hours=26):
        assert privacy.sweep().ended == 1
    Game.objects.update(phase="closed")
    privacy.open_again(room.workshop.pk)
    assert Workshop.objects.get().ended_at is not None  # what was closed stays so


@pytest.mark.django_db
def test_nobody_goes_on_under_a_code_that_is_another_ones_now() -> None:
    room, other = played(), start()
    with later(hours=13):
        privacy.sweep()
    Workshop.objects.filter(pk=other.workshop.pk).update(code=room.workshop.code)

    privacy.open_again(room.workshop.pk)

    assert Workshop.objects.get(pk=room.workshop.pk).ended_at is not None


@pytest.mark.django_db
def test_names_go_after_a_day_and_the_rest_after_a_month() -> None:
    played()
    phone = Person.objects.get(alias=NAME).device
    with later(hours=12.1):
        privacy.sweep()
    with later(hours=35.9):
        assert privacy.sweep().names == 0
        assert Person.objects.filter(alias=NAME).exists()
    with later(hours=36.2):
        assert privacy.sweep().names == 1
        assert privacy.sweep().names == 0
    assert {person.alias for person in Person.objects.all()} == {""}
    assert not Person.objects.filter(device=phone).exists()
    assert not Device.objects.filter(pk=phone.pk).exists()
    assert Workshop.objects.count() == 1
    assert Post.objects.count() == 1
    with later(days=31):
        assert privacy.sweep().workshops == 1
    assert (Workshop.objects.count(), Person.objects.count(), Device.objects.count()) == (0, 0, 0)
    kept = [(one.what, one.by, one.people) for one in Deletion.objects.order_by("pk")]
    assert kept == [("names", "time", 6), ("workshop", "time", 6)]


@pytest.mark.django_db
def test_a_phone_that_plays_elsewhere_stays_known() -> None:
    first, second = start(), start()
    device, token = devices.register("nl")
    for room in (first, second):
        Person.objects.create(workshop=room.workshop, device=device, alias="Egel")

    privacy.erase(first.workshop.pk)

    assert devices.recognise(token) == device
    assert Person.objects.get().workshop == second.workshop


@pytest.mark.django_db
def test_browsers_that_nothing_is_known_of_are_forgotten() -> None:
    devices.register("nl")
    room = start()
    with later(days=29):
        privacy.sweep()
        assert Device.objects.count() == 2
    with later(days=29.9):
        devices.register("nl")
    with later(days=30.5):
        privacy.sweep()

    assert Device.objects.filter(pk=room.facilitator.pk).exists()
    assert Device.objects.count() == 2


@pytest.mark.django_db
def test_purge_says_what_it_did_without_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    played()
    with later(days=2):
        call_command("purge")
        call_command("purge")

    said = capsys.readouterr().out
    assert said.splitlines()[0] == "workshops ended: 1, names wiped of: 1, wiped altogether: 0"
    assert NAME not in said


def found(folder: Path, word: str) -> list[str]:
    """Return the files in which a word stands, of the database and everything beside it."""
    files = [one for one in folder.rglob("*") if one.is_file()]
    return sorted(one.name for one in files if word.encode() in one.read_bytes())


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads the files of SQLite")
@pytest.mark.parametrize("what", ["names", "all"])
def test_nothing_stays_in_any_file(what: str, tmp_path: Path, settings) -> None:
    settings.DATA_DIR = tmp_path
    name = connection.settings_dict["NAME"]
    if not Path(str(name)).exists():
        pytest.skip("the database is in memory")
    room = played()
    copies = tmp_path / "backups"
    copies.mkdir()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(copies / "20260101.sqlite3")])
    beside = list(Path(str(name)).parent.glob(f"{Path(str(name)).name}*"))
    assert NAME.encode() in b"".join(path.read_bytes() for path in beside)
    assert found(tmp_path, NAME) == ["20260101.sqlite3"]

    if what == "names":
        Post.objects.all().delete()  # texts stay, and this one has a name in it
        privacy.wipe_names(room.workshop.pk)
    else:
        privacy.erase(room.workshop.pk)

    everything = b"".join(
        path.read_bytes() for path in Path(str(name)).parent.glob(f"{Path(str(name)).name}*")
    )
    assert [word for word in (NAME, FORMER) if word.encode() in everything] == []
    assert (found(tmp_path, NAME), len(list(copies.glob("*.sqlite3*")))) == ([], 1)


@pytest.mark.django_db
def test_what_is_gone_cannot_be_wiped_again() -> None:
    for wipe in (privacy.wipe_names, privacy.erase):
        with pytest.raises(Refused, match="gone"):
            wipe(0)


@pytest.mark.django_db
def test_a_workshop_without_a_game_is_erased_too() -> None:
    workshop = start().workshop
    Game.objects.filter(workshop=workshop).delete()
    privacy.erase(workshop.pk)
    assert not Workshop.objects.filter(pk=workshop.pk).exists()


@pytest.mark.django_db
def test_a_projector_opens_its_link_once() -> None:
    workshop = start().workshop
    device, _ = devices.register()
    for _ in range(2):
        grants.open_projector(device, workshop.pk)
    assert Grant.objects.filter(device=device, kind=Grant.Kind.PROJECTOR).count() == 1


@pytest.mark.django_db(transaction=True)
def test_where_no_copies_were_none_are_made(tmp_path: Path) -> None:
    with override_settings(DATA_DIR=tmp_path):
        scrub()
        assert list(tmp_path.rglob("*")) == []
        (tmp_path / "backups").mkdir()
        scrub()
    assert list(tmp_path.rglob("*.sqlite3*")) == []
