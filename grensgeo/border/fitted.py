"""What borders weigh as flows of commuters told it: fitted figures with date and interval.

``fitted_terms.csv`` is written by ``data/compile/border_flows.py``. Each name has two readings of
one and the same border: as perceived minutes (``RESISTANCES``), or as a part of what lies across
(``MATCHINGS``). Both together would count it twice.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class FittedTerm:
    """What a border weighs in one direction.

    Attributes
    ----------
    name
        Under which name it is known.
    way
        Countries of residence and of work.
    weight, minutes
        The figure, and the least and the most of its 95 % interval: a part of opportunities, and
        perceived minutes.
    purpose, mode
        What the flows were for, and of which mode the times were.
    reference_date
        Of when the flows are.
    source
        Where they come from.
    """

    name: str
    way: tuple[str, str]
    weight: tuple[float, float, float]
    minutes: tuple[float, float, float]
    purpose: str
    mode: str
    reference_date: str
    source: str


@cache
def fitted_terms() -> tuple[FittedTerm, ...]:
    """Return the fitted figures as they stand in their file, one per name and direction."""
    text = files("grensgeo.border").joinpath("fitted_terms.csv").read_text(encoding="utf-8")
    return tuple(
        FittedTerm(
            row["name"],
            (row["from_country"], row["to_country"]),
            _figure(row, "weight"),
            _figure(row, "minutes"),
            *(row[name] for name in ("purpose", "mode", "reference_date", "source")),
        )
        for row in csv.DictReader(text.splitlines())
    )


def fitted_by_name() -> dict[str, list[FittedTerm]]:
    """Return the fitted figures of all directions by name."""
    result: dict[str, list[FittedTerm]] = {}
    for term in fitted_terms():
        result.setdefault(term.name, []).append(term)
    return result


def _figure(row: dict[str, str], column: str) -> tuple[float, float, float]:
    middle, lower, upper = (float(row[f"{column}{end}"]) for end in ("", "_lower", "_upper"))
    return middle, lower, upper
