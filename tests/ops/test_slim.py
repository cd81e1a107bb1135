"""What of a script a browser does not need: its comments on lines of their own, and nothing else."""

import pytest

from game.live.slim import without_air, without_comments


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("/* One. */\nconst a = 1;\n", "\nconst a = 1;\n"),
        ("/* Over\n * lines. */\nconst a = 1;", "\n\nconst a = 1;"),
        ("  /** A doc. */\n  f();", "\n  f();"),
        ("  // A note\nf();", "\nf();"),
        ("f(); // beside code", "f(); // beside code"),
        ("const path = /* in it */ 1;", "const path = /* in it */ 1;"),
        ('const url = "https://a//b";', 'const url = "https://a//b";'),
        ("/* one */ f(); /* two */\ng();", "/* one */ f(); /* two */\ng();"),
        ("a {\n  /* why */\n  b: c;\n}", "a {\n\n  b: c;\n}"),
        ("/* é */\n", "\n"),
    ],
)
def test_only_lines_that_are_a_comment_go(text: str, sent: str) -> None:
    assert without_comments(text.encode()).decode() == sent


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("  f(); // beside code\n", "f();\n"),
        ('const path = "a // b";\n', 'const path = "a // b";\n'),
        ("f(); // as 'here' is said\n", "f(); // as 'here' is said\n"),
        ("const long = `a // b\n  c // d\n`;", "const long = `a // b\n  c // d\n`;\n"),
    ],
)
def test_comments_beside_code_go_where_a_script_is_joined(text: str, sent: str) -> None:
    assert without_air(text) == sent
