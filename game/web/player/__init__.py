"""Pages of who plays: the front door, joining, codes with letters, and the phone itself."""
