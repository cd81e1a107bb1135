"""The projector's page: whoever has its link may look, and its page holds what they may see by then."""

import json
import re

import pytest

from game.models import Game
from tests.web.rooms import browser, start


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "says"), [("nl", "Doe mee met je telefoon"), ("en", "Join with your phone")]
)
def test_the_link_is_enough(language: str, says: str) -> None:
    workshop = start()

    page = browser(language).get(f"/projector/{workshop.projector_key}/").content.decode()

    assert f'<html lang="{language}">' in page
    assert f'data-socket="/ws/projector/{workshop.projector_key}/"' in page
    assert says in page
    assert page.count(workshop.code) >= 3
    assert "style=" not in page


@pytest.mark.django_db
def test_a_link_that_is_not_one() -> None:
    start()
    answer = browser().get("/projector/guessed/")

    assert answer.status_code == 404
    assert "Hier is niets" in answer.content.decode()


@pytest.mark.django_db
def test_it_only_looks() -> None:
    workshop = start()
    path = f"/projector/{workshop.projector_key}/"

    assert browser().post(path).status_code == 405
    assert f"/control/{workshop.pk}/" not in browser().get(path).content.decode()


def on_page(path: str, what: str) -> dict[str, object]:
    page = browser().get(path).content.decode()
    found = re.search(rf'<script id="{what}" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def families(words: dict[str, object]) -> set[str]:
    return {code.split(".")[0] for code in words}


@pytest.mark.django_db
@pytest.mark.parametrize("phase", ["lobby", "agree", "act", "outcome", "time_out"])
def test_what_is_revealed_is_not_on_the_page_before_the_debrief(phase: str) -> None:
    path = f"/projector/{start().projector_key}/"
    Game.objects.update(phase=phase)

    assert families(on_page(path, "words")) & {"note", "debrief", "log", "alias", "stuck", "refused"} == set()
    assert sorted(on_page(path, "structure")) == ["fundings", "holders", "picture", "roles"]
    # What asks for more just when the game goes back gets the same, and no failure.
    again = browser().get(f"{path}words/").json()
    assert again == {"words": on_page(path, "words"), "structure": on_page(path, "structure")}


@pytest.mark.django_db
@pytest.mark.parametrize("phase", ["debrief", "closed"])
def test_the_debrief_brings_its_words_and_never_a_note(phase: str) -> None:
    path = f"/projector/{start().projector_key}/"
    Game.objects.update(phase=phase)
    answer = browser().get(f"{path}words/").json()

    assert answer == {"words": on_page(path, "words"), "structure": on_page(path, "structure")}
    assert "debrief" in families(answer["words"])
    assert families(answer["words"]) & {"note", "log", "alias", "stuck", "refused"} == set()
    assert "loops" in answer["structure"]


@pytest.mark.django_db
def test_words_for_no_projector() -> None:
    start()
    Game.objects.update(phase="debrief")

    assert browser().get("/projector/guessed/words/").status_code == 404
