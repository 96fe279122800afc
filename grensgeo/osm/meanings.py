"""What each set of tags means for streets: their class, who may go, limits, what they are like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.osm.access import ALL, way_access
from grensgeo.osm.highways import HIGHWAYS, highway_class
from grensgeo.osm.limits import built_up, limits_kmh, structure, unpaved

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    from grensgeo.arrays import Codes, Flags, Longs, Singles


@dataclass(frozen=True, eq=False)
class Meanings:
    """What sets of tags mean for streets, one row a set.

    Attributes
    ----------
    highway
        int16 (n,): index into :data:`~grensgeo.osm.highways.HIGHWAYS`; -1 where it is no street.
    mask
        uint8 (n,): bits of the modes that may go there in some country.
    limits_kmh
        float32 (n, 2): limits along the way and against it; NaN where none is tagged.
    built_up, unpaved
        bool (n,).
    structure
        uint8 (n,): 0 on the ground, 1 bridge, 2 tunnel.
    unread
        Limits that cannot be read.
    """

    highway: npt.NDArray[np.int16]
    mask: Codes
    limits_kmh: Singles
    built_up: Flags
    unpaved: Flags
    structure: Codes
    unread: tuple[tuple[str, ...], ...]


def read_meanings(tag_sets: Sequence[Mapping[str, str]]) -> Meanings:
    """Read what sets of tags mean."""
    n = len(tag_sets)
    highway = np.full(n, -1, dtype=np.int16)
    mask = np.zeros(n, dtype=np.uint8)
    limits = np.full((n, 2), np.nan, dtype=np.float32)
    inside, soft = np.zeros(n, dtype=bool), np.zeros(n, dtype=bool)
    unread: list[tuple[str, ...]] = [()] * n
    for row, tags in enumerate(tag_sets):
        name = highway_class(tags)
        if name is None:
            continue
        highway[row] = HIGHWAYS.index(name)
        for country in COUNTRIES:
            forward, backward = way_access(tags, name, country)
            mask[row] |= (forward | backward) & ALL
        ahead, back, unread[row] = limits_kmh(tags)
        limits[row] = ahead, back
        inside[row] = built_up(tags, name, float(np.fmin(ahead, back)))
        soft[row] = unpaved(tags, name)
    aloft = np.array([structure(tags) for tags in tag_sets], dtype=np.uint8)
    return Meanings(highway, mask, limits, inside, soft, aloft, tuple(unread))


def access_masks(
    tag_sets: Sequence[Mapping[str, str]],
    meanings: Meanings,
    *,
    sets: Longs,
    country: Codes,
) -> tuple[Codes, Codes]:
    """Read who may go along edges and against them.

    Parameters
    ----------
    tag_sets, meanings
        Sets of tags, and what they mean.
    sets
        int64 (n_edges,): set of tags of each edge.
    country
        uint8 (n_edges,): index into :data:`~grensgeo.countries.COUNTRIES`.

    Returns
    -------
    tuple
        uint8 (n_edges,) tail to head and head to tail: masks of access.
    """
    # the tags are read once for each set and country, not for each edge
    pairs, inverse = np.unique(sets * len(COUNTRIES) + country, return_inverse=True)
    masks = np.zeros((len(pairs), 2), dtype=np.uint8)
    for row, (tags, code) in enumerate(zip(*divmod(pairs, len(COUNTRIES)), strict=True)):
        if meanings.highway[tags] >= 0:
            name = HIGHWAYS[meanings.highway[tags]]
            masks[row] = way_access(tag_sets[tags], name, COUNTRIES[code])
    return masks[inverse, 0], masks[inverse, 1]
