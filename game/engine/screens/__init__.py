"""What each audience may see: the only place that decides it.

Every screen is a frozen value made from table states and a `Room` (who is here, the clock, picked sentences). Of
the undercurrent (ownership, expectation, bureaucracy, trust) nothing is on a screen during play, but in a part of its own
(`panel.under`), for a facilitator who switched that on.
"""
