"""What a page needs of a scenario to draw a table's picture: which scene it is, with which tasks, and when its rounds are."""

from game import content


def picture(scenario: str) -> dict[str, object]:
    """Return the scene's name ("" for the general one), the codes of the tasks and per round the month, 0 for January."""
    found = content.scenario(scenario)
    return {"scene": found.scene, "tasks": list(found.tasks), "months": [month - 1 for month in found.months]}
