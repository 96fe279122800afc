"""Build a network from OpenStreetMap."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from grensgeo.network.model import Network, with_feeds

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import geopandas as gpd

    from grensgeo.gtfs import Feed
    from grensgeo.lines.services_file import ServiceTables
    from grensgeo.osm.elements import OsmExtract


def build_network(
    osm: str | Path | Sequence[str | Path] | OsmExtract,
    *,
    countries: gpd.GeoDataFrame | None = None,
    services: ServiceTables | None = None,
    gtfs: Sequence[str | Path | Feed] = (),
    elevation: str | Path | None = None,
    area: gpd.GeoDataFrame | gpd.GeoSeries | None = None,
    buffer_km: float = 0.0,
    progress: bool = False,
) -> Network:
    """Build a network from OpenStreetMap extracts.

    Parameters
    ----------
    osm
        One or several extracts, or what :func:`grensgeo.osm.extracts.read_osm` read from them.
    countries
        Polygons with a column ``country`` (countries, or municipalities). Without them no edge
        knows its country: speeds are those of the ``*`` rows, and no border can be closed.
    services
        Public transport lines to go with the streets, of a services file: a timetable of their
        own. Those that give ``max_kmh`` run on the extracts' tracks
        (:func:`grensgeo.network.tracks.run_on_tracks`); those that do not say their first and
        last departures leave at minutes that are drawn.
    gtfs
        Timetables to go with the streets; see :func:`grensgeo.network.with_feeds`.
    elevation
        A raster of heights; see :meth:`grensgeo.network.Network.with_elevation`.
    area
        Polygons that the extracts are cut to while they are read, with ``buffer_km`` around them:
        what lies outside is not held, and the network knows the outline. Feeds are not cut.
    buffer_km
        Width of the margin around the area, kilometres: half the way of the longest trip.
    progress
        Show progress bars on standard error.

    Returns
    -------
    Network
        Streets that some mode may use, forbidden turns, signals and level crossings, rail, rivers
        and the national border as barriers, and the area that the data cover. The same elements
        give the same arrays, whatever files they came from and in whatever order.

    Raises
    ------
    FileError
        If an extract is missing, truncated or not OpenStreetMap data, or a feed is not sound.
    InputError
        If there is no street in it that any mode may use, the boundaries are unfit, a feed has
        errors or lies elsewhere, or tracks do not connect a line's stops.

    Warns
    -----
    GrensgeoWarning
        If ways end at the edge of the data, limits cannot be read, or places lie in no country.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> text = '''<osm version="0.6">
    ... <node id="1" lat="52.220" lon="6.890" version="1"/>
    ... <node id="2" lat="52.221" lon="6.890" version="1"/>
    ... <way id="1" version="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>
    ... </osm>'''
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "street.osm"
    ...     _ = file.write_text(text, encoding="utf-8")
    ...     network = build_network(file)
    >>> network
    <Network: 2 vertices, 1 edges, no country, 0 tracks>
    """
    # loaded here: whoever has built a network and asks it needs none of them
    from grensgeo.geodata.cut_outline import cut_outline
    from grensgeo.lines.line_tables import check_lines
    from grensgeo.network.extract_data import data_of_extract
    from grensgeo.network.line_feeds import line_feed
    from grensgeo.osm.clipping import clip
    from grensgeo.osm.elements import OsmExtract
    from grensgeo.osm.extracts import read_osm

    if services is not None and not services.on_track:
        check_lines(services)  # told before the work
    outline = None if area is None else cut_outline(area, buffer_km=buffer_km)
    if not isinstance(osm, OsmExtract):
        extract = read_osm(osm, outline=outline, progress=progress)
    else:
        extract = osm if outline is None else clip(osm, outline)
    data, tables = data_of_extract(extract, countries, services=services)
    network = Network.of(data)
    if gtfs:
        network = with_feeds(network, gtfs, countries=countries)
    if tables is not None:
        taken = [feed.name for feed in network.feeds]
        feed = line_feed(tables, taken=taken, countries=countries is not None)
        network = replace(network, feeds=(*network.feeds, feed))
    return network if elevation is None else network.with_elevation(elevation)
