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

#: Counts below this are drawn as nothing; those below 1 with two digits.
_LEAST = 0.001


class Words:
    """The page's words and number formats in one language, for what is drawn."""

    def __init__(
        self,
        language: Language,
        view: dict[str, Any],
        chosen: dict[str, str],
        *,
        by_mode: Mapping[str, words.Text],
    ) -> None:
        self.by_mode = by_mode
        self.language = language
        self.texts = words.texts("pages.text") | words.texts("placements.text")
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
        """Write a number as the page does."""
        thousands, decimals = words.MARKS[self.language]
        signed = "+" if unit.startswith("change") and value > 0 else ""
        percent = unit in {"percent", "change_percent"}
        shown = value * 100 if percent else value
        plain = _plain(abs(shown), small=not percent).translate({44: thousands, 46: decimals})
        minus = "\N{MINUS SIGN}" if shown < 0 else ""
        space = "" if self.language == "en" else "\N{NO-BREAK SPACE}"
        return f"{signed}{minus}{plain}{space + '%' if percent else ''}"

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


def _plain(size: float, *, small: bool) -> str:
    """Format a number of at least 0 as the page's scripts do, in English marks.

    What is small is not nothing: two digits of it are told, as 0.04.
    """
    if small and _LEAST <= size < 1:
        digits = Decimal(1).scaleb(math.floor(math.log10(size)) - 1)
        return f"{Decimal(repr(float(size))).quantize(digits, ROUND_HALF_UP).normalize():f}"
    digits_shown = 1 if size < 9.5 and size != round(size) else 0
    return f"{size:,.{digits_shown}f}"
