"""The data dictionary of the export: what every sheet and column means, in which unit and range, in the reader's language."""

from collections.abc import Iterator
from dataclasses import replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from game.selectors.export import Chair, Sheet

Text = str | Promise
NUMBER, SHARE, YES_NO, WORD, TEXT, TIME = (
    "1, 2, 3 …",
    "0–1",
    _("yes or no"),
    _("a word"),
    _("text"),
    _("date and time"),
)
ROUNDS = _("round")
HOURS = _("hours")
POINTS = _("points")
MONEY = _("thousands of euros")
TIMES = _("times")
MEAN = _("share, mean over the tasks")
ONE = _("share")

# What the sheets are called for people: letters only, 31 at most.
NAMES = {
    "workshop": pgettext_lazy("sheet", "workshop"),
    "games": pgettext_lazy("sheet", "games"),
    "tables": pgettext_lazy("sheet", "tables"),
    "seats": pgettext_lazy("sheet", "seats"),
    "people": pgettext_lazy("sheet", "people"),
    "rounds": pgettext_lazy("sheet", "rounds"),
    "tasks": pgettext_lazy("sheet", "tasks"),
    "choices": pgettext_lazy("sheet", "choices"),
    "scores": pgettext_lazy("sheet", "scores"),
    "predictions": pgettext_lazy("sheet", "predictions"),
    "posts": pgettext_lazy("sheet", "posts"),
    "guesses": pgettext_lazy("sheet", "guesses"),
    "log": pgettext_lazy("sheet", "log"),
    "words": pgettext_lazy("sheet", "words"),
    "dictionary": pgettext_lazy("sheet", "dictionary"),
}

SHEETS = {
    "workshop": _("The workshop, and how this file was made."),
    "games": _("Every game of the workshop: its settings and how far it came."),
    "tables": _("Every table of every game."),
    "seats": _("Every chair, with the neighbours that the computer plays."),
    "people": _("Who sat or watched where and when. Somebody who moved stands here more than once."),
    "rounds": _("Every finished round of every table, with all its figures."),
    "tasks": _("Every task in every finished round."),
    "choices": _("Every choice of every chair. Only rows that count are in the results; see status."),
    "scores": _("The own mark of every chair in every finished round, and what made it."),
    "predictions": _("What observers expected of a round."),
    "posts": _("What people wrote in the debrief, shown or not. By table, never by person."),
    "guesses": _("How often every answer was given to the questions of the debrief."),
    "log": _("What happened when, as the facilitator could read it; a star kept a line."),
    "words": _("What the codes in the other sheets stand for."),
    "dictionary": _("What every sheet and column means: this sheet."),
}  # fmt: skip

# By (sheet, column) where a column means something of its own there, else by column: meaning, unit, range.
COLUMNS: dict[str, tuple[Text, Text, Text]] = {
    "game": (_("which game of the workshop"), "", NUMBER),
    "table": (_("which table; empty for the whole room"), "", NUMBER),
    "round": (_("which round"), ROUNDS, "1–10"),
    "seat": (_("which chair of the table; neighbours come last"), "", NUMBER),
    "role": (_("the chair's role; observer for who watched"), WORD, "municipality, professional, resident, observer"),
    "person": (_("who held the chair then, called after the first place taken; empty for nobody"), TEXT, ""),
    "task": (_("the task; empty for what was chosen once for the whole round"), WORD, ""),
    "phase": (_("the phase"), WORD, "lobby, time_out, agree, act, outcome, debrief, closed"),
    "at": (_("when"), TIME, ""),
    "quality": (_("how the task looks"), ONE, SHARE),
    "ownership": (_("how far residents see the task as their own, at the end of the round"), ONE, SHARE),
    "expectation": (_("what residents count on from others, at the end of the round"), ONE, SHARE),
    "bureaucracy": (_("rules, guarantees and accounting around the task, at the end of the round"), ONE, SHARE),
    "professional_share": (_("the professionals' part of all hours spent"), ONE, SHARE),
    "neighbour": (_("a household that the computer plays, because the table has few residents"), "", YES_NO),
    "scenario": (_("the story that was played"), WORD, ""),
    "language": (_("the language that the workshop was made in"), WORD, "nl, en"),
    "replaced": (_("taken out of the results by a step back"), "", YES_NO),
    "with_names": (_("whether this file has the names that people chose"), "", YES_NO),
    "workshop/workshop": (_("the title"), TEXT, ""),
    "workshop/started": (_("when the workshop was made"), TIME, ""),
    "ended": (_("when the play ended; empty while it goes on"), TIME, ""),
    "closed": (_("when the debrief was closed; empty while it is open"), TIME, ""),
    "workshop/games": (_("how many games"), "", NUMBER),
    "workshop/exported_at": (_("when this file was made"), TIME, ""),
    "workshop/is_over": (_("no while a game is going on: then only finished rounds are in the results"), "", YES_NO),
    "games/ruleset": (_("the number of the rules, with the constants of the model"), "", NUMBER),
    "games/form": (_("full, or short: without responding when something is going on"), WORD, "full, short"),
    "games/seed": (_("where the dice came from"), TEXT, ""),
    "games/phase": (_("the phase that the game is in now"), WORD, "lobby, time_out, agree, act, outcome, debrief, closed"),
    "games/round": (_("the round that the game is in now; 0 before the start"), ROUNDS, "0–10"),
    "games/is_over": (_("whether the play is over"), "", YES_NO),
    "games/rounds_planned": (_("how many rounds were planned"), ROUNDS, "1–10"),
    "games/rounds_finished": (_("how many rounds were finished"), ROUNDS, "0–10"),
    "games/tables": (_("how many tables"), "", NUMBER),
    "games/talking_from": (_("the first round in which people talked; 1: from the start"), ROUNDS, "1–4"),
    "games/bots_fill_seats": (_("whether bots took chairs without a person"), "", YES_NO),
    "games/rehearsal": (_("whether this was a rehearsal with bots"), "", YES_NO),
    "games/opened_at": (_("when the phase that the game is in began"), TIME, ""),
    "tables/seats": (_("how many chairs"), "", "3–12"),
    "tables/neighbours": (_("how many neighbours the computer plays"), "", "0–3"),
    "tables/rounds_finished": (_("how many rounds were finished"), ROUNDS, "0–10"),
    "tables/game_file": (_("the game file of this table; empty without a finished round"), TEXT, ""),
    "seats/people": (_("how many people held this chair, one after the other or together"), "", "0, 1, 2 …"),
    "people/person": (_("what this person is called in this file"), TEXT, ""),
    "people/seat": (_("which chair; empty for who watched"), "", NUMBER),
    "people/since": (_("from when"), TIME, ""),
    "people/until": (_("until when; empty: still"), TIME, ""),
    "people/alias": (_("the name that this person chose"), TEXT, ""),
    "rounds/talking": (_("whether people could talk in this round"), "", YES_NO),
    "rounds/funding": (_("how the professionals were paid"), WORD, "output, result, trust"),
    "rounds/quality": (_("how the street looks"), MEAN, SHARE),
    "rounds/cost": (_("what professionals and agreements on paper cost"), MONEY, "≥ 0"),
    "rounds/reserve": (_("what is left in the purse at the end of the round; below 0: owed"), MONEY, ""),
    "rounds/evenings": (_("the part of residents' evenings that went to the street"), ONE, SHARE),
    "rounds/claims": (_("how many problems residents reported"), TIMES, "≥ 0"),
    "rounds/incidents": (_("on how many tasks there was an incident"), "", "0–6"),
    "rounds/troubles": (_("with how many tasks something was going on: an incident or complaints"), "", "0–6"),
    "rounds/hours": (_("the hours that a professional had for tasks"), HOURS, "≥ 0"),
    "rounds/worked": (_("the hours that a professional worked on tasks"), _("hours, mean of the professionals"), "≥ 0"),
    "rounds/load": (_("paid hours for one hour of work on tasks"), HOURS, "≥ 1"),
    "rounds/ownership": (_("how far residents see the street as their own, at the end of the round"), MEAN, SHARE),
    "rounds/expectation": (_("what residents count on from others, at the end of the round"), MEAN, SHARE),
    "rounds/bureaucracy": (_("rules, guarantees and accounting, at the end of the round"), MEAN, SHARE),
    "rounds/trust": (_("how well the three parties can work with each other, at the end of the round"), ONE, SHARE),
    "tasks/holder": (_("who carries the task, as decided"), WORD, "residents, together, professionals"),
    "tasks/requirements": (_("whether agreements were put on paper"), "", YES_NO),
    "tasks/asked_residents": (_("how many chairs asked for residents to carry it"), TIMES, "≥ 0"),
    "tasks/asked_together": (_("how many chairs asked for a mixed group to carry it"), TIMES, "≥ 0"),
    "tasks/asked_professionals": (_("how many chairs asked for professionals to carry it"), TIMES, "≥ 0"),
    "tasks/draw": (_("the luck: an incident when it is below the chance of one"), "", SHARE),
    "tasks/complaints": (_("how much was complained about"), ONE, SHARE),
    "tasks/incident": (_("whether there was an incident"), "", YES_NO),
    "tasks/trouble": (_("whether something was going on: an incident or complaints"), "", YES_NO),
    "tasks/joined": (_("the part of residents that gave an evening"), ONE, SHARE),
    "tasks/claimed": (_("the part of residents that reported a problem"), ONE, SHARE),
    "tasks/take_over": (_("the part of professionals that did it themselves, less when hours ran short"), ONE, SHARE),
    "tasks/together": (_("the part of professionals that divided the work, less when hours ran short"), ONE, SHARE),
    "choices/phase": (_("the phase in which it was chosen"), WORD, "agree, act, outcome"),
    "choices/about": (_("what was chosen"), WORD, "holder, requirements, funding, proposal, act, response"),
    "choices/choice": (_("the choice; see the sheet words"), WORD, ""),
    "choices/by": (
        _("who made it: the player, the facilitator (from paper), a bot, or nobody (what was chosen before, again)"),
        WORD, "player, facilitator, bot, default",
    ),
    "choices/automatic": (_("yes when no player made it"), "", YES_NO),
    "choices/status": (
        _("counts; replaced: taken out by a step back; unfinished: the round did not end, or not yet"),
        WORD, "counts, replaced, unfinished",
    ),
    "choices/at": (_("when the phase closed; or when something was last tapped, if it never did"), TIME, ""),
    "scores/score": (_("what the chair scored by its own measure, not bounded"), POINTS, ""),
    "scores/mark": (_("the mark that the phone showed"), _("mark"), "1–10"),
    "predictions/expects": (_("how the street would look after the round"), WORD, "better, same, worse"),
    "predictions/person": (_("who expected it"), TEXT, ""),
    "posts/post": (_("the number of the text"), "", NUMBER),
    "posts/table": (_("at which table it was written"), "", NUMBER),
    "posts/kind": (_("the step of the debrief in which it was written"), WORD, "feeling, at_work, tomorrow"),
    "posts/text": (_("what was written"), TEXT, ""),
    "posts/mood": (_("the mood that was given with it"), WORD, "good, calm, mixed, tense, bad"),
    "posts/state": (_("whether the facilitator let it through"), WORD, "waiting, shown, hidden"),
    "posts/pinned": (_("whether the facilitator put it on top"), "", YES_NO),
    "posts/votes": (_("how many people voted for it"), TIMES, "≥ 0"),
    "posts/merged_into": (_("the number of the text that it was laid under"), "", NUMBER),
    "guesses/question": (_("luck: how much bad luck; what_if: what would have had to be different"), WORD, "luck, what_if"),
    "guesses/answer": (_("the answer"), WORD, ""),
    "guesses/count": (_("how many people gave it"), TIMES, NUMBER),
    "log/code": (_("what happened"), WORD, ""),
    "log/text": (_("the same in a sentence"), TEXT, ""),
    "log/starred": (_("whether the facilitator kept it"), "", YES_NO),
    "words/about": (_("what the code belongs to"), WORD, ""),
    "words/code": (_("the code"), WORD, ""),
    "words/nl": (_("in Dutch"), TEXT, ""),
    "words/en": (_("in English"), TEXT, ""),
    "dictionary/sheet": (_("the sheet"), TEXT, ""),
    "dictionary/column": (_("the column; empty for the sheet as a whole"), TEXT, ""),
    "dictionary/meaning": (_("what it means"), TEXT, ""),
    "dictionary/unit": (_("the unit"), TEXT, ""),
    "dictionary/range": (_("what it can be"), TEXT, ""),
}  # fmt: skip
for _n in (1, 2, 3):
    COLUMNS[f"scores/reason_{_n}"] = (_("a reason behind the score"), WORD, "")
    COLUMNS[f"scores/points_{_n}"] = (_("what that reason added or took away"), POINTS, "")


def explained(sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """Return the sheets under their names in the reader's language, and at the end one that explains every sheet and column.

    Raises KeyError for a sheet or column without words.
    """
    columns = ("sheet", "column", "meaning", "unit", "range")
    described = [(sheet.name, sheet.columns) for sheet in sheets] + [("dictionary", columns)]
    dictionary = Sheet("dictionary", columns, tuple(row for one in described for row in _rows(*one)))
    return tuple(replace(sheet, name=str(NAMES[sheet.name])) for sheet in (*sheets, dictionary))


def _rows(sheet: str, columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    name = str(NAMES[sheet])
    yield name, "", str(SHEETS[sheet]), "", ""
    for column in columns:
        meaning, unit, bounds = COLUMNS.get(f"{sheet}/{column}") or COLUMNS[column]
        yield name, column, str(meaning), str(unit), str(bounds)


def chair_name(chair: Chair) -> str:
    """Return what somebody is called after the first place taken: resident 2 of table 3."""
    sentence = {
        "municipality": _("municipality {number} of table {table}"),
        "professional": _("professional {number} of table {table}"),
        "resident": _("resident {number} of table {table}"),
        "observer": _("observer {number} of table {table}"),
        "": _("somebody without a place"),
    }[chair.role]
    name = sentence.format(number=chair.number, table=chair.table)
    return name if chair.nth == 1 else f"{name} ({chair.nth})"
