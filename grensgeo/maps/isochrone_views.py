"""The view of isochrones: how far one gets from an origin, and into which country."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from grensgeo import schema
from grensgeo.countries import countries_in_order
from grensgeo.errors import Fault, Faults, InputError, some
from grensgeo.maps.base import TOLERANCE_DEGREES, encode
from grensgeo.maps.views import View, order

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    import geopandas as gpd

#: Part of an isochrone that may lie outside that of a longer cutoff: contours of two resolutions
#: differ by up to a seventh; of bands between two cutoffs all of it lies outside.
_MOST_OUTSIDE = 0.5
#: Share of an isochrone below which a part or hole is not drawn: 12 hectares where it has a radius
#: of twenty kilometres, which is a dot on a map of all of it.
_SPECK = 1e-4


def _isochrone_faults(frame: gpd.GeoDataFrame) -> list[Fault]:
    """List cutoffs that are none, and shapes that hold next to nothing of a shorter cutoff."""
    names = [f"{o} {m} {c:g}" for o, m, c in frame[["from_id", "mode", "cutoff_min"]].to_numpy()]
    below = (frame["cutoff_min"] <= 0).to_numpy()
    faults = Faults()
    if below.any():
        wrong = [name for name, hit in zip(names, below, strict=True) if hit]
        faults.add("cutoffs-wrong", f"cutoff_min is not above 0: {some(wrong)}")
    outside = []
    for _, part in frame.groupby(["from_id", "mode"], sort=True):
        ordered = part.sort_values("cutoff_min")
        shapes = ordered.geometry.to_numpy()
        for row, inner, outer in zip(ordered.index[1:], shapes[:-1], shapes[1:], strict=True):
            if inner.difference(outer).area > _MOST_OUTSIDE * inner.area:
                outside.append(names[row])
    if outside:
        faults.add(
            "isochrones-not-nested",
            f"not everything within a shorter cutoff lies within a longer one: {some(outside)}; "
            "give what is within each cutoff, not bands between two",
        )
    return faults


def isochrone_view(
    frame: gpd.GeoDataFrame, areas: gpd.GeoDataFrame, *, names: Mapping[str, str]
) -> View:
    """Build the view of isochrones: how far one gets from an origin.

    Parameters
    ----------
    frame
        schema.ISOCHRONES, each cutoff holding everything within it; several modes may stand
        below each other.
    areas
        The municipalities, for the area reached in each country.
    names
        Name of each origin by id; an id without one is shown itself.

    Returns
    -------
    View
        With choices of origin and mode; the area of each band's cutoff in square kilometres, by
        country.

    Raises
    ------
    InputError
        If the table is empty or does not fit its declaration, or a longer cutoff holds less.
    """
    schema.ISOCHRONES.check(frame, where="isochrones")
    if frame.empty:
        raise InputError(
            "table-empty", "isochrones: the table is empty, so there is nothing to draw"
        )
    from grensgeo.words import texts

    frame = frame.reset_index(drop=True)
    faults = _isochrone_faults(frame)
    if faults:
        raise InputError.of(faults, where="isochrones")
    flat = frame.to_crs(4326)
    km2 = _areas_km2(frame, areas)
    layers = []
    for (origin, mode), part in flat.groupby(["from_id", "mode"], sort=True):
        bands = [
            {
                "cutoff": float(row.cutoff_min),
                "geometry": encode(_without_specks(row.geometry).simplify(TOLERANCE_DEGREES)),
                "km2": km2[row.Index],
            }
            for row in part.sort_values("cutoff_min", ascending=False).itertuples()
        ]
        layers.append({"key": [origin, mode], "bands": bands})
    origins = sorted(set(flat["from_id"]), key=lambda o: (names.get(o, o), o))
    modes = order(list(flat["mode"]), list(texts("terms.mode")))
    return View(
        "isochrones",
        {
            "controls": [
                {"id": "origin", "options": origins, "start": origins[0]},
                {"id": "mode", "options": modes, "start": modes[0]},
            ],
            "names": {origin: names.get(origin, origin) for origin in origins},
            "parts": [code.lower() for code in countries_in_order(areas["country"])],
            "cutoffs": sorted({float(v) for v in flat["cutoff_min"]}),
            "layers": layers,
        },
    )


def _without_specks(shape: shapely.MultiPolygon) -> shapely.MultiPolygon:
    """Return a shape without the parts and holes that no eye finds on a map of all of it.

    On the sample they are at most 0.02 % of the area and half of the corners; areas are told of
    the whole shape.
    """
    least = _SPECK * shape.area
    parts = shapely.get_parts(shape)
    kept = [
        shapely.Polygon(part.exterior, [hole for hole in part.interiors if _area(hole) >= least])
        for part in parts
        if part.area >= least
    ]
    return shapely.MultiPolygon(kept)


def _area(ring: shapely.LinearRing) -> float:
    """Return the area inside a ring, in the square of its own unit."""
    return float(shapely.area(shapely.Polygon(ring)))


def _areas_km2(
    frame: gpd.GeoDataFrame, areas: gpd.GeoDataFrame
) -> dict[Hashable, dict[str, float]]:
    """Measure each isochrone by country in ETRS89-LAEA, which keeps areas true."""
    flat = frame.geometry.to_crs(3035)
    total = flat.area
    countries = areas.to_crs(3035).dissolve("country").geometry
    result: dict[Hashable, dict[str, float]] = {}
    parts = {country: flat.intersection(shape).area for country, shape in countries.items()}
    for label in frame.index:
        inside = {str(c).lower(): float(p[label]) / 1e6 for c, p in parts.items()}
        rest = float(total[label]) / 1e6 - sum(inside.values())
        result[label] = {
            **{country: round(value, 1) for country, value in inside.items()},
            "other": max(0.0, round(rest, 1)),
            "all": round(float(total[label]) / 1e6, 1),
        }
    return result
