"""A broken content file stops the start with its file, line and reason."""

import shutil
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from game.content import ContentError
from game.content.loader import FOLDER, read_folder

SCENARIO, DUTCH, ENGLISH = "scenarios/street.toml", "scenarios/street.nl.toml", "scenarios/street.en.toml"
WORDS, PANEL, FACTS = "words.en.toml", "words.panel.en.toml", "words.toml"
TITLE = 'title = "De straat"\nwords'
INSTEAD = 'title = "De straat"\ninstead'
NO_CODE = f'{TITLE}.act.baker.bake = "bakken"'
NOT_MARKED = f'{TITLE}.role.resident = "ouder"'
ROLE_ANEW = "words.role.resident: a scenario may not say 'role.resident' in its own words"
NO_VALUE = f'{TITLE}.log.street_rose = "de school werd beter"'
NO_CODES = "page.player.reveals: a list of codes is expected"
NOW = "ui.panel.bot_now: 'ui.panel.bot_now' is missing, words.panel.nl.toml has it"
SUITS = "overheard.calm.5: 'overheard.calm.5' is missing, street.nl.toml has it"
JOY = "mark.professional.craft: 'mark.professional.craft' is missing, words.nl.toml has it"


@pytest.fixture(autouse=True, scope="module")
def _each_text_is_parsed_once() -> Iterator[None]:
    """Parse no file again that is as it was: of the two dozen in a copy, one is broken."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tomllib, "loads", cache(tomllib.loads))
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the real content, to break; of its scenarios only the one that is broken here, as all are read every time."""
    street = {FOLDER / name for name in (SCENARIO, DUTCH, ENGLISH)}
    for file in (*FOLDER.glob("*.toml"), *street):
        copy = tmp_path / file.relative_to(FOLDER)
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(file, copy)
    return tmp_path


def edit(folder: Path, name: str, old: str, new: str) -> int:
    """Replace the only `old` and return the line where it began."""
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {name}"
    file.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def refused(folder: Path) -> ContentError:
    with pytest.raises(ContentError) as caught:
        read_folder(folder)
    assert str(caught.value) == f"{caught.value.file.name}:{caught.value.line}: {caught.value.reason}"
    return caught.value


def test_an_unbroken_copy_is_read(folder):
    street = read_folder(folder).scenarios["street"]
    assert (street.fixed_incidents, street.setbacks) == ({2: 0, 4: 1}, {3: (1,), 5: (2,)})


@pytest.mark.parametrize(
    ("name", "old", "new", "reason"),
    [
        (SCENARIO, "default = true", "default = ", "Invalid value (at line {line}, column 11)"),
        (SCENARIO, "default = true", "default = 1", "default: default is true or false"),
        (SCENARIO, 'code = "street"', 'code = "avenue"', "code: the code is not the file's name 'street'"),
        (SCENARIO, 'code = "street"', "code = 3", "code: the code is a text"),
        (SCENARIO, "default = true", "ruleset = 3", "ruleset: unknown key"),
        (SCENARIO, 'scene = "street"', "scene = 3", "scene: the scene is a name"),
        (
            SCENARIO,
            'scene = "street"',
            "months = [1, 13]",
            "months: the months are numbers from 1 to 12",
        ),
        (
            SCENARIO,
            'scene = "street"',
            "months = [1, 12]",
            "months: 10 months are needed, one for each round, not 2",
        ),
        (SCENARIO, '"green", "safety", "neighbours", "play"', '"green"', "tasks: 3 to 6 tasks are needed, not 1"),
        (SCENARIO, '"neighbours", "play"]', '"green"]', "tasks: 'green' is there twice"),
        (SCENARIO, '["green", "safety", "neighbours", "play"]', '["a b"]', "tasks: the tasks are a list of codes"),
        (SCENARIO, '2 = "green"', '2 = "park"', "incidents.2: unknown task 'park'"),
        (SCENARIO, '2 = "green"', '12 = "green"', "incidents.12: a round is 1 to 10"),
        (SCENARIO, '2 = "green"', '02 = "green"', "incidents.02: a round is 1 to 10"),
        (SCENARIO, '2 = "green"', '2 = ["green"]', "incidents.2: a task is named by its code"),
        (SCENARIO, '3 = "safety"', '3 = "park"', "setbacks.3: unknown task 'park'"),
        (SCENARIO, '3 = "safety"', '3 = ["safety", "park"]', "setbacks.3: unknown task 'park'"),
        (SCENARIO, '3 = "safety"', "3 = 1", "setbacks.3: a task is named by its code"),
        (SCENARIO, '3 = "safety"', '3 = [["safety"]]', "setbacks.3: a task is named by its code"),
        (SCENARIO, '3 = "safety"', '11 = "safety"', "setbacks.11: a round is 1 to 10"),
        (SCENARIO, '3 = "safety"', '0 = "safety"', "setbacks.0: a round is 1 to 10"),
        (SCENARIO, '3 = "safety"', 'three = "safety"', "setbacks.three: a round is 1 to 10"),
        (SCENARIO, "[setbacks]", "[[setbacks]]", "setbacks: a table is expected"),
        (DUTCH, '  "Konijnen.', '  # "Konijnen.', "setback.green.5: 'setback.green.5' is missing, street.en.toml has it"),
        (DUTCH, "[note.outcome_setback]", "[note.storm]", "note.outcome_setback.say: 'note.outcome_setback.say' is missing"),
        (SCENARIO, "bench = {}", "bench = 3", "news.rose.bench: a table is expected"),
        (SCENARIO, "bench = {}", "whose = {}", "news.fell.whose: 'whose' is there twice"),
        (SCENARIO, "bench = {}", 'bench = { moon = "full" }', "news.rose.bench: unknown key 'moon'"),
        (SCENARIO, "bench = {}", 'bench = { task = "park" }', "news.rose.bench: unknown task 'park'"),
        (SCENARIO, "bench = {}", "bench = { above = { luck = 1 } }", "news.rose.bench: unknown measure 'luck'"),
        (
            SCENARIO,
            "bench = {}",
            'bench = { above = { quality = "much" } }',
            "news.rose.bench: the bound of 'quality' is a number",
        ),
        (
            SCENARIO,
            "[news.fell]",
            "[news.sank]",
            "news.sank: the direction is one of rose, fell",
        ),
        (DUTCH, 'bench = "Bij', '# "Bij', "news.bench: 'news.bench' is missing"),
        (DUTCH, 'bench = "Bij', 'bank = "Bo"\nbench = "Bij', "news.bank: the scenario has no such news"),
        (DUTCH, 'title = "De straat"', "", "title: 'title' is missing"),
        (DUTCH, 'title = "De straat"', 'title = ""', "title: a text is expected"),
        (DUTCH, "[note.pattern]", "[note.patroon]", "note.pattern.say: 'note.pattern.say' is missing"),
        (DUTCH, 'not = "Wijs geen', 'never = "Wijs geen', "note.pattern.not: 'note.pattern.not' is missing"),
        (DUTCH, 'title = "De straat"', "title = 3", "title: a text is expected"),
        (DUTCH, 'title = "De straat"', 'title = "De {straat}"', "title: unknown parameter '{straat}'"),
        (DUTCH, 'title = "De straat"', 'title = "De {straat"', "title: a { or } that belongs to no {name}"),
        (DUTCH, "[task.play]", "[task.plat]", "task.plat.name: unknown task 'plat'"),
        (DUTCH, '"Egel", "Merel"', '"Merel", "Merel"', "alias: 'Merel' is there twice"),
        (DUTCH, '"Egel"', '"Egel de Grote van hier"', "alias: 'Egel de Grote van hier' is longer than 20 characters"),
        (ENGLISH, "[look_at]", "[role]\nresident = 'me'\n[look_at]", "role.resident: the catalogue has this code already"),
        (DUTCH, 'title = "De straat"', NO_CODE, "words.act.baker.bake: the catalogue has no 'act.baker.bake'"),
        (DUTCH, 'title = "De straat"', NOT_MARKED, ROLE_ANEW),
        (DUTCH, 'title = "De straat"', NO_VALUE, "words.log.street_rose: other parameters than in the catalogue"),
        (DUTCH, 'title = "De straat"', f'{INSTEAD}.baker = "x"', "instead.baker: no sentence of the catalogue says this"),
        (DUTCH, 'title = "De straat"', f'{INSTEAD}.Straat = "x"', "instead.Straat: a phrase is written without capitals"),
        (DUTCH, 'title = "De straat"', f'{INSTEAD}."de straat" = "{{x}}"', "instead.de straat: a name takes no values"),
        (FACTS, '"take_home.about", "ui.l', '"ui.hard", "ui.l', "anew: the catalogue has no 'ui.hard'"),
        (FACTS, '"take_home.about", "ui.l', '"mark.*", "ui.l', "anew: 'mark.*' is there twice"),
        (FACTS, "anew = [", "anew = 3\nold = [", "anew: a list of codes is expected"),
        (FACTS, "[page.projector]\n", "[page.projector]\nshows = []\n", "page.projector: 'plays' and 'reveals' are expected"),
        (FACTS, 'reveals = ["debrief", "-debrief.w', 'reveals = [3, "-debrief.w', NO_CODES),
        (FACTS, "unsent = [", "unseen = [", "unsent: a list of codes is expected"),
        (PANEL, "bot_now =", "bot_then =", NOW),
        (ENGLISH, '"\'It suits me as it is.\'", ', "", SUITS),
        (WORDS, "{limit} characters", "20 characters", "refused.alias_too_long: other parameters than in words.nl.toml"),
        (WORDS, 'craft = "Your pleasure', 'joy = "Your pleasure', JOY),
    ],
)  # fmt: skip
def test_a_mistake_is_named_by_file_line_and_reason(folder, name, old, new, reason):
    line = edit(folder, name, old, new)
    error = refused(folder)
    assert (error.file, error.reason) == (folder / name, reason.replace("{line}", str(line)))


@pytest.mark.parametrize(
    ("name", "old", "new", "further"),
    [
        (SCENARIO, "default = true", "default = ", 0),
        (SCENARIO, "default = true", "ruleset = 3", 0),
        (SCENARIO, '5 = "neighbours"', '5 = "neighbors"', 0),
        (SCENARIO, '4 = "safety"', '4 = "saftey"', 0),
        (SCENARIO, 'late_dog = { task = "safety"', 'late_dog = { task = "night"', 0),
        (SCENARIO, "bench = {}", "bench = {}\nbench = {}", 1),
        (DUTCH, 'title = "De straat"', 'title = "De {straat}"', 0),
        (DUTCH, 'name = "De speelplek"', 'name = ""', 0),
        (DUTCH, 'name = "De speelplek"', "name = De speelplek", 0),
        (DUTCH, "[heard.play.without]", "[heard.plai.without]", 1),
        ("words.nl.toml", 'room_full = "Alle', 'room_full = "{all} Alle', None),
    ],
)
def test_the_line_is_that_of_the_mistake(folder, name, old, new, further):
    line = edit(folder, name, old, new)
    error = refused(folder)
    if further is None:
        assert error.file == folder / "words.en.toml"
        text = error.file.read_text(encoding="utf-8").splitlines()[error.line - 1]
        assert text.startswith("room_full =")
    else:
        assert (error.file.name, error.line) == (Path(name).name, line + further)


def test_a_missing_text_points_at_the_table_it_belongs_in(folder):
    line = edit(
        folder, ENGLISH, 'let_be = "Something was the matter on the green, and everyone moved on."', "# gone"
    )
    error = refused(folder)
    assert (error.file.name, error.reason) == (
        "street.en.toml",
        "done.green.let_be: 'done.green.let_be' is missing",
    )
    lines = error.file.read_text(encoding="utf-8").splitlines()
    assert lines[error.line - 1] == "[done.green]"
    assert error.line < line


def test_a_code_is_in_one_file_of_the_catalogue(folder):
    for language in ("nl", "en"):
        edit(folder, f"words.panel.{language}.toml", "[ui.panel]\n", "[ui]\nround = 'x'\n[ui.panel]\n")
    error = refused(folder)
    reason = "ui.round: another file of the catalogue has this code already"
    assert (error.file, error.line, error.reason) == (folder / "words.panel.nl.toml", 4, reason)


def test_own_words_for_the_catalogue_may_be_needed_in_one_language_only(folder):
    anew = 'title = "The school"\nwords.ui.player.heard = "At school you hear:"\ninstead.street = "school"'
    edit(folder, ENGLISH, 'title = "The street"', anew)
    english = read_folder(folder).words("street", "en")
    assert english["ui.player.heard"] == "At school you hear:"
    assert english["ui.player.predict.title"] == "How will the school look after this round?"
    assert read_folder(folder).words("street", "nl")["ui.player.heard"] == "Op straat hoor je:"


def test_a_role_card_has_at_most_sixty_words(folder):
    edit(folder, DUTCH, "Je woont in deze straat,", "Je woont in deze straat " + "en " * 20)
    assert refused(folder).reason == "role_card.resident: a role card has at most 60 words"


def test_too_little_news_that_always_fits_is_refused(folder):
    file = folder / SCENARIO
    text = file.read_text(encoding="utf-8")
    start, end = text.index("[news.fell]"), text.index("weeds =")
    file.write_text(text[:start] + "[news.fell]\nwhose = {}\n" + text[end:], encoding="utf-8")
    assert refused(folder).reason == "news.fell: 20 sentences without a condition are needed, not 1"


@pytest.mark.parametrize("name", [SCENARIO, DUTCH, ENGLISH, "words.nl.toml", "words.en.toml"])
def test_a_file_that_is_no_text_is_refused(folder, name):
    (folder / name).write_bytes(b'title = "caf\xe9"\n')
    error = refused(folder)
    assert (error.file.name, error.line, error.reason) == (Path(name).name, 1, "the file is not UTF-8 text")


@pytest.mark.parametrize("name", [DUTCH, ENGLISH, "words.nl.toml", "words.en.toml"])
def test_a_missing_file_is_refused(folder, name):
    (folder / name).unlink()
    assert refused(folder).reason == "the file is missing"


def test_a_folder_without_scenarios_is_refused(folder):
    for file in (folder / "scenarios").glob("*.toml"):
        file.unlink()
    assert refused(folder).reason == "there is no scenario"


@pytest.mark.parametrize("times", [0, 2])
def test_exactly_one_scenario_is_the_usual_one(folder, times):
    for code in ("first", "second"):
        for suffix in ("", ".nl", ".en"):
            text = (folder / f"scenarios/street{suffix}.toml").read_text(encoding="utf-8")
            text = text.replace(
                'code = "street"\ndefault = true', f'code = "{code}"\ndefault = {str(times == 2).lower()}'
            )
            (folder / f"scenarios/{code}{suffix}.toml").write_text(text, encoding="utf-8")
    for file in (folder / "scenarios").glob("street*"):
        file.unlink()
    assert refused(folder).reason == "exactly one scenario has 'default = true'"


def test_every_key_of_a_scenario_is_needed(folder):
    text = (folder / SCENARIO).read_text(encoding="utf-8")
    (folder / SCENARIO).write_text(text.replace('code = "street"\n', ""), encoding="utf-8")
    assert refused(folder).reason == "'code' is missing"
