"""When each point that a page can ask about comes to where data that were cut end.

What a page computes itself are times between its points, and none of them lies beyond the region.
So it looks these minutes up, as the library's own tables have them (column ``edge``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.traveltimes.compute import prepare
from grensgeo.traveltimes.cut_edge import edge_minutes, ends_somewhere
from grensgeo.traveltimes.legs import Places, blocks
from grensgeo.traveltimes.portable_plans import both_ways

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grensgeo.arrays import Codes, Floats, Singles
    from grensgeo.network import Network, SpeedTable
    from grensgeo.traveltimes.trip import Trip

#: What stands for a point that does not come to the edge, or later than a page asks about.
NEVER = 255


def edge_arrays(
    variants: Mapping[str, Network],
    lonlat: Floats,
    country: Codes,
    trips: Mapping[str, Trip],
    *,
    speeds: SpeedTable | None,
) -> dict[str, Codes]:
    """Compute the first whole minute at which each point comes to the edge of the data.

    Parameters
    ----------
    variants
        Networks by scenario, the baseline first.
    lonlat, country
        The points of a page: degrees, and their countries by number.
    trips
        Its trips by id.
    speeds
        Speed table.

    Returns
    -------
    dict
        ``edge/TRIP/SCENARIO/PERCENTILE``, the percentile empty for trips along streets: uint8
        (n_points,), 255 where none is. Of a scenario that differs in nothing from the first there
        is none, and none at all of data that were not cut.
    """
    ids = np.arange(len(lonlat)).astype(str).astype(object)
    points = Places(ids, lonlat, np.array(COUNTRIES, dtype=object)[country])
    found: dict[str, Codes] = {}
    for name, trip in trips.items():
        first: dict[str, Codes] = {}
        for scenario, network in variants.items():
            if not ends_somewhere(network, by_timetable=trip.mode == "transit"):
                continue
            told = _minutes(network, points, both_ways(trip)[0], speeds)
            for percentile, minutes in told.items():
                whole = np.ceil(np.nan_to_num(minutes, nan=NEVER)).clip(0, NEVER).astype(np.uint8)
                if np.array_equal(first.setdefault(percentile, whole), whole) and scenario != next(
                    iter(variants)
                ):
                    continue
                found[f"edge/{name}/{scenario}/{percentile}"] = whole
    return found


def _minutes(
    network: Network, points: Places, trip: Trip, speeds: SpeedTable | None
) -> dict[str, Singles]:
    """Compute the minutes from points to the edge, by percentile."""
    nobody = Places(points.ids[:0], points.lonlat[:0])
    laid = prepare(network, points, nobody, trip, speeds=speeds)
    everyone = slice(0, len(points))
    without = edge_minutes(network, laid.parts, everyone)
    if without is None:
        return {}
    if not laid.percentiles:
        return {"": without}
    cuts = [everyone] if laid.plan is not None and laid.plan.reverse else blocks(len(points), 1)
    by_ride = np.concatenate([laid.detailed(cut)[2] for cut in cuts], axis=1)
    return {
        str(percentile): np.fmin(without, row)
        for percentile, row in zip(laid.percentiles, by_ride, strict=True)
    }
