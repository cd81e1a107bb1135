"""What each audience may see: the only place that decides it.

Every screen is a frozen value made from table states and a `Room` (who is here, the clock, picked sentences). What is
made during play carries nothing of the undercurrent (ownership, expectation, bureaucracy, trust), but for `panel.under`: a part of
its own, for a facilitator who switched it on.
"""
