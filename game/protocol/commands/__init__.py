"""What browsers send: one struct per command, told apart by `type`.

Commands set values and never toggle. Each carries the `step` its sender saw; the door judges it, not this package. A module
is of one sender and one subject, and closes with the union of its commands.
"""
