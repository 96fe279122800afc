"""The command line: the library's own words, thin over it."""

from __future__ import annotations

import argparse
import json
import sys
import warnings
from datetime import datetime
from logging import DEBUG, ERROR, INFO, WARNING, Handler, LogRecord, getLevelName, getLogger
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NoReturn

from grensgeo.cli import (
    block_commands,
    comparison_commands,
    cost_commands,
    dossier_commands,
    fetch_commands,
    first_commands,
    flow_commands,
    grenswerk_commands,
    help_commands,
    measure_commands,
    method_commands,
    monitor_commands,
    network_commands,
    offer_commands,
    page_commands,
    place_commands,
    ranking_commands,
    region_commands,
    schema_command,
    study_commands,
    travel_commands,
    year_command,
)
from grensgeo.declared.option import nearest
from grensgeo.errors import GrensgeoError, GrensgeoWarning
from grensgeo.steps.memory import address_limit_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

#: What can be told, from all to errors alone.
LEVELS: Mapping[str, int] = MappingProxyType(
    {"debug": DEBUG, "info": INFO, "warning": WARNING, "error": ERROR}
)
#: Addresses that libraries and compiled kernels take: with fewer, some load and others do not,
#: geopandas drops every CRS in silence, and threads of kernels that got no stack wait for ever.
_LEAST_ADDRESSES: Final = 1_200_000_000
#: What completion in a shell asks; nobody types it, so that no list of commands has it.
_COMPLETE = "complete"
#: Commands in the order in which the help lists them.
COMMANDS = (
    *first_commands.COMMANDS,
    *fetch_commands.COMMANDS,
    *region_commands.COMMANDS,
    *network_commands.COMMANDS,
    *place_commands.COMMANDS,
    *travel_commands.COMMANDS,
    *block_commands.COMMANDS,
    *measure_commands.COMMANDS,
    *cost_commands.COMMANDS,
    *method_commands.COMMANDS,
    *flow_commands.COMMANDS,
    *comparison_commands.COMMANDS,
    *ranking_commands.COMMANDS,
    *page_commands.COMMANDS,
    *dossier_commands.COMMANDS,
    *monitor_commands.COMMANDS,
    *grenswerk_commands.COMMANDS,
    *year_command.COMMANDS,
    *offer_commands.COMMANDS,
    *study_commands.COMMANDS,
    *schema_command.COMMANDS,
    *help_commands.COMMANDS,
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command.

    Parameters
    ----------
    argv
        Arguments without the program's name; those of the process if left out.

    Returns
    -------
    int
        0 if all went well, 2 for a mistake that the user can mend
        (said on one line of standard error).
    """
    arguments = parser().parse_args(argv)
    tell = _Teller(as_json=arguments.log_json, least=LEVELS[arguments.log_level])
    limit = address_limit_bytes()
    if limit is not None and limit < _LEAST_ADDRESSES:
        tell(
            ERROR,
            f"not enough memory: this process may take {limit / 1e9:.1f} GB of addresses, and "
            f"libraries alone take {_LEAST_ADDRESSES / 1e9:.1f}; raise the limit (ulimit -v)",
            ("memory-short",),
        )
        return 2
    log = getLogger("grensgeo")
    for handler in [one for one in log.handlers if isinstance(one, _Log)]:
        log.removeHandler(handler)
    log.addHandler(_Log(tell))
    log.setLevel(tell.least)
    with warnings.catch_warnings():
        warnings.simplefilter("always", GrensgeoWarning)
        warnings.showwarning = tell.warn  # type: ignore[assignment]  # it takes them all
        try:
            return int(arguments.run(arguments))
        except GrensgeoError as error:
            tell(ERROR, str(error), error.codes)
            return 2
        except OSError as error:
            named = error.filename or arguments.command
            tell(ERROR, f"{named}: {error.strerror or error}", ("system",))
            return 2
        except MemoryError:
            tell(ERROR, "not enough memory; give fewer origins or destinations at a time")
            return 2
        except KeyboardInterrupt:
            tell(ERROR, "stopped; nothing was written")
            return 130


def _line(text: str) -> None:
    """Print one line to standard error, whatever the text holds."""
    print(" ".join(text.split()), file=sys.stderr)


class _Teller:
    """Print what goes wrong and what is said in passing: a line each, for people or programs.

    Parameters
    ----------
    as_json
        Print a JSON object a line: time, level, codes, message.
    least
        The level from which on anything is printed.
    """

    def __init__(self, *, as_json: bool, least: int) -> None:
        self.as_json, self.least = as_json, least
        self.told: set[str] = set()

    def __call__(self, level: int, message: str, codes: Sequence[str] = ()) -> None:
        """Print one line, if its level asks for it."""
        if level < self.least:
            return
        name = getLevelName(level).lower()
        if not self.as_json:
            _line(f"grensgeo: {'warning: ' if level == WARNING else ''}{message}")
            return
        now = datetime.now().astimezone().isoformat(timespec="milliseconds")
        said = {"time": now, "level": name, "codes": list(codes), "message": message}
        print(json.dumps(said, ensure_ascii=False), file=sys.stderr)

    def warn(self, message: Warning | str, category: type[Warning], *_: object) -> None:
        """Print grensgeo's own warnings, each once; those of libraries concern nobody."""
        if issubclass(category, GrensgeoWarning) and str(message) not in self.told:
            self.told.add(str(message))
            self(WARNING, str(message), getattr(message, "codes", ()))


class _Log(Handler):
    """Print what the library says in passing."""

    def __init__(self, tell: _Teller) -> None:
        super().__init__()
        self.tell = tell

    def emit(self, record: LogRecord) -> None:
        """Print one line."""
        self.tell(record.levelno, record.getMessage())


class _Parser(argparse.ArgumentParser):
    """Answers a mistake on the command line with one line, as every other mistake.

    Attributes
    ----------
    options
        Adds the options of a command, once it is known to be the one.
    """

    options: Callable[[argparse.ArgumentParser], None] | None = None

    def parse_known_args(  # type: ignore[override]  # of its overloads this is the one in use
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Add the options first."""
        add, self.options = self.options, None
        if add is None:
            return super().parse_known_args(args, namespace)
        add(self)
        found, unknown = super().parse_known_args(args, namespace)
        if unknown:
            near = nearest(unknown[0], self._option_string_actions)
            self.error(f"unrecognized arguments: {' '.join(unknown)}{near}")
        return found, unknown

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Raise on a value that is no choice, naming the choices and the one most like it."""
        choices = list(action.choices or ())
        known = [str(one) for one in choices if one != _COMPLETE]
        if known and value not in choices:
            told = f"invalid choice: {value!r} (choose from {', '.join(known)})"
            raise argparse.ArgumentError(action, told + nearest(value, known))

    def error(self, message: str) -> NoReturn:
        """Print what is wrong and where help is, and stop."""
        command = self.prog.partition(" ")[2]
        _line(f"grensgeo: {command}{': ' if command else ''}{message}; see {self.prog} --help")
        raise SystemExit(2)


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands.

    Returns
    -------
    argparse.ArgumentParser
        Sets ``run`` to the function that does what is asked.
    """
    top = _Parser(
        prog="grensgeo",
        description="What people on each side of a border can reach, how fast, and what the "
        "border costs them.",
        epilog="grensgeo COMMAND --help explains a command.",
    )
    top.add_argument(
        "--log-level", choices=LEVELS, default="info", help="what is told (default: info)"
    )
    top.add_argument("--log-json", action="store_true", help="tell it as JSON, an object a line")
    top.add_argument("--version", action="version", version=f"grensgeo {_version()}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    hidden = commands.add_parser(_COMPLETE, add_help=False)
    hidden.add_argument("words", nargs="*")
    hidden.set_defaults(run=_complete)
    for item in COMMANDS:
        command = commands.add_parser(item.name, help=item.help, description=item.description)
        command.options = item.options
        command.set_defaults(run=item.run)
    return top


def _complete(arguments: argparse.Namespace) -> int:
    """Print what the last word on the command line may become, a line each."""
    *before, last = arguments.words or [""]
    names = {item.name: item for item in COMMANDS}
    command = next((names[word] for word in before if word in names), None)
    if command is None:
        offered = [*names, "--help", "--log-json", "--log-level", "--version"]
    else:
        one = argparse.ArgumentParser()
        command.options(one)
        actions = one._actions  # noqa: SLF001 - argparse tells it nowhere else
        asked = [action for action in actions if before[-1] in action.option_strings]
        told = asked or [action for action in actions if not action.option_strings]
        offered = [str(choice) for action in told for choice in action.choices or ()]
        if not asked:
            offered += [name for action in actions for name in action.option_strings]
    print("\n".join(word for word in offered if word.startswith(last)))
    return 0


def _version() -> str:
    """Return the installed version."""
    from importlib.metadata import version

    return version("grensgeo")
