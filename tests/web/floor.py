"""The oldest browsers that have to work – Safari 15.0, Chrome 100, Firefox 100 – as one table of what they do not have.

`faults` looks through style sheets, scripts and templates without a browser. What an old browser simply skips (accent-color,
text-wrap, modulepreload) is not in the table; what it trips over is, unless the page has the older way beside it:

- a declaration may use a newer value when the one before it in the same rule sets the same property without it;
- a rule may use a newer selector or value inside an `@supports` that asks for it;
- `:focus-visible` may only take something away, as `:focus:not(:focus-visible)`: a browser without it keeps the ring;
- a script may use a newer global when it asks for it first (`"BroadcastChannel" in window`), a method after `?.`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OLD = "not in Safari 15.0, Chrome 100 or Firefox 100"


@dataclass(frozen=True)
class Newer:
    """What an oldest browser lacks: how it is found, what to say, and (scripts) what asks for it beforehand."""

    pattern: str
    what: str
    guard: str = ""


SCRIPT = (
    Newer(r"(?<!\.\.)\.at\(", "Array.at (Safari 15.4)"),
    Newer(r"\.findLast(Index)?\(", "findLast (Safari 15.4, Firefox 104)"),
    Newer(r"\.(toSorted|toReversed|toSpliced)\(", "copying array methods (Safari 16)"),
    Newer(r"\b(Object|Map)\.groupBy\(", "groupBy (Safari 17.4)"),
    Newer(r"\bArray\.fromAsync\(", "Array.fromAsync (Safari 16.4)"),
    Newer(r"\bObject\.hasOwn\(", "Object.hasOwn (Safari 15.4)"),
    Newer(r"\bstructuredClone\(", "structuredClone (Safari 15.4)"),
    Newer(r"\bPromise\.(withResolvers|try)\(", "newer Promise helpers"),
    Newer(r"\.(isWellFormed|toWellFormed)\(", "well-formed strings (Safari 16.4)"),
    Newer(r"\bURL\.(canParse|parse)\(", "URL.canParse (Safari 17)"),
    Newer(r"\bAbortSignal\.(timeout|any)\(", "AbortSignal.timeout (Safari 16)"),
    Newer(r"\breportError\(", "reportError (Safari 15.4)"),
    Newer(r"\bcrypto\.(randomUUID|subtle)\b", "crypto that plain http has not (randomUUID: Safari 15.4)"),
    Newer(r"\brequestIdleCallback\(", "requestIdleCallback (Safari)"),
    Newer(r"\bscheduler\.", "scheduler"),
    Newer(r"\bBroadcastChannel\b", "BroadcastChannel (Safari 15.4)", r'"BroadcastChannel" in window'),
    Newer(r"\bResizeObserverEntry\.devicePixel", "device pixel boxes"),
    Newer(r"\bnavigator\.(wakeLock|clipboard|share|locks)\.", "navigator's newer parts", r'" in navigator'),
    Newer(r"\bIntl\.Segmenter\b", "Intl.Segmenter (Firefox 125)", r"typeof Intl\.Segmenter"),
    Newer(r"\bIntl\.(DurationFormat|supportedValuesOf)\b", "newer Intl"),
    Newer(r"\.(formatRange|formatRangeToParts|getWeekInfo|getTextInfo)\(", "newer Intl methods"),
    Newer(r"\b(roundingMode|roundingPriority|trailingZeroDisplay)\b", "newer number formats"),
    Newer(
        r"(?<!\?)\.(showModal|showPicker|showPopover|hidePopover|togglePopover)\(",
        "dialogs, pickers, popovers",
    ),
    Newer(r"\.requestSubmit\(", "requestSubmit (Safari 16)"),
    Newer(r"\.submitter\b", "event.submitter (Safari 15.4)"),
    Newer(r"\.inert\b", "inert (Safari 15.5, Chrome 102, Firefox 112)"),
    Newer(r"\baria[A-Z]\w+\b", "reflected aria properties (Firefox 119); set the attribute"),
    Newer(r"\.(checkVisibility|startViewTransition|setHTML|moveBefore)\(", "newer element methods"),
    Newer(r"\.(requestFullscreen|exitFullscreen)\(", "full screen (Safari 16.4), unless after ?."),
    Newer(r"\b(adoptedStyleSheets|attachInternals)\b", "constructed style sheets, internals (Safari 16.4)"),
    Newer(r"\bscrollend\b", "scrollend"),
    Newer(r"\bimport\.meta\.resolve\b", "import.meta.resolve (Safari 16.4)"),
    Newer(r"\b(import|export)\b[^;\n]*\bwith\s*\{\s*type", "import attributes"),
    Newer(r"\bstatic\s*\{", "class static blocks (Safari 16.4)"),
    Newer(r"\(\?<[=!]", "regular expressions that look behind (Safari 16.4)"),
    Newer(r"/[gimsuy]*v[gimsuy]*\.(test|exec)\(", "the v flag of regular expressions"),
    Newer(r"\b(using|await using)\s+\w+\s*=", "using declarations"),
)
EMPTY_CATCH = re.compile(
    r"\bcatch\s*(\([^)]*\)\s*)?\{\s*\}|\.catch\(\s*(\(\w*\)|\w+)\s*=>\s*(\{\s*\}|null|undefined|0)\s*\)"
)

SELECTOR = (
    Newer(r":has\(", ":has (Safari 15.4, Chrome 105, Firefox 121)"),
    Newer(
        r"(?<!:focus:not\():focus-visible", ":focus-visible (Safari 15.4) outside :focus:not(:focus-visible)"
    ),
    Newer(
        r":(modal|popover-open|open|user-valid|user-invalid|dir\(|state\(|autofill)", "newer pseudo-classes"
    ),
    Newer(r"::(backdrop|details-content|highlight|view-transition)", "newer pseudo-elements"),
    Newer(r":nth-(last-)?child\([^)]*\bof\b", ":nth-child(… of …) (Chrome 111, Firefox 113)"),
    Newer(r"(?<![\w-])dialog(?![\w-])", "<dialog> (Safari 15.4)"),
)
AT_RULE = (
    Newer(
        r"@(layer|container|scope|property|starting-style|view-transition|position-try)\b", "newer at-rules"
    ),
    Newer(r"@media[^{]*[<>]", "ranges in media queries (Safari 16.4, Chrome 104)"),
    Newer(
        r"@media[^{]*\((scripting|update|inverted-colors|prefers-reduced-transparency)",
        "newer media features",
    ),
)
VALUE = (
    Newer(
        r"\d(dvh|svh|lvh|dvw|svw|lvw|dvmin|dvmax|dvb|dvi)\b",
        "units of the small and large window (Safari 15.4)",
    ),
    Newer(r"\d(lh|rlh|cap|rcap|rex|ric|cqw|cqh|cqi|cqb|cqmin|cqmax)\b", "newer units"),
    Newer(r"\b(color-mix|oklch|oklab|lch|lab|color|light-dark|contrast-color)\(", "newer colours"),
    Newer(
        r"\b(round|mod|rem|sin|cos|tan|pow|sqrt|hypot|abs|sign|linear|anchor|attr)\((?=[^)]*,)",
        "newer functions",
    ),
    Newer(r"\bsubgrid\b", "subgrid (Safari 16, Chrome 117)"),
    Newer(r"^\s*overflow(-[xy])?\s*:.*\bclip\b", "overflow: clip (Safari 16)"),
    Newer(r"^\s*(translate|rotate|scale)\s*:", "transforms of their own (Chrome 104)"),
    Newer(
        r"^\s*(animation-timeline|anchor-name|field-sizing|interpolate-size|offset-\w+)\s*:",
        "newer properties",
    ),
    Newer(
        r"^\s*(appearance|user-select|mask|mask-image|print-color-adjust|backdrop-filter)\s*:",
        "a property with a prefix",
    ),
)
TEMPLATE = (
    Newer(r"<dialog\b", "<dialog> (Safari 15.4)"),
    Newer(r"<(search|selectlist|selectedcontent)\b", "newer elements"),
    Newer(r'\bmethod="dialog"', 'method="dialog" (Safari 15.4)'),
    Newer(r"\s(inert|popover|popovertarget|commandfor)(?=[\s=>])", "inert, popover"),
    Newer(r'\sloading="lazy"', 'loading="lazy" (Safari 15.4)'),
    Newer(r"<details[^>]*\sname=", "details that close each other (Safari 17.2)"),
    Newer(r'\shidden="until-found"', "hidden=until-found"),
    Newer(r'<script[^>]*type="(importmap|speculationrules)"', "import maps (Safari 16.4, Firefox 108)"),
)


def faults(name: str, text: str) -> list[str]:
    """Return what the oldest browsers would trip over in a file, each as "name:line: what"."""
    kind = Path(name).suffix
    if kind == ".js":
        found = _script(_blank(text, r"/\*.*?\*/|(?<![:\"'`/])//[^\n]*"))
    elif kind == ".css":
        found = _sheet(_blank(text, r"/\*.*?\*/"))
    else:
        found = _found(TEMPLATE, _blank(text, r"{%\s*comment.*?endcomment\s*%}|{#.*?#}|<!--.*?-->"))
    return [f"{name}:{line}: {what}, {OLD}" for line, what in sorted(found)]


def _blank(text: str, comment: str) -> str:
    """Return the text with its comments emptied, every line where it was."""
    return re.sub(comment, lambda found: _emptied(found[0]), text, flags=re.DOTALL)


def _emptied(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _found(table: tuple[Newer, ...], text: str, start: int = 1) -> Iterator[tuple[int, str]]:
    for newer in table:
        for found in re.finditer(newer.pattern, text):
            if not (newer.guard and re.search(newer.guard, text[: found.end() + 40])):
                yield start - 1 + _line(text, found.start()), newer.what


def _script(text: str) -> Iterator[tuple[int, str]]:
    yield from _found(SCRIPT, text)
    parts = re.split(r"([\"'`][^\"'`\n]*[\"'`])", text)
    quoted = "".join(part if index % 2 else _emptied(part) for index, part in enumerate(parts))
    yield from _found(SELECTOR[:-1], quoted)
    for found in EMPTY_CATCH.finditer(text):
        yield (
            _line(text, found.start()),
            "an empty catch hides a failure, which is a fault in any browser; besides",
        )


def _sheet(text: str) -> Iterator[tuple[int, str]]:
    """Walk through a style sheet's rules, knowing inside which @supports each stands."""
    outside: list[str] = []  # the preludes of the blocks around
    before: dict[str, str] = {}  # the declarations of the rule so far
    start = 0
    for found in re.finditer(r"[{};]", text):
        piece = text[start : found.start()]
        line = _line(text, start + len(piece) - len(piece.lstrip()))
        start = found.end()
        asked = " ".join(one for one in outside if one.startswith("@supports") and " not " not in one)
        if found[0] == "{":
            yield from ((line, what) for what in _prelude(piece.strip(), outside, asked))
            outside.append(piece.strip())
            before = {}
            continue
        if ":" in piece and outside and not outside[-1].startswith(("@media", "@supports")):
            yield from ((line, what) for what in _declared(piece, before, asked))
            before[piece.split(":", 1)[0].strip()] = piece
        if found[0] == "}":
            outside.pop()
            before = {}


def _declared(piece: str, before: dict[str, str], asked: str) -> Iterator[str]:
    """Return what is too new in a declaration that has no older way before it in the same rule."""
    name = piece.split(":", 1)[0].strip()
    older = before.get(name)
    for newer in VALUE:
        kept = older is not None and not re.search(newer.pattern, older)
        prefixed = f"-webkit-{name}" in before
        if re.search(newer.pattern, piece) and not (kept or prefixed or re.search(newer.pattern, asked)):
            yield newer.what


def _prelude(piece: str, outside: list[str], asked: str) -> Iterator[str]:
    """Return what is too new in what stands before a block: an at-rule, or selectors."""
    if piece.startswith("@"):
        yield from (newer.what for newer in AT_RULE if re.search(newer.pattern, piece))
        return
    if "&" in piece or (outside and not outside[-1].startswith("@")):
        yield "nested rules (Safari 16.5, Chrome 112)"
    for newer in SELECTOR:
        if re.search(newer.pattern, piece) and not re.search(newer.pattern, asked):
            yield newer.what
