"""Streets that are new."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from grensgeo.declared import ANY_NAMES, FILE, FLAG, NUMBER, TEXT, documented, option
from grensgeo.errors import Fault, Faults, GrensgeoWarning, InputError, some
from grensgeo.files import read_layer
from grensgeo.modes import MODES, mode_bit
from grensgeo.notes import Note
from grensgeo.provenance import Provenance
from grensgeo.scenario.checks import as_names, number_faults
from grensgeo.scenario.modification import NetworkModification
from grensgeo.scenario.modifications.modify_streets import CLASSES
from grensgeo.scenario.new_streets import Meetings, NewLine, with_streets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grensgeo.arrays import Floats
    from grensgeo.network import Network


@documented
@dataclass(frozen=True)
class AddStreets(NetworkModification):
    """Add streets that are drawn as lines, joined to others at their ends and crossings.

    An end is joined to the nearest street within `join_m`; a crossing where both are on the ground
    (a bridge joins at its ends alone). Who may use them is told by their class, as the law of the
    country has it, or by `modes`. Nobody is slower for it, but a place beside a new street may
    now set out from that.

    Attributes
    ----------
    {options}

    Raises
    ------
    FileError
        If there is no such file, or it holds no lines.
    InputError
        With every fault at once.
    """

    kind: ClassVar[str] = "add-streets"

    file: Path = field(
        metadata=option(FILE, "GeoJSON or another layer of lines, beside the scenario")
    )
    highway: str = field(
        metadata=option(TEXT, "class of the streets, as OpenStreetMap has it", choices=CLASSES)
    )
    modes: tuple[str, ...] = field(
        default=(),
        metadata=option(
            ANY_NAMES, "street modes that may use them", absent="by class and country",
            choices=MODES,
        ),
    )  # fmt: skip
    oneway: bool = field(
        default=False, metadata=option(FLAG, "whether only in the direction that is drawn")
    )
    bridge: bool = field(
        default=False,
        metadata=option(FLAG, "whether they pass over or under what they cross"),
    )
    limit_kmh: float | None = field(
        default=None,
        metadata=option(NUMBER, "limit, km/h", absent="that of the class", least=4, most=250),
    )
    join_m: float = field(
        default=25.0,
        metadata=option(
            NUMBER, "how far from a street an end may lie to be joined to it, m", above=0,
            most=500,
        ),
    )  # fmt: skip
    _lines: tuple[Floats, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Check the fields, and read the file."""
        faults = Faults()
        modes, wrong = as_names(self.modes, name="modes")
        faults += wrong
        unknown = [mode for mode in modes if mode not in MODES]
        if unknown:
            faults.add("choice-unknown", f"modes: {some(unknown)}; choose from {', '.join(MODES)}")
        if self.highway not in CLASSES:
            known = ", ".join(CLASSES)
            faults.add("choice-unknown", f"highway: {self.highway!r}; choose from {known}")
        numbers = {"limit_kmh": self.limit_kmh, "join_m": self.join_m}
        faults += number_faults(self.record(), numbers)
        for name in ("oneway", "bridge"):
            if not isinstance(getattr(self, name), bool):
                faults.add(
                    "key-of-wrong-type", f"{name}: {getattr(self, name)!r} is not true or false"
                )
        if faults:
            raise InputError.of(faults, where=self.kind)
        object.__setattr__(self, "modes", modes)
        object.__setattr__(self, "file", Path(self.file))
        object.__setattr__(self, "_lines", _read_lines(self.file))

    def touches(self) -> tuple[str, ...]:
        """Return the modes whose times it can change."""
        return self.modes or MODES

    def describe(self) -> str:
        """Return in plain English what it does."""
        whom = f" for {', '.join(self.modes)}" if self.modes else ""
        return f"{len(self._lines)} new {self.highway} of {self.file.name}{whom}"

    def _new(self) -> list[NewLine]:
        tags = {"highway": self.highway}
        if self.oneway:
            tags["oneway"] = "yes"
        if self.bridge:
            tags["bridge"] = "yes"
        if self.limit_kmh is not None:
            tags["maxspeed"] = f"{self.limit_kmh:g}"
        bits = sum(mode_bit(mode) for mode in self.modes)
        return [NewLine(coords, tags, bits) for coords in self._lines]

    def faults(self, network: Network) -> list[Fault]:
        """Report lines that no street of a network is near."""
        return self._misfit(self._meetings(network))

    def changed_network(self, network: Network, faults: Faults) -> Network:
        """Return what :meth:`apply` does, or the network itself with faults added."""
        meetings = self._meetings(network)
        wrong = self._misfit(meetings)
        faults += wrong
        return network if wrong else self._with(network, meetings)

    def laid(self, network: Network) -> Network:
        """Return a network with the streets."""
        return self._with(network, self._meetings(network))

    def _meetings(self, network: Network) -> Meetings:
        return Meetings(network, self._new(), join_m=self.join_m)

    def _misfit(self, meetings: Meetings) -> list[Fault]:
        if meetings.joined:
            return []
        lon, lat = self._lines[0][0]
        text = (
            f"{self.file.name}: its lines meet no street within {self.join_m:g} m, the first "
            f"begins at ({lon:g}, {lat:g}); draw them to the streets, or raise join_m"
        )
        return [Fault("no-street-fits", text)]

    def _with(self, network: Network, meetings: Meetings) -> Network:
        """Return a network with the streets, of which it is known where they meet others."""
        lines = self._new()
        if meetings.loose:
            ends = [f"({lon:.4f}, {lat:.4f})" for lon, lat in meetings.loose]
            text = f"{self.file.name}: {len(ends)} ends meet no street: {some(ends)}"
            warnings.warn(GrensgeoWarning("street-ends-loose", text), stacklevel=2)
        result = with_streets(network, lines, meetings)
        note = Note("scenario.streets-added", n=len(lines), joined=meetings.joined)
        return replace(result, provenance=result.provenance | Provenance(notes=(note,)))


def _read_lines(path: Path) -> tuple[Floats, ...]:
    """Read lines from a layer, in degrees."""
    import shapely

    frame = read_layer(path)
    if frame.crs is None:
        raise InputError("crs-missing", f"{path}: no CRS; write it as GeoJSON or GeoPackage")
    shapes = shapely.get_parts(frame.to_crs(4326).geometry.dropna().to_numpy())
    kinds = sorted({shape.geom_type for shape in shapes} - {"LineString"})
    if kinds or not len(shapes):
        raise InputError(
            "geometry-wrong-kind", f"{path}: holds {some(kinds) or 'nothing'}, expected lines"
        )
    lines: Sequence[Floats] = [shapely.get_coordinates(shape) for shape in shapes]
    beyond = [line for line in lines if (np.abs(line) > (180, 90)).any()]
    if beyond:
        raise InputError("coordinates-not-degrees", f"{path}: coordinates are not degrees")
    return tuple(lines)
