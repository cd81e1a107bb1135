"""The words that the control panel and the projector are sent with: the codes' sentences and their own short lines."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from game import content


def panel_words(language: str, scenario: str) -> dict[str, str]:
    """Return the sentences by code for the panel or projector of a game with this scenario, with their own lines."""
    with override(language):
        return {**content.words(scenario, language), **_own()}


def _own() -> dict[str, str]:
    return {
        "ui.letter.municipality": _("M"),
        "ui.letter.resident": _("R"),
        "ui.letter.professional": _("P"),
    }
