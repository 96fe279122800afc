"""What every kind of modification of a scenario is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from grensgeo.declared import record_of
from grensgeo.errors import Faults, InputError
from grensgeo.fetch.catalogue import checksum

if TYPE_CHECKING:
    from grensgeo.declared import Record
    from grensgeo.errors import Fault
    from grensgeo.network import Network
    from grensgeo.region.region import Region
    from grensgeo.scenario.situation import Situation


class Modification(ABC):
    """One kind of change to a situation: a frozen dataclass whose fields are the keys of a file.

    A kind is one module of :mod:`grensgeo.scenario.modifications`, which nothing else has to name:
    its fields have the metadata of :func:`grensgeo.declared.option`.

    Attributes
    ----------
    kind
        The word that ``type`` has in a file.
    """

    kind: ClassVar[str]

    @classmethod
    def record(cls) -> Record:
        """Return the declaration of its keys."""
        first = (cls.__doc__ or "").strip().split("\n", maxsplit=1)[0]
        return record_of(cls, "[[modifications]]", first)

    def told(self) -> dict[str, str]:
        """Return what it says, key by key: of files their content, of shapes their coordinates."""
        found = {}
        for item in self.record().options:
            value = getattr(self, item.name)
            if isinstance(value, Path):
                found[item.name] = checksum(value)
            else:
                found[item.name] = str(getattr(value, "wkt", value))
        return found

    @property
    @abstractmethod
    def parts(self) -> tuple[str, ...]:
        """The parts of a situation that it changes."""

    @property
    def needs(self) -> tuple[str, ...]:
        """The parts of a situation that have to be given for it."""
        return self.parts

    @abstractmethod
    def touches(self) -> tuple[str, ...]:
        """Return the modes whose times it can change."""

    @abstractmethod
    def describe(self) -> str:
        """Return in plain English what it does."""

    @abstractmethod
    def changed(self, situation: Situation, faults: Faults) -> Situation:
        """Return a situation with the change, or itself with faults added where it does not fit.

        The parts that it needs are given.
        """


class NetworkModification(Modification):
    """A change to streets or timetables."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The network alone."""
        return ("network",)

    @abstractmethod
    def faults(self, network: Network) -> list[Fault]:
        """Return what a network does not have, a sentence for each; empty if there is nothing."""

    @abstractmethod
    def laid(self, network: Network) -> Network:
        """Return a copy of a network with the change, which is known to fit."""

    def apply(self, network: Network) -> Network:
        """Return a copy of a network with the change.

        Parameters
        ----------
        network
            A network; it is not changed.

        Raises
        ------
        InputError
            With everything that the network does not have.
        """
        faults = Faults()
        result = self.changed_network(network, faults)
        if faults:
            raise InputError.of(faults)
        return result

    def changed_network(self, network: Network, faults: Faults) -> Network:
        """Return what :meth:`apply` does, or the network itself with faults added.

        A kind that looks up the same for both steps overrides it, to look once.
        """
        wrong = self.faults(network)
        faults += wrong
        return network if wrong else self.laid(network)

    def changed(self, situation: Situation, faults: Faults) -> Situation:
        """Return a situation with the changed network."""
        if situation.network is None:
            return situation
        network = self.changed_network(situation.network, faults)
        return replace(situation, network=network)


class RegionModification(Modification):
    """A change to people or opportunities."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The region alone."""
        return ("region",)

    def touches(self) -> tuple[str, ...]:
        """Return no mode: what there is at the end of a way changes no time."""
        return ()

    @abstractmethod
    def changed_region(self, region: Region, faults: Faults) -> Region:
        """Return a copy of a region with the change, or itself with faults added."""

    def apply(self, region: Region) -> Region:
        """Return a copy of a region with the change.

        Parameters
        ----------
        region
            A region; it is not changed.

        Raises
        ------
        InputError
            With everything that the region does not have.
        """
        faults = Faults()
        result = self.changed_region(region, faults)
        if faults:
            raise InputError.of(faults)
        return result

    def changed(self, situation: Situation, faults: Faults) -> Situation:
        """Return a situation with the changed region."""
        if situation.region is None:
            return situation
        return replace(situation, region=self.changed_region(situation.region, faults))
