"""What of streets passes between the nodes of a grid: a stretch for each square.

A square has a node at each corner. A stretch is known by the parts of the square that it passes
through, and from which share of its street to which it does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from grensgeo.kernels import kernel
from grensgeo.traveltimes.quarters import look_at_quarters

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from grensgeo.arrays import Flags, Floats, Indices, Longs, Singles
    from grensgeo.traveltimes.quarters import Quarters

    Tile = tuple[int, int]
    Bytes = npt.NDArray[np.uint8]
    Shorts = npt.NDArray[np.uint16]
    Squares = npt.NDArray[np.uint64]

    #: Street, share of it and distance of places; -1 for none.
    Found = tuple[Indices, Floats, Floats]

    #: Stretches of streets as they pass through squares: where those of each square begin, street,
    #: parts of the square, and from which share of it to which.
    Visits = tuple[Longs, Indices, Shorts, Singles, Singles]

    #: Squares and number of the stretches of each street; square, parts, first and last share.
    ByStreet = tuple[Squares, Longs, Bytes, Shorts, Shorts, Shorts]

    #: Places that are looked at between nodes: which, number of the street in the patch, share of
    #: it and distance; and how many they are in each patch.
    LookedBetween = tuple[Shorts, Indices, Singles, Singles, Longs]

#: Nodes along a side of a tile, and of a patch, one of the squares that a tile is cut into: as
#: many squares as a number has bits.
SIDE, PATCH = 64, 8
ACROSS = SIDE // PATCH
PATCHES = ACROSS**2

_NODES = SIDE**2

#: Rows and columns of nodes that are looked up for a tile: its squares have corners in the next.
_WIDE = SIDE + 1

#: Parts along a side of a square that stretches are told by, in how many steps a street is
#: followed on such a way, and how many shares of a street are told from each other.
FINE = 4
_STEPS = 8
SHARES = 65_535


class Ground(NamedTuple):
    """Streets, and what snaps places to them.

    Attributes
    ----------
    to_lonlat
        Degrees of metres in the plane of the grid.
    to_xy
        The metres that places are snapped in, of degrees.
    covers
        Which places the data cover, by their degrees.
    snap
        Nearest street, share of it and distance of places in the metres of ``to_xy``.
    lonlat, line_start
        Corners of the streets, and where those of each begin.
    scale
        Metres of a degree of longitude and latitude in the plane.
    boxes
        float64 (n_edges, 4): west, south, east, north of each street in the plane.
    kept
        int64: streets that places are snapped to.
    """

    to_lonlat: Callable[[Floats], Floats]
    to_xy: Callable[[Floats], Floats]
    covers: Callable[[Floats], Flags]
    snap: Callable[[Floats], Found]
    lonlat: Floats
    line_start: Longs
    scale: tuple[float, float]
    boxes: Floats
    kept: Longs


class Looked(NamedTuple):
    """What tiles hold: nodes row by row, streets by patches, stretches by streets and squares.

    Attributes
    ----------
    number
        int32: street of each node, as its number among the streets of the patch.
    fraction, distance_m
        float32: where on it, and how far away it is.
    quarters
        uint32 (n, 4): how much later than at the nodes of the square that begins at each node one
        is between them (:func:`grensgeo.traveltimes.quarters.look_at_quarters`).
    street, street_far_m, street_count
        int32, float32, int64: the streets of each patch, each once: those that a node of it, or of
        the row and the column after it, is nearest to, and those that pass through it; how far
        from it such a node lies at most; and how many they are. -1, infinitely far, stands for
        none.
    street_squares, street_stretches
        uint64, int64: the squares of the patch that a street passes through, a bit for each; and
        how many stretches of it there are.
    stretch_cell
        uint8: square of its patch, by the node in its corner in the south and the west.
    stretch_parts
        uint16: a bit for each part of the square that it passes through, row by row.
    stretch_first, stretch_last
        uint16: from where on its street to where, in shares of it, rather too far than too short.
    unseen_place, unseen_street, unseen_fraction, unseen_distance_m, unseen_count
        uint16, int32, float32, float32, int64: the parts of squares whose middle is nearest to a
        street that no node around the square is nearest to, by the square and the part in it; the
        number of the street among those of the patch, where on it and how far away it is; and how
        many there are in each patch.
    """

    number: Indices
    fraction: Singles
    distance_m: Singles
    quarters: Quarters
    street: Indices
    street_far_m: Singles
    street_count: Longs
    street_squares: Squares
    street_stretches: Longs
    stretch_cell: Bytes
    stretch_parts: Shorts
    stretch_first: Shorts
    stretch_last: Shorts
    unseen_place: Shorts
    unseen_street: Indices
    unseen_fraction: Singles
    unseen_distance_m: Singles
    unseen_count: Longs


def look_around(tiles: list[Tile], cell_m: float, ground: Ground) -> Looked:
    """Snap the nodes of tiles, and find which streets pass between them.

    Parameters
    ----------
    tiles
        Row and column of each. What is found for one does not depend on the others.
    cell_m
        Distance between nodes, metres.
    ground
        The streets.

    Returns
    -------
    Looked
        Tile by tile.
    """
    corner = SIDE * np.array(tiles, dtype=np.float64)[:, ::-1]
    row, column = np.mgrid[:_WIDE, :_WIDE]
    spots = corner[:, None, None] + np.stack([column, row], axis=-1)
    lonlat = ground.to_lonlat(spots.reshape(-1, 2) * cell_m)
    edge, share, away = ground.snap(ground.to_xy(lonlat))
    inside = ground.covers(lonlat)
    edge[~inside] = -1
    shape = len(tiles), _WIDE, _WIDE
    nodes = edge.reshape(shape), away.reshape(shape), inside.reshape(shape)
    visits = _visits_of(tiles, cell_m, ground)
    gathered = _gather(nodes, visits, len(ground.line_start))
    own = (slice(None), slice(SIDE), slice(SIDE))
    fraction, distance_m = (one.reshape(shape).astype(np.float32) for one in (share, away))
    quarters = look_at_quarters(
        (nodes[0], fraction, distance_m),
        np.array(tiles, dtype=np.int64),
        cell_m,
        (ground.lonlat, ground.line_start, ground.scale),
    )
    number, street, far_m, count, by_street = gathered
    squares, stretches, cell, parts, first, last = by_street
    where = corner * cell_m, cell_m
    unseen = _look_between(nodes[0], visits, where, ground, listed=(street, far_m, count))
    return Looked(
        number, fraction[own].ravel(), distance_m[own].ravel(), quarters, street, far_m, count,
        squares, stretches, cell, parts, first, last, *unseen,
    )  # fmt: skip


def _look_between(
    edge: Indices,
    visits: Visits,
    where: tuple[Floats, float],
    ground: Ground,
    *,
    listed: tuple[Indices, Singles, Longs],
) -> LookedBetween:
    """Find places that are nearest to a street that no node around their square is nearest to.

    Looked at are the squares that such a street passes through, in the middle of each part.

    Parameters
    ----------
    edge
        Street of each node of tiles, (n, side + 1, side + 1).
    visits
        What passes through the squares.
    where
        Metres of the first node of each tile, and between nodes.
    ground
        The streets.
    listed
        Streets of patches, how far from each lies what is nearest to it, which is made to hold
        for what is found here, and how many each patch has.

    Returns
    -------
    tuple
        As :class:`Looked` has them. What is nearest to a street that does not pass through the
        patch is left out.
    """
    (corner, cell_m), (street, far_m, count) = where, listed
    square = np.repeat(np.arange(len(visits[0]) - 1), np.diff(visits[0]))

    def spots(square: Longs) -> tuple[Longs, Longs, Longs]:
        """Return the tiles, rows and columns of squares."""
        tile, patch, at = square // _NODES, square % _NODES // PATCH**2, square % PATCH**2
        row = patch // ACROSS * PATCH + at // PATCH
        return tile, row, patch % ACROSS * PATCH + at % PATCH

    def known(square: Longs) -> Indices:
        """Return the streets of the nodes around squares: int32 (n, 4)."""
        tile, row, column = spots(square)
        around = [edge[tile, row + k // 2, column + k % 2] for k in range(4)]
        return np.stack(around, axis=1)

    square = np.unique(square[~(known(square) == visits[1][:, None]).any(axis=1)])
    tile, row, column = spots(square)
    part = np.arange(FINE**2)
    middle = (np.stack([part % FINE, part // FINE], axis=1) + 0.5) / FINE
    xy = np.stack([column, row], axis=1)[:, None] + middle
    lonlat = ground.to_lonlat((corner[tile][:, None] + cell_m * xy).reshape(-1, 2))
    on, share, away = ground.snap(ground.to_xy(lonlat))
    on[~ground.covers(lonlat)] = -1
    square, part = np.repeat(square, FINE**2), np.tile(part, len(square))
    # patch by patch each street once: found by both together
    streets = len(ground.line_start) + 1
    keys = np.repeat(np.arange(len(count)), count) * streets + street
    order = np.argsort(keys)
    wanted = square // PATCH**2 * streets + on
    found = order[np.minimum(np.searchsorted(keys[order], wanted), len(order) - 1)]
    kept = (on >= 0) & (keys[found] == wanted)
    kept &= ~(known(square) == on[:, None]).any(axis=1)
    square, part, found = square[kept], part[kept], found[kept]
    away = away[kept].astype(np.float32)
    np.maximum.at(far_m, found, away)
    patch = square // PATCH**2
    return (
        (square % PATCH**2 * FINE**2 + part).astype(np.uint16),
        (found - (np.cumsum(count) - count)[patch]).astype(np.int32),
        share[kept].astype(np.float32),
        away,
        np.bincount(patch, minlength=len(count)),
    )


def _visits_of(tiles: list[Tile], cell_m: float, ground: Ground) -> Visits:
    """Find which stretches of streets pass through the squares of tiles."""
    places = np.array(tiles, dtype=np.int64)
    low, high = places.min(axis=0), places.max(axis=0)
    tile_at = np.full(tuple(high - low + 1), -1, dtype=np.int64)
    tile_at[tuple((places - low).T)] = np.arange(len(tiles))
    size = SIDE * cell_m
    boxes = ground.boxes[ground.kept]
    near = (boxes[:, 2] >= low[1] * size) & (boxes[:, 0] <= (high[1] + 1) * size)
    near &= (boxes[:, 3] >= low[0] * size) & (boxes[:, 1] <= (high[0] + 1) * size)
    cell, street, parts, first, last = _visits(
        ground.lonlat,
        ground.line_start,
        ground.kept[near],
        (ground.scale[0] / cell_m, ground.scale[1] / cell_m),
        (tile_at, int(low[0]), int(low[1])),
    )
    order = np.argsort(cell, kind="stable")
    start = np.zeros(len(tiles) * _NODES + 1, dtype=np.int64)
    np.cumsum(np.bincount(cell, minlength=len(tiles) * _NODES), out=start[1:])
    return start, street[order], parts[order], first[order], last[order]


@kernel
def _visits(  # noqa: PLR0917 - numba takes no keyword-only arguments
    lonlat: Floats,
    line_start: Longs,
    streets: Longs,
    scale: tuple[float, float],
    where: tuple[Longs, int, int],
) -> tuple[Longs, Indices, Shorts, Singles, Singles]:
    """List the squares that streets pass through, each with its parts and the stretch there.

    They are counted first, then written. Squares are numbered tile by tile, patch by patch.
    """
    tile_at, low_row, low_column = where
    count = 0
    cells = np.empty(0, dtype=np.int64)
    owner = np.empty(0, dtype=np.int32)
    parts = np.empty(0, dtype=np.uint16)
    first = np.empty(0, dtype=np.float32)
    last = np.empty(0, dtype=np.float32)
    for writing in range(2):
        count = 0
        for street in streets:
            begin, end = line_start[street], line_start[street + 1]
            length = 0.0
            for k in range(begin, end - 1):
                dx = (lonlat[k + 1, 0] - lonlat[k, 0]) * scale[0]
                dy = (lonlat[k + 1, 1] - lonlat[k, 1]) * scale[1]
                length += np.sqrt(dx * dx + dy * dy)
            before, now = 0.0, -1
            for k in range(begin, end - 1):
                x, y = lonlat[k, 0] * scale[0], lonlat[k, 1] * scale[1]
                dx = (lonlat[k + 1, 0] - lonlat[k, 0]) * scale[0]
                dy = (lonlat[k + 1, 1] - lonlat[k, 1]) * scale[1]
                size = np.sqrt(dx * dx + dy * dy)
                steps = int(np.ceil(size * _STEPS))
                for step in range(steps):
                    at_x, at_y = x + dx * (step + 0.5) / steps, y + dy * (step + 0.5) / steps
                    column, row = int(np.floor(at_x)), int(np.floor(at_y))
                    i, j = row // SIDE - low_row, column // SIDE - low_column
                    tile = -1
                    if 0 <= i < tile_at.shape[0] and 0 <= j < tile_at.shape[1]:
                        tile = tile_at[i, j]
                    if tile < 0:
                        now = -1
                        continue
                    i, j = row % SIDE, column % SIDE
                    patch = i // PATCH * ACROSS + j // PATCH
                    cell = tile * _NODES + (patch * PATCH + i % PATCH) * PATCH + j % PATCH
                    if cell != now:
                        now = cell
                        count += 1
                        if writing:
                            cells[count - 1], owner[count - 1] = cell, street
                            parts[count - 1] = 0
                            first[count - 1] = (before + size * step / steps) / length
                    if writing:
                        up, along = int(FINE * (at_y - row)), int(FINE * (at_x - column))
                        parts[count - 1] |= np.uint16(1 << (FINE * up + along))
                        last[count - 1] = (before + size * (step + 1) / steps) / length
                before += size
        if not writing:
            cells = np.empty(count, dtype=np.int64)
            owner = np.empty(count, dtype=np.int32)
            parts = np.empty(count, dtype=np.uint16)
            first = np.empty(count, dtype=np.float32)
            last = np.empty(count, dtype=np.float32)
    return cells, owner, parts, first, last


@kernel(inner=True)
def _covered(inside: Flags, tile: int, row: int, column: int) -> int:
    """Return the parts of a square that lie in quarters whose corner the data cover."""
    result, half = 0, FINE // 2
    for up in range(FINE):
        for along in range(FINE):
            if inside[tile, row + up // half, column + along // half]:
                result |= 1 << (FINE * up + along)
    return result


@kernel(inner=True)
def _by_street(
    n: int, listed: tuple[Longs, Bytes, Shorts], visits: tuple[Longs, Singles, Singles]
) -> ByStreet:
    """List the stretches of each street of each patch side by side."""
    street_of, cell_of, parts_of = listed
    visit_of, visit_first, visit_last = visits
    m = len(street_of)
    squares, stretches = np.zeros(n, dtype=np.uint64), np.zeros(n, dtype=np.int64)
    for k in range(m):
        squares[street_of[k]] |= np.uint64(1) << np.uint64(cell_of[k])
        stretches[street_of[k]] += 1
    place = np.cumsum(stretches) - stretches
    cells, parts_by = np.empty(m, dtype=np.uint8), np.empty(m, dtype=np.uint16)
    first, last = np.empty(m, dtype=np.uint16), np.empty(m, dtype=np.uint16)
    for k in range(m):
        to = place[street_of[k]]
        place[street_of[k]] += 1
        cells[to], parts_by[to] = cell_of[k], parts_of[k]
        first[to] = max(np.floor(SHARES * visit_first[visit_of[k]]), 0.0)
        last[to] = min(np.ceil(SHARES * visit_last[visit_of[k]]), SHARES)
    return squares, stretches, cells, parts_by, first, last


@kernel
def _gather(
    nodes: tuple[Indices, Floats, Flags], visits: Visits, n_streets: int
) -> tuple[Indices, Indices, Singles, Longs, ByStreet]:
    """List the streets of each patch, and by streets the stretches in its squares."""
    edge, away, inside = nodes
    visit_start, visit_street, visit_parts, visit_first, visit_last = visits
    tiles, side = edge.shape[0], PATCH + 1
    most = len(visit_street)
    number = np.empty(tiles * _NODES, dtype=np.int32)
    street = np.empty(tiles * PATCHES * side**2 + most, dtype=np.int32)
    far_m = np.empty(len(street), dtype=np.float32)
    count = np.zeros(tiles * PATCHES, dtype=np.int64)
    cell_of, street_of = np.empty(most, dtype=np.uint8), np.empty(most, dtype=np.int64)
    visit_of, parts_of = np.empty(most, dtype=np.int64), np.empty(most, dtype=np.uint16)
    # the patch, from 1, in which a street was met last, and its number there
    met, known_as = np.zeros(n_streets + 1, dtype=np.int64), np.empty(n_streets + 1, np.int32)
    n, m = 0, 0
    for patch in range(tiles * PATCHES):
        tile, part = patch // PATCHES, patch % PATCHES
        zero_row, zero_column = part // ACROSS * PATCH, part % ACROSS * PATCH
        begin = n
        for at in range(side**2):
            i, j = at // side, at % side
            row, column = zero_row + i, zero_column + j
            on = edge[tile, row, column]
            by = on if on >= 0 else n_streets
            if met[by] != patch + 1:
                met[by], known_as[by] = patch + 1, n - begin
                street[n], far_m[n] = on, 0.0
                n += 1
            if i < PATCH and j < PATCH:
                number[tile * _NODES + row * SIDE + column] = known_as[by]
            apart = away[tile, row, column] if on >= 0 else np.inf
            far_m[begin + known_as[by]] = max(far_m[begin + known_as[by]], apart)
        for at in range(PATCH**2):
            cell = patch * PATCH**2 + at
            covered = _covered(inside, tile, zero_row + at // PATCH, zero_column + at % PATCH)
            for visit in range(visit_start[cell], visit_start[cell + 1]):
                on, parts = visit_street[visit], visit_parts[visit] & covered
                if not parts:
                    continue
                if met[on] != patch + 1:
                    met[on], known_as[on] = patch + 1, n - begin
                    street[n], far_m[n] = on, 0.0
                    n += 1
                cell_of[m], street_of[m] = at, begin + known_as[on]
                visit_of[m], parts_of[m] = visit, parts
                m += 1
        count[patch] = n - begin
    by_street = _by_street(
        n, (street_of[:m], cell_of, parts_of), (visit_of, visit_first, visit_last)
    )
    return number, street[:n].copy(), far_m[:n].copy(), count, by_street
