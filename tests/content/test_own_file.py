"""A world as a file: what comes back is what went out, and a file that is no world says why and does no harm."""

import io
import zipfile

import pytest

from game import content
from game.content import LANGUAGES
from game.content.own.pack import MOST_BYTES, Unpacked, Unreadable, pack
from tests.content.test_own import CLUB, EVERY

DATA = 'format = 1\nbase = "street"\ntasks = ["green", "safety", "neighbours", "play"]\n'
TITLE = 'title = "De club"\n'


def zipped(files: dict[str, str | bytes], squeeze: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", squeeze) as file:
        for name, text in files.items():
            file.writestr(name, text)
    return packed.getvalue()


@pytest.mark.parametrize("base", EVERY)
def test_a_copy_comes_back_without_changes(base: str) -> None:
    packed = pack(content.whole(base, {}), "copy")

    assert content.unpacked(packed) == Unpacked(base, {}, 0, "")
    assert len(packed) < MOST_BYTES
    assert pack(content.whole(base, {}), "copy") == packed


def test_what_was_changed_comes_back_also_in_one_language() -> None:
    whole = content.whole("street", CLUB)
    found = content.unpacked(pack(whole, "club"))

    assert content.whole("street", found.changes).words == whole.words
    assert content.whole("street", found.changes).data == whole.data
    assert (found.changes["nl.task.own1.name"], "en.task.own1.name" in found.changes) == ("De kantine", False)
    english = {"en.title": "Our club"}
    assert content.unpacked(pack(content.whole("care", english), "x")).changes == english


def test_a_language_that_is_missing_is_said() -> None:
    packed = zipped(
        {"x/club.toml": DATA, "x/club.nl.toml": TITLE, "__MACOSX/._club.toml": b"\0", "readme.txt": "hi"}
    )

    assert content.unpacked(packed) == Unpacked("street", {"nl.title": "De club"}, 0, "en")


def test_what_has_no_place_is_counted_and_problems_come_in_to_be_put_right() -> None:
    names = f'[task.green]\nname = "{"n" * 200}"\n[task.play]\nname = "<b>Spelen</b>"\n'
    strange = 'title = ["a", "b"]\n[rules]\nwin = "always"\n[task.gone]\nname = "weg"\n'
    tasks = 'format = 1\nbase = "street"\ntasks = ["green", "play", "pool", "bar", "sauna", "shop", "gym"]\n'
    more = '[plots]\ngreen = "play"\npool = "../../x"\n[setbacks]\n1 = "pool"\n2 = 7\n[incidents]\n2 = "nowhere"\n'
    found = content.unpacked(zipped({"a.toml": tasks + more, "a.nl.toml": names, "a.en.toml": strange}))

    assert found.left_out == 4
    assert found.changes == {
        "tasks": "green play own1 own2 own3 own4 own5",
        "plot.green": "play",
        "setbacks.1": "own1",
        "incidents.2": "-",
        "nl.task.green.name": "n" * 200,
        "nl.task.play.name": "<b>Spelen</b>",
    }


def test_a_file_that_names_no_base_is_taken_for_the_one_it_is_most_like() -> None:
    yard = 'code = "x"\ntasks = ["yard", "library", "parents", "bar"]\nnews = {}\n'
    found = content.unpacked(zipped({"x.toml": yard, "x.nl.toml": TITLE}))

    assert (found.base, found.changes["tasks"]) == ("school", "yard library parents own1")


BOMB = zipped({f"{n}.toml": b"a" * 3_000_000 for n in range(2)})
NESTED = zipped({"a.toml": f"{DATA}x = {'[' * 5000}{']' * 5000}\n", "a.nl.toml": TITLE})
LOCKED = bytearray(zipped({"a.toml": DATA, "a.nl.toml": TITLE}))
LOCKED[6] |= 1
LOCKED[LOCKED.index(b"PK\x01\x02") + 8] |= 1


@pytest.mark.parametrize(
    ("packed", "code"),
    [
        (b"", "no_zip"),
        (b"no zip at all", "no_zip"),
        (zipped({"a.toml": DATA})[:-30], "no_zip"),
        (bytes(LOCKED), "no_zip"),
        (zipped({"a.toml": DATA, "a.nl.toml": TITLE}, zipfile.ZIP_LZMA), "no_zip"),
        (b"PK" * MOST_BYTES, "too_large"),
        (BOMB, "too_large"),
        (zipped({f"{n}.toml": "" for n in range(21)}), "many_files"),
        (zipped({}), "no_world"),
        (zipped({"readme.md": "hi"}), "no_world"),
        (zipped({"a.nl.toml": TITLE, "a.en.toml": TITLE}), "no_world"),
        (zipped({"a.toml": DATA}), "no_world"),
        (zipped({"a.toml": DATA, "b.toml": DATA, "a.nl.toml": TITLE}), "two_worlds"),
        (zipped({"a.toml": "tasks = [", "a.nl.toml": TITLE}), "no_toml"),
        (zipped({"a.toml": b"\xff\xfe", "a.nl.toml": TITLE}), "no_toml"),
        (zipped({"a.toml": f"x = {'9' * 9000}", "a.nl.toml": TITLE}), "no_toml"),
        (NESTED, "no_toml"),
        (zipped({"a.toml": f"{DATA}x = {'[' * 20}{']' * 20}\n", "a.nl.toml": TITLE}), "nested"),
        (zipped({"a.toml": f"{DATA}{'a.' * 150_000}b = 1\n", "a.nl.toml": TITLE}), "nested"),
        (zipped({"a.toml": DATA.replace("1", "2"), "a.nl.toml": TITLE}), "newer"),
        (zipped({"a.toml": DATA.replace("1", '"x"'), "a.nl.toml": TITLE}), "newer"),
        (zipped({"a.toml": DATA.replace("street", "moon"), "a.nl.toml": TITLE}), "newer"),
        (zipped({"a.toml": 'base = "street"\n', "a.nl.toml": TITLE}), "no_tasks"),
        (zipped({"a.toml": 'base = "street"\ntasks = [1, 2]\n', "a.nl.toml": TITLE}), "no_tasks"),
    ],
)
def test_a_file_that_is_no_world_says_why(packed: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        content.unpacked(packed)

    assert caught.value.code == code
    for language in LANGUAGES:
        sentence = content.fill(
            content.catalogue(language), f"world.import.{code}", caught.value.params, language
        )
        assert "{" not in sentence
        assert not sentence.startswith("world.")
