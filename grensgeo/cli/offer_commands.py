"""Exports of internships and vacancies on the command line: a list with minutes, or a page."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.cli.command import Command
from grensgeo.cli.options import (
    add_layer,
    add_network,
    add_output,
    add_region,
    add_trip,
    minutes,
    read_trips,
    with_speeds,
)
from grensgeo.cli.outputs import need_output
from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.provenance import Provenance, manifest_of, write_json
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    import geopandas as gpd

    from grensgeo.grenswerk.placements import Student
    from grensgeo.listings.offer_columns import OfferReading
    from grensgeo.network import Network
    from grensgeo.notes import Note
    from grensgeo.region.region import Region
    from grensgeo.traveltimes import Trip

_KINDS = ("internship", "graduation", "apprenticeship", "job")
_ENDINGS = (".html", ".xlsx", ".csv")
#: What a manifest tells of the question; a home is not among it.
_TOLD = ("level", "sector", "languages", "kinds", "modes", "cutoff_min", "drives")
#: The longest trip that a page can be asked for, min.
_PAGE_MIN = 90.0


def _offers_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``offers``."""
    add_network(command)
    command.add_argument(
        "export", type=Path, metavar="EXPORT", help="offers of a school or an agency: CSV or .xlsx"
    )
    add_region(command)
    command.add_argument(
        "--columns", nargs="+", default=[], type=_column, metavar="WHAT=COLUMN",
        help="which column holds what, as title=Stage company=Bedrijf address=Straat+Nr; what is "
        "left out is told by its name",
    )  # fmt: skip
    command.add_argument(
        "--reading", type=Path, metavar="FILE",
        help="the same in a file (TOML): [columns], [sectors], [levels]",
    )  # fmt: skip
    command.add_argument(
        "--postcodes", type=Path, metavar="FILE",
        help="postcode, lon, lat, or a layer (default: those in the region's folder, else towns)",
    )  # fmt: skip
    command.add_argument(
        "--home", nargs="+", metavar="PLACE",
        help="home or school: LON LAT, or the name of a town; a page needs none",
    )  # fmt: skip
    command.add_argument("--level", metavar="LEVEL", help="level of the training, as mbo-4 or 4")
    command.add_argument(
        "--sector", nargs="+", default=[], metavar="WORD",
        help="sectors, as techniek or Pflege, or sections of NACE Rev. 2, as C F",
    )  # fmt: skip
    command.add_argument(
        "--languages", nargs="+", default=[], metavar="CODE", help="languages spoken, as nl de"
    )
    command.add_argument(
        "--kinds", nargs="+", choices=_KINDS, default=list(_KINDS), metavar="KIND",
        help=f"{', '.join(_KINDS)} (default: all)",
    )  # fmt: skip
    command.add_argument(
        "--cutoff-min", type=minutes, default=60.0, metavar="MIN",
        help="longest trip, min (default: 60)",
    )  # fmt: skip
    add_trip(command, several=True)
    command.add_argument(
        "--drives", action="store_true", help="there is a car; needed for --modes car"
    )
    add_layer(command)
    command.add_argument("--title", metavar="TEXT", help="heading of the page")
    command.add_argument(
        "--language", choices=LANGUAGES, default="nl", help="of page and list (default: nl)"
    )
    add_output(command, ".html for a page, .xlsx or .csv for a list")


def _column(text: str) -> tuple[str, str]:
    """Read which column holds what."""
    import argparse

    what, mark, column = text.partition("=")
    if not (what and mark and column):
        raise argparse.ArgumentTypeError(f"{text!r} names no column; write title=Stage")
    return what, column


def offers(arguments: argparse.Namespace) -> int:
    """Write the offers in reach as a list, or a page that computes them for any home."""
    from grensgeo.grenswerk.offer_places import placed_offers, postcodes_of, read_postcodes
    from grensgeo.listings.offer_columns import read_offer_reading
    from grensgeo.listings.offer_export import read_export
    from grensgeo.network import load_network
    from grensgeo.region.region import load_region
    from grensgeo.traveltimes.assumptions import trip_provenance

    need_output(arguments.output, _ENDINGS)
    page = arguments.output.suffix.lower() == ".html"
    if not page and not arguments.home:
        raise InputError(
            "option-missing", "a list needs --home LON LAT or a town; a page (.html) needs none"
        )
    if "car" in arguments.modes and not arguments.drives:
        raise InputError(
            "student-has-no-car", "--modes car: a student has none; leave it out, or add --drives"
        )
    trips = read_trips(arguments, _PAGE_MIN if page else arguments.cutoff_min)
    reading = read_offer_reading(arguments.reading).over(dict(arguments.columns))
    region = load_region(arguments.region)
    postcodes = (
        read_postcodes(arguments.postcodes)
        if arguments.postcodes
        else postcodes_of(arguments.region)
    )
    table, told = read_export(arguments.export, reading, layer=arguments.layer)
    placed, left = placed_offers(table, region, postcodes=postcodes)
    for note in (*told, *left):
        warnings.warn(GrensgeoWarning.of([note]), stacklevel=1)
    asker = _asker(arguments, region, reading)
    network = with_speeds(load_network(arguments.network), arguments)
    provenance = trip_provenance(network, *trips.values()) | region.provenance
    asked = _OfferQuestion(region, network, placed, trips, asker, notes=(*told, *left))
    print(f"{len(placed)} of {len(table)} offers placed")
    if page:
        _write_page(arguments, asked, provenance)
    else:
        _write_list(arguments, asked, provenance)
    return 0


@dataclass(frozen=True)
class _OfferQuestion:
    """What is asked: offers, how one travels, and who."""

    region: Region
    network: Network
    offers: gpd.GeoDataFrame
    trips: Mapping[str, Trip]
    student: Student
    notes: tuple[Note, ...]


def _asker(arguments: argparse.Namespace, region: Region, reading: OfferReading) -> Student:
    """Return who asks; where a page is to have no home, it stands nowhere."""
    from grensgeo.grenswerk.offers import sections_asked
    from grensgeo.grenswerk.placements import Student

    sectors = sections_asked(arguments.sector, reading.words.sectors)
    level = None
    if arguments.level is not None:
        levels = reading.words.level_of(arguments.level)
        if levels is None or levels[0] != levels[1]:
            raise InputError(
                "level-unknown", f"--level {arguments.level}: write one level, as mbo-4 or 4"
            )
        level = levels[0]
    place = _home(arguments.home, region)
    lon, lat, country = place or (0.0, 0.0, str(region.municipalities["country"].iloc[0]))
    return Student(
        lon,
        lat,
        country=country,
        eqf=level,
        sectors=sectors,
        languages=tuple(arguments.languages),
        opp_types=tuple(arguments.kinds),
        drives=arguments.drives,
    )


def _home(given: list[str] | None, region: Region) -> tuple[float, float, str] | None:
    """Return where a home lies, by its coordinates or the name of its town."""
    import pandas as pd

    from grensgeo.grenswerk.offer_places import Gazetteer

    if not given:
        return None
    try:
        lon, lat = (float(one.replace(",", ".")) for one in given)
    except ValueError:
        name, gazetteer = " ".join(given), Gazetteer(region)
        found = gazetteer.by_name(name, None)
        if isinstance(found, str):
            near = gazetteer.like(name)
            why = "there are several of that name" if found == "ambiguous" else "it is not known"
            raise InputError(
                "place-unknown",
                f"--home {name}: {why}{near and f' (nearest is {near})'}; give LON LAT",
            ) from None
        return found.lon, found.lat, found.country
    at = region.locate(pd.DataFrame({"id": ["home"], "lon": [lon], "lat": [lat]}))
    return lon, lat, str(at["country"].iloc[0])


def _write_page(
    arguments: argparse.Namespace, asked: _OfferQuestion, provenance: Provenance
) -> None:
    """Write the page on which an adviser clicks a home."""
    from grensgeo.grenswerk.offer_portable import portable_offers
    from grensgeo.maps.offer_page import OfferPage
    from grensgeo.maps.trip_names import trip_name

    student = asked.student
    home = (student.lon, student.lat, student.country) if arguments.home else None
    taken, points = portable_offers(
        asked.network, asked.offers, asked.region.cells, asked.trips, home=home
    )
    page = OfferPage(
        asked.region,
        taken,
        asked.offers[asked.offers["opp_type"].isin(student.opp_types)],
        points,
        home=None if home is None else home[:2],
        home_name=" ".join(arguments.home or []),
        eqf=student.eqf,
        sectors=student.sectors,
        cutoff_min=int(arguments.cutoff_min),
        trip_names={name: trip_name(trip) for name, trip in asked.trips.items()},
        title=arguments.title,
        notes=asked.notes,
        provenance=provenance,
        language=arguments.language,
    )
    print(page.save(arguments.output))


def _write_list(
    arguments: argparse.Namespace, asked: _OfferQuestion, provenance: Provenance
) -> None:
    """Write the list of what is in reach, and its manifest."""
    from grensgeo.grenswerk.offer_list import offer_rows, write_offer_list
    from grensgeo.grenswerk.offers import offers_for, ways_to

    network, student, trips = asked.network, asked.student, asked.trips
    found = offers_for(
        network, student, asked.offers, trips=trips, cutoff_min=arguments.cutoff_min
    )
    ways = ways_to(network, student, found, trips=trips, language=arguments.language)
    provenance |= Provenance(notes=asked.notes)
    rows = offer_rows(found, ways, language=arguments.language)
    write_offer_list(rows, arguments.output, provenance, language=arguments.language)
    told = {name: getattr(arguments, name) for name in _TOLD if getattr(arguments, name)}
    note = {"asked": told, "path": arguments.output.name}
    write_json(provenance.to_dict() | note, manifest_of(arguments.output))
    across = int(found["across"].sum())
    print(f"{arguments.output}: {len(found)} offers in reach, {across} of them across the border")


COMMANDS = (
    Command(
        "offers",
        "internships and vacancies of a school's export, by the time they take",
        "Read any export of internships or vacancies and write a list of what is in reach with "
        "the way there, or a page (.html) on which an adviser clicks a home. Nothing personal "
        "is read, and a home stands in no list and no manifest.",
        _offers_options,
        offers,
    ),
)
