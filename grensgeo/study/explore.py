"""A first look at a network: how far one gets from a place, on a map, in one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas as gpd

    from grensgeo.geodata.base_features import BaseMap
    from grensgeo.maps import Map
    from grensgeo.maps.base import MappedRegion
    from grensgeo.network import Network
    from grensgeo.provenance import Provenance
    from grensgeo.traveltimes import Router
    from grensgeo.words import Language

#: Modes of a street network that are looked at, in the order of the map's choice.
_MODES = ("car", "bicycle", "walk")
_PLACE = "here"


def explore(
    network: Network | Router,
    place: tuple[float, float],
    *,
    region: MappedRegion | None = None,
    modes: Sequence[str] = _MODES,
    cutoffs_min: Sequence[float] = (15, 30, 45),
    language: Language = "en",
) -> Map:
    """Draw how far one gets from a place.

    Parameters
    ----------
    network
        The network, or what is prepared for it.
    place
        Longitude and latitude.
    region
        Municipalities and border to draw beneath; the outline of the network's data without them.
    modes
        How one travels; by public transport at the network's usual departure.
    cutoffs_min
        Minutes of the bands.
    language
        In which the map opens.

    Returns
    -------
    Map
        It shows itself in a notebook; ``.save("map.html")`` writes it.

    Raises
    ------
    InputError
        As :func:`grensgeo.isochrones` does, as where no street of a mode is near the place.

    Examples
    --------
    >>> import grensgeo as gg
    >>> muenster = gg.load_network("data/sample/muenster")
    >>> type(gg.explore(muenster, (7.6349, 51.9565), modes=["walk"], cutoffs_min=[10])).__name__
    'Map'
    """
    import geopandas as gpd
    import pandas as pd

    from grensgeo.maps import Map
    from grensgeo.traveltimes import Trip
    from grensgeo.traveltimes.isochrones import isochrones
    from grensgeo.traveltimes.router import network_of

    streets = network_of(network)
    lon, lat = place
    here = gpd.GeoDataFrame(
        {"id": [_PLACE]}, geometry=gpd.points_from_xy([lon], [lat]), crs="EPSG:4326"
    )
    bands = [
        isochrones(network, here, Trip(mode), cutoffs_min=tuple(cutoffs_min)) for mode in modes
    ]
    drawing = Map(
        region or _Ground.of(streets),
        provenance=streets.provenance,
        language=language,
        origins=here,
    )
    table = gpd.GeoDataFrame(pd.concat(bands, ignore_index=True), crs="EPSG:4326")
    return drawing.add(table, names={_PLACE: f"{lat:.4f}, {lon:.4f}"})


@dataclass(frozen=True)
class _Ground:
    """What a map of a network alone is drawn on: the outline of its data."""

    municipalities: gpd.GeoDataFrame
    border: gpd.GeoSeries
    places: gpd.GeoDataFrame
    base_map: BaseMap | None
    provenance: Provenance

    @classmethod
    def of(cls, network: Network) -> _Ground:
        """Return the ground of a network."""
        import geopandas as gpd
        import numpy as np
        from shapely import MultiPoint

        from grensgeo.countries import COUNTRIES
        from grensgeo.network.map_lines import base_map_of

        streets = network.streets
        drawn = network.outline if network.outline is not None else network.extent
        if drawn is None:
            hull = MultiPoint(np.column_stack([streets.lon, streets.lat])).convex_hull
            drawn = gpd.GeoSeries([hull], crs="EPSG:4326")
        outline = drawn.to_crs("EPSG:4326").union_all()
        country = COUNTRIES[int(np.bincount(streets.country).argmax())] or ""
        at = outline.representative_point()
        one = {
            "region_code": ["data"],
            "name": [""],
            "country": [country],
            "nuts3": [""],
            "nuts3_name": [""],
            "population": [0],
            "area": ["data"],
        }
        border = network.borders
        return cls(
            gpd.GeoDataFrame(one, geometry=[outline], crs="EPSG:4326").set_index(
                "region_code", drop=False
            ),
            gpd.GeoSeries([], crs="EPSG:4326") if border is None else border.to_crs("EPSG:4326"),
            gpd.GeoDataFrame(
                one | {"lon": [at.x], "lat": [at.y]}, geometry=[at], crs="EPSG:4326"
            ).set_index("region_code", drop=False),
            base_map_of(network),
            network.provenance,
        )
