"""The people of a wild rehearsal: they play on by themselves, come back when they were removed, and change phones."""

import asyncio
from typing import Any

from game.rehearsal.browser import Browser, PageError
from game.rehearsal.client import Dismissed
from game.rehearsal.phone import Phone, States
from game.rehearsal.stage import Stage

RETURN_SECONDS = 0.4
RETURNS = 40
HANG_SECONDS = 60.0
COMES_BACK = ("removed", "blocked", "not_seated")


class Crowd:
    """All phones, by the person they belong to; `returned` and `handed_over` count what happened to them."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.by_person: dict[int, Phone] = {}
        self.returned = 0
        self.handed_over = 0
        self.busy: set[Phone] = set()
        self._successors: dict[Phone, Browser] = {}
        self._aliases: dict[Phone, str] = {}
        self._states: dict[int, asyncio.Future[States]] = {}

    def meet(self, parts: dict[str, dict[str, Any]]) -> None:
        """Learn from the panel's tiles which person has which phone, and let everyone play on."""
        phones = {str(phone.screen["mine"]["alias"]): phone for phone in self.stage.phones if phone.screen}
        for tile in parts.values():
            for seat in tile["seats"]:
                for person in seat["people"]:
                    self.by_person[person["person"]] = phones[person["alias"]]
        self._aliases = {phone: alias for alias, phone in phones.items()}
        for phone in self.stage.phones:
            phone.returns = self._return
            playing = phone.play_on(self._states_of, self.stage.plan.policy)
            self.stage.tasks.append(asyncio.ensure_future(playing))

    @property
    def is_complete(self) -> bool:
        """Whether nobody is on the way back to a place."""
        return not self.busy

    def are_done(self, step: int) -> bool:
        """Tell whether everyone who is connected has played this step."""
        return all(
            phone.played_step >= step or not phone.client.is_open or phone in self.busy
            for phone in self.stage.phones
        )

    async def _states_of(self, step: int) -> States:
        """Return the tables' states in a step, read once for all phones; those of a later step when it is over."""
        if step not in self._states:
            self._states[step] = asyncio.ensure_future(self._read_states())
        return await self._states[step]

    async def _read_states(self) -> States:
        while True:
            try:
                return await self.stage.states()
            except OSError:  # the server is on its way back
                await asyncio.sleep(RETURN_SECONDS)

    # Coming back

    async def _return(self, phone: Phone, dismissed: Dismissed) -> bool:
        """Do what somebody does whose phone says that it has no place any more; return whether it has one again."""
        if dismissed.reason == "seat_handed_over":
            return await self._go_on_elsewhere(phone)
        if dismissed.reason not in COMES_BACK:
            return False
        self.busy.add(phone)
        try:
            return await self._join_again(phone)
        finally:
            self.busy.discard(phone)

    async def _go_on_elsewhere(self, phone: Phone) -> bool:
        """Go on with the phone that took the place over, once its page has come; return False when there is none."""
        old = phone.client
        async with asyncio.timeout(HANG_SECONDS):
            while phone in self.busy and phone.client is old:
                await asyncio.sleep(0.05)
        if (
            phone.client is old and phone in self._successors
        ):  # it took the place, and lost it before it saw its page
            phone.continue_on(self._successors.pop(phone))
        return phone.client is not old

    async def _join_again(self, phone: Phone) -> bool:
        for _ in range(RETURNS):
            await asyncio.sleep(RETURN_SECONDS)
            try:
                await self.stage.in_thread(self._rejoin, phone)
            except OSError:  # the server is on its way back
                continue
            except PageError:  # blocked for now, or no seat is free yet
                if self.stage.watchers["panel"].phase in ("debrief", "closed"):
                    phone.outside = True  # nobody can join any more
                    return False
                continue
            self.returned += 1
            return True
        return False

    def _rejoin(self, phone: Phone) -> None:
        path = f"/j/{self.stage.code}/"
        if phone.browser.get(path)[0].startswith("/play/"):
            return
        where = phone.browser.submit(path, alias=self._aliases[phone])
        if not where.startswith("/play/"):
            raise PageError(f"joining again led to {where}")

    # Another phone

    async def hand_over(self, phone: Phone, code: str) -> None:
        """Take a phone's place over with a new one; raises PageError, or TimeoutError when the old one is not let go."""
        browser = self._successors[phone] = Browser(phone.browser.base_url)
        self.busy.add(phone)
        try:
            where = await self.stage.in_thread(browser.submit, f"/pair/{code}/")
            if not where.startswith("/play/"):
                raise PageError(f"a handed over place led to {where}")
            old = phone.continue_on(self._successors.pop(phone))
            dismissed = await asyncio.wait_for(asyncio.shield(old.ended), HANG_SECONDS)
        finally:
            self.busy.discard(phone)
        if (dismissed.code, dismissed.reason) != (4003, "seat_handed_over"):
            self.stage.problems.append(f"a phone that was handed over was told {dismissed}")
        self.handed_over += 1
