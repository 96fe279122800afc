"""Scenarios: ordered modifications with a name, in Python or in a TOML file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo import words
from grensgeo.errors import InputError
from grensgeo.files import read_toml
from grensgeo.notes import stated
from grensgeo.provenance import Provenance
from grensgeo.scenario.checks import key_faults
from grensgeo.scenario.modifications.add_line import AddLine
from grensgeo.scenario.modifications.adjust_frequency import AdjustFrequency
from grensgeo.scenario.modifications.modify_streets import ModifyStreets
from grensgeo.scenario.modifications.remove_line import RemoveLine

if TYPE_CHECKING:
    from grensgeo.network import Network

    Modification = AdjustFrequency | AddLine | RemoveLine | ModifyStreets

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
        missing = [name for name in words.LANGUAGES if not str(given.get(name) or "").strip()]
        if missing:
            faults.append(f"title: none in {', '.join(missing)}")
        if faults:
            raise InputError("scenario: " + "; ".join(faults))
        object.__setattr__(self, "modifications", tuple(self.modifications))
        object.__setattr__(self, "title", {name: self.title[name] for name in words.LANGUAGES})

    def describe(self) -> str:
        """Say in plain English what it does."""
        return f"scenario {self.name}: " + "; ".join(
            item.describe() for item in self.modifications
        )

    @property
    def modes(self) -> frozenset[str]:
        """The modes for which it changes anything: street modes, and ``transit`` for lines."""
        return frozenset().union(*(item.touches() for item in self.modifications))

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
        called = words.text("terms.say.scenario")
        told: words.Text = {
            x: f"{words.capital(called[x])}: {self.title[x]}" for x in words.LANGUAGES
        }
        note = stated({**told, "en": self.describe()})
        provenance = network.provenance | Provenance(notes=(note,))
        network = replace(network, provenance=provenance)
        faults = []
        for number, item in enumerate(self.modifications, start=1):
            wrong = item.faults(network)
            faults += [f"modification {number}: {fault}" for fault in wrong]
            if not wrong:
                network = item.apply(network)
        if faults:
            raise InputError(f"scenario {self.name}: " + "; ".join(faults))
        return network


def read_scenario(path: str | Path) -> Scenario:
    """Read a scenario from a TOML file.

    Parameters
    ----------
    path
        A file with a table ``[scenario]`` (``name``, ``title.nl``, ``title.de``, ``title.en``)
        and one ``[[modifications]]`` for each modification, whose ``type`` is
        ``adjust-frequency`` (``line``, ``headway_min``), ``remove-line`` (``line``),
        ``add-line`` (``file``, beside this one) or ``modify-streets`` (``highways``, ``polygon``
        as a ring of ``[lon, lat]``, ``limit_kmh``, ``speed_kmh`` (with ``modes``) or
        ``speed_factor``, ``modes``, ``country``).

    Returns
    -------
    Scenario
        The scenario.

    Raises
    ------
    FileError
        If there is no such file, or none that it names, or one is not TOML.
    InputError
        With every fault of the file at once: unknown or missing keys, values of another
        type or out of bounds.

    Examples
    --------
    >>> scenario = read_scenario("data/sample/scenarios/rb64-half-hourly.toml")
    >>> scenario.name, scenario.modifications[0].describe()
    ('rb64-half-hourly', 'line RB64 every 30 min')
    """
    path = Path(path)
    data = read_toml(path)
    faults = key_faults("the file", data, {"scenario": Mapping, "modifications": list})
    header, items = data.get("scenario"), data.get("modifications")
    name, title = "", {}
    if isinstance(header, Mapping):
        faults += key_faults("[scenario]", header, {"name": str, "title": Mapping})
        name, title = header.get("name", ""), header.get("title", {})
        if isinstance(title, Mapping):
            faults += key_faults("[scenario.title]", title, dict.fromkeys(words.LANGUAGES, str))
    modifications = []
    for number, item in enumerate(items if isinstance(items, list) else [], start=1):
        made, wrong = _modification(item, f"modification {number}", path.parent)
        faults += wrong
        if made is not None:
            modifications.append(made)
    if not faults:
        try:
            return Scenario(name, tuple(modifications), title=title)
        except InputError as error:
            faults.append(str(error))
    raise InputError(f"{path}: " + "; ".join(faults))


_TYPES: Mapping[str, type[Modification]] = {
    "adjust-frequency": AdjustFrequency,
    "add-line": AddLine,
    "remove-line": RemoveLine,
    "modify-streets": ModifyStreets,
}
_KEYS: Mapping[str, tuple[Mapping[str, type], tuple[str, ...]]] = {
    "adjust-frequency": ({"line": str, "headway_min": float}, ()),
    "add-line": ({"file": str}, ()),
    "remove-line": ({"line": str}, ()),
    "modify-streets": (
        {
            "highways": list,
            "polygon": list,
            "speed_factor": float,
            "speed_kmh": float,
            "limit_kmh": float,
            "modes": list,
            "country": str,
        },
        ("highways", "polygon", "speed_factor", "speed_kmh", "limit_kmh", "modes", "country"),
    ),
}


def _modification(item: object, where: str, folder: Path) -> tuple[Modification | None, list[str]]:
    """Read one ``[[modifications]]``."""
    if not isinstance(item, Mapping):
        return None, [f"{where}: is not a table"]
    kind = item.get("type")
    if not isinstance(kind, str) or kind not in _KEYS:
        return None, [f"{where}: type {kind!r}; choose from {', '.join(_KEYS)}"]
    keys, optional = _KEYS[kind]
    values = {key: value for key, value in item.items() if key != "type"}
    faults = key_faults(where, values, keys, optional=optional)
    if faults:
        return None, faults
    if kind == "add-line":
        values = {"file": folder / values["file"]}
    try:
        return _TYPES[kind](**values), []
    except InputError as error:
        return None, [f"{where}: {error}"]
