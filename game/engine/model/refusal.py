"""How the engine says no: a code with named parameters, never a sentence."""


class Refused(Exception):
    """A move that the rules do not allow; `code` is stable, `params` fill the sentence shown for it."""

    def __init__(self, code: str, **params: str | int | float) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
