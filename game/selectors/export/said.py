"""What was said and noted: posts (by table, never by person), guesses as counts, predictions, and the facilitator's log."""

from collections import Counter
from collections.abc import Mapping

from game import content
from game.engine.table.phases import Phase
from game.models import Game, LogLine
from game.selectors.export.people import People
from game.selectors.export.reading import Collected
from game.selectors.export.sheets import Cell, Sheet
from game.selectors.log import told

# Parameters of the log's lines that are codes, and the words they stand for.
WORDS = {
    "task": "task.{}.name",
    "funding": "funding.{}",
    "role": "role.{}",
    "phase": "phase.{}",
    "holder": "holder.{}",
}
SOFT_HYPHEN = "\u00ad"


def posts_sheet(collected: Collected) -> Sheet:
    """Return what people wrote in the debriefs, shown or not; by table, never by person."""
    rows = [
        (
            game.number,
            post.pk,
            post.table,
            post.kind,
            post.text,
            post.mood or None,
            str(post.state),
            post.pinned,
            len(collected.votes.get(post.pk, [])),
            post.merged_into_id,
            post.person_id is None,
            post.at,
        )
        for game in collected.games
        for post in collected.posts.get(game.pk, [])
    ]
    columns = (
        "game",
        "post",
        "table",
        "kind",
        "text",
        "mood",
        "state",
        "pinned",
        "votes",
        "merged_into",
        "bot",
        "at",
    )
    return Sheet("posts", columns, tuple(rows))


def guesses_sheet(collected: Collected) -> Sheet:
    """Return how often every answer was given to the debrief's questions."""
    rows: list[tuple[Cell, ...]] = []
    for game in collected.games:
        counted = Counter((one.about, one.answer) for one in collected.guesses.get(game.pk, []))
        rows.extend((game.number, about, answer, count) for (about, answer), count in sorted(counted.items()))
    return Sheet("guesses", ("game", "question", "answer", "count"), tuple(rows))


def predictions_sheet(people: People) -> Sheet:
    """Return what observers expected of the rounds they watched, of those that are not open to be predicted any more."""
    collected = people.collected
    rows = [
        (game.number, table.number, one.round, people.labels[one.person_id], one.expects)
        for game in collected.games
        for table in collected.tables.get(game.pk, [])
        for one in collected.predicted.get(table.pk, [])
        if not _is_open(game, one.round)
    ]
    return Sheet("predictions", ("game", "table", "round", "person", "expects"), tuple(rows))


def _is_open(game: Game, round: int) -> bool:
    """Tell whether the outcome of a round is still to come, so that nobody is told what others expect."""
    return round == game.round and game.phase in (Phase.AGREE, Phase.ACT)


def log_sheet(people: People, language: str, *, names: bool) -> Sheet:
    """Return the facilitator's log in a language; people by what they are called here, by alias only when `names`."""
    called = _called(people, names=names)
    rows = [
        (
            game.number,
            line.at,
            line.table,
            line.round,
            line.phase,
            line.code,
            _sentence(game, line, language, called),
            line.starred,
            line.replaced,
        )
        for game in people.collected.games
        for line in people.collected.log.get(game.pk, [])
    ]
    columns = ("game", "at", "table", "round", "phase", "code", "text", "starred", "replaced")
    return Sheet("log", columns, tuple(rows))


def _called(people: People, *, names: bool) -> Mapping[int, str]:
    """Return what people are called in the log, by key: by alias only when `names`."""
    if names:
        return {row.pk: row.alias for row in people.collected.people}
    return people.labels


def _sentence(game: Game, line: LogLine, language: str, called: Mapping[int, str]) -> str:
    words = content.words(game.scenario, language)
    params = told(line, called)
    for name, value in line.params.items():
        if name in WORDS:
            params[name] = words.get(WORDS[name].format(value), str(value))
    return content.fill(words, f"log.{line.code}", params, language).replace(SOFT_HYPHEN, "")


CODES = ("role.", "holder.", "requirements.", "funding.", "act.", "respond.", "phase.", "task.")


def words_sheet(collected: Collected) -> Sheet:
    """Return what the codes in the other sheets stand for, in both languages."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for game in collected.games:
        by_language = [content.words(game.scenario, language) for language in content.LANGUAGES]
        for code in by_language[0]:
            if code.startswith(CODES) and (not code.startswith("task.") or code.endswith(".name")):
                texts = tuple(words[code].replace(SOFT_HYPHEN, "") for words in by_language)
                column, _, value = code.removesuffix(".name").rpartition(".")
                found.setdefault((column, value), texts)
    rows = tuple((column, value, *texts) for (column, value), texts in found.items())
    return Sheet("words", ("about", "code", *content.LANGUAGES), rows)
