"""Every picture of the debrief has its module, and no script types again what the engine says there is."""

import json
import re
from pathlib import Path

import pytest
from django.test import Client

from game import content
from game.engine.debrief.loops import LOOPS, arrows_of
from game.engine.debrief.steps import MOODS, OF_ONE_TABLE, STEPS
from game.engine.debrief.structure import play_structure, structure
from game.engine.model.choices import Funding, Holder
from game.engine.model.roles import Role
from game.engine.model.rules import RULESETS
from game.models import Game, Workshop
from game.protocol.commands.debrief import TryWhatIf
from game.web.picture import picture
from tests.actions.room import full_table, new_id
from tests.web.modules import STATIC
from tests.web.rooms import seated, start
from tests.web.takeaway.test_export import play

JS = STATIC / "js"
FOLDER = JS / "ui/debrief/pictures"
PICTURE = re.compile(r"^export (const picture = |\{ \w+ as picture \} from )", re.MULTILINE)
# Where a code may stand: how it is drawn (a face, a shape, a place in a ring), not that it is there; and made-up streets.
DRAWN = {
    "state/loop_shapes.js",
    "ui/shared/marks.js",
    "ui/debrief/charts/tally.js",
    "pages/styleguide/states.js",
}
BY_PAGES = "feeling.finale"  # phone and projector draw it themselves, with the streets


def pictures() -> dict[str, Path]:
    """Return the file of each picture, by its step and part."""
    return {f"{file.parent.name}.{file.stem}": file for file in FOLDER.glob("*/*.js")}


def test_every_picture_has_its_module() -> None:
    assert sorted(pictures()) == sorted(f"{step}.{part}" for step, parts in STEPS.items() for part in parts)
    assert [code for code, file in pictures().items() if not PICTURE.search(file.read_text())] == []


def test_a_module_knows_how_its_picture_looks_wherever_it_is_shown() -> None:
    alone = {f"{step}.{part}" for step, parts in STEPS.items() for part in parts if part in OF_ONE_TABLE}
    for code, file in pictures().items():
        if code == BY_PAGES:
            continue
        text = file.read_text()
        for shared in ("under_line.js", "measured.js", "answers.js", "texts.js"):
            if shared in text:
                text += (FOLDER / shared).read_text()
        is_of_tables = "ofRoom: true" not in text and code not in alone
        assert re.search(r"^ +one[(:]", text, re.MULTILINE), code
        assert bool(re.search(r"^ +sides[(:]", text, re.MULTILINE)) == is_of_tables, code


@pytest.mark.django_db
def test_what_goes_home_is_drawn_by_the_same_pictures() -> None:
    room = play(full_table(rounds=5), 5)
    room.run(TryWhatIf(new_id(), room.game.step, "funding.trust", 1, shown=True))
    page = Client().get(f"/take-home/{room.workshop.take_home_key}/").content.decode()
    figures = re.findall(r'data-picture="([\w.]+)"', page)

    assert len(figures) == len(set(figures)) == 10
    assert [code for code in figures if not has_paper(pictures()[code])] == []


def has_paper(file: Path) -> bool:
    """Tell whether a picture can be drawn on paper, itself or by what it shares with others."""
    text = file.read_text()
    return bool(re.search(r"^ +paper[(:]", text, re.MULTILINE)) or "measured(" in text


@pytest.mark.parametrize(
    "codes",
    [[*STEPS], [*LOOPS], [*arrows_of(RULESETS[2])], [*MOODS], [*Holder], [*Funding], [*Role]],
    ids=["steps", "loops", "arrows", "moods", "holders", "fundings", "roles"],
)
def test_no_script_types_again_what_there_is(codes: list[str]) -> None:
    listed = re.compile(rf'\["(?:{"|".join(codes)})", "(?:{"|".join(codes)})"')
    found = [file for file in JS.rglob("*.js") if listed.search(file.read_text())]

    assert [str(file.relative_to(JS)) for file in found if str(file.relative_to(JS)) not in DRAWN] == []


@pytest.mark.django_db
@pytest.mark.parametrize("ruleset", RULESETS)
def test_a_phone_hears_what_the_debrief_is_made_of_when_it_opens(ruleset: int) -> None:
    workshop = start()
    client = seated(workshop)
    Game.objects.update(ruleset=ruleset)
    drawn = {"picture": picture(content.default_scenario())}

    assert structure_on(client, workshop) == as_json({**play_structure(RULESETS[ruleset]), **drawn})

    Game.objects.update(phase="debrief")

    told = as_json({**structure(RULESETS[ruleset]), **drawn})
    assert structure_on(client, workshop) == told
    assert client.get(f"/play/{workshop.pk}/words/").json()["structure"] == told


def structure_on(client: Client, workshop: Workshop) -> object:
    page = client.get(f"/play/{workshop.pk}/").content.decode()
    found = re.search(r'<script id="structure" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def as_json(plain: dict[str, object]) -> object:
    return json.loads(json.dumps(plain))
