"""The words a page is sent with: everything that has a code, in one language; and the sentence of a refusal."""

from collections.abc import Mapping

from game import content

REVEALED = "debrief."
HIDDEN = tuple(prefix for prefix in content.PRIVATE if prefix != REVEALED)


def page_words(language: str, scenario: str, *, revealed: bool = False) -> dict[str, str]:
    """Return the sentences by code for a page of a game; those of the debrief only when `revealed`.

    What the game reveals afterwards is not in the source of a page during play either; the facilitator's notes never are.
    """
    hidden = HIDDEN if revealed else content.PRIVATE
    return {
        code: text for code, text in content.words(scenario, language).items() if not code.startswith(hidden)
    }


def refusal_sentence(language: str, code: str, params: Mapping[str, str | int | float]) -> str:
    """Return what to tell someone whose request was refused."""
    return content.fill(content.catalogue(language), f"refused.{code}", params, language)
