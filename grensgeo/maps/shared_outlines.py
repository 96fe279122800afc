"""Outlines of neighbours, which have the corners of their common lines once.

Corners are numbered as they first come. Where an outline follows a line that is there already, its
corners are so many numbers in a row, forwards or backwards: a run. Pictures read it here, pages by
``js/src/shared/areas.js``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    import numpy.typing as npt

#: Digits to the base of 32, and the same where another follows: letters that neither JSON nor HTML
#: writes in any other way.
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_DIGIT_BITS = 5

Corner = tuple[int, int]


def share_corners(
    areas: Iterable[Sequence[Sequence[Sequence[Corner]]]],
) -> tuple[list[list[list[list[int]]]], list[str]]:
    """Write areas as runs of corners that they share.

    Parameters
    ----------
    areas
        Polygons of each area, rings of each polygon, corners of each ring: x and y.

    Returns
    -------
    tuple
        The same with the runs of each ring in place of its corners: ``[first, count, first, count,
        ...]``, where a count below 0 runs backwards; and the corners' x and y, each as
        :func:`write_steps` writes them.

    Examples
    --------
    >>> one = [(0, 0), (0, 5), (5, 5), (5, 0)]
    >>> other = [(5, 0), (5, 5), (9, 5), (9, 0)]
    >>> share_corners([[[one]], [[other]]])
    ([[[[0, 4]]], [[[3, -2, 4, 2]]]], ['AAKAIA', 'AKAJKJ'])
    """
    numbers: dict[Corner, int] = {}
    found = [[[_runs(ring, numbers) for ring in one] for one in area] for area in areas]
    return found, [write_steps(corner[axis] for corner in numbers) for axis in (0, 1)]


def _runs(ring: Sequence[Corner], numbers: dict[Corner, int]) -> list[int]:
    """Return the runs of a ring's corners, and number those that are new."""
    runs: list[int] = []
    for corner in ring:
        number = numbers.setdefault(corner, len(numbers))
        if runs:
            first, count = runs[-2:]
            way = 1 if count > 0 else -1
            if count == 1 and number == first - 1:
                runs[-1] = -2
                continue
            if number == first + count:
                runs[-1] += way
                continue
        runs += [number, 1]
    return runs


def write_steps(values: Iterable[int]) -> str:
    """Write whole numbers as letters, each as a step from the one before.

    Parameters
    ----------
    values
        Whole numbers.

    Examples
    --------
    >>> write_steps([3, 2, 20])
    'GBkB'
    """
    letters, before = [], 0
    for value in values:
        step = value - before
        before = value
        left = step << 1 if step >= 0 else ~(step << 1)  # the sign stands in the last bit
        while left >> _DIGIT_BITS:
            letters.append(LETTERS[left % (1 << _DIGIT_BITS) + (1 << _DIGIT_BITS)])
            left >>= _DIGIT_BITS
        letters.append(LETTERS[left])
    return "".join(letters)


def read_shared(
    areas: Sequence[Sequence[Sequence[Sequence[int]]]], corners: Sequence[str]
) -> list[list[list[npt.NDArray[np.int64]]]]:
    """Read the corners of areas that share them.

    Parameters
    ----------
    areas, corners
        As :func:`share_corners` writes them.

    Returns
    -------
    list
        The polygons of each area, and of each the corners (n, 2) of its rings.

    Examples
    --------
    >>> read_shared([[[[3, -2, 4, 2]]]], ['AAKAIA', 'AKAJKJ'])[0][0][0].tolist()
    [[5, 0], [5, 5], [9, 5], [9, 0]]
    """
    import numpy as np

    spots = np.array([read_steps(letters) for letters in corners], dtype=np.int64).T
    return [[[spots[_corners_of(runs)] for runs in polygon] for polygon in area] for area in areas]


def _corners_of(runs: Sequence[int]) -> list[int]:
    """Return the numbers of the corners of runs."""
    return [
        number
        for first, count in zip(runs[::2], runs[1::2], strict=True)
        for number in range(first, first + count, 1 if count > 0 else -1)
    ]


def read_steps(letters: str) -> list[int]:
    """Read the whole numbers that :func:`write_steps` wrote.

    Parameters
    ----------
    letters
        As :func:`write_steps` writes them.

    Examples
    --------
    >>> read_steps('GBkB')
    [3, 2, 20]
    """
    values, value, step, bits = [], 0, 0, 0
    for letter in letters:
        digit = LETTERS.index(letter)
        step |= digit % (1 << _DIGIT_BITS) << bits
        bits += _DIGIT_BITS
        if digit < 1 << _DIGIT_BITS:
            value += ~(step >> 1) if step & 1 else step >> 1
            values.append(value)
            step = bits = 0
    return values
