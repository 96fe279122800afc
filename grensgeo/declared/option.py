"""An option and a record of options: what each is called, may be and means."""

from __future__ import annotations

import difflib
import math
from dataclasses import MISSING, dataclass, fields, replace
from textwrap import fill
from typing import TYPE_CHECKING, Any, TypeVar

from grensgeo.errors import Fault, Faults, some
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Declared = TypeVar("Declared")


class _Needed:
    """Stands where a value would be that has to be given."""

    def __repr__(self) -> str:
        """Return the word of the reference."""
        return "needed"


#: Default of an option that has to be given.
NEEDED = _Needed()


def like(name: object, known: Iterable[str]) -> str | None:
    """Return the known name that is most like one, if any is like it.

    Examples
    --------
    >>> like("cutofs_min", ["areas", "cutoffs_min"])
    'cutoffs_min'
    """
    return next(iter(difflib.get_close_matches(str(name), list(known), n=1)), None)


def nearest(name: object, known: Iterable[str]) -> str:
    """Return a remark on the known name that is most like one, if any is like it.

    Examples
    --------
    >>> nearest("cutofs_min", ["areas", "cutoffs_min"])
    '; nearest is cutoffs_min'
    """
    found = like(name, known)
    return f"; nearest is {found}" if found else ""


def _not_names(value: list[object]) -> str:
    if not all(isinstance(item, str) for item in value):
        return f"is {value!r}, not a list of names"
    return "" if value else "is empty; name at least one"


def _not_rising(value: list[object]) -> str:
    numbers = [v for v in value if isinstance(v, (int, float)) and not isinstance(v, bool)]
    sound = len(numbers) == len(value) > 0 and all(0 < v < math.inf for v in numbers)
    rising = sound and sorted(set(numbers)) == numbers
    return "" if rising else f"is {value!r}, not rising positive minutes"


def _not_titles(value: Mapping[str, object]) -> str:
    sound = all(name in LANGUAGES and not _blank(word) for name, word in value.items())
    return "" if sound and value else f"is {value!r}; give texts for nl, de, en"


def _blank(value: object) -> str:
    return "" if isinstance(value, str) and value.strip() else "is without words"


@dataclass(frozen=True, eq=False)
class Kind:
    """What kind of value an option takes.

    Attributes
    ----------
    said
        How a fault and the reference call it.
    types
        What it is in Python; True and False are no numbers.
    schema
        What it is in JSON Schema.
    wrong
        Returns what is to be said against a value of the right type, if anything.
    """

    said: str
    types: tuple[type, ...]
    schema: Mapping[str, Any]
    wrong: Callable[[Any], str] = lambda _: ""

    def fits(self, value: object) -> bool:
        """Return whether a value is of the kind."""
        if isinstance(value, bool):
            return bool in self.types
        return isinstance(value, self.types)


_NAMES_SCHEMA = {"type": "array", "items": {"type": "string"}, "minItems": 1}
_TITLES_SCHEMA = {
    "type": "object",
    "properties": {name: {"type": "string", "minLength": 1} for name in LANGUAGES},
    "additionalProperties": False,
    "minProperties": 1,
}
TEXT = Kind("text", (str,), {"type": "string"})
WORDS = Kind("text", (str,), {"type": "string", "minLength": 1}, _blank)
FILE = Kind("the name of a file", (str,), {"type": "string"})
NUMBER = Kind("a number", (int, float), {"type": "number"})
WHOLE = Kind("a whole number", (int,), {"type": "integer"})
FLAG = Kind("true or false", (bool,), {"type": "boolean"})
NAMES = Kind("a list of names", (list,), _NAMES_SCHEMA, _not_names)
ANY_NAMES = Kind(
    "a list of names", (list,), {"type": "array", "items": {"type": "string"}},
    lambda value: _not_names(value) if value else "",
)  # fmt: skip
WHOLES = Kind("a list of whole numbers", (list,), {"type": "array", "items": {"type": "integer"}})
MINUTES_RISING = Kind(
    "a list of rising minutes", (list,),
    {"type": "array", "items": {"type": "number", "exclusiveMinimum": 0}, "minItems": 1},
    _not_rising,
)  # fmt: skip
#: Kinds of which each name is held against the choices.
_LISTED = (NAMES, ANY_NAMES)
RING = Kind(
    "a list of [lon, lat] pairs", (list,),
    {"type": "array", "items": {"type": "array", "items": {"type": "number"}}, "minItems": 3},
)  # fmt: skip
TITLES = Kind("a table of texts by nl, de, en", (dict,), _TITLES_SCHEMA, _not_titles)


def named(kind: Kind) -> Kind:
    """Return a table of values of a kind, under names that are free."""
    return Kind(
        f"a table of {kind.said} by name", (dict,),
        {"type": "object", "additionalProperties": dict(kind.schema)},
        lambda value: next(
            (f"has {name} = {one!r}, not {kind.said}" for name, one in value.items()
             if not kind.fits(one)), "",
        ),
    )  # fmt: skip


@dataclass(frozen=True, eq=False)
class Option:
    """One thing that can be said.

    Attributes
    ----------
    name
        The key of a file and the name in Python; with hyphens it is the command line's.
    kind
        What it takes: a :class:`Kind`, a record, each of several records or one of several kinds
        of record.
    meaning
        A few words, for the command line and the reference.
    default
        What holds if it is left out; :data:`NEEDED` if it has to be given.
    absent
        The default in words, where the value does not tell.
    more
        Further sentences, for those who read on.
    choices
        What it may be, or each of its names.
    above, least, most
        Bounds; at the first it may not lie.
    unit
        Stands for the value in help.
    modes
        Modes of a trip, or of its legs, that know it; all if empty.
    timed
        Whether it is for trips by timetable.
    plausible
        What is more than this is more likely a slip of the pen.
    on
        What its name on the command line turns on, in words, if it may name a file there too.
    off
        What turns it off on the command line, and what that does.
    """

    name: str
    kind: Kind | Record | Each | OneOf
    meaning: str
    default: Any = NEEDED
    absent: str = ""
    more: str = ""
    choices: tuple[Any, ...] = ()
    above: float | None = None
    least: float | None = None
    most: float | None = None
    unit: str = ""
    modes: tuple[str, ...] = ()
    timed: bool = False
    plausible: float | None = None
    on: str = ""
    off: tuple[str, str] | None = None

    @property
    def needed(self) -> bool:
        """Whether it has to be given."""
        return self.default is NEEDED

    @property
    def left_out(self) -> str:
        """What holds if it is left out, in words; empty if it has to be given."""
        if self.needed or self.absent:
            return self.absent
        words = {None: "", True: "true", False: "false"}
        if isinstance(self.default, (bool, type(None))):
            return words[self.default]
        return f"{self.default:g}" if isinstance(self.default, float) else str(self.default)

    def bounds(self) -> str:
        """Return the bounds in words, with a blank before them."""
        if self.least is not None and self.most is not None:
            return f" from {self.least:g} to {self.most:g}"
        if self.above is not None:
            most = "" if self.most is None else f" and at most {self.most:g}"
            return f" above {self.above:g}{most}"
        return "" if self.least is None else f" of {self.least:g} or more"

    def outside(self, value: float) -> bool:
        """Return whether a number lies outside the bounds."""
        return (
            not math.isfinite(value)
            or (self.above is not None and value <= self.above)
            or (self.least is not None and value < self.least)
            or (self.most is not None and value > self.most)
        )


@dataclass(frozen=True, eq=False)
class Record:
    """A table of options.

    Attributes
    ----------
    where
        How a file writes its head, such as ``[reach]``; stands in faults.
    meaning
        What it is.
    options
        Its options, in the order of the reference.
    checked
        Whether something else holds the values against choices and bounds: the class that the
        options are the fields of.
    said
        What the reference calls it where it needs no table of its own.
    """

    where: str
    meaning: str
    options: tuple[Option, ...]
    checked: bool = False
    said: str = ""

    def select(self, *names: str) -> tuple[Option, ...]:
        """Return some of the options, in the order of the names."""
        known = {item.name: item for item in self.options}
        return tuple(known[name] for name in names)

    def renamed(self, **absent: str) -> Record:
        """Return the record with other words for what holds if options are left out."""
        options = tuple(
            replace(item, absent=absent.get(item.name, item.absent)) for item in self.options
        )
        return replace(self, options=options)


@dataclass(frozen=True, eq=False)
class Each:
    """A list of tables of one record."""

    record: Record


@dataclass(frozen=True, eq=False)
class OneOf:
    """A list of tables, each of the record that its ``type`` names.

    Attributes
    ----------
    where
        What stands before the number of a table in faults.
    records
        The records by the word that ``type`` has.
    """

    where: str
    records: Mapping[str, Record]


def option(kind: Kind | Record | Each, meaning: str, **more: Any) -> dict[str, Option]:  # noqa: ANN401 - fields of Option
    """Return the metadata of a dataclass's field, which make it an option.

    Parameters
    ----------
    kind, meaning, more
        Fields of :class:`Option` other than name and default, which are the field's own.

    Examples
    --------
    >>> from dataclasses import dataclass, field
    >>> @dataclass(frozen=True)
    ... class Walk:
    ...     max_min: float = field(default=30.0, metadata=option(NUMBER, "longest", above=0))
    >>> [(item.name, item.default) for item in record_of(Walk, "[walk]").options]
    [('max_min', 30.0)]
    """
    return {"option": Option("", kind, meaning, **more)}


def record_of(declared: type, where: str = "", meaning: str = "") -> Record:
    """Return the record whose options are the fields of a dataclass.

    Parameters
    ----------
    declared
        A dataclass with fields that have the metadata of :func:`option`.
    where, meaning
        As in :class:`Record`.

    Returns
    -------
    Record
        It is ``checked``: the class holds its values against choices and bounds.
    """
    options = []
    for item in fields(declared):
        if "option" in item.metadata:
            default = NEEDED if item.default is MISSING else item.default
            options.append(replace(item.metadata["option"], name=item.name, default=default))
    return Record(where, meaning, tuple(options), checked=True)


def documented(declared: type[Declared]) -> type[Declared]:
    """Write the options of a dataclass into its docstring, where ``{options}`` stands.

    Parameters
    ----------
    declared
        A dataclass whose docstring has the line ``{options}`` among its attributes.
    """
    said = []
    for item in record_of(declared).options:
        words = f"{item.meaning}. {item.more}".strip()
        words = words[0].upper() + words[1:]
        said += [
            f"    {item.name}",
            fill(words, 99, initial_indent=8 * " ", subsequent_indent=8 * " "),
        ]
    declared.__doc__ = (declared.__doc__ or "").replace("    {options}", "\n".join(said))
    return declared


def value_faults(record: Record, values: Mapping[str, object]) -> list[Fault]:
    """List the values that are of another kind than declared, or outside choices and bounds.

    Parameters
    ----------
    record
        What the values are.
    values
        Those that are given, by name; None is as good as left out where that is the default.

    Returns
    -------
    list of Fault
        A sentence for each.
    """
    faults = Faults()
    for item in record.options:
        if item.name not in values or not isinstance(item.kind, Kind):
            continue
        value = values[item.name]
        if value is None and item.default is None:
            continue
        faults += _value_faults(item, item.kind, value)
    return faults


def _value_faults(item: Option, kind: Kind, value: Any) -> Sequence[Fault]:  # noqa: ANN401
    """List what is wrong with one value."""
    name = item.name
    if item.choices and kind is TEXT and value not in item.choices:
        known = ", ".join(item.choices)
        known += nearest(value, item.choices)
        return [Fault("choice-unknown", f"{name} {value!r} is not known; choose one of {known}")]
    if item.choices and kind is WHOLE and (isinstance(value, bool) or value not in item.choices):
        *first, last = map(str, item.choices)
        expected = f"{', '.join(first)} or {last}"
        return [Fault("choice-unknown", f"{name} is {value!r}, expected {expected}")]
    if not kind.fits(value):
        expected = f"{kind.said}{item.bounds()}"
        return [Fault("key-of-wrong-type", f"{name} is {value!r}, expected {expected}")]
    if kind in (NUMBER, WHOLE) and item.outside(value):
        expected = f"{kind.said}{item.bounds()}"
        return [Fault("out-of-range", f"{name} is {value!r}, expected {expected}")]
    wrong = kind.wrong(value)
    return [Fault("key-of-wrong-type", f"{name} {wrong}")] if wrong else _unlisted(item, value)


def _unlisted(item: Option, value: Any) -> Sequence[Fault]:  # noqa: ANN401
    """List the names of a list that are no choices."""
    if not item.choices or item.kind not in _LISTED:
        return []
    unknown = [one for one in value if one not in item.choices]
    known = (
        f"choose from {', '.join(item.choices)}{nearest(next(iter(unknown), ''), item.choices)}"
    )
    return [Fault("choice-unknown", f"{item.name}: {some(unknown)}; {known}")] if unknown else []


def titles(where: str) -> Record:
    """Return the record of a title in every language."""
    options = tuple(Option(name, WORDS, f"in {name}") for name in LANGUAGES)
    return Record(where, "title by language", options, said="a table of texts by nl, de and en")
