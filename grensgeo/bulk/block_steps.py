"""A question that is answered a block of origins at a time, as steps over a store."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from grensgeo.bulk.part_tables import times_table
from grensgeo.errors import listening
from grensgeo.provenance import METADATA
from grensgeo.steps import Step, code_sum

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import pandas as pd

    from grensgeo.network import Network, SpeedTable
    from grensgeo.traveltimes import Trip
    from grensgeo.traveltimes.compute import Begun
    from grensgeo.traveltimes.time_sums import TravelTimeSums

#: Pairs in one part: some 100 MB while it is laid out.
PAIRS: Final = 4_000_000
#: Origins in one part of reach: in the sweep, and where times are held while they are added up.
SWEPT: Final = 8192
HELD: Final = 1000
#: Rooms without a part in times and reach.
_NO_PART: Final = (
    "cards.py", "cli", "codes.toml", "comparison", "explained.py", "fetch",
    "grenswerk", "listings", "maps", "monitor", "pages", "questions", "region", "scenario",
    "statistics", "study", "words",
)  # fmt: skip
#: What a step leaves in its folder.
PART: Final = "part.parquet"
EDGE: Final = "edge.npy"
PLACES: Final = "places.arrow"
TOLD: Final = "told.json"
#: What is counted, in the folder of a question.
COUNTED: Final = "counted.parquet"


@dataclass(frozen=True, eq=False)
class Counted:
    """What is counted where reach is asked for.

    Attributes
    ----------
    opportunities
        How many by ``to_id``, by name.
    cutoffs_min
        Minutes, included.
    countries, edge, bounds
        As :func:`grensgeo.reach` takes them.
    """

    opportunities: Mapping[str, pd.Series]
    cutoffs_min: tuple[float, ...]
    countries: pd.Series | None = None
    edge: pd.Series | None = None
    bounds: Mapping[str, tuple[pd.Series, pd.Series]] = field(default_factory=dict)

    def reach(self, times: Any) -> pd.DataFrame:  # noqa: ANN401 - TravelTimes or its sums
        """Count what is reached within some times."""
        from grensgeo.measures import reach

        return reach(
            times,
            self.opportunities,
            cutoffs_min=self.cutoffs_min,
            countries=self.countries,
            edge=self.edge,
            bounds=self.bounds,
        )

    def to_frame(self) -> pd.DataFrame:
        """Return everything as one long table: ``what``, ``name``, ``id``, ``value`` as text."""
        import pandas as pd

        series = {("count", name): values for name, values in self.opportunities.items()}
        for name, (least, most) in self.bounds.items():
            series |= {("least", name): least, ("most", name): most}
        named = {"country": self.countries, "edge": self.edge}
        series |= {(what, ""): values for what, values in named.items() if values is not None}
        frames = [
            pd.DataFrame(
                {
                    "what": what,
                    "name": name,
                    "id": values.index,
                    "value": [None if pd.isna(one) else _exact(one) for one in values.tolist()],
                }
            )
            for (what, name), values in series.items()
        ]
        return pd.concat(frames, ignore_index=True)

    @classmethod
    def of(cls, frame: pd.DataFrame, cutoffs_min: tuple[float, ...]) -> Counted:
        """Read what :meth:`to_frame` gave."""
        found: dict[str, dict[str, pd.Series]] = {}
        for (what, name), rows in frame.groupby(["what", "name"], sort=False):
            found.setdefault(str(what), {})[str(name)] = rows.set_index("id")["value"]
        numbers = {
            what: {name: one.astype("float64") for name, one in found.get(what, {}).items()}
            for what in ("count", "least", "most")
        }
        country, edge = (found.get(what, {}).get("") for what in ("country", "edge"))
        return cls(
            numbers["count"],
            cutoffs_min,
            country,
            None if edge is None else edge == "True",
            {name: (one, numbers["most"][name]) for name, one in numbers["least"].items()},
        )


def _exact(value: object) -> str:
    """Return a value as text that is read as the very same value."""
    return repr(float(value)) if isinstance(value, int | float) and value is not True and (
        value is not False
    ) else str(value)  # fmt: skip


class BlockSteps:
    """The steps of a question: where the places stand, and a block of origins each.

    Parameters
    ----------
    network
        The network.
    network_key
        What names its content.
    origins, destinations
        Checked places: ``id``, ``lon``, ``lat`` and perhaps ``country``.
    trip, speeds
        As for :func:`grensgeo.travel_times`.
    counted
        What is counted; None for the times themselves.
    block
        Origins at a time; by the size of the table if None.

    Attributes
    ----------
    places
        The step that puts the places on the network, and tells of those that are not.
    blocks
        Those that compute, in the order of the origins.
    """

    def __init__(
        self,
        network: Network,
        network_key: str,
        *,
        origins: pd.DataFrame,
        destinations: pd.DataFrame,
        trip: Trip,
        speeds: SpeedTable | None = None,
        counted: Counted | None = None,
        block: int | None = None,
    ) -> None:
        self.network, self.trip, self.speeds, self.counted = network, trip, speeds, counted
        self.origins, self.destinations = origins, destinations
        made_on = {
            "code": code_sum(without=_NO_PART),
            "network": network_key,
            "trip": repr(trip),
            "speeds": "" if speeds is None else _speeds_sum(speeds),
            "origins": _table_sum(origins),
            "destinations": _table_sum(destinations),
        }  # fmt: skip
        self.places = Step("places", "places", made_on, self._place)
        self.blocks = []
        if counted is not None:
            made_on |= {
                "counted": _table_sum(counted.to_frame()),
                "cutoffs_min": json.dumps(counted.cutoffs_min),
            }
        self.network_key = network_key
        self.block = step = block or self._usual_block()
        n = len(origins)
        for first in range(0, max(n, 1), step):
            rows = slice(first, min(first + step, n))
            told = made_on | {"rows": f"{rows.start}-{rows.stop}"}
            name = f"origins {rows.start + 1} to {rows.stop} of {n}"
            kind = "times" if counted is None else "reach"
            make = partial(self._block, rows)
            self.blocks.append(Step(name, kind, told, make, (self.places,)))

    @property
    def steps(self) -> list[Step]:
        """All of them."""
        return [self.places, *self.blocks]

    @cached_property
    def begun(self) -> Begun:
        """Everything but the minutes, laid out once in a process."""
        from grensgeo.traveltimes.compute import begin

        return begin(
            self.network, self.origins, self.destinations, self.trip, speeds=self.speeds,
            stacklevel=5,
        )  # fmt: skip

    @property
    def key(self) -> str:
        """What names all of it."""
        return hashlib.sha256("".join(one.key for one in self.steps).encode()).hexdigest()

    def _usual_block(self) -> int:
        """Return how many origins are computed at a time where nobody says."""
        if self.trip.arrival is not None:
            return max(len(self.origins), 1)  # each block would search from all destinations again
        if self.counted is None:
            return max(1, PAIRS // max(1, len(self.destinations)))
        return HELD if self.trip.mode == "transit" else SWEPT

    def _place(self, folder: Path, _: Mapping[str, Path]) -> None:
        """Write where the places stand, and what is told of the trip."""
        import pyarrow as pa
        from pyarrow import feather

        begun, trip = self.begun, self.trip
        ends = []
        for end, places, snapping, served in zip(
            ("origin", "destination"),
            begun.places,
            (begun.journeys.from_snapping, begun.journeys.to_snapping),
            (begun.journeys.from_served, begun.journeys.to_served),
            strict=True,
        ):
            country = [None] * len(places) if places.country is None else list(places.country)
            ends.append(
                pa.table(
                    {
                        "end": pa.array([end] * len(places), pa.string()),
                        "id": pa.array(list(places.ids), pa.string()),
                        "country": pa.array(country, pa.string()),
                        "status": pa.array(snapping.status, pa.uint8()),
                        "served": pa.array(
                            [None] * len(places) if served is None else served, pa.bool_()
                        ),
                    }
                )
            )
        feather.write_feather(pa.concat_tables(ends), folder / PLACES, compression="zstd")
        told = {
            **begun.provenance.to_dict(),
            "trip": {name: getattr(trip, name) for name in ("mode", "max_min", "foreign_routing")},
            "percentiles": list(begun.journeys.percentiles),
        }
        text = json.dumps(told, ensure_ascii=False, sort_keys=True)
        (folder / TOLD).write_text(text, encoding="utf-8")

    def _block(self, rows: slice, folder: Path, taken: Mapping[str, Path]) -> None:
        """Compute some of the origins."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        with listening():  # told of by the step before
            begun = self.begun
        edge: np.ndarray | None = None
        if self.counted is None:
            times = begun.rows(rows, self.trip)
            table, edge = times_table(times), times.edge_min
        else:
            reached = self.counted.reach(self._times(begun, rows))
            table = pa.Table.from_pandas(reached, preserve_index=False)
        about = read_told(taken[self.places.name])
        about.pop("percentiles")
        text = json.dumps(about, ensure_ascii=False, sort_keys=True).encode()
        # ids are numbers into a list here, and text again for whoever reads them
        stored = pq.ParquetWriter(folder / PART, table.schema, store_schema=False)
        stored.add_key_value_metadata({METADATA: text})
        stored.write_table(table)
        stored.close()
        if edge is not None:
            np.save(folder / EDGE, edge)

    def _times(self, begun: Begun, rows: slice) -> Any:  # noqa: ANN401 - held, or added up
        """Return what reach is counted of: sums in the sweep along streets."""
        from grensgeo.traveltimes.time_sums import TravelTimeSums

        if self.trip.mode == "transit":
            return begun.rows(rows, self.trip)
        sums: TravelTimeSums = TravelTimeSums(begun.part(rows), self.trip)
        return sums


@dataclass(frozen=True, eq=False)
class BlockSource:
    """What a worker makes the steps of a question from: folders that it sees, and the trip.

    Attributes
    ----------
    key
        What names the question.
    network
        Folder of the network, with what is prepared for it, opened by memory map.
    network_key
        What names its content.
    question
        Folder with ``origins.parquet``, ``destinations.parquet`` and, where reach is asked for,
        ``counted.parquet``.
    trip, speeds, cutoffs_min, block
        The rest of it.
    """

    key: str
    network: Path
    network_key: str
    question: Path
    trip: Trip
    speeds: SpeedTable | None
    cutoffs_min: tuple[float, ...]
    block: int

    def open(self) -> Sequence[Step]:
        """Open the network and the places."""
        import pandas as pd

        from grensgeo.traveltimes.router import open_router

        origins, destinations = (
            pd.read_parquet(self.question / f"{name}.parquet")
            for name in ("origins", "destinations")
        )
        counted = None
        if (self.question / COUNTED).is_file():
            counted = Counted.of(pd.read_parquet(self.question / COUNTED), self.cutoffs_min)
        return BlockSteps(
            open_router(self.network).network,
            self.network_key,
            origins=origins,
            destinations=destinations,
            trip=self.trip,
            speeds=self.speeds,
            counted=counted,
            block=self.block,
        ).steps


def read_told(folder: Path) -> dict[str, Any]:
    """Return what the step of the places tells of sources and the trip."""
    told: dict[str, Any] = json.loads((folder / TOLD).read_text(encoding="utf-8"))
    return told


def _speeds_sum(speeds: SpeedTable) -> str:
    """Return the checksum of a table of speeds."""
    return _sum(speeds.speed_kmh, speeds.share, speeds.max_kmh, repr(speeds.hours))


def _table_sum(frame: pd.DataFrame) -> str:
    """Return the checksum of a table's values."""
    columns = [np.asarray(frame[name]) for name in frame]
    return _sum(*(one if one.dtype.kind == "f" else one.astype(str) for one in columns))


def _sum(*values: Any) -> str:  # noqa: ANN401 - arrays and texts
    digest = hashlib.sha256()
    for one in values:
        if isinstance(one, np.ndarray):
            kind = "\x1f".join(one.tolist()).encode() if one.dtype.kind == "U" else one.tobytes()
            digest.update(f"{one.shape} {one.dtype.kind}".encode() + kind)
        else:
            digest.update(str(one).encode())
    return digest.hexdigest()
