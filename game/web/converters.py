"""Parts of addresses: numbers that fit a database's key, so that a longer one is simply an unknown page."""


class KeyConverter:
    """A row's key, or a table's number: up to 15 digits, of any script."""

    regex = r"\d{1,15}"

    def to_python(self, value: str) -> int:
        """Return the number in the address."""
        return int(value)

    def to_url(self, value: int) -> str:
        """Return how the number stands in an address."""
        return str(value)
