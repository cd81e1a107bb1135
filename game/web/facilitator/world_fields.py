"""What can be edited of a world, part by part: the fields with their labels, in both languages side by side."""

from collections.abc import Iterable, Iterator

from django.utils.translation import get_language

from game import content
from game.content.complete import HEARD_AFTER, LOOKS, OVERHEARD, THREAD
from game.content.own.build import Base, Changes, can_be_said, happening, months_of, tasks_of
from game.content.own.new_tasks import called
from game.content.own.places import NEW_TASKS, NONE, ROUNDS, place_of
from game.content.own.shown import numbers, shown, whose
from game.content.words import LANGUAGES
from game.engine.debrief.steps import STEPS
from game.engine.model.choices import MAX_TASKS, MIN_TASKS, Response
from game.engine.model.roles import Role
from game.web.facilitator.world_groups import Cell, Group, Remarks, Round, Row, split
from game.web.words import said

PARTS = ("place", "tasks", "happens", "news", "roles", "more")
SHORT = 60  # characters: what is no longer than that is one line
SENTENCES, HEARD, TOLD, NAMES = 10, 4, 6, 120  # places in a list
PLAIN_PLOTS = tuple(str(number) for number in range(1, 7))


class Fields:
    """The fields of a world as somebody sees it in one language of ours."""

    def __init__(self, base: Base, changes: Changes, remarks: Remarks) -> None:
        self.base, self.changes, self.remarks = base, changes, remarks
        self.language = get_language() or "nl"
        self.tasks = tasks_of(base, changes)
        self.names = {
            task: called(base.words, base.blank, changes, task, self.language)
            for task in (*self.tasks, *base.tasks)
        }

    def of(self, part: str) -> list[Group]:
        """Return the groups of a part (one of PARTS)."""
        return [group for group in getattr(self, f"_{part}")() if group.rows or group.rounds or group.months]

    def found(self, asked: str) -> list[Group]:
        """Return the fields in which these words stand, in either language, whatever part they are of."""
        wanted = asked.casefold()
        groups = []
        for part in PARTS:
            all_said = list(self._said_anew(self._marked())) if part == "more" else []
            for group in (*(one for one in self.of(part) if not one.key.startswith("words")), *all_said):
                rows = [
                    row for row in group.rows if any(wanted in cell.text.casefold() for cell in row.cells)
                ]
                if rows:
                    groups.append(Group(group.key, f"{said(f'world.part.{part}')} · {group.title}", rows))
        return groups

    def new_tasks(self) -> list[tuple[str, str]]:
        """Return what can be added: the base's own tasks that were left out, and a new one; nothing when it is full."""
        if len(self.tasks) >= MAX_TASKS:
            return []
        left = [(task, self.names[task]) for task in self.base.tasks if task not in self.tasks]
        free = next(code for code in NEW_TASKS if code not in self.tasks)
        return [*left, (free, said("world.plot.new"))]

    def _place(self) -> Iterator[Group]:
        texts = [(code, said(f"world.field.{code}")) for code in ("title", "invitation", "opening")]
        yield Group("name", said("world.group.name"), self._rows(texts))
        rounds = [(f"briefing.{number}", said("world.field.briefing", round=number)) for number in ROUNDS]
        yield Group("rounds", said("world.group.rounds"), self._rows(rounds))
        yield Group("months", said("world.group.months"), months=months_of(self.base, self.changes))

    def _tasks(self) -> Iterator[Group]:
        for task in self.tasks:
            texts = [(f"task.{task}.{part}", said(f"world.field.{part}")) for part in ("name", "about")]
            texts += [(f"task.{task}.look.{band}", said(f"world.field.look.{band}")) for band in range(LOOKS)]
            texts += [(f"done.{task}.{answer}", said(f"world.field.done.{answer}")) for answer in Response]
            for who in HEARD_AFTER:
                for band in range(3):
                    label = said(f"world.field.heard.{who}.{band}")
                    texts += self._list(f"heard.{task}.{who}.{band}", HEARD, label)
            for seen in THREAD:
                texts += self._list(f"thread.{task}.{seen}", TOLD, said(f"world.field.thread.{seen}"))
            yield Group(
                task,
                self.names[task],
                self._rows(texts),
                task=task,
                plot=shown(self.base, self.changes, f"plot.{task}"),
                plots=self._plots(),
                may_go=len(self.tasks) > MIN_TASKS,
            )

    def _plots(self) -> tuple[tuple[str, str], ...]:
        of_base = [
            (
                task,
                said(
                    "world.plot.of",
                    task=content.words(self.base.data["code"], self.language)[f"task.{task}.name"],
                ),
            )
            for task in self.base.tasks
        ]
        return (*of_base, *((plot, said("world.plot.plain", number=int(plot))) for plot in PLAIN_PLOTS))

    def _happens(self) -> Iterator[Group]:
        named = tuple((task, self.names[task]) for task in self.tasks)
        yield Group("when", said("world.group.when"), rounds=tuple(self._rounds()), tasks=named)
        for what in ("incident", "setback", "grumble"):
            for task in self.tasks:
                texts = self._list(f"{what}.{task}", SENTENCES, said(f"world.field.{what}"))
                title = said(f"world.group.{what}", task=self.names[task])
                yield Group(f"{what}-{task}", title, self._rows(texts))

    def _rounds(self) -> Iterator[Round]:
        setbacks = happening(self.base, self.tasks, self.changes, "setbacks")
        incidents = happening(self.base, self.tasks, self.changes, "incidents")
        for number in ROUNDS:
            hit = setbacks.get(str(number), [])
            of_tasks = tuple((task, self.names[task], task in hit) for task in self.tasks)
            yield Round(number, of_tasks, next(iter(incidents.get(str(number), [])), NONE))

    def _news(self) -> Iterator[Group]:
        for way, items in self.base.data["news"].items():
            texts = [
                (f"news.{code}", f"{number} · {self._condition(one)}")
                for number, (code, one) in enumerate(items.items(), 1)
                if one.get("task", self.tasks[0]) in self.tasks
            ]
            yield Group(way, said(f"world.group.{way}"), self._rows(texts))

    def _condition(self, one: dict[str, object]) -> str:
        """Return in words when a sentence of the news fits; the conditions themselves stay as they were copied."""
        parts = [self.names[str(one["task"])]] if "task" in one else []
        for side in ("above", "below"):
            bounds = one.get(side)
            for measure, bound in (bounds if isinstance(bounds, dict) else {}).items():
                name = said(f"world.measure.{measure}")
                parts.append(said(f"world.condition.{side}", measure=name, number=round(100 * bound)))
        return ", ".join(parts) or said("world.condition.always")

    def _roles(self) -> Iterator[Group]:
        texts = [
            (f"role_card.{role}", content.words(self.base.data["code"], self.language)[f"role.{role}"])
            for role in Role
        ]
        yield Group("cards", said("world.group.cards"), self._rows(texts))

    def _more(self) -> Iterator[Group]:
        overheard = [
            pair
            for mood in OVERHEARD
            for pair in self._list(f"overheard.{mood}", SENTENCES, said(f"world.field.overheard.{mood}"))
        ]
        yield Group("overheard", said("world.group.overheard"), self._rows(overheard))
        for code in ("look_at", "talk_about"):
            yield Group(
                code,
                said(f"world.group.{code}"),
                self._rows(self._list(code, 2 * SENTENCES, said("world.field.line"))),
            )
        yield Group("calls", said("world.group.calls"), self._calls())
        for step in dict.fromkeys(
            code.split(".")[1] for code in self.base.words["nl"] if code.startswith("note.")
        ):
            codes = [code for code in self.base.words["nl"] if code.startswith(f"note.{step}.")]
            texts = [(code, said(f"world.field.note.{code.rpartition('.')[2]}")) for code in codes]
            yield Group(f"note-{step}", said("world.group.note", step=self._step(step)), self._rows(texts))
        anew = [code for code in self._marked() if self._is_said_anew(code)]
        yield from self._said_anew(anew)
        names = self._rows(self._list("alias", NAMES, said("world.field.alias")))
        yield from split(Group("alias", said("world.group.alias"), names))

    def _step(self, step: str) -> str:
        plain = step.removesuffix("_setback")
        name = said(f"debrief.{plain}.title") if plain in STEPS else said(f"world.step.{plain}")
        return name if plain == step else said("world.condition.setback", step=name)

    def _calls(self) -> list[Row]:
        """Return the phrases of the catalogue that may be said otherwise: another list in each language."""
        rows = []
        for language in LANGUAGES:
            for phrase in sorted(self.base.phrases[language]):
                cell = self._cell(f"{language}.instead.{phrase}", language)
                rows.append(Row(said("world.field.instead", phrase=phrase), (cell,), 120, False))
        return rows

    def _marked(self) -> list[str]:
        """Return the sentences of every screen that a world may say in its own words."""
        return sorted(self.base.marked[LANGUAGES[0]])

    def _is_said_anew(self, code: str) -> bool:
        places = [(language, f"words.{code}") for language in LANGUAGES]
        return any(
            place in self.base.words[language] or f"{language}.{place}" in self.changes
            for language, place in places
        )

    def _said_anew(self, codes: Iterable[str]) -> Iterator[Group]:
        """Yield the fields of sentences that the catalogue says on every screen, each under what it says there."""
        usual = self.base.marked[self.language]
        texts = [
            (f"words.{code}", usual[code])
            for code in codes
            if can_be_said(self.base, self.language, f"words.{code}")
        ]
        yield from split(Group("words", said("world.group.words"), self._rows(texts)))

    def _list(self, before: str, room: int, label: str) -> list[tuple[str, str]]:
        return [
            (f"{before}.{number}", f"{label} {place}")
            for place, number in enumerate(numbers(self.base, self.changes, before, room), 1)
        ]

    def _rows(self, texts: Iterable[tuple[str, str]]) -> list[Row]:
        rows = []
        for code, label in texts:
            cells = tuple(self._cell(f"{language}.{code}", language) for language in LANGUAGES)
            place = place_of(cells[0].name)
            assert place is not None, code
            rows.append(Row(label, cells, place.limit, place.limit > SHORT))
        return rows

    def _cell(self, name: str, language: str) -> Cell:
        text = self.remarks.typed.get(name, shown(self.base, self.changes, name))
        wrong, theirs = self.remarks.wrong.get(name, ""), self.remarks.theirs.get(name)
        return Cell(name, language, text, whose(self.base, self.changes, name), wrong, theirs)


def part_of(name: str) -> str:
    """Return the part in which a place is edited."""
    place = place_of(name)
    first = place.code.partition(".")[0] if place else ""
    return _PART_OF.get(first, "more")


_PART_OF = {
    **dict.fromkeys(("title", "invitation", "opening", "briefing", "month"), "place"),
    **dict.fromkeys(("tasks", "plot", "task", "done", "heard", "thread"), "tasks"),
    **dict.fromkeys(("incidents", "setbacks", "incident", "setback", "grumble"), "happens"),
    "news": "news",
    "role_card": "roles",
}
