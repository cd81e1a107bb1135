"""Wie pakt het op?: the game, from the pure engine up to the web pages."""
