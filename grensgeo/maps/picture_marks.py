"""What figures on paper say beside themselves: the edge of the data, no ride, lower bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Lines over the colour of an area, so that its class can still be read.
_OVER: dict[str, dict[str, Any]] = {
    "edge": {"facecolor": "none", "hatch": "\\\\", "hatchcolor": "#45474c"},
    "still": {"facecolor": "none", "hatch": "//", "hatchcolor": "#6b6459"},
}


def over(view: Mapping[str, Any], layer: Mapping[str, Any]) -> dict[int, str]:
    """Return the mark of each area whose figure says less than it seems to.

    Parameters
    ----------
    view
        A view of figures by area.
    layer
        The layer that is shown.

    Returns
    -------
    dict
        ``edge`` or ``still`` by number of the area, by the same rule as the page's script.
    """
    values = layer["values"]
    found: dict[int, str] = {}
    for slot, number in enumerate(view["ids"]):
        edge = values["edge"][slot] if "edge" in values else None
        if edge is not None and edge > view.get("edge_share", 1.0):
            found[number] = "edge"
        elif "without" in values and values["without"][slot] == 1:
            found[number] = "still"
    return found


def hatch(mark: str) -> dict[str, Any]:
    """Return the fill of a mark, as matplotlib takes it."""
    return _OVER[mark]


def bounds(layer: Mapping[str, Any]) -> int:
    """Return how many areas have a figure that is a lower bound."""
    return sum(1 for n in layer.get("values", {}).get("unknown", []) if n)


def opening(view: Mapping[str, Any], layer: Mapping[str, Any], start: str) -> str:
    """Return the field with which a map opens: the first that has figures, as on the page."""
    values = layer["values"]
    (control,) = [one for one in view["controls"] if one["id"] == "destination"]
    known = (
        name
        for name in (start, *control["options"])
        if any(isinstance(v, int | float) for v in values.get(name, ()))
    )
    return next(known, start)
