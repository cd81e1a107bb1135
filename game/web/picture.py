"""What a page needs of a scenario to draw a table's picture: which scene it is, with which tasks, when its rounds are, and
the style sheet.
"""

from game import content
from game.live.static import static_tree

SHEET = "css/street.css"
DOOR = "street.html"  # of the scenario that is played where nobody picks one; others have their scene in the name
SHEETS = "css/street_{}.css"  # with what a world adds


def picture(scenario: str) -> dict[str, object]:
    """Return the scene's name ("" for the general one), what stands for each task, and per round the month, 0 for January."""
    return content.scenario(scenario).picture


def at_the_door(scenario: str) -> tuple[str, ...]:
    """Return the templates with the picture over the door of a scenario, of which the first that is there counts: its
    world's, or the general one.
    """
    scene = content.scenario(scenario).scene
    if scene == content.scenario(content.default_scenario()).scene:
        return (DOOR,)
    return (f"street_{scene}.html", "street_general.html")


def sheet(scenario: str) -> str:
    """Return the name of the style sheet of a scenario's pictures: its world's, or the one of those that add nothing."""
    own = SHEETS.format(content.scenario(scenario).scene)
    return own if own in static_tree().files else SHEET
