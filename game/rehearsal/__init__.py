"""A whole workshop played by programs that behave like phones: a rehearsal, a check of the promises and a load in one.

Knows the server only from outside: its pages, its sockets and the facilitator's audit page.
"""
