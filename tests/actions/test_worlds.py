"""Worlds of one's own: whose they are, changed by several at once, undone, and frozen for games that keep them."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from game import content
from game.actions import devices, privacy, worlds
from game.actions.worlds import Changed, Maker, NoWorld
from game.content.own.pack import pack
from game.models import Device, FrozenWorld, OwnWorld
from game.selectors import worlds as known
from tests.actions.room import start

pytestmark = pytest.mark.django_db


@pytest.fixture
def maker() -> Maker:
    return Maker(devices.register("nl")[0])


def other(maker: Maker) -> Maker:
    """Return another browser of the same account."""
    user = maker.user or User.objects.create_user("jan")
    return Maker(devices.register("nl")[0], user)


@pytest.fixture
def jan() -> Maker:
    return Maker(devices.register("nl")[0], User.objects.create_user("jan"))


def made(maker: Maker, base: str = "street", title: str = "De club") -> OwnWorld:
    return worlds.copy(maker, base, title, "nl")


def titles(maker: Maker, language: str = "nl") -> list[str]:
    return [one.title for one in known.listed(maker.device, maker.user_id, language)]


def refused(code: str):
    return pytest.raises(NoWorld, match=f"^{code}$")


def test_a_world_is_its_makers_alone(maker, jan):
    world = made(maker)
    own = made(jan, "school", "")

    assert (titles(maker), titles(jan), titles(jan, "en")) == (["De club"], ["De school"], ["The school"])
    assert titles(Maker(devices.register("nl")[0])) == []
    assert known.listed(None, None, "nl") == []
    assert titles(other(jan)) == ["De school"]
    assert (str(world), known.listed(maker.device, None, "nl")[0].choice) == (
        f"world {world.pk} from street",
        f"world-{world.pk}",
    )
    for stranger, act in ((jan, worlds.freeze), (jan, worlds.undo), (jan, worlds.delete)):
        with refused("gone"):
            act(stranger, world.pk)
    with refused("gone"):
        worlds.copy(jan, "", "Zelfde", "nl", world.pk)
    with refused("gone"):
        worlds.copy(jan, "moon", "De maan", "nl")
    worlds.delete(jan, own.pk)
    assert titles(jan) == []


def test_a_copy_of_a_copy_has_its_own_name(maker):
    world = made(maker)
    worlds.change(maker, world.pk, {"nl.briefing.1": "Maart.", "en.title": "The club"}, 1)
    again = worlds.copy(maker, "", "De vereniging", "nl", world.pk)

    assert (again.base, again.changes) == ("street", {"nl.briefing.1": "Maart.", "nl.title": "De vereniging"})


def test_there_is_an_end_to_how_many(maker, monkeypatch):
    monkeypatch.setattr(worlds, "MAX_WORLDS", 1)
    world = made(maker)

    with refused("too_many"):
        made(maker)
    with refused("too_many"):
        worlds.take_in(maker, pack(content.whole("street", {}), "x"))
    worlds.delete(maker, world.pk)
    taken, found = worlds.take_in(maker, pack(content.whole("care", {"nl.title": "De hof"}), "x"))
    assert (taken.base, taken.changes, found.left_out) == ("care", {"nl.title": "De hof"}, 0)


def test_what_was_typed_is_kept_by_place(maker):
    world = made(maker)
    told = worlds.change(
        maker,
        world.pk,
        {"nl.title": " De bond ", "en.title": "", "nowhere": "x", "nl.opening": "w" * 2001},
        1,
    )

    assert told == Changed(2, {}, ["nl.opening"])
    world.refresh_from_db()
    assert (world.changes, world.revision) == ({"nl.title": "De bond"}, 2)
    assert worlds.change(maker, world.pk, {"nl.title": "De bond"}, 2).revision == 2
    worlds.change(maker, world.pk, {"nl.title": ""}, 2)
    assert titles(maker) == ["De straat"]


def test_a_world_holds_so_much(maker, monkeypatch):
    world = made(maker)
    monkeypatch.setattr(worlds, "MOST_KEPT", 20)

    with refused("too_large"):
        worlds.change(maker, world.pk, {"nl.opening": "w" * 20}, 1)
    assert titles(maker) == ["De club"]


def test_what_somebody_else_changed_meanwhile_is_told_and_not_lost(jan):
    els, world = other(jan), made(jan)
    worlds.change(els, world.pk, {"nl.title": "De bond", "nl.briefing.1": "Lente."}, 1)
    # The whole form comes back, with what was there when it was opened.
    told = worlds.change(
        jan, world.pk, {"nl.title": "De vereniging", "nl.briefing.1": "", "nl.briefing.2": "Regen."}, 1
    )

    assert told == Changed(3, {"nl.title": "De bond"}, [])
    world.refresh_from_db()
    assert world.changes == {"nl.title": "De bond", "nl.briefing.1": "Lente.", "nl.briefing.2": "Regen."}
    told = worlds.change(jan, world.pk, {"nl.title": "De vereniging"}, 1, frozenset({"nl.title"}))
    assert told == Changed(4, {}, [])
    # Who writes the same as somebody else did is in nobody's way.
    assert worlds.change(jan, world.pk, {"nl.title": "De vereniging"}, 1) == Changed(4, {}, [])


def test_where_it_is_not_known_any_more_what_was_seen_it_is_asked(jan, monkeypatch):
    monkeypatch.setattr(worlds, "MOST_HISTORY", 2)
    world = made(jan)
    for revision in range(1, 5):
        worlds.change(other(jan), world.pk, {f"nl.briefing.{revision}": "Regen."}, revision)

    assert worlds.change(jan, world.pk, {"nl.title": "De bond"}, 1).theirs == {"nl.title": "De club"}
    assert worlds.change(jan, world.pk, {"nl.title": "De bond"}, 5).theirs == {}


def test_undo_takes_back_ones_own_writes_one_by_one(jan):
    els, world = other(jan), made(jan)
    worlds.change(jan, world.pk, {"nl.title": "Een", "en.title": "One"}, 1)
    worlds.change(jan, world.pk, {"nl.title": "Twee"}, 2)
    worlds.change(els, world.pk, {"nl.briefing.1": "Lente."}, 3)

    assert worlds.undo(jan, world.pk) == ["nl.title"]
    world.refresh_from_db()
    assert world.changes == {"nl.title": "Een", "en.title": "One", "nl.briefing.1": "Lente."}
    worlds.change(els, world.pk, {"en.title": "Won"}, world.revision)
    assert worlds.undo(jan, world.pk) == ["nl.title"]
    assert worlds.undo(jan, world.pk) == []
    world.refresh_from_db()
    assert world.changes == {"nl.title": "De club", "en.title": "Won", "nl.briefing.1": "Lente."}


def test_what_was_taken_back_is_put_back_until_one_writes_again(jan):
    els, world = other(jan), made(jan)
    for revision, title in enumerate(("Een", "Twee", "Drie"), 1):
        worlds.change(jan, world.pk, {"nl.title": title}, revision)

    def title() -> str:
        world.refresh_from_db()
        return world.changes["nl.title"]

    steps = [worlds.undo, worlds.undo, worlds.redo, worlds.redo, worlds.redo, worlds.undo, worlds.redo]
    assert [(len(step(jan, world.pk)), title()) for step in steps] == [
        (1, "Twee"),
        (1, "Een"),
        (1, "Twee"),
        (1, "Drie"),
        (0, "Drie"),
        (1, "Twee"),
        (1, "Drie"),
    ]
    worlds.undo(jan, world.pk)
    assert worlds.redo(els, world.pk) == []
    worlds.change(jan, world.pk, {"nl.briefing.1": "Lente."}, world.revision)
    assert worlds.redo(jan, world.pk) == []
    # What somebody else wrote over is passed by, both ways.
    worlds.change(els, world.pk, {"nl.briefing.1": "Herfst."}, title() and world.revision)
    assert (worlds.undo(jan, world.pk), title()) == (["nl.title"], "Een")
    worlds.change(els, world.pk, {"nl.title": "Vier"}, world.revision)
    assert (worlds.redo(jan, world.pk), title()) == ([], "Vier")


def test_of_what_was_asked_nothing_is_stored_before_one_chose(jan):
    els, world = other(jan), made(jan)
    worlds.change(els, world.pk, {"nl.title": "De bond"}, 1)
    told = worlds.change(jan, world.pk, {"nl.title": "De ploeg"}, 2, asked=frozenset({"nl.title"}))

    assert told == Changed(2, {"nl.title": "De bond"}, [])
    told = worlds.change(
        jan, world.pk, {"nl.title": "De ploeg"}, 2, frozenset({"nl.title"}), frozenset({"nl.title"})
    )
    assert told == Changed(3, {}, [])


def test_a_workshop_plays_it_as_it_was(maker):
    world = made(maker)
    code = worlds.freeze(maker, world.pk)
    room = start(scenario=code)
    worlds.change(maker, world.pk, {"nl.title": "De bond"}, 1)
    later = worlds.freeze(maker, world.pk)
    worlds.delete(maker, world.pk)
    content.frozen.shelf._held.clear()  # as after a restart

    assert (content.words(code, "nl")["title"], content.words(later, "nl")["title"]) == ("De club", "De bond")
    FrozenWorld.objects.update(used_at=timezone.now() - timedelta(days=2))
    privacy.sweep()
    assert [str(one) for one in FrozenWorld.objects.all()] == [code]
    room.workshop.delete()
    worlds.clear()
    assert FrozenWorld.objects.count() == 0
    content.frozen.shelf._held.clear()
    with pytest.raises(KeyError):
        content.scenario(code)


def test_what_is_not_ready_is_not_played(maker):
    world = made(maker, title="n" * 41)

    with pytest.raises(NoWorld) as caught:
        worlds.freeze(maker, world.pk)
    assert (caught.value.code, caught.value.params) == ("not_ready", {"count": 1})
    assert known.listed(maker.device, None, "nl")[0].problems == 1
    assert FrozenWorld.objects.count() == 0


def test_a_browser_that_made_worlds_is_not_forgotten(maker):
    Device.objects.update(token_at=timezone.now() - timedelta(days=900))
    made(maker)
    forgotten, _ = devices.register("nl")
    Device.objects.update(token_at=timezone.now() - timedelta(days=900))
    privacy.sweep()

    assert list(Device.objects.all()) == [maker.device]
    assert forgotten.pk != maker.device.pk
