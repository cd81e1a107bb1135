"""The debrief of a rehearsal: all its pictures, phones that write, guess and vote, and a panel that lets it show."""

import asyncio
from itertools import cycle
from typing import Any

from game.engine.debrief.steps import OF_ONE_TABLE, POSTED, STEPS
from game.rehearsal.phone import Phone
from game.rehearsal.stage import Stage

TRIED = ("funding.trust", "no_rules", "evening_more", "letting_go")


class Debrief:
    """Leads a debrief to its end; what a phone was told to be kept has to be on it."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.panel = stage.watchers["panel"]
        # Each writes in one step only: a rehearsal goes faster than the five seconds that are between two posts.
        self._writes = dict(zip(stage.phones, cycle(POSTED)))

    async def lead(self) -> None:
        """Show every picture of every step, with all that phones and panel do in it."""
        for step, parts in STEPS.items():
            for part in parts:
                table = 1 if part in OF_ONE_TABLE else None
                await self._ask("show_debrief", view=step, part=part, table=table)
            await asyncio.gather(*[self._speak(phone, step) for phone in self.stage.phones])
            await self._answer(step)
        await self._ask("lead", short=True, compare=True, overlay=True)

    async def _speak(self, phone: Phone, step: str) -> None:
        """Let somebody say what the step asks for."""
        if step in POSTED:
            if step != self._writes[phone]:
                return
            text = f"{phone.table}-{phone.seat}"
            mood = "calm" if step == "feeling" else ""
            answer = await phone.client.command("post", step=phone.step, kind=step, text=text, mood=mood)
            if answer["type"] == "ack":
                phone.said.append((step, text))
        elif step == "what_happened":
            await phone.client.command("guess_luck", step=phone.step, luck=phone.dice.randint(1, 5))
        elif step == "what_if":
            code = phone.dice.choice(await phone.offered())
            await phone.client.command("pick_what_if", step=phone.step, code=code)

    async def _answer(self, step: str) -> None:
        """Let the facilitator do what the step is for."""
        if step in POSTED:
            posts = [
                post["id"] for post in self.panel.posts if post["kind"] == step and post["state"] == "waiting"
            ]
            if posts:
                await self._ask("judge", posts=posts, state="shown")
                await self._ask("pin", post=posts[0], pinned=True)
                votes = [
                    p.client.command("vote", step=p.step, post=posts[-1], on=True) for p in self.stage.phones
                ]
                await asyncio.gather(*votes)
            if len(posts) > 2:
                await self._ask("merge", posts=posts[1:2], into=posts[0])
        elif step == "pattern":
            await self._ask("look_at", loop="R1", round=1, arrow="need_take_over")
        elif step == "what_if":
            for code in TRIED:
                await self._ask("try_what_if", code=code, since=2, shown=True)
            await self._ask("doubt", constant="o_up", value=0.1)

    async def _ask(self, type: str, **fields: Any) -> None:
        answer = await self.panel.command(type, **fields)
        if answer["type"] == "refused":
            raise RuntimeError(f"{type} was refused: {answer['code']}")


def unheard(phone: Phone) -> list[str]:
    """Return what a phone was told to be kept and does not show."""
    voice = phone.screen["mine"].get("voice") if phone.screen else None
    shown = {(post["kind"], post["text"]) for post in voice["posts"]} if voice else set()
    return [f"a post of {step} is gone: {text}" for step, text in phone.said if (step, text) not in shown]
