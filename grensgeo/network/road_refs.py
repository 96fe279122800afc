"""Numbers of roads, as they are signed: N35, B54, A30."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import numpy.typing as npt

    from grensgeo.arrays import Flags, Longs
    from grensgeo.osm.elements import OsmExtract

_BETWEEN = re.compile(r"[;,/|]")


def plain_refs(text: str) -> tuple[str, ...]:
    """Split what is signed on a road into its numbers, each without blanks.

    Examples
    --------
    >>> plain_refs("B 54; N35"), plain_refs("a1/A30")
    (('B54', 'N35'), ('A1', 'A30'))
    """
    parts = (re.sub(r"\s+", "", part).upper() for part in _BETWEEN.split(text))
    return tuple(dict.fromkeys(part for part in parts if part))


@dataclass(frozen=True, eq=False)
class RoadRefs:
    """Which ways have which number; a way with two stands twice.

    Attributes
    ----------
    way_id
        int64 (n,): ways, rising.
    ref
        object (n,): numbers without blanks, in capitals.
    """

    way_id: Longs
    ref: npt.NDArray[np.object_]

    def __post_init__(self) -> None:
        """Freeze the arrays."""
        self.way_id.setflags(write=False)
        self.ref.setflags(write=False)

    @classmethod
    def of(cls, signed: Iterable[tuple[int, str]]) -> Self:
        """Build them of ways and what is signed there.

        Examples
        --------
        >>> RoadRefs.of([(7, "N 35"), (3, "A1;A35")]).ref.tolist()
        ['A1', 'A35', 'N35']
        """
        rows = sorted({(int(way), ref) for way, text in signed for ref in plain_refs(text)})
        return cls(
            np.array([way for way, _ in rows], dtype=np.int64),
            np.array([ref for _, ref in rows], dtype=object),
        )

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.way_id)

    def names(self) -> list[str]:
        """Return all numbers, each once."""
        return sorted(set(self.ref.tolist()))

    def along(self, way_id: Longs, refs: Iterable[str]) -> Flags:
        """Return which ways, in any order, have one of some numbers."""
        wanted = {ref for text in refs for ref in plain_refs(text)}
        chosen = np.array([ref in wanted for ref in self.ref.tolist()], dtype=bool)
        return np.isin(way_id, self.way_id[chosen])


def read_refs(extract: OsmExtract, way_id: Longs) -> RoadRefs:
    """Read the numbers of those ways of an extract that are streets of a network.

    Parameters
    ----------
    extract
        What was read of OpenStreetMap.
    way_id
        Ways of the network's streets.
    """
    tagged = np.array([_ref(tags) != "" for tags in extract.tag_sets], dtype=bool)
    rows = np.flatnonzero(tagged[extract.ways.tag_set]) if len(tagged) else np.zeros(0, dtype=int)
    used = rows[np.isin(extract.ways.id[rows], way_id)]
    return RoadRefs.of(
        (int(extract.ways.id[row]), _ref(extract.tag_sets[extract.ways.tag_set[row]]))
        for row in used.tolist()
    )


def _ref(tags: Mapping[str, str]) -> str:
    return tags.get("ref", "") if "highway" in tags else ""
