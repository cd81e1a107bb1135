"""Worlds of one's own: whole whatever was changed, the words of one language in both, nothing of what was left out."""

import re
from pathlib import Path

import pytest

from game import content
from game.content import LANGUAGES, load_all
from game.content.complete import OF_TASKS, check_complete
from game.content.frozen import freeze
from game.content.loader import FOLDER, read_folder
from game.content.own.hints import Hint, hints
from game.content.own.places import place_of
from game.content.own.problems import Problem, problems
from game.content.own.shown import shown, stored, whose
from game.content.scenario import read_scenario
from game.content.source import Source

EVERY = sorted(load_all())
CLUB = {
    "tasks": "own1 green own2 play",
    "plot.own1": "3",
    "setbacks.2": "own1 own2",
    "setbacks.3": "-",
    "incidents.4": "play",
    "month.2": "12",
    "nl.title": "De club",
    "en.title": "The club",
    "nl.task.own1.name": "De kantine",
    "en.task.own2.name": "Away games",
    "nl.incident.own1.7": "Het bier is op.",
    "nl.news.bench": "Er staat een bankje bij het veld.",
    "nl.instead.straat": "club",
    "nl.instead.nooit gezegd": "iets",
}


def complete(base: str, changes: dict[str, str]) -> None:
    """Check a world as the start checks the shipped ones."""
    _, files = freeze(content.whole(base, changes))
    scenario = read_scenario(Source(Path("own.toml"), files["data"]))
    marked = frozenset(content.base(base).marked["nl"])
    for language in LANGUAGES:
        source = Source(Path(f"own.{language}.toml"), files[language])
        check_complete(scenario, source, content.catalogue(language), marked)


@pytest.mark.parametrize("base", EVERY)
def test_a_copy_says_and_plays_what_it_was_copied_from(base: str) -> None:
    code, files = freeze(content.whole(base, {}))
    content.hold(code, files)

    for language in LANGUAGES:
        assert content.words(code, language) == content.words(base, language)
    own, shipped = content.scenario(code), content.scenario(base)
    for same in ("tasks", "fixed_incidents", "setbacks", "news", "scene", "months", "lists"):
        assert getattr(own, same) == getattr(shipped, same)
    assert (own.code, len(code)) == (code, 36)
    assert freeze(content.whole(base, {}))[0] == code


@pytest.mark.parametrize("base", EVERY)
def test_a_world_is_complete_with_three_tasks_or_six_old_or_new(base: str) -> None:
    tasks = load_all()[base].tasks
    complete(base, {"tasks": " ".join(tasks[1:])})
    complete(base, {"tasks": "own1 own2 own3 own4 own5 own6"})
    complete(base, {"tasks": " ".join((*reversed(tasks), "own9", "own2"))})
    complete(base, {f"setbacks.{round}": "-" for round in range(1, 11)})


def test_what_was_changed_stands_in_the_whole_and_the_rest_as_it_was_copied() -> None:
    code, files = freeze(content.whole("street", CLUB))
    content.hold(code, files)
    world, dutch, english = content.scenario(code), content.words(code, "nl"), content.words(code, "en")

    assert world.tasks == ("own1", "green", "own2", "play")
    assert world.plots == {"own1": "3"}
    assert (world.setbacks, world.fixed_incidents) == ({2: (0, 2)}, {2: 1, 4: 3})
    assert world.months == (3, 12, 5, 6, 8, 9, 10, 11, 12, 2)
    assert {news.task for news in world.news} == {None, 1, 3}
    assert (dutch["title"], english["title"]) == ("De club", "The club")
    # One language is enough.
    assert (english["task.own1.name"], dutch["task.own2.name"]) == ("De kantine", "Away games")
    # A list goes on where it ends, without the places that were left open.
    assert world.lists["incident.own1"] == 4
    assert (dutch["incident.own1.3"], english["incident.own1.3"]) == ("Het bier is op.", "Het bier is op.")
    assert dutch["news.bench"] == english["news.bench"] == "Er staat een bankje bij het veld."
    assert dutch["briefing.1"] == content.words("street", "nl")["briefing.1"]
    # What it calls things goes into the catalogue's sentences, in its own language alone.
    usual = content.catalogue("nl")
    otherwise = [code for code in usual if dutch[code] != usual[code]]
    assert len(otherwise) > 20
    assert [code for code in otherwise if "club" not in dutch[code].lower()] == []
    assert [code for code, text in content.catalogue("en").items() if english[code] != text] == []
    of_tasks = [code for code in dutch if code.startswith(tuple(f"{family}." for family in OF_TASKS))]
    assert {code.split(".")[1] for code in of_tasks} == {"own1", "green", "own2", "play"}
    assert problems(content.base("street"), CLUB) == []
    complete("street", CLUB)


LONG = "Een heel lange naam die nergens past "


@pytest.mark.parametrize(
    ("place", "typed", "code", "params"),
    [
        ("nl.task.green.name", "n" * 200, "too_long", {"limit": 24, "count": 200}),
        ("nl.title", "<b>De straat</b>", "markup", {}),
        ("en.news.bench", "&lt;script&gt;", "markup", {}),
        ("nl.title", "De \x01 straat", "characters", {}),
        ("nl.title", "\u200b", "unseen", {}),
        ("nl.title", "De {straat}", "braces", {}),
        ("nl.role_card.resident", "woord " * 61, "too_many_words", {"limit": 60, "count": 61}),
        ("nl.task.play.name", "HET  plantsoen", "same_name", {"name": "HET  plantsoen"}),
        ("en.alias.90", "hedgehog", "same_name", {"name": "hedgehog"}),
        ("nl.words.ui.letter.resident", "{count}", "values", {}),
        ("tasks", "green play", "few_tasks", {"least": 3, "count": 2}),
        ("tasks", "green play green safety", "task_twice", {}),
        ("tasks", "green safety neighbours play own1 own2 own3", "many_tasks", {"most": 6, "count": 7}),
    ],
)
def test_what_is_wrong_is_named_by_its_place(
    place: str, typed: str, code: str, params: dict[str, str | int]
) -> None:
    changes = {place: typed, "en.task.own1.name": "One", "en.task.own2.name": "Two"}

    assert problems(content.base("street"), changes) == [Problem(place, code, params)]
    for language in LANGUAGES:
        assert f"world.problem.{code}" in content.catalogue(language)
    content.whole("street", changes)  # can be looked at all the same


def test_there_is_a_place_for_words_and_none_for_the_model() -> None:
    for base in EVERY:
        words = content.base(base).words
        lost = [f"{language}.{code}" for language in LANGUAGES for code in words[language]]
        assert [name for name in lost if not place_of(name)] == []
        limits = {name: place.limit for name in lost if (place := place_of(name))}
        kept = {name: words[name[:2]][name[3:]] for name in lost}
        assert [name for name in lost if len(kept[name]) > limits[name]] == []
    nowhere = (
        "",
        "title",
        "de.title",
        "rules",
        "news.rose.bench",
        "nl.news",
        "plot.",
        "setbacks.11",
        "nl.role.resident",
    )
    assert [name for name in nowhere if place_of(name)] == []


SAID = (
    "incident",
    "setback",
    "grumble",
    "done",
    "heard",
    "thread",
    "news",
    "briefing",
    "overheard",
    "look_at",
)


def test_what_may_be_written_is_as_long_as_what_is_shipped() -> None:
    longest: dict[str, int] = dict.fromkeys(SAID, 0)
    limits: dict[str, int] = {}
    for base in EVERY:
        for language in LANGUAGES:
            for code, text in content.base(base).words[language].items():
                family = code.partition(".")[0]
                if family in SAID and (place := place_of(f"{language}.{code}")):
                    longest[family] = max(longest[family], len(text))
                    limits[family] = place.limit
    # The screens are made for what is shipped: nobody can write a sentence that is a line longer.
    assert {
        family: limits[family] - most
        for family, most in longest.items()
        if limits[family] - most not in range(13)
    } == {}
    # A complaint is two lines of the big screen, of 45 characters each.
    assert limits["grumble"] == 90


def test_new_tasks_say_their_own_name_and_never_the_same() -> None:
    name = "n" * 24
    tasks = {f"own{number}": f"{name[:-2]}{number:02}" for number in range(1, 7)}
    changes = {"tasks": " ".join(tasks)} | {f"nl.task.{task}.name": said for task, said in tasks.items()}
    words = content.whole("street", changes).words

    for language in LANGUAGES:
        of_tasks = {code: text for code, text in words[language].items() if code.startswith(OF_TASKS)}
        told = [text for code, text in of_tasks.items() if not code.startswith("task.")]
        assert len(told) == len(set(told)) == 6 * (7 + 3 + 4 + 3 + 6 + 8)
        assert [text for text in told if "{" in text or name[:22] not in text] == []
        assert [code for code, text in of_tasks.items() if len(text) > place_of(f"nl.{code}").limit] == []  # type: ignore[union-attr]
    # In one place, each says something else.
    for family in ("incident", "setback", "grumble"):
        places = [words["nl"][f"{family}.own{number}.0"].replace(f"{number:02}", "") for number in (1, 2, 3)]
        assert len(set(places)) == 3
    named = content.whole("street", {"tasks": "own1 green play", "nl.task.own1.name": "De kantine"}).words
    assert named["nl"]["done.own1.add_rule"] == "Er staat een nieuwe afspraak op papier over de kantine."
    assert [who for who in content.base("street").blank["nl"].items() if who[0].startswith("who.")] == [
        who for who in content.base("street").blank["en"].items() if who[0].startswith("who.")
    ]


def test_a_sentence_of_every_screen_is_shown_as_it_is_said_there() -> None:
    base, code = content.base("school"), "ui.letter.resident"
    other = "ui.player.worth.part"

    assert shown(base, {}, f"nl.words.{code}") == base.words["nl"][f"words.{code}"]
    assert (shown(base, {}, f"nl.words.{other}"), whose(base, {}, f"nl.words.{other}")) == (
        "helpt {percent}%",
        "base",
    )
    assert stored(base, {}, f"nl.words.{other}", "helpt {percent}%") == ""
    assert shown(base, {}, "nl.words.ui.nothing") == ""


def test_a_month_is_one_of_twelve() -> None:
    base = content.base("school")

    assert (shown(base, {}, "month.1"), shown(base, {"month.1": "8"}, "month.1")) == ("9", "8")
    assert [stored(base, {}, "month.1", typed) for typed in ("8", "9", "13", "x")] == ["8", "", "", ""]
    assert place_of("month.11") is None


def test_what_may_be_forgotten_is_told_and_keeps_nobody_from_playing() -> None:
    base = content.base("street")
    assert hints(base, {}) == []
    dutch = [text for text in base.words["nl"].values() if re.search(r"\bplantsoen\b", text, re.IGNORECASE)]
    changes = {"nl.task.green.name": "De kantine", "month.2": "12"}

    # In English it is called De kantine too, and its sentences still speak of the old name there.
    found = hints(base, changes)
    assert found[0] == Hint("name", len(dutch) - 1, "plantsoen")
    assert [one.code for one in found[1:-1]] == ["name"]
    assert found[-1] == Hint("month", 2, place="nl.briefing.2")
    assert hints(base, {"month.2": "12", "en.briefing.2": "Winter."}) == []
    assert (
        hints(
            base,
            {
                "nl.task.green.name": "Ons plantsoen",
                "en.task.green.name": base.words["en"]["task.green.name"],
            },
        )
        == []
    )
    assert problems(base, changes) == []
    mended = {
        f"nl.{code}": "Anders."
        for code, text in base.words["nl"].items()
        if text in dutch and "name" not in code
    }
    assert [one.name for one in hints(base, changes | mended) if one.code == "name"] == [
        one.name for one in found[1:-1]
    ]


def test_an_exported_world_can_be_shipped(tmp_path: Path) -> None:
    for file in FOLDER.rglob("*.toml"):
        copy = tmp_path / file.relative_to(FOLDER)
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    for name, text in content.whole("street", CLUB).files("club").items():
        (tmp_path / "scenarios" / name).write_text(text, encoding="utf-8")

    assert read_folder(tmp_path).words("club", "nl")["title"] == "De club"
