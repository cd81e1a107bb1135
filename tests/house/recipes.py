"""The recipes of CONTRIBUTING.md as code: each changes a copy of the project as a newcomer would.

A recipe returns nothing; the test counts the files it touched and runs the checks that the recipe names.
"""

import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def copy_project(to: Path) -> None:
    """Copy what git tracks, as it stands in the working tree, and make a repository of it that can tell what changed."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    for name in listed.stdout.decode().split("\0"):
        source = ROOT / name
        if name and source.is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, to / name)
    for command in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *command], cwd=to, check=True)


def changed(copy: Path) -> list[str]:
    """Return the files that differ from what was copied, in order; compiled translations do not count."""
    found = subprocess.run(
        ["git", "ls-files", "-z", "--modified", "--others", "--exclude-standard"],
        cwd=copy,
        capture_output=True,
        check=True,
    )
    return sorted(name for name in found.stdout.decode().split("\0") if name)


def replace(copy: Path, name: str, before: str, after: str) -> None:
    """Replace a text that stands once in a file."""
    file = copy / name
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1, f"{name} has {before!r} {text.count(before)} times"
    file.write_text(text.replace(before, after), encoding="utf-8")


def add_a_choice(copy: Path) -> None:
    """A fourth act for residents: a whole Saturday, which takes two evenings and counts as half more than one."""
    replace(
        copy,
        "game/engine/model/choices.py",
        'CLAIM = Act("claim"',
        'SATURDAY = Act("saturday", _R, {"joined": 1.5}, tie=3, takes=2)\nCLAIM = Act("claim"',
    )
    replace(
        copy,
        "game/engine/model/choices.py",
        "STEP_BACK, JOIN, WAIT, CLAIM)",
        "STEP_BACK, JOIN, WAIT, CLAIM, SATURDAY)",
    )
    replace(
        copy,
        "game/content/words.nl.toml",
        'claim = "probleem melden"\n',
        'claim = "probleem melden"\nsaturday = "hele zaterdag komen"\n',
    )
    replace(
        copy,
        "game/content/words.en.toml",
        'claim = "report a problem"\n',
        'claim = "report a problem"\nsaturday = "come all Saturday"\n',
    )
    for language, short, task, row in (
        ("nl", "zaterdag", "er gebeurt veel in een dag", "Jij komt de hele zaterdag."),
        ("en", "saturday", "much gets done in a day", "You come all Saturday."),
    ):
        for section, key, text in (
            ("short", "act.resident.saturday", short),
            ("weigh.task", "act.resident.saturday", task),
            ("row", "resident.saturday", row),
        ):
            head = f"[ui.player.{section}]\n"
            replace(copy, f"game/content/words.{language}.toml", head, f'{head}"{key}" = "{text}"\n')
    replace(
        copy,
        "tests/content/test_words.py",
        "avond eraan besteden · avond vrijhouden · probleem melden",
        "avond eraan besteden · avond vrijhouden · probleem melden · hele zaterdag komen",
    )
    replace(
        copy,
        "templates/player/icons.html",
        '  <symbol id="icon-tick"',
        '  <symbol id="icon-saturday" viewBox="0 0 24 24"><path d="M5 5h14v14H5ZM9 3v4M15 3v4"/></symbol>\n'
        '  <symbol id="icon-tick"',
    )


def add_a_scenario(copy: Path) -> None:
    """A park: three data files made from the street's, with one sentence of the catalogue in its own words, and no code."""
    folder = copy / "game/content/scenarios"
    anew = {"": "", ".nl": "In het park hoor je:", ".en": "In the park you hear:"}
    for suffix, heard in anew.items():
        text = (folder / f"street{suffix}.toml").read_text(encoding="utf-8")
        if not suffix:
            text = text.replace('code = "street"\ndefault = true\n', 'code = "park"\n')
        text = re.sub(r"\b(de|De) straat\b", lambda found: f"{found[1]} buurt bij het park", text)
        if heard:
            text += f'\n[words]\nui.player.heard = "{heard}"\n'
        (folder / f"park{suffix}.toml").write_text(text, encoding="utf-8")


def add_a_command(copy: Path) -> None:
    """A facilitator takes every star off the log at once."""
    replace(
        copy,
        "game/protocol/commands/course.py",
        "\n\nCourseCommand = (\n    Next",
        '''

class Unstar(Command, frozen=True, tag="unstar"):
    """Keep no line of the log for the debrief any more."""


CourseCommand = (
    Unstar
    | Next''',
    )
    replace(
        copy,
        "game/actions/log_lines.py",
        "import Star\n",
        "import Star, Unstar\n",
    )
    with (copy / "game/actions/log_lines.py").open("a", encoding="utf-8") as file:
        file.write(
            '''

def unstar(write: GameWrite, command: Unstar, sender: Sender) -> None:
    """Keep no line of this game's log any more."""
    LogLine.objects.filter(game=write.game).update(starred=False)
    write.log_changed()
'''
        )
    replace(
        copy,
        "game/actions/commands.py",
        "    course_commands.Star: Action(log_lines.star),\n",
        "    course_commands.Star: Action(log_lines.star),\n    course_commands.Unstar: Action(log_lines.unstar),\n",
    )
    replace(
        copy,
        "tests/live/matrix.py",
        '    "star": Row(',
        '    "unstar": Row(lambda *_: {}, DESKS),\n    "star": Row(',
    )
    replace(
        copy,
        "docs/protocol.md",
        "### `star`\n",
        "### `unstar`\nKeep no line of the log for the debrief any more. `id` · `step`\n\n### `star`\n",
    )


def add_a_picture(copy: Path) -> None:
    """Trust alone, from the start on, on request beside the four lines of the undercurrent."""
    steps = "game/engine/debrief/steps.py"
    replace(copy, steps, '    "crossing",\n', '    "trusting",\n    "crossing",\n')
    trust = '            Picture("trust", "request"),\n'
    replace(copy, steps, trust, trust + trust.replace("trust", "trusting"))
    (copy / "static/js/ui/debrief/pictures/undercurrent/trusting.js").write_text(
        """/* Only trust, from the start on. */
import { measured } from "../measured.js";

export const picture = measured("debrief.undercurrent.trusting", ["trust"], { start: true });
""",
        encoding="utf-8",
    )
    said = {"nl": ("Alleen het vertrouwen", "het vertrouwen"), "en": ("Trust alone", "trust")}
    for language, (title, name) in said.items():
        file = f"game/content/words.debrief.{language}.toml"
        for table, text in (
            ("debrief.undercurrent", title),
            ("ui.panel.picture.undercurrent", name),
            ("ui.panel.preview.undercurrent", name),
        ):
            replace(copy, file, f"[{table}]\n", f'[{table}]\ntrusting = "{text}"\n')
