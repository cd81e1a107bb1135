"""Everything that can be said is there in both languages, and play gives nothing away."""

import re
from pathlib import Path

import pytest

from game.content import catalogue, load_all, page_words, words
from game.content.words import LANGUAGES, parameters
from game.engine.debrief.sensible import reasons
from game.engine.model.choices import Funding, Holder
from game.engine.model.roles import Role
from game.engine.model.rules import RULESETS
from game.engine.table.phases import Phase

ROOT = Path(__file__).parents[2]
FORBIDDEN = {
    "nl": ("klant", "eigenaarschap", "vertrouwen", "onderstroom"),
    "en": ("customer", "ownership", "trust", "undercurrent"),
}
REFUSALS = [
    "unknown_code", "expired_code", "room_full", "table_full", "seat_taken", "alias_empty",
    "alias_too_long", "alias_characters", "alias_taken", "wrong_role", "wrong_phase", "phase_closed",
    "stale_step", "too_many_evenings", "too_many_hours", "too_many_visits", "unknown_choice",
    "incomplete_choice", "unknown_task", "not_in_trouble", "not_seated", "not_allowed", "malformed",
    "too_large", "too_deep", "binary_frame", "too_fast", "too_many_tries", "foreign_origin",
    "duplicate_id", "nobody_here", "unknown_table", "bad_setting", "game_over", "gone",
    "server_restarting", "internal", "not_stored", "no_database", "busy",
]  # fmt: skip
SCENARIOS = sorted(load_all())
both = pytest.mark.parametrize("language", LANGUAGES)


def all_words(language: str) -> dict[str, str]:
    return {code: text for scenario in SCENARIOS for code, text in words(scenario, language).items()}


def in_play(language: str) -> dict[str, str]:
    """Return what players and the big screen are told during play."""
    pages = [
        page_words(page, scenario, language) for page in ("player", "projector") for scenario in SCENARIOS
    ]
    return {code: text for page in pages for code, text in page.items()}


def test_both_languages_have_the_same_codes_and_parameters():
    dutch, english = (
        {
            code: parameters(text)
            for code, text in all_words(language).items()
            if not code.startswith("alias.")
        }
        for language in LANGUAGES
    )
    assert dutch == english


@both
def test_every_refusal_says_what_happened_and_what_to_do(language):
    for code in REFUSALS:
        sentence = catalogue(language)[f"refused.{code}"]
        assert len(re.findall(r"[.?](?: |$)|, ", sentence)) >= 2, sentence


def test_every_refusal_in_the_code_has_a_sentence():
    raised = set()
    for file in (ROOT / "game").rglob("*.py"):
        raised |= set(re.findall(r"(?:Refused|BadFrame)\(\s*\"(\w+)\"", file.read_text(encoding="utf-8")))
    assert raised - {code.removeprefix("refused.") for code in catalogue("nl")} == set()


@both
def test_every_word_of_the_game_has_its_text(language):
    known = catalogue(language)
    wanted = [f"role.{role}" for role in Role] + [f"phase.{phase}" for phase in Phase]
    wanted += [f"holder.{holder}" for holder in Holder] + [f"funding.{paid}" for paid in Funding]
    wanted += [f"funding_about.{paid}" for paid in Funding]
    every = [rules.choices for rules in RULESETS.values()]
    wanted += [f"act.{role}.{act}" for of in every for role in Role for act in of.act_words[role]]
    wanted += [f"respond.{word}" for of in every for role in Role for word in of.answer_words[role]]
    lines = {
        "resident": ("street", "expected", "evenings"),
        "professional": ("hours", "shortfall", "craft"),
        "municipality": ("complaints", "incidents", "money"),
    }
    wanted += [f"mark.{role}.{line}" for role, found in lines.items() for line in found]
    assert [code for code in wanted if code not in known] == []


@both
def test_a_reason_that_a_chair_can_have_is_said_whole_and_in_short(language):
    """So is doing it together, which each is held against."""
    every = {option for rules in RULESETS.values() for role in Role for option in reasons(rules, role)}
    known = catalogue(language)
    assert [
        code
        for option in (*sorted(every), "together")
        for code in (f"debrief.logic.{option}", f"debrief.way.{option}")
        if code not in known
    ] == []


@both
def test_play_gives_nothing_away(language):
    for code, text in in_play(language).items():
        for word in FORBIDDEN[language]:
            assert word not in text.lower(), f"{code}: {text}"


@both
def test_nobody_is_shouted_at(language):
    assert [code for code, text in all_words(language).items() if "!" in text] == []


@both
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_invitation_names_neither_article_nor_book(scenario, language):
    invitation = words(scenario, language)["invitation"]
    assert not re.search(
        r"hart|anders|vasthouden|artikel|article|boek|book|klant|customer", invitation.lower()
    )


@both
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_role_cards_have_at_most_sixty_words_and_the_opening_about_sixty(scenario, language):
    known = words(scenario, language)
    assert all(len(known[f"role_card.{role}"].split()) <= 60 for role in Role)
    assert 50 <= len(known["opening"].split()) <= 70


def test_the_glossary_is_kept():
    known = catalogue("nl")
    shown = {
        "holder": "bewoners · gemengde groep · professionals",
        "requirements": "op papier · mondeling",
        "funding": "per gewerkt uur · naar resultaat · vast bedrag",
        "act.resident": "avond eraan besteden · avond vrijhouden · probleem melden",
        "act.professional": "zelf uitvoeren · werk verdelen · bewoners doen het",
        "act.municipality": "straat bezoeken · rapport opvragen · op afstand blijven",
        "respond": "garantie vragen · aan herstel werken · afspraak opschrijven · mensen verdedigen · "
        "zelf afhandelen · voorval bespreken · verder gaan",
    }
    for kind, line in shown.items():
        texts = [text for code, text in known.items() if code.rpartition(".")[0] == kind]
        assert " · ".join(texts).replace("\u00ad", "") == line
