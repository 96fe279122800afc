"""Arcs of modes, built once for everybody who asks for the same: routing, and where one snaps."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.network.graph import GraphShape, shape_graph
from grensgeo.network.prepared import Kept, Part, Same

if TYPE_CHECKING:
    from grensgeo.arrays import Floats
    from grensgeo.network.data import NetworkData

#: Shapes that are kept for a network: a mode's is asked for twice in a row.
_MOST = 4


class Shapes(Part):
    """The arcs of modes, by what decides about them."""

    def __init__(self) -> None:
        self.found = Kept[tuple[str, str | None, Same, str], GraphShape](_MOST)


def find_shape(
    network: NetworkData,
    mode: str,
    durations_s: tuple[Floats, Floats],
    *,
    country: str | None = None,
) -> GraphShape:
    """Return the arcs of one mode, built now or kept from before.

    Parameters
    ----------
    network
        The network.
    mode, durations_s, country
        As for :func:`grensgeo.network.graph.shape_graph`.

    Returns
    -------
    GraphShape
        The same for the same open edges, whatever they take.
    """
    closed = hashlib.blake2b(digest_size=16)
    for seconds in durations_s:
        closed.update(np.packbits(np.isnan(seconds)).tobytes())
    key = (mode, country, Same(network.streets, network.turns), closed.hexdigest())
    return network.prepared.part(Shapes).found.get(
        key,
        lambda: shape_graph(
            network.streets, mode, durations_s, country=country, turns=network.turns
        ),
    )
