"""Styles of layers as QGIS reads them (QML), and as other programs do (SLD).

A style is written by hand, as small as QGIS reads it: a renderer with its symbols. Source: QGIS,
``QgsFeatureRenderer::load`` (``renderer-v2``), ``QgsSymbolLayerUtils::loadSymbolLayer`` (an
``Option`` of type Map with the properties) and ``QgsMapLayer::importNamedStyle``
(``layerGeometryType``: 0 point, 1 line, 2 polygon); OGC 02-070, Styled Layer Descriptor 1.0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Kinds of geometry: number and class of symbol layer.
_KINDS = {"marker": (0, "SimpleMarker"), "line": (1, "SimpleLine"), "fill": (2, "SimpleFill")}
_VERSION = "3.34.0"
_DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"


@dataclass(frozen=True)
class Look:
    """How features are drawn.

    Attributes
    ----------
    kind
        ``marker``, ``line`` or ``fill``.
    colour
        Of the fill, the marker or the line, ``#rrggbb``; a fill without one is empty.
    outline
        Colour of the outline of fills and markers; none if empty.
    width_mm
        Width of lines and outlines.
    size_mm
        Of markers.
    opacity
        1 for all of it.
    """

    kind: str
    colour: str
    outline: str = "#5b6270"
    width_mm: float = 0.2
    size_mm: float = 2.0
    opacity: float = 1.0


@dataclass(frozen=True)
class ClassLook:
    """A class of values, from above one to another, and how it is drawn."""

    lower: float
    upper: float
    label: str
    look: Look


def single_style(look: Look, *, label: str = "") -> tuple[str, str]:
    """Return the style of a layer whose features all look alike.

    Parameters
    ----------
    look
        How they are drawn.
    label
        Column whose values stand beside them; none if empty.

    Returns
    -------
    tuple of str
        QML and SLD.
    """
    root = _root(label)
    renderer = _renderer(root, "singleSymbol")
    _symbols(renderer, {"0": look})
    _finish(root, look.kind, label)
    return _text(root), _sld([ClassLook(0, 0, "", look)], None)


def graduated_style(
    column: str, classes: Sequence[ClassLook], *, label: str = ""
) -> tuple[str, str]:
    """Return the style of a layer that is coloured by the classes of a column.

    Parameters
    ----------
    column
        The column.
    classes
        From the lowest to the highest.
    label
        Column whose values stand beside features; none if empty.

    Returns
    -------
    tuple of str
        QML and SLD.
    """
    kind = classes[0].look.kind
    root = _root(label)
    renderer = _renderer(root, "graduatedSymbol", attr=column, graduatedMethod="GraduatedColor")
    ranges = ET.SubElement(renderer, "ranges")
    for number, one in enumerate(classes):
        ET.SubElement(
            ranges, "range", symbol=str(number), lower=f"{one.lower:.15f}",
            upper=f"{one.upper:.15f}", label=one.label, render="true", uuid=str(number),
        )  # fmt: skip
    _symbols(renderer, {str(number): one.look for number, one in enumerate(classes)})
    _finish(root, kind, label)
    return _text(root), _sld(classes, column)


def _root(label: str) -> ET.Element:
    return ET.Element(
        "qgis", version=_VERSION, styleCategories="Symbology|Labeling|Rendering",
        labelsEnabled="1" if label else "0",
    )  # fmt: skip


def _renderer(root: ET.Element, kind: str, **more: str) -> ET.Element:
    attributes: dict[str, str] = dict(more)
    return ET.SubElement(
        root, "renderer-v2", type=kind, symbollevels="0", enableorderby="0", forceraster="0",
        referencescale="-1", attrib=attributes,
    )  # fmt: skip


def _symbols(renderer: ET.Element, looks: Mapping[str, Look]) -> None:
    """Write the symbols of a renderer."""
    symbols = ET.SubElement(renderer, "symbols")
    for name, look in looks.items():
        symbol = ET.SubElement(
            symbols, "symbol", name=name, type=look.kind, alpha=f"{look.opacity:g}",
            clip_to_extent="1", force_rhr="0",
        )  # fmt: skip
        layer = ET.SubElement(
            symbol,
            "layer",
            {"class": _KINDS[look.kind][1]},
            enabled="1",
            locked="0",
            **{"pass": "0"},
        )
        options = ET.SubElement(layer, "Option", type="Map")
        for key, value in _properties(look).items():
            ET.SubElement(options, "Option", name=key, value=value, type="QString")
    ET.SubElement(renderer, "rotation")
    ET.SubElement(renderer, "sizescale")


def _properties(look: Look) -> dict[str, str]:
    """Return the properties of a symbol layer."""
    if look.kind == "line":
        return {
            "line_color": _rgba(look.colour), "line_width": f"{look.width_mm:g}",
            "line_width_unit": "MM", "line_style": "solid", "capstyle": "round",
            "joinstyle": "round",
        }  # fmt: skip
    outline = {
        "outline_color": _rgba(look.outline or "#000000"),
        "outline_width": f"{look.width_mm:g}",
        "outline_width_unit": "MM",
        "outline_style": "solid" if look.outline else "no",
    }
    if look.kind == "marker":
        size = {"name": "circle", "size": f"{look.size_mm:g}", "size_unit": "MM"}
        return {"color": _rgba(look.colour), **size, **outline}
    style = "solid" if look.colour else "no"
    return {"color": _rgba(look.colour or "#ffffff"), "style": style, **outline}


def _rgba(colour: str) -> str:
    """Return a colour as QGIS writes it."""
    return ",".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5)) + ",255"


def _finish(root: ET.Element, kind: str, label: str) -> None:
    """Write labels, and which kind of geometry the style is for."""
    if label:
        labels = ET.SubElement(root, "labeling", type="simple")
        settings = ET.SubElement(labels, "settings", calloutType="simple")
        style = ET.SubElement(
            settings, "text-style", fieldName=label, isExpression="0", fontSize="8",
            fontSizeUnit="Point", textColor="31,36,48,255", fontFamily="Open Sans",
        )  # fmt: skip
        ET.SubElement(
            style, "text-buffer", bufferDraw="1", bufferSize="0.8", bufferSizeUnits="MM",
            bufferColor="255,255,255,255", bufferOpacity="1",
        )  # fmt: skip
        ET.SubElement(settings, "placement", placement="0" if kind != "line" else "2")
        ET.SubElement(settings, "rendering", scaleVisibility="1", scaleMin="500000", scaleMax="0")
    ET.SubElement(root, "blendMode").text = "0"
    ET.SubElement(root, "featureBlendMode").text = "0"
    ET.SubElement(root, "layerGeometryType").text = str(_KINDS[kind][0])


def _text(root: ET.Element) -> str:
    ET.indent(root, " ")
    return _DOCTYPE + ET.tostring(root, encoding="unicode") + "\n"


def _sld(classes: Sequence[ClassLook], column: str | None) -> str:
    """Return the same as a Styled Layer Descriptor, a rule for each class."""
    root = ET.Element(
        "StyledLayerDescriptor", version="1.0.0", xmlns="http://www.opengis.net/sld",
        attrib={"xmlns:ogc": "http://www.opengis.net/ogc"},
    )  # fmt: skip
    layer = ET.SubElement(root, "NamedLayer")
    ET.SubElement(layer, "Name").text = column or "layer"
    style = ET.SubElement(ET.SubElement(layer, "UserStyle"), "FeatureTypeStyle")
    for one in classes:
        rule = ET.SubElement(style, "Rule")
        if column is not None:
            ET.SubElement(rule, "Title").text = one.label
            found = ET.SubElement(ET.SubElement(rule, "ogc:Filter"), "ogc:And")
            for test, value in (
                ("ogc:PropertyIsGreaterThan", one.lower),
                ("ogc:PropertyIsLessThanOrEqualTo", one.upper),
            ):
                held = ET.SubElement(found, test)
                ET.SubElement(held, "ogc:PropertyName").text = column
                ET.SubElement(held, "ogc:Literal").text = f"{value:g}"
        _sld_symbol(rule, one.look)
    ET.indent(root, " ")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"
    )


def _sld_symbol(rule: ET.Element, look: Look) -> None:
    """Write how the features of a rule are drawn."""
    if look.kind == "marker":
        graphic = ET.SubElement(ET.SubElement(rule, "PointSymbolizer"), "Graphic")
        mark = ET.SubElement(graphic, "Mark")
        ET.SubElement(mark, "WellKnownName").text = "circle"
        _sld_paint(mark, look)
        ET.SubElement(graphic, "Size").text = f"{look.size_mm * 3.5:g}"
        return
    name = "LineSymbolizer" if look.kind == "line" else "PolygonSymbolizer"
    _sld_paint(ET.SubElement(rule, name), look)


def _sld_paint(parent: ET.Element, look: Look) -> None:
    """Write fill and stroke; a millimetre is about 3.5 pixels."""

    def told(tag: str, names: Mapping[str, str]) -> None:
        box = ET.SubElement(parent, tag)
        for name, value in names.items():
            ET.SubElement(box, "CssParameter", name=name).text = value

    if look.kind != "line" and look.colour:
        told("Fill", {"fill": look.colour, "fill-opacity": f"{look.opacity:g}"})
    stroke = look.colour if look.kind == "line" else look.outline
    if stroke:
        told("Stroke", {"stroke": stroke, "stroke-width": f"{look.width_mm * 3.5:g}"})
