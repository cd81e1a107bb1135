"""The door: every write to the database is a function in this package, and nothing else writes.

What changes a game locks its row first, checks, writes journal and snapshot in one transaction, and pokes the hubs after
commit. What belongs to no game (devices, rights, accounts, heartbeats) locks its own rows.
"""
