"""Which pieces of a request are sound: no database takes a NUL, and nobody types what is longer than this."""

from collections.abc import Iterable
from urllib.parse import unquote_plus

NUL = "\0"
MAX_STEP = 200  # characters between two slashes of a path
MAX_QUERY = 2048
MAX_FIELD = 20_000  # what is pasted into a field is answered by its form, with what it holds


def is_sound_path(path: str) -> bool:
    """Tell whether a path (decoded) can be one of ours."""
    return is_sound(path, MAX_STEP) or all(is_sound(step, MAX_STEP) for step in path.split("/"))


def is_sound_query(query: str) -> bool:
    """Tell whether a query (as it came, with its % codes) can be one of ours, in its names and its values."""
    if len(query) <= MAX_QUERY and "%" not in query and NUL not in query:
        return True
    return are_sound(
        (unquote_plus(piece) for pair in query.split("&") for piece in pair.split("=")), MAX_QUERY
    )


def are_sound(texts: Iterable[str], limit: int) -> bool:
    """Tell whether all of these are sound."""
    return all(is_sound(text, limit) for text in texts)


def is_sound(text: str, limit: int) -> bool:
    """Tell whether a text has no NUL and is at most `limit` characters."""
    return len(text) <= limit and NUL not in text
