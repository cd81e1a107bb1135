"""A panel has the figures of the loops of the one table that it asks for, and of no other."""

from game.engine.debrief.loops import LOOPS
from tests.live.conftest import Gather
from tests.live.phones import Message, Phone


def loops_of(panel: Phone, table: int) -> Message:
    """Ask for a table's figures and return what comes."""
    assert panel.ask("show_loops", table=table)["type"] == "ack"
    return panel.until(lambda m: m["type"] == "loops" and m["table"] == table)


def test_a_panel_gets_the_loops_of_the_table_it_asks_for(group: Gather) -> None:
    made = group(tables=2, rounds=1)
    for number in (1, 2):
        made.join(f"Egel {number}", table=number)
    panel, other = made.panel(), made.panel()
    panel.ask("next")
    panel.shows(lambda s: s["room"]["phase"] == "agree")
    assert loops_of(panel, 2)["loops"] == []  # nothing of it before the debrief
    while panel.phase != "debrief":
        step = panel.step
        assert panel.ask("next")["type"] == "ack"
        panel.shows(lambda s, step=step: s["room"]["step"] > step)
    found = loops_of(panel, 2)
    assert {one["code"] for one in found["loops"]} == set(LOOPS)
    assert [len(one["strengths"]) for one in found["loops"]] == [1] * len(LOOPS)
    assert loops_of(panel, 1)["loops"] != found["loops"]
    assert loops_of(panel, 9)["loops"] == []  # no such table
    # Whoever asks for none any more, or never did, gets its next screen without any.
    assert panel.ask("show_loops", table=None)["type"] == "ack"
    for one in (panel, other):
        heard: list[str] = []
        one.say("hello")
        one.until(lambda m, heard=heard: heard.append(m["type"]) or m["type"] == "clock")
        assert "loops" not in heard
