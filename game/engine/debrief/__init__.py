"""What the debrief shows of a finished game, computed from its rounds alone; sentences are not made here."""
