"""Starting workshops: the settings a facilitator picks, checked, and the rows they become."""

import secrets
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import Q

from game import content
from game.actions.devices import token_hash
from game.actions.furniture import MAX_TABLES
from game.actions.turns import in_turn
from game.engine.debrief.timetable import PLANS, USUAL_PLAN
from game.engine.model.refusal import Refused
from game.engine.model.roles import MAX_SEATS, MIN_SEATS, default_roles
from game.engine.model.rules import NEWEST, RULESETS
from game.engine.table.phases import MAX_ROUNDS, MIN_ROUNDS
from game.models import Device, Game, Grant, Seat, Table, Workshop
from game.models.game import SILENT_FIRST
from game.protocol.written import Unfit, clean
from game.selectors.worlds import is_kept

MAX_TITLE = 60
MAX_WORKSHOPS = 100  # that are not over, per account or device
MAX_ABSENCE_SECONDS = 3600
FORMS = ("full", "short")
TALKING = (SILENT_FIRST, "free")


@dataclass(frozen=True, slots=True)
class WorkshopSettings:
    """What a new workshop is started with; `tables` 1–40, `seats` per table 3–12, `rounds` 1–10.

    `fill_bots` lets bots play empty seats, `rehearsal` starts with a bot on every seat; `practice` has round 1 reset after it
    was played; `ruleset` is one of RULESETS; `bot_after_seconds` (0–3600, 0: never) is the absence after which a bot takes
    over; `minutes` is one of PLANS, or 0 for no plan; `seed` is drawn when None.
    """

    title: str
    language: str = "nl"
    scenario: str = field(default_factory=content.default_scenario)
    tables: int = 1
    seats: int = 6
    rounds: int = 6
    form: str = "full"
    talking: str = SILENT_FIRST
    fill_bots: bool = True
    rehearsal: bool = False
    practice: bool = False
    auto_close: bool = False
    bot_after_seconds: int = 60
    minutes: int = USUAL_PLAN
    ruleset: int = NEWEST
    seed: int | None = None


def start_workshop(
    device: Device, settings: WorkshopSettings, owner: User | None = None, label: str = "", form: str = ""
) -> Workshop:
    """Make a workshop with its first game, tables and seats, and let `device` run it.

    `owner` is the account it belongs to, where there are accounts; `label` says what kind of device this is. `form` is what
    only one form knows: its second use returns the workshop of its first.
    Raises Refused: title_* and bad_setting (a value outside its range), too_many_workshops, all with `setting`.
    """
    _check(settings)
    form_hash = token_hash(form) if form else None
    try:
        return _of_form(form_hash) or _make(device, settings, owner, label, form_hash)
    except IntegrityError:  # pragma: no cover - two first uses of one form at the same instant
        made = _of_form(form_hash)
        if made is None:
            raise
        return made


def _of_form(form_hash: str | None) -> Workshop | None:
    return Workshop.objects.filter(form_hash=form_hash).first() if form_hash else None


def _make(
    device: Device, settings: WorkshopSettings, owner: User | None, label: str, form_hash: str | None
) -> Workshop:
    _check_room(device, owner)
    with in_turn(), transaction.atomic():
        workshop = Workshop.objects.create(
            code=_free_code(),
            title=clean_title(settings.title),
            language=settings.language,
            started_by=device,
            owner=owner,
            form_hash=form_hash,
        )
        game = Game.objects.create(
            workshop=workshop,
            scenario=settings.scenario,
            seed=secrets.randbelow(2**31) if settings.seed is None else settings.seed,
            ruleset=settings.ruleset,
            form=settings.form,
            rounds=settings.rounds,
            talking=settings.talking,
            fill_bots=settings.fill_bots or settings.rehearsal,
            rehearsal=settings.rehearsal,
            practice=settings.practice,
            auto_close=settings.auto_close,
            bot_after_seconds=settings.bot_after_seconds,
            minutes=settings.minutes,
        )
        _make_tables(game, settings)
        Grant.objects.create(
            device=device, workshop=workshop, kind=Grant.Kind.FACILITATOR, account=owner, label=label
        )
    return workshop


def clean_title(title: str) -> str:
    """Return a name as it is kept: 1–60 characters to the eye. Raises Refused title_empty, _too_long, _characters."""
    try:
        return clean(title, MAX_TITLE, strict=True)
    except Unfit as unfit:
        raise Refused(f"title_{unfit.fault}", setting="title", limit=MAX_TITLE) from None


def _check(settings: WorkshopSettings) -> None:
    clean_title(settings.title)
    sound = {
        "language": settings.language in content.LANGUAGES,
        "scenario": settings.scenario in content.load_all() or is_kept(settings.scenario),
        "tables": 1 <= settings.tables <= MAX_TABLES,
        "seats": MIN_SEATS <= settings.seats <= MAX_SEATS,
        "rounds": MIN_ROUNDS <= settings.rounds <= MAX_ROUNDS,
        "ruleset": settings.ruleset in RULESETS,
        "form": settings.form in FORMS,
        "talking": settings.talking in TALKING,
        "bot_after_seconds": 0 <= settings.bot_after_seconds <= MAX_ABSENCE_SECONDS,
        "minutes": settings.minutes in (0, *PLANS),
        "seed": settings.seed is None or 0 <= settings.seed < 2**31,
    }
    for setting, is_sound in sound.items():
        if not is_sound:
            raise Refused("bad_setting", setting=setting)


def _check_room(device: Device, owner: User | None) -> None:
    """Raise Refused("too_many_workshops") when this starter has as many workshops that are not over as one may have."""
    mine = Q(owner=owner) if owner else Q(started_by=device)
    if Workshop.objects.filter(mine, ended_at=None).count() >= MAX_WORKSHOPS:
        raise Refused("too_many_workshops", setting="title", limit=MAX_WORKSHOPS)


def _free_code() -> str:
    """Return a six-digit code that no live workshop has; a clash at the same instant fails on the constraint."""
    while True:
        code = f"{secrets.randbelow(1_000_000):06d}"
        if not Workshop.objects.filter(code=code, ended_at=None).exists():
            return code


def _make_tables(game: Game, settings: WorkshopSettings) -> None:
    tables = Table.objects.bulk_create(
        Table(game=game, number=number) for number in range(1, settings.tables + 1)
    )
    roles = default_roles(settings.seats)
    Seat.objects.bulk_create(
        Seat(table=table, number=number, role=role, bot=settings.rehearsal)
        for table in tables
        for number, role in enumerate(roles)
    )
