"""What a command is: its name, its words, its options and what it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable


@dataclass(frozen=True)
class Command:
    """One command.

    Attributes
    ----------
    name
        As it is typed.
    help
        What it is for, in the list of commands.
    description
        What it writes, in its own help.
    options
        Adds its options to a parser. Called when the command is asked for and not before, so that
        the list of commands costs nothing.
    run
        Does it; 0 if all went well.
    """

    name: str
    help: str
    description: str
    options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
