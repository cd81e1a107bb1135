"""Game files for tests: random ones for hypothesis, and plain ones to change a single choice in."""

from hypothesis import strategies as st

from tests.engine.seats import RESPONSES, GameJson, dice, seat


def plain(tasks: int = 4, rounds: int = 1, residents: int = 4, professionals: int = 1) -> GameJson:
    """Return a game in which everyone does the default, with dice that bring no incident."""
    return {
        "ruleset": 1,
        "tasks": [f"task{k}" for k in range(tasks)],
        "rounds": [
            {
                "draws": [1.0] * tasks,
                "municipality": [
                    {
                        "deals": [{"holder": "together", "requirements": False} for _ in range(tasks)],
                        "funding": "output",
                        "act": ["leave"] * tasks,
                    }
                ],
                "professionals": [{"act": ["together"] * tasks} for _ in range(professionals)],
                "residents": [{"act": ["wait"] * tasks} for _ in range(residents)],
            }
            for _ in range(rounds)
        ],
    }


@st.composite
def games(
    draw: st.DrawFn, max_rounds: int = 5, max_seats: int = 10, rulesets: tuple[int, ...] = (1, 2)
) -> GameJson:
    """Give any valid game file: 3-6 tasks, 1-10 seats a role, any choices, both forms, setbacks in any round of ruleset 2."""
    tasks = draw(st.integers(3, 6))
    ruleset = draw(st.sampled_from(rulesets))
    # Few choices drawn at once, so that a game of many seats stays quick to make: seats repeat a small pool.
    pools = {key: draw(st.lists(seat(key, tasks), min_size=1, max_size=3)) for key in RESPONSES}
    rounds = []
    for _ in range(draw(st.integers(1, max_rounds))):
        played: GameJson = {
            "draws": draw(dice(tasks)),
        }
        for key, pool in pools.items():
            played[key] = draw(st.lists(st.sampled_from(pool), min_size=1, max_size=max_seats))
        if ruleset == 2 and draw(st.booleans()):
            played["setback"] = draw(st.lists(st.integers(0, tasks - 1), max_size=3))
        rounds.append(played)
    game = {"ruleset": ruleset, "tasks": [f"task{k}" for k in range(tasks)], "rounds": rounds}
    form = draw(st.sampled_from([None, "full", "short"]))
    talk_from = draw(st.sampled_from([None, 1, 2, 4]))
    given = {"form": form, "talk_from": talk_from}
    return {**game, **{key: value for key, value in given.items() if value is not None}}
