"""What the control panel says about the start, about chairs and tables, and about going back to the lobby."""

from django.utils.translation import gettext as _


def start_words() -> dict[str, str]:
    """Return the lines by code, in the language that is active."""
    return _before() | _after() | _furniture()


def _before() -> dict[str, str]:
    return {
        "ui.start.bots.one": _("{count} free seat gets a bot."),
        "ui.start.bots.other": _("{count} free seats get bots."),
        "ui.start.dropped.one": _("{count} free seat is left out."),
        "ui.start.dropped.other": _("{count} free seats are left out."),
        "ui.start.only_bots.one": _("Table {tables}: only bots."),
        "ui.start.only_bots.other": _("Tables {tables}: only bots."),
        "ui.start.missing.one": _("Table {tables}: nobody in the role of {role} yet. A bot plays it."),
        "ui.start.missing.other": _("Tables {tables}: nobody in the role of {role} yet. Bots play it."),
        "ui.start.full": _("Somebody sits on every chair."),
        "ui.start.empty.one": _("Table {tables} is empty:"),
        "ui.start.empty.other": _("Tables {tables} are empty:"),
        "ui.start.nobody": _("Nobody sits at a table yet:"),
        "ui.start.leave_out": _("leave out"),
        "ui.start.fill": _("fill with bots"),
        "ui.start.wait": _("wait for people"),
        "ui.start.rehearse": _("play with bots only"),
    }


def _after() -> dict[str, str]:
    return {
        "ui.started.bots.one": _("{count} free seat got a bot."),
        "ui.started.bots.other": _("{count} free seats got bots."),
        "ui.started.dropped.one": _("{count} free seat was left out."),
        "ui.started.dropped.other": _("{count} free seats were left out."),
        "ui.started.filled.one": _("Table {tables} was empty: bots play there."),
        "ui.started.filled.other": _("Tables {tables} were empty: bots play there."),
        "ui.started.left_out.one": _("Table {tables} was empty and was left out."),
        "ui.started.left_out.other": _("Tables {tables} were empty and were left out."),
        "ui.moment.lobby": _("the lobby"),
        "ui.confirm.lobby.title": _("Back to the lobby?"),
        "ui.confirm.lobby.text": _(
            "Everybody keeps their chair, and you can change tables and chairs. Bots that came by themselves leave. Tables "
            "and chairs that the start left out are back. This no longer counts:\n{what}"
        ),
        "ui.confirm.lobby.yes": _("Open the lobby"),
    }


def _furniture() -> dict[str, str]:
    return {
        "ui.remove_seat": _("Take away"),
        "ui.seat_removed": _("The chair is gone."),
        "ui.seat_added": _("Table {table} has one more chair: {role}."),
        "ui.table_added": _("Table {table} is there."),
        "ui.table_removed": _("Table {table} is gone."),
    }
