"""The rules of the game as a library: plain values in, plain values out.

Knows nothing of Django, clocks, files, randomness, languages or names of people.
"""
