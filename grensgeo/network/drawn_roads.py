"""Roads that are drawn: how long their line is, and which parts of it run through streets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from grensgeo.arrays import Flags, Floats

#: Steps in which people along a line are looked for, metres: a quarter of a cell.
STEP_M = 250.0
#: A part shorter than this, metres, is as what it lies in: no limit changes for less.
SHORTEST_PART_M = 500.0


@dataclass(frozen=True)
class RoadPart:
    """A part of a line.

    Attributes
    ----------
    start, end
        Where it lies, as shares of the length of the line.
    built_up
        Whether people live along it.
    """

    start: float
    end: float
    built_up: bool


def places_along(line: Floats, step_m: float = STEP_M) -> tuple[Floats, Floats]:
    """Compute places at even steps along a line.

    Parameters
    ----------
    line
        float64 (n, 2): the line in metres.
    step_m
        About how far apart; the last place is the end.

    Returns
    -------
    tuple
        Shares of the length (m,), from 0 to 1, and the places (m, 2) in metres.
    """
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    total = along[-1]
    count = max(int(total // step_m), 1) + 1
    shares = np.linspace(0.0, 1.0, count)
    at = shares * total
    return shares, np.column_stack([np.interp(at, along, line[:, k]) for k in (0, 1)])


def parts_by_people(shares: Floats, people: Flags, length_m: float) -> list[RoadPart]:
    """Split a line where people begin or end to live along it.

    Parameters
    ----------
    shares
        Places along the line, from 0 to 1, as :func:`places_along` gives them.
    people
        Whether people live at each.
    length_m
        Length of the line.

    Returns
    -------
    list of RoadPart
        They follow each other from 0 to 1; none but a whole line is shorter than
        :data:`SHORTEST_PART_M`.

    Examples
    --------
    >>> import numpy as np
    >>> places = np.linspace(0, 1, 9)
    >>> parts = parts_by_people(places, places < 0.4, 4000.0)
    >>> [(part.start, part.end, part.built_up) for part in parts]
    [(0.0, 0.4375, True), (0.4375, 1.0, False)]
    """
    changes = np.flatnonzero(people[1:] != people[:-1])
    ends = [0.0, *((shares[changes] + shares[changes + 1]) / 2.0).tolist(), 1.0]
    kinds = [bool(people[0]), *(bool(kind) for kind in people[changes + 1])]
    parts = [RoadPart(a, b, kind) for a, b, kind in zip(ends[:-1], ends[1:], kinds, strict=True)]
    while len(parts) > 1:
        shortest = min(range(len(parts)), key=lambda i: parts[i].end - parts[i].start)
        if (parts[shortest].end - parts[shortest].start) * length_m >= SHORTEST_PART_M:
            break
        parts = _without(parts, shortest)
    return parts


def _without(parts: list[RoadPart], index: int) -> list[RoadPart]:
    """Join a part to those beside it, which are alike."""
    first, last = max(index - 1, 0), min(index + 1, len(parts) - 1)
    kind = parts[first if index else last].built_up
    return [
        *parts[:first],
        RoadPart(parts[first].start, parts[last].end, kind),
        *parts[last + 1 :],
    ]


def cut_line(line: Floats, start: float, end: float) -> Floats:
    """Cut a part out of a line.

    Parameters
    ----------
    line
        float64 (n, 2), in any unit.
    start, end
        Where, as shares of its length.

    Returns
    -------
    ndarray
        float64 (m, 2): both places, and the corners between them.
    """
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    at = np.array([start, end]) * along[-1]
    inside = (along > at[0]) & (along < at[1])
    ends = np.column_stack([np.interp(at, along, line[:, k]) for k in (0, 1)])
    return np.concatenate([ends[:1], line[inside], ends[1:]])
