"""Django's handle on the game; makes sure at start that the translations are compiled."""

from django.apps import AppConfig
from django.conf import settings


class GameConfig(AppConfig):
    """The one app of the project."""

    name = "game"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Compile what changed in the translations, before anything can load them."""
        from game.translations import compile_changed

        compile_changed(settings.LOCALE_PATHS)
