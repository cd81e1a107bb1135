"""Reads for sockets, pages, lists and exports; nothing here writes."""
