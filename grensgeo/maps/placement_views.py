"""Placements as points of a map: what a student reaches, on whatever side of a border.

Nothing is taken from the table but the columns named here, so that nothing else can be shown.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from grensgeo.countries import countries_in_order
from grensgeo.errors import Fault, InputError, some
from grensgeo.maps import classes
from grensgeo.maps.views import View
from grensgeo.measures.contradictions import below_zero
from grensgeo.schema import PLACEMENTS

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable

    import pandas as pd

    from grensgeo.grenswerk.placements import Student

#: The quickest of all trips.
ANY = "any"
#: Widths of the bands of minutes that read as round numbers.
_STEPS_MIN = (5, 10, 15, 20, 30, 60, 120, 240, 480)
_MOST_BANDS = 5
_SIDES = ("all", "own", "across")
_TWO = 2
#: Minutes there and home by whatever trip is quickest.
_OF_NO_TRIP = ("travel_time_min", "travel_time_home_min")
#: Digits of a degree within which offers are at the same place: 1 m.
_DIGITS = 5


def placement_view(
    frame: pd.DataFrame,
    *,
    student: Student | None = None,
    cutoff_min: float | None = None,
    countries: Collection[str] = (),
) -> View:
    """Build the view of placements.

    Parameters
    ----------
    frame
        What ``placements_for()`` gives: schema.PLACEMENTS at points in EPSG:4326, with
        ``travel_time_NAME_min`` for each trip. It may be empty: nothing is in reach.
    student
        Whose home is marked; nobody's if None.
    cutoff_min
        The cutoff by which they were found; the longest time among them, rounded up to a band, if
        None.
    countries
        Those of the region, beside which those of the table and of the student are known.

    Returns
    -------
    View
        With choices of trip and, of two countries, of the side of the border, of more of the
        country; the minutes in bands.

    Raises
    ------
    InputError
        If the table does not fit its declaration, has no points or none in degrees, or holds
        minutes beyond the cutoff.
    """
    table = PLACEMENTS.check(frame, where="placements").reset_index(drop=True)
    geometry = getattr(frame, "geometry", None)
    if geometry is None or (len(frame) and geometry.crs is None):
        raise InputError(
            "crs-missing", "placements: no points with a CRS; give what placements_for() gives"
        )
    points = geometry.reset_index(drop=True)
    points = points.to_crs(4326) if len(points) else points
    longest = float(table["travel_time_min"].max()) if len(table) else 0.0
    if cutoff_min is not None and longest > cutoff_min * 1.0001:
        raise InputError(
            "minutes-beyond-cutoff",
            f"placements: one takes {longest:g} min, more than the cutoff of {cutoff_min:g}; give "
            "the cutoff by which they were found",
        )
    times = [name for name in table.columns if name.startswith("travel_time")]
    faults = below_zero(table, ["count", *times])
    if student is not None:
        odd = table["across"] != (table["country"] != student.country)
        if odd.any():
            faults.append(
                Fault(
                    "countries-contradict",
                    f"across says otherwise than the countries of {some(table.loc[odd, 'id'])} "
                    "and of "
                    f"the student ({student.country})",
                )
            )
    if faults:
        raise InputError.of(faults, where="placements")
    bands = _bands(longest if cutoff_min is None else cutoff_min)
    last = bands[-1][0]
    places, slots = _places(table, points)
    trips = [name.removeprefix("travel_time_").removesuffix("_min") for name in table.columns
             if name.startswith("travel_time_") and name not in _OF_NO_TRIP]  # fmt: skip
    minutes = {ANY: table["travel_time_min"]} | {
        name: table[f"travel_time_{name}_min"] for name in trips
    }
    known = {*countries, *table["country"], *([] if student is None else [student.country])}
    sides: tuple[str, ...] = (
        _SIDES if len(known) > 1 or bool(table["across"].any()) else _SIDES[:1]
    )
    if len(known) > _TWO:  # across is not one country
        sides = (_SIDES[0], *(code.lower() for code in countries_in_order(known)))
    layers = [
        {"key": [name, side]} | _layer(table, times, side, last=last)
        for name, times in minutes.items()
        for side in sides
    ]
    content = {
        "controls": [
            {"id": "mode", "options": list(minutes), "start": ANY},
            {"id": "side", "options": list(sides), "start": "all"},
        ],
        "bands": bands,
        "home": None if student is None else [student.lon, student.lat],
        "places": places,
        "offers": [_offer(row, slot) for row, slot in zip(_rows(table), slots, strict=True)],
        "layers": layers,
    }
    return View("placements", content)


def _bands(longest: float) -> list[list[Any]]:
    """Return the upper end and the colour of each band of minutes, the nearest first."""
    step = next((s for s in _STEPS_MIN if longest <= s * _MOST_BANDS), 24 * 60)
    ends = [float(step * n) for n in range(1, max(math.ceil(longest / step), 1) + 1)]
    if longest > 0:
        ends[-1] = min(ends[-1], math.ceil(longest * 10) / 10)
    last = max(len(ends) - 1, 1)
    return [[end, classes.BANDS[round(n / last * 4)]] for n, end in enumerate(ends)]


def _rows(table: pd.DataFrame) -> list[dict[Hashable, Any]]:
    """Return the rows with None where nothing is told."""
    known = [column.name for column in PLACEMENTS.columns]
    table = table.reindex(columns=known).astype(object)
    return table.where(table.notna(), None).to_dict("records")


def _places(table: pd.DataFrame, points: Any) -> tuple[list[list[Any]], list[int]]:  # noqa: ANN401  a GeoSeries
    """Return the places where offers are, and the place of each."""
    places: dict[tuple[float, float, bool], int] = {}
    slots = [
        places.setdefault((round(x, _DIGITS), round(y, _DIGITS), bool(across)), len(places))
        for x, y, across in zip(points.x, points.y, table["across"], strict=True)
    ]
    return [list(place) for place in places], slots


def _offer(row: dict[Hashable, Any], place: int) -> dict[str, Any]:
    """Write one offer as the page reads it; what is not told is None."""
    return {
        "place": place,
        "id": row["id"],
        "type": row["opp_type"],
        "count": row["count"],
        "country": row["country"],
        "level": _level(row["eqf_min"], row["eqf_max"]),
        "sector": row["sector_nace"],
        "language": row["language"],
        "from": row["valid_from"],
        "to": row["valid_to"],
        "unsure": row["unsure"].split(", ") if row["unsure"] else [],
        "main_place": row["located"] != "point",
        "mode": row["mode"],
    }


def _level(lowest: int | None, highest: int | None) -> str | None:
    """Write the levels an offer is meant for, such as ``4``, ``3 - 4`` or ``≥ 6``."""
    if lowest is None or highest is None:
        one = highest if lowest is None else lowest
        return None if one is None else f"{'≤' if lowest is None else '≥'} {one}"
    return str(lowest) if lowest == highest else f"{lowest} - {highest}"


def _layer(table: pd.DataFrame, minutes: pd.Series, side: str, *, last: float) -> dict[str, Any]:
    """Return the offers of one trip on one side of the border, the nearest first."""
    shown = minutes <= last * 1.0001
    if side in _SIDES[1:]:
        shown &= table["across"] == (side == "across")
    elif side != "all":
        shown &= table["country"] == side.upper()
    order = [int(number) for number in minutes[shown].sort_values(kind="stable").index]
    found = table.iloc[order]
    return {
        "rows": [[number, round(float(minutes[number]), 1)] for number in order],
        "said": {"n": len(order), "across": int(found["across"].sum()), "cutoff": last},
        "asides": {
            "placement_unsure": int((found["unsure"] != "").sum()),
            "placement_main_place": int((found["located"] != "point").sum()),
        },
    }
