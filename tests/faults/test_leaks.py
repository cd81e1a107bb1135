"""Two games that differ in one hidden choice look the same to everybody else, to the last byte, on every socket and page.

Games are random; a failure names the seed that plays it again (FAULTS_SEED). No figure on a wire is finer than what is shown.
"""

import json
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import combinations, pairwise
from typing import Any, Literal

import pytest
import time_machine
from django.db import transaction

from game.actions.commands import Request, carry_out
from game.engine.model.choices import Choice, Deal, Funding, Holder
from game.engine.model.refusal import Refused
from game.engine.model.roles import Role
from game.engine.table import limits
from game.engine.table.phases import PLAY_PHASES, Phase
from game.engine.table.state import TableState
from game.protocol.commands.player import Post, Predict
from game.protocol.messages import Ack
from game.selectors.live import screens
from tests.actions.room import Player, new_id
from tests.engine.test_rounded import fine
from tests.faults.audiences import STEERING, Audiences, Seen, gather
from tests.faults.sizes import SEED, SIZE

pytestmark = [pytest.mark.faults, pytest.mark.django_db]
SEEDS = range(SEED, SEED + SIZE.leaks)
# Rounds, seats per phase that choose the one or the other, and in which phases everybody's pages are asked for too.
ROUNDS, HIDING, PAGED = (4, 3, ("agree", "act", "outcome")) if SIZE.is_whole else (2, 2, ("act",))
NOW = datetime(2026, 3, 5, 19, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _one_moment() -> Iterator[None]:
    """Let everything be at the same moment, as most screens say when something was."""
    with time_machine.travel(NOW, tick=False):
        yield


@contextmanager
def undone() -> Iterator[None]:
    """Take back what is done inside."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def drawn(dice: random.Random, state: TableState, seat: int) -> Choice:
    """Return a set that is allowed, whole where others see whether it is; Choice() where there is nothing to choose."""
    role, rules, count = state.setup.roles[seat], state.setup.rules, len(state.setup.tasks)
    if state.phase is Phase.OUTCOME and state.setup.form == "short":
        return Choice()
    while True:
        match state.phase:
            case Phase.AGREE if role is Role.MUNICIPALITY:
                paper = [state.round > 1 and dice.random() < 0.3 for _ in range(count)]
                deals = tuple(Deal(dice.choice(list(Holder)), one) for one in paper)
                choice = Choice(deals=deals, funding=dice.choice(list(Funding)))
            case Phase.AGREE:
                choice = Choice(propose=tuple(dice.choice(list(Holder)) for _ in range(count)))
            case Phase.ACT:
                choice = Choice(act=tuple(dice.choice(rules.choices.act_words[role]) for _ in range(count)))
            case _:
                assert state.outcome is not None
                words = (*rules.choices.answer_words[role], None)
                given = (dice.choice(words) if task.trouble else None for task in state.outcome.tasks)
                choice = Choice(respond=tuple(given))
        try:
            limits.check(state, seat, choice)
        except Refused:
            continue
        return choice


def two(dice: random.Random, state: TableState, seat: int) -> tuple[Choice, Choice] | None:
    """Return two different sets for a seat, None where it has nothing to choose between."""
    found = [drawn(dice, state, seat) for _ in range(20)]
    return next(((one, other) for one, other in pairwise(found) if one != other), None)


def differing(
    here: Audiences, ways: tuple[Callable[[], None], Callable[[], None]], but: set[str], *, pages: bool
) -> list[str]:
    """Do the one and the other, each on its own, and return where that can be told apart, by who looks, `but` some."""
    before = here.parts()
    seen: list[Seen] = []
    for way in ways:
        with undone():
            way()
            frames = {name: frame for name, frame in here.frames(before).items() if name not in but}
            assert too_fine(frames) == [], "finer than what is shown"
            asked = here.pages() if pages else {}
            seen.append(frames | {name: page for name, page in asked.items() if who(name) not in but})
    one, other = seen
    assert one.keys() == other.keys()
    return [name for name in one if one[name] != other[name]]


def who(name: str) -> str:
    """Return whose a page is."""
    return name.split(" /")[0]


def too_fine(frames: Seen) -> list[str]:
    """Return what is finer on a wire than anything that is shown of it, while the game is played."""
    messages = [json.loads(line) for frame in frames.values() for line in frame.splitlines()]
    return [place for message in messages if not _is_revealed(message) for place in fine(message)]


def _is_revealed(message: dict[str, Any]) -> bool:
    phase = (message.get("table") or message.get("room") or {}).get("phase")
    return phase in ("debrief", "closed")


def chooses(player: Player, choice: Choice) -> Callable[[], None]:
    def choose() -> None:
        assert isinstance(player.choose(choice, id="hidden", n=10_000), Ack)

    return choose


def play(seed: int, **settings: Any) -> Iterator[tuple[random.Random, Audiences]]:
    """Play a random game, and stop at the beginning of every phase in which people choose."""
    dice = random.Random(seed)
    here = gather(seed, **{"rounds": ROUNDS, **settings})
    here.room.next()
    while here.room.game.phase != "debrief":
        if here.room.game.phase in PLAY_PHASES:
            yield dice, here
            state = here.room.state()
            for seat, player in here.phones.items():
                player.choose(drawn(dice, state, seat))
                player.ready(dice.random() < 0.5)
        here.room.next()
    yield dice, here


def tells(dice: random.Random, here: Audiences) -> list[str]:
    """Return who can tell one choice of a seat from another, for some seats in the open phase."""
    state, found = here.room.state(), []
    for number, seat in enumerate(dice.sample(sorted(here.phones), HIDING)):
        player, pair = here.phones[seat], two(dice, state, seat)
        if pair is None:
            continue
        asks = state.phase is Phase.AGREE and state.setup.roles[seat] is not Role.MUNICIPALITY
        but = {f"seat {seat}"} | (set(STEERING) if asks else set())
        ways = (chooses(player, pair[0]), chooses(player, pair[1]))
        found += differing(here, ways, but, pages=number == 0 and state.phase in PAGED)
        if state.phase is not Phase.AGREE:  # where a chair's own tap lets it see what is asked
            player.choose(drawn(dice, state, seat))  # the next one hides among choices that are there
    return found


@pytest.mark.promise("a hidden choice: no other socket or page differs by a byte")
@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_else_can_tell_one_choice_from_another(seed: int) -> None:
    form = "short" if seed % 4 == 0 else "full"
    talking = "free" if seed % 3 == 0 else "silent_first"
    for dice, here in play(seed, form=form, talking=talking):
        game = here.room.game
        if game.phase != "debrief":
            assert tells(dice, here) == [], f"seed {seed}, {game.phase} of round {game.round}"
            assert predicted(here) == [], f"seed {seed}, {game.phase} of round {game.round}"
    assert written(here) == [], f"seed {seed}"


def predicted(here: Audiences) -> list[str]:
    """Return who can tell what an observer expects of a round, before that is over."""
    game = here.room.game
    if game.round < 2 or game.phase == "outcome":
        return []

    def expects(word: Literal["better", "worse"]) -> Callable[[], None]:
        def predict() -> None:
            command = Predict("hidden", game.step, word)
            [answer] = carry_out(game.pk, [Request(command, "observer", here.watching.pk)])
            assert isinstance(answer, Ack)

        return predict

    return differing(here, (expects("better"), expects("worse")), {"observer"}, pages=SIZE.is_whole)


def written(here: Audiences) -> list[str]:
    """Return who can tell what somebody wrote that was not let through."""
    [(seat, player), *_] = here.phones.items()
    here.room.show("feeling")

    def writes(text: str) -> Callable[[], None]:
        def write() -> None:
            assert isinstance(player.send(Post(new_id(), here.room.game.step, "feeling", text)), Ack)

        return write

    but = {f"seat {seat}", *STEERING}
    return differing(here, (writes("Vermoeid"), writes("Opgelucht")), but, pages=True)


@pytest.mark.promise("who of two did what: no other socket differs by a byte")
@pytest.mark.parametrize("seed", SEEDS)
def test_an_outcome_tells_what_was_done_and_not_by_whom(seed: int) -> None:
    for dice, here in play(seed, rounds=2):
        state, phase = here.room.state(), here.room.game.phase
        pairs = combinations(sorted(here.phones), 2)
        alike = [pair for pair in pairs if len({state.setup.roles[seat] for seat in pair}) == 1]
        if phase != "act" or not alike:
            continue
        first, second = dice.choice(alike)
        found = two(dice, state, first)
        assert found is not None
        one, other = found

        def done(ours: Choice, theirs: Choice, here: Audiences = here, pair: Any = (first, second)) -> None:
            for seat, choice in zip(pair, (ours, theirs), strict=True):
                here.phones[seat].choose(choice, id=f"by {seat}")
            here.room.next("closes")
            assert here.room.game.phase == "outcome"

        ways = (partial(done, one, other), partial(done, other, one))
        assert differing(here, ways, {f"seat {first}", f"seat {second}"}, pages=False) == [], f"seed {seed}"


def telling_seat(make: Any) -> Any:
    """Return an own part that has the choice of seat 1 in it, for a chair that should not know."""

    def own_part(game: Any, table: Any, seat_id: int) -> object:
        part, picks = make(game, table, seat_id), table.state.picks if table.state else ()
        return replace(part, alias=f"{part.alias} {hash(str(picks))}")

    return own_part


def telling_street(make: Any) -> Any:
    """Return a board whose figures hang on what is chosen now."""

    def board(game: Any, table: Any) -> object:
        part, picks = make(game, table), table.state.picks if table.state else ()
        return replace(part, cost=float(len(str(picks))))

    return board


@pytest.mark.parametrize(
    ("name", "telling", "noticed"),
    [("own_part", telling_seat, "seat"), ("board", telling_street, "projector")],
)
def test_a_screen_that_tells_is_noticed(
    monkeypatch: pytest.MonkeyPatch, name: str, telling: Callable[[Any], Any], noticed: str
) -> None:
    monkeypatch.setattr(screens, name, telling(getattr(screens, name)))
    dice, here = next(play(SEED))
    assert {place.split()[0] for place in tells(dice, here)} == {noticed}
