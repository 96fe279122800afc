"""Scenarios: ordered modifications with a name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, overload

from grensgeo import words
from grensgeo.errors import Faults, InputError
from grensgeo.network import Network
from grensgeo.notes import stated
from grensgeo.provenance import Provenance
from grensgeo.scenario.contents_key import unchanged
from grensgeo.scenario.situation import PARTS, Situation

if TYPE_CHECKING:
    from grensgeo.notes import Note
    from grensgeo.scenario.modification import Modification

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


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

    Raises
    ------
    InputError
        If the name is not one for files (small letters, digits, hyphens), a language has no
        title, or there are no modifications.

    Examples
    --------
    >>> from grensgeo.scenario import AdjustFrequency
    >>> half_hourly = Scenario(
    ...     "rb64-half-hourly",
    ...     (AdjustFrequency("RB64", 30),),
    ...     title={"nl": "RB64 elk half uur", "de": "RB64 alle 30 Minuten",
    ...            "en": "RB64 every half hour"},
    ... )
    >>> half_hourly.describe()
    'scenario rb64-half-hourly: line RB64 every 30 min'
    >>> sorted(half_hourly.modes)
    ['transit']
    """

    name: str
    modifications: tuple[Modification, ...]
    title: Mapping[str, str]

    def __post_init__(self) -> None:
        """Check the fields, and keep the modifications as a tuple."""
        faults = Faults()
        if not isinstance(self.name, str) or not _NAME.fullmatch(self.name):
            faults.add(
                "name-wrong",
                f"name: {self.name!r}; use small letters, digits and single hyphens (rb64-hourly)",
            )
        elif self.name == "baseline":
            faults.add(
                "name-reserved", "name: 'baseline' is the name of what a scenario is compared with"
            )
        if not self.modifications:
            faults.add("none-given", "modifications: there are none")
        given = self.title if isinstance(self.title, Mapping) else {}
        missing = [name for name in words.LANGUAGES if not str(given.get(name) or "").strip()]
        if missing:
            faults.add("title-missing", f"title: none in {', '.join(missing)}")
        if faults:
            raise InputError.of(faults, where="scenario")
        object.__setattr__(self, "modifications", tuple(self.modifications))
        object.__setattr__(self, "title", {name: self.title[name] for name in words.LANGUAGES})

    def describe(self) -> str:
        """Return in plain English what it does."""
        return f"scenario {self.name}: " + "; ".join(
            item.describe() for item in self.modifications
        )

    @property
    def modes(self) -> frozenset[str]:
        """The modes for which it changes anything: street modes, and ``transit`` for lines."""
        return frozenset().union(*(item.touches() for item in self.modifications))

    @property
    def parts(self) -> frozenset[str]:
        """The parts of a situation that it changes: region, network, trips, border."""
        return frozenset().union(*(item.parts for item in self.modifications))

    @overload
    def apply(self, to: Network) -> Network: ...

    @overload
    def apply(self, to: Situation) -> Situation: ...

    def apply(self, to: Network | Situation) -> Network | Situation:
        """Apply the modifications, in their order, to a copy of a network or a situation.

        Parameters
        ----------
        to
            The network, or all that a scenario can change; it is not changed.

        Returns
        -------
        Network or Situation
            What was given, sharing what was not modified, with a note about the scenario in the
            provenance of network and region.

        Raises
        ------
        InputError
            With every reference at once that is not there: unknown lines, streets, places;
            with modifications of what was not given; and with those that change nothing.
        """
        situation = Situation(network=to, border=None) if isinstance(to, Network) else to
        situation = _noted(situation, self._note(), self.parts)
        faults = Faults()
        for number, item in enumerate(self.modifications, start=1):
            wrong = Faults()
            situation = _changed(item, situation, wrong)
            faults += [fault.at(f"modification {number}") for fault in wrong]
        if faults:
            raise InputError.of(faults, where=f"scenario {self.name}")
        if isinstance(to, Network) and situation.network is not None:
            return situation.network
        return situation

    def _note(self) -> Note:
        """Return the note that tells of the scenario."""
        called = words.text("terms.say.scenario")
        told: words.Text = {
            x: f"{words.capital(called[x])}: {self.title[x]}" for x in words.LANGUAGES
        }
        return stated({**told, "en": self.describe()})


def _noted(situation: Situation, note: Note, parts: frozenset[str]) -> Situation:
    """Return a situation that tells of a scenario where it changes something."""
    told = Provenance(notes=(note,))
    network, region = situation.network, situation.region
    if network is not None and parts & {"network", "trips"}:
        network = replace(network, provenance=network.provenance | told)
    if region is not None and parts & {"region", "border"}:
        region = replace(region, provenance=region.provenance | told)
    return replace(situation, network=network, region=region)


def _changed(item: Modification, situation: Situation, faults: Faults) -> Situation:
    """Return a situation with one modification, or itself with faults added."""
    missing = [PARTS[name] for name in item.needs if name not in situation.given]
    if missing:
        faults.add(
            "part-not-given",
            f"{item.kind} needs {' and '.join(missing)}; apply the scenario to a Situation that "
            "has them",
        )
        return situation
    result = item.changed(situation, faults)
    if not faults and unchanged(situation, result):
        faults.add(
            "modification-without-effect",
            f"{item.describe()!r} changes nothing: it is so already; leave it out, or correct it",
        )
    return result
