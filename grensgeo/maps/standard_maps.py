"""The standard maps, each a table on a map of the region."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from grensgeo.maps.canvas import Map
from grensgeo.maps.flow_views import MOST_FLOWS, flow_view
from grensgeo.maps.placement_views import placement_view
from grensgeo.maps.reach_views import NOISE, border_effect_view, reach_view, scenario_view

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import geopandas as gpd
    import pandas as pd

    from grensgeo.grenswerk.placements import Student
    from grensgeo.maps.base import MappedRegion
    from grensgeo.maps.page import Tiles
    from grensgeo.maps.trip_names import TripName
    from grensgeo.provenance import Provenance
    from grensgeo.words import Language


def isochrone_map(
    region: MappedRegion,
    isochrones: gpd.GeoDataFrame,
    *,
    provenance: Provenance | None = None,
    names: Mapping[str, str] | None = None,
    origins: gpd.GeoDataFrame | None = None,
    lines: gpd.GeoDataFrame | None = None,
    title: Mapping[str, str] | str | None = None,
    language: Language = "nl",
    tiles: Tiles | None = None,
    trips: Mapping[str, TripName] | None = None,
) -> Map:
    """Draw how far one gets from each origin, by mode and cutoff.

    Parameters
    ----------
    region
        The region, for the base.
    isochrones
        schema.ISOCHRONES; several modes may stand below each other.
    provenance
        Sources and notes beside those of the region.
    names
        Names of origins that are no municipality.
    origins
        Points of such origins, with a column ``id``.
    lines
        Roads, railways and waters beneath the bands: lines with a column ``kind`` (``road``,
        ``rail``, ``water``).
    title
        Heading by language.
    language
        Language in which the map opens.
    tiles
        Online tiles; none unless asked for.
    trips
        How trips are called, by what stands in the column ``mode``.

    Returns
    -------
    Map
        To be saved with ``.save(path)``.

    Raises
    ------
    InputError
        If the table is empty or does not fit its declaration.
    """
    base = Map(
        region,
        title=title,
        provenance=provenance,
        tiles=tiles,
        language=language,
        lines=lines,
        origins=origins,
        trips=trips or {},
    )
    return base.add(isochrones, names=names)


def reach_map(
    region: MappedRegion,
    reach: pd.DataFrame,
    *,
    provenance: Provenance | None = None,
    title: Mapping[str, str] | str | None = None,
    language: Language = "nl",
    tiles: Tiles | None = None,
    trips: Mapping[str, TripName] | None = None,
) -> Map:
    """Draw what the people of each municipality reach, by country of destination.

    Parameters
    ----------
    region
        The region.
    reach
        schema.REACH at municipality ids.
    provenance, title, language, tiles
        As in :func:`isochrone_map`.
    trips
        How the trips in the column ``mode`` are called, by id.

    Returns
    -------
    Map
        With choices of mode, cutoff, opportunity and country of destination.

    Raises
    ------
    InputError
        If the table is empty, does not fit its declaration or the region, or repeats a row.
    """
    base = Map(region, title=title, provenance=provenance, tiles=tiles, language=language)
    base = replace(base, trips=trips or {})
    return base._with(  # noqa: SLF001  a class of this package
        reach_view(reach, base._codes(), countries=base._countries())  # noqa: SLF001  as above
    )


def border_effect_map(
    region: MappedRegion,
    reach: pd.DataFrame,
    *,
    provenance: Provenance | None = None,
    title: Mapping[str, str] | str | None = None,
    language: Language = "nl",
    tiles: Tiles | None = None,
    trips: Mapping[str, TripName] | None = None,
) -> Map:
    """Draw what the border costs: open / closed - 1, and open - closed.

    Parameters
    ----------
    region
        The region.
    reach
        schema.REACH at municipality ids, or what ``border_effect()`` gives at them.
    provenance, title, language, tiles
        As in :func:`isochrone_map`.
    trips
        How the trips in the column ``mode`` are called, by id.

    Returns
    -------
    Map
        Where nothing can be reached in the own country the effect is shown as undefined.

    Raises
    ------
    InputError
        As :func:`reach_map`.
    """
    base = Map(region, title=title, provenance=provenance, tiles=tiles, language=language)
    base = replace(base, trips=trips or {})
    return base._with(  # noqa: SLF001  as above
        border_effect_view(reach, base._codes(), countries=base._countries())  # noqa: SLF001  as above
    )


def scenario_map(
    region: MappedRegion,
    baseline_reach: pd.DataFrame,
    scenario_reach: pd.DataFrame,
    *,
    noise: float = NOISE,
    unsure: Collection[tuple[str, float, str, str]] = (),
    provenance: Provenance | None = None,
    title: Mapping[str, str] | str | None = None,
    language: Language = "nl",
    tiles: Tiles | None = None,
    trips: Mapping[str, TripName] | None = None,
) -> Map:
    """Draw what a scenario changes against the baseline.

    Parameters
    ----------
    region
        The region.
    baseline_reach, scenario_reach
        schema.REACH at municipality ids, of the same trips and cutoffs.
    noise
        A change smaller than this part of today's reach is below noise.
    unsure
        Municipality, cutoff, opportunity and mode of further changes that are below noise.
    provenance, title, language, tiles
        As in :func:`isochrone_map`.
    trips
        How the trips in the column ``mode`` are called, by id.

    Returns
    -------
    Map
        On a scale that is centred at zero; "no change", "below noise" and "no data" are classes
        of their own.

    Raises
    ------
    InputError
        As :func:`reach_map`, and if the two have nothing in common.
    """
    base = Map(region, title=title, provenance=provenance, tiles=tiles, language=language)
    base = replace(base, trips=trips or {})
    codes, countries = base._codes(), base._countries()  # noqa: SLF001  as above
    view = scenario_view(
        baseline_reach, scenario_reach, codes, noise=noise, unsure=unsure, countries=countries
    )
    return base._with(view)  # noqa: SLF001  as above


def flow_map(
    region: MappedRegion,
    flows: pd.DataFrame,
    *,
    most: int = MOST_FLOWS,
    provenance: Provenance | None = None,
    title: Mapping[str, str] | str | None = None,
    language: Language = "nl",
    tiles: Tiles | None = None,
) -> Map:
    """Draw how many travel from which municipality to which.

    Parameters
    ----------
    region
        The region.
    flows
        ``from_id``, ``to_id``, ``count`` and, where there are several, ``mode``: for instance
        schema.FLOWS at municipalities.
    most
        How many flows are drawn, the largest first; the map says how many are not.
    provenance, title, language, tiles
        As in :func:`isochrone_map`.

    Returns
    -------
    Map
        With choices of mode, and of all flows or those across the border.

    Raises
    ------
    InputError
        If the table is empty, lacks a column, holds a flow twice, or no flow joins
        two municipalities of the region.
    """
    base = Map(region, title=title, provenance=provenance, tiles=tiles, language=language)
    return base._with(flow_view(flows, base._areas(), most=most))  # noqa: SLF001  as above


def placements_map(
    region: MappedRegion,
    placements: gpd.GeoDataFrame,
    *,
    student: Student | None = None,
    cutoff_min: float | None = None,
    provenance: Provenance | None = None,
    title: Mapping[str, str] | str | None = None,
    language: Language = "nl",
    tiles: Tiles | None = None,
) -> Map:
    """Draw the placements within reach of a student, on both sides of the border.

    Parameters
    ----------
    region
        The region.
    placements
        What ``placements_for()`` gives; it may be empty. Only the columns of schema.PLACEMENTS
        and the minutes of each trip are taken.
    student
        Whose home is marked; nobody's if None.
    cutoff_min
        The cutoff by which they were found; the longest time among them if None.
    provenance, title, language, tiles
        As in :func:`isochrone_map`.

    Returns
    -------
    Map
        Points by minutes in bands, circles in the own country and diamonds across the border,
        with choices of trip and, of more than one country, side, and a list sorted by minutes.

    Raises
    ------
    InputError
        If the table does not fit its declaration or has no points.
    """
    base = Map(region, title=title, provenance=provenance, tiles=tiles, language=language)
    view = placement_view(
        placements,
        student=student,
        cutoff_min=cutoff_min,
        countries=set(region.municipalities["country"]),
    )
    return base._with(view)  # noqa: SLF001  as above
