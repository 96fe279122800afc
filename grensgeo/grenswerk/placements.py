"""GrensWerk: which internships a student reaches on both sides of the border, and a firm's reach.

A student without a car, a level, a sector, the languages spoken: what placements are within so
many minutes? And the mirror image: how many students can come to a firm? Time is measured door to
door by the trips that are given, whichever is quickest to each place.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass
from datetime import date
from numbers import Real
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import country_faults
from grensgeo.errors import Fault, Faults, GrensgeoWarning, InputError, some
from grensgeo.listings.listing_checks import OPP_TYPES
from grensgeo.measures import reach
from grensgeo.measures.matrix import last_within
from grensgeo.notes import Note
from grensgeo.schema import LISTINGS, PLACEMENTS
from grensgeo.statistics.frameworks import NACE_SECTIONS
from grensgeo.traveltimes import travel_times

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import geopandas as gpd
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Flags
    from grensgeo.network import Network
    from grensgeo.traveltimes import Trip
    from grensgeo.traveltimes.router import Router


#: Kinds of listings that are placements of students.
STUDENT_PLACES = ("internship", "graduation")
_LEVELS = range(1, 9)
_LANGUAGE = re.compile(r"[a-z]{2}")
#: Columns of a listing that a student sees.
_SHOWN = [column.name for column in LISTINGS.columns if column in PLACEMENTS.columns]


@dataclass(frozen=True)
class Student:
    """Who looks for a placement.

    Attributes
    ----------
    lon, lat
        Home or school, degrees.
    country
        Code of ISO 3166 such as ``NL``, to tell what lies across the border; it is held against
        where the home lies on the network.
    eqf
        Level of the training, European framework 1 to 8 (mbo-4 is 4, hbo is 6; see
        :func:`grensgeo.eqf_range`); any level if None.
    sectors
        Sections of NACE Rev. 2 (``C``); any if empty.
    languages
        Languages spoken, ISO 639-1 (``nl``); any if empty.
    begins
        Day on which the placement is to begin, ISO 8601; any if None.
    opp_types
        Kinds of listings looked for.
    drives
        Whether trips by car count; a student is taken to have none.

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> Student(6.89, 52.22, country="NL", eqf=4, languages=("nl", "de")).eqf
    4
    """

    lon: float
    lat: float
    _: KW_ONLY
    country: str
    eqf: int | None = None
    sectors: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    begins: str | None = None
    opp_types: tuple[str, ...] = STUDENT_PLACES
    drives: bool = False

    def __post_init__(self) -> None:
        for name in ("sectors", "languages", "opp_types"):
            given = getattr(self, name) or ()
            alone = isinstance(given, str) or not isinstance(given, Iterable)
            object.__setattr__(self, name, (given,) if alone else tuple(given))
        faults = Faults()
        numbers = all(isinstance(value, Real) for value in (self.lon, self.lat))
        if not (numbers and -180 <= self.lon <= 180 and -90 <= self.lat <= 90):
            faults.add(
                "coordinates-not-degrees", f"lon {self.lon!r}, lat {self.lat!r} are no degrees"
            )
        if country_faults(["home"], [self.country]):
            faults.add(
                "country-unknown",
                f"country is {self.country!r}; give a code of ISO 3166, such as NL",
            )
        if self.eqf is not None and (isinstance(self.eqf, bool) or self.eqf not in _LEVELS):
            faults.add("out-of-range", f"eqf is {self.eqf}; give a level from 1 to 8")
        # a word that no listing can have would find nothing, and look like a poor region
        for name, known, remedy in (
            (
                "sectors",
                NACE_SECTIONS,
                "write sections of NACE Rev. 2, A to U; see nace_section()",
            ),
            ("opp_types", OPP_TYPES, f"write {', '.join(OPP_TYPES)}"),
        ):
            strange = [word for word in getattr(self, name) if word not in known]
            if strange:
                faults.add(
                    "choice-unknown", f"{name} {some(map(repr, strange))} are not known; {remedy}"
                )
        strange = [word for word in self.languages if not _LANGUAGE.fullmatch(str(word))]
        if strange:
            faults.add(
                "language-wrong",
                f"languages {some(map(repr, strange))}; write codes of ISO 639-1 as nl",
            )
        if not self.opp_types:
            faults.add("none-given", "no kinds of listings are looked for")
        if self.begins is not None:
            try:
                date.fromisoformat(self.begins)
            except (TypeError, ValueError):
                faults.add(
                    "date-wrong", f"begins is {self.begins!r}; write a day such as 2026-09-01"
                )
        if faults:
            raise InputError.of(faults, where="student")


def placements_for(
    network: Network,
    student: Student,
    listings: pd.DataFrame,
    *,
    trips: Mapping[str, Trip],
    cutoff_min: float,
    places: gpd.GeoDataFrame | None = None,
    home_trips: Mapping[str, Trip] | None = None,
) -> gpd.GeoDataFrame:
    """Find the placements within reach of a student, on both sides of the border.

    Parameters
    ----------
    network
        The network.
    student
        Home or school, level, sector, languages.
    listings
        :data:`grensgeo.schema.LISTINGS`.
    trips
        Kinds of trips by name; to each placement the quickest counts.
    cutoff_min
        Minutes, door to door.
    places
        Main places of municipalities by region code (``region.places``), where listings that
        tell no more than their municipality are looked for.
    home_trips
        Trips home by name, as with the end of the day as ``departure`` (and that of its begin as
        ``arrival`` of ``trips``): only what is within the cutoff both ways is found then.

    Returns
    -------
    GeoDataFrame
        :data:`grensgeo.schema.PLACEMENTS` at points in EPSG:4326, the nearest first, with the
        minutes of each trip as ``travel_time_NAME_min`` beside them; with ``home_trips`` also
        those of the quickest trip home as ``travel_time_home_min`` and its name as ``home_mode``.
        What a listing does not tell never rules it out: ``unsure`` names it.

    Raises
    ------
    InputError
        If the tables do not fit, a trip is by car and the student does not drive, a trip ends
        before the cutoff, or a listing has no point and its municipality none in ``places``.

    Warns
    -----
    GrensgeoWarning
        If placements that fit cannot be judged, because their points are not on the network; see
        :func:`grensgeo.travel_times`. If listings offer no place: they are left out.

    Examples
    --------
    See docs/grenswerk.md.
    """
    import geopandas as gpd
    import pandas as pd

    table = LISTINGS.check(listings, where="listings").reset_index(drop=True)
    check_trips(trips, [cutoff_min], drives=student.drives)
    if home_trips is not None:
        _check_home_trips(trips, home_trips, cutoff_min, drives=student.drives)
    table = _offered(table)
    fits, unsure = _fitting(table, student)
    table, unsure = table[fits].reset_index(drop=True), unsure[fits]
    points, located = _located(table, places)
    frame = gpd.GeoDataFrame(table.loc[:, _SHOWN], geometry=points, crs=4326)
    minutes = minutes_to(network, student, frame, trips)
    quickest, mode = quickest_of(minutes, list(trips))
    frame = frame.assign(
        located=located,
        across=(table["country"] != student.country).to_numpy(),
        unsure=unsure,
        travel_time_min=quickest,
        mode=mode,
        **{f"travel_time_{name}_min": row for name, row in zip(trips, minutes, strict=True)},
    )
    if home_trips is not None:
        minutes = minutes_to(network, student, frame, home_trips, home=True)
        back, back_mode = quickest_of(minutes, list(home_trips))
        frame = frame.assign(travel_time_home_min=back, home_mode=back_mode)
        frame = frame[frame["travel_time_home_min"] <= last_within(cutoff_min)]
    frame = frame[frame["travel_time_min"] <= last_within(cutoff_min)]
    frame = frame.sort_values(["travel_time_min", "id"], kind="stable").reset_index(drop=True)
    return gpd.GeoDataFrame(PLACEMENTS.check(pd.DataFrame(frame)), geometry="geometry", crs=4326)


def students_for(
    network: Network,
    firm: tuple[float, float],
    students: Mapping[str, pd.Series],
    *,
    cells: gpd.GeoDataFrame,
    trips: Mapping[str, Trip],
    cutoffs_min: Sequence[float],
    country: str,
    name: str = "firm",
) -> pd.DataFrame:
    """Count the students who can come to a firm, from both sides of the border.

    Parameters
    ----------
    network
        The network.
    firm
        Longitude and latitude.
    students
        Students where they live or learn, by name of the group (``mbo``), each a Series by
        ``cell_id``; NaN where the number is not known.
    cells
        Cells with ``cell_id``, ``country``, ``lon`` and ``lat`` (``region.cells``).
    trips
        Kinds of trips by name, from the students to the firm.
    cutoffs_min
        Minutes, door to door, included.
    country
        Country of the firm; it is held against where that lies on the network.
    name
        Id of the firm in the result.

    Returns
    -------
    DataFrame
        :data:`grensgeo.schema.REACH` with ``mode``: a row per trip, cutoff and group, and one of
        mode ``any`` for the quickest of the trips. ``closed`` are the students of the firm's own
        country, ``open`` all of them.

    Raises
    ------
    InputError
        As :func:`placements_for`, and as :func:`grensgeo.reach`.

    Examples
    --------
    See docs/grenswerk.md.
    """
    import pandas as pd

    check_trips(trips, cutoffs_min, drives=True)
    absent = [column for column in ("cell_id", "country") if column not in cells.columns]
    if absent:
        raise InputError(
            "column-missing", f"cells: columns {some(absent)} are missing; give region.cells"
        )
    if (cells["cell_id"] == name).any():
        raise InputError(
            "id-of-two-things", f"name: {name!r} is the id of a cell; name the firm otherwise"
        )
    if len(firm) != 2:
        raise InputError("coordinates-missing", f"firm: {firm!r}; give longitude and latitude")
    here = pd.DataFrame({"id": [name], "lon": [firm[0]], "lat": [firm[1]], "country": [country]})
    rows = {}
    for kind, trip in trips.items():
        rows[kind] = travel_times(network, cells, here, trip).minutes[:, 0]
    rows["any"] = np.fmin.reduce(list(rows.values()))
    ids = cells["cell_id"].to_numpy()
    countries = pd.concat([cells.set_index("cell_id")["country"], pd.Series({name: country})])
    tables = []
    for kind, minutes in rows.items():
        times = pd.DataFrame({"from_id": name, "to_id": ids, "travel_time_min": minutes})
        table = reach(times, students, cutoffs_min=cutoffs_min, countries=countries)
        tables.append(table.assign(mode=kind))
    return pd.concat(tables, ignore_index=True)


def check_trips(trips: Mapping[str, Trip], cutoffs_min: Sequence[float], *, drives: bool) -> None:
    """Validate the trips against the cutoffs, and against the student's having no car."""
    cutoffs = list(cutoffs_min) if isinstance(cutoffs_min, Iterable) else [cutoffs_min]
    numbers = [cutoff for cutoff in cutoffs if isinstance(cutoff, Real) and 0 < cutoff < np.inf]
    if len(numbers) < len(cutoffs) or not cutoffs:
        raise InputError("cutoffs-wrong", f"placements: cutoffs {cutoffs}; give minutes above 0")
    faults = [] if trips else [Fault("none-given", "give at least one trip")]
    if "any" in trips:
        faults.append(
            Fault(
                "name-reserved",
                "'any' is the name of the quickest of all trips; name this one otherwise",
            )
        )
    for name, trip in trips.items():
        uses = {trip.mode} if trip.mode != "transit" else {trip.access, trip.egress}
        if "car" in uses and not drives:
            faults.append(
                Fault(
                    "student-has-no-car",
                    f"{name}: is by car; leave it out, or say Student(..., drives=True)",
                )
            )
        if trip.max_min is not None and trip.max_min < max(numbers):
            faults.append(
                Fault(
                    "cutoff-beyond-times",
                    f"{name}: ends at {trip.max_min:g} min, before the cutoff",
                )
            )
    if faults:
        raise InputError.of(faults, where="placements")


def _check_home_trips(
    trips: Mapping[str, Trip], home_trips: Mapping[str, Trip], cutoff_min: float, *, drives: bool
) -> None:
    """Validate the trips home as those there; each way is to have its own time of day."""
    check_trips(home_trips, [cutoff_min], drives=drives)
    if "home" in trips:
        raise InputError(
            "name-reserved", "trips: 'home' is the name of the way home; name this one otherwise"
        )
    same = [
        name
        for name, trip in trips.items()
        if trip.moment is not None and trip in list(home_trips.values())
    ]
    if same:
        raise InputError(
            "option-unfit",
            f"home_trips: {some(same)} go home at the time at which they go there; give the end "
            "of the day as departure",
        )


def _offered(table: pd.DataFrame) -> pd.DataFrame:
    """Drop listings that offer no place, and note it."""
    none = (table["count"] == 0) | (table["upper"] == 0)
    if none.any():
        note = Note(
            "listings.no-place", n=int(none.sum()), example=str(table.loc[none, "id"].iloc[0])
        )
        warnings.warn(GrensgeoWarning.of([note]), stacklevel=3)
    return table[~none].reset_index(drop=True)


def _fitting(table: pd.DataFrame, student: Student) -> tuple[Flags, npt.NDArray[np.object_]]:
    """Find which listings fit the student, and what they leave open."""
    fits = table["opp_type"].isin(student.opp_types).to_numpy(dtype=bool).copy()
    unsure = np.full(len(table), "", dtype=object)

    def ask(right: pd.Series, told: pd.Series, name: str) -> None:
        known = told.to_numpy(dtype=bool)
        np.logical_and(fits, right.to_numpy(dtype=bool) | ~known, out=fits)
        unsure[~known] = [f"{words}, {name}".removeprefix(", ") for words in unsure[~known]]

    if student.eqf is not None:
        low, high = table["eqf_min"].fillna(1), table["eqf_max"].fillna(8)
        told = table["eqf_min"].notna() | table["eqf_max"].notna()
        ask((low <= student.eqf) & (student.eqf <= high), told, "level")
    if student.sectors:
        sector = table["sector_nace"]
        ask(sector.isin(student.sectors), sector.notna(), "sector")
    if student.languages:
        language = table["language"]
        ask(language.isin(student.languages), language.notna(), "language")
    if student.begins is not None:
        first, last = table["valid_from"], table["valid_to"]
        open_then = (first.fillna("") <= student.begins) & (
            last.fillna("9999-12-31") >= student.begins
        )
        ask(open_then, first.notna() | last.notna(), "dates")
    return fits, unsure


def _located(
    table: pd.DataFrame, places: gpd.GeoDataFrame | None
) -> tuple[gpd.GeoSeries, npt.NDArray[np.object_]]:
    """Return the point of each listing, its own or the main place of its municipality."""
    import geopandas as gpd

    own = table["lon"].notna() & table["lat"].notna()
    points = gpd.GeoSeries(gpd.points_from_xy(table["lon"], table["lat"], crs=4326))
    rest = table.loc[~own, "region_code"]
    if len(rest):
        known = {} if places is None else dict(places.to_crs(4326).geometry)
        lost = table.loc[rest.index[~rest.isin(list(known))], "id"]
        if len(lost):
            raise InputError(
                "coordinates-missing",
                f"listings: no point, and no main place of their municipality: {some(lost)}; give "
                "places=region.places of a region that holds them, or coordinates",
            )
        points[rest.index] = [known[code] for code in rest]
    return points, np.where(own, "point", "main place").astype(object)


def minutes_to(
    network: Network | Router,
    student: Student,
    listings: gpd.GeoDataFrame,
    trips: Mapping[str, Trip],
    *,
    home: bool = False,
) -> npt.NDArray[np.float64]:
    """Return minutes of each trip to each point, or home: (n_trips, n_points), NaN unreached."""
    import pandas as pd

    here = pd.DataFrame(
        {"id": ["student"], "lon": [student.lon], "lat": [student.lat],
         "country": [student.country]})  # fmt: skip
    there = listings[["id", "country", "geometry"]]
    if there.empty:
        return np.empty((len(trips), 0))
    start, end = (there, here) if home else (here, there)
    times = [travel_times(network, start, end, trip).minutes for trip in trips.values()]
    return np.array([found[:, 0] if home else found[0] for found in times], dtype=np.float64)


def quickest_of(
    minutes: npt.NDArray[np.float64], names: Sequence[str]
) -> tuple[npt.NDArray[np.floating], npt.NDArray[np.object_]]:
    """Return the least minutes to each point, and the first trip that takes them."""
    least = np.fmin.reduce(minutes)
    best = np.where(np.isnan(minutes), np.inf, minutes).argmin(axis=0)
    mode = np.array([names[number] for number in best], dtype=object)
    mode[np.isnan(least)] = None
    return least, mode
