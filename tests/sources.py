"""The package's own sources, for the tests that hold rules of the house to them."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "grensgeo"
MODULES = sorted(PACKAGE.rglob("*.py"))


def named(path):
    """Name a file as one looks for it."""
    return str(path.relative_to(PACKAGE))


@cache
def text(path):
    """Read a source."""
    return path.read_text(encoding="utf-8")


@cache
def tree(path):
    """Parse a source, once for all rules."""
    return ast.parse(text(path))


def offenders(found):
    """Give by file what a rule finds in it, of those in which it finds something."""
    return {named(path): wrong for path in MODULES if (wrong := found(path))}
