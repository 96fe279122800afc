"""The command line: the library's own words, thin over it."""

from __future__ import annotations

import argparse
import sys
import warnings
from datetime import date
from logging import INFO, Handler, LogRecord, getLogger
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from grensgeo import placing
from grensgeo.errors import GrensgeoError, GrensgeoWarning

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MODES = ("car", "bicycle", "ebike", "walk", "transit")
SPEEDS = (
    "observed speeds of cars: CSV or Parquet with way_id, speed_kmh (or factor) and optionally "
    "direction"
)
POINTS = "GPKG, GeoParquet, GeoJSON, shapefile, or CSV or XLSX (id, lon, lat)"


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
    log = getLogger("grensgeo")
    if not any(isinstance(handler, _Log) for handler in log.handlers):
        log.addHandler(_Log())
        log.setLevel(INFO)
    with warnings.catch_warnings():
        warnings.simplefilter("always", GrensgeoWarning)
        warnings.showwarning = _Teller()  # type: ignore[assignment]  # it takes them all
        try:
            from grensgeo import commands

            run = getattr(arguments, "run", None) or getattr(commands, arguments.command)
            return int(run(arguments))
        except GrensgeoError as error:
            _line(f"grensgeo: {error}")
            return 2
        except OSError as error:
            _line(f"grensgeo: {error.filename or arguments.command}: {error.strerror or error}")
            return 2
        except MemoryError:
            _line("grensgeo: not enough memory; give fewer origins or destinations at a time")
            return 2
        except KeyboardInterrupt:
            _line("grensgeo: stopped; nothing was written")
            return 130


def _line(text: str) -> None:
    """Print one line to standard error, whatever the text holds."""
    print(" ".join(text.split()), file=sys.stderr)


class _Log(Handler):
    """Prints what the library says in passing."""

    def emit(self, record: LogRecord) -> None:
        """Print one line."""
        _line(f"grensgeo: {record.getMessage()}")


class _Teller:
    """Prints grensgeo's own warnings, each once; those of libraries are not the user's matter."""

    def __init__(self) -> None:
        self.told: set[str] = set()

    def __call__(self, message: Warning | str, category: type[Warning], *_: object) -> None:
        """Take what ``warnings.showwarning`` is given."""
        text = f"grensgeo: warning: {message}"
        if issubclass(category, GrensgeoWarning) and text not in self.told:
            self.told.add(text)
            _line(text)


class _Parser(argparse.ArgumentParser):
    """Answers a mistake on the command line with one line, as every other mistake."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is, and stop."""
        command = self.prog.partition(" ")[2]
        _line(f"grensgeo: {command}{': ' if command else ''}{message}; see {self.prog} --help")
        raise SystemExit(2)


def parser() -> argparse.ArgumentParser:
    """Give the parser of all commands.

    Returns
    -------
    argparse.ArgumentParser
        Sets ``command`` to the name of a function of :mod:`grensgeo.commands`, or ``run`` to
        another function.
    """
    top: argparse.ArgumentParser = _Parser(
        prog="grensgeo",
        description="What people on each side of a border can reach, how fast, and what the "
        "border costs them.",
        epilog="grensgeo COMMAND --help explains a command.",
    )
    top.add_argument("--version", action="version", version=f"grensgeo {_version()}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _build(commands)
    _times(commands)
    _journeys(commands)
    _isochrones(commands)
    _reach(commands)
    _border(commands)
    _compare(commands)
    _map(commands)
    placing.add_commands(commands, minutes=_minutes)
    _monitor(commands)
    _check(commands)
    _run(commands)
    return top


def _version() -> str:
    """Give the installed version."""
    from importlib.metadata import version

    return version("grensgeo")


Commands = argparse._SubParsersAction  # noqa: SLF001  argparse has no public name for it


def _minutes(text: str) -> float:
    """Read a number of minutes above zero."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 < value < 24 * 60:
        msg = f"{text!r} is not a number of minutes between 0 and 1440"
        raise argparse.ArgumentTypeError(msg)
    return value


def _output(command: argparse.ArgumentParser, meaning: str, *, needed: bool = True) -> None:
    command.add_argument("-o", "--output", type=Path, required=needed, metavar="OUT", help=meaning)


def _network(command: argparse.ArgumentParser) -> None:
    command.add_argument("network", type=Path, metavar="NET", help="folder of a network")


def _layer(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--layer",
        metavar="NAME",
        help="layer of a GeoPackage, or sheet of a workbook, where a file has several",
    )


def _region(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--region", type=Path, required=True, metavar="DIR", help="folder of the region"
    )


#: Options of a trip that take one value: flag, type, unit, meaning.
_TRIP_OPTIONS: tuple[tuple[str, Callable[[str], object], str, str], ...] = (
    ("--max-snap-m", float, "M",
     "longest way from a point to a street, m (default: 500; schematic roads: 2500)"),
    ("--park-min", float, "MIN",
     "outside the moving car: getting to it, parking, walking on, min (default: 3)"),
    ("--max-access-min", _minutes, "MIN",
     "longest way to the first stop, min (transit; default: 30)"),
    ("--max-egress-min", _minutes, "MIN",
     "longest way from the last stop, min (transit; default: 30)"),
    ("--departure", str, "TIME",
     "local time, as 2026-03-10T07:30 (timetables, and traffic on roads)"),
    ("--arrival", str, "TIME",
     "local time to be there by, instead of --departure (timetables, and traffic on roads)"),
    ("--window-min", _minutes, "MIN",
     "every minute so long from the departure on, or up to the arrival (timetables)"),
    ("--max-rides", int, "N", "most trains and buses, 1 to 15 (timetables; default: 8)"),
    ("--max-change-min", float, "MIN",
     "longest walk between two rides, min (timetables; default: 12)"),
    ("--seed", int, "N", "of the draw for trips at no fixed minute (timetables; default: 0)"),
    ("--period", str, "NAME",
     "traffic for cars: free_flow, morning_peak, off_peak, evening_peak (default: by the time)"),
    ("--crossing-time-min", float, "MIN",
     "what each crossing of the national border takes, min (default: 0)"),
)  # fmt: skip


def _trip(command: argparse.ArgumentParser) -> None:
    """Add the options that describe a trip."""
    command.add_argument("--mode", required=True, choices=MODES, help="how the trip is made")
    for flag, kind, unit, meaning in _TRIP_OPTIONS:
        command.add_argument(flag, type=kind, metavar=unit, help=meaning)
    for flag, way in (("--access", "to the first stop"), ("--egress", "from the last stop")):
        command.add_argument(flag, choices=MODES[:4], help=f"mode {way} (transit; default: walk)")
    command.add_argument(
        "--max-stress",
        type=int,
        choices=(1, 2, 3, 4),
        help="highest level of traffic stress by bicycle or ebike: 1 suits children, 2 most "
        "adults (default: every street)",
    )
    command.add_argument("--speeds", type=Path, metavar="FILE", help=SPEEDS)
    command.add_argument(
        "--delays",
        nargs="?",
        const=True,
        metavar="FILE",
        help="count the waits at traffic signals and level crossings, by the table that comes "
        "with grensgeo or a CSV of your own",
    )
    command.add_argument(
        "--domestic-routing",
        action="store_true",
        help="closed border, read as: no street or line abroad is used",
    )


def _build(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "build",
        help="build a network from OSM extracts",
        description="Read OSM extracts (overlaps count once) into a network folder.",
    )
    command.add_argument(
        "osm", nargs="+", type=Path, metavar="OSM", help=".osm.pbf, .osm or .osm.bz2"
    )
    command.add_argument(
        "--boundaries",
        type=Path,
        metavar="FILE",
        help="polygons with a column country, or the folder of a region",
    )
    command.add_argument(
        "--services",
        type=Path,
        metavar="TOML",
        help="public transport lines at headways, with their minutes or on OSM's tracks",
    )
    command.add_argument(
        "--gtfs",
        nargs="+",
        action="extend",
        default=[],
        type=Path,
        metavar="FEED",
        help="timetables: GTFS zips or folders; grensgeo check looks at them first",
    )
    command.add_argument(
        "--repair",
        action="store_true",
        help="leave out rows of timetables that have errors, instead of refusing the feed",
    )
    command.add_argument(
        "--elevation",
        type=Path,
        metavar="RASTER",
        help="heights in metres: slopes slow walking and cycling",
    )
    command.add_argument("--speeds", type=Path, metavar="FILE", help=SPEEDS)
    _layer(command)
    _output(command, "folder of the network")


def _times(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "times",
        help="travel times from origins to destinations",
        description="Write from_id, to_id, travel_time_min; null with its reason where unreached.",
    )
    _network(command)
    command.add_argument("--origins", type=Path, required=True, metavar="FILE", help=POINTS)
    command.add_argument("--destinations", type=Path, metavar="FILE", help="default: the origins")
    _longest(command)
    _percentiles(command)
    command.add_argument(
        "--report",
        type=Path,
        metavar="FILE",
        help="write how each point was snapped, .parquet or .csv",
    )
    _layer(command)
    _trip(command)
    _output(command, ".parquet or .csv")


def _longest(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--max-min",
        type=_minutes,
        metavar="MIN",
        help="longest trip, min; what is farther is unreached (default: no limit)",
    )


def _percentiles(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--percentiles",
        nargs="+",
        type=int,
        metavar="P",
        help="of the times of the window, 1 to 100, as 25 50 75 (timetables; default: the median)",
    )


def _journeys(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "journeys",
        help="legs, lines and waits of one pair by timetable",
        description="Write how a travel time by timetable comes about: a row a leg, for the "
        "journey that each percentile is the time of.",
    )
    _network(command)
    command.add_argument(
        "--points", type=Path, required=True, metavar="FILE", help=f"places: {POINTS}"
    )
    for end in ("from", "to"):
        command.add_argument(
            f"--{end}", dest=f"{end}_id", required=True, metavar="ID", help="id among the places"
        )
    _longest(command)
    _percentiles(command)
    _layer(command)
    _trip(command)
    _output(command, ".geojson, .gpkg, .parquet or .csv")


def _isochrones(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "isochrones",
        help="polygons of everything within a cutoff",
        description="Write from_id, cutoff_min, mode, geometry: the smaller lie in the larger.",
    )
    _network(command)
    command.add_argument("--origins", type=Path, required=True, metavar="FILE", help=POINTS)
    command.add_argument(
        "--cutoffs", type=_minutes, nargs="+", required=True, metavar="MIN", help="cutoffs, min"
    )
    command.add_argument(
        "--resolution-m",
        type=float,
        metavar="M",
        help="width of the grid that is contoured, m (default: by the size of what is reached)",
    )
    _layer(command)
    _trip(command)
    _output(command, ".gpkg, .parquet or .geojson")


def _reach_inputs(command: argparse.ArgumentParser) -> None:
    """Add what a measure of reach is computed from."""
    command.add_argument(
        "times", type=Path, metavar="TIMES", help="travel times: .parquet or .csv"
    )
    command.add_argument(
        "--opportunities",
        type=Path,
        metavar="CSV",
        help="id, country and a column of counts per opportunity; empty is missing, not zero",
    )
    command.add_argument(
        "--columns",
        nargs="+",
        metavar="NAME",
        help="the columns that are counts, where others stand beside them",
    )
    command.add_argument(
        "--region",
        type=Path,
        metavar="DIR",
        help="take opportunities and countries of cells from a region instead",
    )
    command.add_argument(
        "--origins",
        type=Path,
        metavar="CSV",
        help="id, country of the origins, where they are not among the opportunities",
    )
    command.add_argument("--cutoffs", type=_minutes, nargs="+", metavar="MIN", help="cutoffs, min")
    command.add_argument(
        "--decay",
        metavar="NAME:k=v",
        help="decay function of minutes, as exponential:rate=0.1 or geurs_van_eck_2001",
    )


def _reach(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "reach",
        help="opportunities within cutoffs, by country of destination",
        description="Write id, country, cutoff_min, opportunity, reach_nl, reach_de, closed, "
        "open, border_effect. With --measure: id, measure, opportunity, cutoff_min, decay, value.",
    )
    _reach_inputs(command)
    command.add_argument(
        "--measure",
        metavar="NAME",
        help="cumulative, cumulative_interval, gravity, nearest, dual, 2sfca, e2sfca, 3sfca, "
        "balanced, spatial_availability, transport_performance or logsum",
    )
    command.add_argument(
        "--demand", metavar="COLUMN", help="who competes: a column of the origins or the region"
    )
    for flag, kind, unit, meaning in (
        ("--k", int, "N", "which nearest place, 1 the nearest (nearest)"),
        ("--n", float, "N", "how many opportunities (dual)"),
        ("--rate", float, "RATE", "weight of a minute, per min (logsum)"),
        ("--radius-km", float, "KM", "what is near, km (transport_performance)"),
    ):
        command.add_argument(flag, type=kind, metavar=unit, help=meaning)
    command.add_argument(
        "--passive",
        action="store_true",
        help="seen from the destinations: opportunities by from_id, demand by to_id",
    )
    command.add_argument(
        "--mode",
        choices=MODES,
        help="mode of the times, for a column mode (default: what grensgeo times noted)",
    )
    _output(command, ".parquet or .csv")


def _border(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "border",
        help="reach with the border closed and open, and the difference",
        description="Write closed, open, border_effect = open / closed - 1 and the absolute "
        "difference. Closed drops foreign destinations, unless --closed-times gives times of "
        "domestic routing.",
    )
    _reach_inputs(command)
    command.add_argument(
        "--closed-times",
        type=Path,
        metavar="TIMES",
        help="travel times computed with --domestic-routing",
    )
    command.add_argument(
        "--resistance",
        default="0",
        metavar="MIN",
        help="perceived minutes of crossing, or a known name: none, commuting-car-lms "
        "(default: 0)",
    )
    command.add_argument(
        "--both-ways",
        action="store_true",
        help="assume the same resistance in directions that it does not know",
    )
    command.add_argument(
        "--matching",
        type=float,
        default=1.0,
        metavar="PART",
        help="part of the opportunities abroad that are open to those who come, 0 to 1 "
        "(default: 1)",
    )
    _output(command, ".parquet or .csv")


def _compare(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "compare",
        help="a scenario against the baseline",
        description="Write baseline, scenario and difference for each row of two reach tables.",
    )
    command.add_argument(
        "baseline", type=Path, metavar="BASELINE", help="output of reach, .parquet or .csv"
    )
    command.add_argument(
        "scenario", type=Path, metavar="SCENARIO", help="the same, computed with the scenario"
    )
    _output(command, ".parquet or .csv")


def _map(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "map",
        help="an interactive map in one HTML file, or a picture",
        description="Draw isochrones or a table of reach by municipality; opens without internet. "
        "An output that ends in .png, .svg or .pdf is a picture for a report.",
    )
    command.add_argument(
        "kind",
        choices=("isochrones", "reach", "border-effect", "scenario"),
        help="what the map shows",
    )
    command.add_argument(
        "input", type=Path, metavar="FILE", help="output of isochrones, reach or border"
    )
    _region(command)
    command.add_argument(
        "--baseline", type=Path, metavar="FILE", help="baseline of a scenario map"
    )
    command.add_argument(
        "--title", metavar="TEXT", help="heading (default: what is shown, in each language)"
    )
    command.add_argument(
        "--language",
        choices=("nl", "de", "en"),
        default="nl",
        help="in which the map opens (default: nl)",
    )
    command.add_argument("--png", action="store_true", help="write a picture beside the page too")
    command.add_argument(
        "--choose", type=_choice, nargs="+", default=[], metavar="NAME=VALUE",
        help="what a picture shows, such as mode=car cutoff=45 (default: as the page opens)",
    )  # fmt: skip
    _output(command, ".html, .png, .svg or .pdf")


def _monitor(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "monitor",
        help="the feed for the region's data portal",
        description="Write observations.csv, indicators.csv and datapackage.json.",
    )
    command.add_argument("reach", type=Path, metavar="FILE", help="reach by cell or municipality")
    _region(command)
    command.add_argument(
        "--period",
        required=True,
        metavar="PERIOD",
        help="what the figures speak of: 2022, 2022-Q1, 2022-05 or 2022-05-15",
    )
    command.add_argument(
        "--mode", choices=MODES, help="mode of the reach, where the table has no column mode"
    )
    _output(command, "folder of the feed")


def _choice(text: str) -> tuple[str, str]:
    """Read a choice of a picture."""
    name, mark, value = text.partition("=")
    if not (name and mark and value):
        raise argparse.ArgumentTypeError(f"{text!r} is no choice; write mode=car")
    return name, value


def _date(text: str) -> date:
    """Read a date of the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write 2023-10-17") from None


def _check(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "check",
        help="say what is in a file and what is wrong with it",
        description="Check every kind of file that grensgeo reads or writes: OSM extracts, "
        "networks, regions, points, boundaries, tables, isochrones, rasters, manifests, "
        "scenarios, services, GTFS feeds, and studies with all that they name.",
    )
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file or folder")
    _layer(command)
    feeds = command.add_argument_group("GTFS feeds")
    feeds.add_argument(
        "--date",
        type=_date,
        metavar="YYYY-MM-DD",
        help="the day that is wanted: an error outside the feed, a warning where little runs",
    )
    feeds.add_argument(
        "--boundaries",
        type=Path,
        metavar="FILE",
        help="polygons with a column country, or a region: count each country apart",
    )
    feeds.add_argument("--html", type=Path, metavar="FILE", help="write the report as a page too")


def _run(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "run",
        help="run a study file end to end",
        description="Compute what the study file names and write maps, tables, the atlas and the "
        "feed for the region's data portal.",
    )
    command.add_argument(
        "study", type=Path, metavar="STUDY.toml", help="what to do; docs/study.md lists the keys"
    )
    _output(
        command, "folder for maps and tables (default: maps beside the study file)", needed=False
    )


if __name__ == "__main__":
    raise SystemExit(main())
