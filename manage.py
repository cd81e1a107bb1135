#!/usr/bin/env python
"""Django's command line for this project; the commands themselves are in game/management/commands."""

import sys

from config.command_line import run


def main() -> None:
    """Run the command named by the arguments."""
    run(sys.argv)


if __name__ == "__main__":
    main()
