"""What a study computes as one GeoPackage, styled, for QGIS."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo import words
from grensgeo.files.geopackages import StyledLayer, write_geopackage
from grensgeo.maps import classes
from grensgeo.maps.qgis_styles import ClassLook, Look, graduated_style, single_style
from grensgeo.traveltimes.line_shapes import line_shapes, stop_points

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import geopandas as gpd
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.network import Network
    from grensgeo.region.region import Region
    from grensgeo.study.study_file import Study
    from grensgeo.study.study_results import Results
    from grensgeo.words import Language

#: Colours of isochrones' rings let the map beneath show through.
_RING_OPACITY = 0.65
#: Greater than any border effect.
_END = 1e9


def write_study_geopackage(
    study: Study,
    region: Region,
    results: Results,
    networks: Mapping[str, Network],
    *,
    path: Path,
) -> None:
    """Write municipalities, cells, isochrones, lines and stops of a study into one file.

    Parameters
    ----------
    study, region, results, networks
        What was asked for, of what, and what was found.
    path
        ``.gpkg``.

    Raises
    ------
    FileError
        If it cannot be written.
    """
    write_geopackage(study_layers(study, region, results, networks), path)


def study_layers(
    study: Study, region: Region, results: Results, networks: Mapping[str, Network]
) -> list[StyledLayer]:
    """Return the layers of a study, from below.

    Parameters
    ----------
    study, region, results, networks
        As for :func:`write_study_geopackage`.

    Returns
    -------
    list of StyledLayer
        ``cells``, ``municipalities``, ``isochrones_MODE`` (rings, the largest first), ``lines``
        and ``stops``; what there is none of is left out.
    """
    said = _Said(study.language)
    layers = [_cells(study, region, results, said), _municipalities(study, region, results, said)]
    layers += _isochrones(study, region, results, said)
    return [*layers, *_transit(study, networks, said)]


class _Said:
    """Words of layers, in the language of the study."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, name: str, **values: str | float) -> str:
        text = words.text(f"geopackage.{name}")[self.language]
        return words.fill(text, values, self.language)

    def mode(self, name: str) -> str:
        modes = words.texts("terms.mode")
        return modes[name][self.language] if name in modes else name

    def counted(self, name: str) -> str:
        known = words.texts("terms.opportunity")
        return known[name][self.language] if name in known else name


def _wide(table: pd.DataFrame, study: Study, said: _Said) -> tuple[pd.DataFrame, dict[str, str]]:
    """Return reach as columns by origin, and what each holds."""
    import pandas as pd

    base = table[table["scenario"] == "baseline"] if "scenario" in table.columns else table
    found: dict[str, pd.Series] = {}
    told: dict[str, str] = {}
    counted = study.opportunities[0]
    base = base[base["opportunity"] == counted]
    for (mode, cutoff), group in base.groupby(["mode", "cutoff_min"], sort=False, observed=True):
        once = group.drop_duplicates("id").set_index("id")
        for kind in ("open", "closed", "border_effect"):
            name = f"{counted}_{mode}_{cutoff:g}_{kind}".replace("-", "_")
            found[name] = once[kind].astype("float64")
            told[name] = said(
                f"column_{kind}",
                what=said.counted(counted),
                mode=str(mode),
                cutoff=float(str(cutoff)),
            )
    return pd.DataFrame(found), told


def _municipalities(study: Study, region: Region, results: Results, said: _Said) -> StyledLayer:
    """Return municipalities with their reach, coloured by the border effect."""
    areas = region.municipalities
    wide, told = _wide(results.municipalities, study, said)
    kept = [name for name in ("region_code", "name", "country", "nuts3", "area", "population")
            if name in areas.columns]  # fmt: skip
    frame = areas.reset_index(drop=True)[[*kept, "geometry"]]
    frame = frame.merge(wide, left_on="region_code", right_index=True, how="left")
    column = _shown(study, "border_effect")
    edges = [-_END, *classes.EFFECT_BREAKS, _END]
    looks = [
        ClassLook(low, high, _between(low, high, said), Look("fill", colour, opacity=0.8))
        for (low, high), colour in zip(pairwise(edges), classes.EFFECT, strict=False)
    ]
    qml, sld = graduated_style(column, looks, label="name")
    return StyledLayer(
        "municipalities", frame, said("municipalities"),
        said("coloured", what=told.get(column, column)), qml, sld, told,
    )  # fmt: skip


def _between(low: float, high: float, said: _Said) -> str:
    """Return the words of a class of the border effect."""
    first, last = (f"{100 * value:.0f}" for value in (low, high))
    if low == -_END:
        return said("up_to", b=last)
    return said("from_on", a=first) if high == _END else said("between", a=first, b=last)


def _cells(study: Study, region: Region, results: Results, said: _Said) -> StyledLayer:
    """Return cells with inhabitants and what they reach, coloured by the latter."""
    cells = region.cells
    wide, told = _wide(results.cells, study, said)
    frame = cells.reset_index(drop=True)[
        ["cell_id", "region_code", "country", "population", "geometry"]
    ]
    frame = frame.merge(wide, left_on="cell_id", right_index=True, how="inner")
    column = _shown(study, "open")
    values = frame[column].dropna().to_numpy() if column in frame else np.array([])
    steps = (
        np.unique(np.quantile(values, np.linspace(0, 1, len(classes.SEQUENTIAL) + 1)[1:-1]))
        if len(values)
        else np.array([])
    )
    rounded = sorted({classes.round_number(float(step)) for step in steps if step > 0})
    edges = [-1.0, *rounded, _END]
    looks = [
        ClassLook(low, high, _counts(low, high, said), Look("fill", colour, "", 0.0, opacity=0.8))
        for (low, high), colour in zip(pairwise(edges), classes.SEQUENTIAL, strict=False)
    ]
    qml, sld = graduated_style(column, looks)
    return StyledLayer(
        "cells", frame, said("cells"), said("coloured", what=told.get(column, column)), qml, sld,
        told,
    )  # fmt: skip


def _counts(low: float, high: float, said: _Said) -> str:
    """Return the words of a class of counts."""
    first, last = (words.fill("{n}", {"n": int(value)}, said.language) for value in (low, high))
    if low < 0:
        return said("counts_up_to", b=last)
    return (
        said("counts_from", a=first) if high == _END else said("counts_between", a=first, b=last)
    )


def _shown(study: Study, kind: str) -> str:
    """Return the column by which a layer is coloured: the first trip, the middle cutoff."""
    cutoffs = sorted(study.cutoffs_min)
    trip = study.trips[0].trip_id
    middle = cutoffs[len(cutoffs) // 2]
    return f"{study.opportunities[0]}_{trip}_{middle:g}_{kind}".replace("-", "_")


def _isochrones(study: Study, region: Region, results: Results, said: _Said) -> list[StyledLayer]:
    """Return isochrones as rings, a layer for each mode, the largest first."""
    polygons = results.polygons
    if not len(polygons.table):
        return []
    names = dict(zip(polygons.origins["id"], polygons.origins["name"], strict=True))
    counts = {name: region.opportunities[name] for name in study.opportunities}
    counts["inhabitants"] = region.cells["population"].astype("float64")
    layers = []
    for mode, table in polygons.table.groupby("mode", sort=False, observed=True):
        rings = _rings(table, names, region, counts)
        cutoffs = sorted(set(rings["cutoff_min"]))
        looks = [
            ClassLook(low, high, said("ring", a=low, b=high), Look("fill", colour, "#ffffff", 0.2,
                                                                    opacity=_RING_OPACITY))
            for (low, high), colour in zip(
                pairwise([0.0, *cutoffs]), _spread(classes.BANDS, len(cutoffs)), strict=True
            )
        ]  # fmt: skip
        qml, sld = graduated_style("cutoff_min", looks)
        told = {
            "from_min": said("column_from"), "cutoff_min": said("column_cutoff"),
            "area_km2": said("column_area"), "inhabitants": said("column_inhabitants"),
        }  # fmt: skip
        told |= {
            name: said("column_within", what=said.counted(name)) for name in study.opportunities
        }
        layers.append(
            StyledLayer(
                f"isochrones_{mode}".replace("-", "_"),
                rings,
                said("isochrones", mode=said.mode(str(mode))),
                said("rings"),
                qml,
                sld,
                told,
            )
        )
    return layers


def _spread(colours: tuple[str, ...], n: int) -> list[str]:
    """Return so many of some colours, as far apart as they go."""
    places = [0] if n == 1 else [round(i * (len(colours) - 1) / (n - 1)) for i in range(n)]
    return [colours[place] for place in places]


def _rings(
    table: gpd.GeoDataFrame,
    names: Mapping[str, str],
    region: Region,
    counts: Mapping[str, pd.Series],
) -> gpd.GeoDataFrame:
    """Return the rings of isochrones with what lies in each, the largest first."""
    import geopandas as gpd
    import shapely
    from pyproj import Geod

    cells = region.cells
    tree = shapely.STRtree(shapely.points(cells["lon"], cells["lat"]))
    values = {
        name: one.reindex(cells.index).to_numpy(dtype="float64") for name, one in counts.items()
    }
    earth, rows, shapes = Geod(ellps="WGS84"), [], []
    for origin, group in table.to_crs(4326).groupby("from_id", sort=False, observed=True):
        inner, before = shapely.Polygon(), 0.0
        for cutoff, shape in sorted(zip(group["cutoff_min"], group.geometry, strict=True)):
            ring = shapely.make_valid(shapely.difference(shape, inner))
            within = tree.query(ring, predicate="contains")
            rows.append(
                {"origin": str(origin), "name": names.get(str(origin), str(origin)),
                 "from_min": before, "cutoff_min": float(cutoff),
                 "area_km2": round(abs(earth.geometry_area_perimeter(ring)[0]) / 1e6, 2),
                 **{name: _sum(one[within]) for name, one in values.items()}}
            )  # fmt: skip
            shapes.append(ring)
            inner, before = shape, float(cutoff)
    found = gpd.GeoDataFrame(rows, geometry=shapes, crs=4326)
    order = ["area_km2", "origin", "cutoff_min"]
    return found.sort_values(order, ascending=[False, True, True], ignore_index=True)


def _sum(values: npt.NDArray[np.float64]) -> float:
    """Return a sum, of what is known: none where nothing is."""
    known = values[~np.isnan(values)]
    return round(float(known.sum()), 1) if len(known) or not len(values) else float("nan")


def _transit(study: Study, networks: Mapping[str, Network], said: _Said) -> list[StyledLayer]:
    """Return lines and stops of public transport on the date of the study's first such trip."""
    trip = next((one for one in study.trips if one.trip.mode == "transit"), None)
    if trip is None:
        return []
    network = networks[trip.network]
    lines, stops = line_shapes(network, trip.trip), stop_points(network, trip.trip)
    looks: list[tuple[str, gpd.GeoDataFrame, Look, str]] = [
        ("lines", lines, Look("line", "#7b1e5c", width_mm=0.7), "line"),
        ("stops", stops, Look("marker", "#ffffff", "#7b1e5c", 0.4, 2.2), ""),
    ]
    told: dict[str, Any] = {"departures": said("column_departures")}
    layers = []
    for name, frame, look, label in looks:
        qml, sld = single_style(look, label=label)
        layers.append(StyledLayer(name, frame, said(name), said(f"{name}_said"), qml, sld, told))
    return layers
