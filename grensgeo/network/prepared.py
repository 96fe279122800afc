"""What is made from a network once and asked for again, held with it where everybody sees it.

A network is data; what algorithms make of it stands beside it in ``network.prepared``. Each room
declares a part of its own there. A copy of a network, such as a scenario, starts with what does
not depend on the difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Self, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
    from pathlib import Path

    import numpy.typing as npt

    from grensgeo.network.contents import Streets

    Array = npt.NDArray[Any]

_K = TypeVar("_K", bound="Hashable")
_V = TypeVar("_V")
_P = TypeVar("_P", bound="Part")

#: Questions about points whose answers are kept, and the most points of all of them: some 40 MB.
_QUESTIONS, _POINTS = 16, 1_000_000

#: Copies of copies that know of each other; one of more knows of those before its original.
_DEPTH = 32


class Kept(Generic[_K, _V]):
    """Values by what they depend on; of more than there is room for, those asked for last.

    Examples
    --------
    >>> squares = Kept[int, int](2)
    >>> [squares.get(n, lambda: n * n) for n in (2, 3, 2, 4)]
    [4, 9, 4, 16]
    >>> list(squares.held)
    [2, 4]
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.held: dict[_K, _V] = {}

    def get(self, key: _K, make: Callable[[], _V]) -> _V:
        """Return the value of a key, made now or kept from before."""
        value = self.held.pop(key) if key in self.held else make()
        self.held[key] = value  # to the end
        for old in list(self.held)[: -self.most]:
            del self.held[old]
        return value

    def __len__(self) -> int:
        """Return how many values are kept."""
        return len(self.held)


class Same:
    """Objects as one key: equal where each is the very same object, or None in both."""

    def __init__(self, *parts: object) -> None:
        self.parts = parts

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and all(
            one is two for one, two in zip(self.parts, other.parts, strict=True)
        )

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.parts)))


class PointAnswers(Generic[_V]):
    """What was found for points that were asked for last: modes, scenarios and trips ask again.

    Attributes
    ----------
    found
        Points (n by 2), how far was looked, and what was found.
    most
        Questions that are kept.
    """

    def __init__(
        self, found: Iterable[tuple[Array, float, _V]] = (), *, most: int = _QUESTIONS
    ) -> None:
        self.found = list(found)
        self.most = most

    def get(self, lonlat: Array, make: Callable[[], _V], *, within_m: float = 0.0) -> _V:
        """Return what was found for these points, now or before."""
        for place, (points, far_m, answer) in enumerate(self.found):
            if far_m == within_m and np.array_equal(points, lonlat):
                self.found.append(self.found.pop(place))
                return answer
        answer = make()
        if len(lonlat) <= _POINTS:
            self.found.append((lonlat.copy(), within_m, answer))
            while len(self.found) > self.most or sum(len(p) for p, *_ in self.found) > _POINTS:
                del self.found[0]
        return answer


class Part:
    """What one room prepares; made empty."""

    def handed_on(self, *, same_streets: bool) -> Self | None:
        """Return what a copy of the network starts with; None: nothing."""
        del same_streets
        return None


class SharedPart(Part):
    """A part that a network shares with its copies: all that it depends on is in its keys."""

    def handed_on(self, *, same_streets: bool) -> Self:
        """Return itself."""
        del same_streets
        return self


class Home(NamedTuple):
    """Where a network was read.

    Attributes
    ----------
    folder
        The network's folder.
    files
        Checksums of the files that it was read from, by name.
    keeps
        Whether what is prepared is kept there as soon as an answer is given.
    """

    folder: Path
    files: Mapping[str, str]
    keeps: bool


class Prepared:
    """The parts that are prepared for one network.

    Attributes
    ----------
    home
        Where the network was read, if it is known; copies of the network have none.
    streets
        The streets that they were made from.
    before
        The parts of the network with the same streets that this one is a copy of: what it makes
        after it was copied is shared too.
    changed
        The parts of a network with other streets that this one is a copy of.
    depth
        How many stand before.
    """

    def __init__(
        self,
        streets: Streets | None = None,
        before: Prepared | None = None,
        *,
        changed: Prepared | None = None,
    ) -> None:
        self.home: Home | None = None
        self.streets = streets
        self.before = before
        self.changed = changed
        self.depth: int = 0 if before is None else before.depth + 1
        self._parts: dict[type[Part], Part] = {}

    @property
    def root(self) -> Prepared:
        """The first of those with the same streets: it holds what all of them share."""
        return self if self.before is None else self.before.root

    @property
    def is_empty(self) -> bool:
        """Whether nothing was prepared, for this network or one that it is a copy of."""
        return not self._parts and self.before is None and self.changed is None

    def of_same_lines(self, kind: type[_P]) -> Iterator[_P]:
        """Yield a part of the networks that this one is a copy of, as long as lines are the same.

        They may have other limits, so that what is made of more than lines must be compared.
        """
        before = self.root.changed
        while (
            before is not None
            and before.streets is not None
            and self.streets is not None
            and self.streets.lie_as(before.streets)
        ):
            yield before.part(kind)
            before = before.root.changed

    def part(self, kind: type[_P]) -> _P:
        """Return the part of a kind, empty where nothing was prepared yet."""
        part = self._parts.get(kind)
        if not isinstance(part, kind):
            given = self.before and self.before.part(kind).handed_on(same_streets=True)
            if self.changed is not None:
                given = self.changed.part(kind).handed_on(same_streets=False)
            part = self._parts[kind] = given or kind()
        return part

    def hold(self, part: Part) -> None:
        """Store a part in the place of the one of its kind."""
        self._parts[type(part)] = part

    def for_copy(self, streets: Streets) -> Prepared:
        """Return what a copy of the network with these streets starts with."""
        if streets is self.streets:
            return Prepared(streets, self if self.depth < _DEPTH else self.before)
        # only of streets does anybody know what changed; a network that is being built has none
        known = self.streets is not None and self.depth < _DEPTH
        result = Prepared(streets, changed=self.root if known else None)
        result.depth = self.depth + 1 if known else 0
        return result
