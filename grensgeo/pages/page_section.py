"""What a page of text consists of: sections with sentences, lists, charts and tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grensgeo.pages.templating import fill_template

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from markupsafe import Markup

#: Drawn for a phone: its letters are as large there as those around it.
_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BELOW = 400, 200, 78, 388, 12, 22
#: Height of a line of the key, which stands above the axes.
_KEY = 18
#: Marks of a vertical axis.
_MARKS = 4
#: Steps of a vertical axis, in powers of ten.
_STEPS = (1, 2, 5, 10)


@dataclass(frozen=True)
class CurveChart:
    """Lines over one axis, under a key with the name of each.

    Attributes
    ----------
    label
        What it shows, with its unit.
    x
        Where the lines have points, rising.
    lines
        Values by name, one for each of ``x``.
    write
        How a value is written.
    """

    label: str
    x: Sequence[float]
    lines: Mapping[str, Sequence[float]]
    write: Callable[[float], str] = field(repr=False)

    width, left, right = _WIDTH, _LEFT, _RIGHT

    @property
    def height(self) -> int:
        """Height of the axes and the key above them."""
        return _HEIGHT + _KEY * len(self.lines)

    def _top(self) -> tuple[float, float]:
        """Return the highest mark and the step between marks."""
        most = max((value for line in self.lines.values() for value in line), default=0.0) or 1.0
        power = 10.0 ** (len(str(int(most / _MARKS))) - 1)
        step = next(one * power for one in _STEPS if one * power * _MARKS >= most)
        return step * _MARKS, step

    def _x(self, value: float) -> float:
        first, last = self.x[0], self.x[-1]
        return _LEFT + (value - first) / ((last - first) or 1.0) * (_RIGHT - _LEFT)

    def _y(self, value: float) -> float:
        bottom = self.height - _BELOW
        length = _HEIGHT - _BELOW - _TOP
        return bottom - value / self._top()[0] * length

    @property
    def y_ticks(self) -> list[dict[str, object]]:
        """Marks of the vertical axis."""
        step = self._top()[1]
        return [
            {"at": round(self._y(step * n), 1), "said": self.write(step * n)}
            for n in range(_MARKS + 1)
        ]

    @property
    def x_ticks(self) -> list[dict[str, object]]:
        """Marks of the horizontal axis: every fifteen."""
        return [
            {"at": round(self._x(value), 1), "said": f"{value:g}"}
            for value in self.x
            if value % 15 == 0
        ]

    @property
    def drawn(self) -> list[dict[str, object]]:
        """The lines as a template draws them, with where their names stand in the key."""
        return [
            {
                "name": name,
                "at": _TOP + _KEY * place,
                "points": " ".join(
                    f"{self._x(x):.1f},{self._y(y):.1f}"
                    for x, y in zip(self.x, values, strict=True)
                ),
            }
            for place, (name, values) in enumerate(self.lines.items())
        ]


@dataclass(frozen=True)
class PageSection:
    """A part of a page.

    Attributes
    ----------
    heading
        What it is about.
    texts
        Sentences.
    items
        Lines of a list.
    charts
        Drawn above the table.
    head, rows
        A table; none without rows.
    blank
        Whether room is left for whoever hands it in.
    small
        Whether it is small print.
    inside, fold
        Parts that stand folded at its end, and what is pressed to see them; on paper they are
        open.
    """

    heading: str
    texts: Sequence[str] = ()
    items: Sequence[str] = ()
    charts: Sequence[CurveChart] = ()
    head: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    blank: bool = False
    small: bool = False
    inside: Sequence[PageSection] = ()
    fold: str = ""


def sections_body(sections: Sequence[PageSection], *, lead: str = "") -> Markup:
    """Return the HTML of sections.

    Parameters
    ----------
    sections
        In their order.
    lead
        The whole in one sentence; none if empty.
    """
    return fill_template("sections", sections=sections, lead=lead)
