"""GrensWerk and REACH on the command line: placements, students of a firm, meetings at hubs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.cli.command import Command
from grensgeo.cli.options import (
    add_layer,
    add_network,
    add_output,
    add_trip,
    given_options,
    minutes,
    read_trips,
    with_speeds,
)
from grensgeo.cli.outputs import need_output, write_result
from grensgeo.errors import InputError
from grensgeo.files import (
    LAYERS,
    TABLES,
    need_place,
)
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    import argparse

    import geopandas as gpd
    import pandas as pd

    from grensgeo.region.region import Region


def _placements_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``placements``."""
    add_network(command)
    command.add_argument(
        "listings", type=Path, metavar="LISTINGS.csv", help="offers; see docs/sources.md"
    )
    command.add_argument(
        "--from", dest="home", type=float, nargs=2, required=True, metavar=("LON", "LAT"),
        help="home or school; it is not written anywhere but on the map",
    )  # fmt: skip
    command.add_argument(
        "--country", required=True, metavar="CODE", help="where that is: NL, DE … (ISO 3166)"
    )
    command.add_argument("--eqf", type=int, metavar="LEVEL", help="level of the training, 1 to 8")
    command.add_argument(
        "--sector", nargs="+", default=[], metavar="A-U", help="sections of NACE Rev. 2, as C F"
    )
    command.add_argument(
        "--languages", nargs="+", default=[], metavar="CODE", help="languages spoken, as nl de"
    )
    command.add_argument("--begins", metavar="YYYY-MM-DD", help="day on which it is to begin")
    command.add_argument(
        "--kinds", nargs="+", metavar="KIND",
        help="internship, graduation, apprenticeship, job, startup (default: the first two)",
    )  # fmt: skip
    command.add_argument(
        "--cutoff-min", type=minutes, required=True, metavar="MIN", help="longest trip, min"
    )
    add_trip(command, several=True)
    command.add_argument(
        "--drives", action="store_true", help="the student has a car; needed for --modes car"
    )
    command.add_argument(
        "--region", type=Path, metavar="DIR",
        help="main places of municipalities, for listings that tell no more, and the map's base",
    )  # fmt: skip
    command.add_argument("--html", type=Path, metavar="FILE", help="draw a map too")
    command.add_argument("--title", metavar="TEXT", help="heading of the map")
    command.add_argument(
        "--language",
        choices=LANGUAGES,
        default="nl",
        help="in which the map opens (default: nl)",
    )
    add_output(command, ".csv, .parquet, .geojson or .gpkg")


def _students_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``students``."""
    add_network(command)
    command.add_argument(
        "--firm", type=float, nargs=2, required=True, metavar=("LON", "LAT"), help="where it is"
    )
    command.add_argument(
        "--country", required=True, metavar="CODE", help="where that is: NL, DE … (ISO 3166)"
    )
    command.add_argument(
        "--students", type=Path, required=True, metavar="FILE",
        help="cell_id and a column of counts per group; empty is missing, not zero",
    )  # fmt: skip
    command.add_argument(
        "--columns", nargs="+", metavar="NAME",
        help="the columns that are counts, where others stand beside them",
    )  # fmt: skip
    command.add_argument(
        "--region", type=Path, required=True, metavar="DIR", help="where the cells lie"
    )
    command.add_argument(
        "--cutoffs", type=minutes, nargs="+", required=True, metavar="MIN", help="cutoffs, min"
    )
    command.add_argument(
        "--name", default="firm", metavar="ID", help="id of the firm in the table (default: firm)"
    )
    add_layer(command)
    add_trip(command, several=True)
    add_output(command, ".csv or .parquet")


def _meetings_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``meetings``."""
    add_network(command)
    command.add_argument(
        "--hubs", type=Path, required=True, metavar="FILE", help="id, name, country, lon, lat"
    )
    command.add_argument(
        "--region", type=Path, required=True, metavar="DIR", help="where the people live"
    )
    command.add_argument(
        "--cutoffs",
        type=minutes,
        nargs="+",
        default=[60, 90],
        metavar="MIN",
        help="travel to a meeting, min (default: 60 90)",
    )
    command.add_argument(
        "--municipalities", action="store_true",
        help="people at the main place of their municipality: quicker and coarser than cells",
    )  # fmt: skip
    add_layer(command)
    add_trip(command, several=True)
    add_output(command, "folder")


def placements(arguments: argparse.Namespace) -> int:
    """Write the placements within reach of a student, and draw them where asked to."""
    from grensgeo.grenswerk.placements import STUDENT_PLACES, Student, placements_for
    from grensgeo.listings.plain import read_listings
    from grensgeo.network import load_network
    from grensgeo.traveltimes.assumptions import trip_provenance

    need_output(arguments.output, (*LAYERS, ".csv"))
    if arguments.html:
        need_output(arguments.html, (".html",))
        if not arguments.region:
            raise InputError(
                "option-missing", "--html needs --region DIR, from which the map's base is drawn"
            )
    student = Student(
        *arguments.home,
        country=arguments.country,
        eqf=arguments.eqf,
        sectors=tuple(arguments.sector),
        languages=tuple(arguments.languages),
        begins=arguments.begins,
        opp_types=tuple(arguments.kinds or STUDENT_PLACES),
        drives=arguments.drives,
    )
    if "car" in arguments.modes and not arguments.drives:
        raise InputError(
            "student-has-no-car", "--modes car: a student has none; leave it out, or add --drives"
        )
    trips = read_trips(arguments, arguments.cutoff_min)
    region = _region(arguments.region)
    listings = read_listings(
        arguments.listings, municipalities=None if region is None else region.municipalities
    )
    network = with_speeds(load_network(arguments.network), arguments)
    found = placements_for(
        network,
        student,
        listings,
        trips=trips,
        cutoff_min=arguments.cutoff_min,
        places=None if region is None else region.places,
    )
    provenance = trip_provenance(network, *trips.values())
    table = _flat(found) if arguments.output.suffix == ".csv" else found
    write_result(table, arguments.output, provenance, asked=_asked(arguments))
    across = int(found["across"].sum())
    print(f"{arguments.output}: {len(found)} placements, {across} of them across the border")
    if arguments.html and region is not None:
        from grensgeo import maps

        drawing = maps.placements_map(
            region,
            found,
            student=student,
            cutoff_min=arguments.cutoff_min,
            provenance=provenance,
            title=arguments.title,
            language=arguments.language,
        )
        print(drawing.save(arguments.html))
    return 0


def students(arguments: argparse.Namespace) -> int:
    """Write how many students can come to a firm."""
    from grensgeo.grenswerk.placements import students_for
    from grensgeo.grenswerk.student_counts import read_student_counts
    from grensgeo.network import load_network
    from grensgeo.region.region import load_region
    from grensgeo.traveltimes.assumptions import trip_provenance

    need_output(arguments.output, TABLES)
    cutoffs = sorted(set(arguments.cutoffs))
    trips = read_trips(arguments, max(cutoffs))
    region = load_region(arguments.region)
    groups = read_student_counts(
        arguments.students, region.cells.index, columns=arguments.columns, layer=arguments.layer
    )
    network = with_speeds(load_network(arguments.network), arguments)
    table = students_for(
        network,
        tuple(arguments.firm),
        {str(name): groups[name] for name in groups.columns},
        cells=region.cells.loc[groups.index],
        trips=trips,
        cutoffs_min=cutoffs,
        country=arguments.country,
        name=arguments.name,
    )
    provenance = trip_provenance(network, *trips.values()) | region.provenance
    write_result(table, arguments.output, provenance, asked=_asked(arguments))
    print(f"{arguments.output}: {len(table)} rows")
    return 0


def meetings(arguments: argparse.Namespace) -> int:
    """Write who can come together at hubs."""
    from grensgeo.grenswerk.meetings import meeting_pairs, meeting_reach, meeting_times, read_hubs
    from grensgeo.network import load_network
    from grensgeo.region.region import load_region
    from grensgeo.traveltimes.assumptions import trip_provenance

    need_place(arguments.output, folder=True)
    cutoffs = sorted(set(arguments.cutoffs))
    trips = read_trips(arguments, max(cutoffs))
    region = load_region(arguments.region)
    network = with_speeds(load_network(arguments.network), arguments)
    hubs = read_hubs(arguments.hubs, extent=network.extent, layer=arguments.layer)
    cells = region.cells
    people = cells["population"].astype("float64")
    if arguments.municipalities:
        cells, people = region.places, region.municipalities["population"].astype("float64")
    times = meeting_times(network, hubs, trips=trips)
    tables = {
        "times": times,
        "pairs": meeting_pairs(times, cutoffs_min=cutoffs),
        "reach": meeting_reach(
            network, hubs, people, cells=cells, trips=trips, cutoffs_min=cutoffs
        ),
    }
    arguments.output.mkdir(parents=True, exist_ok=True)
    provenance = trip_provenance(network, *trips.values()) | region.provenance
    for name, table in tables.items():
        path = arguments.output / f"{name}.csv"
        write_result(table, path, provenance, asked=_asked(arguments))
        print(f"{path}: {len(table)} rows")
    return 0


def _region(path: Path | None) -> Region | None:
    if path is None:
        return None
    from grensgeo.region.region import load_region

    return load_region(path)


def _flat(found: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return points as columns of degrees."""
    import pandas as pd

    flat = pd.DataFrame(found.drop(columns="geometry"))
    return flat.assign(lon=found.geometry.x.round(6), lat=found.geometry.y.round(6))


def _asked(arguments: argparse.Namespace) -> dict[str, object]:
    """Return what a manifest tells of the question; a student's home is not among it."""
    names = ("modes", "cutoff_min", "cutoffs", "country", "eqf", "sector", "languages", "begins",
             "kinds")  # fmt: skip
    asked = {name: getattr(arguments, name, None) for name in names}
    trip = {
        name: getattr(value, "name", value) for name, value in given_options(arguments).items()
    }
    return {name: value for name, value in (asked | trip).items() if value not in (None, [])}


COMMANDS = (
    Command(
        "placements",
        "internships that a student reaches, on both sides of the border",
        "Write the placements within reach of a home or a school, nearest first. What "
        "a listing does not tell never rules it out; the column unsure names it.",
        _placements_options,
        placements,
    ),
    Command(
        "students",
        "students who can come to a firm, from both sides of the border",
        "Write how many students come within cutoffs: to_country, reach, closed, "
        "open, border_effect, by mode and by the quickest (any).",
        _students_options,
        students,
    ),
    Command(
        "meetings",
        "who can come together at hubs, with the border and without it",
        "Write reach.csv (people within a meeting's travel of each hub, by both "
        "readings of a closed border), times.csv (from hub to hub) and pairs.csv (which of them "
        "can meet).",
        _meetings_options,
        meetings,
    ),
)
