"""The control panel's own lines for the debrief: its pictures, switches, what people wrote, and what can be tried."""

from django.utils.translation import gettext as _


def debrief_words() -> dict[str, str]:
    """Return the lines by code, in the language that is active."""
    return _pictures() | _steps() | _posts() | _asked() | _tried()


def _pictures() -> dict[str, str]:
    return {
        "ui.picture.feeling.wall": _("the wall of words"),
        "ui.picture.what_happened.luck": _("a guess about luck"),
        "ui.picture.what_happened.dice": _("the dice"),
        "ui.picture.what_happened.courses": _("the same dice on other paths"),
        "ui.picture.what_happened.quality": _("how it looked"),
        "ui.picture.what_happened.share": _("who did the work"),
        "ui.picture.what_happened.cost": _("what it cost"),
        "ui.picture.what_happened.asked": _("asked and decided"),
        "ui.picture.undercurrent.lines": _("the four lines"),
        "ui.picture.undercurrent.crossing": _("where lines cross"),
        "ui.picture.undercurrent.turns": _("where it turned"),
        "ui.picture.undercurrent.claim": _("what the article says"),
        "ui.picture.pattern.loops": _("the loops"),
        "ui.picture.sensible.moments": _("what paid more"),
        "ui.picture.sensible.funding": _("under other payment"),
        "ui.picture.sensible.marks": _("own mark and street"),
        "ui.picture.what_if.vote": _("the vote"),
        "ui.picture.what_if.lines": _("the replays"),
        "ui.picture.what_if.doubt": _("an arrow in doubt"),
        "ui.picture.at_work.wall": _("the wall of texts"),
        "ui.picture.tomorrow.wall": _("the wall of plans"),
        "ui.picture.tomorrow.take_home": _("the page to take home"),
    }


def _steps() -> dict[str, str]:
    return {
        "ui.next.picture": _("Next: {name}"),
        "ui.next.step": _("On to: {name}"),
        "ui.debrief.step_of": _("Step {step} of 8: {name}"),
        "ui.copied": _("The link is copied."),
        "ui.copy_by_hand": _("The link is selected. Copy it with the keyboard."),
    }


def _posts() -> dict[str, str]:
    return {
        "ui.posts_none": _("Nothing has come in yet. What people write waits here until you show it."),
        "ui.posts.waiting": _("Waiting: {count}"),
        "ui.posts.shown": _("On the screens: {count}"),
        "ui.posts.hidden": _("Hidden: {count}"),
        "ui.show_all.one": _("Show this one"),
        "ui.show_all.other": _("Show all {count}"),
        "ui.posts_chosen": _("{count} chosen"),
        "ui.judge.shown": _("Show"),
        "ui.judge.hidden": _("Hide"),
        "ui.judged.shown.one": _("It is on the screens."),
        "ui.judged.shown.other": _("{count} are on the screens."),
        "ui.judged.hidden.one": _("It is hidden."),
        "ui.judged.hidden.other": _("{count} are hidden."),
        "ui.judged.waiting.one": _("It waits again."),
        "ui.judged.waiting.other": _("{count} wait again."),
        "ui.pin": _("Pin: {text}"),
        "ui.unpin": _("Unpin: {text}"),
        "ui.pinned": _("It is at the top now."),
        "ui.unpinned": _("It is no longer pinned."),
        "ui.merged.one": _("Laid under the other one."),
        "ui.merged.other": _("{count} laid under the other one."),
        "ui.parted": _("It stands on its own again."),
        "ui.votes.one": _("{count} vote"),
        "ui.votes.other": _("{count} votes"),
    }


def _asked() -> dict[str, str]:
    return {
        "ui.answers": _("answers from {count} of {people} {people|person|people}"),
        "ui.tallies.mood": _("How it felt"),
        "ui.tallies.luck": _("What people guess about their luck"),
    }


def _tried() -> dict[str, str]:
    return {
        "ui.all_loops": _("All loops"),
        "ui.round": _("round {round}"),
        "ui.from_round": _("from round {round}"),
        "ui.what_if_none": _("Nothing yet. Choose below, at most four next to each other."),
        "ui.what_if_away": "{name}",
        "ui.what_if_dropped": _("Four is the most. This one made room: {name}."),
        "ui.what_if_group.funding": _("Other payment"),
        "ui.what_if_group.follows.municipality": _("The municipality plays differently"),
        "ui.what_if_group.follows.professional": _("The professionals play differently"),
        "ui.what_if_group.follows.resident": _("The residents play differently"),
        "ui.what_if_group.everyone": _("Everybody plays differently"),
        "ui.what_if_group.whole": _("In the whole game"),
        "ui.what_if_group.luck": _("Other dice"),
        "ui.doubt.rules": _("as in the rules"),
        "ui.doubt.percent": _("{percent}% of what the rules say"),
        "ui.doubt.kept": _("{name}: {percent}%"),
    }
