"""The legend of a picture: fills and words, as the page's script makes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from grensgeo.maps import classes, paint, picture_marks
from grensgeo.maps.paint import INK, LAND
from grensgeo.maps.views import BELOW_NOISE, UNDEFINED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from grensgeo.maps.picture_words import Words
    from grensgeo.maps.sheet import Sheet

#: Fills of figures that are no number: hatched, never a colour of the scale.
_MISSING: dict[str, Any] = {"facecolor": "#e4e4e4", "hatch": "////", "hatchcolor": "#b5b5b5"}
_UNDEFINED: dict[str, Any] = {"facecolor": "#f4eef8", "hatch": "\\\\\\\\", "hatchcolor": "#7b5a9a"}
_NOISE: dict[str, Any] = {"facecolor": classes.NOISE}


@dataclass(frozen=True)
class Key:
    """One line of the legend."""

    fill: Mapping[str, Any]
    words: str


def legend(sheet: Sheet) -> list[Key]:
    """Return the legend, its heading first; the national border is not here."""
    if "bands" in sheet.layer:
        return _band_keys(sheet)
    if "places" in sheet.words.view:
        return _point_keys(sheet)
    return _flow_keys(sheet) if "flows" in sheet.layer else _class_keys(sheet)


def _class_keys(sheet: Sheet) -> list[Key]:
    """Return the legend of figures by area: classes, then what is no number."""
    words, view = sheet.words, sheet.words.view
    field, values, breaks = sheet.field()
    label = words.text(field["label"])
    keys = [Key({}, label[0].upper() + label[1:]), *_classes(breaks, field, words)]
    for value, fill, key in (
        (BELOW_NOISE, _NOISE, "class_noise"),
        (0, {"facecolor": "#ffffff"}, _zero(field)),
        (UNDEFINED, _UNDEFINED, view.get("undefined", "undefined")),
        (None, _MISSING, "class_missing"),
    ):
        if any(v == value and (v is None) == (value is None) for v in values):
            share = words.number(view.get("noise", 0.0), "percent")
            keys.append(Key(fill, words.text(key, noise=share)))
    over = set(sheet.over().values())
    end = "class_edge" if field["palette"] == "sequential" else "class_edge_other"
    keys += [
        Key(picture_marks.hatch(mark), words.text(key))
        for mark, key in (("edge", end), ("still", "class_still"))
        if mark in over
    ]
    if len(view["ids"]) < len(sheet.data["base"]["areas"]):
        keys.append(Key({"facecolor": LAND}, words.text("class_outside")))
    return keys


def _zero(field: Mapping[str, str]) -> str:
    """Return the words of a figure of zero."""
    return {"diverging": "class_same", "effect": "class_zero_effect"}.get(
        field["palette"], "class_zero"
    )


def area_fill(value: Any, breaks: Sequence[float], palette: str) -> Mapping[str, Any]:  # noqa: ANN401  a figure of the page
    """Return the fill of one figure."""
    if value is None:
        return _MISSING
    if value == UNDEFINED:
        return _UNDEFINED
    if value == BELOW_NOISE:
        return _NOISE
    return {"facecolor": classes.colour(value, breaks, palette=palette)}


def _classes(breaks: Sequence[float], field: Mapping[str, str], words: Words) -> list[Key]:
    """Return the legend's classes, largest first."""
    palette, unit = field["palette"], field["unit"]
    if not breaks:
        return []
    sides = (1.0, -1.0) if palette == "diverging" else (1.0,)
    sign = {1.0: "+ ", -1.0: "\N{MINUS SIGN} "} if len(sides) > 1 else {1.0: ""}
    keys: list[Key] = []
    for side in sides:
        steps = []
        for step in range(len(breaks) + 1):
            inside = breaks[step] / 2 if step == 0 else breaks[step - 1]
            fill = {"facecolor": classes.colour(side * inside, breaks, palette=palette)}
            low, high = (
                words.number(v, unit) if v is not None else ""
                for v in (
                    breaks[step - 1] if step else None,
                    breaks[step] if step < len(breaks) else None,
                )
            )
            kind = (
                "class_between" if low and high else "class_above" if not high else "class_below"
            )
            said = words.text(kind, a=high if kind == "class_below" else low, b=high)
            steps.append(Key(fill, sign[side] + said))
        keys += steps[::-1] if side > 0 else steps
    return keys


def bands(layer: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    """Return the isochrones of a layer with their colours, the longest first."""
    bands = sorted(layer.get("bands", []), key=lambda band: -band["cutoff"])
    last = max(len(bands) - 1, 1)
    ranks = range(len(bands) - 1, -1, -1)
    return [
        (band, classes.BANDS[round(rank / last * 4)])
        for band, rank in zip(bands, ranks, strict=True)
    ]


def _band_keys(sheet: Sheet) -> list[Key]:
    """Return the legend of isochrones, the shortest first."""
    words = sheet.words
    keys = [Key({}, words.text("travel_time"))]
    for band, shade in reversed(bands(sheet.layer)):
        minutes = words.text("within", n=f"{band['cutoff']:g}")
        size = words.text("area_km2", n=words.number(band["km2"]["all"]))
        keys.append(Key({"facecolor": shade}, f"{minutes} ({size})"))
    return keys


def flow_width(sheet: Sheet, size: float) -> float:
    """Return the width of a flow in points."""
    breaks, widths = sheet.layer["breaks"], sheet.data["widths"]
    step = sum(size >= cut for cut in breaks)
    return float(widths[round(step * (len(widths) - 1) / max(len(breaks), 1))]) * 0.75


def _flow_keys(sheet: Sheet) -> list[Key]:
    """Return the legend of flows: their widths, then their colours."""
    words, breaks = sheet.words, sheet.layer["breaks"]
    keys = [Key({}, words.text("field_flows"))]
    for step in range(len(breaks), -1, -1) if breaks else ():
        low, high = breaks[:step][-1:], breaks[step : step + 1]
        kind = "class_between" if low and high else "class_above" if low else "class_below"
        said = words.text(
            kind, a=words.number((low or high)[0]), b=words.number(high[0]) if high else ""
        )
        keys.append(Key({"line": INK, "width": flow_width(sheet, (low or [0])[0])}, said))
    for shade, key in zip(classes.FLOWS, ("flow_within", "flow_across"), strict=True):
        keys.append(Key({"line": shade, "width": 3.0}, words.text(key)))
    return keys


def _point_keys(sheet: Sheet) -> list[Key]:
    """Return the legend of placements: bands of minutes, then shapes."""
    words, bands = sheet.words, sheet.words.view["bands"]
    found = [paint.band(minutes, bands) for _, minutes in sheet.layer["rows"]]
    keys = [Key({}, words.text("placement_offers"))]
    for number, (end, shade) in enumerate(bands):
        start = bands[number - 1][0] if number else 0
        said = words.text("placement_band", a=words.number(start), b=words.number(end),
                          n=words.number(found.count(number)))  # fmt: skip
        keys.append(Key({"facecolor": shade}, said))
    sides = next(one["options"] for one in sheet.words.view["controls"] if one["id"] == "side")
    shapes = [("o", "own"), ("D", "across")] if len(sides) > 1 else []
    for marker, name in (*shapes, ("*", "home")):
        if marker != "*" or sheet.words.view["home"]:
            keys.append(Key({"marker": marker}, words.text(f"placement_{name}")))
    return keys
