"""What facilitators keep for themselves: settings under a name, and own notes per step, kept as they were typed."""

from collections.abc import Mapping

from django.db import transaction

from game.actions.turns import in_turn
from game.actions.workshops import clean_title
from game.engine.model.refusal import Refused
from game.engine.screens.notes import OWN_STEPS
from game.models import OwnNote, SavedSettings
from game.selectors.saved import Owner

MAX_SAVED = 50
MAX_NOTE = 2000


def keep_settings(
    owner: Owner, name: str, settings: Mapping[str, object], notes: Mapping[str, str]
) -> tuple[SavedSettings, bool]:
    """Keep a form's settings and own notes under a name; return them, and whether they took the place of others of that name.

    Raises Refused with `setting` save_as: title_* for the name, too_many_saved.
    """
    kept = _name(name)
    with in_turn(), transaction.atomic():
        found = owner.saved().filter(name=kept).first()
        if found is None and owner.saved().count() >= MAX_SAVED:
            raise Refused("too_many_saved", setting="save_as", limit=MAX_SAVED)
        row = found or SavedSettings(account_id=owner.account, device_id=_device(owner), name=kept)
        row.settings, row.notes = dict(settings), dict(notes)
        row.save()
    return row, found is not None


def rename_settings(owner: Owner, saved_id: int, name: str) -> None:
    """Give saved settings another name. Raises Refused: unknown_saved, title_*, name_taken."""
    kept = _name(name)
    with in_turn(), transaction.atomic():
        if owner.saved().filter(name=kept).exclude(pk=saved_id).exists():
            raise Refused("name_taken", setting="save_as")
        if not owner.saved().filter(pk=saved_id).update(name=kept):
            raise Refused("unknown_saved", setting="save_as")


def forget_settings(owner: Owner, saved_id: int) -> None:
    """Throw saved settings away, with their notes; what is gone stays gone."""
    with in_turn():
        owner.saved().filter(pk=saved_id).delete()


def write_note(workshop_id: int, account_id: int | None, step: str, text: str) -> None:
    """Keep an own note of a step as it was typed; nothing but space throws it away.

    Raises Refused: unknown_step, note_too_long.
    """
    if step not in OWN_STEPS:
        raise Refused("unknown_step")
    if len(text) > MAX_NOTE:
        raise Refused("note_too_long", limit=MAX_NOTE)
    with in_turn(), transaction.atomic():
        if text.strip():
            OwnNote.objects.update_or_create(
                workshop_id=workshop_id, account_id=account_id, step=step, defaults={"text": text}
            )
        else:
            OwnNote.objects.filter(workshop=workshop_id, account=account_id, step=step).delete()


def take_notes_along(workshop_id: int, account_id: int | None, notes: Mapping[str, str]) -> None:
    """Give a new workshop the own notes of saved settings or of an earlier workshop."""
    for step, text in notes.items():
        write_note(workshop_id, account_id, step, text)


def _device(owner: Owner) -> int | None:
    return None if owner.account is not None else owner.device


def _name(name: str) -> str:
    try:
        return clean_title(name)
    except Refused as refused:
        raise Refused(refused.code, **{**refused.params, "setting": "save_as"}) from None
