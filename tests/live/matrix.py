"""What everybody is answered to every message in every phase: one table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec

from game.protocol import codec
from tests.live.scene import Scene

AUDIENCES = ("player", "observer", "facilitator", "remote", "projector", "nobody")
DECODERS: dict[str, "msgspec.json.Decoder[Any]"] = {
    "player": codec.PLAYER,
    "observer": codec.PLAYER,
    "facilitator": codec.FACILITATOR,
    "remote": codec.FACILITATOR,
    "projector": codec.PROJECTOR,
}
ABOUT = ("own", "other", "elsewhere")

# What is answered, by phase where it differs: {phase: answer}, "*" for the phases not named.
Answers = str | dict[str, str]

LOBBY_AND_RUNNING = {"*": "ack", "debrief": "wrong_phase", "closed": "wrong_phase"}
RUNNING = {**LOBBY_AND_RUNNING, "lobby": "wrong_phase"}
PLAYED = {**RUNNING, "time_out": "wrong_phase"}
DEBRIEFED = {"*": "wrong_phase", "debrief": "ack"}
BETWEEN_ROUNDS = {"*": "role_between_rounds", "lobby": "ack", "time_out": "ack", "outcome": "ack"}

IN_LOBBY = {"*": "only_in_lobby", "lobby": "ack"}


def instead(answers: dict[str, str], answer: str) -> dict[str, str]:
    """Return `answers` with another answer for what would have been carried out."""
    return {phase: answer if given == "ack" else given for phase, given in answers.items()}


@dataclass(frozen=True)
class Row:
    """One message: who may send it (others: `malformed`; nobody is not let in) and what is answered about what.

    `make` gives its fields; `observer` stands for what an observer is answered, None for the same as a player; `remote` for
    what a device that only steers is answered, None for the same as a facilitator.
    """

    make: Callable[["Scene", str], dict[str, Any]]
    by: tuple[str, ...]
    own: Answers = "ack"
    other: Answers | None = None
    elsewhere: Answers | None = None
    observer: Answers | None = None
    remote: Answers | None = None


PHONES, DESKS, ALL = ("player", "observer"), ("facilitator", "remote"), AUDIENCES[:-1]

MATRIX: dict[str, Row] = {
    # From phones; "other" is a seat that is not theirs.
    "choose": Row(
        lambda s, _: {"n": 1, "choice": s.choice()}, PHONES, PLAYED, other="not_seated", observer="not_seated"
    ),
    "promise": Row(
        lambda *_: {"n": 1, "tasks": [True] * 4},
        PHONES,
        {"*": "wrong_phase", "act": "ack"},
        other="not_seated",
        observer="not_seated",
    ),
    "ready": Row(lambda *_: {"ready": True}, PHONES, PLAYED, other="not_seated", observer="not_seated"),
    "predict": Row(
        lambda *_: {"expects": "better"},
        PHONES,
        "not_observing",
        observer={"*": "wrong_phase", "agree": "ack", "act": "ack"},
    ),
    "rename": Row(lambda *_: {"alias": "Uil"}, PHONES),
    "post": Row(
        lambda *_: {"kind": "feeling", "text": "Druk", "mood": "tense"},
        PHONES,
        DEBRIEFED,
    ),
    "unpost": Row(lambda s, about: {"post": s.post(about)}, PHONES, DEBRIEFED),
    "vote": Row(
        lambda s, about: {"post": s.post(about), "on": True},
        PHONES,
        DEBRIEFED,
        elsewhere={"*": "wrong_phase", "debrief": "unknown_post"},
    ),
    "guess_luck": Row(lambda *_: {"luck": 3}, PHONES, {"*": "wrong_phase", "debrief": "not_now"}),
    "pick_what_if": Row(
        lambda *_: {"code": "letting_go"}, PHONES, {"*": "wrong_phase", "debrief": "not_now"}
    ),
    # Their place; "other" is a question that is for somebody else's seat.
    "offer_seat": Row(lambda *_: {"share": False}, PHONES),
    "leave_seat": Row(lambda *_: {}, PHONES, LOBBY_AND_RUNNING),
    "go_on": Row(lambda *_: {"seen": ""}, PHONES, "not_allowed", observer="not_seated"),
    # From panels: the course of the game.
    "next": Row(lambda *_: {"fills": [1, 2]}, DESKS, {"*": "ack", "closed": "game_over"}),
    "go_back": Row(
        lambda *_: {"phase": "agree", "round": 1},
        DESKS,
        {"*": "ack", "lobby": "cannot_go_back", "closed": "cannot_go_back"},
    ),
    "undo": Row(lambda s, _: s.just_opened(), DESKS, {"*": "ack", "lobby": "cannot_undo"}),
    "start_clock": Row(lambda *_: {"seconds": 90}, DESKS, RUNNING),
    "pause": Row(lambda *_: {"paused": True}, DESKS, RUNNING),
    "end_game": Row(lambda *_: {}, DESKS, RUNNING),
    "show_debrief": Row(
        lambda s, about: {"view": "what_happened", "table": s.table(about)},
        DESKS,
        {"*": "wrong_phase", "debrief": "ack"},
        other={"*": "wrong_phase", "debrief": "ack"},
        elsewhere={"*": "wrong_phase", "debrief": "unknown_table"},
    ),
    "lead": Row(lambda *_: {"short": True, "compare": True, "overlay": True}, DESKS, DEBRIEFED),
    "look_at": Row(lambda *_: {"loop": "R1", "round": 1, "arrow": ""}, DESKS, DEBRIEFED),
    "try_what_if": Row(lambda *_: {"code": "no_rules", "since": 1, "shown": True}, DESKS, DEBRIEFED),
    "doubt": Row(lambda *_: {"constant": "o_up", "value": 0.1}, DESKS, DEBRIEFED),
    "judge": Row(
        lambda s, about: {"posts": [s.post(about)], "state": "shown"}, DESKS, elsewhere="unknown_post"
    ),
    "pin": Row(lambda s, about: {"post": s.post(about), "pinned": True}, DESKS, elsewhere="unknown_post"),
    "merge": Row(lambda s, about: {"posts": [s.post(about)], "into": None}, DESKS, elsewhere="unknown_post"),
    "play_again": Row(
        lambda *_: {"rotate": True}, DESKS, {"*": "wrong_phase", "debrief": "ack", "closed": "ack"}
    ),
    # The room.
    "configure": Row(
        lambda *_: {"locked": True, "auto_close": True, "bot_after_seconds": 5, "theme": "dark"}, DESKS
    ),
    "cover": Row(lambda *_: {"cover": "blank"}, DESKS),
    "retell": Row(lambda *_: {}, DESKS, {"*": "nothing_to_tell", "outcome": "ack"}),
    "tell": Row(lambda s, about: {"table": s.table(about)}, DESKS, elsewhere="unknown_table"),
    "choose_address": Row(lambda *_: {"address": ""}, DESKS),
    "star": Row(lambda s, about: {"line": s.line(about), "starred": True}, DESKS, elsewhere="unknown_line"),
    # People; "other" puts them on the other table, "elsewhere" is about people of another workshop.
    "move": Row(
        lambda s, about: {"people": [s.person(about)], "table": s.table(about, people=True)},
        DESKS,
        LOBBY_AND_RUNNING,
        other=LOBBY_AND_RUNNING,
        elsewhere=instead(LOBBY_AND_RUNNING, "person_gone"),
    ),
    "observe": Row(
        lambda s, about: {"people": [s.person(about)], "table": s.table(about, people=True)},
        DESKS,
        LOBBY_AND_RUNNING,
        other=LOBBY_AND_RUNNING,
        elsewhere=instead(LOBBY_AND_RUNNING, "person_gone"),
    ),
    "rename_person": Row(
        lambda s, about: {"person": s.person(about), "alias": "Uil"},
        DESKS,
        other="ack",
        elsewhere="person_gone",
    ),
    "remove": Row(
        lambda s, about: {"people": [s.person(about)], "block": True},
        DESKS,
        other="ack",
        elsewhere="person_gone",
    ),
    "readmit": Row(
        lambda s, about: {"people": [s.person(about)]}, DESKS, other="ack", elsewhere="person_gone"
    ),
    "set_bot": Row(
        lambda s, about: {"table": s.table(about), "seat": 4, "bot": True},
        DESKS,
        LOBBY_AND_RUNNING,
        other=LOBBY_AND_RUNNING,
        elsewhere=instead(LOBBY_AND_RUNNING, "unknown_seat"),
    ),
    # Chairs and tables; the scene's games in play are past round 1.
    "add_seat": Row(
        lambda s, about: {"table": s.table(about), "role": "resident"},
        DESKS,
        {"*": "seats_fixed", "lobby": "ack"},
        other={"*": "seats_fixed", "lobby": "ack"},
        elsewhere="unknown_table",
    ),
    "remove_seat": Row(
        lambda s, about: {"table": s.table(about), "seat": 4},
        DESKS,
        IN_LOBBY,
        other=IN_LOBBY,
        elsewhere=instead(IN_LOBBY, "unknown_table"),
    ),
    "add_table": Row(lambda *_: {}, DESKS, IN_LOBBY),
    "remove_table": Row(
        lambda s, about: {"table": s.table(about)},
        DESKS,
        instead(IN_LOBBY, "table_taken"),
        other=instead(IN_LOBBY, "table_taken"),
        elsewhere=instead(IN_LOBBY, "unknown_table"),
    ),
    "swap_chairs": Row(
        lambda s, about: {"table": s.table(about)},
        DESKS,
        BETWEEN_ROUNDS,
        other=BETWEEN_ROUNDS,
        elsewhere=instead(BETWEEN_ROUNDS, "unknown_table"),
    ),
    # Devices.
    "hand_over": Row(
        lambda s, about: {"person": s.person(about)}, DESKS, other="ack", elsewhere="person_gone"
    ),
    "share_seat": Row(
        lambda s, about: {"person": s.person(about)}, DESKS, other="ack", elsewhere="person_gone"
    ),
    # At the door; a phone answers for its own seat only.
    "refuse_request": Row(
        lambda s, about: {"request": s.asks(about)},
        (*PHONES, *DESKS),
        elsewhere="request_gone",
        observer="not_seated",
    ),
    "pair": Row(lambda *_: {}, DESKS, remote="is_remote"),
    "revoke": Row(
        lambda s, about: {"grant": s.grant(about)}, DESKS, elsewhere="grant_gone", remote="is_remote"
    ),
    "renew_link": Row(lambda *_: {}, DESKS, remote="is_remote"),
    # What a socket answers by itself.
    "show_undercurrent": Row(lambda *_: {"open": True}, DESKS),
    "show_loops": Row(lambda s, about: {"table": s.table(about)}, DESKS, other="ack", elsewhere="ack"),
    "ping": Row(lambda *_: {"rev": 0}, ALL, "pong"),
    "hello": Row(lambda *_: {}, ALL, "screen"),
}
BY_THE_SOCKET = ("show_undercurrent", "show_loops", "ping", "hello")


def answer_to(row: Row, audience: str, about: str, phase: str) -> str | None:
    """Return what the matrix has for a cell; None where it has none."""
    if audience not in row.by:
        return "malformed" if about == "own" else None
    answers = getattr(row, about)
    if audience == "observer" and row.observer is not None:
        answers = row.observer if about == "own" else None
    if audience == "remote" and row.remote is not None:
        answers = row.remote
    if isinstance(answers, dict):
        return answers.get(phase, answers["*"])
    return answers  # type: ignore[no-any-return]
