"""Statements about a change, and in which share of the draws they hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

from grensgeo import words
from grensgeo.errors import InputError

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Floats
    from grensgeo.words import Language, Text

#: What can be stated: of one place, of two, of one among all, and of the people of a place.
Kind = Literal["gains_at_least", "gains_more", "gains_most", "people_gain"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class Statement:
    """A statement, and how often it holds.

    Attributes
    ----------
    kind
        One of :data:`KINDS`.
    place, than
        The place it is about, and the one it is held against, by name.
    value
        At least so much, in opportunities, minutes or people; None where no value is stated.
    what
        What is gained, by language.
    held
        Number of draws in which it holds.
    known
        Number of draws in which it is known whether it does: where a place is not reached, nothing
        can be said of its minutes.
    draws
        All draws.
    central
        Whether it holds in the central run; None where that is not known.
    level
        From which share on it is said to hold.
    """

    kind: Kind
    place: str
    than: str
    value: float | None
    what: Text
    held: int
    known: int
    draws: int
    central: bool | None
    level: float

    @property
    def share(self) -> float:
        """The share of the draws in which it is known to hold; others count against it."""
        return self.held / self.draws

    @property
    def holds(self) -> bool:
        """Whether it holds in as large a share as was asked for."""
        return self.share >= self.level

    def sentence(self, language: Language = "nl") -> str:
        """Return it with the draws in which it holds.

        Parameters
        ----------
        language
            ``nl``, ``de`` or ``en``.
        """
        said = words.text(f"comparisons.statement.{self.kind}")[language]
        value = 0.0 if self.value is None else self.value
        form = ",.0f" if value == round(value) else ",.1f"
        stated = words.fill(
            said.replace("{value}", "{value:" + form + "}"),
            {
                "place": self.place,
                "than": self.than,
                "value": value,
                "what": self.what[language],
            },
            language,
        )
        told = words.text("comparisons.statement.draws")[language]
        return words.fill(
            told, {"stated": stated, "held": self.held, "draws": self.draws}, language
        )


def holding(
    kind: Kind, gains: Floats, *, place: int, than: int = 0, value: float = 0.0
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Return in which draws a statement holds, and in which it is known whether it does.

    Parameters
    ----------
    kind
        The statement.
    gains
        float64 (n_draws, n_places): what every place gains; NaN where that is not known.
    place, than
        Numbers of places.
    value
        At least so much.

    Returns
    -------
    tuple of ndarray
        bool (n_draws,), twice. A place gains most if none gains as much; where the gain of another
        place is not known, that is not known either.

    Raises
    ------
    InputError
        For another statement.
    """
    ours: Floats = np.asarray(gains[:, place], dtype=np.float64)
    if kind in ("gains_at_least", "people_gain"):
        return ours >= value, ~np.isnan(ours)
    if kind == "gains_more":
        other: Floats = np.asarray(gains[:, than], dtype=np.float64)
        return ours > other, ~np.isnan(ours + other)
    if kind == "gains_most":
        most: Floats = np.delete(gains, place, axis=1).max(axis=1, initial=-np.inf)
        return ours > most, ~np.isnan(ours + most)
    raise InputError(
        "choice-unknown", f"statement {kind!r} is not known; choose one of {', '.join(KINDS)}"
    )
