"""The questions that every engine is asked, taken from a network and written into a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    import numpy.typing as npt

    from grensgeo.network import Streets

    Array = npt.NDArray[Any]


def write_case(
    folder: Path, streets: Streets, mode: str, *, every_node: bool, extract: Path | None
) -> str:
    """Write the questions and say how large the graph is."""
    from grensgeo.network.speeds import durations_s

    forward, backward = durations_s(streets, mode)
    used = np.flatnonzero(~np.isnan(forward) | ~np.isnan(backward))
    tail, head = streets.tail[used], streets.head[used]
    forward, backward = forward[used], backward[used]
    lon, lat = streets.lon, streets.lat
    if every_node:
        tail, head, forward, backward, lon, lat = split_at_nodes(
            streets, used, seconds=(forward, backward)
        )
    vertices, ends = np.unique(np.concatenate([tail, head]), return_inverse=True)
    tail, head = ends[: len(tail)].astype(np.int32), ends[len(tail) :].astype(np.int32)
    rng = np.random.default_rng(153)
    inside = largest_component(len(vertices), tail, head, seconds=(forward, backward))
    np.savez(
        folder / "case.npz",
        n=len(vertices),
        tail=tail,
        head=head,
        forward_s=forward,
        backward_s=backward,
        lon=lon[vertices],
        lat=lat[vertices],
        factor=rng.choice([1.0, 1.25, 1.5], len(tail)),
        origins=rng.choice(inside, min(1000, len(inside)), replace=False),
        targets=rng.choice(inside, min(5000, len(inside)), replace=False),
    )
    if extract is not None:
        (folder / "extract.txt").write_text(str(extract.resolve()))
    return f"{len(vertices):,} vertices, {len(tail):,} edges"


def split_at_nodes(
    streets: Streets, used: Array, *, seconds: tuple[Array, Array]
) -> tuple[Array, ...]:
    """Make a vertex of every point along the lines; seconds go by length."""
    start = streets.coords_start
    first, last = start[used], start[used + 1] - 1
    steps = last - first
    edge = np.repeat(np.arange(len(used)), steps)
    number = np.arange(steps.sum()) - np.repeat(np.cumsum(steps) - steps, steps)
    here = first[edge] + number
    lon, lat = streets.coords.T
    east = (lon[here + 1] - lon[here]) * np.cos(np.radians(lat[here]))
    length = np.hypot(east, lat[here + 1] - lat[here])
    whole = np.bincount(edge, length, minlength=len(used))
    share = np.where(whole[edge] > 0, length / np.maximum(whole[edge], 1e-300), 1 / steps[edge])
    # A point within a line gets the number of its coordinate, after those of the vertices
    n = len(streets.lon)
    tail = np.where(number == 0, streets.tail[used][edge], n + here)
    head = np.where(number + 1 == steps[edge], streets.head[used][edge], n + here + 1)
    forward, backward = (values[edge] * share for values in seconds)
    return (
        tail,
        head,
        forward,
        backward,
        np.concatenate([streets.lon, lon]),
        np.concatenate([streets.lat, lat]),
    )


def largest_component(n: int, tail: Array, head: Array, *, seconds: tuple[Array, Array]) -> Array:
    """Vertices from which every other of them can be reached."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    ahead, back = (~np.isnan(values) for values in seconds)
    ends = (
        np.concatenate([tail[ahead], head[back]]),
        np.concatenate([head[ahead], tail[back]]),
    )
    graph = csr_array((np.ones(len(ends[0])), ends), shape=(n, n))
    _, label = connected_components(graph, directed=True, connection="strong")
    return np.flatnonzero(label == np.bincount(label).argmax())
