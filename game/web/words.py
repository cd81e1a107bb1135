"""The words a page is sent with: everything that has a code, in one language, and the phone's own short lines.

A code's sentence comes from the content; what only the interface says is translated here, so that scripts hold no text.
"""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import override

from game import content


def page_words(language: str, scenario: str) -> dict[str, str]:
    """Return the sentences by code for a page of a game with this scenario, with the phone's own lines."""
    return {**content.words(scenario, language), **phone_words(language)}


def refusal_sentence(language: str, code: str, params: Mapping[str, str | int | float]) -> str:
    """Return what to tell someone whose request was refused."""
    return content.fill(content.catalogue(language), f"refused.{code}", params, language)


def phone_words(language: str) -> dict[str, str]:
    """Return the phone's own lines by code; braces are filled in the browser."""
    with override(language):
        return _frame() | _asks() | _figures() | _results()


def _frame() -> dict[str, str]:
    return {
        "ui.round": _("round {round}"),
        "ui.letter.municipality": _("M"),
        "ui.letter.resident": _("R"),
        "ui.letter.professional": _("P"),
        "ui.empty_seat": _("free"),
        "ui.same": _("Same as last round"),
        "ui.count.municipality.one": _("{count} from the municipality"),
        "ui.count.municipality.many": _("{count} from the municipality"),
        "ui.count.resident.one": _("{count} resident"),
        "ui.count.resident.many": _("{count} residents"),
        "ui.count.professional.one": _("{count} professional"),
        "ui.count.professional.many": _("{count} professionals"),
        "ui.waiting_for": _("Sent. Still choosing: {who}."),
        "ui.all_ready": _("Everyone at this table is done. The facilitator moves on in a moment."),
        "ui.progress.open": _("{chosen} of {tasks} chosen"),
        "ui.progress.default": _("{chosen} of {tasks} chosen. Left open means: you do the usual."),
        "ui.progress.again": _("{chosen} of {tasks} sent. Left open stays as last round."),
        "ui.limit.resident": _("{left} of {limit} evenings left"),
        "ui.limit.professional": _("{used} of {limit} hours"),
        "ui.limit.municipality": _("{left} of {limit} visits and questions left"),
    }


def _asks() -> dict[str, str]:
    return {
        "ui.title.lobby": _("Welcome, {alias}"),
        "ui.title.agree": _("Who carries what?"),
        "ui.title.act": _("What do you do?"),
        "ui.title.outcome": _("What happened"),
        "ui.title.debrief": _("Looking back"),
        "ui.title.closed": _("Thank you for playing"),
        "ui.ask.lobby": _("This is your seat. The game starts when everyone is in; read your role meanwhile."),
        "ui.ask.agree.municipality": _("You decide who carries each task, and how the professionals are paid."),
        "ui.ask.agree.resident": _("Say per task who you think should carry it. The municipality decides."),
        "ui.ask.agree.professional": _("Say per task who you think should carry it. The municipality decides."),
        "ui.ask.act.municipality": _("Where do you look this round?"),
        "ui.ask.act.resident": _("Where do your evenings go?"),
        "ui.ask.act.professional": _("Where do your hours go?"),
        "ui.ask.outcome": _("There is trouble. What do you do about it?"),
        "ui.ask.outcome.calm": _("Nothing asks for an answer now. Have a look around your street."),
        "ui.ask.debrief": _("Follow the big screen. Here is your own table."),
        "ui.ask.closed": _("This game is over. You may close this page."),
    }


def _figures() -> dict[str, str]:
    return {
        "ui.asked_by": _("{count} × asked"),
        "ui.who_carries": _("who carries it"),
        "ui.requirements": _("Agreements"),
        "ui.funding": _("How are the professionals paid this round?"),
        "ui.paid": _("Payment last round: {funding}."),
        "ui.figure.evening": _("1 evening"),
        "ui.figure.kept": _("evening kept"),
        "ui.figure.hours": _("{hours} hours"),
        "ui.figure.points": _("mark {points}"),
        "ui.figure.craft": _("to {points} more if residents come"),
        "ui.figure.money": _("costs {money}"),
        "ui.figure.blame": _("mark {points} at an incident"),
        "ui.figure.calm": _("{percent}% less complaining"),
    }


def _results() -> dict[str, str]:
    return {
        "ui.look.0": _("run down"),
        "ui.look.1": _("poor"),
        "ui.look.2": _("fair"),
        "ui.look.3": _("good"),
        "ui.look.4": _("in fine shape"),
        "ui.tag.incident": _("Incident"),
        "ui.tag.complaints": _("Complaints"),
        "ui.heard": _("You heard there:"),
        "ui.inspected": _(
            "Your figures: quality {quality}, complaints {complaints}%, residents who came {joined}%,"
            " work done by professionals {share}%."
        ),
        "ui.mark.base": _("Starts at {base}"),
        "ui.gauge.municipality": _("In the purse: {reserve}. Professionals can have {hours} hours each next round."),
        "ui.gauge.professional": _("Of every ten paid hours, {of_ten} went to accounting and calls."),
        "ui.gauge.resident": _("{came} of {neighbours} neighbours came out this round."),
    }
