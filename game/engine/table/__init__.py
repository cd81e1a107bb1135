"""One table's game: its state, what may be chosen, the phases and the journal that leads back to it."""
