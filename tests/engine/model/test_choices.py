"""What a choice means is said once: everything a ruleset offers is counted, and all else follows a changed one."""

import json
from dataclasses import replace

import pytest

from game.engine.bots import own_score
from game.engine.bots.policies import Policy
from game.engine.bots.seat import bot_choice
from game.engine.debrief.levers import LEVERS, count
from game.engine.debrief.played import of_table
from game.engine.debrief.sensible import reasons
from game.engine.debrief.series import story
from game.engine.debrief.strengths import loops
from game.engine.debrief.structure import play_structure
from game.engine.model.choices import BASIC, JOIN, REPAIR, Act, Answer, Choices, Response
from game.engine.model.figures import option_figures
from game.engine.model.outcome import efforts_of
from game.engine.model.roles import Role
from game.engine.model.rules import RULESETS, Ruleset, start_values
from game.engine.model.scores import score
from game.engine.model.values import By
from game.engine.screens import player
from game.engine.screens.cues import FIRST
from game.engine.table.moves import Choose as ChooseMove
from game.engine.table.moves import apply, close_phase, open_table
from game.engine.table.phases import Phase
from game.engine.table.state import TableState
from tests.engine.builders import TASKS, acted, acting, choose, round_played, setup
from tests.engine.screens.test_screens import room, seated

ROLES = (Role.MUNICIPALITY, Role.PROFESSIONAL, Role.RESIDENT, Role.RESIDENT)


def uncounted(choices: Choices) -> list[str]:
    """Return the acts and answers of a ruleset that nothing in the debrief counts; those that let things be need none."""
    told = {code: lever.role for code, lever in LEVERS.items()}
    missing = []
    for role in Role:
        for act in choices.acts[role]:
            rests = act.word == choices.resting_act(role) and role is Role.MUNICIPALITY
            if not rests and not any(told.get(code) is role for code in act.counts):
                missing.append(act.word)
        for answer in choices.answers[role]:
            if not answer.lets_be and not any(
                told.get(code) is role and code in FIRST for code in answer.counts
            ):
                missing.append(str(answer.word))
    return missing


@pytest.mark.parametrize("number", RULESETS)
def test_everything_a_ruleset_offers_is_counted_in_the_debrief(number: int) -> None:
    assert uncounted(RULESETS[number].choices) == []


def test_what_is_counted_nowhere_is_found() -> None:
    every_act = [act for acts in BASIC.acts.values() for act in acts]
    every_answer = [answer for answers in BASIC.answers.values() for answer in answers]
    lost = Choices(
        [*every_act, Act("sweep", Role.RESIDENT, {"swept": 1.0}, tie=3, takes=1)],
        [*every_answer, Answer(Response.BACK, Role.RESIDENT, {"backed": 1.0}, "municipal_back")],
    )

    assert uncounted(lost) == ["sweep", "back"]


@pytest.mark.parametrize("number", RULESETS)
def test_every_role_has_one_default_and_something_that_takes_nothing(number: int) -> None:
    rules = RULESETS[number]
    for role in Role:
        assert [act.is_default for act in rules.choices.acts[role]].count(True) == 1
        assert rules.spent(role, [rules.choices.resting_act(role)]) == 0
        assert len({act.tie for act in rules.choices.acts[role]}) == len(rules.choices.acts[role])


# A changed ruleset is a value: every figure, screen and finding follows it.


CLEAN = Act("clean", Role.RESIDENT, {"joined": 0.5}, tie=3, takes=2)
CHANGED = replace(
    RULESETS[1],
    choices=Choices(
        [*(act for acts in BASIC.acts.values() for act in acts), CLEAN],
        [answer for answers in BASIC.answers.values() for answer in answers],
    ),
    evenings_by_tasks=(3, 4, 5, 6),
    looks=1,
    take_over_hours=4.0,
    together_hours=1.0,
    join_hours=3.0,
    mark_divisor=2.0,
    resident_guarantee=0.7,
)


class ChangedSetup(type(setup())):  # type: ignore[misc]
    """A table that is played under the changed copy."""

    __slots__ = ()

    @property
    def rules(self) -> Ruleset:
        return CHANGED


def changed_table() -> TableState:
    plain = setup()
    return open_table(ChangedSetup(**{name: getattr(plain, name) for name in plain.__dataclass_fields__}))


def test_a_table_under_changed_rules_follows_them_everywhere() -> None:
    state = acting(changed_table(), holder="professionals")
    state = choose(state, 1, acted("take_over", "step_back", "together", "step_back"))
    state = choose(state, 3, acted("clean", "clean", "wait", "wait"))
    phone = {seat: player.mine(state, room(state.phase), seated(), seat) for seat in (0, 1, 3)}
    told = [one for one in phone[1].figures if (one["kind"], one["task"]) == ("act", 0)]
    figures = {str(one["option"]): one for one in told}
    cleaning = next(one for one in phone[3].figures if one["option"] == "clean")
    outcome = close_phase(state, (0.0,) * 4)
    played = close_phase(outcome, ())
    series = story(played).rounds[0]

    assert [phone[seat].limit for seat in (0, 1, 3)] == [1, 10.0, 4]
    assert (figures["take_over"]["hours"], figures["together"]["takes"]) == (4.0, 1.0)
    assert (cleaning["evenings"], cleaning["takes"], "kept" in cleaning) == (2, 2, False)
    assert "clean" in phone[3].order["act"]
    assert series.evenings == 4 / (4 * 4)
    assert count(of_table(played), "joined", 1, 1).count == 4, "evenings"
    share = outcome.outcome.tasks[0]
    assert share.joined == 0.125
    assert share.professional_share == (4.0 * share.take_over + share.together) / (
        4.0 * share.take_over + share.together + 3.0 * 0.125
    )
    assert loops(of_table(played))[0].arrows["take_over_lean_back"] == 1 - 4 / 16


@pytest.mark.parametrize("policy", Policy)
def test_bots_keep_to_what_changed_rules_allow(policy: Policy) -> None:
    """Through two rounds of trouble: with one look and other hours none of their choices is refused."""
    state = changed_table()
    for _ in range(6):
        for seat in range(len(state.setup.roles)):
            state = apply(state, ChooseMove(seat, bot_choice(state, seat, policy), By.BOT))
        state = close_phase(state, (0.0,) * 4 if state.phase is Phase.ACT else ())

    assert len(state.played) == 2


def test_what_neighbours_kept_is_what_their_acts_left_them() -> None:
    """Two tasks cleaned, which takes two evenings each, leave none of the four."""
    state = acting(changed_table(), holder="professionals")
    quiet = close_phase(state, (0.0,) * 4)
    busy = close_phase(choose(state, 3, acted("clean", "clean", "wait", "wait")), (0.0,) * 4)
    gauges = [player.mine(one, room(one.phase), seated(), 4).gauge for one in (quiet, busy)]

    kept = [gauge.figures["kept"] for gauge in gauges if gauge]
    assert kept[0] - kept[1] == 4


def test_a_page_and_the_reasons_follow_changed_rules() -> None:
    chairs = json.loads(json.dumps(play_structure(CHANGED)["chairs"]))

    assert chairs["resident"]["acts"]["clean"] == ["joined"]
    assert reasons(CHANGED, Role.RESIDENT) == ("wait", "claim")
    leaving = replace(CLEAN, word="nap", counts={"kept_evenings": 1.0}, takes=0)
    lazy = replace(CHANGED, choices=Choices([*CHANGED.choices.acts[Role.RESIDENT], leaving], []))
    assert reasons(lazy, Role.RESIDENT) == ("wait", "claim", "nap")


def test_a_new_act_is_within_reach_of_bots_and_own_score() -> None:
    values = start_values(CHANGED, len(TASKS))
    seats = round_played().played[0].seats
    agreement = round_played().played[0].result.outcome.agreement
    gains = own_score.act_gains(CHANGED, values, agreement, seats, len(seats) - 1)

    assert [len(of_task) for of_task in gains] == [len(CHANGED.choices.acts[Role.RESIDENT])] * 4


def test_a_weight_is_a_share_of_one() -> None:
    seats = [
        replace(seat, act=("clean",) * 4) if seat.role is Role.RESIDENT else seat
        for seat in round_played().played[0].seats
    ]

    assert {effort.joined for effort in efforts_of(CHANGED, 10.0, seats)} == {0.5}
    assert JOIN.counts == {"joined": 1.0}


def test_marks_and_answers_are_read_from_the_rules() -> None:
    played = round_played().played[0]
    seat = next(index for index, one in enumerate(played.seats) if one.role is Role.RESIDENT)
    asking = [*played.seats]
    asking[seat] = replace(asking[seat], respond=(Response.GUARANTEE,) * 4)
    values = start_values(CHANGED, 4)
    quiet = score(CHANGED, values, played.result.outcome, played.seats, seat).total
    asked = score(CHANGED, values, played.result.outcome, asking, seat).total
    trouble = sum(task.trouble for task in played.result.outcome.tasks)
    points = {
        one.option: one.points
        for one in option_figures(
            CHANGED,
            values,
            Role.RESIDENT,
            4,
            played.result.outcome.agreement.funding,
            [task.deal for task in played.result.outcome.tasks],
        )
        if one.kind == "respond"
    }

    assert asked - quiet == pytest.approx(0.7 * trouble)
    assert points["guarantee"] == 0.7


def test_what_only_residents_answers_depend_on_is_told_per_task() -> None:
    repair = replace(REPAIR, slope="repair_slope", measure="ownership", pivot="repair_pivot")
    acts = [act for found in BASIC.acts.values() for act in found]
    answers = [
        repair if answer.word is REPAIR.word else answer
        for found in BASIC.answers.values()
        for answer in found
    ]
    rules = replace(RULESETS[1], choices=Choices(acts, answers), repair_slope=0.6)
    outcome = round_played().played[0].result.outcome
    deals = [task.deal for task in outcome.tasks]
    found = option_figures(
        rules, start_values(rules, 4), Role.RESIDENT, 4, outcome.agreement.funding, deals, outcome
    )

    told = {one.task for one in found if one.option == "repair"}
    assert told == {k for k, task in enumerate(outcome.tasks) if task.trouble}
