"""The table of travel times, with what is known of every place in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import Faults, InputError
from grensgeo.network.snapping import SNAPPED, STATUSES
from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.network.snapping import Snapping
    from grensgeo.traveltimes.trip import Trip

#: Why there is no time, by the numbers of :meth:`TravelTimes.reason_codes`; None where there is.
REASONS = (None, *STATUSES[1:], "no_service", "unreached")


@dataclass(frozen=True, eq=False)
class TravelTimes:
    """Minutes from every origin to every destination.

    Attributes
    ----------
    from_id, to_id
        Ids as text, every one that was given.
    minutes
        float32 (n_from, n_to): door to door; NaN where there is no time, never another sign.
    from_status, to_status
        uint8: 0 snapped, 1 not_snapped, 2 outside_data.
    trip
        The trip.
    from_country, to_country
        Countries as given with the places, or None.
    provenance
        Sources and assumptions, those of the network among them.
    from_served, to_served
        bool: whether a stop is within the access or egress leg; None for street modes.
    percentiles
        Which percentiles of a window of departures or deadlines are known; empty but for trips
        by timetable. :attr:`minutes` are then the median, or the single percentile that was
        asked for.
    percentile_minutes
        float32 (n_percentiles, n_from, n_to), or None.
    rides
        uint8 (n_from, n_to): vehicles ridden in on the journey that takes :attr:`minutes`; 0 on
        the way without any and where there is no time. None but for trips by timetable.
    from_snapping, to_snapping
        Where the places stand on the network; None if the times come from elsewhere.
    edge_min
        float32 (n_from,): least minutes from each origin to where a network ends that was cut to
        an outline, NaN where it is not reached; None for other networks. By public transport of a
        timetable too; the whole edge is one place there, which each departure reaches where it is
        nearest, and the percentile is that of :attr:`minutes`.

    Raises
    ------
    InputError
        If the parts do not fit each other.

    Examples
    --------
    >>> from grensgeo.traveltimes import Trip
    >>> a, status = np.array(["a"], dtype=object), np.zeros(1, dtype=np.uint8)
    >>> TravelTimes(a, a, np.zeros((1, 1), np.float32), status, status, Trip("walk"))
    <TravelTimes: walk, 1 origins x 1 destinations, 100.0% reached>
    """

    from_id: npt.NDArray[np.object_]
    to_id: npt.NDArray[np.object_]
    minutes: npt.NDArray[np.float32]
    from_status: npt.NDArray[np.uint8]
    to_status: npt.NDArray[np.uint8]
    trip: Trip
    from_country: npt.NDArray[np.object_] | None = None
    to_country: npt.NDArray[np.object_] | None = None
    provenance: Provenance = field(default_factory=Provenance)
    from_served: npt.NDArray[np.bool_] | None = None
    to_served: npt.NDArray[np.bool_] | None = None
    from_snapping: Snapping | None = None
    to_snapping: Snapping | None = None
    percentiles: tuple[int, ...] = ()
    percentile_minutes: npt.NDArray[np.float32] | None = None
    rides: npt.NDArray[np.uint8] | None = None
    edge_min: npt.NDArray[np.float32] | None = None

    def __post_init__(self) -> None:
        """Check that the parts fit, and freeze the arrays."""
        faults = Faults()
        shape = (len(self.from_id), len(self.to_id))
        if self.minutes.shape != shape:
            faults.add("shape-wrong", f"minutes has shape {self.minutes.shape}, expected {shape}")
        for name, values, wanted in (
            ("percentile_minutes", self.percentile_minutes, (len(self.percentiles), *shape)),
            ("rides", self.rides, shape),
        ):
            if values is not None and values.shape != wanted:
                faults.add("shape-wrong", f"{name} has shape {values.shape}, expected {wanted}")
        for end, length in zip(("from", "to"), shape, strict=True):
            for name in (f"{end}_status", f"{end}_country", f"{end}_served"):
                values = getattr(self, name)
                if values is not None and len(values) != length:
                    faults.add(
                        "lengths-differ", f"{name} has {len(values)} rows, expected {length}"
                    )
        if self.edge_min is not None and self.edge_min.shape != shape[:1]:
            faults.add(
                "shape-wrong", f"edge_min has shape {self.edge_min.shape}, expected {shape[:1]}"
            )
        if faults:
            raise InputError.of(faults, where="travel times")
        for name in ("from_id", "to_id", "minutes", "from_status", "to_status"):
            getattr(self, name).setflags(write=False)
        for more in (self.percentile_minutes, self.rides, self.edge_min):
            if more is not None:
                more.setflags(write=False)

    def to_frame(self) -> pd.DataFrame:
        """Return a row a pair.

        Returns
        -------
        DataFrame
            ``from_id, to_id, travel_time_min`` (minutes, NaN where there is no time), for trips
            by timetable ``travel_time_p25_min`` and so on (where several percentiles were asked
            for, or one that is not the median) and ``rides`` (null where there is no time), and
            ``reason`` (null where reached; otherwise ``not_snapped`` or ``outside_data``, the
            origin's before the destination's, ``no_service`` where no stop is near one of the
            two, ``unreached``); all destinations of the first origin first.
        """
        import pandas as pd

        n_from, n_to = self.minutes.shape
        more: dict[str, object] = {}
        if self.percentile_minutes is not None and self.percentiles != (50,):
            for number, values in zip(self.percentiles, self.percentile_minutes, strict=True):
                more[f"travel_time_p{number:02}_min"] = values.astype(np.float64).ravel()
        if self.rides is not None:
            rides = pd.Series(self.rides.ravel()).astype("Int64")
            more["rides"] = rides.mask(np.isnan(self.minutes.ravel()))
        words = np.array(REASONS, dtype=object)
        return pd.DataFrame(
            {
                "from_id": np.repeat(self.from_id, n_to),
                "to_id": np.tile(self.to_id, n_from),
                "travel_time_min": self.minutes.astype(np.float64).ravel(),
                **more,
                "reason": words[self.reason_codes().ravel()],
            }
        )

    def reason_codes(self) -> npt.NDArray[np.uint8]:
        """Return 0 where reached, the status of an end, 3 for no_service, 4 for unreached."""
        nothing = np.isnan(self.minutes)
        codes = np.where(nothing, np.uint8(4), np.uint8(0))
        if self.from_served is not None and self.to_served is not None:
            codes[nothing & ~(self.from_served[:, None] & self.to_served)] = 3
        # the origin's status is written last and so stands before the destination's
        for status in (self.to_status[None, :], self.from_status[:, None]):
            ends = np.broadcast_to(status, codes.shape)
            off = nothing & (ends != SNAPPED)
            codes[off] = ends[off]
        return codes

    @property
    def report(self) -> pd.DataFrame:
        """Return a row a place: ``end`` (origin, destination) and the columns of schema.SNAPPING.

        Raises
        ------
        InputError
            If the times were not computed here, so that nothing was snapped.
        """
        import pandas as pd

        if self.from_snapping is None or self.to_snapping is None:
            raise InputError(
                "times-not-snapped", "travel times: nothing was snapped; they come from elsewhere"
            )
        return pd.concat(
            [
                self.from_snapping.report.assign(end="origin"),
                self.to_snapping.report.assign(end="destination"),
            ],
            ignore_index=True,
        )[["end", "id", "status", "edge", "distance_m", "component"]]

    def __repr__(self) -> str:
        """Summarise the mode, the size and how much was reached."""
        n_from, n_to = self.minutes.shape
        text = f"<TravelTimes: {self.trip.mode}, {n_from} origins x {n_to} destinations"
        if self.minutes.size == 0:
            return f"{text}>"
        reached = int(np.count_nonzero(~np.isnan(self.minutes)))
        share = 100 * reached / self.minutes.size
        off = int((self.from_status != SNAPPED).sum() + (self.to_status != SNAPPED).sum())
        text += f", {share:.1f}% reached"
        if off:
            text += f", {off} places off the network"
        return f"{text}, schematic network>" if self.provenance.schematic else f"{text}>"

    def _repr_html_(self) -> str:
        """Show the trip, the size and how much was reached in a notebook."""
        from grensgeo.cards import card

        n_from, n_to = self.minutes.shape
        timed = ~np.isnan(self.minutes)
        off = int((self.from_status != SNAPPED).sum() + (self.to_status != SNAPPED).sum())
        rows = {
            "mode": self.trip.mode,
            "pairs": f"{n_from:,} origins x {n_to:,} destinations",
            "reached": f"{timed.mean():.1%}" if timed.size else None,
            "median": f"{np.median(self.minutes[timed]):.1f} min" if timed.any() else None,
            "places off the network": off or None,
        }
        return card("Travel times", rows, provenance=self.provenance)
