"""Transport performance: how much of what is near by can be reached in time."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError, some
from grensgeo.measures import caveats as notes
from grensgeo.measures import matrix as dense
from grensgeo.polylines import EARTH_M

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.measures.matrix import Matrix, TimesLike

#: WGS 84: semi-major axis, m, and flattening (EPSG:7030).
_AXIS_M, _FLATTENING = 6_378_137.0, 1 / 298.257223563


def transport_performance(
    times: TimesLike | pd.DataFrame,
    opportunities: pd.Series,
    *,
    places: pd.DataFrame,
    cutoff_min: float = 90.0,
    radius_km: float = 120.0,
    active: bool = True,
) -> pd.Series:
    """Return the opportunities within a travel time as a share of those within a distance.

    Unlike a count, it says something about the transport and not about where people live: 1 means
    that as much is reached as lies near by. It is above 1 where ways are fast enough to reach
    beyond the radius.

    Parameters
    ----------
    times
        A ``TravelTimes``, or a table ``from_id, to_id, travel_time_min``, of all destinations
        within the radius.
    opportunities
        How many, by ``to_id``; population in the original. NaN where the number is not known.
    places
        ``lon`` and ``lat`` (EPSG:4326) of all origins and destinations, by id.
    cutoff_min
        Minutes, included.
    radius_km
        Distance over the ellipsoid, km, included.
    active
        False for passive accessibility: opportunities by ``from_id``, result by ``to_id``.

    Returns
    -------
    Series
        float64 by ``from_id``, a ratio. NaN where the origin was not snapped, where nothing or
        nothing known lies near by, and where only unknown figures are reached.

    Raises
    ------
    InputError
        For a cutoff or a radius that is not above zero, places without coordinates, ids that do
        not match or appear twice, and times or counts that cannot be.

    Warns
    -----
    GrensgeoWarning
        Where unknown figures are left out of both numbers, or places were not snapped.

    Source
    ------
    Dijkstra, Poelman and Ackermans (2019), Road transport performance in Europe, European
    Commission, DG REGIO working paper 01/2019: population within 90 minutes by car over
    population within 120 km.

    Examples
    --------
    >>> import pandas as pd
    >>> times = pd.DataFrame({
    ...     "from_id": ["Enschede"] * 2, "to_id": ["Enschede", "Gronau"],
    ...     "travel_time_min": [5.0, 95.0],
    ... })
    >>> places = pd.DataFrame(
    ...     {"lon": [6.89, 7.03], "lat": [52.22, 52.21]}, index=["Enschede", "Gronau"]
    ... )
    >>> people = pd.Series({"Enschede": 150_000, "Gronau": 50_000})
    >>> transport_performance(times, people, places=places).to_dict()
    {'Enschede': 0.75}
    """
    cutoffs = dense.check_cutoffs([cutoff_min])
    if not 0 < float(radius_km) < math.inf:
        raise InputError(
            "out-of-range", f"radius_km={radius_km!r}; give a finite distance above zero"
        )
    matrix, counts, name = notes.prepared(times, opportunities, active=active)
    members = np.ones((len(counts), 1), dtype=bool)
    inside, unknown, *_ = dense.reached(matrix, counts[:, None], members, cutoffs=cutoffs)
    near = _nearby(matrix, counts, places, radius_m=1000.0 * float(radius_km))
    result = dense.share(inside[0, :, 0], near)
    notes.warn(
        [
            dense.unsnapped_warning(matrix, counts, name=name),
            notes.unknown_rows(matrix),
            notes.lower_bounds(
                unknown[0, :, 0],
                np.isnan(counts),
                matrix,
                name=name,
                told="they are left out of what {touched} {rows} reach and of what lies near by",
            ),
            notes.unreached_rows(matrix, matrix.from_known & (near == 0), what=f"no {name}"),
        ]
    )
    return notes.series(matrix, result, name="transport_performance")


def _nearby(
    matrix: Matrix,
    counts: npt.NDArray[np.float64],
    places: pd.DataFrame,
    *,
    radius_m: float,
) -> npt.NDArray[np.float64]:
    """Add up the known figures within a distance of each row."""
    origins, destinations = (
        _on_the_ellipsoid(places, ids, where)
        for ids, where in ((matrix.from_id, matrix.rows), (matrix.to_id, matrix.columns))
    )
    # Over 120 km arc and chord differ by less than two metres, and the error of taking one radius
    # of the earth everywhere is centimetres.
    chord = 2 * EARTH_M * math.sin(min(radius_m / (2 * EARTH_M), math.pi / 2))
    values = np.nan_to_num(counts)
    result = np.empty(len(origins))
    step = max(1, 2**20 // len(destinations))
    for start in range(0, len(origins), step):
        block = origins[start : start + step, None, :] - destinations[None, :, :]
        # A millimetre of slack, so that a place at exactly the radius lies within.
        within = np.einsum("ijk,ijk->ij", block, block) <= (chord + 1e-3) ** 2
        result[start : start + step] = within @ values
    return result


def _on_the_ellipsoid(
    places: pd.DataFrame, ids: npt.NDArray[np.object_], where: str
) -> npt.NDArray[np.float64]:
    """Return geocentric coordinates, m (n, 3).

    Source: Hofmann-Wellenhof, Lichtenegger and Collins, GPS theory and practice, equation 10.1.
    """
    missing = [column for column in ("lon", "lat") if column not in places.columns]
    if missing:
        raise InputError(
            "column-missing", f"places: no column {some(missing)}; give lon and lat by id"
        )
    if not places.index.is_unique:
        raise InputError(
            "id-twice", f"places: duplicate ids {some(places.index[places.index.duplicated()])}"
        )
    found = places[["lon", "lat"]].reindex(ids).to_numpy(dtype=np.float64)
    wrong = ~((np.abs(found[:, 0]) <= 180) & (np.abs(found[:, 1]) <= 90))
    if wrong.any():
        raise InputError(
            "coordinates-missing",
            f"places: no lon and lat in degrees for the {where} {some(ids[wrong])}",
        )
    lon, lat = np.radians(found).T
    squared = _FLATTENING * (2 - _FLATTENING)
    normal = _AXIS_M / np.sqrt(1 - squared * np.sin(lat) ** 2)
    return np.column_stack(
        [
            normal * np.cos(lat) * np.cos(lon),
            normal * np.cos(lat) * np.sin(lon),
            normal * (1 - squared) * np.sin(lat),
        ]
    )
