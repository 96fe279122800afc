"""What a network is made of, for algorithms to take; its questions stand in ``model``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grensgeo.countries import COUNTRIES
from grensgeo.network.controls import Controls
from grensgeo.network.prepared import Prepared
from grensgeo.network.road_refs import RoadRefs
from grensgeo.network.turns import Turns
from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    from collections.abc import Mapping

    import geopandas as gpd

    from grensgeo.gtfs import Feed
    from grensgeo.network.contents import Rail, SpeedChange, Streets
    from grensgeo.network.observed import ObservedSpeeds


@dataclass(frozen=True, eq=False)
class NetworkData:
    """Streets, rail and timetables, and what is laid on them.

    Attributes
    ----------
    streets
        The street network.
    rail
        Tracks and stations from OSM, if any.
    barriers
        Lines (shapely, lon/lat) that nobody walks across off the network: rivers and canals
        (of schematic networks, the national border). A point is not snapped across one of them.
    borders
        National borders, across which only streets along them serve points.
    extent
        Polygon (shapely, lon/lat) that the network's data cover; a point outside it is reported
        as ``outside_data``, never as merely unreached.
    outline
        Polygon (lon/lat) that the streets were cut to while they were read; None where they were
        not cut. What leads on beyond it is not known.
    provenance
        Sources, notes and whether the network is schematic.
    speed_changes
        By street mode, what a scenario made of its speeds; empty without a scenario.
    turns
        Turns that are forbidden.
    controls
        Where traffic signals and level crossings stop one.
    observed_speeds
        Measured speeds of cars, if any.
    feeds
        Timetables, if any; see :func:`grensgeo.network.with_feeds`. Lines written by hand are one
        too.
    refs
        Numbers of roads, as far as they are known.
    usual_departure
        Departure of trips by public transport that give none, as 2026-03-10T08:00; where it is
        None the feeds tell (:mod:`grensgeo.network.usual_departure`). A scenario sets it to
        that of the network that it changes.
    prepared
        What was made from it to answer questions, see :class:`grensgeo.Router`: no data. A copy
        starts with what does not depend on the difference; neither saving nor pickling a network
        takes it along.
    """

    streets: Streets
    rail: Rail | None = None
    barriers: gpd.GeoSeries | None = None
    borders: gpd.GeoSeries | None = None
    extent: gpd.GeoSeries | None = None
    outline: gpd.GeoSeries | None = None
    provenance: Provenance = field(default_factory=Provenance)
    speed_changes: Mapping[str, SpeedChange] = field(default_factory=dict)
    turns: Turns = field(default_factory=lambda: Turns.of(()))
    controls: Controls = field(default_factory=lambda: Controls.of(()))
    observed_speeds: ObservedSpeeds | None = None
    feeds: tuple[Feed, ...] = ()
    refs: RoadRefs = field(default_factory=lambda: RoadRefs.of(()))
    usual_departure: str | None = None
    prepared: Prepared = field(default_factory=Prepared)

    def __post_init__(self) -> None:
        """Check that turns and controls belong to the streets."""
        self.turns.check(self.streets)
        self.controls.check(self.streets)
        object.__setattr__(self, "prepared", self.prepared.for_copy(self.streets))

    def __getstate__(self) -> dict[str, object]:
        """Return the data alone."""
        return vars(self) | {"prepared": Prepared(self.streets)}

    def __repr__(self) -> str:
        parts = [f"{self.streets.n_vertices:,} vertices", f"{self.streets.n_edges:,} edges"]
        codes = sorted({int(code) for code in self.streets.country})
        parts.append("/".join(COUNTRIES[code] or "no country" for code in codes))
        if self.rail is not None:
            parts.append(f"{len(self.rail.tracks):,} tracks")
        if self.feeds:
            parts.append(f"timetables {', '.join(feed.name for feed in self.feeds)}")
        if self.provenance.schematic:
            parts.append("schematic")
        return f"<{type(self).__name__}: {', '.join(parts)}>"

    def _repr_html_(self) -> str:
        """Show what there is in a notebook."""
        from grensgeo.cards import card

        codes = sorted({int(code) for code in self.streets.country})
        rows = {
            "vertices": self.streets.n_vertices,
            "edges": self.streets.n_edges,
            "countries": ", ".join(COUNTRIES[code] or "not known" for code in codes),
            "forbidden turns": len(self.turns),
            "tracks": None if self.rail is None else len(self.rail.tracks),
            "timetables": ", ".join(feed.name for feed in self.feeds) or "none",
            "streets": "schematic" if self.provenance.schematic else "as in the extract",
        }
        return card("Network", rows, provenance=self.provenance)
