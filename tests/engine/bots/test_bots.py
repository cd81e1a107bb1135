"""Bots choose within the limits of people, the same again from the same draws, and as docs/model.md describes them.

In one file because the policies are held beside each other on the same tables.
"""

from dataclasses import replace

import pytest

from game.engine.bots.paths import before_round_one
from game.engine.bots.policies import BotView, Policy, act, agree, bot_stream, persona, respond
from game.engine.bots.view import fit_hours
from game.engine.model.choices import BASIC, Deal, Funding, Holder, Response
from game.engine.model.luck import Stream, round_draws
from game.engine.model.outcome import decide, hours_limit, play, start_agreement
from game.engine.model.roles import Role
from game.engine.model.rounds import finish_round
from game.engine.model.rules import RULESETS, start_values
from game.engine.model.values import SeatRound, Values
from tests.engine.model.test_outcome import START, agreed, seat

RULES = RULESETS[1]
ROLES = (Role.MUNICIPALITY, Role.PROFESSIONAL, Role.PROFESSIONAL, *[Role.RESIDENT] * 4)
TAKES = {"take_over": 2.5, "together": 2.0, "join": 1, "visit": 1, "inspect": 1}


def view_of(seat_index: int, **changes) -> BotView:
    given = {
        "rules": RULES,
        "values": START,
        "roles": ROLES,
        "seat": seat_index,
        "tasks": 4,
        "round": 1,
        "persona": 0.9,
        "agreement": agreed(),
    }
    return BotView(**{**given, **changes})


def after_a_round(resident: str = "wait", draws: float = 0.0, holder: str = "together") -> dict:
    """Return what a view holds of a last round in which professionals worked together."""
    seats = (
        seat("municipality", "leave", deals=agreed(holder, True).deals, funding=Funding.OUTPUT),
        *[seat("professional", "together")] * 2,
        *[seat("resident", resident)] * 4,
    )
    outcome = play(RULES, START, agreed(holder, True), seats, (draws,) * 4)
    return {"round": 2, "last": seats, "last_outcome": outcome}


def play_with(policy: Policy, seed: int, tasks: int, rounds: int = 6, reserve: float | None = None):
    """Return every round's seats of a game of bots, checking limits and words on the way."""
    values, last, last_outcome = start_values(RULES, tasks), None, None
    if reserve is not None:
        values = replace(values, reserve=reserve)
    agreement = start_agreement(tasks)
    played = []
    for number in range(1, rounds + 1):
        views = [
            BotView(
                RULES,
                values,
                ROLES,
                index,
                tasks,
                number,
                persona(seed, 1, index),
                last=last,
                last_outcome=last_outcome,
            )
            for index in range(len(ROLES))
        ]
        streams = [bot_stream(seed, 1, index, number, "all") for index in range(len(ROLES))]
        said = [agree(policy, view, stream) for view, stream in zip(views, streams, strict=True)]
        deals, funding = said[0]
        chair = SeatRound(ROLES[0], (), (), deals=deals, funding=funding)
        agreement = decide(agreement, [chair])
        views = [replace(view, agreement=agreement) for view in views]
        acts = [act(policy, view, stream) for view, stream in zip(views, streams, strict=True)]
        for role, done in zip(ROLES, acts, strict=True):
            check_act(role, done, values, agreement, tasks)
        seats = tuple(
            SeatRound(
                role,
                acts[index],
                (Response.LET_BE,) * tasks,
                deals=deals if index == 0 else None,
                funding=funding if index == 0 else None,
                propose=None if index == 0 else said[index],
            )
            for index, role in enumerate(ROLES)
        )
        outcome = play(RULES, values, agreement, seats, round_draws(seed, number, tasks, {}))
        answers = [
            respond(policy, replace(view, outcome=outcome), stream)
            for view, stream in zip(views, streams, strict=True)
        ]
        for role, answer in zip(ROLES, answers, strict=True):
            assert all(word in BASIC.answer_words[role] for word in answer)
            assert all(
                word is Response.LET_BE or task.trouble
                for word, task in zip(answer, outcome.tasks, strict=True)
            )
        seats = tuple(replace(one, respond=answer) for one, answer in zip(seats, answers, strict=True))
        values = finish_round(RULES, values, outcome, seats).values
        last, last_outcome = seats, outcome
        played.append(seats)
    return played


def check_act(role: Role, done: tuple[str, ...], values: Values, agreement, tasks: int) -> None:
    assert len(done) == tasks
    assert all(word in BASIC.act_words[role] for word in done)
    limit = {Role.MUNICIPALITY: 2, Role.RESIDENT: RULES.evenings(tasks)}.get(
        role, hours_limit(RULES, values, agreement)
    )
    assert sum(TAKES.get(word, 0) for word in done) <= limit + 1e-6


@pytest.mark.parametrize("policy", list(Policy))
@pytest.mark.parametrize("tasks", [3, 4, 6])
def test_bots_play_whole_games_within_the_limits(policy: Policy, tasks: int) -> None:
    rich = play_with(policy, 1, tasks, rounds=4)
    assert rich == play_with(policy, 1, tasks, rounds=4)
    play_with(policy, 2, tasks, rounds=4, reserve=-9.0)


def test_other_seeds_make_other_games() -> None:
    for policy in (Policy.RANDOM, Policy.HABIT):
        assert play_with(policy, 1, 4) != play_with(policy, 2, 4)
        assert play_with(policy, 1, 4)[0][3].act, "acts are filled"


def test_following_a_path() -> None:
    stream = Stream(1)
    assert agree(Policy.TOGETHER, view_of(0), stream) == (agreed().deals, Funding.TRUST)
    assert agree(Policy.TAKE_OVER, view_of(0), stream) == (agreed("professionals").deals, Funding.OUTPUT)
    assert agree(Policy.TAKE_OVER, view_of(3), stream) == (Holder.PROFESSIONALS,) * 4
    assert act(Policy.TOGETHER, view_of(0, round=2), stream) == ("leave", "visit", "visit", "leave")
    assert act(Policy.TOGETHER, view_of(1), stream) == ("together",) * 4
    assert act(Policy.TOGETHER, view_of(4, round=2), stream) == ("join", "wait", "join", "join")
    assert [act(Policy.TAKE_OVER, view_of(index), stream)[0] for index in (0, 1, 3)] == [
        "leave",
        "take_over",
        "wait",
    ]


def test_following_a_path_when_there_is_trouble() -> None:
    outcome = after_a_round()["last_outcome"]
    together = [respond(Policy.TOGETHER, view_of(index, outcome=outcome), Stream(1))[0] for index in range(7)]
    assert together == ["back", "evaluate", "evaluate", "repair", "let_be", "repair", "let_be"]
    own = [respond(Policy.OWN_SCORE, view_of(index, outcome=outcome), Stream(1))[0] for index in (0, 1, 3)]
    assert own == ["add_rule", "pull_in", "guarantee"]
    fixed = replace(outcome, agreement=agreed(funding="trust"))
    assert respond(Policy.OWN_SCORE, view_of(1, outcome=fixed), Stream(1)) == (Response.LET_BE,) * 4


@pytest.mark.parametrize("policy", list(Policy))
def test_in_the_short_form_nobody_responds(policy: Policy) -> None:
    view = view_of(3, form="short", outcome=after_a_round()["last_outcome"])
    assert respond(policy, view, Stream(1)) == (Response.LET_BE,) * 4


def test_own_score_looks_at_last_round() -> None:
    seats = [*before_round_one(ROLES, 4)]

    def choice(work: str) -> tuple[str, ...]:
        last = tuple(replace(one, act=(work,) * 4) if one.role is Role.PROFESSIONAL else one for one in seats)
        outcome = play(RULES, START, agreed(), last, (1.0,) * 4)
        return act(Policy.OWN_SCORE, view_of(3, round=2, last=last, last_outcome=outcome), Stream(1))

    assert choice("take_over") == ("wait",) * 4
    assert "join" in choice("step_back")
    assert view_of(3).last_seats == before_round_one(ROLES, 4)


def wishes(index: int, persona: float) -> dict[Holder, float]:
    """Return how often a habit bot asks for whom in its first round, of all tasks."""
    view = view_of(index, persona=persona)
    said = [holder for n in range(500) for holder in agree(Policy.HABIT, view, Stream(n, "wish"))]
    return {holder: said.count(holder) / len(said) for holder in Holder}


@pytest.mark.parametrize(
    ("index", "persona", "residents", "together"),
    [
        (3, 0.2, 0.25, 0.55),
        (3, 0.6, 0.05, 0.25),
        (3, 0.9, 0.55, 0.35),
        (1, 0.2, 0.05, 0.35),
        (1, 0.6, 0.45, 0.40),
        (1, 0.9, 0.15, 0.70),
    ],
)
def test_whom_a_bot_asks_for_comes_from_role_and_persona(
    index: int, persona: float, residents: float, together: float
) -> None:
    found = wishes(index, persona)
    assert found[Holder.RESIDENTS] == pytest.approx(residents, abs=0.03)
    assert found[Holder.TOGETHER] == pytest.approx(together, abs=0.03)


def test_by_habit_a_bot_asks_the_same_again_and_sometimes_anew_where_there_was_trouble() -> None:
    def again(**earlier) -> list[tuple[Holder, ...]]:
        mine = replace(earlier["last"][3], propose=(Holder.RESIDENTS,) * 4)
        last = (*earlier["last"][:3], mine, *earlier["last"][4:])
        view = view_of(3, persona=0.6, **{**earlier, "last": last})
        return [agree(Policy.HABIT, view, Stream(n, "again")) for n in range(300)]

    assert set(again(**after_a_round("join", draws=1.0))) == {(Holder.RESIDENTS,) * 4}
    troubled = [holder for said in again(**after_a_round()) for holder in said]
    assert troubled.count(Holder.RESIDENTS) / 1200 == pytest.approx(0.6 + 0.4 * 0.05, abs=0.04)


def test_proposals_by_own_score_repeat_the_last_ones_or_what_was_decided() -> None:
    earlier = after_a_round()
    assert agree(Policy.OWN_SCORE, view_of(3), Stream(1)) == (Holder.TOGETHER,) * 4
    decided = view_of(3, **after_a_round(holder="residents"))
    assert agree(Policy.OWN_SCORE, decided, Stream(1)) == (Holder.RESIDENTS,) * 4
    mine = replace(earlier["last"][3], propose=(Holder.PROFESSIONALS,) * 4)
    last = (*earlier["last"][:3], mine, *earlier["last"][4:])
    asked = agree(Policy.OWN_SCORE, view_of(3, **{**earlier, "last": last}), Stream(1))
    assert asked == (Holder.PROFESSIONALS,) * 4


def many(times: int, view: BotView) -> list[tuple[str, ...]]:
    return [act(Policy.HABIT, view, Stream(number, "many")) for number in range(times)]


def share(acts: list[tuple[str, ...]], word: str) -> float:
    return sum(done.count(word) for done in acts) / sum(len(done) for done in acts)


def test_half_of_the_neighbours_give_what_the_others_gave() -> None:
    conditional = [view_of(3, persona=0.2, **after_a_round(word)) for word in ("wait", "join")]
    idle, busy = (many(400, view) for view in conditional)
    assert share(idle, "join") == pytest.approx(0.125 / 4, abs=0.02)
    assert share(busy, "join") == pytest.approx(3 / 4, abs=0.05)
    assert share(many(400, view_of(3, persona=0.2)), "join") == pytest.approx(1.5 / 4, abs=0.04)


def test_three_in_ten_keep_their_evenings_and_the_rest_give_half() -> None:
    keeping = many(400, view_of(3, persona=0.6))
    assert {done.count("join") for done in keeping} == {0, 1}
    assert share(keeping, "join") == pytest.approx(0.3 / 4, abs=0.03)
    assert {done.count("join") for done in many(200, view_of(3, persona=0.95))} == {1, 2}
    drawn = [persona(seed, 1, 3) for seed in range(2000)]
    assert sum(p < 0.5 for p in drawn) / 2000 == pytest.approx(0.5, abs=0.05)


def test_neighbours_claim_where_they_count_on_more_than_they_get() -> None:
    assert share(many(400, view_of(3, persona=0.6)), "claim") == pytest.approx(0.1 * 3.7 / 4, abs=0.03)
    counting = replace(START, expectation=(1.0,) * 4)
    let_down = view_of(3, persona=0.6, values=counting, **after_a_round())
    assert share(many(100, let_down), "claim") > 0.85


def test_professionals_by_habit() -> None:
    first = many(300, view_of(1))
    assert set(first) == {("together",) * 4}
    held = many(300, view_of(1, agreement=agreed("professionals")))
    assert share(held, "take_over") == pytest.approx(0.7, abs=0.05)
    poor = many(300, view_of(1, **after_a_round("wait")))
    assert share(poor, "take_over") == pytest.approx(0.7, abs=0.05)
    came = after_a_round("join")
    rested = tuple(replace(one, act=("step_back",) * 4) for one in came["last"])
    assert min(task.quality for task in came["last_outcome"].tasks) > 0.6
    back = many(300, view_of(1, **{**came, "last": rested}))
    assert share(back, "together") == pytest.approx(0.7, abs=0.05)
    assert share(back, "step_back") == pytest.approx(0.3, abs=0.05)


def test_a_municipality_by_habit_rules_after_trouble() -> None:
    troubled = [agree(Policy.HABIT, view_of(0, **after_a_round()), Stream(n)) for n in range(200)]
    deals = [deal for said, _ in troubled for deal in said]
    assert sum(deal.holder == Holder.PROFESSIONALS for deal in deals) / 800 == pytest.approx(0.3, abs=0.05)
    assert all(deal.requirements for deal in deals), "they had requirements already"
    assert {funding for _, funding in troubled} == {Funding.OUTPUT}


def test_a_municipality_by_habit_lets_go_of_a_requirement_now_and_then() -> None:
    calm = after_a_round("join", draws=1.0)
    assert not any(task.trouble for task in calm["last_outcome"].tasks)
    said = [agree(Policy.HABIT, view_of(0, **calm), Stream(n))[0] for n in range(300)]
    dropped = sum(not deal.requirements for deals in said for deal in deals)
    assert dropped / 1200 == pytest.approx(0.1, abs=0.03)
    free = after_a_round()
    unruled = replace(free["last"][0], deals=agreed().deals)
    free["last"] = (unruled, *free["last"][1:])
    said = [agree(Policy.HABIT, view_of(0, **free), Stream(n))[0] for n in range(300)]
    assert sum(deal.requirements for deals in said for deal in deals) / 1200 == pytest.approx(0.5, abs=0.05)
    assert agree(Policy.HABIT, view_of(0), Stream(1)) == (start_agreement(4).deals, Funding.OUTPUT)


def test_a_municipality_by_habit_looks_where_there_was_trouble() -> None:
    assert act(Policy.HABIT, view_of(0), Stream(1)) == ("leave",) * 4
    for done in many(50, view_of(0, **after_a_round())):
        assert sorted(done) == ["inspect", "leave", "leave", "visit"]


@pytest.mark.parametrize(
    ("index", "complaints", "expected"),
    [
        (0, 0.5, {"add_rule": 0.4, "back": 0.2}),
        (1, 0.5, {"pull_in": 0.3, "evaluate": 0.3}),
        (3, 0.5, {"guarantee": 0.5, "repair": 0.2}),
        (3, 1.0, {"guarantee": 1.0}),
    ],
)
def test_habit_when_there_is_trouble(index: int, complaints: float, expected: dict[str, float]) -> None:
    happened = after_a_round()["last_outcome"]
    tasks = tuple(replace(task, complaints=complaints) for task in happened.tasks)
    view = view_of(index, outcome=replace(happened, tasks=tasks))
    words = [word for n in range(300) for word in respond(Policy.HABIT, view, Stream(n, "answer"))]
    for word, probability in expected.items():
        assert words.count(word) / len(words) == pytest.approx(probability, abs=0.04)
    assert words.count("let_be") / len(words) == pytest.approx(1 - sum(expected.values()), abs=0.04)


def test_random_bots_use_every_word() -> None:
    seen = {
        word
        for seed in range(10)
        for seats in play_with(Policy.RANDOM, seed, 4)
        for s in seats
        for word in s.act
    }
    assert seen == {word for words in BASIC.act_words.values() for word in words}
    deals = {
        deal for seed in range(10) for seats in play_with(Policy.RANDOM, seed, 4) for deal in seats[0].deals
    }
    assert deals == {Deal(holder, ruled) for holder in Holder for ruled in (True, False)}


@pytest.mark.parametrize(
    ("hours", "fitted"),
    [
        (10.0, ("take_over", "take_over", "step_back", "take_over")),
        (7.0, ("take_over", "take_over", "step_back", "together")),
        (4.7, ("take_over", "together", "step_back", "step_back")),
        (0.0, ("step_back",) * 4),
    ],
)
def test_acts_are_fitted_into_the_hours_there_are(hours: float, fitted: tuple[str, ...]) -> None:
    assert fit_hours(RULES, ("take_over", "take_over", "step_back", "take_over"), hours) == fitted
