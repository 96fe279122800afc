"""What a statement is about: its place, figure and draws, found in a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo import words
from grensgeo.comparison.change_words import Compared, chosen_figure
from grensgeo.comparison.people_concerned import CLASSES
from grensgeo.comparison.statements import KINDS, Kind, Statement, holding
from grensgeo.errors import Faults, InputError, some

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grensgeo.arrays import Floats
    from grensgeo.comparison.added_up import AddedUp
    from grensgeo.comparison.places_compared import Level

#: Classes of people who gain.
_GAIN = [CLASSES.index(name) for name in ("gain", "gain_much")]


def state(
    found: Compared,
    kind: Kind,
    places: tuple[str, str | None],
    *,
    value: float | None,
    to: str | None,
    which: Mapping[str, str | float | None],
) -> Statement:
    """Count the draws in which a statement holds; see :meth:`Comparison.statement`.

    Parameters
    ----------
    found
        The comparison.
    kind, value
        What is stated.
    places
        The place it is about, and the one it is held against.
    to
        Destination, of minutes.
    which
        Trip, opportunity and cutoff.
    """
    _check(found, kind, places[1], value)
    level, number, other = _at(found, *places)
    key = chosen_figure(found.table(), **which)
    if to is not None:
        key["to_id"] = _destination(found, to)
    drawn = found.changes.drawn
    if drawn is None:
        raise InputError("part-not-given", "statement: ask for draws; compare(..., draws=100)")
    counted = kind == "people_gain"
    gains = _gains(found, drawn, level, key, people=counted)
    least = 0.0 if value is None else value
    held, known = holding(kind, gains, place=number, than=other, value=least)
    once = _gains(found, found.changes.central, level, key, people=counted)[None]
    central, sure = holding(kind, once, place=number, than=other, value=least)
    name = str(key["opportunity"])
    what = words.texts("terms.opportunity").get(name) or words.in_every_language(name)
    return Statement(
        kind,
        _named(level, number),
        "" if places[1] is None else _named(level, other),
        value,
        words.text("comparisons.statement.minutes") if to is not None else what,
        int((held & known).sum()),
        int(known.sum()),
        len(held),
        bool(central[0]) if sure[0] else None,
        found.changes.level,
    )


def _check(found: Compared, kind: Kind, than: str | None, value: float | None) -> None:
    """Raise on a statement that cannot be made."""
    faults = Faults()
    if kind not in KINDS:
        faults.add("choice-unknown", f"{kind!r} is not known; choose one of {', '.join(KINDS)}")
    if (kind in ("gains_at_least", "people_gain")) != (value is not None):
        faults.add("option-unfit", "give value= for gains_at_least and people_gain, and only then")
    if (kind == "gains_more") != (than is not None):
        faults.add("option-unfit", "give than= for gains_more, and only then")
    if kind == "people_gain" and not found.changes.places.counted:
        faults.add("part-not-given", "it is not known who lives where")
    if faults:
        raise InputError.of(faults, where="statement")


def _at(found: Compared, place: str, than: str | None) -> tuple[Level, int, int]:
    """Return the level of places, and where on it they stand."""
    levels = found.changes.places.levels
    for level in levels:
        ours, other = (_number(level, one) for one in (place, than))
        if ours is not None and (than is None or other is not None):
            return level, ours, other or 0
    named = [name for level in levels for name in level.names if name]
    both = f"{place!r}" if than is None else f"{place!r} and {than!r} on one level"
    raise InputError(
        "id-unknown", f"statement: no place {both}; there are {some(named)}, countries and 'all'"
    )


def _number(level: Level, place: str | None) -> int | None:
    """Return where on a level a place stands, by code or name; None if it does not."""
    at = [
        k
        for k, (code, name) in enumerate(zip(level.ids, level.names, strict=True))
        if place in (code, name)
    ]
    return at[0] if len(at) == 1 and place is not None else None


def _named(level: Level, number: int) -> str:
    return level.names[number] or level.ids[number]


def _destination(found: Compared, to: str) -> str:
    """Return the code of a destination."""
    codes = list(dict.fromkeys(key.to_id for key in found.changes.time_keys))
    for code in codes:
        if to in (code, found.spoken.names.get(code)):
            return code
    raise InputError(
        "id-unknown",
        f"statement: times to {to!r} were not compared; there are those to {some(codes)}",
    )


def _gains(
    found: Compared, sums: AddedUp, level: Level, key: Mapping[str, object], *, people: bool
) -> Floats:
    """Return what every place of a level gains, the draw first where there are several."""
    changes = found.changes
    timed = "to_id" in key
    names = ("mode", "to_id") if timed else ("mode", "opportunity", "cutoff_min")
    keys = changes.time_keys if timed else changes.reach_keys
    wanted = tuple(key[name] for name in names)
    at = [tuple(one) for one in keys].index(wanted)
    if people:
        row = sums.concerned(level.members)[..., at + len(changes.reach_keys) * timed, :, :]
        return np.asarray(row[..., _GAIN, :].sum(axis=-2), dtype=np.float64)
    before, after = sums.times(level.members) if timed else sums.reach(level.members)
    more = after[..., at, :] - before[..., at, :]
    return np.asarray(-more if timed else more, dtype=np.float64)
