"""Streets of a network that are closed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.modes import CYCLING, PUSHED, mode_bit
from grensgeo.notes import Note
from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grensgeo.arrays import Codes, Ints, Longs
    from grensgeo.network import Network, Streets


def edges_used(streets: Streets, edges: Ints, modes: Sequence[str]) -> Longs:
    """Return those of some edges that one of some modes may use."""
    access = streets.access_forward[edges] | streets.access_backward[edges]
    return edges[(access & np.uint8(_bits(modes))) > 0].astype(np.int64)


def close_edges(network: Network, edges: Longs, modes: Sequence[str], *, what: str) -> Network:
    """Return a network in which edges are closed to modes, both ways.

    Parameters
    ----------
    network
        The network; it is not changed.
    edges
        The edges.
    modes
        Street modes that may use them no more.
    what
        What they are called in the note.
    """
    streets = network.streets
    columns: dict[str, Any] = {}
    for way in ("forward", "backward"):
        access = getattr(streets, f"access_{way}").copy()
        access[edges] = _left(access[edges], modes)
        stress = getattr(streets, f"stress_{way}").copy()
        stress[edges[(access[edges] & np.uint8(_bits(CYCLING))) == 0]] = 0
        columns |= {f"access_{way}": access, f"stress_{way}": stress}
    note = Note("scenario.closed", n=len(edges), ways=what)
    return replace(
        network,
        streets=replace(streets, **columns),
        provenance=network.provenance | Provenance(notes=(note,)),
    )


def _left(access: Codes, modes: Sequence[str]) -> Codes:
    """Return masks of access without modes; who may not cycle does not push either."""
    left = access & np.uint8(255 - _bits(modes))
    cycled = (left & np.uint8(_bits(CYCLING))) > 0
    return np.where(cycled, left, left & np.uint8(255 - PUSHED)).astype(np.uint8)


def _bits(modes: Sequence[str]) -> int:
    return sum(mode_bit(mode) for mode in modes)
