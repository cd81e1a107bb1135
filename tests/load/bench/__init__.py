"""How quick the game is beside what is possible: `python -m tests.load.bench`, or `make bench`.

One process of real clients (wire.py) presses, chooses and connects at three servers by turns, so that the state of the
machine is the same for all: a bare socket server (floor.py), plain Channels (stock.py) and ours. What it prints are ratios;
nothing of it is asserted anywhere.
"""
