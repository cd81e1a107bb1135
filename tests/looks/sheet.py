"""The contact sheet: every picture small, a row for each state, to be looked at whole in a browser."""

from html import escape
from itertools import groupby
from pathlib import Path

from tests.looks.measure import Measures

STYLE = """
body { margin: 1rem; font: 14px system-ui, sans-serif; background: #777; color: #fff; }
section { margin: 0 0 1.5rem; }
h2 { margin: 0 0 .3rem; }
div { display: flex; flex-wrap: wrap; gap: 8px; align-items: start; }
figure { margin: 0; }
img { display: block; height: 260px; }
figcaption { font-size: 11px; }
pre { background: #222; padding: 1rem; }
"""


def write_sheet(folder: Path, shots: list[tuple[str, str]], measures: Measures) -> None:
    """Write index.html beside the pictures; `shots` are pairs of game and file name, in order."""
    parts = [
        f"<!doctype html><meta charset=utf-8><title>Looks</title><style>{STYLE}</style>"
        f"<pre>{escape(measures.table())}</pre>"
    ]
    for (game, state), row in groupby(shots, lambda shot: (shot[0], shot[1].split(".")[2])):
        figures = "".join(
            f"<figure><a href='{escape(name)}'><img loading=lazy src='{escape(name)}' alt=''></a>"
            f"<figcaption>{escape(name.removesuffix('.png'))}</figcaption></figure>"
            for _, name in row
        )
        parts.append(f"<section><h2>{escape(game)} · {escape(state)}</h2><div>{figures}</div></section>")
    (folder / "index.html").write_text("".join(parts))
