"""The few things that can go wrong, each also a built-in exception.

A message names the file or the field, the first offending values, how many there are, and the
remedy. Faults are collected and raised once.
"""

from collections.abc import Iterable


class GrensgeoError(Exception):
    """Anything that a user of grensgeo can mend; the command line prints it on one line."""


class InputError(GrensgeoError, ValueError):
    """A table, a file's content or an argument says something that cannot be true."""


class FileError(GrensgeoError, OSError):
    """A file is missing, truncated or not what its name says."""


class GrensgeoWarning(UserWarning):
    """A result is given, but it rests on something that the reader must know."""


def some(values: Iterable[object], *, most: int = 5) -> str:
    """Write the first few offending values and how many there are in all.

    Parameters
    ----------
    values
        The offending values, in the order in which they stand in the input.
    most
        How many are written out.

    Returns
    -------
    str
        For instance ``"a, b, c, d, e … (12 in all)"``.

    Examples
    --------
    >>> some(["GM0153", "GM0168"])
    'GM0153, GM0168'
    >>> some(range(9), most=3)
    '0, 1, 2 … (9 in all)'
    """
    listed = [str(value) for value in values]
    text = ", ".join(listed[:most])
    return text if len(listed) <= most else f"{text} … ({len(listed)} in all)"
