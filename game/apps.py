"""Django's handle on the game; makes sure at start that the translations are compiled."""

from types import ModuleType

from django.apps import AppConfig
from django.conf import settings
from django.db.backends.signals import connection_created

from game.translations import compile_changed


class GameConfig(AppConfig):
    """The one app of the project."""

    name = "game"
    default_auto_field = "django.db.models.BigAutoField"

    def __init__(self, app_name: str, app_module: ModuleType | None) -> None:
        # Not in ready(): importing the models already loads the translations, and then the old ones would stay.
        compile_changed(settings.LOCALE_PATHS)
        super().__init__(app_name, app_module)

    def ready(self) -> None:
        """Let whatever is written to an embedded database have its turn, and content find the worlds that were frozen."""
        from game.actions.turns import on_connection
        from game.content.frozen import shelf
        from game.selectors.worlds import files_of

        connection_created.connect(on_connection)
        shelf.fetch = files_of
