"""How sure it is that two runs are one vehicle, by route type, line, number and operator.

The number of a train identifies it, the number of a line only where it may go: two trains
of line RB64, and two town buses numbered 1, are two vehicles as a rule. So trains are one by their
number, or, where a feed gives none, by line or operator, at one platform and within the time that
a train stands; buses, trams and ferries by the number of their trip or never. Numbers that differ
forbid it, and so do lines that differ where there is no number.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum

#: Shorter numbers are counted anew on every line, by many a publisher.
_TELLING_DIGITS = 3


#: A bus is no train, and not a word is lost on it.
OTHER_KIND = "kind"


class Likeness(IntEnum):
    """What speaks for one vehicle, the weakest first."""

    #: Trains of which one has a number and the other none, and that share no line or operator.
    NOTHING_AGAINST = 1
    OPERATOR = 2
    LINE = 3
    LINE_AND_OPERATOR = 4
    NUMBER = 5


@dataclass(frozen=True)
class RunIdentity:
    """What identifies the vehicle of a run in its feed.

    Attributes
    ----------
    kind
        ``rail``, ``bus`` and so on.
    labels
        Line and number, as :func:`label_set` spells them.
    line
        The line in small letters and digits.
    code
        The same where it holds a digit (``rb64``); empty for ``Intercity``.
    numbers
        Numbers of the train or trip; several where it is made up of several.
    operator
        Small letters and digits only; empty if not known.
    """

    kind: str
    labels: frozenset[str]
    line: str
    code: str
    numbers: frozenset[str]
    operator: str

    @classmethod
    def of(cls, route_type: int, line: str, number: str, operator: str) -> RunIdentity:
        """Read what stands in a feed."""
        kind, code = kind_of(route_type), _plain(line)
        return cls(
            kind=kind,
            labels=label_set(line, number),
            line=code,
            code=code if re.search(r"\d", code) else "",
            numbers=_numbers(line if kind == "rail" else "", number),
            operator=_plain(operator),
        )


def compare(one: RunIdentity, other: RunIdentity) -> Likeness | str:
    """Compare what two feeds say of two runs, and return how sure it is that they are one vehicle.

    Parameters
    ----------
    one, other
        Runs of two feeds.

    Returns
    -------
    Likeness or str
        How strong, or what forbids it: :data:`OTHER_KIND`, or the code of a note.

    Examples
    --------
    >>> dutch = RunIdentity.of(2, "Stoptrein", "20145", "Arriva")
    >>> compare(dutch, RunIdentity.of(2, "RB 64", "RB 20145", "DB Regio")).name
    'NUMBER'
    >>> compare(dutch, RunIdentity.of(2, "RB 64", "20147", "Arriva"))
    'two-trains.numbers'
    >>> compare(RunIdentity.of(3, "1", "", "A"), RunIdentity.of(3, "1", "", "A"))
    'two-trains.no-number'
    """
    same_operator = one.operator != "" and one.operator == other.operator
    same_line = one.code != "" and one.code == other.code
    named = _named_by_line(one, other) or _named_by_line(other, one)
    both = one.numbers & other.numbers
    telling = one.kind == "rail" and any(len(number) >= _TELLING_DIGITS for number in both)
    numbered = both and (telling or same_line or same_operator)
    # In order of what is surest: the kind of vehicle, numbers, then line and operator
    result: Likeness | str = "two-trains.unknown"
    if one.kind != other.kind:
        result = OTHER_KIND
    elif one.numbers and other.numbers and not both:
        result = "two-trains.numbers"
    elif numbered or named:
        result = Likeness.NUMBER
    elif one.kind != "rail":
        result = "two-trains.no-number"
    elif same_line:
        result = Likeness.LINE_AND_OPERATOR if same_operator else Likeness.LINE
    elif one.code and other.code:
        result = "two-trains.lines"
    elif same_operator:
        result = Likeness.OPERATOR
    elif one.numbers or other.numbers:
        result = Likeness.NOTHING_AGAINST
    return result


def _named_by_line(one: RunIdentity, other: RunIdentity) -> bool:
    """Return whether a feed writes line and number where another has the line only: ICE 15."""
    if one.kind != "rail" or other.numbers:
        return False
    return any(f"{one.line}{number}" == other.code for number in one.numbers)


def _numbers(line: str, number: str) -> frozenset[str]:
    """Return the numbers of a train or trip; that of a line is none."""
    plain = _plain(number)
    found = set(re.findall(r"\d{3,}", number)) | set(re.findall(r"\d{3,}", line))
    if plain.isdigit():
        found.add(plain)
    elif not found and plain != _plain(line):
        found.update(re.findall(r"\d+", number) if re.fullmatch(r"\D*\d+", number) else ())
    return frozenset(digits.lstrip("0") or "0" for digits in found)


def _plain(text: str) -> str:
    """Normalise a text to small letters and digits without accents."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[\W_]+", "", "".join(c for c in folded if not unicodedata.combining(c)))


def label_set(line: str, number: str) -> frozenset[str]:
    """Return what stands on a train and in its papers: line and number, spelt alike.

    Parameters
    ----------
    line, number
        Text of a feed.

    Returns
    -------
    frozenset of str
        Line and number without spaces and in small letters; a number of three digits or more
        also by itself, as one feed writes ``IC 2201`` and another ``2201``.

    Examples
    --------
    >>> sorted(label_set("RB 64", "20145")), sorted(label_set("IC 2201", ""))
    (['20145', 'rb64'], ['2201', 'ic2201'])
    """
    labels = set()
    for text in (line, number):
        plain = _plain(text)
        if plain:
            labels.add(plain.lstrip("0") or plain)
            labels.update(digits.lstrip("0") for digits in re.findall(r"\d{3,}", plain))
    return frozenset(labels - {""})


def kind_of(code: int) -> str:
    """Classify a vehicle as rail, bus and the like, by the codes of GTFS or the extended ones."""
    basic = {0: "tram", 1: "metro", 2: "rail", 3: "bus", 4: "ferry", 11: "bus", 12: "rail"}
    extended = {1: "rail", 2: "bus", 4: "metro", 7: "bus", 8: "bus", 9: "tram", 10: "ferry"}
    return basic.get(code) or extended.get(code // 100, str(code))
