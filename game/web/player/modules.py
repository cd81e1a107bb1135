"""Which scripts a phone's page tells the browser of at once, so that it does not find them one after another."""

from game.live.static import static_tree

# With what every page begins.
AT_ONCE = "js/pages/player.js"
# What choosing takes besides, for a page that is made while a round is played: on slow Wi-Fi its rows are there sooner.
IN_PLAY = ("js/pages/player/ui/phone/play.js", "js/pages/player/ui/phone/street.js")
WORLDS = "js/pages/player/ui/street/worlds/{}.js"
GENERAL = "general"


def modules(scene: str, *, in_play: bool) -> list[str]:
    """Return their names, in play with the world of a scene; what is not joined (with DEBUG) comes as it is found."""
    files = static_tree().files
    worlds = [WORLDS.format(name) for name in (scene, GENERAL)]
    world = [name for name in worlds if name in files][:1]
    return [AT_ONCE, *(name for name in (*IN_PLAY, *world) if in_play and name in files)]
