"""How a network, a region, a trip and what is computed of them show themselves in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from grensgeo.provenance import Provenance


def card(
    title: str,
    rows: Mapping[str, object],
    *,
    provenance: Provenance | None = None,
) -> str:
    """Write a small table with a title, and sources and assumptions folded beneath it.

    Parameters
    ----------
    title
        What it is.
    rows
        What holds of it, by name; whole numbers get thousands apart, None is left out.
    provenance
        Its sources and notes.

    Returns
    -------
    str
        HTML without scripts; what the rows hold is escaped.

    Examples
    --------
    >>> "<td>12,345</td>" in card("Region", {"cells": 12345})
    True
    """
    told = Markup("").join(
        Markup("<tr><th style='text-align:left'>{}</th><td>{}</td></tr>").format(
            name, _text(value)
        )
        for name, value in rows.items()
        if value is not None
    )
    shown = Markup("<div><strong>{}</strong><table>{}</table>").format(title, told)
    if provenance is not None:
        sources = [f"{one.attribution} ({one.licence})" for one in provenance.sources]
        shown += _folded("Sources", sources) + _folded("Notes", provenance.notes)
    return str(shown + Markup("</div>"))


def _text(value: object) -> Markup:
    """Write a value: whole numbers with thousands apart."""
    whole = isinstance(value, int) and not isinstance(value, bool)
    return escape(f"{value:,}" if whole else str(value))


def _folded(title: str, lines: Sequence[str]) -> Markup:
    """Write lines that open on a click, each once; nothing where there are none."""
    if not lines:
        return Markup("")
    told = Markup("").join(
        Markup("<li>{}</li>").format(str(line)) for line in dict.fromkeys(lines)
    )
    head = Markup("<details><summary>{} ({})</summary><ul>{}</ul></details>")
    return head.format(title, len(set(lines)), told)
