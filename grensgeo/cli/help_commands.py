"""What a code means, and whether all that grensgeo stands on is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.cli.command import Command
from grensgeo.cli.outputs import say
from grensgeo.errors import GrensgeoError, InputError
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    import argparse


def _explain_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``explain``."""
    command.add_argument(
        "codes", nargs="+", metavar="CODE", help="as a message or a note bears it"
    )
    command.add_argument(
        "--language", choices=LANGUAGES, default="en", help="of notes (default: en)"
    )


def explain(arguments: argparse.Namespace) -> int:
    """Print what each code means."""
    from grensgeo.explained import explain as explained

    for code in arguments.codes:
        print(f"{code}: {explained(code, language=arguments.language)}")
    return 0


def _doctor_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``doctor``."""
    command.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH",
        help="networks, regions, feeds, studies to look at as check does",
    )  # fmt: skip
    command.add_argument(
        "--warm", action="store_true",
        help="ask each network one question a mode, so that all kernels are compiled and kept",
    )  # fmt: skip


def doctor(arguments: argparse.Namespace) -> int:
    """Print what is there and what is not; 2 if anything keeps grensgeo from working."""
    from grensgeo.cli.surroundings import surroundings

    if arguments.warm and not arguments.paths:
        raise InputError(
            "option-missing",
            "--warm asks a network: name one, such as data/sample/network",
        )
    ill = 0
    for state in surroundings():
        print(state)
        ill += state.ill
    for path in arguments.paths:
        ill += _look_at(path, warm=arguments.warm)
    return 2 if ill else 0


def _look_at(path: Path, *, warm: bool) -> bool:
    """Print what a file or folder holds; True if it has a fault."""
    from grensgeo.cli.file_kinds import describe, is_feed
    from grensgeo.cli.surroundings import State

    try:
        if is_feed(path):
            from grensgeo.gtfs import check_feed

            report = check_feed(path)
            state = State(str(path), report.text(), ill=bool(report.errors))
        else:
            state = State(str(path), describe(path))
            if warm:
                _warm(path)
    except GrensgeoError as error:
        state = State(str(path), str(error), ill=True)
    print(state)
    return state.ill


def _warm(path: Path) -> None:
    """Compute a few times by each mode of a network, and print that its kernels are kept."""
    from grensgeo.cli.surroundings import is_network, warm_up

    if not is_network(path):
        raise InputError(
            "not-a-network", f"{path}: --warm asks networks, and this is none; leave it out"
        )
    for mode in warm_up(path):
        say(f"{path}: kernels for {mode} are compiled and kept")


COMMANDS = (
    Command(
        "doctor",
        "whether all that grensgeo needs is there, and what holds of files",
        "Say which versions are installed, how much memory and disk is left, where compiled "
        "kernels are kept, and what is in the files named; --warm compiles them beforehand.",
        _doctor_options,
        doctor,
    ),
    Command(
        "explain",
        "what the code of an error, a warning, a finding or a note means",
        "Say what a code means and what mends it; docs/codes.md lists all of them.",
        _explain_options,
        explain,
    ),
)
