"""Streets that are closed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from grensgeo.declared import ANY_NAMES, WHOLES, documented, option
from grensgeo.errors import Fault, Faults, InputError, some
from grensgeo.modes import MODES
from grensgeo.scenario.checks import as_ways, unknown_ways
from grensgeo.scenario.modification import NetworkModification
from grensgeo.scenario.street_changes import close_edges, edges_used

if TYPE_CHECKING:
    from grensgeo.arrays import Longs
    from grensgeo.network import Network, Streets


@documented
@dataclass(frozen=True)
class CloseStreet(NetworkModification):
    """Close ways of OpenStreetMap to all modes, or to some of them, both ways.

    A place beside a closed street sets out from the next one that is open.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once: no ways, ids that are none, modes that are not known.

    Examples
    --------
    >>> CloseStreet((4321, 4322), modes=("car",)).describe()
    'ways 4321, 4322 closed to car'
    """

    kind: ClassVar[str] = "close-street"

    ways: tuple[int, ...] = field(
        metadata=option(
            WHOLES, "ids of the ways, as OpenStreetMap numbers them",
            more="All of a way is closed, as far as the network has it.",
        ),
    )  # fmt: skip
    modes: tuple[str, ...] = field(
        default=(),
        metadata=option(
            ANY_NAMES, "street modes that may use it no more", absent="all", choices=MODES,
        ),
    )  # fmt: skip

    def __post_init__(self) -> None:
        """Check the fields, and keep them as tuples."""
        faults = Faults()
        modes = self.modes
        ways, wrong = as_ways(self.ways)
        faults += wrong
        if not wrong and not ways:
            faults.add("none-given", "ways: there are none")
        object.__setattr__(self, "ways", ways)
        if isinstance(modes, str) or not all(isinstance(mode, str) for mode in modes):
            faults.add("key-of-wrong-type", f"modes: {modes!r} is not a list of names")
        else:
            object.__setattr__(self, "modes", tuple(modes))
            unknown = [mode for mode in modes if mode not in MODES]
            if unknown:
                faults.add(
                    "choice-unknown", f"modes: {some(unknown)}; choose from {', '.join(MODES)}"
                )
        if faults:
            raise InputError.of(faults, where="close-street")

    def touches(self) -> tuple[str, ...]:
        """Return the modes whose times it can change."""
        return self.modes or MODES

    def describe(self) -> str:
        """Return in plain English what it does."""
        whom = ", ".join(self.modes) or "all modes"
        return f"ways {some(self.ways)} closed to {whom}"

    def faults(self, network: Network) -> list[Fault]:
        """Name what the network does not have."""
        missing = unknown_ways(network.streets, self.ways)
        if missing or len(self._edges(network.streets)):
            return missing
        return [
            Fault("no-street-fits", f"no mode may use what {self.describe()!r} means as it is")
        ]

    def laid(self, network: Network) -> Network:
        """Return a network in which the ways are closed."""
        edges = self._edges(network.streets)
        return close_edges(network, edges, self.touches(), what=some(self.ways))

    def _edges(self, streets: Streets) -> Longs:
        """Find the edges of the ways that one of the modes may use."""
        edges = np.flatnonzero(np.isin(streets.way_id, self.ways))
        return edges_used(streets, edges, self.touches())
