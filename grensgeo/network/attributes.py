"""What stands on the nodes and arcs of an osmnx graph, whoever has written or read it.

A graph that was saved as GraphML and read by networkx, or by osmnx with columns that osmnx does
not know, holds text where numbers, lists, lines and truth values were.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.errors import InputError, some

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import networkx as nx

    _Kinds = Mapping[str, Callable[[Any], Any]]

#: Node, and what stands on it.
Node = tuple[int, dict[str, Any]]
#: Tail, head, and what stands on an arc.
Arc = tuple[int, int, dict[str, Any]]


def read_graph(graph: nx.MultiDiGraph[Any]) -> tuple[list[Node], list[Arc]]:
    """Read the nodes and arcs of a graph.

    Parameters
    ----------
    graph
        As osmnx makes it.

    Returns
    -------
    tuple
        Nodes with whole numbers, ``x`` and ``y``; arcs with numbers, truth values, lines and lists
        in place of text. Columns that are not known stay as they are, and missing ones out.

    Raises
    ------
    InputError
        With every fault: what is no graph of osmnx, and values that are not what their name says.
    """
    _check(graph)
    faults: dict[str, list[object]] = {}
    names = {node: _whole(node) for node in graph}
    other = [node for node, number in names.items() if number is None]
    if other:
        raise InputError(
            "id-not-whole", f"nodes that are no whole numbers: {some(other)}; relabel the graph"
        )
    bare = [node for node, data in graph.nodes(data=True) if not {"x", "y"} <= set(_given(data))]
    if bare:
        raise InputError("coordinates-missing", f"nodes without x and y: {some(bare)}")
    nodes = [
        (number, _values(graph.nodes[node], _OF_NODES, faults))
        for node, number in names.items()
        if number is not None
    ]
    arcs = [
        (tail, head, _values(data, _OF_ARCS, faults))
        for one, other_end, data in graph.edges(data=True)
        if (tail := names[one]) is not None and (head := names[other_end]) is not None
    ]
    if faults:
        said = [f"{name} is {some(values)}" for name, values in sorted(faults.items())]
        raise InputError(
            "attribute-unreadable",
            f"the graph: {'; '.join(said)}: not what osmnx writes there; correct the values, or "
            "leave the attribute out",
        )
    return nodes, arcs


def _check(graph: nx.MultiDiGraph[Any]) -> None:
    """Raise if it is no graph of osmnx."""
    if not graph.is_directed() or not graph.is_multigraph():
        raise InputError(
            "type-wrong",
            "the graph is no MultiDiGraph; give one as osmnx makes it (networkx.read_graphml "
            "wants force_multigraph=True)",
        )
    if graph.graph.get("crs") is None:
        raise InputError(
            "crs-missing", "the graph has no CRS; set graph.graph['crs'], for instance 'epsg:4326'"
        )
    if graph.number_of_edges() == 0:
        raise InputError("no-streets", "the graph has no arcs; there is nothing to travel along")


def _given(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that are there: neither None nor NaN nor empty text."""
    return {
        key: value
        for key, value in data.items()
        if not (value is None or (isinstance(value, float) and np.isnan(value)) or value == "")
    }


def _values(
    data: Mapping[str, Any],
    kinds: _Kinds,
    faults: dict[str, list[object]],
) -> dict[str, Any]:
    """Read the values of a node or an arc, and collect those that cannot be read."""
    result = {}
    for key, value in _given(data).items():
        read = kinds.get(key)
        listed = _listed(value) if isinstance(value, str) else value
        try:
            if read is None:
                result[key] = listed
            elif isinstance(listed, list | tuple | set):
                result[key] = [read(item) for item in listed]
            else:
                result[key] = read(listed)
        except (ValueError, TypeError, OverflowError):
            faults.setdefault(key, []).append(value)
    return _given(result)


def _listed(text: str) -> object:
    """Read the text of a list, as osmnx does; other text is itself."""
    if not (text.startswith("[") and text.endswith("]")):
        return text
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return text


def _whole(value: object) -> int | None:
    """Read a whole number."""
    if isinstance(value, int | np.integer) and not isinstance(value, bool):
        return int(value)
    try:
        return int(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _way(value: object) -> int:
    number = _whole(value)
    if number is None:
        raise ValueError
    return number


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, str | int | float | np.number):
        raise TypeError
    return float(value)


def _length(value: object) -> float:
    length = _number(value)
    if not 0 <= length < np.inf and not np.isnan(length):
        raise ValueError
    return length


def _speed(value: object) -> float:
    speed = _number(value)
    if not 0 < speed < np.inf and not np.isnan(speed):
        raise ValueError
    return speed


def _truth(value: object) -> bool:
    if isinstance(value, bool | np.bool_):
        return bool(value)
    known = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}
    word = str(value).lower()
    if word not in known:
        raise ValueError
    return known[word]


def _line(value: object) -> Any:  # noqa: ANN401 - a geometry of shapely
    import shapely

    line = shapely.from_wkt(value, on_invalid="ignore") if isinstance(value, str) else value
    if not isinstance(line, shapely.LineString) or line.is_empty:
        raise ValueError
    return line


_OF_NODES: _Kinds = {"x": _number, "y": _number}
_OF_ARCS: _Kinds = {
    "osmid": _way,
    "reversed": _truth,
    "length": _length,
    "speed_kph": _speed,
    "geometry": _line,
    # what to_networkx writes
    "built_up": _truth,
    "pushed": _truth,
    "unpaved": _truth,
    "shared": _truth,
    "maxspeed_kmh": _number,
    "fixed_duration_s": _length,
    "stress": _way,
    "structure": _way,
    "climb_m": _number,
    "descent_m": _number,
}
