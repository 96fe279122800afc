"""How much is tried: all in `make check`; in `make test` a tenth of the examples, and few pages."""

import os

import pytest

#: Set by `make check`: new examples each time, and all of them.
NEW = "NEW_EXAMPLES" in os.environ


def examples(many):
    """Give how many of so many are drawn."""
    return many if NEW else max(3, many // 10)


def few(names, *kept):
    """Give names as parameters of a test: `make check` alone runs those that are not kept."""
    long = pytest.mark.long
    return [
        one
        if one in kept
        else pytest.param(*(one if isinstance(one, tuple) else [one]), marks=long)
        for one in names
    ]
