"""Street routing between two sets of points, snapped and ready to be computed row by row."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.arrays import SINGLE_PRECISION
from grensgeo.geodata.points import point_columns
from grensgeo.network.snapping import SNAPPED, snap_lonlat, swap_extent
from grensgeo.network.whereabouts import hold_labels
from grensgeo.routing.streets.ends import Ends, Ports
from grensgeo.routing.streets.sweep import MOST_LANES, by_origin
from grensgeo.routing.streets.times import many_to_many
from grensgeo.traveltimes.metric_key import MetricKey
from grensgeo.traveltimes.metrics import find_metric
from grensgeo.traveltimes.trip import OFF_NETWORK_KMH, SCHEMATIC_SNAP_M, SNAP_M

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Floats, Singles
    from grensgeo.network import Network, Snapping, SpeedTable
    from grensgeo.routing.streets.times import Targets
    from grensgeo.traveltimes.metrics import StreetMetric
    from grensgeo.traveltimes.trip import Trip


#: Size of one block of a matrix, which bounds the memory.
_BLOCK_BYTES = 64_000_000


@dataclass(frozen=True, eq=False)
class Places:
    """Points with ids, as :func:`grensgeo.geodata.points.as_points` gives them, in arrays.

    Attributes
    ----------
    ids
        str.
    lonlat
        float64 (n, 2): degrees.
    country
        Codes as given, or None.
    """

    ids: npt.NDArray[np.object_]
    lonlat: Floats
    country: npt.NDArray[np.object_] | None = None

    @classmethod
    def read(cls, network: Network, frame: pd.DataFrame, *, where: str) -> Places:
        """Check a table of places, and hold its countries to where they lie.

        Raises
        ------
        InputError
            As :func:`grensgeo.geodata.points.as_points` and
            :func:`grensgeo.network.whereabouts.hold_places`.
        """
        import pandas as pd

        columns = point_columns(frame, where=where, extent=swap_extent(network))
        ids, lonlat = columns["id"], np.column_stack([columns["lon"], columns["lat"]])
        country: npt.NDArray[np.object_] | None = None
        if "country" in columns:
            country = np.asarray(pd.Series(columns["country"]), dtype=object)
            if len(ids):
                hold_labels(network, ids, lonlat, country=country, where=where)
        return cls(ids, lonlat.reshape(-1, 2), country)

    def __len__(self) -> int:
        """Return the number of places."""
        return len(self.ids)

    def __getitem__(self, rows: slice) -> Places:
        """Select some of the places."""
        country = None if self.country is None else self.country[rows]
        return Places(self.ids[rows], self.lonlat[rows], country)

    def to_frame(self) -> pd.DataFrame:
        """Return ``id``, ``lon``, ``lat`` and, where given, ``country``."""
        import pandas as pd

        frame = pd.DataFrame({"id": self.ids, "lon": self.lonlat[:, 0], "lat": self.lonlat[:, 1]})
        return frame if self.country is None else frame.assign(country=self.country)


@dataclass(frozen=True, eq=False)
class StreetTimes:
    """Times along the streets, in one mode, computed when rows are asked for.

    Attributes
    ----------
    metric
        The mode's streets with durations.
    origins, destinations
        Where journeys begin and end.
    park_s
        Seconds added to every journey.
    limit_s
        Longer journeys are NaN; parking counts.
    last
        What :meth:`to_vertices` gave last, by first and last row.
    """

    metric: StreetMetric
    origins: Ends
    destinations: Ends
    park_s: float
    limit_s: float
    last: dict[tuple[int, int], Singles] = field(default_factory=dict, repr=False)

    def seconds(self, rows: slice) -> Singles:
        """Return the seconds of some origins: float32 (n_rows, n_destinations), NaN unreached."""
        found = many_to_many(
            self.metric.timed,
            self.origins[rows],
            destinations=self.targets,
            limit_s=self.reach_s,
        )
        return self.door_to_door(found)

    def to_vertices(self, rows: slice) -> Singles:
        """Return the seconds of some origins to the vertices of the graph.

        Neither parking nor the limit counts yet. The last answer is kept: isochrones look at it
        twice.
        """
        block = rows.start, rows.stop
        if block not in self.last:
            self.last.clear()
            self.last[block] = many_to_many(
                self.metric.timed, self.origins[rows], destinations=self.metric.everywhere
            )
        return self.last[block]

    @cached_property
    def targets(self) -> Targets:
        """The destinations, made ready for sweeps from any origins."""
        return self.metric.aim(self.destinations)

    @property
    def reach_s(self) -> float:
        """The longest journey without parking, seconds, with what single precision may add."""
        return (self.limit_s - self.park_s) * (1 + SINGLE_PRECISION)

    def door_to_door(self, seconds: Singles) -> Singles:
        """Add parking, and take off what single precision puts beyond the limit."""
        seconds += np.float32(self.park_s)
        if np.isfinite(self.limit_s):
            np.minimum(seconds, np.float32(self.limit_s), out=seconds)
        return by_origin(seconds)


@dataclass(frozen=True, eq=False)
class ModeStreets:
    """One mode on one network, of one country or all: snaps points and gives their ends.

    Attributes
    ----------
    network
        The network.
    mode
        A street mode.
    max_m
        Longest leg off the network, metres.
    country
        Only edges of this country, or None for all.
    metric
        The mode's graph and durations.
    max_stress
        Highest level of traffic stress, for bicycles.
    """

    network: Network
    mode: str
    max_m: float
    country: str | None
    metric: StreetMetric
    max_stress: int | None = None

    @classmethod
    def of(
        cls,
        network: Network,
        mode: str,
        trip: Trip,
        *,
        speeds: SpeedTable | None,
        country: str | None = None,
    ) -> ModeStreets:
        """Prepare the streets of a network for a trip."""
        key = MetricKey.of(trip, mode, country=country, speeds=speeds)
        return cls(
            network,
            mode,
            snap_limit_m(network, trip),
            country,
            find_metric(network, key),
            key.max_stress,
        )

    def snap(self, places: Places) -> Snapping:
        """Snap places to the streets."""
        return snap_lonlat(
            self.network,
            places.lonlat,
            self.mode,
            max_m=self.max_m,
            country=self.country,
            max_stress=self.max_stress,
            ids=places.ids,
        )

    def ends(self, snapping: Snapping) -> Ends:
        """Return the ends of snapped points, the walk off the network included."""
        streets, graph = self.network.streets, self.metric.shape.graph
        begin_s, end_s = self.metric.lost_s
        forward, backward = self.metric.durations_s
        return Ends.on_edges(
            snapping.edge,
            snapping.fraction,
            snapping.distance_m / (OFF_NETWORK_KMH / 3.6),
            tail=streets.tail,
            head=streets.head,
            forward_s=forward,
            backward_s=backward,
            ports=Ports(
                streets.tail,
                streets.head,
                depart=graph.depart,
                arrive=graph.arrive,
                reached=graph.reached,
                begin_s=begin_s,
                end_s=end_s,
            ),
        )

    def times(
        self, origins: Ends, destinations: Ends, *, limit_s: float, park_min: float
    ) -> StreetTimes:
        """Prepare the times between ends."""
        return StreetTimes(self.metric, origins, destinations, 60.0 * park_min, limit_s)


def snap_limit_m(network: Network, trip: Trip) -> float:
    """Return the longest leg off the network, metres."""
    if trip.max_snap_m is not None:
        return trip.max_snap_m
    return SCHEMATIC_SNAP_M if network.provenance.schematic else SNAP_M


def only(ends: Ends, kept: npt.NDArray[np.bool_]) -> Ends:
    """Remove the other points from the network; they keep their rows."""
    if kept.all():
        return ends
    return replace(ends, edge=np.where(kept, ends.edge, -1).astype(np.int32))


def edge_countries(network: Network, snapping: Snapping) -> npt.NDArray[np.uint8]:
    """Return the country of each point's edge, 0 where it is not known or not snapped."""
    result = np.zeros(len(snapping), dtype=np.uint8)
    on = snapping.status == SNAPPED
    result[on] = network.streets.country[snapping.edge[on]]
    return result


def blocks(n_rows: int, n_columns: int, *, most_rows: int = 1024) -> list[slice]:
    """Cut the rows of a matrix into blocks of bounded memory, about as large as each other."""
    step = max(1, min(most_rows, _BLOCK_BYTES // (8 * max(n_columns, 1))))
    if n_rows > step:
        step = step // MOST_LANES * MOST_LANES or step  # no sweep with lanes to spare
        even = -(-n_rows // -(-n_rows // step))
        step = min(step, -(-even // MOST_LANES) * MOST_LANES)
    return [slice(k, min(k + step, n_rows)) for k in range(0, n_rows, step)]
