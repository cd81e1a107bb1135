"""Everything that stays open: the server, the sockets, and what they show."""
