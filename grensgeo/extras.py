"""Packages that only some jobs need: without them the rest works, and what lacks is told.

What every job needs is a dependency of the package; pictures and bars of progress are not.
"""

from __future__ import annotations

from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from grensgeo.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The extra of ``pyproject.toml`` that brings a package, by the package.
EXTRAS = {
    "dask": "distributed",
    "distributed": "distributed",
    "matplotlib": "pictures",
    "tqdm": "progress",
    "xarray": "distributed",
}


class ProgressBar(Protocol):
    """A bar of progress."""

    def update(self, n: int = 1) -> object:
        """Move it on by so many."""


class _Silent:
    """A bar that nobody sees."""

    def update(self, n: int = 1) -> object:
        return n


def has_package(package: str) -> bool:
    """Return whether a package of :data:`EXTRAS` is installed."""
    try:
        import_module(package)
    except ImportError:
        return False
    return True


def need_package(package: str, what: str) -> None:
    """Raise unless a package of :data:`EXTRAS` is installed.

    Parameters
    ----------
    package
        Its name.
    what
        What needs it, as a sentence begins.

    Raises
    ------
    InputError
        With the command that brings it.
    """
    if not has_package(package):
        raise InputError(
            "package-missing",
            f"{what} needs {package}: pip install 'grensgeo[{EXTRAS[package]}]'",
        )


@contextmanager
def progress_bar(total: int, said: str, *, unit: str = "it", shown: bool) -> Iterator[ProgressBar]:
    """Show a bar of progress while something is done, where one is asked for and can be shown.

    Parameters
    ----------
    total
        How many there are.
    said
        What is done.
    unit
        What is counted.
    shown
        Whether anybody looks.

    Yields
    ------
    ProgressBar
        To be moved on.
    """
    if not shown or not has_package("tqdm"):
        yield _Silent()
        return
    from tqdm import tqdm

    with tqdm(total=total, desc=said, unit=unit) as bar:
        yield bar
