"""A query that is worded once brings what Django itself would, also asked again with other values."""

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from game.models import Game, Occupancy, Person, Seat
from game.selectors.prepared import MANY, Prepared
from tests.actions.room import start

pytestmark = pytest.mark.django_db


@Prepared
def _places(workshop: int, alias: str) -> QuerySet[Occupancy, Occupancy]:
    held = Occupancy.objects.filter(person__workshop_id=workshop, person__alias=alias, until=None)
    return held.select_related("person", "seat__table__game").defer("seat__table__snapshot")


@Prepared
def _seats(game: int) -> QuerySet[Seat, tuple[int, str, bool]]:
    return Seat.objects.filter(table__game_id=game).values_list("pk", "role", "bot")


def test_it_brings_the_objects_that_django_would_with_one_query() -> None:
    room = start()
    other = start()
    for one in (room, other):
        for alias in ("Egel", "Das"):
            one.join(alias)

    for one, alias in ((room, "Egel"), (other, "Egel"), (room, "Das")):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            found = _places.all(one.workshop.pk, alias)
            (place,) = found
            told = (
                place.person.alias,
                place.seat.role,
                place.seat.table.number,
                place.seat.table.game.opened_at,
            )
        usual = Occupancy.objects.get(person__workshop=one.workshop, person__alias=alias)
        game = Game.objects.get(pk=one.game.pk)
        assert len(asked) == 1
        assert (place, place.since, place._state.adding) == (usual, usual.since, False)
        assert told == (alias, usual.seat.role, usual.seat.table.number, game.opened_at)
        assert place.seat.table.snapshot == usual.seat.table.snapshot  # read now


def test_it_brings_rows_as_django_has_them() -> None:
    game = start().game

    assert _seats.all(game.pk) == [*Seat.objects.filter(table__game=game).values_list("pk", "role", "bot")]
    assert {type(bot) for _, _, bot in _seats.all(game.pk)} == {bool}


@Prepared
def _called(workshop: int, *aliases: str) -> QuerySet[Person, tuple[str]]:
    found = Person.objects.filter(workshop_id=workshop, alias__in=aliases)
    return found.order_by("alias").values_list("alias")


def test_it_looks_for_one_or_many() -> None:
    room = start()
    for alias in ("Egel", "Das", "Vos"):
        room.join(alias)

    assert _called.all(room.workshop.pk, "Das") == [("Das",)]
    assert _called.all(room.workshop.pk, "Vos", "nobody", "Das") == [("Das",), ("Vos",)]
    assert _called.all(room.workshop.pk, *["Egel"] * MANY) == [("Egel",)]


@pytest.mark.parametrize(
    ("query", "values"), [(_places, (1,)), (_called, ()), (_called, (1, *["x"] * (MANY + 1)))]
)
def test_it_is_asked_with_what_it_takes(query: Prepared, values: tuple[int | str, ...]) -> None:
    with pytest.raises(ValueError, match=f"asked with {len(values)} values"):
        query.all(*values)


def test_nothing_is_found_where_there_is_nothing() -> None:
    assert (_places.all(1, "Egel"), _places.first(1, "Egel"), _seats.first(1)) == ([], None, None)


def test_a_value_that_gets_lost_is_refused() -> None:
    @Prepared
    def people(workshop: int, alias: str) -> QuerySet[Person, Person]:
        return Person.objects.filter(workshop_id=workshop, alias=alias[:3])

    with pytest.raises(ValueError, match="a value is not in the query"):
        people.all(1, "Egel")
