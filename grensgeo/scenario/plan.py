"""Scenarios: ordered modifications with a name."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from math import factorial
from typing import TYPE_CHECKING, overload

from grensgeo import words
from grensgeo.errors import Faults, InputError
from grensgeo.network import Network
from grensgeo.notes import stated
from grensgeo.provenance import Provenance
from grensgeo.scenario.contents_key import unchanged
from grensgeo.scenario.situation import PARTS, Situation

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd

    from grensgeo.notes import Note
    from grensgeo.scenario.modification import Modification
    from grensgeo.traveltimes import Trip

#: Parts of a combination of which every order is looked at: 16 sets of four.
_ALL_ORDERS = 4
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
        faults = name_faults(self.name)
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

    def _repr_html_(self) -> str:
        """Show what it does in a notebook."""
        from grensgeo.cards import card

        told = {f"{i}": item.describe() for i, item in enumerate(self.modifications, 1)}
        return card(f"Scenario: {self.title.get('en', self.name)}", told)

    @property
    def modes(self) -> frozenset[str]:
        """The modes for which it changes anything: street modes, and ``transit`` for lines."""
        return frozenset().union(*(item.touches() for item in self.modifications))

    @property
    def parts(self) -> frozenset[str]:
        """The parts of a situation that it changes: region, network, trips, border."""
        return frozenset().union(*(item.parts for item in self.modifications))

    def concerns(self, trip: Trip) -> bool:
        """Return whether it can change anything for a trip: its times, or what counts at its end.

        Parameters
        ----------
        trip
            The trip; one by public transport uses the streets to its stops too.
        """
        return bool(self.parts & {"region", "border"}) or bool(self.modes & trip.modes())

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
        situation = self.with_all(situation)
        if isinstance(to, Network) and situation.network is not None:
            return situation.network
        return situation

    def with_all(self, situation: Situation, *, idle: bool = False) -> Situation:
        """Return a situation with the modifications.

        Parameters
        ----------
        situation
            The situation; it is not changed.
        idle
            Whether modifications may change nothing, as they may where another did it already.
        """
        situation = _noted(situation, self.note(), self.parts)
        faults = Faults()
        for number, item in enumerate(self.modifications, start=1):
            wrong = Faults()
            situation = _changed(item, situation, wrong, idle=idle)
            faults += [fault.at(f"modification {number}") for fault in wrong]
        if faults:
            raise InputError.of(faults, where=f"scenario {self.name}")
        return situation

    @property
    def key(self) -> str:
        """What names its results: 16 hexadecimal digits of its modifications and their files.

        Name and title do not count, nor where its files lie.
        """
        parts = [(item.kind, item.told()) for item in self.modifications]
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]

    def note(self) -> Note:
        """Return the note that tells of the scenario, in the provenance of what it changed."""
        called = words.text("terms.say.scenario")
        told: words.Text = {
            x: f"{words.capital(called[x])}: {self.title[x]}" for x in words.LANGUAGES
        }
        return stated({**told, "en": self.describe()})


def name_faults(name: object) -> Faults:
    """List what is wrong with the name of a scenario.

    Parameters
    ----------
    name
        The name.
    """
    faults = Faults()
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        faults.add(
            "name-wrong",
            f"name: {name!r}; use small letters, digits and single hyphens (rb64-hourly)",
        )
    elif name == "baseline":
        faults.add(
            "name-reserved", "name: 'baseline' is the name of what a scenario is compared with"
        )
    return faults


def _noted(situation: Situation, note: Note, parts: frozenset[str]) -> Situation:
    """Return a situation that tells of a scenario where it changes something."""
    told = Provenance(notes=(note,))
    network, region = situation.network, situation.region
    if network is not None and parts & {"network", "trips"}:
        network = replace(network, provenance=network.provenance | told)
    if region is not None and parts & {"region", "border"}:
        region = replace(region, provenance=region.provenance | told)
    return replace(situation, network=network, region=region)


def combine_scenarios(
    name: str, scenarios: Sequence[Scenario], *, title: Mapping[str, str] | None = None
) -> Scenario:
    """Combine scenarios into one that makes the changes of all, one after the other.

    Parameters
    ----------
    name
        Name of the combination.
    scenarios
        Two or more, in the order in which they are applied.
    title
        Title in Dutch, German and English; their titles, joined, by default.

    Returns
    -------
    Scenario
        The combination.

    Raises
    ------
    InputError
        If there are none, or the name is not one for files.

    Examples
    --------
    >>> from grensgeo.scenario import RemoveLine
    >>> titles = ({"nl": x, "de": x, "en": x} for x in ("One", "Two"))
    >>> one, two = (Scenario(t["en"].lower(), (RemoveLine("a"),), title=t) for t in titles)
    >>> combine_scenarios("both", [one, two]).title["en"]
    'One + Two'
    """
    joined: dict[str, str] = {
        x: " + ".join(item.title[x] for item in scenarios) for x in words.LANGUAGES
    }
    made = tuple(change for item in scenarios for change in item.modifications)
    return Scenario(name, made, title=joined if title is None else title)


def scenario_shares(
    to: Situation,
    scenarios: Sequence[Scenario],
    measure: Callable[[Situation], pd.Series | float],
) -> pd.DataFrame:
    """Compute what each part of a combination of scenarios contributes to a measure.

    What a part adds depends on what is there already. Of up to four parts every set of them is
    measured, and the share of one is the mean of what it adds over all orders in which they could
    come; of more, what it adds as the first and as the last alone.

    Parameters
    ----------
    to
        The situation without any of them.
    scenarios
        The parts; whatever comes first in this list is applied first.
    measure
        Returns a number of a situation, or a Series by id.

    Returns
    -------
    DataFrame
        A row a part (and id): ``part`` (name of the scenario), ``id`` where the measure has ids,
        ``first_in`` and ``last_in`` (what it adds to none and to all others), ``share`` (the mean
        over all orders; the shares add up to the difference of all; NaN of more than four parts),
        ``least`` and ``most`` (over all orders, or of first and last).

    Raises
    ------
    InputError
        If two parts have one name, or one does not fit without another.

    Source
    ------
    Shapley (1953), A value for n-person games.
    """
    import pandas as pd

    names = [item.name for item in scenarios]
    if len(set(names)) < len(names) or not names:
        raise InputError("name-twice", f"scenarios: {', '.join(names) or 'none'}; name each once")
    found: dict[frozenset[int], pd.Series] = {}

    def of(parts: frozenset[int]) -> pd.Series:
        """Return the measure with some parts, made now or kept from before."""
        if parts not in found:
            situation = to
            for number in sorted(parts):
                situation = scenarios[number].with_all(situation, idle=True)
            value = measure(situation)
            found[parts] = value if isinstance(value, pd.Series) else pd.Series([float(value)])
        return found[parts]

    n, frames = len(scenarios), []
    everybody = frozenset(range(n))
    for number, name in enumerate(names):
        others = everybody - {number}
        sizes = range(n) if n <= _ALL_ORDERS else sorted({0, n - 1})
        adds, weights = [], []
        for size in sizes:
            for chosen in combinations(sorted(others), size):
                before = frozenset(chosen)
                adds.append(of(before | {number}) - of(before))
                weights.append(factorial(size) * factorial(n - 1 - size) / factorial(n))
        table = pd.concat(adds, axis=1)
        mean = (table * weights).sum(axis=1, skipna=False)
        frame = pd.DataFrame(
            {
                "part": name,
                "id": table.index,
                "first_in": table.iloc[:, 0].to_numpy(),
                "last_in": table.iloc[:, -1].to_numpy(),
                "share": mean.to_numpy() if n <= _ALL_ORDERS else float("nan"),
                "least": table.min(axis=1).to_numpy(),
                "most": table.max(axis=1).to_numpy(),
            }
        )
        single = not isinstance(measure_index := found[frozenset()].index, pd.RangeIndex)
        frames.append(frame if single or len(measure_index) > 1 else frame.drop(columns="id"))
    return pd.concat(frames, ignore_index=True)


def _changed(
    item: Modification, situation: Situation, faults: Faults, *, idle: bool = False
) -> Situation:
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
    if not faults and not idle and unchanged(situation, result):
        faults.add(
            "modification-without-effect",
            f"{item.describe()!r} changes nothing: it is so already; leave it out, or correct it",
        )
    return result
