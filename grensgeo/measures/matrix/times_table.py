"""One dense table of travel times, whichever tool it came from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, TypeAlias, runtime_checkable

import numpy as np

from grensgeo.countries import ISO_3166, hold_countries
from grensgeo.errors import Faults, InputError, some
from grensgeo.schema import TRAVEL_TIMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import numpy.typing as npt
    import pandas as pd

#: Reasons that lie with an end of the trip and not with the way between the two.
_END_REASONS = ("not_snapped", "outside_data")
#: No trip takes longer than a month: what is more stands for "not reached", or is in seconds.
_MOST_MIN = 43_200.0
_REASONS = (*_END_REASONS, "unreached", "no_service")


class TripLike(Protocol):
    """What is read of a trip."""

    @property
    def mode(self) -> str:
        """Mode of the trip."""

    @property
    def max_min(self) -> float | None:
        """Longest trip, minutes; longer ones have no time."""


class EndsLike(Protocol):
    """What is read of the ends of travel times: ids, countries and statuses."""

    @property
    def from_id(self) -> npt.NDArray[np.generic]:
        """Origins, text."""

    @property
    def to_id(self) -> npt.NDArray[np.generic]:
        """Destinations, text."""

    @property
    def from_status(self) -> npt.NDArray[np.uint8]:
        """0 where the origin was snapped."""

    @property
    def to_status(self) -> npt.NDArray[np.uint8]:
        """0 where the destination was snapped."""

    @property
    def from_country(self) -> npt.NDArray[np.generic] | None:
        """Country of each origin, if known."""

    @property
    def to_country(self) -> npt.NDArray[np.generic] | None:
        """Country of each destination, if known."""

    @property
    def trip(self) -> TripLike:
        """The trip that the times are of."""


class HeldTimes(EndsLike, Protocol):
    """What is read of a ``TravelTimes``: its ends and a matrix of minutes."""

    @property
    def minutes(self) -> npt.NDArray[np.float32]:
        """Minutes (n_from, n_to), NaN where not reached."""


@runtime_checkable
class Streamed(Protocol):
    """What is read of times that are never held together: they come by, or are added up."""

    @property
    def in_sweep(self) -> bool:
        """Whether :meth:`sums_within` can be asked."""

    @property
    def by_timetable(self) -> bool:
        """Whether :meth:`minute_blocks` tells rides."""

    def sums_within(
        self, limits_min: npt.NDArray[np.float32], counts: npt.NDArray[np.float64]
    ) -> npt.NDArray[np.float64]:
        """Add up what lies within limits: (n_limits, n_from, n_columns)."""

    def minute_blocks(
        self,
    ) -> Iterator[tuple[slice, npt.NDArray[np.float32], npt.NDArray[np.uint8] | None]]:
        """Yield the minutes, and the rides by timetable, of some origins after the other."""


class StreamedTimes(EndsLike, Streamed, Protocol):
    """What is read of a ``TravelTimeSums``."""


#: Travel times as they were computed here, held or not.
TimesLike: TypeAlias = HeldTimes | StreamedTimes


@dataclass(frozen=True, eq=False)
class Matrix:
    """Travel times as one dense matrix.

    Attributes
    ----------
    from_id, to_id
        Ids as text, each once.
    held
        float32 (n_from, n_to), minutes: NaN where not reached. The resolution is some
        microminutes, so a time is the same number whether it came from a ``TravelTimes`` or from
        its table. Or times that are computed as they are added up, and never held.
    from_known, to_known
        False where the place could not be put on the network, so that nothing is known of it.
    from_country, to_country
        Country codes, or None where nobody told.
    mode
        Mode of the trip, or None where nobody told.
    max_min
        Minutes beyond which no time was computed, or None where nobody told.
    reasons_told
        False where the times came without reasons, so that it is not known of a place without any
        time whether it was on the network.
    rides
        uint8 (n_from, n_to), of a trip by timetable: vehicles ridden in; None where not told, or
        where the times are not held.
    edge_told
        What :attr:`edge_min` is, or the times that tell it once they are added up.
    rows, columns, index_name
        What the two ends are called; ``turned`` swaps them.
    """

    from_id: npt.NDArray[np.object_]
    to_id: npt.NDArray[np.object_]
    held: npt.NDArray[np.float32] | Streamed
    from_known: npt.NDArray[np.bool_]
    to_known: npt.NDArray[np.bool_]
    from_country: npt.NDArray[np.object_] | None = None
    to_country: npt.NDArray[np.object_] | None = None
    mode: str | None = None
    max_min: float | None = None
    reasons_told: bool = True
    rides: npt.NDArray[np.uint8] | None = None
    edge_told: npt.NDArray[np.float32] | StreamedTimes | None = None
    rows: str = "origins"
    columns: str = "destinations"
    index_name: str = "from_id"

    @property
    def minutes(self) -> npt.NDArray[np.float32]:
        """Minutes (n_from, n_to), NaN where not reached.

        Raises
        ------
        InputError
            If they are not held.
        """
        if isinstance(self.held, np.ndarray):
            return self.held
        raise InputError(
            "times-not-held",
            "times: they are added up while they are computed, and this asks for all of them at "
            "once; compute them with travel_times",
        )

    @property
    def edge_min(self) -> npt.NDArray[np.float32] | None:
        """Minutes to where a network that was cut ends: float32 (n_from,), NaN where not reached.

        None where it was not cut, or nobody told. Times that are never held tell it after they
        were added up, without being computed again.
        """
        told = self.edge_told
        if told is None or isinstance(told, np.ndarray):
            return told
        found: npt.NDArray[np.float32] | None = getattr(told, "edge_min", None)
        return found

    @property
    def by_timetable(self) -> bool:
        """Whether rides are known."""
        if isinstance(self.held, np.ndarray):
            return self.rides is not None
        return self.held.by_timetable

    @property
    def shape(self) -> tuple[int, int]:
        """Number of origins and of destinations."""
        return len(self.from_id), len(self.to_id)

    def turned(self) -> Matrix:
        """Return the same times seen from the destinations, for passive accessibility.

        Returns
        -------
        Matrix
            A row per destination, whose opportunities are the origins; the minutes are a view.
        """
        known = self.to_known
        if not self.reasons_told:
            known = known & ~np.isnan(self.minutes).all(axis=0)
        return replace(
            self,
            from_id=self.to_id,
            to_id=self.from_id,
            held=self.minutes.T,
            rides=None if self.rides is None else self.rides.T,
            edge_told=None,
            from_known=known,
            to_known=self.from_known | (not self.reasons_told),
            from_country=self.to_country,
            to_country=self.from_country,
            rows=self.columns,
            columns=self.rows,
            index_name="to_id" if self.index_name == "from_id" else "from_id",
        )

    def countries(self) -> tuple[npt.NDArray[np.object_], npt.NDArray[np.object_]]:
        """Return the countries of the origins and of the destinations.

        Raises
        ------
        InputError
            If they are not known.
        """
        if self.from_country is None or self.to_country is None:
            side = "origins" if self.from_country is None else "destinations"
            raise InputError(
                "country-missing",
                f"times: the country of the {side} is not known; "
                "give countries=, a code such as NL or DE by id",
            )
        return self.from_country, self.to_country


def as_matrix(
    times: TimesLike | Matrix | pd.DataFrame,
    *,
    countries: pd.Series | Mapping[str, str] | None = None,
    where: str = "times",
) -> Matrix:
    """Read travel times as one dense matrix.

    Parameters
    ----------
    times
        A matrix, which was checked when it was made and is returned as it is; or a
        ``TravelTimes``, or a table ``from_id, to_id, travel_time_min`` with optionally ``reason``.
        A pair that the table leaves out was not reached. Where there is no ``reason``
        and an origin has no time at all, it is not known whether it was on the network.
    countries
        Country (ISO 3166) by id, of the origins and of the destinations: a Series or a dict.
    where
        What to call the times in an error.

    Returns
    -------
    Matrix
        Origins and destinations in the order in which they first appear.

    Raises
    ------
    InputError
        For ids that are not text or appear twice, duplicate pairs, times that cannot be, unknown
        reasons, and countries that are missing, are none, or contradict each other or the code
        that an id is.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"from_id": ["a"], "to_id": ["b"], "travel_time_min": [12.5]})
    >>> as_matrix(frame).minutes.tolist()
    [[12.5]]
    """
    import pandas as pd

    if isinstance(times, Matrix):
        if countries is None:
            return times
        matrix: Matrix = times
        carried: tuple[object, object] = (times.from_country, times.to_country)
    elif isinstance(times, pd.DataFrame):
        matrix = _from_frame(times, where)
        carried = (None, None)
    elif hasattr(times, "minutes") or isinstance(times, Streamed):
        matrix = _from_travel_times(times, where)
        carried = (times.from_country, times.to_country)
    else:
        raise InputError(
            "type-wrong",
            f"{where}: expected TravelTimes or a table from_id, to_id, travel_time_min, "
            f"found {type(times).__name__}",
        )
    _check_minutes(matrix, where)
    given = _by_id(countries)
    return replace(
        matrix,
        from_country=_countries(matrix.from_id, carried[0], given, where),
        to_country=_countries(matrix.to_id, carried[1], given, where),
    )


def _by_id(countries: pd.Series | Mapping[str, str] | None) -> pd.Series | None:
    """Convert countries by id to a Series, a dict being as clear."""
    import pandas as pd

    if countries is None or isinstance(countries, pd.Series):
        return countries
    if isinstance(countries, dict):
        given: pd.Series = pd.Series(countries, dtype=object)
        return given
    raise InputError(
        "type-wrong",
        f"countries: expected a Series or a dict of codes by id, found {type(countries).__name__}",
    )


def _from_travel_times(times: TimesLike, where: str) -> Matrix:
    """Read the arrays of a ``TravelTimes``."""
    from_id = np.asarray(times.from_id).astype(object)
    to_id = np.asarray(times.to_id).astype(object)
    held: npt.NDArray[np.float32] | Streamed
    if isinstance(times, Streamed):
        held, shape = times, (len(from_id), len(to_id))
    else:
        held = np.asarray(times.minutes, dtype=np.float32)
        shape = held.shape
    faults = Faults()
    for name, ids in (("from_id", from_id), ("to_id", to_id)):
        wrong = [value for value in ids if not isinstance(value, str)]
        if wrong:
            faults.add("id-not-text", f"{name} is not text: {some(wrong)}")
        elif len(set(ids)) != len(ids):
            values, often = np.unique(ids.astype(str), return_counts=True)
            faults.add("id-twice", f"duplicate {name}: {some(values[often > 1])}")
    if shape != (len(from_id), len(to_id)):
        faults.add(
            "shape-wrong",
            f"minutes has shape {shape}, expected {(len(from_id), len(to_id))}: "
            "a row per origin, a column per destination",
        )
    if faults:
        raise InputError.of(faults, where=where)
    return Matrix(
        from_id=from_id,
        to_id=to_id,
        held=held,
        from_known=np.asarray(times.from_status) == 0,
        to_known=np.asarray(times.to_status) == 0,
        mode=times.trip.mode,
        max_min=times.trip.max_min,
        rides=getattr(times, "rides", None),
        edge_told=times if isinstance(times, Streamed) else getattr(times, "edge_min", None),
    )


def _from_frame(frame: pd.DataFrame, where: str) -> Matrix:
    """Spread a long table over a matrix."""
    import pandas as pd

    table = TRAVEL_TIMES.check(frame, where=where)
    if table.empty:
        raise InputError("table-empty", f"{where}: the table of travel times is empty")
    row, from_id = pd.factorize(np.asarray(table["from_id"], dtype=object))
    column, to_id = pd.factorize(np.asarray(table["to_id"], dtype=object))
    values = table["travel_time_min"].to_numpy(dtype=np.float64)
    timed = ~np.isnan(values)
    minutes = np.full((len(from_id), len(to_id)), np.nan, dtype=np.float32)
    with np.errstate(over="ignore"):  # what single precision cannot hold is infinite, and told
        minutes[row, column] = values
    if "reason" in table.columns:
        end = _end_reasons(table, timed, where)
        from_known = np.bincount(row, weights=~end, minlength=len(from_id)) > 0
        to_known = np.bincount(column, weights=~end, minlength=len(to_id)) > 0
    else:
        from_known = np.bincount(row, weights=timed, minlength=len(from_id)) > 0
        to_known = np.ones(len(to_id), dtype=bool)
    return Matrix(
        from_id=np.asarray(from_id, dtype=object),
        to_id=np.asarray(to_id, dtype=object),
        held=minutes,
        from_known=from_known,
        to_known=to_known,
        reasons_told="reason" in table.columns,
    )


def _end_reasons(
    table: pd.DataFrame, timed: npt.NDArray[np.bool_], where: str
) -> npt.NDArray[np.bool_]:
    """Return for each row whether its null lies with an end of the trip."""
    reason = table["reason"]
    told = reason.notna().to_numpy()
    faults = Faults()
    unknown = sorted(set(reason[told]) - set(_REASONS))
    if unknown:
        faults.add(
            "choice-unknown", f"unknown reason {some(unknown)}; use one of {', '.join(_REASONS)}"
        )
    pairs = table["from_id"] + " to " + table["to_id"]
    if (timed & told).any():
        faults.add(
            "reason-contradicts-time",
            f"a time and a reason for having none: {some(pairs[timed & told])}",
        )
    if (~timed & ~told).any():
        faults.add("reason-missing", f"neither a time nor a reason: {some(pairs[~timed & ~told])}")
    if faults:
        raise InputError.of(faults, where=where)
    end: npt.NDArray[np.bool_] = reason.isin(_END_REASONS).to_numpy(dtype=bool)
    return end


def _check_minutes(matrix: Matrix, where: str) -> None:
    """Raise on times that cannot be; those that are yet to be computed can."""
    if not isinstance(matrix.held, np.ndarray):
        return
    ends = [
        find(matrix.minutes, axis=None, initial=0.0) for find in (np.fmin.reduce, np.fmax.reduce)
    ]
    if ends[0] == 0 and ends[1] <= _MOST_MIN:
        return
    wrong = np.argwhere((matrix.minutes < 0) | np.isinf(matrix.minutes))
    if len(wrong):
        pairs = [
            f"{matrix.from_id[i]} to {matrix.to_id[j]}: {matrix.minutes[i, j]}" for i, j in wrong
        ]
        raise InputError(
            "negative-or-infinite",
            f"{where}: negative or infinite minutes ({some(pairs)}); leave the time of a pair "
            "that was not reached empty",
        )
    wrong = np.argwhere(matrix.minutes > _MOST_MIN)
    if len(wrong):
        pairs = [
            f"{matrix.from_id[i]} to {matrix.to_id[j]}: {matrix.minutes[i, j]:.0f}"
            for i, j in wrong
        ]
        raise InputError(
            "sentinel",
            f"{where}: minutes that are none ({some(pairs)}); R5 writes 2147483647 where nothing "
            "is reached: leave such a time empty, and write minutes, not seconds",
        )


def _agrees(given: pd.Series, ids: npt.NDArray[np.object_], own: npt.NDArray[np.object_]) -> bool:
    """Return whether the countries that were given are those that the times carry."""
    if not given.index.is_unique:
        return False
    return bool((given.reindex(ids).to_numpy(dtype=object, na_value="") == own).all())


def _all_codes(countries: npt.NDArray[np.object_]) -> bool:
    """Return whether every country is a code of ISO 3166."""
    return set(countries.tolist()) <= ISO_3166


def _countries(
    ids: npt.NDArray[np.object_],
    carried: object,
    given: pd.Series | None,
    where: str,
) -> npt.NDArray[np.object_] | None:
    """Combine the countries that the times carry and those that were given."""
    own = None if carried is None else np.asarray(carried).astype(object)
    if own is not None and (given is None or _agrees(given, ids, own)) and _all_codes(own):
        return own  # as it was held against the places themselves when it was computed
    if given is None:
        found = own
    else:
        if not given.index.is_unique:
            twice = given.index[given.index.duplicated()]
            raise InputError("id-twice", f"countries: duplicate ids {some(twice)}")
        found = given.reindex(ids).to_numpy(dtype=object)
        if own is not None:
            told = np.array([isinstance(value, str) and value != "" for value in found])
            found = np.where(told, found, own)
            unlike = told & (found != own) & (own != "")
            if unlike.any():
                pairs = [f"{ids[i]} ({own[i]}, {found[i]})" for i in np.flatnonzero(unlike)]
                raise InputError(
                    "countries-contradict",
                    f"countries: contradict the countries that {where} carry: {some(pairs)}",
                )
    if found is None:
        return None
    missing = [i for i, value in enumerate(found) if not isinstance(value, str) or value == ""]
    if missing:
        raise InputError(
            "country-missing",
            f"countries: no country for {some(ids[missing])}; every origin and destination "
            "needs one",
        )
    # what the times carry was held against the place itself: it counts more than an id's shape
    known = {} if own is None else dict(zip(ids, own, strict=True))
    hold_countries(ids, found, where="countries", known={k: v for k, v in known.items() if v})
    return np.asarray(found, dtype=object)
