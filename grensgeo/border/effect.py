"""What the border costs: reach with it closed and with it open.

"Closed" has two readings, which are kept apart and said in full in every result:

- foreign **destinations** dropped: the same travel times, but only what lies in the own country
  counts (PBL/CBS 2015);
- foreign **routing** forbidden: a second set of travel times, in which nobody uses a foreign road
  or line, not even to come back to the own country.

Between closed and open lies what is realised: with the border as people perceive it
(``resistance``) and with what part of it is open to them (``matching``).
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.border.matching import Matching, as_matching, strata
from grensgeo.border.resistance import Resistance, as_resistance, hold_once
from grensgeo.errors import Fault, Faults, GrensgeoWarning, InputError, some
from grensgeo.measures import matrix as dense
from grensgeo.measures.decay import Decay, as_decay, step
from grensgeo.measures.matrix import Matrix

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.border.matching import Strata
    from grensgeo.measures.impedance import Curve
    from grensgeo.measures.matrix import TimesLike

#: The two readings of "closed", as they stand in the result.
DESTINATIONS_DROPPED = "foreign destinations dropped"
ROUTING_FORBIDDEN = "foreign routing forbidden"

#: A way that avoids the foreign network may not be quicker than one that is free to use it. Two
#: runs differ by rounding (float32 minutes), hence this slack; a larger lead is an error.
_SLACK_MIN = 0.01


@dataclass(frozen=True, eq=False)
class _Case:
    """What is reached with the border closed and open, before anybody minds it.

    Attributes
    ----------
    matrix, held, weigh
        Travel times with the border open, opportunities by kind, and the decay.
    sides, unknown
        Opportunities with the border open by country, and how many of them are not known.
    inside
        Opportunities with the border closed, by origin.
    own, across
        Opportunities with the border open: in the own country, and in all others.
    kept
        What is reached abroad even with the border closed (over domestic ways).
    reading
        What closed means.
    """

    matrix: Matrix
    held: Strata
    weigh: Decay
    sides: pd.DataFrame
    unknown: pd.DataFrame
    inside: npt.NDArray[np.float64]
    own: npt.NDArray[np.float64]
    across: npt.NDArray[np.float64]
    kept: npt.NDArray[np.float64]
    reading: str


def border_effect(
    times: TimesLike | pd.DataFrame,
    opportunities: pd.Series | pd.DataFrame,
    *,
    cutoff_min: float | None = None,
    decay: Decay | Curve | None = None,
    countries: pd.Series | None = None,
    closed: str | TimesLike | pd.DataFrame = "destinations",
    resistance: Resistance | str | float = 0.0,
    matching: Matching | str | float = 1.0,
) -> pd.DataFrame:
    """Compare what each origin reaches with the border closed, as it is, and open.

    Parameters
    ----------
    times
        Travel times with the border open: a ``TravelTimes``, or a table ``from_id, to_id,
        travel_time_min``.
    opportunities
        How many, by ``to_id``; NaN where the number is not known. Or a table ``to_id, count``
        with any of ``sector, level, language``, for ``matching`` to tell them apart; a
        destination of which one kind is not known then counts as not known.
    cutoff_min
        Minutes, included.
    decay
        Decay function, in the place of a cutoff: give one of the two.
    countries
        Country by id, of origins and destinations; needed where ``times`` does not carry them.
    closed
        ``"destinations"``: foreign destinations are dropped, ways may still lead through the
        other country. Or travel times of the same places with foreign routing forbidden
        (``Trip(..., foreign_routing=False)``): what these reach is the closed case.
    resistance
        Perceived minutes of crossing, for all directions or as a ``Resistance``, or the name of
        one of ``RESISTANCES``. They are added in the decay of what lies abroad, and nowhere else.
    matching
        Part of the opportunities abroad that are open to those who come, 0 to 1, a
        ``Matching`` with weights by countries, sector, level and language, or the name of one of
        ``MATCHINGS``; not together with the resistance of that name, which is the same border.

    Returns
    -------
    DataFrame
        One row per origin: ``id``, ``country``, ``cutoff_min`` (min; NaN with a decay),
        ``closed``, ``realised`` and ``open`` (opportunities), ``border_effect`` (``open / closed
        - 1``, a ratio; NaN, undefined, where closed is 0), ``difference`` (``open - closed``,
        opportunities), ``realised_effect`` and ``realised_difference`` (the same of realised),
        ``share_across`` (share of open in another country; NaN where open is 0), ``decay``,
        ``closed_means`` (the reading of closed, in full) and ``realised_means`` (resistance and
        matching, in full). Figures are NaN where the origin was not snapped or no figure is
        known. With foreign routing forbidden, what domestic ways reach abroad counts as realised
        in full, as it counts as closed.

    Raises
    ------
    InputError
        For ids that do not match or appear twice, times or counts that cannot be, missing
        countries, closed times that are quicker than the open ones, and resistance or matching
        that leave a direction out.

    Warns
    -----
    GrensgeoWarning
        Where unknown figures make a result a lower bound, or places were not snapped.

    Source
    ------
    PBL/CBS (2015), Arbeidsmarkt zonder grenzen, for the first reading.

    Examples
    --------
    >>> import pandas as pd
    >>> times = pd.DataFrame({
    ...     "from_id": ["Enschede", "Enschede"], "to_id": ["Enschede", "Gronau"],
    ...     "travel_time_min": [5.0, 15.0],
    ... })
    >>> table = border_effect(
    ...     times, pd.Series({"Enschede": 80_000, "Gronau": 20_000}), cutoff_min=30,
    ...     countries=pd.Series({"Enschede": "NL", "Gronau": "DE"}), matching=0.5,
    ... )
    >>> table[["closed", "realised", "open", "border_effect", "difference"]].iloc[0].tolist()
    [80000.0, 90000.0, 100000.0, 0.25, 20000.0]
    """
    cutoff, weigh = _impedance(cutoff_min, decay)
    weights, minutes = as_matching(matching), as_resistance(resistance)
    hold_once(minutes, weights)
    matrix = dense.as_matrix(times, countries=countries)
    held = strata(opportunities, matrix.to_id, weights)
    case = _case(matrix, held, weigh, closed=closed, cutoff=cutoff)
    realised = _realised(case, minutes, weights)
    _warn(case)
    return _table(case, realised, cutoff=cutoff, means=f"{minutes}; {weights}")


def border_sensitivity(
    times: TimesLike | pd.DataFrame,
    opportunities: pd.Series | pd.DataFrame,
    *,
    resistances_min: Sequence[float] = (0, 15, 30, 46, 60),
    cutoff_min: float | None = None,
    decay: Decay | Curve | None = None,
    countries: pd.Series | None = None,
    closed: str | TimesLike | pd.DataFrame = "destinations",
    matching: Matching | str | float = 1.0,
) -> pd.DataFrame:
    """Show how what is realised depends on the resistance, which nobody knows well.

    Parameters
    ----------
    times, opportunities, cutoff_min, decay, countries, closed, matching
        As ``border_effect`` takes them.
    resistances_min
        Perceived minutes, the same in all directions.

    Returns
    -------
    DataFrame
        A row per origin and resistance: ``resistance_min`` and the columns of ``border_effect``.

    Raises
    ------
    InputError
        As ``border_effect`` does.

    Warns
    -----
    GrensgeoWarning
        As ``border_effect`` does.

    Examples
    --------
    >>> import pandas as pd
    >>> times = pd.DataFrame({
    ...     "from_id": ["Enschede", "Enschede"], "to_id": ["Enschede", "Gronau"],
    ...     "travel_time_min": [5.0, 15.0],
    ... })
    >>> table = border_sensitivity(
    ...     times, pd.Series({"Enschede": 80_000, "Gronau": 20_000}), cutoff_min=30,
    ...     countries=pd.Series({"Enschede": "NL", "Gronau": "DE"}), resistances_min=(0, 15, 46),
    ... )
    >>> table[["resistance_min", "realised"]].values.tolist()
    [[0.0, 100000.0], [15.0, 100000.0], [46.0, 80000.0]]
    """
    import pandas as pd

    if not len(resistances_min):
        raise InputError("none-given", "resistances_min: none given; give one or more minutes")
    cutoff, weigh = _impedance(cutoff_min, decay)
    weights = as_matching(matching)
    levels = [as_resistance(float(minutes)) for minutes in resistances_min]
    matrix = dense.as_matrix(times, countries=countries)
    held = strata(opportunities, matrix.to_id, weights)
    case = _case(matrix, held, weigh, closed=closed, cutoff=cutoff)
    _warn(case)
    frames = []
    for level in levels:
        table = _table(
            case, _realised(case, level, weights), cutoff=cutoff, means=f"{level}; {weights}"
        )
        table.insert(2, "resistance_min", level.elsewhere_min)
        frames.append(table)
    return pd.concat(frames, ignore_index=True)


def closed_and_open(
    times: TimesLike | Matrix | pd.DataFrame,
    opportunities: pd.Series | pd.DataFrame,
    *,
    cutoff_min: float | None = None,
    decay: Decay | Curve | None = None,
    countries: pd.Series | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Compute reach with the border closed and open, and what of it lies in each country.

    Parameters
    ----------
    times, opportunities, cutoff_min, decay, countries
        As ``border_effect`` takes them; foreign destinations are dropped.

    Returns
    -------
    table
        A row per origin: ``id, country, cutoff_min, closed, open``, as ``border_effect`` has them.
    sides
        The same rows, a column a country: opportunities in reach there; NaN where none of the
        figures in reach is known.

    Raises
    ------
    InputError
        As ``border_effect`` does.

    Warns
    -----
    GrensgeoWarning
        As ``border_effect`` does.
    """
    cutoff, weigh = _impedance(cutoff_min, decay)
    matrix = dense.as_matrix(times, countries=countries)
    held = strata(opportunities, matrix.to_id, as_matching(1.0))
    case = _case(matrix, held, weigh, closed="destinations", cutoff=cutoff)
    _warn(case)
    table = _table(case, case.own + case.across, cutoff=cutoff, means="")
    # a country without figures hides nothing from an origin that does not get there
    sides = case.sides.mask(case.sides.isna() & (case.unknown == 0), 0.0)
    return table[["id", "country", "cutoff_min", "closed", "open"]], sides


def _impedance(cutoff_min: float | None, decay: Decay | Curve | None) -> tuple[float, Decay]:
    """Return the cutoff (NaN for a decay function) and the decay."""
    if (cutoff_min is None) == (decay is None):
        raise InputError("give-exactly-one", "give either cutoff_min or decay")
    if decay is not None:
        return np.nan, as_decay(decay)
    cutoff = dense.check_cutoffs([float(cutoff_min or 0.0)])[0]
    return cutoff, step(cutoff)


def _case(
    matrix: Matrix,
    held: Strata,
    weigh: Decay,
    *,
    closed: str | TimesLike | pd.DataFrame,
    cutoff: float,
) -> _Case:
    """Measure the border closed and open."""
    from_country, to_country = matrix.countries()
    counts = held.total()
    total, unknown = _by_country(matrix, counts, to_country, weigh=weigh, cutoff=cutoff)
    own, across = _split(total, from_country)
    if isinstance(closed, str):
        if closed != "destinations":
            raise InputError(
                "choice-unknown",
                f"closed: {closed!r} is not known; use 'destinations', or give the travel times "
                "that were computed with foreign_routing=False",
            )
        inside, kept, reading = own, np.zeros(len(own)), DESTINATIONS_DROPPED
    else:
        other = _aligned(closed, matrix)
        within, touched = _by_country(other, counts, to_country, weigh=weigh, cutoff=cutoff)
        # A country without figures hides nothing from an origin that no longer gets there.
        within = within.mask(within.isna() & (touched == 0), 0.0)
        own_within, kept = _split(within, from_country)
        inside = np.where(np.isnan(own), np.nan, own_within + kept)
        reading = ROUTING_FORBIDDEN
    return _Case(matrix, held, weigh, total, unknown, inside, own, across, kept, reading)


def _realised(case: _Case, resistance: Resistance, matching: Matching) -> npt.NDArray[np.float64]:
    """Return what is reached with the border as people perceive it."""
    from_country, to_country = case.matrix.countries()
    result = case.across.copy()  # where nobody minds it
    minded = {}
    for home in sorted(set(from_country)):
        columns = np.flatnonzero(to_country != home)
        minutes = resistance.between(home, to_country[columns])
        counts = case.held.matched(matching, home, to_country)[columns]
        if minutes.any() or not np.array_equal(counts, case.held.total()[columns], equal_nan=True):
            minded[home] = columns, counts, minutes
    for rows, block, _ in dense.minute_blocks(case.matrix) if minded else ():
        for home, (columns, counts, minutes) in minded.items():
            here = np.flatnonzero(from_country[rows] == home)
            at = rows.start + here
            part = replace(
                case.matrix,
                from_id=case.matrix.from_id[at],
                to_id=case.matrix.to_id[columns],
                held=block[np.ix_(here, columns)],
                from_known=case.matrix.from_known[at],
                to_known=case.matrix.to_known[columns],
                rides=None,
            )
            result[at] = _across(
                part, counts, to_country[columns], weigh=case.weigh, extra_min=minutes
            )
    # Summed in another order, a result may lie a rounding above the open one.
    result = np.where(np.isnan(result), np.nan, np.fmin(result, case.across))
    return np.asarray(case.own + np.maximum(result, case.kept), dtype=np.float64)


def _across(
    matrix: Matrix,
    counts: npt.NDArray[np.float64],
    countries: npt.NDArray[np.object_],
    *,
    weigh: Decay,
    extra_min: npt.NDArray[np.float64],
) -> npt.NDArray[np.float64]:
    """Add up what is reached abroad, each destination so many minutes farther off."""
    abroad = sorted(set(countries))
    members = countries[:, None] == np.array(abroad, dtype=object)
    repeated = np.repeat(counts[:, None], len(abroad), axis=1)
    total, unknown = dense.weighed(
        matrix, repeated, members, weigh=lambda block: weigh(block + extra_min)
    )
    # A country without figures hides nothing from an origin that no longer gets there.
    total[np.isnan(total) & (unknown == 0)] = 0.0
    return np.asarray(total.sum(axis=1), dtype=np.float64)


def _table(
    case: _Case, realised: npt.NDArray[np.float64], *, cutoff: float, means: str
) -> pd.DataFrame:
    """Build the table of closed, realised and open, with what follows from them."""
    import pandas as pd

    opened = case.own + case.across
    return pd.DataFrame(
        {
            "id": case.matrix.from_id,
            "country": case.matrix.countries()[0],
            "cutoff_min": cutoff,
            "closed": case.inside,
            "realised": realised,
            "open": opened,
            "border_effect": dense.effect(case.inside, opened),
            "difference": opened - case.inside,
            "realised_effect": dense.effect(case.inside, realised),
            "realised_difference": realised - case.inside,
            "share_across": dense.share(case.across, opened),
            "decay": str(case.weigh),
            "closed_means": case.reading,
            "realised_means": means,
        }
    )


def _by_country(
    matrix: Matrix,
    counts: npt.NDArray[np.float64],
    to_country: npt.NDArray[np.object_],
    *,
    weigh: Decay,
    cutoff: float,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return what is reached in each country, and how many of its figures are unknown."""
    import pandas as pd

    countries = sorted(set(to_country))
    members = to_country[:, None] == np.array(countries, dtype=object)
    repeated = np.repeat(counts[:, None], len(countries), axis=1)
    if np.isnan(cutoff):
        total, unknown = dense.weighed(matrix, repeated, members, weigh=weigh)
    else:
        totals, unknowns, *_ = dense.reached(matrix, repeated, members, cutoffs=[cutoff])
        total, unknown = totals[0], unknowns[0]
    return pd.DataFrame(total, columns=countries), pd.DataFrame(unknown, columns=countries)


def _split(
    total: pd.DataFrame, from_country: npt.NDArray[np.object_]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Split what is reached into the own country of each origin and all others."""
    columns = np.array(total.columns, dtype=object)
    values = total.to_numpy(dtype=np.float64)
    home = from_country[:, None] == columns
    lost = np.isnan(values).all(axis=1)
    own = np.where(home, values, 0.0).sum(axis=1)
    across = np.where(home, 0.0, values).sum(axis=1)
    # An origin that was not snapped is unknown even if its country has no destination.
    own[lost] = np.nan
    across[lost] = np.nan
    return own, across


def _aligned(closed: TimesLike | pd.DataFrame, opened: Matrix) -> Matrix:
    """Read the closed times in the order of the open ones, and hold them against these."""
    import pandas as pd

    matrix = dense.as_matrix(closed, where="closed times")
    places = []
    faults = Faults()
    for side in ("from_id", "to_id"):
        mine, theirs = pd.Index(getattr(matrix, side)), pd.Index(getattr(opened, side))
        only = [*theirs.difference(mine), *mine.difference(theirs)]
        if only:
            faults.add("ids-differ", f"{side} in one of the two only: {some(only)}")
        places.append(mine.get_indexer(theirs))
    if faults:
        raise InputError.of(
            faults,
            where="closed times: not the same places as the open times",
            remedy="compute both from the same origins and destinations",
        )
    rows, columns = places
    return Matrix(
        from_id=opened.from_id,
        to_id=opened.to_id,
        held=_Slower(matrix, opened, rows, columns).held(),
        from_known=matrix.from_known[rows],
        to_known=matrix.to_known[columns],
    )


@dataclass(frozen=True, eq=False)
class _Slower:
    """Closed times in the order of the open ones, and never quicker than these.

    Attributes
    ----------
    closed, opened
        The two.
    rows, columns
        Where the open ones' places stand among the closed ones'.
    """

    closed: Matrix
    opened: Matrix
    rows: npt.NDArray[np.int64]
    columns: npt.NDArray[np.int64]
    in_sweep: bool = False
    by_timetable: bool = False

    def held(self) -> npt.NDArray[np.float32] | _Slower:
        """Return the minutes of all, if both are held."""
        kinds = (self.closed.held, self.opened.held)
        if not all(isinstance(minutes, np.ndarray) for minutes in kinds):
            return self
        return self._slower(self.closed.minutes[self.rows], self.opened.minutes, slice(0, None))

    def minute_blocks(
        self,
    ) -> Iterator[tuple[slice, npt.NDArray[np.float32], npt.NDArray[np.uint8] | None]]:
        """Yield the minutes of some origins after the other."""
        closed, opened = self.closed.held, self.opened.held
        if isinstance(closed, np.ndarray):
            for part, quick, _ in dense.minute_blocks(self.opened):
                yield part, self._slower(closed[self.rows[part]], quick, part), None
            return
        if not np.array_equal(self.rows, np.arange(len(self.rows))):
            raise InputError(
                "ids-differ",
                "closed times: not held, and of origins in another order than the open times; "
                "give both the same table of origins",
            )
        if isinstance(opened, np.ndarray):
            for part, slow, _ in dense.minute_blocks(self.closed):
                yield part, self._slower(slow, opened[part], part), None
            return
        both = dense.minute_blocks(self.closed), dense.minute_blocks(self.opened)
        for (part, slow, _), (_, quick, _) in zip(*both, strict=True):
            yield part, self._slower(slow, quick, part), None

    def sums_within(
        self, limits_min: npt.NDArray[np.float32], counts: npt.NDArray[np.float64]
    ) -> npt.NDArray[np.float64]:
        """Raise an error: two times are held against each other, pair by pair."""
        del limits_min, counts
        raise InputError("times-not-held", "closed times: ask for minute_blocks")

    def _slower(
        self, closed: npt.NDArray[np.float32], opened: npt.NDArray[np.float32], part: slice
    ) -> npt.NDArray[np.float32]:
        minutes = closed[:, self.columns]
        lead = ~np.isnan(minutes) & ~(opened <= minutes + np.float32(_SLACK_MIN))
        if lead.any():
            from_id, to_id = self.opened.from_id[part], self.opened.to_id
            pairs = [f"{from_id[i]} to {to_id[j]}" for i, j in np.argwhere(lead)]
            raise InputError(
                "closed-quicker-than-open",
                f"closed times: quicker than with the border open for {some(pairs)}; were the two "
                "swapped, or computed with other speeds?",
            )
        return np.where(np.isnan(minutes), minutes, np.maximum(minutes, opened))


def _warn(case: _Case) -> None:
    """Warn once of all that the reader must know."""
    matrix, counts, name = case.matrix, case.held.total(), case.held.name
    notes = [dense.cut_tail(matrix.max_min, case.weigh)]
    lost = ~matrix.from_known
    if lost.any():
        notes.append(
            Fault(
                "origins-without-result",
                f"{int(lost.sum())} of {len(lost)} origins have no result "
                f"({some(matrix.from_id[lost])}): not snapped to the network, or no time and no "
                "reason given",
            )
        )
    missing = np.isnan(counts)
    touched = int((case.unknown.sum(axis=1) > 0).sum())
    if touched:
        notes.append(
            Fault(
                "figure-unknown",
                f"{name}: the figure of {int(missing.sum())} destinations is not known "
                f"({some(matrix.to_id[missing])}); closed and open of {touched} origins that have "
                "them within the cutoff are lower bounds or null",
            )
        )
    notes.append(dense.unsnapped_warning(matrix, counts, name=name))
    told = [note for note in notes if note]
    if told:
        warnings.warn(GrensgeoWarning.of(told), stacklevel=3)
