"""Read a record from a file: every fault at once, each with its line, its key and the remedy."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING, Any

from grensgeo.declared.option import (
    ANY_NAMES,
    NAMES,
    NUMBER,
    TEXT,
    WHOLE,
    Each,
    Kind,
    OneOf,
    Option,
    Record,
    like,
    nearest,
    value_faults,
)
from grensgeo.errors import Fault, InputError, some

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from grensgeo.declared.toml_lines import Path


@dataclass
class RecordReader:
    """Read records from what a file says, and collects what is wrong with them.

    Attributes
    ----------
    lines
        Line of each path, from :func:`grensgeo.declared.toml_lines.toml_lines`.
    faults
        What is wrong so far, by line; what has no line comes last.
    """

    lines: Mapping[Path, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    _numbers: list[float] = field(default_factory=list)

    def add(self, code: str, text: str, at: Path = ()) -> None:
        """Collect a fault, with the line where it stands."""
        self.place([Fault(code, text)], at)

    def place(self, faults: Iterable[Fault], at: Path = ()) -> None:
        """Collect faults, with the line of a path, or of the nearest around it that has one."""
        while at and at not in self.lines:
            at = at[:-1]
        line = f"line {self.lines[at]}, " if at in self.lines else ""
        for one in faults:
            number = bisect_right(self._numbers, self.lines.get(at, inf))
            self._numbers.insert(number, self.lines.get(at, inf))
            self.faults.insert(number, Fault(one.code, f"{line}{one}", one.where))

    def take(
        self, record: Record, found: object, at: Path = (), *, where: str = ""
    ) -> dict[str, Any]:
        """Return the values of a record that are of the kind declared.

        Parameters
        ----------
        record
            What may stand there.
        found
            What stands there.
        at
            Its path in the file.
        where
            What faults call it, if not as the record does.
        """
        where = where or record.where
        if not isinstance(found, dict):
            self.add("key-of-wrong-type", f"{where}: is not a table", at)
            return {}
        known = {item.name: item for item in record.options}
        meant = set()  # a key that is misspelt is not missing too: that is one mistake
        for name in found:
            if name not in known:
                meant.add(like(name, known))
                there = f"there are {', '.join(known)}{nearest(name, known)}"
                self.add("key-unknown", f"{where}: unknown key {name}; {there}", (*at, name))
        values = {}
        for name, item in known.items():
            if name not in found:
                if item.needed and name not in meant:
                    self.add("key-missing", f"{where}: {name} is missing", at)
                continue
            taken = self._value(item, found[name], (*at, name), where)
            if taken is None:
                continue
            wrong = "" if record.checked else _outside(item, taken)
            if wrong:
                self.add("out-of-range", f"{where}: {wrong}", (*at, name))
            else:
                values[name] = taken
        return values

    def _value(self, item: Option, value: Any, at: Path, where: str) -> Any:  # noqa: ANN401
        """Return a value as declared, or None with a fault."""
        kind = item.kind
        if isinstance(kind, Kind):
            wrong = kind.wrong(value) if kind.fits(value) else f"is {value!r}, not {kind.said}"
            if wrong:
                self.add("key-of-wrong-type", f"{where}: {item.name} {wrong}", at)
            return None if wrong else value
        table = isinstance(kind, Record)
        if not isinstance(value, dict if table else list):
            said = "a table" if table else "a list of tables"
            self.add("key-of-wrong-type", f"{where}: {item.name} is {value!r}, not {said}", at)
            return None
        if isinstance(kind, Record):
            return self.take(kind, value, at)
        if isinstance(kind, Each):
            return [self.take(kind.record, one, (*at, n)) for n, one in enumerate(value)]
        return [self._one_of(kind, one, (*at, n), n + 1) for n, one in enumerate(value)]

    def _one_of(self, kind: OneOf, found: object, at: Path, number: int) -> dict[str, Any]:
        """Return the values of the record that a table's type names, with the type."""
        where = f"{kind.where} {number}"
        if not isinstance(found, dict):
            self.add("key-of-wrong-type", f"{where}: is not a table", at)
            return {}
        word = found.get("type")
        if word is None:
            near = ", ".join(name for name in found if like(name, ["type"]))
            known = f"choose from {', '.join(kind.records)}"
            text = f"{where}: type is missing{near and f', {near} is no key'}; {known}"
            self.add("key-missing", text, (*at, near) if near else at)
            return {}
        if not isinstance(word, str) or word not in kind.records:
            known = f"choose from {', '.join(kind.records)}{nearest(word, kind.records)}"
            self.add("choice-unknown", f"{where}: type {word!r}; {known}", (*at, "type"))
            return {}
        rest = {name: value for name, value in found.items() if name != "type"}
        before = len(self.faults)
        values = self.take(kind.records[word], rest, at, where=where)
        return {"type": word, **values} if len(self.faults) == before else {}

    def hold(self, record: Record, values: Mapping[str, Any], at: Path, *, where: str) -> bool:
        """Collect values outside choices and bounds, each with the line of its key.

        Parameters
        ----------
        record
            The declaration of the values, whose class would name them without a line.
        values
            Values of the right kind.
        at
            Path of their table.
        where
            What faults call it.

        Returns
        -------
        bool
            Whether there are none.
        """
        before = len(self.faults)
        for name, value in values.items():
            found = value_faults(record, {name: value})
            self.place([one.at(where) for one in found], (*at, name))
        return len(self.faults) == before

    def references(
        self, used: Iterable[tuple[str, Path]], known: Iterable[str], what: str
    ) -> None:
        """Collect names that nothing bears.

        Parameters
        ----------
        used
            Names, and where they stand.
        known
            Those that there are.
        what
            What they name.
        """
        names = list(known)
        told = set()
        for name, at in used:
            if name not in names and name not in told:
                told.add(name)
                there = f"known are {', '.join(names)}{nearest(name, names)}"
                self.add("name-unknown", f"unknown {what} {name}; {there}", at)

    def fail(self, where: str) -> None:
        """Raise what was collected, if anything was.

        Raises
        ------
        InputError
            With every fault at once.
        """
        if self.faults:
            raise InputError.of(self.faults, where=where)


def _outside(item: Option, value: Any) -> str:  # noqa: ANN401
    """Return what is to be said of a value outside the choices or bounds."""
    if item.choices and item.kind is TEXT and value not in item.choices:
        *first, last = map(str, item.choices)
        known = f"choose {', '.join(first)} or {last}{nearest(value, item.choices)}"
        return f"{item.name} is {value!r}; {known}"
    if item.choices and item.kind in (NAMES, ANY_NAMES):
        unknown = [name for name in value if name not in item.choices]
        near = nearest(unknown[0], item.choices) if unknown else ""
        known = ", ".join(item.choices)
        return f"unknown {item.name} {some(unknown)}; known are {known}{near}" if unknown else ""
    if item.kind in (NUMBER, WHOLE) and isinstance(item.kind, Kind) and item.outside(value):
        return f"{item.name} is {value!r}, expected {item.kind.said}{item.bounds()}"
    return ""
