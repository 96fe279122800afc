"""The streets that travel with a page: few edges that keep all times between its points.

Each mode's graph, at each hour, in each scenario, with all streets and with those of one country
alone, is one metric of the same union of arcs; a vertex that is split because a turn is forbidden
is known again by the street that leads to it or from it. Points stand at vertices: those along a
street cut it into pieces. Points on a street with a turn that is forbidden at one of its ends are
left by one vertex and come to by another, so that nobody turns round there. Streets that a
scenario lacks or adds are closed where they are not; its points stand beside where they stand
without it. What no shortest way between points needs is left out
(:mod:`grensgeo.routing.streets.overlay`).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.network.prepared import Same
from grensgeo.network.snapping import NOT_SNAPPED, snap_lonlat
from grensgeo.traveltimes.legs import snap_limit_m
from grensgeo.traveltimes.metric_key import MetricKey
from grensgeo.traveltimes.metrics import find_metric, made_of
from grensgeo.traveltimes.portable_union import OFFSET_STEP_S, ArcUnion, Layer, Stand
from grensgeo.traveltimes.portable_variants import Variants

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt

    from grensgeo.arrays import Floats
    from grensgeo.network import Network, SpeedTable
    from grensgeo.traveltimes.portable_coding import CodedShape
    from grensgeo.traveltimes.trip import Trip

    Arrays = dict[str, npt.NDArray[Any] | list[str]]

#: Modes share a shape where at least this share of streets and of standing points is the same.
_ALIKE = 0.9


class _StandKey(NamedTuple):
    """What decides where points stand."""

    mode: str
    limit_m: float
    stress: int | None
    own: bool
    made_of: Same


@dataclass(eq=False)
class _Family:
    """What is asked about one mode (and level of stress): its metrics and standing points."""

    layers: list[int] = field(default_factory=list)
    stands: list[int] = field(default_factory=list)
    limit_s: float = 0.0
    fine: bool = False


@dataclass(eq=False)
class StreetsDraft:
    """The streets of a page while trips ask for them: each kind of durations and snapping once.

    Attributes
    ----------
    network
        The network as it is.
    speeds
        Speed table.
    lonlat
        Degrees of the points: cells, places and stops.
    country
        Their codes.
    """

    network: Network
    speeds: SpeedTable | None
    lonlat: Floats
    country: npt.NDArray[np.uint8]
    variants: Variants = field(default_factory=Variants)
    layers: list[Layer] = field(default_factory=list)
    stands: list[Stand] = field(default_factory=list)
    besides: list[int | None] = field(default_factory=list)
    layer_of: dict[tuple[object, ...], int] = field(default_factory=dict)
    seconds_of: dict[bytes, int] = field(default_factory=dict)
    stand_of: dict[_StandKey, int] = field(default_factory=dict)
    families: dict[tuple[str, int | None], _Family] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Add the streets of the network, which are the first."""
        self.variants.number(self.network.streets)

    def leg(
        self, trip: Trip, mode: str, variants: Iterable[Network], *, limit_min: float | None
    ) -> dict[str, Any]:
        """Return the numbers of what a leg of a trip needs: layers and snappings by scenario."""
        family = self.families.setdefault((mode, trip.stress_limit(mode)), _Family())
        limit_s = np.inf if limit_min is None else 60.0 * limit_min
        family.limit_s = max(family.limit_s, limit_s)
        family.fine |= trip.mode == "transit"
        networks = list(variants)
        layers = [self._layer(trip, mode, network) for network in networks]
        stands = {
            name: [self._stand(trip, mode, network, own=own) for network in networks]
            for name, own in (("snapping", False), ("own_snapping", True))
        }
        family.layers += dict.fromkeys(one for one in layers if one not in family.layers)
        asked = (one for numbers in stands.values() for one in numbers)
        family.stands += dict.fromkeys(one for one in asked if one not in family.stands)
        return {"layers": layers, **stands}

    def _layer(self, trip: Trip, mode: str, network: Network) -> int:
        """Return the number of a mode's durations, the same for those that are the same."""
        question = MetricKey.of(trip, mode, country=None, speeds=self.speeds)
        change = id(network.speed_changes.get(mode))
        key = made_of(network), network.turns, change, question
        if key not in self.layer_of:
            made, streets = find_metric(network, question), network.streets
            variant = self.variants.number(streets)
            digest = hashlib.sha256(f"{mode} {variant}".encode())
            graph = made.graph
            parts = (graph.weights_s, graph.heads, graph.indptr, streets.country, streets.shared)
            for part in (*made.durations_s, *parts):
                digest.update(np.ascontiguousarray(part).data)
            number = self.seconds_of.setdefault(digest.digest(), len(self.layers))
            if number == len(self.layers):
                self.layers.append(Layer(network, question, made, variant))
            self.layer_of[key] = number
        return self.layer_of[key]

    def _stand(self, trip: Trip, mode: str, network: Network, *, own: bool) -> int:
        """Return the number of a snapping of all points, the same where it is the same."""
        key = _StandKey(
            mode,
            snap_limit_m(network, trip),
            trip.stress_limit(mode),
            own,
            Same(
                *(getattr(network, name) for name in ("streets", "turns", "barriers", "borders")),
                *(network.extent, network.observed_speeds),
            ),
        )
        if key not in self.stand_of:
            found = self._snap(network, key)
            alike = (
                number
                for other, number in self.stand_of.items()
                if other[:4] == key[:4] and self.stands[number].key() == found.key()
            )
            number = next(alike, len(self.stands))
            if number == len(self.stands):
                self.stands.append(found)
                self.besides.append(self._beside_of(key))
            self.stand_of[key] = number
        return self.stand_of[key]

    def _beside_of(self, key: _StandKey) -> int | None:
        """Return the snapping that another is most like: to all streets, or without a scenario."""
        if key.own:
            all_streets = self.stand_of.get(key._replace(own=False))
            if all_streets is not None and self.stands[all_streets].streets == 0:
                return all_streets
        asked = (n for other, n in self.stand_of.items() if other[:4] == key[:4])
        return next(asked, None)

    def _snap(self, network: Network, key: _StandKey) -> Stand:
        """Snap all points, to all streets or to those of their own country."""
        n = len(self.lonlat)
        status = np.full(n, NOT_SNAPPED, dtype=np.uint8)
        edge = np.full(n, -1, dtype=np.int32)
        fraction, distance = np.full(n, np.nan), np.zeros(n)
        for code in self.countries() if key.own else [0]:
            rows = np.flatnonzero(self.country == code) if key.own else np.arange(n)
            found = snap_lonlat(
                network,
                self.lonlat[rows],
                key.mode,
                max_m=key.limit_m,
                country=COUNTRIES[code] or None,
                max_stress=key.stress,
            )
            status[rows], edge[rows] = found.status, found.edge
            fraction[rows], distance[rows] = found.fraction, np.nan_to_num(found.distance_m)
        return Stand(self.variants.number(network.streets), status, edge, fraction, distance)

    def countries(self) -> list[int]:
        """Return the codes of the countries in which points lie."""
        return sorted({int(code) for code in self.country} - {0})

    def laid_out(self) -> tuple[Arrays, dict[str, Any]]:
        """Return everything that was asked for: arrays, and what of them belongs together."""
        shapes = self._shapes()
        arrays: Arrays = {}
        told: list[dict[str, Any]] = []
        layers: list[dict[str, Any]] = [{} for _ in self.layers]
        snappings: list[dict[str, Any]] = [{"beside": n, "shapes": []} for n in self.besides]
        for number, families in enumerate(shapes):
            union = ArcUnion(
                {n: self.layers[n] for family in families for n in family.layers},
                {n: self.stands[n] for family in families for n in family.stands},
                variants=self.variants,
                lonlat=self.lonlat,
                country=self.country,
                limit_s=max(family.limit_s for family in families),
                fine=any(family.fine for family in families),
            )
            coded = union.coded()
            arrays |= {f"streets/{number}/{name}": part for name, part in coded.arrays.items()}
            told.append(coded.meta | {"spots": next(iter(union.stands))})
            for layer, sets in union.sets().items():
                layers[layer] = {"shape": number, "sets": sets}
            for stand in union.stands:
                snappings[stand]["shapes"].append(number)
                arrays |= self._standing(union, coded, stand, number)
        for stand, standing in enumerate(self.stands):
            other = self.besides[stand]
            offset = standing.offset_steps()
            if other is not None:
                offset = offset - self.stands[other].offset_steps()
            arrays[f"snap/{stand}/status"] = standing.status
            arrays[f"snap/{stand}/offset"] = offset
        meta = {
            "shapes": told,
            "layers": layers,
            "snappings": snappings,
            "offset_step_s": OFFSET_STEP_S,
        }
        return arrays, meta

    def _standing(self, union: ArcUnion, coded: CodedShape, stand: int, shape: int) -> Arrays:
        """Return the vertices of a shape by which points are left and come to."""
        leave, enter = (coded.place(vertex) for vertex in union.stand_at(stand))
        gap = enter - leave
        other = self.besides[stand]
        if other is not None:
            before = [coded.place(vertex) for vertex in union.stand_at(other)]
            leave, gap = leave - before[0], gap - (before[1] - before[0])
        return {f"snap/{stand}/{shape}/leave": leave, f"snap/{stand}/{shape}/gap": gap}

    def _shapes(self) -> list[list[_Family]]:
        """Group families whose streets and standing points are nearly the same."""
        shapes: list[list[_Family]] = []
        for family in self.families.values():
            for shape in shapes:
                if self._alike(family, shape[0]):
                    shape.append(family)
                    break
            else:
                shapes.append([family])
        return shapes

    def _alike(self, one: _Family, other: _Family) -> bool:
        """Return whether two families may share their edges."""
        used = []
        for family in (one, other):
            seconds = self.layers[family.layers[0]].metric.durations_s
            used.append(~np.isnan(seconds[0]) | ~np.isnan(seconds[1]))
        if (used[0] & used[1]).sum() < _ALIKE * (used[0] | used[1]).sum():
            return False
        streets = self.network.streets
        first, second = (self.stands[family.stands[0]] for family in (one, other))
        at, there = first.vertex(streets), second.vertex(streets)
        same = np.where(at >= 0, at == there, first.same(second))
        return bool(same.mean() >= _ALIKE) if len(same) else True
