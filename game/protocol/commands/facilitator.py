"""All that panels may send."""

from game.protocol.commands.base import Command, Hello, Ping, TableNumber
from game.protocol.commands.course import CourseCommand
from game.protocol.commands.debrief import DebriefCommand
from game.protocol.commands.people import PeopleCommand
from game.protocol.commands.player import RefuseRequest


class ShowUndercurrent(Command, frozen=True, tag="show_undercurrent"):
    """Let this panel see the undercurrent, or not any more; a matter of this one socket."""

    open: bool


class ShowLoops(Command, frozen=True, tag="show_loops"):
    """Let this panel have the figures of all loops of one table, or (null) no more; a matter of this one socket."""

    table: TableNumber | None


FacilitatorCommand = CourseCommand | DebriefCommand | PeopleCommand | RefuseRequest
FacilitatorMessage = FacilitatorCommand | ShowUndercurrent | ShowLoops | Ping | Hello
