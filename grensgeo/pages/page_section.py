"""What a page of text consists of: sections with sentences, lists, charts and tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grensgeo.pages.templating import fill_template

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from markupsafe import Markup

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BELOW = 720, 240, 84, 500, 12, 22
#: Names of lines stand at least this far from each other.
_APART = 14.0
#: Marks of a vertical axis.
_MARKS = 4
#: Steps of a vertical axis, in powers of ten.
_STEPS = (1, 2, 5, 10)


@dataclass(frozen=True)
class CurveChart:
    """Lines over one axis, with the name of each at its end.

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

    width, height, left, right = _WIDTH, _HEIGHT, _LEFT, _RIGHT

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
        bottom = _HEIGHT - _BELOW
        return bottom - value / self._top()[0] * (bottom - _TOP)

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
        """The lines as a template draws them, their names apart from each other."""
        order = sorted(self.lines, key=lambda name: -self.lines[name][-1])
        at: dict[str, float] = {}
        last = 0.0
        for name in order:
            last = max(self._y(self.lines[name][-1]) + 4, last + _APART)
            at[name] = round(last, 1)
        return [
            {
                "name": name,
                "at": at[name],
                "points": " ".join(
                    f"{self._x(x):.1f},{self._y(y):.1f}"
                    for x, y in zip(self.x, values, strict=True)
                ),
            }
            for name, values in self.lines.items()
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
    """

    heading: str
    texts: Sequence[str] = ()
    items: Sequence[str] = ()
    charts: Sequence[CurveChart] = ()
    head: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    blank: bool = False
    small: bool = False


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
