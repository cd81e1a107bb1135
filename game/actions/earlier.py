"""Earlier groups that outlive their workshop: whether who leads it wants that, and what is then kept. No names."""

from dataclasses import asdict

from game import content
from game.actions.turns import in_turn
from game.models import Grant, KeptMeans, Workshop
from game.selectors.groups import finished_games, middle_of
from game.selectors.saved import Owner


def want_means(workshop_id: int, *, wanted: bool) -> None:
    """Say whether the means of a workshop stay when it is wiped, at once or when its time comes."""
    with in_turn():
        Workshop.objects.filter(pk=workshop_id).update(keeps_means=wanted)


def keep_means(workshop: Workshop) -> None:
    """Keep the means of every game of a workshop that was played to its end, if that is wanted; inside the wipe."""
    if not workshop.keeps_means:
        return
    device = None if workshop.owner_id is not None else workshop.started_by_id or _leads(workshop.pk)
    if workshop.owner_id is None and device is None:
        return
    KeptMeans.objects.bulk_create(
        KeptMeans(
            account_id=workshop.owner_id,
            device_id=device,
            scenario=game.scenario,
            ruleset=game.ruleset,
            form=game.form,
            tables=tables,
            ended_on=game.changed_at.date(),
            quality=list(means.quality),
            ownership=list(means.ownership),
            cost=list(means.cost),
            places=[[asdict(place) for place in places] for places in middle_of(game.pk)],
            picture=content.scenario(game.scenario).picture,
        )
        for game, tables, means in finished_games(workshop.pk)
    )


def forget_means(owner: Owner, row: int) -> None:
    """Throw the means of an earlier group away."""
    with in_turn():
        owner.means().filter(pk=row).delete()


def _leads(workshop_id: int) -> int | None:
    found = Grant.objects.filter(workshop=workshop_id, kind=Grant.Kind.FACILITATOR, revoked_at=None)
    return found.order_by("pk").values_list("device", flat=True).first()
