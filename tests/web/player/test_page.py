"""The phone's page: who gets it, and that its scripts find every word they ask for."""

import json
import re
from pathlib import Path

import pytest
from django.test import Client

from game import content
from game.engine.model.choices import Funding, Holder
from game.engine.model.roles import Role
from game.engine.model.rules import RULESETS
from game.models import Game, Workshop
from tests.web.modules import modules_of
from tests.web.rooms import browser, seated, start

ICONS = Path(__file__).parents[3] / "templates/player/icons.html"

SCRIPTS = modules_of("player", with_later=True)


def words_on(client: Client, workshop: Workshop) -> dict[str, str]:
    page = client.get(f"/play/{workshop.pk}/").content.decode()
    found = re.search(r'<script id="words" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "role_name"), [("nl", "gemeente"), ("en", "municipality")])
def test_a_seat_gets_its_page(language: str, role_name: str) -> None:
    workshop = start()
    client = seated(workshop, "Zwanebloem", language)

    page = client.get(f"/play/{workshop.pk}/").content.decode()

    assert f'<html lang="{language}">' in page
    assert f'data-socket="/ws/play/{workshop.pk}/"' in page
    assert "Zwanebloem" in page
    assert role_name in page
    assert "style=" not in page


@pytest.mark.django_db
def test_an_alias_cannot_break_out_of_the_page() -> None:
    workshop = start()
    client = seated(workshop, "</script><b>x")

    page = client.get(f"/play/{workshop.pk}/").content.decode()

    assert "<b>x" not in page


@pytest.mark.django_db
def test_what_is_revealed_is_not_on_the_page_during_play() -> None:
    workshop = start()
    client = seated(workshop)
    words = f"/play/{workshop.pk}/words/"

    assert [code for code in words_on(client, workshop) if code.startswith("debrief.")] == []
    during = client.get(words).json()  # asked for just when the game went back: no failure, and no secret
    assert (during["words"], "steps" in during["structure"]) == (words_on(client, workshop), False)

    Game.objects.update(phase="debrief")

    after = client.get(words).json()
    assert (after["words"], "steps" in after["structure"]) == (words_on(client, workshop), True)
    assert browser().get(words).status_code == 404


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_word_that_a_script_names_is_there(language: str) -> None:
    known = content.page_words("player", content.default_scenario(), language, revealed=True)
    named = {code for script in SCRIPTS for code in re.findall(r'word\(\s*"([\w.]+)"', script.read_text())}

    assert sorted(code for code in named if code not in known and f"{code}.other" not in known) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_word_that_a_script_puts_together_is_there(language: str) -> None:
    known = content.page_words("player", content.default_scenario(), language)
    roles = [str(role) for role in Role]
    wanted = [
        f"{kind}.{role}"
        for kind in ("role", "ui.letter", "ui.player.limit", "ui.player.gauge")
        for role in roles
    ]
    wanted += [f"ui.player.ask.{phase}.{role}" for phase in ("agree", "act") for role in roles]
    wanted += [f"ui.player.ask.{key}" for key in ("lobby", "outcome", "outcome.calm", "debrief", "closed")]
    wanted += [f"ui.player.title.{key}" for key in ("lobby", "agree", "act", "outcome", "debrief", "closed")]
    wanted += [f"ui.player.count.{role}" for role in ("resident", "professional")]
    wanted += [f"ui.player.count.municipality.{number}" for number in ("one", "other")]
    wanted += [f"ui.player.progress.{key}" for key in ("open", "default", "again")]
    wanted += [f"holder.{holder}" for holder in Holder] + [f"funding.{funding}" for funding in Funding]
    every = [rules.choices for rules in RULESETS.values()]
    wanted += [f"act.{role}.{act}" for of in every for role, acts in of.act_words.items() for act in acts]
    wanted += [f"respond.{word}" for of in every for words in of.answer_words.values() for word in words]
    options = [f"act.{role}.{act}" for of in every for role, acts in of.act_words.items() for act in acts]
    options += [f"holder.{holder}" for holder in Holder]
    wanted += [f"ui.player.{part}.{option}" for part in ("short", "weigh.task") for option in options]
    wanted += [f"ui.player.short.funding.{funding}" for funding in Funding] + [
        "ui.player.short.requirements.yes"
    ]
    wanted += [
        f"ui.player.row.resident.{act}"
        for of in every
        for act in of.act_words[Role.RESIDENT]
        if act != "wait"
    ]
    wanted += [f"ui.player.weigh.case.{role}" for role in ("resident", "professional")]
    wanted += ["requirements.yes", "requirements.no", "ui.tag.incident", "ui.tag.complaints"]
    tasks = content.scenario(content.default_scenario()).tasks
    wanted += [f"task.{task}.{part}" for task in tasks for part in ("name", "about", "look.0", "look.3")]

    assert [code for code in wanted if code not in known] == []


def test_every_choice_has_its_drawing() -> None:
    icons = set(re.findall(r'id="icon-(\w+)"', ICONS.read_text(encoding="utf-8")))
    every = [rules.choices for rules in RULESETS.values()]
    words = {act for of in every for acts in of.act_words.values() for act in acts}
    words |= {str(word) for of in every for answers in of.answer_words.values() for word in answers}
    words |= {str(funding) for funding in Funding}

    assert sorted(words - icons) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_a_button_shows_is_part_of_its_name(language: str) -> None:
    """Who asks for a button aloud says what it shows; a screen reader says the whole (WCAG 2.5.3)."""
    known = content.page_words("player", content.default_scenario(), language)
    short = {code.removeprefix("ui.player.short."): text for code, text in known.items() if ".short." in code}
    rests = {"act.resident.wait", "act.municipality.leave"}  # no buttons
    wholes = {code: known[code].replace("\u00ad", "") for code in short if code not in rests}
    paper = {"nl": "papier", "en": "paper"}[language]

    assert short["requirements.yes"] == paper
    assert [code for code, whole in wholes.items() if short[code].lower() not in whole.lower()] == []


def test_opposite_choices_share_no_drawing() -> None:
    """The evening that is spent and the one that is kept, paper and word of mouth: each has a drawing of its own."""
    drawn = dict(re.findall(r'id="icon-([\w-]+)"[^>]*>(.*?)</symbol>', ICONS.read_text(encoding="utf-8")))
    bare = [re.sub(r' class="\w+"', "", drawing) for drawing in drawn.values()]

    assert len(bare) > 20
    assert sorted({one for one in bare if bare.count(one) > 1}) == []
