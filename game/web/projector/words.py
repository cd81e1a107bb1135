"""The words that the projector is sent with: its own in big, lines about tables, and after play those of the debrief."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from game import content
from game.web.facilitator.words import panel_words


def projector_words(language: str, scenario: str, *, revealed: bool) -> dict[str, str]:
    """Return the sentences by code for the projector of a game with this scenario; those of the debrief only when `revealed`.

    Whoever has the link can read the source of the page: what the facilitator reads is never in it.
    """
    with override(language):
        known = {**panel_words(language, scenario), **_phases(), **_tables(), **_link()}
    return {
        code: text for code, text in known.items() if content.belongs("projector", code, revealed=revealed)
    }


def _phases() -> dict[str, str]:
    return {
        "ui.round_big": _("Round {round}"),
        "ui.big.agree": _("Who carries what?"),
        "ui.big.act": _("What do you do?"),
        "ui.big.outcome": _("What happened"),
        "ui.silent": _("No talking yet"),
        "ui.may_talk": _("You may talk now"),
        "ui.play_big": _("play {game}"),
        "ui.practice_big": _("Practice round, does not count"),
        "ui.practice_over_big": _("Now it counts"),
        "ui.back_big": _("We went back a step"),
        "ui.undecided_big": _("Time is up. Waiting for the municipality."),
        "ui.asked_later": _("What is asked appears when everybody has said it."),
        "ui.spent_big": _("It cost €{cost}, and €{budget} came in."),
        "ui.spent_big_empty": _(
            "It cost €{cost}, and €{budget} came in. The purse no longer pays a full week."
        ),
        "ui.spent_cell": _("cost €{cost}"),
        "ui.spent_cell_empty": _("cost €{cost}, purse empty"),
        "ui.predicted": _("Observers expected: {told}"),
    }


def _tables() -> dict[str, str]:
    return {
        "ui.tables_range": _("tables {first}–{last} of {count}"),
        "ui.bots_play": _("bots"),
    }


def _link() -> dict[str, str]:
    return {
        "ui.lost_since": _("Last seen at {time}."),
        "ui.link.open": _("connected"),
        "ui.link.waiting": _("no connection"),
    }
