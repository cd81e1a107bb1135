"""Choosing over a real socket: acknowledged once stored, shown to others, the same however often it is sent."""

import json

import pytest

from game.live.static import static_tree
from game.models import JournalEntry, Presence, Table
from tests.faults.cluster import wait_until
from tests.live.conftest import Gather
from tests.live.phones import Group, Phone

TOGETHER = {"propose": ["together"] * 4}
RESIDENTS = {"propose": ["residents"] * 4}


@pytest.fixture
def street(group: Gather) -> Group:
    """Two residents and whoever else was dealt a seat, in the first agree phase."""
    made = group("Egel", "Merel", "Das", "Vos")
    made.begin()
    return made


def resident(street: Group) -> Phone:
    return next(p for p in phones(street) if p.screen["mine"]["role"] == "resident")


def phones(street: Group) -> list[Phone]:
    opened = [street.phone(number) for number in range(len(street.players))]
    for phone in opened:
        phone.shows(lambda screen: screen["table"]["phase"] == "agree")
    return opened


def chosen(street: Group) -> list[JournalEntry]:
    return list(JournalEntry.objects.filter(table__game=street.game, kind="chose", by="player"))


def test_the_first_screen_and_clock_come_by_themselves(group: Gather) -> None:
    phone = group("Egel").phone()
    phone.until(lambda m: m["type"] == "clock")
    assert phone.screen["table"]["phase"] == "lobby"
    assert phone.screen["mine"]["alias"] == "Egel"
    assert phone.clock == {"type": "clock", "step": 0, "remaining_ms": None, "paused": False}


def test_the_lobby_shows_who_joins(group: Gather) -> None:
    made = group("Egel")
    phone, projector = made.phone(), made.projector()
    made.join("Merel")  # written by another process, without a poke: the poll finds it
    phone.shows(lambda s: "Merel" in [seat["alias"] for seat in s["table"]["seats"]])
    projector.shows(lambda s: s["boards"] != [] and "Merel" in s["boards"][0]["aliases"])


def test_a_choice_is_acknowledged_stored_and_shown_to_the_others(street: Group) -> None:
    others = phones(street)
    chooser = next(p for p in others if p.screen["mine"]["role"] == "resident")
    others.remove(chooser)
    answer = chooser.ask("choose", n=1, choice=RESIDENTS)
    assert answer["type"] == "ack"
    assert (answer["n"], answer["stored"]["propose"]) == (1, ["residents"] * 4)
    assert [entry.command_id for entry in chosen(street)] == [answer["id"]]
    for phone in [*others, chooser]:
        phone.shows(lambda s: s["rev"] >= answer["rev"])
        assert [task["asked"] for task in phone.screen["table"]["tasks"]] == [None] * 4
    assert [phone.screen["mine"]["asked"] for phone in others] == [[None] * 4] * len(others)
    assert min(task["residents"] for task in chooser.screen["mine"]["asked"]) >= 1  # and bots after it
    assert chooser.screen["mine"]["stored"]["propose"] == ["residents"] * 4


def test_the_same_command_again_gets_the_same_answer_and_one_entry(street: Group) -> None:
    chooser = resident(street)
    first = chooser.ask("choose", id="same", n=1, choice=TOGETHER)
    again = chooser.ask("choose", id="same", n=1, choice=TOGETHER)
    assert (again["n"], again["stored"]) == (first["n"], first["stored"])
    assert len(chosen(street)) == 1


def test_a_lower_counter_returns_what_is_stored(street: Group) -> None:
    chooser = resident(street)
    chooser.ask("choose", n=5, choice=TOGETHER)
    late = chooser.ask("choose", n=4, choice=RESIDENTS)
    assert (late["type"], late["n"], late["stored"]["propose"]) == ("ack", 5, ["together"] * 4)
    assert len(chosen(street)) == 1


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({"choice": {"act": ["join"] * 4}}, "wrong_phase"),
        ({"choice": {"propose": ["nobody"] * 4}}, "unknown_choice"),
        ({"choice": TOGETHER, "step": 0}, "phase_closed"),
        ({"choice": TOGETHER, "step": 9}, "stale_step"),
        ({"choice": {"deals": [{"holder": "together"}] * 4, "funding": "output"}}, "wrong_role"),
    ],
)
def test_what_is_not_possible_is_refused_with_a_code(street: Group, sent: dict, code: str) -> None:
    answer = resident(street).ask("choose", n=1, **sent)
    assert (answer["type"], answer["code"]) == ("refused", code)
    assert chosen(street) == []


def test_nothing_can_be_chosen_in_the_lobby(group: Gather) -> None:
    answer = group("Egel").phone().ask("choose", n=1, choice=TOGETHER)
    assert (answer["type"], answer["code"]) == ("refused", "wrong_phase")


def test_ready_is_counted_on_every_phone(street: Group) -> None:
    first, *others = phones(street)
    assert first.ask("ready", ready=True)["type"] == "ack"
    for phone in others:
        phone.shows(lambda s: sum(role["ready"] for role in s["table"]["ready"]) == 1)
    assert first.ask("ready", ready=False)["type"] == "ack"
    for phone in others:
        phone.shows(lambda s: sum(role["ready"] for role in s["table"]["ready"]) == 0)


def test_a_double_press_skips_no_phase(street: Group) -> None:
    panel = street.panel()
    step = panel.step
    assert panel.ask("next", step=step)["type"] == "ack"
    answer = panel.ask("next", step=step)
    assert (answer["type"], answer["code"]) == ("refused", "stale_step")
    assert street.game.phase == "act"


def test_a_whole_game_reaches_every_screen(street: Group) -> None:
    panel, projector = street.panel(), street.projector()
    players = phones(street)
    for step in range(2, street.game.rounds * 3 + 3):  # three phases a round, and the time-out
        assert panel.ask("next")["type"] == "ack"
        for screen in (*players, panel, projector):
            screen.shows(lambda s, step=step: (s.get("table") or s["room"])["step"] == step)
    assert [screen.phase for screen in (*players, panel, projector)] == ["debrief"] * (len(players) + 2)
    assert panel.ask("show_debrief", view="undercurrent", table=1)["type"] == "ack"
    players[0].shows(
        lambda s: (s["table"]["debrief"]["step"], s["table"]["debrief"]["table"]) == ("undercurrent", 1)
    )


def test_the_panel_gets_changed_tiles_only(group: Gather) -> None:
    made = group(tables=3)
    for number in (1, 2, 3):
        made.join(f"Egel {number}", table=number)
    panel = made.panel()
    panel.ask("next")
    panel.shows(lambda s: s["room"]["phase"] == "agree")
    phone = made.phone(1)
    assert phone.screen["table"]["table"] == 2
    phone.ask("ready", ready=True)
    changed = panel.until(
        lambda m: m["type"] == "panel_screen" and any(s["ready"] for t in m["tiles"] for s in t["seats"])
    )
    assert changed["whole"] is False
    assert [tile["table"] for tile in changed["tiles"]] == [2]
    panel.say("hello")
    whole = panel.until(lambda m: m["type"] == "panel_screen" and m["whole"])
    assert [tile["table"] for tile in whole["tiles"]] == [1, 2, 3]


def test_a_screen_comes_again_when_asked_for(street: Group) -> None:
    phone = street.phone()
    before = phone.shows(lambda s: s["table"]["phase"] == "agree")
    phone.say("hello")
    assert phone.until(lambda m: m["type"] == "player_screen") == before
    phone.until(lambda m: m["type"] == "clock")


def test_other_tables_get_no_frames(group: Gather) -> None:
    made = group(tables=2)
    made.join("Egel", table=1)
    made.join("Merel", table=2)
    made.begin()
    here, there = made.phone(0), made.phone(1)
    for phone in (here, there):
        phone.shows(lambda s: s["table"]["phase"] == "agree" and s["table"]["ready"] != [])
    # That somebody is here is stored a moment after they came, and changes their table once more.
    wait_until(lambda: Presence.objects.filter(here=True).count() == 2, "both being here")
    seen = Table.objects.get(game=made.game, number=2).rev
    there.shows(lambda s: s["rev"] >= seen)
    here.ask("ready", ready=True)
    here.shows(lambda s: s["mine"]["ready"])
    there.say("ping", rev=0)
    there.until(lambda m: m["type"] == "pong")
    assert there.screen["mine"]["ready"] is False
    assert there.screen["rev"] < here.screen["rev"]


def test_a_page_of_this_release_gets_what_changed_and_others_all_of_it(street: Group) -> None:
    """What is put together of the changes is what the others are shown; a tap of somebody else's is a few bytes."""
    merging = street.connect(
        f"/ws/play/{street.workshop.pk}/?page=1&attempt=1&release={static_tree().version}",
        street.players[0][1],
    )
    plain, tapping = street.phone(1), street.phone(2)
    first = merging.shows(lambda screen: screen["table"]["phase"] == "agree")
    tapping.ask("ready", ready=True)
    plain.shows(lambda screen: any(one["ready"] for one in screen["table"]["ready"]))
    table = first["table"]
    while not any(one["ready"] for one in table["ready"]):  # who came meanwhile is a change too
        change = merging.until(lambda m: m["type"] == "player_screen")
        assert not change["whole"]
        table = table | change.get("table", {})
    assert first["whole"]
    assert set(change) == {"type", "rev", "whole", "table"}
    assert set(change["table"]) == {"ready"}
    assert table == plain.screen["table"]
    assert len(json.dumps(change)) < len(json.dumps(plain.screen)) / 10
