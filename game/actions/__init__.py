"""The door: every write to the database is a function in this package, and nothing else writes.

Each locks the Game row first, checks, writes journal and snapshot in one transaction, and pokes the hubs after commit.
"""
