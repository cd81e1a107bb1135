"""Which of this server's addresses links and QR codes carry; every workshop on it follows."""

from django.db import transaction

from game.actions.sender import Sender
from game.actions.write import GameWrite
from game.engine.model.refusal import Refused
from game.models import ChosenAddress
from game.network.book import book
from game.network.ranking import Choice, Kind
from game.protocol.commands.course import ChooseAddress

THE_ONE_ROW = 1


def choose_address(write: GameWrite, command: ChooseAddress, sender: Sender) -> None:
    """Let people use this address from now on, also after a restart; "" is the best one of the moment.

    Raises Refused: address_fixed (PUBLIC_URL says where people go), address_gone (no address of this computer, any more).
    """
    if book.is_fixed:
        raise Refused("address_fixed")
    choice = _choice(command.address) if command.address else None
    if choice is None:
        ChosenAddress.objects.all().delete()
    else:
        values = {"interface": choice.interface, "address": choice.address}
        ChosenAddress.objects.update_or_create(pk=THE_ONE_ROW, defaults=values)
    transaction.on_commit(lambda: book.choose(choice))
    write.room_changed()


def _choice(address: str) -> Choice:
    for one in book.candidates:
        if one.address == address and one.kind is not Kind.LOOPBACK:
            return Choice(one.interface, one.address)
    raise Refused("address_gone")
