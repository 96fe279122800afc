"""What is possible of streets as they were read, and hardly meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from grensgeo import polylines
from grensgeo.geodata.doubtful_places import place_doubts
from grensgeo.notes import Note
from grensgeo.osm.highways import HIGHWAYS

if TYPE_CHECKING:
    from grensgeo.network.contents import Streets

#: No street is drawn with so far from one point to the next: even the Eyre Highway in Australia,
#: straight for 146.6 km (Main Roads Western Australia), has a point every few kilometres.
_LONGEST_KM: Final = 50
_FERRY: Final = HIGHWAYS.index("ferry")


def street_doubts(streets: Streets) -> list[Note]:
    """List what is doubtful of the places of streets.

    Parameters
    ----------
    streets
        The streets.

    Returns
    -------
    list of Note
        All of them in one point or at 0, 0; streets that have very far from one point to the next,
        ferries left out.
    """
    notes = place_doubts(streets.lon, streets.lat, where="OpenStreetMap")
    segments = polylines.segment_lengths_m(streets.coords_start, streets.coords)
    edge = (
        np.searchsorted(
            streets.coords_start, np.flatnonzero(segments > 1000 * _LONGEST_KM), "right"
        )
        - 1
    )
    ways = np.unique(streets.way_id[edge[streets.highway[edge] != _FERRY]])
    if len(ways):
        notes.append(
            Note("doubts.street-long", n=len(ways), km=_LONGEST_KM, example=str(int(ways[0])))
        )
    return notes
