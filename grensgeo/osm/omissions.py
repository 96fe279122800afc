"""What of OpenStreetMap's data is left out, or read with a guess: counted, with an example."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

import numpy as np

from grensgeo.notes import Note
from grensgeo.osm.access import ACCESS_KEYS, conveys, says_nothing_of_cars, unread_access
from grensgeo.osm.barriers import unknown_barrier
from grensgeo.osm.elements import AREA, STREET
from grensgeo.osm.highways import HIGHWAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import numpy.typing as npt

    from grensgeo.arrays import Flags
    from grensgeo.osm.elements import OsmExtract

#: Values of ``highway`` that are no street that one may use yet, or no street at all (wiki,
#: "Key:highway"); nobody misses them.
_NO_STREETS: Final = frozenset((
    "construction", "proposed", "planned", "raceway", "abandoned", "razed", "demolished",
    "disused", "historic", "no", "services", "rest_area", "escape", "emergency_bay", "via_ferrata",
    "bus_guideway", "bus_stop", "crossing", "traffic_island", "toll_gantry", "ladder",
    "passing_place", "turning_circle", "layby", "emergency_access_point", "traffic_signals",
    "street_lamp", "trailhead", "cancelled", "removed", "dismantled", "virtual",
))  # fmt: skip
#: So many different values are written out.
_WRITTEN: Final = 4

#: Values by the id of the way or node that carries them.
Found = dict[int, tuple[str, ...]]


def noted(code: str, found: Mapping[int, Iterable[str]], **values: str) -> list[Note]:
    """Return a note that counts elements and names one, or none where there are none.

    Parameters
    ----------
    code
        Code of the note; its words may name ``n``, ``example`` and ``values``.
    found
        What was found, by the id of the way, node or relation.
    values
        More of its values.
    """
    if not found:
        return []
    said = sorted({value for several in found.values() for value in several})
    text = ", ".join(said[:_WRITTEN]) + (" …" if len(said) > _WRITTEN else "")
    example = min(found, key=lambda key: (key < 0, abs(key)))
    return [Note(code, n=len(found), example=str(example), values=text, **values)]


def note_ways(
    extract: OsmExtract,
    *,
    highway: npt.NDArray[np.int16],
    unread_limits: Sequence[tuple[str, ...]],
) -> list[Note]:
    """Return notes on tags of ways that are not known or not modelled.

    Parameters
    ----------
    extract
        The data.
    highway
        int16 (n_tag_sets,): class by set of tags; -1 where it is no street.
    unread_limits
        Speed limits that could not be read, by set of tags.
    """
    by_set: dict[str, dict[int, tuple[str, ...]]] = defaultdict(dict)
    for number, tags in enumerate(extract.tag_sets):
        for code, values in _remarks(tags, int(highway[number])):
            by_set[code][number] = values
        if unread_limits[number]:
            by_set["streets.limits-unread"][number] = unread_limits[number]
    ways = extract.ways
    rows = np.flatnonzero(np.isin(ways.kind, (STREET, AREA)))
    notes = []
    for code in sorted(by_set):
        sets = by_set[code]
        hit = rows[np.isin(ways.tag_set[rows], np.array(list(sets)))]
        found = {int(ways.id[row]): sets[int(ways.tag_set[row])] for row in hit}
        notes += noted(code, found)
    return notes + noted("streets.deleted", dict.fromkeys(extract.deleted, ()))


def _remarks(tags: Mapping[str, str], highway: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    if highway < 0:
        value = tags.get("highway", "")
        if value and value.partition(";")[0].strip() not in _NO_STREETS:
            yield "streets.class-unknown", (value,)
        return
    unread = unread_access(tags)
    if not conveys(tags):
        unread += (f"conveying={tags['conveying']}",)
    if unread:
        yield "streets.access-unread", unread
    if any(f"{key}:conditional" in tags for key in ACCESS_KEYS):
        yield "streets.access-by-hour", ()
    if HIGHWAYS[highway] == "ferry" and says_nothing_of_cars(tags):
        yield "streets.ferry-cars", ()


def note_nodes(extract: OsmExtract, used: Flags) -> list[Note]:
    """Return notes on tags of nodes on streets that are not known or not used.

    Parameters
    ----------
    extract
        The data.
    used
        bool (n_nodes,): nodes that streets use.
    """
    on_streets = set(extract.node_id[used].tolist())
    unknown, idle, unread = Found(), Found(), Found()
    for node, tags in extract.node_tags.items():
        if node not in on_streets:
            continue
        if "barrier" not in tags:
            given = tuple(f"{key}={tags[key]}" for key in ACCESS_KEYS if key in tags)
            if given:
                idle[node] = given
            continue
        if unknown_barrier(tags):
            unknown[node] = unknown_barrier(tags)
        if unread_access(tags):
            unread[node] = unread_access(tags)
    return [
        *noted("streets.barrier-unknown", unknown),
        *noted("streets.barrier-access-unread", unread),
        *noted("streets.node-access", idle),
    ]
