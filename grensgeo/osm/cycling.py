"""What tags say of cycling: lanes and tracks beside a street, and how many lanes cars have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from grensgeo.arrays import Codes, Flags, Ints

#: What a street offers to bicycles, by code.
MIXED, LANE, TRACK = range(3)

_LANES: Final = frozenset(("lane", "opposite_lane", "share_busway", "opposite_share_busway"))
_TRACKS: Final = frozenset(("track", "opposite_track"))
_FIGURE: Final = re.compile(r"\d{1,2}")


def facility(tags: Mapping[str, str]) -> tuple[int, int]:
    """Return what a street offers to bicycles along it and against it.

    Parameters
    ----------
    tags
        Tags of the way.

    Returns
    -------
    tuple
        :data:`MIXED`, :data:`LANE` or :data:`TRACK`, in each direction. Traffic keeps right; on
        a one-way, a lane on the left serves those who may ride against it, unless its own tags
        say that it runs along (``cycleway:left:oneway=yes``).

    Examples
    --------
    >>> facility({"cycleway:right": "lane", "cycleway:left": "track"})
    (1, 2)
    >>> facility({"cycleway": "opposite_lane", "oneway": "yes"})
    (0, 1)
    """
    ahead, back = [MIXED], [MIXED]
    for side in ("", ":both", ":right", ":left"):
        value = tags.get(f"cycleway{side}", "")
        kind = LANE if value in _LANES else TRACK if value in _TRACKS else MIXED
        if kind == MIXED:
            continue
        flow = tags.get(f"cycleway{side}:oneway", "")
        against = value.startswith("opposite") or flow == "-1"
        both = flow == "no" or (side in ("", ":both") and not against)
        if not against and (both or side == ":right" or flow == "yes"):
            ahead.append(kind)
        if against or both or (side == ":left" and flow != "yes"):
            back.append(kind)
    return max(ahead), max(back)


def lanes(tags: Mapping[str, str]) -> int:
    """Return the number of lanes for cars, both directions together.

    Parameters
    ----------
    tags
        Tags of the way.

    Returns
    -------
    int
        0 where it is not tagged.

    Examples
    --------
    >>> lanes({"lanes": "4"}), lanes({"lanes:forward": "2", "lanes:backward": "1"}), lanes({})
    (4, 3, 0)
    """
    parts = (_count(tags.get(f"lanes:{way}", "")) for way in ("forward", "backward"))
    return _count(tags.get("lanes", "")) or sum(parts)


def is_bicycle_road(tags: Mapping[str, str]) -> bool:
    """Return whether a street is a bicycle road (Fahrradstraße, fietsstraat)."""
    return "yes" in (tags.get("bicycle_road"), tags.get("cyclestreet"))


@dataclass(frozen=True, eq=False)
class CycleTags:
    """What tags say about cycling, one row an edge.

    Attributes
    ----------
    offered
        uint8 (n, 2): what :func:`facility` says, along and against.
    n_lanes
        uint8 (n,): lanes for cars; 0 where they are not tagged.
    bicycle_road
        bool (n,).
    """

    offered: Codes
    n_lanes: Codes
    bicycle_road: Flags

    @classmethod
    def read(cls, tag_sets: Iterable[Mapping[str, str]]) -> CycleTags:
        """Read sets of tags, one row a set."""
        rows = [(*facility(tags), lanes(tags), is_bicycle_road(tags)) for tags in tag_sets]
        table = np.array(rows, dtype=np.uint8).reshape(-1, 4)
        return cls(table[:, :2], table[:, 2], table[:, 3] > 0)

    def take(self, rows: Ints) -> CycleTags:
        """Select rows."""
        return CycleTags(self.offered[rows], self.n_lanes[rows], self.bicycle_road[rows])


def _count(text: str) -> int:
    """Read a number of lanes; 0 where there is none."""
    return int(text) if _FIGURE.fullmatch(text) else 0
