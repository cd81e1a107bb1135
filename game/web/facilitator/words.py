"""The words that the control panel is sent with: the codes' sentences and their own short lines."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from game import content
from game.web.facilitator.debrief_words import debrief_words
from game.web.facilitator.preview_words import preview_words
from game.web.facilitator.start_words import start_words


def panel_words(language: str, scenario: str) -> dict[str, str]:
    """Return the sentences by code for the panel of a game with this scenario, with their own lines."""
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
            "ui.waits_for_away.one": _("{ready} of {here} ready; waiting for {count} phone that is away"),
            "ui.waits_for_away.other": _("{ready} of {here} ready; waiting for {count} phones that are away"),
            "ui.ready_short": _("{ready}/{here} ready"),
            "ui.only_bots": _("Only bots are playing"),
            "ui.only_bots_short": _("only bots"),
            "ui.nobody_here": _("Nobody is connected"),
            "ui.trouble": _("something is going on with {count} {count|task|tasks}"),
            "ui.tile_quality": _("quality {quality}/100"),
            "ui.purse": _("purse €{reserve}"),
            "ui.asked_counts": _(
                "how often asked: residents {residents}, mixed group {together}, professionals {professionals}"
            ),
            "ui.decided": _("decided: {holder}, {how}"),
        }
        | _steps()
        | _seats()
        | _people()
        | _asking()
        | _reach()
        | _codes()
        | _addresses()
        | debrief_words()
        | preview_words()
        | start_words()
    )


def _steps() -> dict[str, str]:
    return {
        "ui.next.lobby": _("Start round 1"),
        "ui.next.agree": _("Go on to doing"),
        "ui.next.act": _("Show the outcome"),
        "ui.next.outcome": _("Start round {round}"),
        "ui.next.last": _("Go to the debrief"),
        "ui.next.to_time_out": _("Time-out: let the tables talk"),
        "ui.next.reset": _("Practice is over: start for real"),
        "ui.went_back": _("You went back from {phase}. What was chosen since does not count."),
        "ui.undone": _("Undone. Everything that was chosen is there again."),
        "ui.nothing_back": _("There is nothing to go back to yet."),
        "ui.practice_over": _("The practice round is over. From here on it counts."),
        "ui.game_number": _("play {game}"),
        "ui.moment.round": _("the start of round {round}"),
        "ui.moment.debrief": _("the debrief"),
        "ui.moment.phase": _("{phase}, round {round}"),
        "ui.next.debrief": _("Close the game"),
        "ui.clock.none": _("no countdown"),
    }


def _asking() -> dict[str, str]:
    return {
        "ui.confirm.end.title": _("End the game now?"),
        "ui.confirm.end.text": _(
            "A round that has no outcome yet does not count. You go straight to the debrief."
        ),
        "ui.confirm.end.yes": _("End the game"),
        "ui.confirm.close.title": _("Close the game?"),
        "ui.confirm.close.text": _(
            "The phones then show that the game is over. You can open the debrief again with Go back."
        ),
        "ui.confirm.close.yes": _("Close the game"),
        "ui.confirm.back.title": _("Go back to {moment}?"),
        "ui.confirm.back.text": _(
            "All tables go back. This no longer counts:\n{what}\nIt stays in the log. The phones explain it."
        ),
        "ui.confirm.back.yes": _("Go back"),
        "ui.confirm.reopen.title": _("Open the debrief again?"),
        "ui.confirm.reopen.text": _("It opens at the picture where it was closed. Nothing is lost."),
        "ui.confirm.reopen.yes": _("Open it again"),
        "ui.clears.round": _("Round {round}: {phases}"),
        "ui.clears.choices.one": _("{count} choice"),
        "ui.clears.choices.other": _("{count} choices"),
        "ui.clears.at_one": _("{choices} of people, at one table"),
        "ui.clears.at_tables": _("{choices} of people, at {tables} tables"),
        "ui.clears.none": _("No choices of people yet"),
        "ui.clears.predictions.one": _("{count} prediction of an observer is forgotten"),
        "ui.clears.predictions.other": _("{count} predictions of observers are forgotten"),
        "ui.confirm.undecided.title": _("Go on without the municipality's decision?"),
        "ui.confirm.undecided.text": _("Not decided yet. If you go on, the game fills in:\n{what}"),
        "ui.confirm.undecided.yes": _("Fill in and go on"),
        "ui.undecided.one": _("Time is up. Table {tables} still waits for the municipality to decide."),
        "ui.undecided.other": _("Time is up. Tables {tables} still wait for the municipality to decide."),
        "ui.undecided_more": _("Table {tables} too"),
        "ui.confirm.swap.title": _("Swap chairs?"),
        "ui.confirm.swap.text": _("People keep their table and get another role. This cannot be undone."),
        "ui.confirm.swap.yes": _("Swap chairs"),
        "ui.confirm.again.title": _("Play again with the same people?"),
        "ui.confirm.again.text": _(
            "This game closes and a new lobby opens. Nobody has to join again.\n"
            "This cannot be undone: the debrief of this game does not open again. "
            "Its pictures stay on the take-home page, and its figures in the export."
        ),
        "ui.confirm.again.yes": _("Play again"),
        "ui.confirm.block.title": _("Block {who}?"),
        "ui.confirm.block.text": _("They lose their seat and cannot come back until you let them in."),
        "ui.confirm.block.yes": _("Block"),
        "ui.confirm.revoke.title": _("Take this right away?"),
        "ui.confirm.revoke.text": _(
            "That device can no longer run this workshop. To undo it, pair it again."
        ),
        "ui.confirm.revoke.yes": _("Take it away"),
        "ui.confirm.renew.title": _("Make a new link?"),
        "ui.confirm.renew.text": _("The old link stops working. Devices that are in stay in."),
        "ui.confirm.renew.yes": _("Make a new link"),
        "ui.confirm.under.title": _("Show the undercurrent here?"),
        "ui.confirm.under.text": _(
            "Nobody else should see it before the debrief. Make sure that the big screen does not show this window."
        ),
        "ui.confirm.under.yes": _("Show it to me"),
        "ui.under_refused": _(
            "Not in this window: the projector's page is in it. Open the projector in a window of its own."
        ),
    }


def _reach() -> dict[str, str]:
    return {
        "ui.reach.line": _("Phones that opened the page: {reached}. Connected now: {live}."),
        "ui.reach.none": _(
            "No phone has reached the game yet. Has anybody tried? Then it is the Wi-Fi, the firewall or a VPN."
        ),
        "ui.reach.joining": _(
            "Phones do reach the game, but none is connected. Did they fill in a name and press the button?"
        ),
        "ui.reach.blocked": _("Phones get the page, but this network stops the live connection."),
        "ui.reach.some.one": _(
            "The network works, but not for {count} phone: it gets the page and no live connection."
        ),
        "ui.reach.some.other": _(
            "The network works, but not for {count} phones: they get the page and no live connection."
        ),
        "ui.reach.fine": _("The network works: phones get in and stay connected."),
    }


def _codes() -> dict[str, str]:
    return {
        "ui.code.remote.title": _("A phone as a remote"),
        "ui.code.remote.text": _("Scan this with the phone, or type the code where players type theirs."),
        "ui.code.remote.once": _("Works once, for ten minutes."),
        "ui.code.seat.title": _("Another phone for {alias}"),
        "ui.code.seat.text": _("Scan this with the other phone, or type the code where players type theirs."),
        "ui.code.seat.once": _("Works once, for ten minutes. The old phone then lets go."),
        "ui.code.share.title": _("A second phone beside {alias}"),
        "ui.code.share.text": _(
            "Scan this with the second phone, or type the code where players type theirs."
        ),
        "ui.code.share.once": _("Works once, for ten minutes. Both phones then choose together."),
        "ui.code.link.title": _("The new link to this panel"),
        "ui.code.link.text": _("Whoever has it can run this workshop. Keep it somewhere safe."),
        "ui.code.link.once": _("It is shown only now."),
        "ui.device.facilitator": _("Control panel"),
        "ui.device.remote": _("Remote"),
        "ui.device.since": _("since {time}"),
        "ui.star": _("Keep for the debrief: {line}"),
        "ui.replaced": _("(taken back)"),
        "ui.log_table": _("Table {table}: {text}"),
    }


def _addresses() -> dict[str, str]:
    return {
        "ui.address.auto": _("By itself"),
        "ui.address.auto_told": _("the best one at the moment, also when the network changes"),
        "ui.address.told": "{interface} · {kind}",
        "ui.address.hotspot": _("own hotspot"),
        "ui.address.wifi": _("Wi-Fi"),
        "ui.address.cable": _("cable"),
        "ui.address.network": _("network"),
        "ui.address.unsettled": _("found no router"),
        "ui.address.mobile": _("mobile data, phones usually cannot get there"),
        "ui.address.tunnel": _("VPN, phones usually cannot get there"),
        "ui.address.inside": _("inside this computer, phones cannot get there"),
        "ui.address.loopback": _("this computer only"),
        "ui.address.no_network": _(
            "Phones cannot get in: this computer is on no network that they can reach. Switch on Wi-Fi, or share a hotspot. "
            "The right address then appears here by itself."
        ),
        "ui.address.only_here": _(
            "Phones cannot get in: the game listens on this computer only. Start it again without HOST."
        ),
    }


def _people() -> dict[str, str]:
    return {
        "ui.seconds": _("{seconds} s"),
        "ui.minutes": _("{minutes} min"),
        "ui.waits": _("waits for {who} {time}"),
        "ui.waits_short": "{time} · {who}",
        "ui.away_count": _("{count} away"),
        "ui.people_short.one": _("{count} person"),
        "ui.people_short.other": _("{count} people"),
        "ui.chosen": _("{count} {count|person|people} chosen"),
        "ui.choose_person": _("Choose {alias}"),
        "ui.shares": _("{role}, shared"),
        "ui.watches": _("watches"),
        "ui.away_for": _("away for {time}"),
        "ui.choosing_for": _("choosing, {time}"),
        "ui.stands_in": _("a bot stands in"),
        "ui.bot_in": _("bot in {time}"),
        "ui.bot_now": _("Bot now"),
        "ui.bot_off": _("Bot off"),
        "ui.keep_waiting": _("Keep waiting"),
        "ui.kept": _("No bot takes over while {who} is away."),
        "ui.bot": _("Seat a bot"),
        "ui.no_bot": _("Bot off"),
        "ui.bot_seated": _("A bot plays this seat."),
        "ui.bot_unseated": _("No bot plays this seat."),
        "ui.is_blocked": _("blocked"),
        "ui.is_removed": _("removed, may come back"),
        "ui.let_back": _("Let back in"),
        "ui.table_free": _("Table {table} ({count} free)"),
        "ui.any_seat": _("a free chair"),
        "ui.asks_to_share": _("at the door: would share with {who}"),
        "ui.asking.one": _("{count} person asks to share a chair"),
        "ui.asking.other": _("{count} people ask to share a chair"),
        "ui.give_code": _("Give a code"),
        "ui.say_no": _("Say no"),
        "ui.share_with": _("share with {who}"),
        "ui.moved": _("{who}: now at table {table}."),
        "ui.observes_now": _("{who}: now watching table {table}."),
        "ui.renamed": _("Is now called {alias}."),
        "ui.removed": _("{who}: removed."),
        "ui.blocked": _("{who}: blocked."),
        "ui.locked": _("The door is locked for new people."),
        "ui.unlocked": _("The door is open again."),
    }


def _seats() -> dict[str, str]:
    return {
        "ui.seat.ready": _("ready"),
        "ui.seat.here": _("choosing"),
        "ui.seat.in": _("here"),
        "ui.seat.away": _("away"),
        "ui.seat.bot": _("bot"),
        "ui.seat.stand_in": _("bot stands in"),
        "ui.seat.free": _("free seat"),
    }
