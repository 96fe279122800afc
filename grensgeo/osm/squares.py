"""Squares: areas that one crosses freely, as lines between the places where one enters.

A router that walks round a square's outline alone goes too far, one that leaves it out loses the
streets behind it. Here the outline is a way, and straight lines join the entrances (nodes that
other ways share) and the corners round which one has to walk, wherever one sees from one to the
other: the shortest way over a polygon leads along such lines (Lozano-Pérez and Wesley 1979, "An
algorithm for planning collision-free paths among polyhedral obstacles",
doi:10.1145/359156.359164).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

    from grensgeo.arrays import Flags, Floats, Indices, Longs


#: A line is left out where two others are hardly longer together.
_DETOUR: Final = 1.005
#: A square with more entrances and corners than this has its outline only: the lines between
#: them would be more than those of the town around it.
MOST_POINTS: Final = 400
#: Nodes are whole units of 1e-7 degree, about a centimetre: lines along the outline may lie this
#: far outside it.
_SLACK_UNITS: Final = 2.0
_LEAST_RING: Final = 4


@dataclass(frozen=True, eq=False)
class Square:
    """An area to be crossed.

    Attributes
    ----------
    way_id
        OSM id of the way that draws it, or of the first that does.
    tag_set
        Position of its tags.
    rings
        Positions of the nodes around it and around its holes, each closed.
    pieces
        The same of ways that close to no ring.
    """

    way_id: int
    tag_set: int
    rings: tuple[Longs, ...]
    pieces: tuple[Longs, ...] = ()


@dataclass(frozen=True, eq=False)
class SquareLines:
    """Outlines of squares and lines over them, as further ways.

    Attributes
    ----------
    way_id, tag_set
        int64, int32 (n,).
    start
        int64 (n + 1,): the nodes of line ``i`` are ``node[start[i]:start[i + 1]]``.
    node
        int64: positions of nodes; -1 where one is missing.
    outlined
        Ids of those squares that one goes round only.
    """

    way_id: Longs
    tag_set: Indices
    start: Longs
    node: Longs
    outlined: tuple[int, ...]


def join_rings(ways: Iterable[Longs]) -> tuple[list[Longs], list[Longs]]:
    """Join ways end to end; return the rings that close, and the pieces that do not.

    Examples
    --------
    >>> rings, pieces = join_rings([np.array([1, 2, 3]), np.array([1, 4, 3]), np.array([7, 8])])
    >>> [ring.tolist() for ring in rings], [piece.tolist() for piece in pieces]
    ([[1, 2, 3, 4, 1]], [[7, 8]])
    """
    rest = [way for way in ways if len(way) > 1]
    rings: list[Longs] = []
    pieces: list[Longs] = []
    while rest:
        line = rest.pop(0)
        while line[0] != line[-1]:
            found = next((n for n, way in enumerate(rest) if line[-1] in (way[0], way[-1])), None)
            if found is None:
                break
            way = rest.pop(found)
            line = np.concatenate([line, (way if way[0] == line[-1] else way[::-1])[1:]])
        closed = line[0] == line[-1] and len(line) >= _LEAST_RING and (line >= 0).all()
        (rings if closed else pieces).append(line)
    return rings, pieces


def lay_squares(
    squares: Sequence[Square],
    *,
    x: Indices,
    y: Indices,
    used: Flags,
) -> SquareLines:
    """Draw lines round and over squares.

    Parameters
    ----------
    squares
        The squares.
    x, y
        int32 (n_nodes,): places of nodes in units of 1e-7 degree.
    used
        bool (n_nodes,): nodes that streets use.

    Returns
    -------
    SquareLines
        Outlines first, then lines over it, square by square.
    """
    met = np.zeros(len(used), dtype=np.int64)
    for square in squares:
        here = np.unique(np.concatenate([*square.rings, *square.pieces]))
        met[here[here >= 0]] += 1
    entered = used | (met > 1)
    lines: list[Longs] = []
    owner: list[int] = []
    outlined = []
    for number, square in enumerate(squares):
        mine = [*square.rings, *square.pieces]
        across = _lines_over(square, x, y, entered=entered)
        if across is None:
            outlined.append(square.way_id)
        else:
            mine += list(across)
        lines += mine
        owner += [number] * len(mine)
    start = np.zeros(len(lines) + 1, dtype=np.int64)
    np.cumsum([len(line) for line in lines], out=start[1:])
    return SquareLines(
        way_id=np.array([squares[number].way_id for number in owner], dtype=np.int64),
        tag_set=np.array([squares[number].tag_set for number in owner], dtype=np.int32),
        start=start,
        node=np.concatenate(lines) if lines else np.zeros(0, dtype=np.int64),
        outlined=tuple(outlined),
    )


def _lines_over(
    square: Square,
    x: Indices,
    y: Indices,
    *,
    entered: Flags,
) -> Longs | None:
    """Return pairs of nodes to join; None where the square is no area that can be crossed."""
    import shapely

    if square.pieces or not square.rings:
        return None
    wide = float(np.cos(np.radians(np.mean(y[square.rings[0]]) / 1e7)))
    area = _polygon([np.stack([x[ring] * wide, y[ring]], axis=1) for ring in square.rings])
    if area is None:
        return None
    nodes = np.concatenate([ring[:-1] for ring in square.rings])
    place = np.stack([x[nodes] * wide, y[nodes]], axis=1)
    point = entered[nodes] | _is_corner(square, place, area)
    nodes, first = np.unique(nodes[point], return_index=True)
    place = place[point][first]
    if len(nodes) > MOST_POINTS:
        return None
    one, other = np.triu_indices(len(nodes), 1)
    if not len(one):
        return np.zeros((0, 2), dtype=np.int64)
    ground = shapely.buffer(area, _SLACK_UNITS)
    shapely.prepare(ground)
    over = shapely.linestrings(np.stack([place[one], place[other]], axis=1))
    sees = np.zeros((len(nodes), len(nodes)), dtype=bool)
    sees[one, other] = shapely.covers(ground, over)
    sees |= sees.T
    keep = _needed(place, sees)[one, other]
    pairs = np.stack([nodes[one], nodes[other]], axis=1)[keep]
    beside = _neighbours(square.rings)
    return np.array([pair for pair in pairs.tolist() if tuple(pair) not in beside]).reshape(-1, 2)


def _polygon(rings: Sequence[Floats]) -> BaseGeometry | None:
    """Build one polygon of rings: the largest around, the others holes in it or parts beside."""
    import shapely

    shapes = [shapely.Polygon(ring) for ring in rings]
    if not all(shape.is_valid and shape.area > 0 for shape in shapes):
        return None
    shapes.sort(key=lambda shape: -shape.area)
    area: BaseGeometry = shapes[0]
    for shape in shapes[1:]:
        inside = area.contains(shape.representative_point())
        area = area.difference(shape) if inside else area.union(shape)
    return area if area.is_valid and not area.is_empty else None


def _is_corner(square: Square, place: Floats, area: BaseGeometry) -> Flags:
    """Find round which corners one has to walk: where the area fills more than half a turn."""
    import shapely

    flags = []
    begin = 0
    for ring in square.rings:
        here = place[begin : begin + len(ring) - 1]
        begin += len(here)
        before, after = np.roll(here, 1, axis=0) - here, np.roll(here, -1, axis=0) - here
        # twice the area between the two sides: next to none where the outline runs on straight
        turn = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
        length = np.hypot(*before.T) * np.hypot(*after.T)
        bends = np.abs(turn) > 1e-3 * np.maximum(length, 1e-9)
        # a step between the two sides leads off the area at a corner of it
        step = before / np.maximum(np.hypot(*before.T), 1e-9)[:, None]
        step = step + after / np.maximum(np.hypot(*after.T), 1e-9)[:, None]
        step /= np.maximum(np.hypot(*step.T), 1e-9)[:, None]
        inside = shapely.intersects_xy(area, *(here + 5 * _SLACK_UNITS * step).T)
        flags.append(bends & ~inside)
    return np.concatenate(flags)


def _needed(place: Floats, sees: Flags) -> Flags:
    """Find which lines are not as good as two others, both of them shorter."""
    apart = np.hypot(*(place[:, None] - place[None]).transpose(2, 0, 1))
    seen = np.where(sees, apart, np.inf)
    keep = sees.copy()
    # a line from ``at`` is left out where some point between makes hardly a detour; as both parts
    # must be shorter, no two lines leave each other out
    for at in range(len(place)):
        detour = seen[at][:, None] + seen
        shorter = (seen[at][:, None] < apart[at][None]) & (seen < apart[at][None])
        good = shorter & (detour <= _DETOUR * apart[at][None])
        keep[at] &= ~good.any(axis=0)
    return keep


def _neighbours(rings: Sequence[Longs]) -> set[tuple[int, int]]:
    """List the pairs of nodes that follow each other on an outline, lower first."""
    pairs = np.concatenate([np.stack([ring[:-1], ring[1:]], axis=1) for ring in rings])
    return set(map(tuple, np.sort(pairs, axis=1).tolist()))
