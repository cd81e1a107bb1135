"""What observers expect of a round; it changes nothing at the table."""

from game.actions.writing import GameWrite
from game.engine.model.refusal import Refused
from game.engine.screens.observer import may_predict
from game.engine.table.phases import Phase
from game.models import Observation, Prediction
from game.protocol.commands import Predict


def predict(write: GameWrite, device_id: int, command: Predict) -> None:
    """Keep an observer's prediction for the open round.

    Raises Refused: not_observing, phase_closed or stale_step for another step, wrong_phase when it cannot be predicted now.
    """
    watching = Observation.objects.filter(person__device_id=device_id, table__game=write.game, until=None)
    observation = watching.first()
    if observation is None:
        raise Refused("not_observing")
    game = write.game
    if command.step != game.step:
        raise Refused("phase_closed" if command.step < game.step else "stale_step")
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
