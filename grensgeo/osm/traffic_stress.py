"""Level of traffic stress: which streets whom a cyclist would dare to ride.

Levels are those of Mekuria, Furth and Nixon 2012, "Low-stress bicycling and network
connectivity" (Mineta Transportation Institute, report 11-19), tables 2 to 4: 1 suits children,
2 most adults, 3 confident cyclists, 4 hardly anybody. OpenStreetMap knows neither the width of
lanes nor the volume of traffic, so these are guessed from the class, as Conveyal's R5 does
(``LevelOfTrafficStressLabeler``). Limits are rounded up from the report's miles per hour: 40, 50
and 60 km/h for 25, 30 and 35.

1. Ways where no car may go, ferries, and streets with a cycle track beside them
   (``cycleway=track`` on the side of the direction): level 1.
2. A cycle lane (``cycleway=lane``, or ``opposite_lane`` against the one-way): 2 up to 50 km/h,
   3 up to 60, 4 above; at least 3 on streets with four lanes for cars or more. (Tables 2 and 3,
   with narrow lanes, as the width is not known.)
3. Mixed traffic (table 4), with up to three lanes for cars or none tagged:

   ============================================  ======  ======  =====
   class                                         to 40   to 50   above
   ============================================  ======  ======  =====
   residential, living and service streets,      1       2       3
   tracks, bicycle roads
   unclassified, tertiary, road                  2       3       3
   others                                        2       3       4
   ============================================  ======  ======  =====

   with four or five lanes 3 up to 40 km/h and 4 above, with six or more 4. That small roads never
   exceed 3 is R5's rule, not the report's: there are few cars on them.
4. A street without a tagged limit has the one behind the speed table (50 km/h in built-up areas,
   30 in residential streets, 60 to 100 outside).

Crossings of busier streets are not rated: R5 gives the arms of an unsignalled junction the
highest level that meets there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from grensgeo.osm.cycling import LANE, TRACK
from grensgeo.osm.highways import HIGHWAYS

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Codes, Flags

_CALM: Final = frozenset(("residential", "living_street", "service", "track", "pedestrian"))
_SMALL: Final = frozenset(("unclassified", "tertiary", "tertiary_link", "road", "local"))
_FREE: Final = frozenset(("ferry", "barrier"))

#: Upper ends of the classes of limits, km/h: 25, 30 and 35 mph.
_SLOW, _TOWN, _FAST = 40.0, 50.0, 60.0


def levels(
    highway: Codes,
    *,
    limit_kmh: npt.NDArray[np.floating],
    offered: Codes,
    n_lanes: Codes,
    bicycle_road: Flags,
    cars: Flags,
    bicycles: Flags,
) -> Codes:
    """Rate edges in one direction.

    Parameters
    ----------
    highway
        Classes, as in :data:`grensgeo.network.HIGHWAYS`.
    limit_kmh
        Limits; ``inf`` for none.
    offered
        What :func:`grensgeo.osm.cycling.facility` says.
    n_lanes
        Lanes for cars; 0 where they are not known.
    bicycle_road
        Whether it is a bicycle road.
    cars
        Whether cars may use the edge, in either direction.
    bicycles
        Whether bicycles may use it in this one.

    Returns
    -------
    ndarray
        uint8 of the same length: 1 to 4; 0 where bicycles may not go.

    Source
    ------
    See the module's docstring.
    """
    calm = np.isin(highway, _codes(_CALM)) | bicycle_road
    small = np.isin(highway, _codes(_SMALL))
    speed = np.searchsorted([_SLOW, _TOWN, _FAST], limit_kmh, side="left")  # 0 to 3
    narrow = np.select(
        [calm, small],
        [np.array([1, 2, 3, 3])[speed], np.array([2, 3, 3, 3])[speed]],
        default=np.array([2, 3, 4, 4])[speed],
    )
    wide = np.where((n_lanes >= 6) | (speed > 0), 4, 3)
    mixed = np.where(n_lanes >= 4, wide, narrow)
    lane = np.array([2, 2, 3, 4])[speed]
    lane = np.where(n_lanes >= 4, np.maximum(lane, 3), lane)
    # a lane makes no street worse than it were without
    level = np.where(offered == LANE, np.minimum(lane, mixed), mixed)
    free = (offered == TRACK) | ~cars | np.isin(highway, _codes(_FREE))
    level = np.where(free, 1, level)
    return np.where(bicycles, level, 0).astype(np.uint8)


def _codes(names: frozenset[str]) -> list[int]:
    return [HIGHWAYS.index(name) for name in sorted(names)]
