"""The straight pieces of lines by the squares of a grid, to find what is nearest to a point.

A grid is built in one pass over the pieces and looked through in rings around a point, until the
next ring lies farther away than what was found. Distances are those of GEOS, to the last digit, so
that of lines equally near the same one is chosen, whoever looks. Arrays in, arrays out, metres.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.kernels import kernel

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Flags, Floats, Indices, Ints, Longs

    #: Coordinates, line of the piece that begins at each, where squares begin, pieces by square,
    #: and west, south and side of the squares with their columns and rows.
    Squares = tuple[Floats, Indices, Longs, Indices, tuple[float, float, float, int, int]]

#: Shortest side of a square, metres, and how many squares there are to a piece.
_LEAST_SIDE_M, _PER_PIECE = 40.0, 0.5

#: A point this close to the end of a line stands at its end.
_AT_END_M = 0.01


@dataclass(frozen=True, eq=False)
class SegmentGrid:
    """Lines, piece by piece, by the squares that these touch.

    Attributes
    ----------
    xy
        float64 (n_coords, 2): metres.
    line_start
        int64 (n_lines + 1,): where the coordinates of each line begin.
    owner
        int32 (n_coords,): line of the piece from each coordinate to the next; -1 at a line's end.
    start
        int64 (n_squares + 1,): where the pieces of each square begin, squares row by row.
    piece
        int32: the coordinate at which each begins.
    west, south, side_m, columns, rows
        Where the squares lie.
    """

    xy: Floats
    line_start: npt.NDArray[np.int64]
    owner: npt.NDArray[np.int32]
    start: npt.NDArray[np.int64]
    piece: npt.NDArray[np.int32]
    west: float
    south: float
    side_m: float
    columns: int
    rows: int

    def __post_init__(self) -> None:
        """Freeze every array: to the kernels, one that may change is of another type."""
        for array in (self.xy, self.line_start, self.owner, self.start, self.piece):
            array.setflags(write=False)

    @classmethod
    def of(cls, line_start: Longs, xy: Floats) -> SegmentGrid:
        """Build the grid of lines in metres."""
        count = np.diff(line_start)
        owner = np.repeat(np.arange(len(count), dtype=np.int32), count)
        owner[line_start[1:][count > 0] - 1] = -1
        if not len(xy):
            none = np.empty(0, dtype=np.int32)
            return cls(
                xy, np.array(line_start), owner, np.zeros(2, np.int64), none, 0.0, 0.0, 1.0, 1, 1
            )
        low, high = xy.min(axis=0), xy.max(axis=0)
        width, height = (high - low).tolist()
        side = max(_LEAST_SIDE_M, (width * height / (_PER_PIECE * len(xy))) ** 0.5)
        side = max(side, (width + height) / (4 * len(xy)))  # of lines in a row
        columns, rows = int(width / side) + 1, int(height / side) + 1
        place = (float(low[0]), float(low[1]), side, columns, rows)
        ends, piece = _fill(xy, owner, *place)
        start = np.append(0, ends[:-1])
        return cls(xy, np.array(line_start), owner, start, piece, *place)

    @property
    def squares(self) -> Squares:
        """What the kernels take."""
        place = self.west, self.south, self.side_m, self.columns, self.rows
        return self.xy, self.owner, self.start, self.piece, place

    def nearest(
        self, xy: Floats, within_m: Floats, *, kept: Flags, walls: SegmentGrid, tolerance_m: Floats
    ) -> tuple[Indices, Floats, Floats]:
        """Find the nearest line of each point, to which a straight leg crosses no wall.

        Parameters
        ----------
        xy
            float64 (n, 2): points.
        within_m
            (n,): how far to look.
        kept
            bool (n_lines,): lines that count.
        walls
            Lines that no leg may cross.
        tolerance_m
            (n_walls,): so many of a leg's last metres may lie beyond.

        Returns
        -------
        tuple
            Of each point the line (int32, -1 for none), how far along it (0 to 1) and how far
            away (metres, NaN for none). Of lines equally near the first counts.
        """
        # filled here: what numba fills arrays by takes a quarter of a second to compile
        found = np.full(len(xy), -1, dtype=np.int32), *np.full((2, len(xy)), np.nan)
        # the number of the point for which a line was passed over last, from 1
        passed = np.zeros(len(kept) if len(tolerance_m) else 1, dtype=np.int64)
        _nearest_lines(
            self.squares,
            self.line_start,
            kept,
            (np.array(xy, dtype=np.float64), np.array(within_m, dtype=np.float64)),
            (walls.squares, tolerance_m),
            passed,
            found,
        )
        return found

    def near_lines(self, lines: Ints, within_m: float, *, kept: Flags) -> Flags:
        """Find which of some lines have one that is kept within a distance of them."""
        asked = np.array(lines, dtype=np.int64)
        result: Flags = _near_lines(self.squares, self.line_start, asked, kept, float(within_m))
        return result


@kernel(inner=True)
def _reach(  # noqa: PLR0917 - numba takes no keyword-only arguments
    ax: float, ay: float, bx: float, by: float, bottom: float, top: float
) -> tuple[float, float]:
    """Return how far west and east a piece reaches between two parallels; west above east: not."""
    low, high = min(ay, by), max(ay, by)
    if low > top or high < bottom:
        return np.inf, -np.inf
    if ay == by:
        return min(ax, bx), max(ax, bx)
    slope = (bx - ax) / (by - ay)
    one = ax + (max(low, bottom) - ay) * slope
    other = ax + (min(high, top) - ay) * slope
    return min(one, other), max(one, other)


@kernel
def _fill(  # noqa: PLR0917 - numba takes no keyword-only arguments
    xy: Floats, owner: Indices, west: float, south: float, side: float, columns: int, rows: int
) -> tuple[Longs, Indices]:
    """List the pieces by the squares that they touch: count them first, then write them."""
    start = np.zeros(columns * rows + 1, dtype=np.int64)
    piece = np.empty(0, dtype=np.int32)
    hair = 1e-6 * side
    for writing in range(2):
        for at in range(len(owner)):
            if owner[at] < 0:
                continue
            ax, ay, bx, by = xy[at, 0], xy[at, 1], xy[at + 1, 0], xy[at + 1, 1]
            first = max(int((min(ay, by) - hair - south) / side), 0)
            last = min(int((max(ay, by) + hair - south) / side), rows - 1)
            for row in range(first, last + 1):
                bottom = south + row * side
                left, right = _reach(ax, ay, bx, by, bottom - hair, bottom + side + hair)
                if left > right:
                    continue
                begin = max(int((left - hair - west) / side), 0)
                end = min(int((right + hair - west) / side), columns - 1)
                for column in range(begin, end + 1):
                    square = row * columns + column
                    if writing:
                        piece[start[square]] = at
                        start[square] += 1
                    else:
                        start[square + 1] += 1
        if not writing:
            for square in range(columns * rows):
                start[square + 1] += start[square]
            piece = np.empty(start[-1], dtype=np.int32)
    return start, piece  # each square's beginning has moved to that of the next


@kernel(inner=True)
def _away(  # noqa: PLR0917 - numba takes no keyword-only arguments
    x: float, y: float, ax: float, ay: float, bx: float, by: float
) -> float:
    """Return how far a point is from a piece, by the same sums as GEOS."""
    dx, dy = bx - ax, by - ay
    length2 = dx * dx + dy * dy
    if length2 == 0.0:
        return float(np.sqrt((x - ax) * (x - ax) + (y - ay) * (y - ay)))
    share = ((x - ax) * dx + (y - ay) * dy) / length2
    if share <= 0.0:
        return float(np.sqrt((x - ax) * (x - ax) + (y - ay) * (y - ay)))
    if share >= 1.0:
        return float(np.sqrt((x - bx) * (x - bx) + (y - by) * (y - by)))
    across = ((ay - y) * dx - (ax - x) * dy) / length2
    return float(abs(across) * np.sqrt(length2))


@kernel(inner=True)
def _look(  # noqa: PLR0917 - numba takes no keyword-only arguments
    squares: Squares, kept: Flags, passed: Longs, number: int, x: float, y: float, most: float
) -> tuple[float, int]:
    """Find the nearest piece: how far away it is, and where it begins; -1 for none.

    Of pieces equally near that of the lowest line, and of this the first. Lines of which
    ``passed`` holds the number are passed over.
    """
    xy, owner, start, piece, (west, south, side, columns, rows) = squares
    best, chosen = most, -1
    column, row = int(np.floor((x - west) / side)), int(np.floor((y - south) / side))
    farthest = max(abs(column), abs(column - columns), abs(row), abs(row - rows))
    for ring in range(farthest + 1):
        if ring:  # nothing in this ring or beyond is nearer than the square inside it ends
            left, low = west + (column - ring + 1) * side, south + (row - ring + 1) * side
            right, high = west + (column + ring) * side, south + (row + ring) * side
            if min(x - left, right - x, y - low, high - y) > best:
                break
        for j in range(max(row - ring, 0), min(row + ring, rows - 1) + 1):
            step = 1 if j in (row - ring, row + ring) or ring == 0 else 2 * ring
            for i in range(column - ring, column + ring + 1, step):
                if not 0 <= i < columns:
                    continue
                square = j * columns + i
                for k in range(start[square], start[square + 1]):
                    at = piece[k]
                    line = owner[at]
                    if not kept[line] or passed[line if len(passed) > 1 else 0] == number:
                        continue
                    away = _away(x, y, xy[at, 0], xy[at, 1], xy[at + 1, 0], xy[at + 1, 1])
                    if away < best or (
                        away == best and (chosen < 0 or (line, at) < (owner[chosen], chosen))
                    ):
                        best, chosen = away, at
    return best, chosen


@kernel(inner=True)
def _side_of(  # noqa: PLR0917 - numba takes no keyword-only arguments
    ax: float, ay: float, bx: float, by: float, x: float, y: float
) -> float:
    """Return on which side of the line through two places a third lies."""
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax)


@kernel(inner=True)
def _is_walled(  # noqa: PLR0917 - numba takes no keyword-only arguments
    walls: Squares, tolerance: Floats, x: float, y: float, foot_x: float, foot_y: float
) -> bool:
    """Report whether the straight leg from a point to its foot crosses a wall.

    A leg that begins or ends on a wall does not cross it.
    """
    xy, owner, start, piece, (west, south, side, columns, rows) = walls
    length = np.sqrt((foot_x - x) ** 2 + (foot_y - y) ** 2)
    first = max(int(np.floor((min(x, foot_x) - west) / side)), 0)
    last = min(int(np.floor((max(x, foot_x) - west) / side)), columns - 1)
    low = max(int(np.floor((min(y, foot_y) - south) / side)), 0)
    high = min(int(np.floor((max(y, foot_y) - south) / side)), rows - 1)
    for row in range(low, high + 1):
        for column in range(first, last + 1):
            square = row * columns + column
            for k in range(start[square], start[square + 1]):
                at = piece[k]
                spare = tolerance[owner[at]]
                if length <= spare:
                    continue
                share = 1 - spare / length
                end_x, end_y = x + share * (foot_x - x), y + share * (foot_y - y)
                ax, ay, bx, by = xy[at, 0], xy[at, 1], xy[at + 1, 0], xy[at + 1, 1]
                # a corner exactly on the leg counts to one side of it
                if (_side_of(x, y, end_x, end_y, ax, ay) < 0) == (
                    _side_of(x, y, end_x, end_y, bx, by) < 0
                ):
                    continue
                if _side_of(ax, ay, bx, by, x, y) * _side_of(ax, ay, bx, by, end_x, end_y) < 0:
                    return True
    return False


@kernel(inner=True)
def _along(  # noqa: PLR0917 - numba takes no keyword-only arguments
    xy: Floats, first: int, last: int, at: int, x: float, y: float
) -> tuple[float, float, float]:
    """Return how far along its line a point's foot on a piece lies (0 to 1), and the foot."""
    before, length = 0.0, 0.0
    for k in range(first, last - 1):
        step = np.sqrt((xy[k + 1, 0] - xy[k, 0]) ** 2 + (xy[k + 1, 1] - xy[k, 1]) ** 2)
        if k == at:
            before = length
        length += step
    dx, dy = xy[at + 1, 0] - xy[at, 0], xy[at + 1, 1] - xy[at, 1]
    length2 = dx * dx + dy * dy
    share = 0.0
    if length2 > 0.0:
        share = min(max(((x - xy[at, 0]) * dx + (y - xy[at, 1]) * dy) / length2, 0.0), 1.0)
    along = before + share * np.sqrt(length2)
    foot_x, foot_y = xy[at, 0] + share * dx, xy[at, 1] + share * dy
    if along < _AT_END_M:
        along = 0.0
    if along > length - _AT_END_M:
        along = length
    return (along / length if length > 0 else 0.0), foot_x, foot_y


@kernel
def _nearest_lines(  # noqa: PLR0917 - numba takes no keyword-only arguments
    squares: Squares,
    line_start: Longs,
    kept: Flags,
    points: tuple[Floats, Floats],
    walled: tuple[Squares, Floats],
    passed: Longs,
    found: tuple[Indices, Floats, Floats],
) -> None:
    """Fill in line, fraction and distance of each point."""
    xy, owner = squares[0], squares[1]
    spots, within = points
    walls, tolerance = walled
    line, fraction, distance = found
    for point in range(len(spots)):
        x, y = spots[point, 0], spots[point, 1]
        if not (np.isfinite(x) and np.isfinite(y)):
            continue
        while True:
            away, at = _look(squares, kept, passed, point + 1, x, y, within[point])
            if at < 0:
                break
            own = owner[at]
            share, foot_x, foot_y = _along(xy, line_start[own], line_start[own + 1], at, x, y)
            if not (len(tolerance) and _is_walled(walls, tolerance, x, y, foot_x, foot_y)):
                line[point], fraction[point], distance[point] = own, share, away
                break
            passed[own] = point + 1


@kernel(inner=True)
def _apart(xy: Floats, one: int, other: int) -> float:
    """Return how far apart two pieces are."""
    ax, ay, bx, by = xy[one, 0], xy[one, 1], xy[one + 1, 0], xy[one + 1, 1]
    cx, cy, dx, dy = xy[other, 0], xy[other, 1], xy[other + 1, 0], xy[other + 1, 1]
    if (
        _side_of(ax, ay, bx, by, cx, cy) * _side_of(ax, ay, bx, by, dx, dy) < 0
        and _side_of(cx, cy, dx, dy, ax, ay) * _side_of(cx, cy, dx, dy, bx, by) < 0
    ):
        return 0.0
    one_way = min(_away(ax, ay, cx, cy, dx, dy), _away(bx, by, cx, cy, dx, dy))
    return float(min(one_way, _away(cx, cy, ax, ay, bx, by), _away(dx, dy, ax, ay, bx, by)))


@kernel(inner=True)
def _has_near(squares: Squares, kept: Flags, at: int, within: float) -> bool:
    """Report whether a line that is kept lies within a distance of a piece, looking in rings."""
    xy, owner, start, piece, (west, south, side, columns, rows) = squares
    x, y = (xy[at, 0] + xy[at + 1, 0]) / 2, (xy[at, 1] + xy[at + 1, 1]) / 2
    half = np.sqrt((xy[at + 1, 0] - xy[at, 0]) ** 2 + (xy[at + 1, 1] - xy[at, 1]) ** 2) / 2
    column, row = int(np.floor((x - west) / side)), int(np.floor((y - south) / side))
    for ring in range(int((within + half) / side) + 2):
        for j in range(max(row - ring, 0), min(row + ring, rows - 1) + 1):
            step = 1 if j in (row - ring, row + ring) or ring == 0 else 2 * ring
            for i in range(column - ring, column + ring + 1, step):
                if not 0 <= i < columns:
                    continue
                square = j * columns + i
                for k in range(start[square], start[square + 1]):
                    if kept[owner[piece[k]]] and _apart(xy, at, piece[k]) <= within:
                        return True
    return False


@kernel
def _near_lines(  # noqa: PLR0917 - numba takes no keyword-only arguments
    squares: Squares, line_start: Longs, asked: Longs, kept: Flags, within: float
) -> Flags:
    """Find which lines have one that is kept within a distance."""
    found = np.zeros(len(asked), dtype=np.bool_)
    for k in range(len(asked)):
        for at in range(line_start[asked[k]], line_start[asked[k] + 1] - 1):
            if _has_near(squares, kept, at, within):
                found[k] = True
                break
    return found
