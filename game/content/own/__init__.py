"""Worlds that somebody made their own: a copy of a scenario with what was changed of it, and nothing else.

Pure: what was changed goes in as lines of text by their place (places), out comes a whole scenario in the form of the shipped
ones (build), what is wrong with it (problems), and the file that it is mailed as (pack). Who owns one, and where it is kept,
is not known here.
"""
