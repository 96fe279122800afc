"""What a picture shows: one layer of a map, chosen as on its page, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from grensgeo.errors import Fault, InputError, some
from grensgeo.maps import paint, picture_marks
from grensgeo.maps.picture_words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from grensgeo import words
    from grensgeo.maps.base import MappedRegion
    from grensgeo.notes import Note
    from grensgeo.words import Language


class Drawing(Protocol):
    """What a picture is drawn from: a map, as :class:`grensgeo.maps.Map` is one."""

    @property
    def language(self) -> Language:
        """Language in which it opens."""

    @property
    def region(self) -> MappedRegion:
        """The region that it shows."""

    def heading(self) -> words.Text:
        """Return the title in every language."""

    def content(self) -> dict[str, Any]:
        """Return what the page's script reads."""

    def notes(self) -> list[Note]:
        """Return the notes that stand on it."""

    def attributions(self) -> list[str]:
        """Return the attribution of each source."""


@dataclass(frozen=True, eq=False)
class Sheet:
    """One layer of a map, in one language, ready to be drawn."""

    drawing: Drawing
    data: dict[str, Any]
    layer: dict[str, Any]
    words: Words

    @classmethod
    def of(cls, drawing: Drawing, choose: Mapping[str, str], language: Language) -> Sheet:
        """Choose a layer of the first topic; see :func:`save_picture`."""
        data = drawing.content()
        view = data["views"][0]
        chosen = _choice(view, choose)
        layer = _layer(view, chosen)
        if view["kind"] == "reach" and "destination" not in choose:
            chosen["destination"] = picture_marks.opening(view, layer, chosen["destination"])
        return cls(
            drawing,
            data,
            layer,
            Words(
                language,
                view,
                chosen,
                texts=data["labels"]["texts"],
                by_mode=data["labels"]["by_mode"],
            ),
        )

    def frame(self) -> tuple[float, float, float, float]:
        """Return west, south, east and north: all points, the largest isochrone, or the region."""
        import numpy as np

        spots = self.spots() if "places" in self.words.view else []
        if spots:
            return paint.room(spots)
        south, west, north, east = self.data["base"]["bounds"]
        rings = [r for b in self.layer.get("bands", []) for p in b["geometry"] for r in p]
        if rings:
            points = np.vstack([paint.walk(ring) for ring in rings])
            (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
        return float(west), float(south), float(east), float(north)

    def over(self) -> dict[int, str]:
        """Return the marks over areas whose figures say less than they seem to."""
        view = self.words.view
        return picture_marks.over(view, self.layer) if "ids" in view else {}

    def field(self) -> tuple[Mapping[str, str], list[Any], list[float]]:
        """Return the field that is shown, its figures and its breaks."""
        view, layer = self.words.view, self.layer
        name = "_".join(self.words.chosen[c["id"]] for c in view["controls"] if c.get("field"))
        field = view["fields"][name]
        return field, layer["values"][name], layer["breaks"][field["group"]]

    def spots(self) -> list[tuple[float, float]]:
        """Return the places of the placements that are shown, and the home."""
        view = self.words.view
        shown = {view["offers"][number]["place"] for number, _ in self.layer["rows"]}
        spots = [(x, y) for x, y, _ in (view["places"][place] for place in sorted(shown))]
        return [*spots, view["home"]] if view["home"] else spots


def common_frame(sheets: Sequence[Sheet]) -> tuple[float, float, float, float]:
    """Return west, south, east and north of a frame that holds what all of them show."""
    wests, souths, easts, norths = zip(*(sheet.frame() for sheet in sheets), strict=True)
    return min(wests), min(souths), max(easts), max(norths)


def _choice(view: dict[str, Any], choose: Mapping[str, str]) -> dict[str, str]:
    """Return the value of every control; faults are gathered."""
    controls = {control["id"]: control for control in view["controls"]}
    faults = [
        Fault("choice-unknown", f"{name}: this map has no such choice")
        for name in sorted(set(choose) - {*controls})
    ]
    faults += [
        Fault(
            "choice-unknown",
            f"{name}: {value!r} is not there; choose one of "
            f"{some(controls[name]['options'], most=12)}",
        )
        for name, value in choose.items()
        if name in controls and str(value) not in controls[name]["options"]
    ]
    if faults:
        raise InputError.of(faults, where="choose")
    chosen = {name: control["start"] for name, control in controls.items()}
    return chosen | {name: str(value) for name, value in choose.items()}


def _layer(view: dict[str, Any], chosen: dict[str, str]) -> dict[str, Any]:
    """Return the layer of these choices."""
    wanted = [chosen[control["id"]] for control in view["controls"] if not control.get("field")]
    layers: list[dict[str, Any]] = view["layers"]
    found = next((layer for layer in layers if layer["key"] == wanted), None)
    if found is None:
        there = [" ".join(layer["key"]) for layer in layers]
        raise InputError(
            "name-unknown", f"no figures for {' '.join(wanted)}; there are {some(there)}"
        )
    return found
