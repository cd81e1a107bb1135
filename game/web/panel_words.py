"""The words that the control panel and the projector are sent with: the codes' sentences and their own short lines."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from game import content


def panel_words(language: str, scenario: str) -> dict[str, str]:
    """Return the sentences by code for the panel or projector of a game with this scenario, with their own lines."""
    with override(language):
        return {**content.words(scenario, language), **_own()}


def _own() -> dict[str, str]:
    return (
        {
            "ui.letter.municipality": _("M"),
            "ui.letter.resident": _("R"),
            "ui.letter.professional": _("P"),
            "ui.table": _("Table {table}"),
            "ui.round_of": _("Round {round} of {rounds}"),
            "ui.people.one": _("{count} person is in"),
            "ui.people.other": _("{count} people are in"),
            "ui.people_of": _("At table {table}"),
            "ui.ready": _("{ready} of {here} ready"),
            "ui.only_bots": _("Only bots are playing"),
            "ui.nobody_here": _("Nobody is connected"),
            "ui.trouble": _("{count} in trouble"),
            "ui.tile_quality": _("quality {quality}"),
            "ui.purse": _("purse {reserve}"),
            "ui.asked_counts": _(
                "asked: residents {residents}, mixed {together}, professionals {professionals}"
            ),
            "ui.decided": _("decided: {holder}, {how}"),
        }
        | _steps()
        | _seats()
    )


def _steps() -> dict[str, str]:
    return {
        "ui.next.lobby": _("Start round 1"),
        "ui.next.agree": _("Go on to doing"),
        "ui.next.act": _("Show the outcome"),
        "ui.next.outcome": _("Start round {round}"),
        "ui.next.last": _("Go to the debrief"),
        "ui.next.debrief": _("Close the game"),
        "ui.next.picture.dice": _("Next: the dice"),
        "ui.next.picture.quality": _("Next: how it looked"),
        "ui.next.picture.share": _("Next: who did the work"),
        "ui.next.picture.cost": _("Next: what it cost"),
        "ui.next.picture.asked": _("Next: asked and decided"),
        "ui.next.picture.lines": _("Next: the undercurrent"),
        "ui.next.picture.crossing": _("Next: where lines cross"),
        "ui.next.picture.claim": _("Next: what the article says"),
        "ui.clock.none": _("no countdown"),
        "ui.confirm.end.title": _("End the game now?"),
        "ui.confirm.end.text": _(
            "A round that has no outcome yet does not count. You go straight to the debrief."
        ),
        "ui.confirm.end.yes": _("End the game"),
        "ui.confirm.close.title": _("Close the game?"),
        "ui.confirm.close.text": _(
            "The phones then show that the game is over. You cannot open the debrief again."
        ),
        "ui.confirm.close.yes": _("Close the game"),
    }


def projector_words(language: str, scenario: str) -> dict[str, str]:
    """Return the sentences by code for the projector of a game with this scenario, with its own lines."""
    with override(language):
        return {**panel_words(language, scenario), **_big()}


def _big() -> dict[str, str]:
    return {
        "ui.round_big": _("Round {round}"),
        "ui.big.agree": _("Who carries what?"),
        "ui.big.act": _("What do you do?"),
        "ui.big.outcome": _("What happened"),
        "ui.silent": _("No talking yet"),
        "ui.carried": _("{share}% by professionals"),
        "ui.at_tables.one": _("at {count} table"),
        "ui.at_tables.other": _("at {count} tables"),
        "ui.bots_play": _("bots"),
        "ui.purse_big": _("It cost {cost}. In the purse: {reserve}."),
        "ui.lost_since": _("Last seen at {time}."),
        "ui.link.open": _("connected"),
        "ui.link.waiting": _("no connection"),
    }


def _seats() -> dict[str, str]:
    return {
        "ui.seat.ready": _("ready"),
        "ui.seat.here": _("choosing"),
        "ui.seat.in": _("here"),
        "ui.seat.away": _("away"),
        "ui.seat.bot": _("bot"),
        "ui.seat.free": _("free seat"),
        "ui.away_seconds": _("away for {seconds} s"),
        "ui.away_minutes": _("away for {minutes} min"),
    }
