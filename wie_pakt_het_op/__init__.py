"""The command `wie-pakt-het-op`: the game for people without make or git, installed from a wheel.

In the wheel everything of the project stands below this package, in `app`, so that nothing else in site-packages is called
`config`, `static` or `templates`.
"""
