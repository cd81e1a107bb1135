"""What a wild facilitator can do while the seats play on: each deed is meant by the script and answered by the server.

In one file because it is one list of deeds of a few lines each, with the table at its end that gives them to the script.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

from game.engine.model.roles import Role
from game.rehearsal.browser import Browser, PageError
from game.rehearsal.desk import Desk, pick
from game.rehearsal.script import Intention
from game.rehearsal.stage import Stage
from game.rehearsal.watcher import Watcher

SKIPPED = "skipped"
CHANGED_PAGE = "page_refused"
NO_SERVER = "no_server"
HANG_SECONDS = 60.0
COVERS = ("", "blank", "qr")
THEMES = ("", "light", "dark")


# The clock


async def pause(desk: Desk, meant: Intention) -> str:
    """Stop the clock."""
    return await desk.ask(meant, "pause", paused=True)


async def resume(desk: Desk, meant: Intention) -> str:
    """Let the clock go on."""
    return await desk.ask(meant, "pause", paused=False)


async def more_time(desk: Desk, meant: Intention) -> str:
    """Set a countdown that will not run out by itself."""
    return await desk.ask(meant, "start_clock", seconds=pick((60, 90, 120, 180), meant.a) + 30)


async def clock_off(desk: Desk, meant: Intention) -> str:
    """Take the countdown away."""
    return await desk.ask(meant, "start_clock", seconds=0)


async def auto_close(desk: Desk, meant: Intention) -> str:
    """Let phases close by themselves when all are ready, or not any more."""
    on = meant.a < 0.5
    device = desk.devices[meant.device]
    if on and desk.auto_since is None:
        desk.auto_since = device.step
    answer = await desk.ask(meant, "configure", auto_close=on)
    if not on and answer == "ack":
        desk.stop_auto()
    return answer


async def late_next(desk: Desk, meant: Intention) -> str:
    """Press next for a step that is over."""
    device = desk.devices[meant.device]
    return await desk.ask(meant, "next", step=max(0, device.step - 1)) if device.step > 0 else SKIPPED


# People


async def _sit(desk: Desk, meant: Intention, *, held: bool, share: bool) -> str:
    wanted = [(table, seat["seat"]) for table, seat in desk.seats() if bool(seat["people"]) is held]
    if not wanted:
        return SKIPPED
    table, seat = pick(wanted, meant.b)
    return await desk.ask(meant, "move", people=[desk.person(meant.a)], table=table, seat=seat, share=share)


async def move(desk: Desk, meant: Intention) -> str:
    """Move somebody to a seat that nobody has."""
    return await _sit(desk, meant, held=False, share=False)


async def move_to_taken(desk: Desk, meant: Intention) -> str:
    """Move somebody to a seat that somebody has, without sharing it."""
    return await _sit(desk, meant, held=True, share=False)


async def share(desk: Desk, meant: Intention) -> str:
    """Let somebody share a seat that somebody has."""
    return await _sit(desk, meant, held=True, share=True)


async def move_back_and_forth(desk: Desk, meant: Intention) -> str:
    """Move somebody to another table and back at once, from the two devices."""
    tables = [tile["table"] for tile in desk.tiles]
    people = [desk.person(meant.a)]
    first, second = (desk.devices[meant.device], desk.devices[1 - meant.device])
    answers = await asyncio.gather(
        first.command("move", people=people, table=pick(tables, meant.b)),
        second.command("move", people=people, table=pick(tables, meant.c)),
    )
    codes = sorted({str(answer.get("code") or "ack") for answer in answers})
    return codes[0]


async def move_some(desk: Desk, meant: Intention) -> str:
    """Move two or three people to free seats of a table, all or nobody."""
    people = sorted({desk.person(meant.a), desk.person(meant.b), desk.person(meant.a * meant.b)})
    return await desk.ask(meant, "move", people=people, table=pick(desk.tiles, meant.c)["table"])


async def observe(desk: Desk, meant: Intention) -> str:
    """Let somebody watch a table."""
    table = pick(desk.tiles, meant.b)["table"]
    return await desk.ask(meant, "observe", people=[desk.person(meant.a)], table=table)


async def rename(desk: Desk, meant: Intention) -> str:
    """Give somebody another alias."""
    desk.renamed += 1
    return await desk.ask(meant, "rename_person", person=desk.person(meant.a), alias=f"w{desk.renamed}")


async def remove(desk: Desk, meant: Intention) -> str:
    """Take somebody off their place; they come back by themselves."""
    return await desk.ask(meant, "remove", people=[desk.person(meant.a)], block=False)


async def block_and_readmit(desk: Desk, meant: Intention) -> str:
    """Keep somebody out, and let them back in from the other device a little later."""
    people = [desk.person(meant.a)]
    answer = await desk.ask(meant, "remove", people=people, block=True)
    if answer == "ack":
        await asyncio.sleep(meant.b)
        again = await desk.devices[1 - meant.device].command("readmit", people=people)
        if again["type"] != "ack":
            return str(again["code"])
    return answer


async def hand_over(desk: Desk, meant: Intention) -> str:
    """Let another phone take somebody's place over, by a one-time code."""
    person = desk.person(meant.a)
    phone = desk.crowd.by_person[person]
    if phone in desk.crowd.busy or not phone.client.is_open:
        return SKIPPED
    desk.crowd.busy.add(phone)
    try:
        answer = await desk.devices[meant.device].command("hand_over", person=person)
        if answer["type"] != "ack":
            return str(answer["code"])
        await desk.crowd.hand_over(phone, answer["code"])
    except PageError:  # the person was removed meanwhile
        return CHANGED_PAGE
    finally:
        desk.crowd.busy.discard(phone)
    return "ack"


async def seat_bot(desk: Desk, meant: Intention) -> str:
    """Let a bot play a seat."""
    absent = [(table, seat) for table, seat in desk.seats() if not seat["present"]] or desk.seats()
    table, seat = pick(absent if meant.b < 0.8 else desk.seats(), meant.a)
    return await desk.ask(meant, "set_bot", table=table, seat=seat["seat"], bot=True)


async def unseat_bot(desk: Desk, meant: Intention) -> str:
    """Let a bot leave a seat."""
    bots = [(table, seat) for table, seat in desk.seats() if seat["bot"]]
    if not bots:
        return SKIPPED
    table, seat = pick(bots, meant.a)
    return await desk.ask(meant, "set_bot", table=table, seat=seat["seat"], bot=False)


async def swap_chairs(desk: Desk, meant: Intention) -> str:
    """Let the people of a table, or of all, change chairs."""
    table = pick(desk.tiles, meant.b)["table"] if meant.a < 0.7 else None
    return await desk.ask(meant, "swap_chairs", table=table)


async def add_seat(desk: Desk, meant: Intention) -> str:
    """Put one more chair at a table."""
    role = pick([role.value for role in Role], meant.b)
    return await desk.ask(meant, "add_seat", table=pick(desk.tiles, meant.a)["table"], role=role)


async def remove_seat(desk: Desk, meant: Intention) -> str:
    """Take a chair away."""
    table, seat = pick(desk.seats(), meant.a)
    return await desk.ask(meant, "remove_seat", table=table, seat=seat["seat"])


async def add_table(desk: Desk, meant: Intention) -> str:
    """Put one more table in the room."""
    return await desk.ask(meant, "add_table")


async def remove_table(desk: Desk, meant: Intention) -> str:
    """Take a table away."""
    return await desk.ask(meant, "remove_table", table=pick(desk.tiles, meant.a)["table"])


# The room and its devices


async def lock(desk: Desk, meant: Intention) -> str:
    """Let nobody new in."""
    return await desk.ask(meant, "configure", locked=True)


async def unlock(desk: Desk, meant: Intention) -> str:
    """Let new people in again."""
    return await desk.ask(meant, "configure", locked=False)


async def cover(desk: Desk, meant: Intention) -> str:
    """Lay something over the projector, or give it another look."""
    if meant.a < 0.5:
        return await desk.ask(meant, "configure", theme=pick(THEMES, meant.b))
    return await desk.ask(meant, "cover", cover=pick(COVERS, meant.b))


async def star(desk: Desk, meant: Intention) -> str:
    """Keep a line of the log for the debrief."""
    lines = desk.devices[meant.device].log
    if not lines:
        return SKIPPED
    return await desk.ask(meant, "star", line=pick(lines, meant.a)["id"], starred=meant.b < 0.7)


async def undercurrent(desk: Desk, meant: Intention) -> str:
    """Look at the undercurrent, or not any more."""
    return await desk.ask(meant, "show_undercurrent", open=meant.a < 0.7)


async def pair_and_revoke(desk: Desk, meant: Intention) -> str:
    """Pair a third device, see that it works, and take its right away: then it is not let in any more."""
    if desk.is_pairing:
        return SKIPPED
    desk.is_pairing = True
    try:
        return await _pair_and_revoke(desk, meant)
    finally:
        desk.is_pairing = False


async def _pair_and_revoke(desk: Desk, meant: Intention) -> str:
    meant = replace(meant, device=0)  # a remote may not
    device = desk.devices[meant.device]
    known = {one["grant"] for one in device.room["devices"]}
    third = await pair(desk.stage, device, f"third {len(desk.stage.watchers)}")
    task = desk.stage.tasks.pop()  # it is to end, unlike the others
    name = next(name for name, one in desk.stage.watchers.items() if one is third)
    del desk.stage.watchers[name]
    async with asyncio.timeout(HANG_SECONDS):
        while not (grants := {one["grant"] for one in third.room.get("devices", ())} - known):
            await third.changes()
    answer = await desk.ask(meant, "revoke", grant=max(grants))
    dismissed = await asyncio.wait_for(asyncio.shield(third.client.ended), HANG_SECONDS)
    await asyncio.gather(task, return_exceptions=True)
    if (dismissed.code, dismissed.reason) != (4003, "not_allowed"):
        desk.stage.problems.append(f"a device that was revoked was told {dismissed}")
    return answer


async def pair(stage: Stage, panel: Watcher, name: str) -> Watcher:
    """Let a new browser become a remote of the panel, by a one-time code, and open its socket."""
    answer = await panel.command("pair")
    if answer["type"] != "ack":
        raise RuntimeError(f"pairing was refused: {answer['code']}")
    url = stage.plan.urls[-1]  # where there are several servers, the two devices are on different ones
    browser = Browser(url)
    where = await stage.in_thread(browser.submit, f"/pair/{answer['code']}/")
    if where != f"/control/{stage.workshop}/":
        raise RuntimeError(f"a paired device was led to {where}")
    socket = url.replace("http", "ws", 1) + f"/ws/control/{stage.workshop}/"
    return stage.watch(name, "panel", socket, browser.cookie_header())


async def reload_panel(desk: Desk, meant: Intention) -> str:
    """Load a panel again."""
    await desk.devices[meant.device].client.reload()
    return "ack"


async def panel_away(desk: Desk, meant: Intention) -> str:
    """Let a panel lose its line for a while."""
    desk.devices[meant.device].client.stay_away(0.3 + 2 * meant.a)
    return "ack"


async def reload_phone(desk: Desk, meant: Intention) -> str:
    """Load a phone's page again."""
    await desk.phone(meant.a).client.reload()
    return "ack"


async def phone_away(desk: Desk, meant: Intention) -> str:
    """Let a phone lose its line for a while, now and then so long that a bot stands in."""
    desk.phone(meant.a).client.stay_away(0.5 + 11 * meant.b)
    return "ack"


STEERING = {"stale_step", "wrong_phase"}
# A table or a chair may have been taken away, or left out by a start, a moment ago.
PEOPLE = {"wrong_phase", "person_gone", "unknown_table", "unknown_seat"}
SEATS = PEOPLE | {"seat_taken", "seat_full", "table_full", "role_between_rounds"}

# Every deed with the refusals that a moment can give it; any other refusal is a problem.
DEEDS: dict[str, tuple[Callable[[Desk, Intention], Awaitable[str]], set[str]]] = {
    "pause": (pause, STEERING),
    "resume": (resume, STEERING),
    "more_time": (more_time, STEERING),
    "clock_off": (clock_off, STEERING),
    "auto_close": (auto_close, set()),
    "late_next": (late_next, {"stale_step"}),
    "move": (move, SEATS),
    "move_to_taken": (move_to_taken, SEATS),
    "share": (share, SEATS),
    "move_back_and_forth": (move_back_and_forth, SEATS),
    "move_some": (move_some, SEATS),
    "observe": (observe, PEOPLE | {"table_full"}),
    "rename": (rename, {"person_gone"}),
    "remove": (remove, {"person_gone"}),
    "block_and_readmit": (block_and_readmit, {"person_gone"}),
    "hand_over": (hand_over, {"person_gone", CHANGED_PAGE}),
    "seat_bot": (seat_bot, {"somebody_here", "wrong_phase", "unknown_seat"}),
    "unseat_bot": (unseat_bot, {"wrong_phase", "unknown_seat"}),
    "swap_chairs": (swap_chairs, {"role_between_rounds", "nothing_to_swap", "unknown_table"}),
    "add_seat": (add_seat, {"seats_fixed", "seats_full", "unknown_table"}),
    "remove_seat": (
        remove_seat,
        {"only_in_lobby", "seat_taken", "seat_needed", "unknown_seat", "unknown_table"},
    ),
    "add_table": (add_table, {"only_in_lobby", "tables_full"}),
    "remove_table": (
        remove_table,
        {"only_in_lobby", "table_taken", "table_needed", "table_played", "unknown_table"},
    ),
    "lock": (lock, set()),
    "unlock": (unlock, set()),
    "cover": (cover, set()),
    "star": (star, set()),
    "undercurrent": (undercurrent, set()),
    "pair_and_revoke": (pair_and_revoke, set()),
    "reload_panel": (reload_panel, set()),
    "panel_away": (panel_away, set()),
    "reload_phone": (reload_phone, set()),
    "phone_away": (phone_away, set()),
}
