"""What each audience sees: enough to play, never what belongs to another chair or to the debrief.

In one file because the audiences are held beside each other on the same table.
"""

import json

import msgspec
import pytest

from game.engine.debrief.series import story
from game.engine.model.choices import BASIC, Choice, Holder
from game.engine.model.roles import Role, default_roles, neighbours_needed
from game.engine.screens import lobby, panel, parts, player, projector
from game.engine.screens.order import orders
from game.engine.screens.room import Room, SeatPresence, TableRoom, TableTexts, Text
from game.engine.table.moves import Ready, apply, close_phase, end
from game.engine.table.phases import Phase
from tests.engine.builders import (
    CALM,
    ROLES,
    TROUBLE,
    acted,
    acting,
    choose,
    in_outcome,
    opened,
    proposed,
    responded,
    round_played,
)

UNDERCURRENT = {"ownership", "expectation", "bureaucracy", "trust"}
NO_TEXTS = TableTexts()
SAID = Text("overheard.calm.0", {})


def room(phase=Phase.AGREE, round=1) -> Room:
    return Room(
        title="Avond",
        code="123456",
        address="",
        scenario="street",
        step=1,
        phase=phase,
        round=round,
        rounds=6,
        silent=round <= 3,
    )


def seated(present=True, bots=(), texts=NO_TEXTS) -> TableRoom:
    people = [
        SeatPresence(seat, "" if seat in bots else f"p{seat}", seat in bots, present and seat not in bots)
        for seat in range(len(ROLES))
    ]
    return TableRoom(1, tuple(people), texts)


def keys_of(value) -> set[str]:
    """Return every key anywhere in a screen as it is sent."""
    found: set[str] = set()

    def walk(part):
        if isinstance(part, dict):
            found.update(part)
            for item in part.values():
                walk(item)
        elif isinstance(part, list):
            for item in part:
                walk(item)

    walk(json.loads(msgspec.json.encode(value)))
    return found


def whole_phone(state, seat, where=None, table=None):
    here = table or seated()
    at = where or room(state.phase, state.round)
    return player.table_part(state, at, here), player.mine(state, at, here, seat)


PLAY = [
    opened(),
    acting(),
    in_outcome(),
    round_played(),
    acting(round_played()),
    in_outcome(state=round_played()),
]


@pytest.mark.parametrize("state", PLAY, ids=lambda s: f"{s.phase}-{s.round}")
def test_the_undercurrent_is_on_no_screen_during_play(state):
    at, here = room(state.phase, state.round), seated()
    screens = [
        *whole_phone(state, 0),
        player.mine(state, at, here, 1),
        player.mine(state, at, here, 4),
        panel.panel_room(at, ((state, here),)),
        panel.panel_tile(state, here, ROLES),
        projector.projector_room(at, ((state, here),)),
        projector.board(state, here),
    ]
    for screen in screens:
        # "trust" is also the word for one of the fundings; as a value it never appears here.
        assert keys_of(screen) & UNDERCURRENT == set()


@pytest.mark.parametrize("state", PLAY, ids=lambda s: f"{s.phase}-{s.round}")
def test_what_seats_of_a_role_share_shows_none_of_them_something_else(state):
    at, here, shared = room(state.phase, state.round), seated(), player.figures_by_role(state)
    for seat in range(len(ROLES)):
        alone = player.mine(state, at, here, seat)
        assert player.mine(state, at, here, seat, None, shared) == alone
        assert alone.figures == shared[ROLES[seat]]


def test_players_are_not_told_how_many_rounds_are_left():
    part, mine = whole_phone(round_played(), 3)
    assert ({"rounds"} & keys_of(part), mine.rounds) == (set(), ())  # its own rounds come with the debrief


def test_a_phone_during_agree_has_its_tally_and_its_prefill():
    state = choose(opened(), 3, proposed("residents", "", "", "professionals"))
    state = choose(state, 4, proposed("residents", "together", "", ""))
    part, mine = whole_phone(state, 3)
    assert {task.asked for task in part.tasks} == {None}
    assert mine.asked == (parts.Asked(2, 0, 0), None, None, parts.Asked(0, 0, 1))
    assert mine.stored == proposed("residents", "", "", "professionals")
    assert mine.prefill == proposed(*["together"] * 4)
    assert (mine.mark, mine.gauge, mine.limit) == (None, None, 3)


def test_asked_and_decided_stay_in_sight_after_agree():
    state = choose(opened(), 3, proposed(*["residents"] * 4))
    part, _ = whole_phone(acting(state, holder="professionals", requirements=True), 3)
    assert [(t.asked.residents, t.deal.holder, t.deal.requirements) for t in part.tasks] == [
        (1, Holder.PROFESSIONALS, True)
    ] * 4


def test_neighbours_do_not_count_among_the_proposals():
    roles = (Role.MUNICIPALITY, Role.PROFESSIONAL) + (Role.RESIDENT,) * 4
    state = choose(opened(roles=roles, neighbours=3), 5, proposed(*["residents"] * 4))
    assert {ask.residents for ask in parts.asked(state)} == {0}


def test_an_ended_round_has_no_proposals_left():
    assert {ask.together for ask in parts.asked(end(opened()))} == {0}


def test_the_outcome_says_who_did_what_without_names():
    act = choose(choose(acting(), 3, acted("join", "wait", "claim", "wait")), 4, acted(*["join", "wait"] * 2))
    part, _ = whole_phone(close_phase(act, TROUBLE), 3)
    residents = [report.acted[2].counts for report in part.report]
    assert residents == [{"join": 2, "wait": 2}, {"wait": 4}, {"claim": 1, "join": 1, "wait": 2}, {"wait": 4}]
    assert [report.incident for report in part.report] == [True] * 4
    assert "p3" not in msgspec.json.encode(part).decode()


def test_the_order_in_which_it_is_counted_does_not_say_who_did_it():
    one, other = acted("join", "wait", "claim", "wait"), acted("wait", "claim", "join", "wait")
    told = [
        msgspec.json.encode(whole_phone(close_phase(choose(choose(acting(), 3, a), 4, b), TROUBLE), 5)[0])
        for a, b in ((one, other), (other, one))
    ]
    assert told[0] == told[1]


def test_the_mark_moves_with_one_s_own_response():
    state = in_outcome()
    before = player.mine(state, room(), seated(), 3).mark
    after = player.mine(choose(state, 3, responded("repair", None, None, None)), room(), seated(), 3).mark
    assert [line.params for line in after.lines][:2] == [line.params for line in before.lines][:2]
    assert after.lines[2].params["amount"] == pytest.approx(before.lines[2].params["amount"] - 0.2)
    assert (before.mark, after.mark) == (round(before.mark, 1), round(after.mark, 1))
    assert [line.code for line in before.lines] == ["street", "expected", "evenings"]
    assert 1.0 <= before.mark <= 10.0


def test_last_round_s_mark_stays_while_the_next_is_played():
    assert player.mine(round_played(), room(), seated(), 1).mark is not None


def test_each_chair_has_a_gauge_that_the_others_do_not_have():
    act = choose(acting(), 4, acted("join", "wait", "wait", "wait"))
    state = close_phase(act, CALM)
    texts = TableTexts(overheard=(SAID,))
    gauges = [player.mine(state, room(), seated(texts=texts), seat).gauge for seat in (0, 1, 3)]
    assert [set(gauge.figures) for gauge in gauges] == [
        {"reserve", "hours", "full"},
        {"of_ten"},
        {"kept", "evenings"},
    ]
    assert gauges[2].figures == {"kept": 8, "evenings": 9}
    assert [gauge.sentence for gauge in gauges] == [None, None, SAID]
    assert player.mine(round_played(), room(), seated(), 3).gauge.sentence is None


def test_who_visited_hears_and_who_inquired_sees_the_figures():
    act = choose(acting(), 0, acted("visit", "inspect", "leave", "leave"))
    state = close_phase(act, CALM)
    texts = TableTexts(heard=(SAID, SAID, None, SAID))
    mine = player.mine(state, room(), seated(texts=texts), 0)
    assert mine.heard == (player.Heard(0, SAID),)
    quality = round(state.outcome.tasks[1].quality, 2)
    assert [(seen.task, seen.quality) for seen in mine.inspected] == [(1, quality)]
    assert player.mine(state, room(), seated(texts=texts), 3).heard == ()
    next_round = close_phase(state, ())
    assert [seen.task for seen in player.mine(next_round, room(), seated(texts=texts), 0).inspected] == [1]
    assert player.mine(opened(), room(), seated(), 0).inspected == ()


def test_after_play_a_phone_follows_the_debrief():
    state = end(in_outcome())
    part, mine = whole_phone(state, 0)
    assert part.story == story(state)
    assert part.debrief.step == "feeling"
    assert (mine.mark, mine.gauge, mine.stored, mine.prefill, mine.figures) == (
        None,
        None,
        Choice(),
        Choice(),
        (),
    )
    assert mine.inspected == ()


def test_ready_counts_only_people_who_are_here():
    state = apply(apply(opened(), Ready(0, True)), Ready(3, True))
    counts = parts.ready_by_role(state, seated(bots=(4,)))
    assert [(count.ready, count.seats) for count in counts] == [(1, 1), (0, 2), (1, 3)]
    assert {count.seats for count in parts.ready_by_role(state, seated(present=False))} == {0}


def test_the_panel_has_the_room_and_a_tile_per_table():
    state = apply(in_outcome(state=round_played()), Ready(3, True))
    at, here = room(state.phase, 2), seated(bots=(4,))
    whole = panel.panel_room(at, ((state, here),))
    assert (whole.people, whole.here, whole.ready, whole.rounds) == (6, 6, 1, 6)
    tile = panel.panel_tile(state, here, ROLES)
    assert [seat.ready for seat in tile.seats] == [False, False, False, True, False, False, False]
    assert [seat.unanswered for seat in tile.seats] == [True] * 7
    assert (len(tile.qualities), tile.trouble) == (2, 4)
    assert tile.reserve == round(state.outcome.reserve, 1)
    on_the_wall = projector.board(state, here)
    assert tile.street == on_the_wall.street
    assert tile.looks == tuple(task.quality for task in on_the_wall.tasks)
    assert tile.before == tuple(task.before for task in on_the_wall.tasks)


def test_the_panel_in_the_lobby_and_between_rounds():
    here = seated()
    tile = panel.panel_tile(None, here, ROLES)
    assert (tile.qualities, tile.reserve, tile.asked, tile.deals, tile.ready) == ((), None, (), (), ())
    assert (tile.street, tile.looks, tile.before) == (None, (), ())
    assert panel.panel_room(room(Phase.LOBBY, 0), ((None, here),)).ready == 0
    assert panel.panel_tile(round_played(), here, ROLES).reserve == round(round_played().values.reserve, 1)


def test_the_projector_shows_the_outcome_of_a_table():
    state = in_outcome()
    sentence = Text("incident.green.0", {})
    board = projector.board(state, seated(texts=TableTexts(incidents=(sentence, None, None, None))))
    assert (board.cost, board.budget, board.street.empty) == (round(state.outcome.cost, 1), 10.0, False)
    assert [task.sentence for task in board.tasks] == [sentence, None, None, None]
    assert board.quality == round(sum(t.quality for t in state.outcome.tasks) / 4, 2)
    assert projector.board(state, seated()).tasks[0].sentence is None


def test_the_projector_before_and_after_play():
    lobby_board = projector.board(None, seated(bots=(1,)), roles=ROLES)
    assert lobby_board.aliases == ("p0", "p2", "p3", "p4", "p5", "p6")
    lights = (lobby_board.lobby.municipality, lobby_board.lobby.professionals, lobby_board.lobby.residents)
    assert lights == ((True,), (False, True), (True,) * 4), "a window is lit for who is in, not for a bot"
    assert projector.board(opened(), seated()).lobby is None
    fresh = projector.board(opened(), seated())
    assert (fresh.quality, fresh.cost, fresh.story, fresh.tasks[0].acted) == (None, None, None, ())
    ended = projector.board(end(in_outcome()), seated())
    assert ended.story == story(end(in_outcome()))
    whole = projector.projector_room(room(), ((None, seated()), (apply(opened(), Ready(0, True)), seated())))
    assert (whole.people, whole.here, whole.ready) == (14, 14, 1)


def test_the_lobby_on_a_phone():
    part = lobby.lobby_part(room(Phase.LOBBY, 0), seated(), ROLES)
    assert (part.seats[0].alias, part.seats[0].role) == ("p0", Role.MUNICIPALITY)
    assert lobby.lobby_mine(seated(), ROLES, 3) == lobby.LobbyMine(3, Role.RESIDENT, "p3", False, ())


def test_the_order_of_options_differs_per_seat_and_stays():
    seats = [orders(BASIC, 7, 1, seat, Role.RESIDENT) for seat in range(12)]
    assert seats == [orders(BASIC, 7, 1, seat, Role.RESIDENT) for seat in range(12)]
    assert len({order["act"][0] for order in seats}) == 3
    assert {frozenset(order["holder"]) for order in seats} == {frozenset(Holder)}


def test_the_story_of_a_game():
    act = choose(acting(), 3, acted("join", "claim", "wait", "wait"))
    told = story(close_phase(close_phase(act, TROUBLE), ()))
    line = told.rounds[0]
    assert (line.round, line.claims, line.draws) == (1, 1, TROUBLE)
    assert line.evenings == pytest.approx(1 / 12)
    assert told.start["ownership"] == 0.5
    assert line.tasks[0].asked == {"residents": 0, "together": 6, "professionals": 0}
    assert 0 < line.professional_share < 1


def test_a_game_in_which_nobody_does_anything_has_no_share():
    act = acting()
    for seat in (1, 2):
        act = choose(act, seat, acted(*["step_back"] * 4))
    assert story(close_phase(close_phase(act, CALM), ())).rounds[0].professional_share is None


@pytest.mark.parametrize(
    ("seats", "counts"), [(3, (1, 1, 1)), (6, (1, 2, 3)), (7, (2, 2, 3)), (10, (2, 3, 5)), (12, (2, 3, 7))]
)
def test_default_seats(seats, counts):
    roles = default_roles(seats)
    assert tuple(roles.count(role) for role in Role) == counts


@pytest.mark.parametrize("seats", [2, 13])
def test_a_table_has_three_to_twelve_seats(seats):
    with pytest.raises(ValueError, match="3 to 12"):
        default_roles(seats)


def test_a_street_has_at_least_four_households():
    assert [neighbours_needed(residents) for residents in (1, 3, 4, 7)] == [3, 1, 0, 0]
