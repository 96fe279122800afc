"""Ferries: how long they sail, how long one waits for them, and which ways draw one crossing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from grensgeo.arrays import Flags, Floats, Indices, Longs, Singles
    from grensgeo.osm.topology import Topology

#: Speed of a ferry whose duration is not tagged, and the wait for it where no interval is: river
#: ferries take some minutes for a few hundred metres, and sail on call or every 15 to 20 minutes
#: (assumptions; OSRM's car profile assumes 5 km/h without a wait).
FERRY_KMH: Final = 8.0
FERRY_WAIT_S: Final = 600.0
#: A duration by which a boat would be faster is a slip: the fastest ferry in service, HSC
#: Francisco, makes 58 knots (Incat, trials of 2013).
FASTEST_KMH: Final = 110.0

_CLOCK: Final = re.compile(r"(\d{1,3}):(\d{2})(?::(\d{2}))?")
_ISO: Final = re.compile(r"P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?", re.IGNORECASE)
_WORDS: Final = re.compile(
    r"(?:(\d+(?:[.,]\d+)?)\s*(?:h|hr|hrs|hours?|std|uur))?\s*"
    r"(?:(\d+(?:[.,]\d+)?)\s*(?:m|mins?|minutes?|minuten|minuut))?",
    re.IGNORECASE,
)


def read_time_s(text: str) -> float:
    """Return a duration in seconds; NaN where the text is none.

    Parameters
    ----------
    text
        HH:MM, HH:MM:SS, minutes, an ISO 8601 duration, or figures with units.

    Source
    ------
    OpenStreetMap wiki, "Key:duration" and "Key:interval".

    Examples
    --------
    >>> [read_time_s(text) for text in ("00:05", "5", "PT1H", "1 h 30 min", "soon", "0")]
    [300.0, 300.0, 3600.0, 5400.0, nan, nan]
    """
    text = text.strip()
    seconds = np.nan
    clock, iso, said = _CLOCK.fullmatch(text), _ISO.fullmatch(text), _WORDS.fullmatch(text)
    if clock:
        seconds = int(clock[1]) * 3600.0 + int(clock[2]) * 60.0 + int(clock[3] or 0)
    elif iso and any(iso.groups()):
        parts = (int(part or 0) for part in iso.groups())
        seconds = float(sum(n * unit for n, unit in zip(parts, (86400, 3600, 60, 1), strict=True)))
    elif said and any(said.groups()):
        hours, minutes = (float((part or "0").replace(",", ".")) for part in said.groups())
        seconds = hours * 3600.0 + minutes * 60.0
    elif re.fullmatch(r"\d+(?:[.,]\d+)?", text):
        seconds = float(text.replace(",", ".")) * 60.0
    return seconds if seconds > 0 else np.nan


def wait_s(tags: Mapping[str, str]) -> float:
    """Return the wait for a ferry: half its interval, or :data:`FERRY_WAIT_S`.

    Examples
    --------
    >>> wait_s({"interval": "00:20"}), wait_s({})
    (600.0, 600.0)
    """
    interval = read_time_s(tags.get("interval", ""))
    return FERRY_WAIT_S if np.isnan(interval) else interval / 2


def sailing_s(tags: Mapping[str, str], length_m: float) -> float:
    """Return how long a crossing takes: its ``duration``, or the length at :data:`FERRY_KMH`.

    Parameters
    ----------
    tags
        Tags of the ferry.
    length_m
        Length of the whole crossing.

    Examples
    --------
    >>> sailing_s({"duration": "00:05"}, 400.0), sailing_s({}, 400.0)
    (300.0, 180.0)
    """
    duration = read_time_s(tags.get("duration", ""))
    fits = duration > 0 and length_m / duration <= FASTEST_KMH / 3.6
    return duration if fits else length_m / (FERRY_KMH / 3.6)


def ferry_duration_s(tags: Mapping[str, str], length_m: float) -> float:
    """Return how long a crossing takes with the wait for it, where no edge leads aboard.

    Examples
    --------
    >>> ferry_duration_s({"duration": "00:05", "interval": "00:20"}, 400.0)
    900.0
    """
    return wait_s(tags) + sailing_s(tags, length_m)


@dataclass(frozen=True, eq=False)
class FerryTimes:
    """What ferries take.

    Attributes
    ----------
    duration_s
        float32 (n_edges,): sailing, or half the wait where an edge leads aboard; NaN elsewhere.
    unread
        Ways whose duration or interval cannot be read or cannot be true, with the value.
    """

    duration_s: Singles
    unread: Mapping[int, str]


def number_waits(tag_sets: Sequence[Mapping[str, str]], is_ferry: Flags) -> tuple[Longs, Floats]:
    """Return the number of each set of tags' wait (-1 on land), and the waits in seconds."""
    waits = np.array([wait_s(tag_sets[row]) for row in np.flatnonzero(is_ferry).tolist()])
    seconds, which = np.unique(waits, return_inverse=True)
    number = np.full(len(tag_sets), -1, dtype=np.int64)
    number[is_ferry] = which
    return number, seconds


def time_ferries(
    topology: Topology,
    tag_sets: Sequence[Mapping[str, str]],
    *,
    sets: Longs,
    length_m: Floats,
    waits_s: Floats,
    is_ferry: Flags,
) -> FerryTimes:
    """Compute how long ferries sail and are waited for.

    Ways that follow each other at sea with one ``duration`` are one crossing, which takes that
    long: whoever splits a way copies its tags.

    Parameters
    ----------
    topology
        Edges between vertices.
    tag_sets
        Sets of tags.
    sets
        int64 (n_edges,): the set of each edge.
    length_m
        float64 (n_edges,): their lengths.
    waits_s
        Waits by their number in ``topology.boards``.
    is_ferry
        bool (n_edges,): edges of ferries, without those that lead aboard.
    """
    durations = np.full(len(length_m), np.nan, dtype=np.float32)
    aboard = topology.boards >= 0
    durations[aboard] = waits_s[topology.boards[aboard]] / 2
    unread: dict[int, str] = {}
    rows = np.flatnonzero(is_ferry)
    said = [tag_sets[row].get("duration", "") for row in sets[rows]]
    crossing = _crossings(topology, rows, said)
    for which in np.unique(crossing):
        edges = rows[crossing == which]
        tags, whole = tag_sets[sets[edges[0]]], float(length_m[edges].sum())
        taken = sailing_s(tags, whole)
        durations[edges] = taken * length_m[edges] / whole
        text = tags.get("duration", "")
        if text and taken != read_time_s(text):
            unread.update(dict.fromkeys(topology.way[edges].tolist(), text))
        for edge in edges.tolist():
            every = tag_sets[sets[edge]].get("interval", "")
            if every and np.isnan(read_time_s(every)):
                unread[int(topology.way[edge])] = every
    return FerryTimes(durations, unread)


def _crossings(topology: Topology, rows: Longs, said: Sequence[str]) -> Indices:
    """Label the edges of ferries by the crossing that they belong to.

    One crossing are the edges of one way, and of ways that follow each other at sea and are said
    to take equally long.
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    n = len(rows)
    if not n:
        return np.zeros(0, dtype=np.int32)
    _, text = np.unique(np.array(said, dtype=object).astype(str), return_inverse=True)
    node = topology.vertex_node[np.stack([topology.tail, topology.head])]
    drawn = topology.way >= 0
    degree = np.bincount(node[:, drawn].ravel(), minlength=int(node.max()) + 1)
    ends = node[:, rows].ravel()
    one, other = [], []
    edge = np.tile(np.arange(n), 2)
    # two ends at a node that has no others: the ferry sails on
    sails_on = np.flatnonzero(degree[ends] == 2)
    sails_on = sails_on[np.argsort(ends[sails_on], kind="stable")]
    pairs = np.flatnonzero(np.diff(ends[sails_on]) == 0)
    first, second = edge[sails_on[pairs]], edge[sails_on[pairs + 1]]
    alike = text[first] == text[second]
    one.append(first[alike])
    other.append(second[alike])
    way = topology.way[rows]
    order = np.argsort(way, kind="stable")
    same = np.flatnonzero(np.diff(way[order]) == 0)
    one.append(order[same])
    other.append(order[same + 1])
    start, end = np.concatenate(one), np.concatenate(other)
    joined = coo_array((np.ones(len(start), dtype=np.int8), (start, end)), shape=(n, n))
    _, label = connected_components(joined, directed=False)
    return np.asarray(label, dtype=np.int32)
