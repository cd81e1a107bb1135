"""How the facilitator leads the debrief: steps and pictures, the pattern, what-ifs kept side by side, doubts."""

import pytest

from game.engine.debrief.steps import picture_of
from game.engine.debrief.whatif import WhatIf
from game.engine.screens.room import Doubt as DoubtLine
from game.protocol.commands.course import GoBack
from game.protocol.commands.debrief import Doubt, Lead, LookAt, ShowDebrief, TryWhatIf
from game.protocol.messages import Ack
from game.selectors.live import screens
from game.selectors.live.loading import load
from tests.actions.room import Room, full_table, new_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def room() -> Room:
    """Give a game of one round in its debrief."""
    found = full_table(rounds=1)
    for _ in range(4):
        found.next()
    assert found.game.phase == "debrief"
    return found


def stands(room: Room):
    game = load(room.game.pk)
    assert game is not None
    return game.room.debrief


def code_of(answer) -> str:
    return "ack" if isinstance(answer, Ack) else answer.code


def test_a_step_opens_with_its_first_picture_and_takes_only_its_own(room):
    assert code_of(room.show("sensible")) == "ack"
    assert (stands(room).step, stands(room).part, stands(room).table) == ("sensible", "logic", None)
    assert code_of(room.run(ShowDebrief(new_id(), room.game.step, "sensible", "marks", 1))) == "ack"
    assert (stands(room).part, stands(room).table) == ("marks", 1)
    wrong = ShowDebrief(new_id(), room.game.step, "sensible", "cost")
    assert code_of(room.run(wrong)) == "unknown_choice"
    whole = picture_of("sensible", "logic").last_beat(room.game.round)
    step = room.game.step
    assert code_of(room.run(ShowDebrief(new_id(), step, "sensible", "logic", beat=whole))) == "ack"
    assert (stands(room).part, stands(room).beat) == ("logic", whole)
    assert (
        code_of(room.run(ShowDebrief(new_id(), step, "sensible", "logic", beat=whole + 1)))
        == "unknown_choice"
    )
    assert code_of(room.show("sensible", table=9)) == "unknown_table"
    assert code_of(room.show("sensible", step=0)) == "stale_step"


def test_what_is_not_said_of_the_lead_stays(room):
    step = room.game.step
    room.run(Lead(new_id(), step, short=True))
    room.run(Lead(new_id(), step, compare=True))
    room.run(Lead(new_id(), step, short=False, overlay=True))
    found = stands(room)
    assert (found.short, found.compare, found.overlay) == (False, True, True)
    rev = room.game.rev
    room.run(Lead(new_id(), step, overlay=True))
    assert room.game.rev == rev, "what stands already is not written again"


def test_the_pattern_looks_at_a_loop_a_round_and_an_arrow(room):
    step = room.game.step
    assert code_of(room.run(LookAt(new_id(), step, "R1", 1, "need_take_over"))) == "ack"
    found = stands(room)
    assert (found.loop, found.round, found.arrow) == ("R1", 1, "need_take_over")
    assert code_of(room.run(LookAt(new_id(), step, "R1", 1, "nowhere"))) == "unknown_choice"


def test_what_ifs_are_kept_side_by_side_four_at_most(room):
    step = room.game.step
    asked = [("no_rules", 2), ("funding.trust", 2), ("letting_go", 1), ("evening_more", 1), ("luck.1", 1)]
    for code, since in asked:
        assert code_of(room.run(TryWhatIf(new_id(), step, code, since, True))) == "ack"
    kept = (WhatIf("funding.trust", 2), WhatIf("letting_go"), WhatIf("evening_more"), WhatIf("luck.1"))
    assert stands(room).what_ifs == kept
    room.run(TryWhatIf(new_id(), step, "letting_go", 1, False))
    room.run(TryWhatIf(new_id(), step, "luck.1", 5, True))
    assert stands(room).what_ifs == (kept[0], kept[2], kept[3]), "one that holds all game begins in round 1"
    assert code_of(room.run(TryWhatIf(new_id(), step, "magic", 1, True))) == "unknown_choice"


def test_doubts_are_tried_three_at_most_and_taken_back(room):
    step = room.game.step
    for name in ("o_up", "o_down", "need", "admin"):
        assert code_of(room.run(Doubt(new_id(), step, name, 0.5))) == "ack"
    room.run(Doubt(new_id(), step, "need", None))
    assert stands(room).doubts == (DoubtLine("o_down", 0.5), DoubtLine("admin", 0.5))
    for name, value in (("sat", 1.0), ("o_up", 1.5)):
        assert code_of(room.run(Doubt(new_id(), step, name, value))) == "unknown_choice"


def test_before_the_debrief_there_is_nothing_to_lead():
    room = full_table(rounds=1)
    room.next()
    step = room.game.step
    commands = [
        ShowDebrief(new_id(), step, "pattern"),
        Lead(new_id(), step, short=True),
        LookAt(new_id(), step, "", 0, ""),
        TryWhatIf(new_id(), step, "no_rules", 1, True),
        Doubt(new_id(), step, "o_up", 0.5),
    ]
    assert [code_of(room.run(command)) for command in commands] == ["wrong_phase"] * 5


def test_every_step_is_on_the_projector_and_on_phones(room):
    from game.engine.debrief.steps import STEPS

    room.run(TryWhatIf(new_id(), room.game.step, "no_rules", 1, True))
    for step in STEPS:
        room.show(step)
        game = load(room.game.pk)
        board = screens.board(game, game.tables[0])
        part = screens.table_part(game, game.tables[0])
        assert board.findings == part.findings
        assert screens.projector_room(game).debrief.step == step
    assert screens.panel_room(game).sliders == {}
    room.show("what_if")
    game = load(room.game.pk)
    assert screens.board(game, game.tables[0]).findings.what_ifs == ()  # asked first, and then the vote runs
    room.run(ShowDebrief(new_id(), room.game.step, "what_if", "lines"))
    game = load(room.game.pk)
    assert screens.panel_room(game).what_ifs[0] == "funding.output"
    assert screens.board(game, game.tables[0]).findings.what_ifs[0].code == "no_rules"


def test_where_the_plan_leaves_no_time_it_opens_on_its_short_path_unless_the_facilitator_chose(room):
    short = full_table(rounds=1, minutes=45)
    for _ in range(4):
        short.next()
    assert (stands(short).short, stands(room).short) == (True, False)
    short.run(Lead(new_id(), short.game.step, short=False))
    short.run(GoBack(new_id(), short.game.step, "outcome", 1))
    short.next()
    assert (short.game.phase, stands(short).short) == ("debrief", False)
