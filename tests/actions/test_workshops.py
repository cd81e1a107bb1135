"""Starting a workshop: what its settings become, and each setting's range."""

import pytest

from game.actions import devices, grants, workshops
from game.actions.workshops import WorkshopSettings
from game.engine.model.refusal import Refused
from game.models import Grant, Seat, Table
from game.selectors import rights
from tests.actions.room import start

pytestmark = pytest.mark.django_db


def test_a_workshop_has_its_tables_seats_and_facilitator():
    room = start(tables=2, seats=6)
    assert (len(room.workshop.code), room.workshop.code.isdigit()) == (6, True)
    assert Table.objects.count() == 2
    roles = list(Seat.objects.filter(table__number=1).values_list("role", flat=True))
    assert roles == ["municipality"] + ["professional"] * 2 + ["resident"] * 3
    assert rights.is_facilitator(room.facilitator.pk, room.workshop.pk)


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("language", "de"),
        ("scenario", "nosuch"),
        ("tables", 0),
        ("tables", 41),
        ("seats", 2),
        ("seats", 13),
        ("rounds", 0),
        ("rounds", 11),
        ("form", "long"),
        ("talking", "loud"),
        ("seed", -1),
    ],
)
def test_a_setting_outside_its_range_is_named(setting, value):
    with pytest.raises(Refused) as refused:
        start(**{setting: value})
    assert (refused.value.code, refused.value.params) == ("bad_setting", {"setting": setting})


def test_the_start_key_gives_the_right_to_start(settings):
    settings.START_KEY = lambda: "sleutel"
    device, token = devices.register("nl")
    with pytest.raises(Refused, match="not_allowed"):
        grants.exchange_start_key(device, "sleutels")
    assert grants.may_start(device) is False
    grants.exchange_start_key(device, "sleutel")
    grants.exchange_start_key(device, "sleutel")
    assert Grant.objects.filter(kind="starter").count() == 1
    assert devices.recognise(token) == device
    assert devices.recognise("x") is None
    assert devices.recognise(None) is None


def test_a_device_remembers_its_language():
    device, token = devices.register("nl")
    devices.set_language(device, "en")
    assert devices.recognise(token).language == "en"


def test_a_seat_is_found_by_its_device():
    room = start()
    player = room.join("Egel")
    assert rights.seat_of(player.device.pk, room.workshop.pk) == player.seat
    assert rights.seat_of(room.facilitator.pk, room.workshop.pk) is None


def test_a_code_of_a_live_workshop_is_not_given_again(monkeypatch):
    numbers = iter([7, 7, 8])
    monkeypatch.setattr("secrets.randbelow", lambda limit: next(numbers))
    codes = [start(seed=1).workshop.code for _ in range(2)]
    assert codes == ["000007", "000008"]


@pytest.mark.parametrize(
    ("title", "code"),
    [(" \u200d", "title_empty"), ("x" * 61, "title_too_long"), ("a\x00b", "title_characters")],
)
def test_a_name_that_will_not_do(title: str, code: str) -> None:
    device, _ = devices.register("nl")
    with pytest.raises(Refused) as refused:
        workshops.start_workshop(device, WorkshopSettings(title=title))
    assert (refused.value.code, refused.value.params["setting"]) == (code, "title")


def test_a_name_may_be_whatever_people_call_their_evening() -> None:
    device, _ = devices.register("nl")
    title = "\u200eشارع\u200cنا 👩🏽\u200d🚒 \U0001fae9\n"
    assert (
        workshops.start_workshop(device, WorkshopSettings(title=title)).title
        == "شارع\u200cنا 👩🏽\u200d🚒 \U0001fae9"
    )


@pytest.mark.django_db
def test_a_starter_has_so_many_workshops_and_no_more(monkeypatch) -> None:
    monkeypatch.setattr(workshops, "MAX_WORKSHOPS", 2)
    device, other = devices.register("nl")[0], devices.register("nl")[0]
    made = [workshops.start_workshop(device, WorkshopSettings(title="Avond")) for _ in range(2)]

    with pytest.raises(Refused, match="too_many_workshops"):
        workshops.start_workshop(device, WorkshopSettings(title="Avond"))
    assert workshops.start_workshop(other, WorkshopSettings(title="Avond"))
    made[0].ended_at = made[0].created_at
    made[0].save()
    assert workshops.start_workshop(device, WorkshopSettings(title="Avond"))
