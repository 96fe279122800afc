"""Seconds along chains of streets, by place and from end to end.

What a chain takes is the sum of its edges; kept by place, so that a point in mid-chain is as exact
as one at a junction. Arrays in, arrays out.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from grensgeo.errors import InputError
from grensgeo.kernels import kernel
from grensgeo.routing.streets.customisation import open_seconds
from grensgeo.routing.workers import share, workers_for

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from grensgeo.arrays import Flags, Floats, Indices, Ints, Longs
    from grensgeo.routing.streets.chains import Chains

    _Values = TypeVar("_Values", Floats, Indices)

#: So many chains at least are worth a thread.
_CHAINS_EACH = 20_000


@dataclass(frozen=True, eq=False)
class Along:
    """Seconds along chains, from each chain's tail to each of its places and back.

    A closed edge adds no seconds but one to the count, so the way between two places is open
    where both have the same count.

    Attributes
    ----------
    ahead_s, back_s
        float64 (n_used + n_chains,): seconds from the tail to the place, and from the place to
        the tail.
    ahead_closed, back_closed
        int32 (n_used + n_chains,): edges between tail and place that are closed that way.
    """

    ahead_s: npt.NDArray[np.float64]
    back_s: npt.NDArray[np.float64]
    ahead_closed: npt.NDArray[np.int32]
    back_closed: npt.NDArray[np.int32]

    def __post_init__(self) -> None:
        """Freeze every array."""
        for item in fields(self):
            getattr(self, item.name).setflags(write=False)

    def between_s(self, here: Ints, there: Ints) -> Floats:
        """Return the seconds along a chain from one of its places to another.

        Parameters
        ----------
        here, there
            Positions of places of the same chain, as in :class:`Chains`.

        Returns
        -------
        ndarray
            float64, seconds; ``inf`` where the way is closed.
        """
        ahead = np.where(
            self.ahead_closed[here] == self.ahead_closed[there],
            self.ahead_s[there] - self.ahead_s[here],
            np.inf,
        )
        back = np.where(
            self.back_closed[here] == self.back_closed[there],
            self.back_s[here] - self.back_s[there],
            np.inf,
        )
        return np.where(here <= there, ahead, back)

    def to_ends(
        self, last: Longs, at: Longs, seconds: Floats, *, leaving: bool
    ) -> tuple[Floats, Floats]:
        """Return the seconds of points on chains to their tails and heads, or from them.

        Parameters
        ----------
        last
            int64 (n,): position of the head of each point's chain, as in :class:`Chains`.
        at, seconds
            int64 and float64 (n, 2): places between which the point is, and seconds between them
            and it; ``inf`` for none.
        leaving
            Whether the ways begin at the points.

        Returns
        -------
        tuple
            float64 (n,): to or from the tail, and the head, by the nearer of both places. To the
            last digit what :meth:`between_s` gives, which need not be told which way that is.
        """
        ways = (self.ahead_s, self.ahead_closed), (self.back_s, self.back_closed)
        (onward, shut), (homeward, barred) = ways if leaving else ways[::-1]
        far, far_shut = onward[last, None], shut[last, None]
        to_tail = seconds + np.where(barred[at] == 0, homeward[at], np.inf)
        to_head = seconds + np.where(shut[at] == far_shut, far - onward[at], np.inf)
        return np.minimum(*to_tail.T), np.minimum(*to_head.T)


def measure_chains(chains: Chains, forward_s: Floats, backward_s: Floats) -> Along:
    """Add up the seconds along each chain.

    Parameters
    ----------
    chains
        The chains.
    forward_s, backward_s
        (n_edges,): seconds along each edge, tail to head and head to tail; NaN where closed.
        Those of an edge in no chain are not looked at.

    Returns
    -------
    Along
        Seconds by place.

    Raises
    ------
    InputError
        If seconds are negative or infinite; the message names the edges.

    Examples
    --------
    >>> from grensgeo.routing.streets.chains import find_chains
    >>> chains = find_chains(3, np.array([0, 1]), np.array([1, 2]))
    >>> measure_chains(chains, np.array([60.0, 5.0]), np.array([70.0, np.nan])).back_s
    array([ 0., 70., 70.])
    """
    used = chains.edge_chain >= 0
    sizes = {len(used), len(forward_s), len(backward_s)}
    ahead_s, back_s, ahead_closed, back_closed, sound = (
        _add_up(chains.start, chains.edge, chains.flipped, forward_s, backward_s)
        if len(sizes) == 1
        else (*np.empty((4, 0)), False)
    )
    if not sound:
        faults = []
        for name, seconds in (("forward_s", forward_s), ("backward_s", backward_s)):
            is_open = ~np.isnan(seconds)
            if len(seconds) == len(used):
                is_open &= used
            faults += open_seconds(seconds, is_open, len(used), name)[1]
        raise InputError.of(faults, where="metric")
    return Along(ahead_s, back_s, ahead_closed, back_closed)


def measure_again(
    chains: Chains,
    along: Along,
    seconds_of: Callable[[Indices], tuple[Floats, Floats]],
    *,
    changed: Ints,
) -> Along:
    """Add up the seconds along chains of which some edges have others than before.

    Parameters
    ----------
    chains
        The chains.
    along
        The seconds before.
    seconds_of
        Returns the seconds along edges now, tail to head and head to tail; NaN where closed.
    changed
        Chains of the edges that changed.

    Returns
    -------
    Along
        To the last digit what :func:`measure_chains` returns.

    Raises
    ------
    InputError
        As :func:`measure_chains`.
    """
    count = np.diff(chains.start)[changed]
    start = np.zeros(len(changed) + 1, dtype=np.int64)
    np.cumsum(count, out=start[1:])
    owner = np.repeat(np.arange(len(changed)), count)
    place = chains.start[changed][owner] + np.arange(start[-1]) - start[owner]
    edge, flipped = chains.edge[place], chains.flipped[place]
    every = np.arange(len(edge), dtype=np.int32)
    for array in (start, every, flipped):
        array.setflags(write=False)  # to numba frozen arrays are of another type
    forward, backward = seconds_of(edge)
    faults = []
    for name, seconds in (("forward_s", forward), ("backward_s", backward)):
        faults += open_seconds(seconds, ~np.isnan(seconds), len(edge), name)[1]
    if faults:
        raise InputError.of(faults, where="metric")
    # a chain has one place more than edges: where the places of these stand among all
    first = chains.start[changed] + changed
    places = np.repeat(first - start[:-1] - np.arange(len(changed)), count + 1)
    places += np.arange(len(places))
    again = _add_up(start, every, flipped, forward, backward)
    return Along(
        _put(along.ahead_s, places, again[0]),
        _put(along.back_s, places, again[1]),
        _put(along.ahead_closed, places, again[2]),
        _put(along.back_closed, places, again[3]),
    )


def _put(old: _Values, places: Longs, new: _Values) -> _Values:
    """Return values with others in some places; the very same where nothing differs."""
    if np.array_equal(old[places], new):
        return old
    result = old.copy()
    result[places] = new
    return result


def measure_alike(
    chains: Chains, along: Along, at: tuple[Indices, Indices], seconds: Floats
) -> tuple[Along, tuple[Floats, Floats]]:
    """Add up other seconds along each chain, where the same edges are closed as before.

    Parameters
    ----------
    chains
        The chains.
    along
        The seconds before, of which it shares what is closed.
    at
        int32 (n_used,): for each edge in the order of the chains, place among ``seconds`` of those
        along its chain and against it.
    seconds
        float64: 0 or more, finite; NaN where closed.

    Returns
    -------
    tuple
        To the last digit what :func:`measure_chains` and :func:`whole_chains` return.
    """
    n_places = len(along.ahead_s)
    measured = np.empty(n_places), np.empty(n_places)
    whole = np.empty(chains.n_chains), np.empty(chains.n_chains)
    n_workers = workers_for(-(-chains.n_chains // _CHAINS_EACH))
    cuts = np.linspace(0, chains.n_chains, n_workers + 1).astype(np.int64)

    def work(worker: int) -> None:
        part = cuts[worker], cuts[worker + 1]
        _add_up_alike(chains.start, at, seconds, part, measured, whole)

    share(work, n_workers)
    return Along(*measured, along.ahead_closed, along.back_closed), whole


def whole_chains(chains: Chains, along: Along) -> tuple[Floats, Floats]:
    """Return the seconds along whole chains: the edges of the core.

    Parameters
    ----------
    chains, along
        The chains and the seconds along them.

    Returns
    -------
    tuple
        float64 (n_chains,): seconds from tail to head and from head to tail; ``inf`` where closed.
        What :func:`grensgeo.routing.streets.customisation.add_up` takes.
    """
    last = chains.start[1:] + np.arange(chains.n_chains)
    ahead, back = along.ahead_s[last], along.back_s[last]
    ahead[along.ahead_closed[last] > 0] = np.inf
    back[along.back_closed[last] > 0] = np.inf
    return ahead, back


@kernel(nogil=True)
def _add_up_alike(  # noqa: PLR0917 - numba takes no keyword-only arguments
    start: Longs,
    at: tuple[Indices, Indices],
    seconds: Floats,
    part: tuple[int, int],
    measured: tuple[Floats, Floats],
    whole: tuple[Floats, Floats],
) -> None:
    """Add up seconds of some of the chains as :func:`_add_up` does, and of whole chains."""
    ahead_at, back_at = at
    for chain in range(part[0], part[1]):
        ahead, back = 0.0, 0.0
        closed, closed_back = 0.0, 0.0  # NaN once an edge is
        here = np.uintp(start[chain] + chain)  # no place is signed: it might count from the end
        measured[0][here], measured[1][here] = ahead, back
        for place in range(np.uintp(start[chain]), np.uintp(start[chain + 1])):
            one = seconds[np.uint32(ahead_at[place])]
            other = seconds[np.uint32(back_at[place])]
            closed += one
            closed_back += other
            ahead += one if one >= 0 else 0.0  # without a branch: which are closed is no pattern
            back += other if other >= 0 else 0.0
            here += np.uintp(1)
            measured[0][here], measured[1][here] = ahead, back
        whole[0][chain] = ahead if closed >= 0 else np.inf
        whole[1][chain] = back if closed_back >= 0 else np.inf


@kernel
def _add_up(  # noqa: PLR0917 - numba takes no keyword-only arguments
    start: Longs, edge: Indices, flipped: Flags, forward: Floats, backward: Floats
) -> tuple[Floats, Floats, Indices, Indices, bool]:
    """Add up seconds and closures from each chain's tail to its places, and back.

    What is NaN is closed. The last says whether all else is 0 or more, and nothing infinite.
    """
    n_chains = len(start) - 1
    n_places = len(edge) + n_chains
    ahead_s, back_s = np.empty(n_places), np.empty(n_places)
    ahead_closed = np.empty(n_places, dtype=np.int32)
    back_closed = np.empty(n_places, dtype=np.int32)
    sound = True
    for chain in range(n_chains):
        ahead, back = 0.0, 0.0
        shut, shut_back = 0, 0
        at = start[chain] + chain
        ahead_s[at], back_s[at], ahead_closed[at], back_closed[at] = 0.0, 0.0, 0, 0
        for place in range(start[chain], start[chain + 1]):
            one, other = forward[edge[place]], backward[edge[place]]
            if one < 0 or other < 0 or one == np.inf or other == np.inf:  # noqa: PLR1714 - kernel
                sound = False
            if flipped[place]:
                one, other = other, one
            if one >= 0:
                ahead += one
            else:
                shut += 1
            if other >= 0:
                back += other
            else:
                shut_back += 1
            at += 1
            ahead_s[at], back_s[at] = ahead, back
            ahead_closed[at], back_closed[at] = shut, shut_back
    return ahead_s, back_s, ahead_closed, back_closed, sound
