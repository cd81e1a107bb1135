"""Pages of facilitators who log in (HOSTING=accounts)."""
