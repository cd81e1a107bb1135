"""`make test` runs every test once: the quick parts leave out what the slow part runs, and nothing else."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_what_the_quick_part_leaves_out_runs_in_the_slow_part() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (left_out,) = re.findall(r"^SLOW := (.+)$", makefile, re.MULTILINE)
    _, slow = makefile.split("\ntest-slow:")
    run = re.findall(r"pytest .*-m (?:\"([\w ]+)\"|(\w+)) ", slow.split("\n\n")[0])
    markers = [marker for found in run for part in found if part for marker in part.split(" or ")]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names = [line.partition(":")[0] for line in project["tool"]["pytest"]["ini_options"]["markers"]]
    known = [name for name in names if "(" not in name]  # what takes words selects no part

    assert sorted([*left_out.split(" or "), "measured"]) == sorted([*markers, "measured"]) == sorted(known)
    assert re.search(r"^test: test-cover test-rest test-slow$", makefile, re.MULTILINE)


def test_what_is_not_measured_runs_in_the_rest() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    quick = re.findall(r"^(test-(?!slow)\w+):.*\n\t.*? -m \"(.+?)\"", makefile, re.MULTILINE)

    assert dict(quick) == {
        "test-fast": "not ($(SLOW))",
        "test-cover": "measured and not ($(SLOW))",
        "test-rest": "not (measured or $(SLOW))",
    }


def test_what_the_quick_parts_do_not_read_is_all_for_a_browser() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.findall(r"^UNREAD := (.+)$", makefile, re.MULTILINE) == ["--ignore=tests/browser"]
    quick = re.findall(r"^(test-(?!slow)\w+):.*\n\t.* (\$\(UNREAD\)) -m", makefile, re.MULTILINE)

    assert [name for name, _ in quick] == ["test-fast", "test-cover", "test-rest"]
    whole = re.compile(r"^pytestmark = .*\bpytest\.mark\.browser\b", re.MULTILINE)
    files = [*(ROOT / "tests" / "browser").rglob("test_*.py")]
    assert [file.name for file in files if not whole.search(file.read_text(encoding="utf-8"))] == []


def test_a_part_reads_the_folders_that_have_its_tests() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (programs,) = re.findall(r"^PROGRAMS := (.+)$", makefile, re.MULTILINE)
    told = makefile.replace("$(PROGRAMS)", programs)
    parts = re.findall(r"-m (?:\"([\w ]+)\"|(\w+)) .*\$\(call in,([\w/ ]+)\)", told)
    marked = {
        path.relative_to(ROOT): set(re.findall(r"pytest\.mark\.(\w+)", path.read_text(encoding="utf-8")))
        for path in (ROOT / "tests").rglob("test_*.py")
    }
    for quoted, single, folders in parts:
        markers = set((quoted or single).split(" or "))
        elsewhere = [
            str(path)
            for path, found in marked.items()
            if found & markers and not any(path.is_relative_to(folder) for folder in folders.split())
        ]
        assert elsewhere == [], f"{sorted(markers)} are looked for in {folders}"
    assert len(parts) == 6, "four parts of `make test-slow` and two of `make faults`"
