"""The page's words and number formats in one language, for what is drawn on paper."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from grensgeo import words
from grensgeo.maps import picture_marks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grensgeo.words import Language

#: Counts below this are told as nothing; those from it up to 1 with two digits.
_LEAST = 0.001
#: Below this counts have a digit behind the mark, and shares below that.
_TENTHS_BELOW, _SHARE_TENTHS_BELOW = 10, 0.095
#: Changes below the first would be told as none, and are told as less than the second.
_LEAST_SHARE, _TOLD_LEAST_SHARE = 0.0005, 0.001


class Words:
    """The page's words and number formats in one language, for what is drawn."""

    def __init__(
        self,
        language: Language,
        view: dict[str, Any],
        chosen: dict[str, str],
        *,
        texts: Mapping[str, words.Text],
        by_mode: Mapping[str, words.Text],
    ) -> None:
        self.by_mode = by_mode
        self.language = language
        self.texts = texts
        self.view = view
        self.chosen = chosen

    def text(self, key: str, **values: str) -> str:
        """Return the words of a key, with what is chosen filled in."""
        found = self.texts[key][self.language]
        for name, value in {**self._values(), **values}.items():
            found = found.replace(f"{{{name}}}", value)
        return found

    def _values(self) -> dict[str, str]:
        named: dict[str, Mapping[str, words.Text]] = {
            "mode": self.by_mode,
            "opportunity": words.texts("terms.opportunity"),
        }
        values = {}
        for name, value in self.chosen.items():
            known = named.get(name, {}).get(value)
            values[name] = known[self.language] if known else value
        if values.get("mode") in {"all", "any"}:
            any_mode = words.text("placements.text.by_any")[self.language]
            values["mode"] = any_mode if values["mode"] == "any" else ""
        if "origin" in values:
            values["origin"] = self.view["names"].get(values["origin"], values["origin"])
        return values

    def number(self, value: float, unit: str = "count") -> str:
        """Write a number as the page does: ``count``, ``percent``, ``change``, ``change_percent``.

        ``js/src/shared/numbers.js`` has the same rules; ``js/tests/fixtures/numbers.json`` holds
        the two together.
        """
        return written(value, unit, self.language)

    def asides(self, layer: dict[str, Any]) -> list[str]:
        """Report what of the flows is not drawn, and what is not known of placements."""
        told = [
            self.text(name, n=self.number(number))
            for name, number in layer.get("asides", {}).items()
            if number
        ]
        bounds = picture_marks.bounds(layer)
        told += [self.text("bounds", n=self.number(bounds))] if bounds else []
        return told + [
            self.text(
                f"flow_{what}",
                n=self.number(layer[what]),
                p=self.number(layer.get(f"people_{what}", 0)),
            )
            for what in ("left_out", "outside", "missing")
            if layer.get(what)
        ]

    def origin(self) -> tuple[str, str] | None:
        """Return id and name of the origin of isochrones."""
        if "origin" not in self.chosen:
            return None
        return self.chosen["origin"], self._values()["origin"]

    def heading(self, layer: dict[str, Any]) -> str:
        """Return what the layer shows, in one line."""
        told = {name: self.number(number) for name, number in layer.get("said", {}).items()}
        each = "of_mean" if self.view.get("mean") else "of_each"
        mean = self.text(each) if "ids" in self.view else ""
        return self.text(f"head_{self.view['kind']}", **told).strip() + mean


def written(value: float, unit: str, language: Language) -> str:
    """Write a number as a page does; see :meth:`Words.number`."""
    thousands, decimals = words.MARKS[language]
    sign = "\N{MINUS SIGN}" if value < 0 else "+" if value > 0 and "change" in unit else ""
    size = abs(value)
    if unit in {"count", "change"}:
        below, told = "", _plain(size)
    else:
        little = unit == "change_percent" and 0 < size < _LEAST_SHARE
        below = "<" if little else ""
        shown = _TOLD_LEAST_SHARE if little else size
        told = _rounded(_exact(shown) * 100, tenths=shown < _SHARE_TENTHS_BELOW)
        told += "\N{NO-BREAK SPACE}%" if language == "de" else "%"
    return sign + below + told.translate({44: thousands, 46: decimals})


def _plain(size: float) -> str:
    """Format a count of at least 0, in English marks.

    What is small is not nothing: two digits of it are told, as 0.04.
    """
    if _LEAST <= size < 1:
        digits = Decimal(1).scaleb(math.floor(math.log10(size)) - 1)
        return f"{_exact(size).quantize(digits, ROUND_HALF_UP).normalize():f}"
    return _rounded(_exact(size), tenths=size < _TENTHS_BELOW)


def _exact(size: float) -> Decimal:
    """Return a number as it is written, so that it is rounded as a reader would."""
    return Decimal(repr(float(size)))


def _rounded(size: Decimal, *, tenths: bool) -> str:
    """Round half up, to a tenth that is not told where it is nothing."""
    found = size.quantize(Decimal("0.1" if tenths else "1"), ROUND_HALF_UP)
    return f"{found:,f}".removesuffix(".0")
