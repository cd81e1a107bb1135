"""Which files a phone's page tells the browser of before it finds them one after another: at once, and ahead."""

from game.engine.table.phases import PLAY_PHASES, Phase
from game.live.static import static_tree

# With what every page begins.
AT_ONCE = "js/pages/player.js"
# What choosing takes besides, for a page that is made while a round is played: on slow Wi-Fi its rows are there sooner.
IN_PLAY = ("js/pages/player/ui/phone/play.js", "js/pages/player/ui/phone/street.js")
TOLD = "js/pages/player/ui/phone/told.js"  # besides, with an outcome
WORLDS = "js/pages/player/ui/street/worlds/{}.js"
GENERAL = "general"
# What the debrief opens with.
AHEAD = (
    "js/pages/player/ui/phone/later.js",
    "js/pages/player/ui/phone/debrief.js",
    "css/charts.css",
    "css/voice.css",
)


def modules(scene: str, phase: str) -> list[str]:
    """Return their names, in play with the world of a scene; what is not joined (with DEBUG) comes as it is found."""
    files = static_tree().files
    if phase not in PLAY_PHASES:
        return [AT_ONCE]
    world = [name for name in (WORLDS.format(scene), WORLDS.format(GENERAL)) if name in files][:1]
    told = [TOLD] if phase == Phase.OUTCOME else []
    return [AT_ONCE, *(name for name in (*IN_PLAY, *told, *world) if name in files)]


def ahead() -> list[str]:
    """Return the names of what the debrief opens with; scripts that are not joined (with DEBUG) come as they are found."""
    return [name for name in AHEAD if name in static_tree().files]
