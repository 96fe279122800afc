"""Match the stations of several feeds by place and name."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.gtfs.merging.rules import Merge
from grensgeo.notes import Note
from grensgeo.polylines import EARTH_M, straight_m

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from grensgeo.gtfs.merging.rules import MergeRules, StopTable


#: Generic words in names of stations, which identify none; in Dutch, German and English.
_GENERIC = {
    "bahnhof", "bahnhst", "bf", "bhf", "hbf", "hauptbahnhof", "hp", "haltepunkt", "station", "ns",
    "centraal", "central", "cs", "treinstation", "zob", "busstation", "westf", "westfalen", "nl",
    "de", "d", "nrw", "han", "grenze", "gr",
}  # fmt: skip


def plain_name(name: str) -> str:
    """Normalise the name of a stop to the words that tell it from others.

    Parameters
    ----------
    name
        As in a feed.

    Returns
    -------
    str
        Small letters without accents, brackets and words such as station or Bahnhof; words of
        the latter kind stay where there is nothing else.

    Examples
    --------
    >>> plain_name("Gronau (Westf) Bahnhof")
    'gronau'
    >>> plain_name("Münster Hbf"), plain_name("Station")
    ('munster', 'station')
    """
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    text = "".join(c for c in text if not unicodedata.combining(c))
    bare = re.sub(r"\([^)]*\)", " ", text)
    words = re.findall(r"\w+", bare) or re.findall(r"\w+", text)
    telling = [word for word in words if word not in _GENERIC]
    return " ".join(telling or words)


def match_stations(
    stops: StopTable, feeds: Sequence[str], rules: MergeRules
) -> tuple[npt.NDArray[np.int32], list[Merge]]:
    """Find stations that several feeds have.

    Parameters
    ----------
    stops
        Stops of all feeds.
    feeds
        Their names.
    rules
        How near and how alike.

    Returns
    -------
    ndarray
        int32 (n_stops,): station of each stop, the same number across feeds.
    list of Merge
        One a pair of stations.
    """
    station = stops.station.copy()
    if len(feeds) < 2 or len(stops.ids) == 0:
        return station, []
    names = [plain_name(str(name)) for name in stops.names]
    nearest: dict[tuple[int, int], tuple[float, int, int]] = {}
    for a, b, apart in _near_pairs(stops, rules.station_m):
        if _alike(names[a], names[b], rules.name_share):
            pair = (int(station[a]), int(station[b]))
            nearest[pair] = min(nearest.get(pair, (np.inf, a, b)), (apart, a, b))
    merges = []
    # TrainMatch-find over stations: a chain of pairs becomes one station
    root = np.arange(int(station.max()) + 1)

    def find(i: int) -> int:
        while root[i] != i:
            i = int(root[i])
        return i

    for (one, other), (apart, a, b) in sorted(nearest.items()):
        low, high = sorted((find(one), find(other)))
        root[high] = low
        merges.append(
            Merge(
                kind="station",
                kept=str(stops.ids[a]),
                dropped=str(stops.ids[b]),
                reason=Note(
                    "one-station",
                    one=str(stops.names[a]),
                    other=str(stops.names[b]),
                    metres=round(apart),
                ),
            )
        )
    tops = np.array([find(i) for i in range(len(root))])
    _, numbers = np.unique(tops[station], return_inverse=True)
    return numbers.astype(np.int32), merges


def _alike(one: str, other: str, share: float) -> bool:
    """Return whether names are the same but for spelling; numbers in them must be equal."""
    if one == other:
        return True
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    return sorted(one.split()) == sorted(other.split()) or (
        SequenceMatcher(None, one, other, autojunk=False).ratio() >= share
    )


def _near_pairs(stops: StopTable, most_m: float) -> Iterator[tuple[int, int, float]]:
    """Find pairs of stops of different feeds within a distance, in order."""
    from scipy.spatial import cKDTree

    # Chords of the earth's sphere: right everywhere, and near enough to arcs over 500 m.
    phi, lam = np.radians(stops.lat), np.radians(stops.lon)
    ball = EARTH_M * np.column_stack(
        [np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)]
    )
    pairs = cKDTree(ball).query_pairs(most_m, output_type="ndarray")
    pairs = pairs[stops.feed[pairs[:, 0]] != stops.feed[pairs[:, 1]]]
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    one, other = pairs[:, 0], pairs[:, 1]
    apart = straight_m(stops.lon[one], stops.lat[one], stops.lon[other], stops.lat[other])
    yield from zip(one.tolist(), other.tolist(), apart.tolist(), strict=True)
