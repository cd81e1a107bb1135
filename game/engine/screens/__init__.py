"""What each audience may see: the only place that decides it.

Every screen is a frozen value made from table states and a `Room` (who is here, the clock, picked sentences). No screen
made during play carries the undercurrent: ownership, expectation, bureaucracy or trust.
"""
