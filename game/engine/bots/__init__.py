"""Seats without a person: reference paths, own score and habit, and the bot of a seat."""
