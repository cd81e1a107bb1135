"""What the control panel says that the big screen shows after the next press (static/js/ui/panel/preview.js picks which)."""

from django.utils.translation import gettext as _


def preview_words() -> dict[str, str]:
    """Return the lines by code, in the language that is active."""
    return _play() | _debrief() | _tables()


def _play() -> dict[str, str]:
    return {
        "ui.preview.agree.one": _("round {round}: the tasks, and what is asked once everybody has said it"),
        "ui.preview.agree.many": _("round {round}: per table how many are done"),
        "ui.preview.act.one": _("what was asked and decided, and how many are done"),
        "ui.preview.act.many": _("per table what was decided, and how many are done"),
        "ui.preview.outcome.one": _(
            "step by step: who did the work, how it looks, incidents and complaints, the purse"
        ),
        "ui.preview.outcome.many": _(
            "per table, step by step: who did the work, how it looks, with how many tasks something is going on, the purse"
        ),
        "ui.preview.outcome.packed": _(
            "per table, step by step: how it looks, and with how many tasks something is going on"
        ),
        "ui.preview.time_out": _("time-out, with five minutes on the clock"),
        "ui.preview.closed": _("a word of thanks: the game is over"),
        "ui.preview.under_blank": _("still black, until you show the screen again; under it: {what}"),
        "ui.preview.under_qr": _("still the QR code, until you take it away; under it: {what}"),
    }


def _debrief() -> dict[str, str]:
    return {
        "ui.preview.feeling.wall": _("the words that you let through, and how it felt"),
        "ui.preview.what_happened.luck": _("one question: how much bad luck did your street have?"),
        "ui.preview.what_happened.dice": _("the dice of every round, the same at all tables"),
        "ui.preview.what_happened.courses": _("what the same dice would have done on three other paths"),
        "ui.preview.what_happened.quality": _("how the street looked, round by round"),
        "ui.preview.what_happened.share": _("who did how much of the work"),
        "ui.preview.what_happened.cost": _("what it cost, and what was left in the purse"),
        "ui.preview.what_happened.asked": _("what was asked and what was decided"),
        "ui.preview.undercurrent.lines": _("ownership, expectation, red tape and trust, hidden until now"),
        "ui.preview.undercurrent.crossing": _("only ownership and expectation, and where they cross"),
        "ui.preview.undercurrent.turns": _("the turning points, each in one sentence"),
        "ui.preview.undercurrent.claim": _("what the article says about it, and that this is a model"),
        "ui.preview.pattern.loops": _("the loops, and how strong each was in every round"),
        "ui.preview.sensible.moments": _(
            "per role: how often it paid more to do less together, and how often that was chosen"
        ),
        "ui.preview.sensible.funding": _("the same, had payment been another one"),
        "ui.preview.sensible.marks": _("the marks of each role beside what the street got"),
        "ui.preview.what_if.vote": _("what the phones think would have mattered most"),
        "ui.preview.what_if.lines": _("the own game and the replays"),
        "ui.preview.what_if.doubt": _("the game again, with another value for an arrow"),
        "ui.preview.at_work.wall": _("the texts about your own work that you let through"),
        "ui.preview.tomorrow.wall": _("what people will do tomorrow"),
        "ui.preview.tomorrow.take_home": _("a QR code of the page to take home"),
    }


def _tables() -> dict[str, str]:
    return {
        "ui.preview.sides": _("per table: {what}"),
        "ui.preview.compared": _("all tables in one picture: {what}"),
        "ui.preview.no_rounds": _("that no round was played to its end"),
        "ui.preview.what_happened.dice.many": _("the dice, and at how many tables there was an incident"),
        "ui.preview.what_happened.asked.many": _("what was decided, and at how many tables"),
        "ui.preview.undercurrent.turns.many": _("the biggest turning point of every table"),
        "ui.preview.pattern.one_loop": _("the loop you picked, with arrows as thick as they were strong"),
        "ui.preview.pattern.one_loop.many": _("how strong the loop you picked was, round by round"),
        "ui.preview.pattern.loops.many": _("how strong each loop was"),
        "ui.preview.pattern.tables": _("the loops, and how strong each was at every table"),
        "ui.preview.sensible.funding.many": _(
            "for professionals: how often it would have paid more to do less together, had payment been another one"
        ),
        "ui.preview.what_if.none": _("the own game, with no replay beside it yet"),
        "ui.preview.what_if.no_doubt": _("the own game, with no arrow changed yet"),
    }
