"""Boxes around edges, by which those near a polygon are found: made once for all scenarios."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

from grensgeo.network.prepared import Part

if TYPE_CHECKING:
    from grensgeo.arrays import Flags, Floats
    from grensgeo.network import Network, Streets


@dataclass(frozen=True, eq=False)
class EdgeBoxes:
    """The box around the line of each edge.

    Attributes
    ----------
    west, south, east, north
        float64 (n_edges,): degrees.
    """

    west: Floats
    south: Floats
    east: Floats
    north: Floats

    @classmethod
    def of(cls, streets: Streets) -> Self:
        """Return the boxes of streets."""
        if not streets.n_edges:
            return cls(*np.zeros((4, 0)))
        start = streets.coords_start[:-1]
        lon, lat = np.ascontiguousarray(streets.coords.T)
        least, most = (
            [np.asarray(bound.reduceat(values, start)) for values in (lon, lat)]
            for bound in (np.minimum, np.maximum)
        )
        return cls(*least, *most)

    def beside(self, bounds: tuple[float, float, float, float]) -> Flags:
        """Return which edges do not wholly lie on one side of a box (west, south, east, north)."""
        west, south, east, north = bounds
        found: Flags = (self.west <= east) & (self.east >= west)
        found &= self.south <= north
        found &= self.north >= south
        return found


class Boxes(Part):
    """The boxes around the edges of a network; None until they are asked for."""

    def __init__(self) -> None:
        self.boxes: EdgeBoxes | None = None

    def handed_on(self, *, same_streets: bool) -> Self | None:
        """Return itself for the same streets."""
        return self if same_streets else None


def edge_boxes(network: Network) -> EdgeBoxes:
    """Return the boxes around a network's edges, made now or kept from before."""
    part = network.prepared.part(Boxes)
    if part.boxes is None:
        part.boxes = EdgeBoxes.of(network.streets)
    return part.boxes
