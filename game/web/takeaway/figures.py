"""The take-home page's texts and tables: what stands there without a script, in the words of the debrief."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from django.utils.text import capfirst

from game import content
from game.content.findings import leaned, sentence
from game.engine.debrief.answers import Answer
from game.engine.debrief.loops import LOOPS
from game.engine.debrief.ranked import by_strength
from game.engine.debrief.sensible import reasons
from game.engine.debrief.series import UNDERCURRENT, RoundLine, TaskRound
from game.engine.debrief.whatif import Lines
from game.engine.model.roles import Role
from game.engine.model.rules import RULESETS
from game.engine.table.phases import FULL_GAME_ROUNDS
from game.selectors.take_home import Street

# Pictures whose own name says little once they are kept as files.
CALLED = {"under": "trust", "dice": "luck", "what_if": "lines"}
SOFT_HYPHEN = "\u00ad"
PIPS = 6
Word = Callable[..., str]
Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture by the name that it is kept by, and the table that says the same."""

    chart: str
    title: str
    head: tuple[str, ...]
    rows: Rows
    about: str = ""
    kind: str = "numbers"

    @property
    def picture(self) -> str:
        """Which of its step's pictures it is, for the page's script."""
        return CALLED.get(self.chart, self.chart)


@dataclass(frozen=True, slots=True)
class Part:
    """A step of the debrief as it is taken home: its title, its texts and its pictures."""

    step: str
    title: str
    intro: str
    sentences: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    closing: str = ""


def worded(scenario: str, language: str) -> Word:
    """Return what gives the sentence of a code with its values, in a language."""
    words = content.words(scenario, language)

    def word(code: str, **params: str | int | float) -> str:
        return content.fill(words, code, params, language).replace(SOFT_HYPHEN, "")

    return word


def parts(street: Street, language: str) -> tuple[Part, ...]:
    """Return what the page tells of a table's game, in the order of the debrief; nothing without a finished round."""
    word = worded(street.game.scenario, language)
    if street.findings is None:
        return ()
    words = content.words(street.game.scenario, language)
    told = tuple(sentence(turn, words, language) for turn in street.findings.story)
    turns = Part("turns", word("debrief.turning.title"), "", told)
    found = [_happened(street, word), _under(street, word)]
    if len(street.story.rounds) >= FULL_GAME_ROUNDS:
        found.append(_pattern(street, word))
    found += [turns, _sensible(street, word, leaned(street.findings.leaning, words, language))]
    if street.answers or street.doubted:
        found.append(_what_if(street, word))
    return tuple(found)


def film(street: Street, word: Word) -> Figure:
    """Return the film of a table's street; the table below it says how it looked after every round."""
    return _per_round(street, word, "film", word("take_home.film"), ("quality",))


def _happened(street: Street, word: Word) -> Part:
    step = "debrief.what_happened"
    figures = (
        _per_round(street, word, "quality", word(f"{step}.quality"), ("quality",)),
        _per_round(
            street, word, "share", word(f"{step}.share"), ("professional_share", "evenings", "claims")
        ),
        _cost(street, word),
        _per_task(street, word, "asked", word(f"{step}.asked_decided"), lambda task: _decided(task, word)),
        _dice(street, word),
    )
    return Part("what_happened", word(f"{step}.title"), word(f"{step}.intro"), figures=figures)


def _under(street: Street, word: Word) -> Part:
    step = "debrief.undercurrent"
    start = [word("debrief.start"), *(_percent(street.story.start[name]) for name in UNDERCURRENT)]
    lines = _per_round(street, word, "under", word(f"{step}.lines"), UNDERCURRENT)
    lines = Figure("under", lines.title, lines.head, (tuple(start), *lines.rows))
    return Part("undercurrent", word(f"{step}.title"), word(f"{step}.intro"), figures=(lines,))


def _per_round(street: Street, word: Word, chart: str, title: str, names: tuple[str, ...]) -> Figure:
    head = (word("debrief.round"), *(word(f"debrief.value.{name}") for name in names))
    rows = tuple(
        (str(line.round), *(_value(line, name, word) for name in names)) for line in street.story.rounds
    )
    return Figure(chart, title, head, rows)


def _cost(street: Street, word: Word) -> Figure:
    step = "debrief.what_happened"
    figure = _per_round(street, word, "cost", word(f"{step}.cost"), ("cost", "reserve"))
    empty = ", ".join(str(line.round) for line in street.story.rounds if line.empty)
    return replace(figure, about=word(f"{step}.empty", rounds=empty)) if empty else figure


def _value(line: RoundLine, name: str, word: Word) -> str:
    value: float | None = getattr(line, name)
    if value is None:
        return "–"
    return number(value, word) if name in ("cost", "reserve", "claims") else _percent(value)


def _per_task(street: Street, word: Word, chart: str, title: str, cell: Callable[[TaskRound], str]) -> Figure:
    rounds = street.story.rounds
    head = (word("debrief.round"), *(str(line.round) for line in rounds))
    rows = tuple(
        (word(f"task.{task}.name"), *(cell(line.tasks[k]) for line in rounds))
        for k, task in enumerate(street.story.tasks)
    )
    return Figure(chart, title, head, rows, kind="grid")


def _decided(task: TaskRound, word: Word) -> str:
    parts = [word(f"holder.{task.holder}")]
    if task.requirements:
        parts.append(word("requirements.yes"))
    most = max(task.asked, key=lambda holder: task.asked[holder])
    if task.asked[most] > task.asked[task.holder]:
        parts.append(word("debrief.asked_other", holder=word(f"holder.{most}")))
    return ", ".join(parts)


def _dice(street: Street, word: Word) -> Figure:
    rounds = street.story.rounds
    rows = tuple(
        (word(f"task.{task}.name"), *(_throw(line, k, word) for line in rounds))
        for k, task in enumerate(street.story.tasks)
    )
    head = (word("debrief.round"), *(str(line.round) for line in rounds))
    step = "debrief.what_happened"
    about = word(f"{step}.dice")
    if any(task.setback for line in rounds for task in line.tasks):
        about = f"{about} {word(f'{step}.setbacks')}"
    return Figure("dice", word(f"{step}.incidents"), head, rows, about, "grid")


def _throw(line: RoundLine, task: int, word: Word) -> str:
    pips = str(min(PIPS, 1 + int(line.draws[task] * PIPS)))
    if line.tasks[task].setback:
        return word("debrief.what_happened.setback")  # hangs on no throw
    return f"{pips}: {word('ui.tag.incident')}" if line.tasks[task].incident else pips


def _pattern(street: Street, word: Word) -> Part:
    assert street.findings is not None
    loops = street.findings.loops
    head = (word("debrief.pattern.loop"), *(str(turn) for turn in range(1, len(loops) + 1)))
    rows = tuple(
        (word(f"debrief.loop.{code}"), *(_percent(one.loops[code]) for one in loops)) for code in LOOPS
    )
    figure = Figure("loops", word("debrief.pattern.each_round"), head, rows, kind="strengths")
    abouts = tuple(
        f"{capfirst(word(f'debrief.loop.{code}'))}. {word(f'debrief.loop_about.{code}')}"
        for code in by_strength(loops)
    )
    return Part("pattern", word("debrief.pattern.title"), word("debrief.pattern.intro"), abouts, (figure,))


def _sensible(street: Street, word: Word, told: str) -> Part:
    assert street.findings is not None
    step = "debrief.sensible"
    rules = RULESETS[street.game.ruleset]
    head = (word("debrief.round"), *(str(line.round) for line in street.story.rounds))
    rows = tuple(
        (f"{word(f'role.{role}')}: {word(f'debrief.way.{option}')}", *_paid(street, role, option))
        for role in Role
        for option in reasons(rules, role)
    )
    figure = Figure("logic", word(f"{step}.paid_more"), head, rows, kind="grid")
    sentences = (told,) if told else ()
    return Part(
        "sensible",
        word(f"{step}.title"),
        word(f"{step}.intro"),
        sentences,
        (figure,),
        closing="\n".join(word(f"debrief.claim.{part}") for part in ("before", "between", "hold")),
    )


def _paid(street: Street, role: Role, option: str) -> Iterator[str]:
    """Yield per round at which share of the moments an option gave a higher mark."""
    assert street.findings is not None
    for one in street.findings.sensible[role]:
        found = one.options.get(option)
        yield _percent(found.paid) if found and found.moments else "–"


def _what_if(street: Street, word: Word) -> Part:
    step = "debrief.what_if"
    names = (word("debrief.value.quality"), word("debrief.value.ownership"), word("debrief.value.cost"))
    own = street.story.rounds
    ends = (own[-1].quality, own[-1].ownership, own[-1].cost)
    rows = [(word(f"{step}.as_it_went"), *_ends(*ends, word))]
    rows += [
        (name, *_ends(lines.quality[-1], lines.ownership[-1], lines.cost[-1], word))
        for answer in street.answers
        for name, lines in _answered(answer, word)
    ]
    if street.doubted is not None:
        doubt = street.doubted
        rows.append(
            (
                word(f"{step}.short_doubt"),
                *_ends(doubt.quality[-1], doubt.ownership[-1], doubt.cost[-1], word),
            )
        )
    head = (word(f"{step}.at_the_end"), *names)
    figure = Figure("what_if", word(f"{step}.lines"), head, tuple(rows), word(f"{step}.model_answer"))
    same = tuple(
        f"{what_if_name(answer, word)}: {word(f'{step}.same')}"
        for answer in street.answers
        if answer.lines.is_same
    )
    notes = tuple(
        word(note) for answer in street.answers if word(note := f"{step}_note.{answer.code}") != note
    )
    if any(answer.reacting for answer in street.answers):
        notes += (word(f"{step}.reacts"),)
    notes += tuple(
        word(
            f"{step}.weight_{'changed' if doubt.value else 'off'}",
            name=word(f"debrief.constant.{doubt.constant}"),
        )
        for doubt in street.game.doubts
    )
    return Part("what_if", word(f"{step}.title"), word(f"{step}.intro"), same + notes, (figure,))


def _answered(answer: Answer, word: Word) -> Iterator[tuple[str, Lines]]:
    """Yield what an answer is called with its lines: with unchanged choices, and with those of people who react."""
    name = what_if_name(answer, word)
    yield name, answer.lines
    if answer.reacting is not None:
        yield f"{name}, {word('debrief.what_if.reacting')}", answer.reacting


def what_if_name(answer: Answer, word: Word) -> str:
    """Return what a what-if is called, with the round it begins in unless that is the first."""
    name = word(f"debrief.what_if.{answer.code}")
    return word("debrief.what_if.since", name=name, round=answer.since) if answer.since > 1 else name


def _ends(quality: float, ownership: float, cost: float, word: Word) -> Iterator[str]:
    yield _percent(quality)
    yield _percent(ownership)
    yield number(cost, word)


def _percent(share: float) -> str:
    return f"{round(100 * share)}%"


def number(value: float, word: Word) -> str:
    """Return a number as the language writes it, with at most one decimal."""
    return word("{value}", value=value)


def mark(value: float, word: Word) -> str:
    """Return a report mark (1–10) as phones write it, always with one decimal."""
    shown, half = number(round(value, 1), word), number(0.5, word)
    return shown if half[1] in shown else f"{shown}{half[1]}0"
