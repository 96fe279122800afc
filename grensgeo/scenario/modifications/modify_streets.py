"""Streets with another limit, and faster and slower ones."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np

from grensgeo.declared import (
    ANY_NAMES,
    FLAG,
    NUMBER,
    RING,
    TEXT,
    WHOLE,
    WHOLES,
    documented,
    option,
)
from grensgeo.errors import Fault, Faults, GrensgeoWarning, InputError, some
from grensgeo.modes import CYCLING
from grensgeo.network import COUNTRIES, HIGHWAYS, MODES, SpeedChange, SpeedTable, mode_bit
from grensgeo.network.road_refs import plain_refs
from grensgeo.network.stress import follow_limits
from grensgeo.notes import Note
from grensgeo.provenance import Provenance
from grensgeo.scenario.checks import (
    as_names,
    as_ways,
    number_faults,
    unknown_name,
    unknown_ways,
)
from grensgeo.scenario.edge_boxes import EdgeBoxes, edge_boxes
from grensgeo.scenario.modification import NetworkModification
from grensgeo.scenario.polygons import edges_within, read_polygon
from grensgeo.scenario.street_changes import close_edges, edges_used

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt
    from shapely.geometry.base import BaseGeometry

    from grensgeo.network import Network, Streets
    from grensgeo.network.road_refs import RoadRefs

#: Classes whose edges have no speed of their own: a crossing by ferry lasts as long as it lasts,
#: a barrier has no length.
_WITHOUT_SPEED = ("ferry", "barrier")

#: Classes that can be meant.
CLASSES = tuple(name for name in HIGHWAYS if name not in _WITHOUT_SPEED)

#: Bounds that catch a slip of the pen (a factor in percent).
_MAX_FACTOR = 10
_MAX_SPEED_KMH = 250

#: Fastest that a mode is taken to travel, km/h. On foot: the world record of racewalking over
#: 20 km (1:16:36, 15.7 km/h). Bicycles: 45 km/h, up to which a pedelec of class L1e-B assists
#: (Regulation (EU) 168/2013, annex I).
_FASTEST_KMH: Mapping[str, float] = {
    "car": _MAX_SPEED_KMH, "bicycle": 45.0, "ebike": 45.0, "walk": 15.7,
}  # fmt: skip

#: The lowest limit that is signed: walking pace, as in Germany's traffic-calmed areas (StVO, sign
#: 325.1), of which courts say 4 to 10 km/h.
_LEAST_LIMIT_KMH = 4


@documented
@dataclass(frozen=True)
class ModifyStreets(NetworkModification):
    """Change the limit of streets by class, way, number, polygon or country, or speeds on them.

    A street is meant if it fits all that is given, and a mode of ``modes`` may use it. Ferries
    and barriers are never meant. Of a street that a polygon cuts, its middle decides.

    A new limit (``limit_kmh``) and a travelled speed (``speed_kmh``) are two things. The limit is
    as if it were tagged: a car drives its share of it, less in the peak, and the level of traffic
    stress for cyclists follows. The travelled speed holds for the modes that are named, at every
    hour, whatever the limit.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once: classes, modes or countries that are not known, none or two of
        factor, speed and limit, a speed without modes or beyond what they travel, no streets said,
        a polygon that is none.

    Examples
    --------
    >>> ModifyStreets(("primary",), speed_factor=0.8, modes=("car",)).describe()
    'car at 0.8 times the speed on primary'
    >>> ModifyStreets(("residential",), limit_kmh=30).describe()
    'limit of 30 km/h on residential'
    """

    kind: ClassVar[str] = "modify-streets"

    highways: tuple[str, ...] = field(
        default=(),
        metadata=option(
            ANY_NAMES, "classes of streets", absent="all of them", choices=CLASSES,
        ),
    )  # fmt: skip
    polygon: BaseGeometry | Mapping[str, Any] | Sequence[Sequence[float]] | None = field(
        default=None,
        metadata=option(
            RING, "ring of a polygon in lon, lat; in Python shapely or GeoJSON too",
            absent="everywhere", more="Of a street that it cuts, the middle decides.",
        ),
    )  # fmt: skip
    speed_factor: float | None = field(
        default=None,
        metadata=option(
            NUMBER, "what speeds are multiplied by", absent="one of the five has to be given",
            above=0, most=_MAX_FACTOR,
        ),
    )  # fmt: skip
    speed_kmh: float | None = field(
        default=None,
        metadata=option(
            NUMBER, "speed travelled instead of the present one, by the modes, at every hour and "
            "whatever the limit, km/h",
            absent="one of the five has to be given", above=0, most=_MAX_SPEED_KMH,
        ),
    )  # fmt: skip
    limit_kmh: float | None = field(
        default=None,
        metadata=option(
            NUMBER, "limit for motor vehicles instead of the present one, both ways, as if it "
            "were tagged, on streets that cars may use, km/h",
            absent="one of the five has to be given", above=0, most=_MAX_SPEED_KMH,
            more="Without modes. Cars drive their share of it, less in the peak, and the stress "
            "levels of cyclists follow. Speeds that were observed under the old limit hold no "
            "more there.",
        ),
    )  # fmt: skip
    modes: tuple[str, ...] = field(
        default=(),
        metadata=option(
            ANY_NAMES, "street modes that change speed", absent="all with a factor", choices=MODES,
        ),
    )  # fmt: skip
    country: str | None = field(
        default=None,
        metadata=option(
            TEXT, "only the streets of this country", absent="of all", choices=COUNTRIES[1:],
        ),
    )  # fmt: skip
    ways: tuple[int, ...] = field(
        default=(),
        metadata=option(
            WHOLES, "only these ways, by their ids as OpenStreetMap numbers them",
            absent="all that fit",
            more="All of a way is meant, as far as the network has it.",
        ),
    )  # fmt: skip
    refs: tuple[str, ...] = field(
        default=(),
        metadata=option(
            ANY_NAMES, "only roads of these numbers, as N35 or B54", absent="all that fit",
            more="Of networks that were built from OpenStreetMap or tables of roads.",
        ),
    )  # fmt: skip
    closed: bool = field(
        default=False,
        metadata=option(FLAG, "whether they are closed, to the modes or to all, both ways"),
    )
    stress: int | None = field(
        default=None,
        metadata=option(
            WHOLE, "level of traffic stress for cyclists, both ways, where they may ride: 1 suits "
            "children, 4 hardly anybody",
            absent="one of the five has to be given", choices=(1, 2, 3, 4),
        ),
    )  # fmt: skip

    def __post_init__(self) -> None:
        """Check the fields; keep the classes and modes as tuples, the polygon as shapely."""
        faults = Faults()
        for name in ("highways", "modes"):
            value = getattr(self, name)
            if isinstance(value, str) or not all(isinstance(item, str) for item in value):
                faults.add("key-of-wrong-type", f"{name}: {value!r} is not a list of names")
            else:
                object.__setattr__(self, name, tuple(value))
        if not faults:
            faults += self._reference_faults()
        faults += self._speed_faults()
        ways, way_faults = as_ways(self.ways)
        faults += way_faults
        refs, ref_faults = as_names(self.refs, name="refs")
        faults += ref_faults
        chosen = self.highways or ways or way_faults or refs or ref_faults
        if not chosen and self.polygon is None and self.country is None:
            faults.add(
                "option-missing",
                "say which streets: give highways, ways, refs, polygon or country",
            )
        object.__setattr__(self, "ways", ways)
        object.__setattr__(self, "refs", refs)
        if self.polygon is not None:
            polygon, polygon_faults = read_polygon(self.polygon)
            faults += polygon_faults
            object.__setattr__(self, "polygon", polygon)
        if faults:
            raise InputError.of(faults, where="modify-streets")

    def _speed_faults(self) -> list[Fault]:
        """List what is wrong with factor, speed or limit, and for whom it is said to hold."""
        faults = Faults()
        given = [self.speed_factor, self.speed_kmh, self.limit_kmh, self.stress]
        if sum(value is not None for value in given) + (self.closed is True) != 1:
            faults.add(
                "give-exactly-one",
                "give one of limit_kmh (a new limit), speed_kmh (what modes travel), "
                "speed_factor, closed and stress",
            )
        if not isinstance(self.closed, bool):
            faults.add("key-of-wrong-type", f"closed: {self.closed!r} is not true or false")
        levels = (None, 1, 2, 3, 4)
        if isinstance(self.stress, bool) or self.stress not in levels:
            faults.add("choice-unknown", f"stress: {self.stress!r} is not 1, 2, 3 or 4")
        if self.stress is not None and self.modes:
            faults.add("option-unfit", "modes: stress is that of cyclists; leave modes out")
        numbers = {
            name: getattr(self, name) for name in ("speed_factor", "speed_kmh", "limit_kmh")
        }
        wrong = number_faults(self.record(), numbers)
        faults += wrong
        if self.limit_kmh is not None:
            if not wrong and self.limit_kmh < _LEAST_LIMIT_KMH:
                faults.add(
                    "speed-implausible",
                    f"limit_kmh: {self.limit_kmh:g} is below walking pace, {_LEAST_LIMIT_KMH}",
                )
            if self.modes:
                faults.add(
                    "option-unfit",
                    "modes: a limit holds for all motor vehicles; leave modes out, or give "
                    "speed_kmh, the speed that they travel",
                )
        if self.speed_kmh is not None:
            if not self.modes:
                faults.add(
                    "option-missing",
                    'speed_kmh is the speed that modes travel: name them (modes = ["car"]), or '
                    "give limit_kmh for a new limit",
                )
            elif not wrong:
                faults += [
                    Fault(
                        "speed-implausible",
                        f"speed_kmh: {self.speed_kmh:g} is more than {mode} travels "
                        f"({_FASTEST_KMH[mode]:g})",
                    )
                    for mode in self.modes
                    if self.speed_kmh > _FASTEST_KMH.get(mode, _MAX_SPEED_KMH)
                ]
        return faults

    def _reference_faults(self) -> list[Fault]:
        """List names that mean nothing."""
        faults = Faults()
        for name, known in (("highways", CLASSES), ("modes", MODES)):
            unknown = [one for one in getattr(self, name) if one not in known]
            if unknown:
                faults.add(
                    "choice-unknown", f"{name}: {some(unknown)}; choose from {', '.join(known)}"
                )
        if self.country is not None and self.country not in COUNTRIES[1:]:
            faults.add(
                "country-unknown",
                f"country: {self.country!r}; choose from {', '.join(COUNTRIES[1:])}",
            )
        return faults

    def describe(self) -> str:
        """Return in plain English what it does."""
        where = ", ".join(self.highways) or "all streets"
        where += f" of the ways {some(self.ways)}" if self.ways else ""
        where += f" of {', '.join(self.refs)}" if self.refs else ""
        where += "" if self.polygon is None else " within a polygon"
        where += "" if self.country is None else f" in {self.country}"
        if self.limit_kmh is not None:
            return f"limit of {self.limit_kmh:g} km/h on {where}"
        if self.stress is not None:
            return f"stress level {self.stress} on {where}"
        if self.closed:
            return f"{where} closed to {', '.join(self.modes) or 'all modes'}"
        how = (
            f"at {self.speed_kmh:g} km/h"
            if self.speed_factor is None
            else f"at {self.speed_factor:g} times the speed"
        )
        return f"{', '.join(self.modes) or 'all modes'} {how} on {where}"

    def faults(self, network: Network) -> list[Fault]:
        """Name what the network does not have."""
        return self._misfit(network, self.edges(network.streets, refs=network.refs))

    def _misfit(self, network: Network, chosen: npt.NDArray[np.bool_]) -> list[Fault]:
        """Report ways that are not there, or that no mode may use any of the edges meant."""
        streets, known = network.streets, network.refs.names()
        missing = unknown_ways(streets, self.ways)
        for ref in self.refs:
            if not set(plain_refs(ref)) & set(known):
                missing.append(unknown_name(plain_refs(ref)[0], known, "road"))
        if missing:
            return missing
        if any(self._of_mode(streets, chosen, mode).any() for mode in self._modes()):
            return []
        fault = Fault(
            "no-street-fits",
            f"no street fits {self.describe()!r}; look at the classes of this network, and "
            "whether the polygon is written as lon, lat",
        )
        return [fault]

    def edges(
        self,
        streets: Streets,
        boxes: EdgeBoxes | None = None,
        *,
        refs: RoadRefs | None = None,
    ) -> npt.NDArray[np.bool_]:
        """Select which edges are meant, whichever mode may use them.

        Parameters
        ----------
        streets
            Streets of a network.
        boxes
            The boxes around them, if they are known.
        refs
            Numbers of roads, where any are asked for.

        Returns
        -------
        array
            bool (n_edges,).
        """
        classes = np.isin(HIGHWAYS, self.highways or CLASSES)
        classes &= ~np.isin(HIGHWAYS, _WITHOUT_SPEED)
        chosen: npt.NDArray[np.bool_] = classes[streets.highway]
        chosen &= np.isnan(streets.fixed_duration_s)
        if self.country is not None:
            chosen &= streets.country == COUNTRIES.index(self.country)
        if self.refs and refs is not None:
            chosen &= refs.along(streets.way_id, self.refs)
        if self.ways:
            chosen &= np.isin(streets.way_id, self.ways)
        if self.polygon is not None:
            polygon, _ = read_polygon(self.polygon)
            boxes = EdgeBoxes.of(streets) if boxes is None else boxes
            chosen &= boxes.beside(polygon.bounds)
            chosen[chosen] = edges_within(streets, np.flatnonzero(chosen), polygon)
        return chosen

    def changed_network(self, network: Network, faults: Faults) -> Network:
        """Return what :meth:`apply` does, or the network itself with faults added."""
        boxes = None if self.polygon is None else edge_boxes(network)
        chosen = self.edges(network.streets, boxes, refs=network.refs)
        wrong = self._misfit(network, chosen)
        faults += wrong
        return network if wrong else self._with(network, chosen)

    def laid(self, network: Network) -> Network:
        """Return a network with the changed speeds or limits."""
        return self._with(network, self.edges(network.streets, refs=network.refs))

    def _with(self, network: Network, chosen: npt.NDArray[np.bool_]) -> Network:
        """Return a network in which the chosen edges are changed."""
        streets = network.streets
        if self.closed:
            edges = edges_used(streets, np.flatnonzero(chosen), self._modes())
            return close_edges(network, edges, self._modes(), what=self.describe())
        if self.stress is not None:
            return self._with_stress(network, chosen)
        if self.limit_kmh is not None:
            mine = self._of_mode(streets, chosen, "car")
            return self._with_limit(network, self.limit_kmh, mine)
        changes = dict(network.speed_changes)
        for mode in self._modes():
            mine = self._of_mode(streets, chosen, mode)
            before = changes.get(mode)
            speed = np.full(streets.n_edges, np.nan) if before is None else before.speed_kmh.copy()
            factor = np.ones(streets.n_edges) if before is None else before.factor.copy()
            if self.speed_factor is not None:
                factor[mine] *= self.speed_factor
            else:
                speed[mine] = self.speed_kmh
                factor[mine] = 1.0
            changes[mode] = SpeedChange(speed, factor)
        return replace(network, speed_changes=changes)

    def touches(self) -> tuple[str, ...]:
        """Return the modes whose times it can change."""
        if self.limit_kmh is not None:
            # bicycles keep to a limit too, and take streets by their level of stress
            return ("car", "bicycle", "ebike")
        return CYCLING if self.stress is not None else self._modes()

    @staticmethod
    def _with_limit(network: Network, limit_kmh: float, mine: npt.NDArray[np.bool_]) -> Network:
        """Return a network in which the limit is tagged on the streets that are meant."""
        streets = network.streets
        limits = [
            np.where(mine, np.float32(limit_kmh), old).astype(np.float32)
            for old in (streets.maxspeed_forward_kmh, streets.maxspeed_backward_kmh)
        ]
        changed = follow_limits(
            streets,
            replace(streets, maxspeed_forward_kmh=limits[0], maxspeed_backward_kmh=limits[1]),
        )
        rated = sum(
            getattr(streets, name) != getattr(changed, name)
            for name in ("stress_forward", "stress_backward")
        )
        notes = [Note("scenario.limit", kmh=limit_kmh, n=int(mine.sum()))]
        if np.any(rated):
            notes.append(Note("scenario.limit-stress", n=int(np.count_nonzero(rated))))
        _warn_of_day_limit(streets, mine, limit_kmh)
        observed = network.observed_speeds
        if observed is not None:
            columns = {item.name: getattr(observed, item.name).copy() for item in fields(observed)}
            lost = mine & np.any([~np.isnan(column) for column in columns.values()], axis=0)
            for column in columns.values():
                column[mine] = np.nan
            observed = replace(observed, **columns)
            if lost.any():
                notes.append(Note("scenario.limit-observed", n=int(lost.sum())))
        changes = dict(network.speed_changes)
        before = changes.get("car")
        if before is not None:
            changes["car"] = replace(before, speed_kmh=np.where(mine, np.nan, before.speed_kmh))
        return replace(
            network,
            streets=changed,
            observed_speeds=observed,
            speed_changes=changes,
            provenance=network.provenance | Provenance(notes=tuple(notes)),
        )

    def _with_stress(self, network: Network, chosen: npt.NDArray[np.bool_]) -> Network:
        """Return a network with the level of stress where cyclists may ride."""
        streets = network.streets
        columns: dict[str, Any] = {}
        for way in ("forward", "backward"):
            cycled = _usable(getattr(streets, f"access_{way}"), CYCLING)
            level = getattr(streets, f"stress_{way}").copy()
            level[chosen & cycled] = self.stress
            columns[f"stress_{way}"] = level
        return replace(network, streets=replace(streets, **columns))

    def _modes(self) -> tuple[str, ...]:
        """Return the modes that are meant."""
        if self.stress is not None:
            return CYCLING
        return ("car",) if self.limit_kmh is not None else self.modes or MODES

    @staticmethod
    def _of_mode(
        streets: Streets, chosen: npt.NDArray[np.bool_], mode: str
    ) -> npt.NDArray[np.bool_]:
        """Select which of the chosen edges a mode may use."""
        return chosen & _usable(streets.access_forward | streets.access_backward, (mode,))


def _usable(access: npt.NDArray[np.uint8], modes: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Select the masks of access that let one of some modes pass."""
    bits = sum(mode_bit(mode) for mode in modes)
    usable: npt.NDArray[np.bool_] = (access & np.uint8(bits)) > 0
    return usable


def _warn_of_day_limit(streets: Streets, mine: npt.NDArray[np.bool_], limit_kmh: float) -> None:
    """Warn of streets on which a lower limit holds by day whatever is tagged."""
    where = (streets.country[mine], streets.built_up[mine].astype(np.intp), streets.highway[mine])
    by_day = SpeedTable.default().max_kmh[MODES.index("car")][where]
    lower = by_day < limit_kmh
    if lower.any():
        warnings.warn(
            GrensgeoWarning(
                "limit-without-effect",
                f"modify-streets: by the speed table cars keep to {by_day[lower].min():g} km/h by "
                f"day on {int(lower.sum())} of {int(mine.sum())} streets, whatever is tagged, so "
                f"that a limit of {limit_kmh:g} changes nothing above that; give a speed table "
                "with another max_kmh (SpeedTable.read)",
            ),
            stacklevel=5,
        )
