"""What is wrong with numbers and ways of a modification, in words."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.declared import NUMBER
from grensgeo.errors import Fault, Faults, some

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grensgeo.declared import Record
    from grensgeo.network import Streets


def number_faults(record: Record, values: Mapping[str, object]) -> list[Fault]:
    """Return a sentence for each number that is none, or outside its declared bounds.

    Parameters
    ----------
    record
        Where the bounds are declared.
    values
        Values by name; None is no number and is not checked where that is the default.
    """
    faults = Faults()
    for item in record.options:
        if item.kind is not NUMBER or item.name not in values:
            continue
        value = values[item.name]
        if value is None and item.default is None:
            continue
        if isinstance(value, bool) or not isinstance(value, (int, float, np.number)):
            faults.add("not-a-number", f"{item.name}: {value!r} is not a number")
        elif item.outside(float(value)):
            faults.add("out-of-range", f"{item.name}: {value} is not{item.bounds()}")
    return faults


def unknown_name(name: str, known: Iterable[str], what: str) -> Fault:
    """Return a fault that tells of an unknown name which known ones are like it.

    Examples
    --------
    >>> unknown_name("jbos", ["jobs", "schools"], "opportunity")
    'unknown opportunity jbos; nearest is jobs'
    """
    names = list(known)
    near = difflib.get_close_matches(name, names, n=3)
    there = f"nearest is {some(near)}" if near else f"known are {some(names, most=20)}"
    return Fault("name-unknown", f"unknown {what} {name}; {there}")


def one_of(values: Mapping[str, object], *, both: bool = False) -> list[Fault]:
    """Return a fault if not exactly one of some values is given; or one alone, of both or none."""
    given = sum(value is not None for value in values.values())
    names = " and ".join(values)
    if both:
        return [] if given != 1 else [Fault("option-missing", f"give both of {names}")]
    return [] if given == 1 else [Fault("give-exactly-one", f"give one of {names}")]


def as_names(values: object, *, name: str) -> tuple[tuple[str, ...], list[Fault]]:
    """Read a list of names, or say what is wrong with it."""
    listed = isinstance(values, Iterable) and not isinstance(values, str)
    given = list(values) if isinstance(values, Iterable) and listed else []
    if not listed or not all(isinstance(item, str) and item for item in given):
        return (), [Fault("key-of-wrong-type", f"{name}: {values!r} is not a list of names")]
    return tuple(given), []


def as_ways(ways: object) -> tuple[tuple[int, ...], list[Fault]]:
    """Read ids of ways of OpenStreetMap, or say what is wrong with them.

    Parameters
    ----------
    ways
        A list of whole numbers.

    Returns
    -------
    tuple
        The ids, and the faults.

    Examples
    --------
    >>> as_ways([4321]), as_ways("4321")
    (((4321,), []), ((), ["ways: '4321' is not a list of ids of ways"]))
    """
    listed = isinstance(ways, Iterable) and not isinstance(ways, str)
    given = list(ways) if isinstance(ways, Iterable) and listed else []
    if not listed or any(
        isinstance(way, bool) or not isinstance(way, int | np.integer) for way in given
    ):
        return (), [Fault("key-of-wrong-type", f"ways: {ways!r} is not a list of ids of ways")]
    return tuple(int(way) for way in given), []


def unknown_ways(streets: Streets, ways: tuple[int, ...]) -> list[Fault]:
    """Report the ways that a network does not have.

    Parameters
    ----------
    streets
        Streets of the network.
    ways
        Ids, as OpenStreetMap numbers them.

    Returns
    -------
    list of str
        A sentence that names all of them; empty if the network has every one.
    """
    given = np.array(ways, dtype=np.int64)
    missing = given[~np.isin(given, streets.way_id)].tolist()
    if not missing:
        return []
    return [
        Fault(
            "way-unknown",
            f"ways: the network has no way {some(missing)}; look the ids up on "
            "openstreetmap.org, of the day that its extract is of",
        )
    ]
