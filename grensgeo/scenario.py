"""Scenarios: ordered modifications that are applied to a copy of a network."""

from __future__ import annotations

import math
import re
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.errors import GrensgeoWarning, InputError, some
from grensgeo.files import read_toml
from grensgeo.network import COUNTRIES, HIGHWAYS, MODES, SpeedChange, mode_bit
from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    import numpy.typing as npt
    from shapely.geometry.base import BaseGeometry

    from grensgeo.network import Network, Streets

LANGUAGES = ("nl", "de", "en")

#: Classes whose edges have no speed of their own: a crossing by ferry lasts as long as it lasts,
#: a barrier has no length.
_WITHOUT_SPEED = ("ferry", "barrier")

#: Bounds that catch a slip of the pen (a headway in seconds, a factor in percent).
_MAX_HEADWAY_MIN = 24 * 60
_MAX_FACTOR = 10
_MAX_SPEED_KMH = 250

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class AdjustFrequency:
    """Let a public transport line run more or less often.

    Attributes
    ----------
    line
        Id of the line, as in the network's services.
    headway_min
        Minutes from one departure to the next, in both directions.

    Examples
    --------
    >>> AdjustFrequency("RB64", 30).describe()
    'line RB64 every 30 min'
    """

    line: str
    headway_min: float

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        faults = []
        if not isinstance(self.line, str) or not self.line:
            faults.append(f"line {self.line!r} is not the id of a line")
        faults += _number_faults("headway_min", self.headway_min, most=_MAX_HEADWAY_MIN)
        if faults:
            raise InputError("adjust-frequency: " + "; ".join(faults))

    def describe(self) -> str:
        """Say in plain English what it does."""
        return f"line {self.line} every {self.headway_min:g} min"

    def faults(self, network: Network) -> list[str]:
        """Name what the network does not have."""
        if network.services is None:
            return [f"line {self.line!r}: the network has no public transport"]
        lines = network.services.lines["line_id"]
        if (lines == self.line).any():
            return []
        return [f"unknown line {self.line!r}; there are {some(sorted(lines), most=40)}"]

    def apply(self, network: Network) -> Network:
        """Give a network in which the line runs at the new headway."""
        services = network.services
        if services is None:
            raise InputError("; ".join(self.faults(network)))
        if network.feeds:
            warnings.warn(
                f"adjust-frequency: line {self.line!r} runs at its new headway on trips without a "
                "departure only; trips with one run by the network's timetables, which stay as "
                "they are",
                GrensgeoWarning,
                stacklevel=2,
            )
        lines = services.lines.copy()
        lines["headway_min"] = lines["headway_min"].astype("float64")
        lines.loc[lines["line_id"] == self.line, "headway_min"] = float(self.headway_min)
        return replace(network, services=replace(services, lines=lines))


@dataclass(frozen=True)
class ModifyStreets:
    """Let some modes go faster or slower on streets chosen by class, polygon or country.

    A street is meant if it fits all that is given, and a mode of ``modes`` may use it. Ferries
    and barriers are never meant. Of a street that a polygon cuts, its middle decides.

    Attributes
    ----------
    highways
        Street classes of :data:`grensgeo.network.HIGHWAYS`; empty for all.
    polygon
        Polygon in lon/lat (shapely or GeoJSON), or its ring as ``(lon, lat)`` pairs.
    speed_factor
        What speeds are multiplied by.
    speed_kmh
        Speed travelled instead of the present one.
    modes
        Street modes; empty for all.
    country
        Only the streets of this country.

    Examples
    --------
    >>> ModifyStreets(("primary",), speed_factor=0.8, modes=("car",)).describe()
    'car at 0.8 times the speed on primary'
    """

    highways: tuple[str, ...] = ()
    polygon: BaseGeometry | Mapping[str, Any] | Sequence[Sequence[float]] | None = None
    speed_factor: float | None = None
    speed_kmh: float | None = None
    modes: tuple[str, ...] = ()
    country: str | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be; keep the classes and modes as tuples, the polygon as shapely."""
        faults: list[str] = []
        for name in ("highways", "modes"):
            value = getattr(self, name)
            if isinstance(value, str) or not all(isinstance(item, str) for item in value):
                faults.append(f"{name}: {value!r} is not a list of names")
            else:
                object.__setattr__(self, name, tuple(value))
        if not faults:
            faults += self._reference_faults()
        if (self.speed_factor is None) == (self.speed_kmh is None):
            faults.append("give either speed_factor or speed_kmh")
        if self.speed_factor is not None:
            faults += _number_faults("speed_factor", self.speed_factor, most=_MAX_FACTOR)
        if self.speed_kmh is not None:
            faults += _number_faults("speed_kmh", self.speed_kmh, most=_MAX_SPEED_KMH)
        if not self.highways and self.polygon is None and self.country is None:
            faults.append("say which streets: give highways, polygon or country")
        if self.polygon is not None:
            polygon, polygon_faults = _polygon(self.polygon)
            faults += polygon_faults
            object.__setattr__(self, "polygon", polygon)
        if faults:
            raise InputError("modify-streets: " + "; ".join(faults))

    def _reference_faults(self) -> list[str]:
        """List names that mean nothing."""
        faults = []
        known = [name for name in HIGHWAYS if name not in _WITHOUT_SPEED]
        unknown = [name for name in self.highways if name not in known]
        if unknown:
            faults.append(f"highways: {some(unknown)}; choose from {', '.join(known)}")
        unknown = [name for name in self.modes if name not in MODES]
        if unknown:
            faults.append(f"modes: {some(unknown)}; choose from {', '.join(MODES)}")
        if self.country is not None and self.country not in COUNTRIES[1:]:
            faults.append(f"country: {self.country!r}; choose from {', '.join(COUNTRIES[1:])}")
        return faults

    def describe(self) -> str:
        """Say in plain English what it does."""
        how = (
            f"at {self.speed_kmh:g} km/h"
            if self.speed_factor is None
            else f"at {self.speed_factor:g} times the speed"
        )
        where = ", ".join(self.highways) or "all streets"
        where += "" if self.polygon is None else " within a polygon"
        where += "" if self.country is None else f" in {self.country}"
        return f"{', '.join(self.modes) or 'all modes'} {how} on {where}"

    def faults(self, network: Network) -> list[str]:
        """Name what the network does not have."""
        chosen = self.edges(network.streets)
        if any(self._of_mode(network.streets, chosen, mode).any() for mode in self._modes()):
            return []
        fault = (
            f"no street fits {self.describe()!r}; look at the classes of this network, and "
            "whether the polygon is written as lon, lat"
        )
        return [fault]

    def edges(self, streets: Streets) -> npt.NDArray[np.bool_]:
        """Tell which edges are meant, whichever mode may use them.

        Returns
        -------
        array
            bool (n_edges,).
        """
        without = [HIGHWAYS.index(name) for name in _WITHOUT_SPEED]
        chosen: npt.NDArray[np.bool_] = ~np.isin(streets.highway, without)
        chosen &= np.isnan(streets.fixed_duration_s)
        if self.highways:
            chosen &= np.isin(streets.highway, [HIGHWAYS.index(name) for name in self.highways])
        if self.country is not None:
            chosen &= streets.country == COUNTRIES.index(self.country)
        if self.polygon is not None:
            polygon, _ = _polygon(self.polygon)
            chosen[chosen] = _within(streets, np.flatnonzero(chosen), polygon)
        return chosen

    def apply(self, network: Network) -> Network:
        """Give a network with the changed speeds."""
        streets = network.streets
        chosen = self.edges(streets)
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

    def _modes(self) -> tuple[str, ...]:
        """Give the modes that are meant."""
        return self.modes or MODES

    @staticmethod
    def _of_mode(
        streets: Streets, chosen: npt.NDArray[np.bool_], mode: str
    ) -> npt.NDArray[np.bool_]:
        """Tell which of the chosen edges a mode may use."""
        usable = (streets.access_forward | streets.access_backward) & mode_bit(mode)
        return chosen & (usable > 0)


@dataclass(frozen=True)
class Scenario:
    """Ordered modifications with a name.

    Attributes
    ----------
    name
        Short name for files and tables, of small letters, digits and hyphens.
    modifications
        Applied one after the other.
    title
        Title in Dutch, German and English, by ``nl``, ``de``, ``en``.

    Examples
    --------
    >>> half_hourly = Scenario(
    ...     "rb64-half-hourly",
    ...     (AdjustFrequency("RB64", 30),),
    ...     title={"nl": "RB64 elk half uur", "de": "RB64 alle 30 Minuten",
    ...            "en": "RB64 every half hour"},
    ... )
    >>> half_hourly.describe()
    'scenario rb64-half-hourly: line RB64 every 30 min'
    """

    name: str
    modifications: tuple[AdjustFrequency | ModifyStreets, ...]
    title: Mapping[str, str]

    def __post_init__(self) -> None:
        """Refuse what cannot be, and keep the modifications as a tuple."""
        faults = []
        if not isinstance(self.name, str) or not _NAME.fullmatch(self.name):
            faults.append(
                f"name: {self.name!r}; use small letters, digits and single hyphens (rb64-hourly)"
            )
        elif self.name == "baseline":
            faults.append("name: 'baseline' is the name of what a scenario is compared with")
        if not self.modifications:
            faults.append("modifications: there are none")
        given = self.title if isinstance(self.title, Mapping) else {}
        missing = [name for name in LANGUAGES if not str(given.get(name) or "").strip()]
        if missing:
            faults.append(f"title: none in {', '.join(missing)}")
        if faults:
            raise InputError("scenario: " + "; ".join(faults))
        object.__setattr__(self, "modifications", tuple(self.modifications))
        object.__setattr__(self, "title", {name: self.title[name] for name in LANGUAGES})

    def describe(self) -> str:
        """Say in plain English what it does."""
        return f"scenario {self.name}: " + "; ".join(
            item.describe() for item in self.modifications
        )

    def apply(self, network: Network) -> Network:
        """Apply the modifications, in their order, to a copy of a network.

        Parameters
        ----------
        network
            The network; it is not changed.

        Returns
        -------
        Network
            A network that shares what was not modified, with a note about the scenario in its
            provenance.

        Raises
        ------
        InputError
            With every reference at once that the network does not have: unknown lines, and
            streets of which there are none.
        """
        faults = [
            f"modification {number}: {fault}"
            for number, item in enumerate(self.modifications, start=1)
            for fault in item.faults(network)
        ]
        if faults:
            raise InputError(f"scenario {self.name}: " + "; ".join(faults))
        for item in self.modifications:
            network = item.apply(network)
        note = Provenance(notes=(self.describe(),))
        return replace(network, provenance=network.provenance | note)


def read_scenario(path: str | Path) -> Scenario:
    """Read a scenario from a TOML file.

    Parameters
    ----------
    path
        A file with a table ``[scenario]`` (``name``, ``title.nl``, ``title.de``, ``title.en``)
        and one ``[[modifications]]`` for each modification, whose ``type`` is
        ``adjust-frequency`` (``line``, ``headway_min``) or ``modify-streets`` (``highways``,
        ``polygon`` as a ring of ``[lon, lat]``, ``speed_factor`` or ``speed_kmh``, ``modes``,
        ``country``).

    Returns
    -------
    Scenario
        The scenario.

    Raises
    ------
    FileError
        If there is no such file or it is not TOML.
    InputError
        With every fault of the file at once: unknown or missing keys, values of another
        type or out of bounds.
    """
    path = Path(path)
    data = read_toml(path)
    faults = _key_faults("the file", data, {"scenario": Mapping, "modifications": list})
    header, items = data.get("scenario"), data.get("modifications")
    name, title = "", {}
    if isinstance(header, Mapping):
        faults += _key_faults("[scenario]", header, {"name": str, "title": Mapping})
        name, title = header.get("name", ""), header.get("title", {})
        if isinstance(title, Mapping):
            faults += _key_faults("[scenario.title]", title, dict.fromkeys(LANGUAGES, str))
    modifications = []
    for number, item in enumerate(items if isinstance(items, list) else [], start=1):
        made, wrong = _modification(item, f"modification {number}")
        faults += wrong
        if made is not None:
            modifications.append(made)
    if not faults:
        try:
            return Scenario(name, tuple(modifications), title=title)
        except InputError as error:
            faults.append(str(error))
    raise InputError(f"{path}: " + "; ".join(faults))


_KEYS: Mapping[str, tuple[Mapping[str, type], tuple[str, ...]]] = {
    "adjust-frequency": ({"line": str, "headway_min": float}, ()),
    "modify-streets": (
        {
            "highways": list,
            "polygon": list,
            "speed_factor": float,
            "speed_kmh": float,
            "modes": list,
            "country": str,
        },
        ("highways", "polygon", "speed_factor", "speed_kmh", "modes", "country"),
    ),
}
_WORDS = {str: "text", float: "a number", list: "a list", Mapping: "a table"}


def _modification(
    item: object, where: str
) -> tuple[AdjustFrequency | ModifyStreets | None, list[str]]:
    """Read one ``[[modifications]]``."""
    if not isinstance(item, Mapping):
        return None, [f"{where}: is not a table"]
    kind = item.get("type")
    if not isinstance(kind, str) or kind not in _KEYS:
        return None, [f"{where}: type {kind!r}; choose from {', '.join(_KEYS)}"]
    keys, optional = _KEYS[kind]
    values = {key: value for key, value in item.items() if key != "type"}
    faults = _key_faults(where, values, keys, optional=optional)
    if faults:
        return None, faults
    try:
        if kind == "adjust-frequency":
            return AdjustFrequency(values["line"], values["headway_min"]), []
        return ModifyStreets(**values), []
    except InputError as error:
        return None, [f"{where}: {error}"]


def _key_faults(
    where: str,
    found: Mapping[str, object],
    keys: Mapping[str, type],
    *,
    optional: Sequence[str] = (),
) -> list[str]:
    """List keys that are unknown, missing or of another type."""
    faults = []
    unknown = [key for key in found if key not in keys]
    if unknown:
        faults.append(f"{where}: unknown key {some(unknown)}; there are {', '.join(keys)}")
    for key, kind in keys.items():
        if key not in found:
            if key not in optional:
                faults.append(f"{where}: {key} is missing")
            continue
        value = found[key]
        fits = isinstance(value, (int, float)) if kind is float else isinstance(value, kind)
        if not fits or (isinstance(value, bool) and kind is not bool):
            faults.append(f"{where}: {key} is {value!r}, not {_WORDS[kind]}")
    return faults


def _number_faults(name: str, value: object, *, most: float) -> list[str]:
    """Say what is wrong with a number that must lie above zero."""
    if isinstance(value, bool) or not isinstance(value, (int, float, np.number)):
        return [f"{name}: {value!r} is not a number"]
    if not (math.isfinite(value) and 0 < value <= most):
        return [f"{name}: {value} is not above 0 and at most {most:g}"]
    return []


def _polygon(
    value: BaseGeometry | Mapping[str, Any] | Sequence[Sequence[float]],
) -> tuple[BaseGeometry, list[str]]:
    """Read a polygon, or say what is wrong with it."""
    import shapely
    from shapely.geometry import shape
    from shapely.geometry.base import BaseGeometry

    try:
        if isinstance(value, BaseGeometry):
            polygon = value
        elif isinstance(value, Mapping):
            polygon = shape(dict(value))
        else:
            polygon = shapely.Polygon([(float(lon), float(lat)) for lon, lat in value])
    except (ValueError, TypeError, KeyError, AttributeError, shapely.errors.ShapelyError) as error:
        return shapely.Polygon(), [
            f"polygon: not a ring of lon, lat pairs or a GeoJSON polygon ({error})"
        ]
    if polygon.geom_type not in ("Polygon", "MultiPolygon") or polygon.is_empty:
        return shapely.Polygon(), [f"polygon: is an empty or other geometry ({polygon.geom_type})"]
    faults = []
    if not polygon.is_valid:
        faults.append(f"polygon: not valid ({shapely.is_valid_reason(polygon)})")
    west, south, east, north = polygon.bounds
    if west < -180 or east > 180 or south < -90 or north > 90:
        faults.append("polygon: coordinates out of range; write degrees, lon before lat")
    return polygon, faults


def _within(
    streets: Streets, edges: npt.NDArray[np.intp], polygon: BaseGeometry
) -> npt.NDArray[np.bool_]:
    """Tell which edges have their middle in a polygon."""
    import shapely

    counts = np.diff(streets.coords_start)[edges]
    starts = np.repeat(streets.coords_start[edges], counts)
    steps = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    lines = shapely.linestrings(
        streets.coords[starts + steps], indices=np.repeat(np.arange(len(edges)), counts)
    )
    middles = shapely.line_interpolate_point(lines, 0.5, normalized=True)
    shapely.prepare(polygon)
    return np.asarray(shapely.intersects(polygon, middles), dtype=np.bool_)
