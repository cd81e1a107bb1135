"""One table's game as plain JSON values, read and written."""
