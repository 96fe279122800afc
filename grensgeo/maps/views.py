"""From a table to a view: what the reader can choose, the figures, and the class breaks.

Every figure that a page shows is computed for a view or comes from the table; the page only looks
it up. A figure is a number, ``None`` (missing) or ``"u"`` (undefined: a ratio to zero).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

#: A figure on a map.
Figure = float | str | None
#: Written for a figure that cannot be: a share or a ratio of zero.
UNDEFINED = "u"
#: Written for a change that is smaller than what the model can tell, and not zero.
BELOW_NOISE = "n"


@dataclass(frozen=True)
class View:
    """One topic of a map, ready for JSON.

    Attributes
    ----------
    kind
        ``reach``, ``border_effect``, ``scenario`` or ``isochrones``.
    content
        Controls, fields and layers as plain lists and dicts, read by ``js/src/pages``.
    """

    kind: str
    content: dict[str, Any]


def rounded(value: float) -> float:
    """Round a count as it is shown: whole from 100 upward, four digits below.

    Examples
    --------
    >>> rounded(12_345.6), rounded(0.123456)
    (12346, 0.1235)
    """
    return round(value) if abs(value) >= 100 else float(f"{value:.4g}")


def order(values: Sequence[str], known: Sequence[str]) -> list[str]:
    """Sort options: those that are known in their own order, the others after them."""
    return sorted(set(values), key=lambda v: (known.index(v) if v in known else len(known), v))
