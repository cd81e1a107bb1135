"""Earlier groups that outlive their workshop: only when wanted, only means, only for who led them."""

import pytest

from game.actions import earlier, privacy
from game.models import Device, Game, KeptMeans, Workshop
from game.protocol.commands.people import Remove, SetBot
from game.selectors.groups import earlier_groups, finished_games
from game.selectors.saved import Owner
from tests.actions.room import new_id, start
from tests.actions.test_beside import closed, debriefed, played

pytestmark = pytest.mark.django_db


def ended(*, wanted: bool = True, **settings):
    room = closed(played(rounds=2, **settings))
    earlier.want_means(room.workshop.pk, wanted=wanted)
    return room


def test_means_stay_when_that_is_wanted_and_lie_beneath_the_next_game():
    first = ended()
    [(game, tables, means)] = finished_games(first.workshop.pk)
    later = played(first, rounds=2)
    assert earlier_groups(later.game) == (means,)
    privacy.erase(first.workshop.pk)
    kept = KeptMeans.objects.get()
    assert (kept.scenario, kept.ruleset, kept.form, kept.tables) == (
        game.scenario,
        game.ruleset,
        game.form,
        tables,
    )
    assert (kept.device_id, kept.account_id, kept.ended_on) == (
        first.facilitator.pk,
        None,
        game.changed_at.date(),
    )
    assert earlier_groups(later.game) == (means,)
    assert str(kept) == f"street of {kept.ended_on}"
    assert Device.objects.filter(pk=first.facilitator.pk).exists()


def test_nothing_stays_unless_it_is_wanted_and_was_played_to_the_end():
    first = ended(wanted=False)
    open_game = played(first, rounds=1)
    earlier.want_means(open_game.workshop.pk, wanted=True)
    for room in (first, open_game):
        privacy.erase(room.workshop.pk)
    assert KeptMeans.objects.count() == 0


def test_a_table_of_bots_alone_is_no_group():
    room = start(tables=2, seats=3, rounds=1, seed=7, fill_bots=True)
    room.join("Egel", table=1)
    left = room.join("Merel", table=2)
    room.next()
    room.run(Remove(new_id(), 0, (left.seat.occupancies.get().person_id,), False))
    room.run(SetBot(new_id(), 0, 2, left.seat.number, True))
    closed(debriefed(room))
    assert room.state(2).played
    assert [tables for _, tables, _ in finished_games(room.workshop.pk)] == [1]


@pytest.mark.parametrize("settings", [{"scenario": "school"}, {"ruleset": 1}, {"form": "short"}])
def test_what_was_played_otherwise_does_not_lie_beneath(settings):
    first = ended(**settings)
    later = played(first, rounds=1)
    assert earlier_groups(later.game) == ()
    privacy.erase(first.workshop.pk)
    assert (KeptMeans.objects.count(), earlier_groups(later.game)) == (1, ())


def test_they_are_of_the_account_or_of_who_leads_and_of_nobody_when_nobody_does(django_user_model):
    user = django_user_model.objects.create_user("you@spel.example")
    first = ended()
    Workshop.objects.filter(pk=first.workshop.pk).update(owner=user)
    later = played(first, rounds=1)
    Workshop.objects.filter(pk=later.workshop.pk).update(owner=user)
    privacy.erase(first.workshop.pk)
    assert (KeptMeans.objects.get().account_id, KeptMeans.objects.get().device_id) == (user.pk, None)
    assert len(earlier_groups(Game.objects.get(workshop=later.workshop))) == 1
    second = ended()
    Workshop.objects.filter(pk=second.workshop.pk).update(started_by=None)
    privacy.erase(second.workshop.pk)
    assert KeptMeans.objects.filter(device=second.facilitator).count() == 1
    third = ended()
    Workshop.objects.filter(pk=third.workshop.pk).update(started_by=None)
    third.workshop.grants.all().delete()
    privacy.erase(third.workshop.pk)
    assert KeptMeans.objects.count() == 2


def test_the_owner_alone_throws_them_away():
    first = ended()
    other = ended()
    privacy.erase(first.workshop.pk)
    row = KeptMeans.objects.get().pk
    for owner in (Owner(None, other.facilitator.pk), Owner(None, None)):
        earlier.forget_means(owner, row)
    assert KeptMeans.objects.count() == 1
    earlier.forget_means(Owner(None, first.facilitator.pk), row)
    assert KeptMeans.objects.count() == 0
