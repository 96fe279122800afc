"""The few things that can go wrong, each also a built-in exception, each with a code.

A message names the file or the field, the first offending values, how many there are, and the
remedy; its code says of what kind it is, and is what a program goes by. Faults are collected and
raised once:

>>> faults = Faults()
>>> faults.add("out-of-range", "cutoff_min is -5")
>>> faults.add("row-twice", "row 3 twice")
>>> error = InputError.of(faults, where="reach.csv")
>>> str(error), error.codes
('reach.csv: cutoff_min is -5; row 3 twice', ('out-of-range', 'row-twice'))

docs/codes.md lists every code with what it means and what mends it.
"""

from __future__ import annotations

import warnings
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, Protocol, Self

    class Coded(Protocol):
        """A sentence with a code: a :class:`Fault` or a note."""

        code: str


class Fault(str):
    """One thing that is wrong: a sentence that knows its code.

    Parameters
    ----------
    code
        Its kind, as docs/codes.md lists it.
    text
        The file or field, the first offending values, how many there are, and the remedy.
    where
        The file, table or argument that it concerns, where that is known.

    Examples
    --------
    >>> fault = Fault("row-twice", "row 3 twice").at("reach.csv")
    >>> fault, fault.code, fault.where
    ('reach.csv: row 3 twice', 'row-twice', 'reach.csv')
    """

    __slots__ = ("code", "where")
    code: str
    where: str

    def __new__(cls, code: str, text: str, where: str = "") -> Self:
        """Keep the sentence with its code."""
        result = super().__new__(cls, text)
        result.code = code
        result.where = where
        return result

    def __getnewargs_ex__(self) -> tuple[tuple[str, str, str], dict[str, str]]:
        """Return what pickle and copy make it again from."""
        return (self.code, str(self), self.where), {}

    def at(self, place: str) -> Fault:
        """Return the fault with the place where it was found before its sentence."""
        where = f"{place}: {self.where}" if self.where else place
        return Fault(self.code, f"{place}: {self}", where)


class Faults(list[Fault]):
    """What is wrong, as it is found, to be raised at once.

    Examples
    --------
    >>> faults = Faults()
    >>> faults.add("row-twice", "row 3 twice")
    >>> faults
    ['row 3 twice']
    """

    def add(self, code: str, text: str) -> None:
        """Add one thing that is wrong: its kind, and its sentence."""
        self.append(Fault(code, text))


class _Told(Exception):  # noqa: N818 - what errors and warnings share, never raised itself
    """A message with the codes of what it says.

    Attributes
    ----------
    faults
        What it says, one by one; joined by semicolons they are the message.
    """

    faults: tuple[Fault, ...]

    def __init__(self, code: str, text: str | None = None) -> None:
        """Build an error of one kind."""
        fault = Fault("", code) if text is None else Fault(code, text)
        super().__init__(str(fault))
        self.faults = (fault,)

    @classmethod
    def of(cls, faults: Iterable[Coded], *, where: str = "", remedy: str = "") -> Self:
        """Return one exception that says all that was collected.

        Parameters
        ----------
        faults
            One or more.
        where
            What all of them concern; it stands before them.
        remedy
            What mends all of them; it stands behind them.
        """
        said = [Fault(one.code, str(one), getattr(one, "where", "")) for one in faults]
        if where:
            first, *rest = said
            within = [f"{where}: {one.where}" if one.where else where for one in rest]
            said = [first.at(where), *map(Fault, (x.code for x in rest), rest, within)]
        if remedy:
            said[-1] = Fault(said[-1].code, f"{said[-1]}; {remedy}", said[-1].where)
        result = cls(said[0].code, "; ".join(said))
        result.faults = tuple(said)
        return result

    @property
    def code(self) -> str:
        """The kind of what it says first."""
        return self.faults[0].code

    @property
    def codes(self) -> tuple[str, ...]:
        """The kinds of all that it says, each once."""
        return tuple(dict.fromkeys(fault.code for fault in self.faults))

    def at(self, place: str) -> list[Fault]:
        """Return what it says, to collect it with the place where it was found before it."""
        first, *rest = self.faults
        return [first.at(place), *rest]

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what pickle and copy make it again from."""
        return type(self).of, (self.faults,), self.__dict__


class GrensgeoError(_Told):
    """Anything that a user of grensgeo can mend; the command line prints it on one line."""


class InputError(GrensgeoError, ValueError):
    """A table, a file's content or an argument says something that cannot be true."""


class FileError(GrensgeoError, OSError):
    """A file is missing, truncated or not what its name says."""


class GrensgeoWarning(_Told, UserWarning):
    """A result is given, but it rests on something that the reader must know."""


@contextmanager
def listening() -> Iterator[list[GrensgeoWarning]]:
    """Collect grensgeo's warnings, each time that they are given; those of others are passed on.

    Yields
    ------
    list of GrensgeoWarning
        Filled at the end of the block.

    Examples
    --------
    >>> with listening() as told:
    ...     warnings.warn(GrensgeoWarning("no-edge", "the data end nowhere"), stacklevel=1)
    >>> [one.codes for one in told]
    [('no-edge',)]
    """
    told: list[GrensgeoWarning] = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", GrensgeoWarning)
        yield told
    for one in caught:
        if isinstance(one.message, GrensgeoWarning):
            told.append(one.message)
        else:
            warnings.warn_explicit(one.message, one.category, one.filename, one.lineno)


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
