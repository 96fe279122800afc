"""What every kind of modification of a scenario is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

from grensgeo.declared import record_of

if TYPE_CHECKING:
    from grensgeo.declared import Record
    from grensgeo.errors import Fault, Faults
    from grensgeo.network import Network


class Modification(ABC):
    """One kind of change to a network: a frozen dataclass whose fields are the keys of a file.

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

    @abstractmethod
    def touches(self) -> tuple[str, ...]:
        """Return the modes whose times it can change."""

    @abstractmethod
    def describe(self) -> str:
        """Return in plain English what it does."""

    @abstractmethod
    def faults(self, network: Network) -> list[Fault]:
        """Return what a network does not have, a sentence for each; empty if there is nothing."""

    @abstractmethod
    def apply(self, network: Network) -> Network:
        """Return a copy of a network with the change; raise InputError if it does not fit."""

    def changed(self, network: Network, faults: Faults) -> Network:
        """Return what :meth:`apply` does, or the network itself with faults added.

        A kind that looks up the same for both overrides it, to look once.
        """
        wrong = self.faults(network)
        faults += wrong
        return network if wrong else self.apply(network)
