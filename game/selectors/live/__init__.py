"""What the hub shows: a game as frozen values, how they are read, and every audience's screen made from them."""
