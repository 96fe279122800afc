"""How many examples hypothesis draws: all in `make check`, a quarter of them in `make test`."""

import os

#: Set by `make check`: new examples each time, and all of them.
NEW = "NEW_EXAMPLES" in os.environ


def examples(many):
    """Give how many of so many are drawn."""
    return many if NEW else max(3, many // 4)
