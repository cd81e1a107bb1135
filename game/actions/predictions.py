"""What observers expect of a round; it changes nothing at the table."""

from game.actions.sender import Sender
from game.actions.write import GameWrite
from game.engine.model.refusal import Refused
from game.engine.screens.observer import may_predict
from game.engine.table.phases import Phase
from game.models import Observation, Prediction
from game.protocol.commands.player import Predict


def watched(write: GameWrite, sender: Sender) -> Observation:
    """Return where the sender watches in this game; raises Refused("not_observing")."""
    watching = Observation.objects.filter(
        person__device_id=sender.device_id, table__game=write.game, until=None
    )
    observation = watching.first()
    if observation is None:
        raise Refused("not_observing")
    return observation


def predict(write: GameWrite, command: Predict, sender: Sender) -> None:
    """Keep an observer's prediction for the open round.

    Raises Refused: not_observing, wrong_phase when it cannot be predicted now.
    """
    observation, game = watched(write, sender), write.game
    table = write.table(observation.table_id)
    if not may_predict(table.state, Phase(game.phase)):
        raise Refused("wrong_phase")
    Prediction.objects.update_or_create(
        person_id=observation.person_id,
        table_id=observation.table_id,
        round=game.round,
        defaults={"expects": command.expects},
    )
    write.changed(table)
