"""Streets and timetables of a few strokes, as files that are read as a user's are.

Times of a drawing are sums that its test writes down: kilometres by the ellipsoid between nodes,
over the speeds that the docs print, and the minutes that stand in the files.
"""

from dataclasses import dataclass, field
from itertools import pairwise

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from borderworld import pbf
from feeds import times_txt, write_feed
from osm_files import ORIGIN, STEP, osm_xml
from pyproj import Geod

import grensgeo as gg

#: A street in town on which cars drive 0.8 of 50 km/h.
STREET = {"highway": "tertiary", "maxspeed": "50", "source:maxspeed": "NL:urban"}
#: Minutes that times in single precision may be off.
PRECISE = 1e-4
#: A Tuesday on which every feed runs.
DAY = "2026-03-10"
DAILY = (
    "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
    "D,1,1,1,1,1,1,1,20260101,20261231\n"
)


@dataclass(frozen=True)
class Drawing:
    """Nodes in metres, ways (id, nodes, tags) and relations, as ``osm_xml`` has them."""

    nodes: dict
    ways: tuple
    relations: tuple = ()
    node_tags: dict = field(default_factory=dict)

    def place(self, node):
        """Degrees of a node, to the digits that a file keeps."""
        x, y = self.nodes[node]
        return round(ORIGIN[0] + x * STEP[0], 7), round(ORIGIN[1] + y * STEP[1], 7)

    def km(self, *way):
        """Kilometres along nodes."""
        ends = [(*self.place(one), *self.place(other)) for one, other in pairwise(way)]
        return sum(Geod(ellps="WGS84").inv(*end)[2] for end in ends) / 1000

    def build(self, folder, **options):
        """Write the streets as an extract, and build the network of them."""
        drawn = osm_xml(self.nodes, self.ways, relations=self.relations, node_tags=self.node_tags)
        pbf(folder, drawn)
        return gg.build_network(folder / "drawn.osm.pbf", **options)

    def minutes(self, network, start, end, trip):
        """Minutes from node to node; None where there is no way."""
        places = pd.DataFrame(
            [(str(node), *self.place(node)) for node in (start, end)], columns=["id", "lon", "lat"]
        )
        ((found,),) = gg.travel_times(network, places[:1], places[1:], trip).minutes
        return None if np.isnan(found) else float(found)

    def stops(self, **nodes):
        """The table of stops that stand at nodes."""
        rows = ["stop_id,stop_name,stop_lat,stop_lon"]
        for name, node in nodes.items():
            lon, lat = self.place(node)
            rows.append(f"{name},{name},{lat:.7f},{lon:.7f}")
        return "\n".join(rows) + "\n"


def feed(path, calls, **files):
    """Write a feed: calls "line/number" -> "stop 8:00, stop 8:10-8:12", every day of 2026.

    Its stops, and files beside the usual ones or instead of them, are given by their names.
    """
    lines = dict.fromkeys(name.partition("/")[0] for name in calls)
    content = {
        "agency": "agency_id,agency_name,agency_url,agency_timezone\n"
        "A,Bahn,http://x.eu,Europe/Amsterdam\n",
        "routes": "route_id,agency_id,route_short_name,route_type\n"
        + "".join(f"{line},A,{line},3\n" for line in lines),
        "calendar": DAILY,
        "trips": "route_id,service_id,trip_id\n"
        + "".join(f"{name.partition('/')[0]},D,{name}\n" for name in calls),
        "stop_times": times_txt(calls),
    } | files
    return write_feed(path, {f"{name}.txt": text for name, text in content.items()})


def exact(found, wanted):
    """Hold minutes against those of a sum; None is no way."""
    assert found == (None if wanted is None else pytest.approx(wanted, abs=PRECISE))


def some(names, *quick):
    """All of them, of which all but the quick ones are part of `make check` only."""
    return [pytest.param(n, marks=() if n in quick else pytest.mark.long) for n in names]


def countries(at_m):
    """Two countries that meet so many metres east."""
    seam = ORIGIN[0] + at_m * STEP[0]
    return gpd.GeoDataFrame(
        {"country": ["NL", "DE"]},
        geometry=[shapely.box(6.9, 52, seam, 52.4), shapely.box(seam, 52, 7.4, 52.4)], crs=4326,
    )  # fmt: skip
