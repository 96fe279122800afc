"""The nearest facility of each home: minutes and kilometres, in the own country and in all."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import Faults, InputError, listening, some
from grensgeo.geodata.points import as_points
from grensgeo.notes import Note
from grensgeo.provenance import Provenance
from grensgeo.proximity.road_km import road_distances
from grensgeo.schema import PROXIMITY
from grensgeo.traveltimes import travel_times
from grensgeo.traveltimes.result import REASONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import geopandas as gpd
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Flags, Floats
    from grensgeo.network import Network
    from grensgeo.proximity.facilities import Facilities
    from grensgeo.traveltimes import Trip

#: Longest way over the road that is looked for, km: CBS counts hospitals within 20.
_LONGEST_KM = 50.0


@dataclass(frozen=True, eq=False)
class Nearby:
    """What is nearest to each home.

    Attributes
    ----------
    table
        ``schema.PROXIMITY``.
    provenance
        Of the network and the facilities, with what was assumed.
    """

    table: pd.DataFrame
    provenance: Provenance


def nearest_facilities(
    network: Network,
    homes: pd.DataFrame,
    facilities: Sequence[Facilities],
    trips: Mapping[str, Trip],
    *,
    radii_km: Iterable[float] = (),
) -> Nearby:
    """Compute how near the nearest facility of each kind is, with and without the border.

    Parameters
    ----------
    network
        The network.
    homes
        Places with ids and ``country`` where people live, such as ``region.cells``.
    facilities
        Facilities of one kind each, from :func:`read_facilities`.
    trips
        Trips by name. Over the road by the mode of each that goes along streets: the shortest way,
        which need not be the quickest.
    radii_km
        Also count how many lie within these kilometres over the road.

    Returns
    -------
    Nearby
        A row for each home, kind, trip and measure: ``time`` (min), ``distance`` (km) and
        ``count`` within each radius; ``own`` of the home's own country, ``both`` of all countries.

    Raises
    ------
    InputError
        If homes have no country, a kind stands twice, a trip has no longest time or a radius is
        out of range; and as :func:`grensgeo.travel_times`.

    Warns
    -----
    GrensgeoWarning
        If homes or facilities are not on the network.

    Source
    ------
    CBS, Nabijheidsstatistiek: distance over the road from a home to the nearest facility, and how
    many lie within 1 to 20 km, both as means over inhabitants; facilities abroad do not count.
    """
    import pandas as pd

    radii = sorted({float(radius) for radius in radii_km})
    where = as_points(homes, where="homes")
    _hold(where, facilities, trips, radii)
    points = pd.concat(
        [one.points.assign(id=one.kind + " " + one.points["id"]) for one in facilities],
        ignore_index=True,
    )
    kinds = np.repeat([one.kind for one in facilities], [len(one.points) for one in facilities])
    provenance = network.provenance
    for one in facilities:
        told = _counted(one, set(where["country"]))
        provenance |= one.provenance | Provenance(notes=told)
    frames: list[pd.DataFrame] = []
    lengths: dict[str, Floats] = {}
    longest_km = max([_LONGEST_KM, *radii])
    for name, trip in trips.items():
        times = travel_times(network, where, points, trip)
        provenance |= times.provenance
        lost = [REASONS[code] for code in times.from_status]
        of_homes = _Homes(where["id"].to_numpy(), where["country"].to_numpy(str), name, lost)
        longest = {"time": float(trip.max_min or math.inf), "distance": longest_km}
        values = {"time": times.minutes.astype(np.float64)}
        if trip.mode != "transit":
            if trip.mode not in lengths:
                with listening():  # what is not on the network has been said of the times
                    lengths[trip.mode] = road_distances(
                        network, where, points, mode=trip.mode, max_km=longest_km
                    )
            values["distance"] = lengths[trip.mode]
        for one in facilities:
            of_kind = kinds == one.kind
            country = points.loc[of_kind, "country"].to_numpy(str)
            for measure, table in values.items():
                part = table[:, of_kind]
                rows = of_homes.nearest(one, measure, part, country, longest=longest[measure])
                frames.append(rows)
            for radius in radii if "distance" in values else ():
                near = values["distance"][:, of_kind] <= radius
                frames.append(of_homes.within(one, near, country, radius))
    columns = [column.name for column in PROXIMITY.columns]
    found = pd.concat(frames, ignore_index=True)[columns]
    return Nearby(PROXIMITY.check(found), provenance)


def _hold(
    homes: gpd.GeoDataFrame,
    facilities: Sequence[Facilities],
    trips: Mapping[str, Trip],
    radii: Sequence[float],
) -> None:
    """Raise on what cannot be answered."""
    faults = Faults()
    if "country" not in homes.columns:
        faults.add("column-missing", "homes: no column country; own and foreign cannot be told")
    kinds = [one.kind for one in facilities]
    if twice := sorted({kind for kind in kinds if kinds.count(kind) > 1}):
        faults.add("id-twice", f"facilities: several of a kind: {some(twice)}; give each once")
    if not kinds or not trips:
        faults.add("none-given", "proximity: give facilities and trips")
    if endless := [name for name, trip in trips.items() if trip.max_min is None]:
        faults.add(
            "option-missing", f"trips without a longest time: {some(endless)}; give max_min"
        )
    if wrong := [radius for radius in radii if not 0 < radius < math.inf]:
        faults.add("out-of-range", f"radii_km: {some(wrong)}; give kilometres above zero")
    if faults:
        raise InputError.of(faults)


def _counted(one: Facilities, homes: set[str]) -> tuple[Note, ...]:
    """Return notes on how many facilities there are on each side, and where there is none."""
    counts = one.points["country"].value_counts().sort_index()
    told = ", ".join(f"{country} {n}" for country, n in counts.items())
    notes = [Note("proximity.facilities", kind=one.kind, n=len(one.points), told=told)]
    if none := sorted(homes - set(counts.index)):
        notes.append(Note("proximity.none-there", kind=one.kind, countries=", ".join(none)))
    return tuple(notes)


@dataclass(frozen=True, eq=False)
class _Homes:
    """Homes on one trip: ids, countries, its name, and why a home has no times, if so."""

    ids: npt.NDArray[np.object_]
    country: npt.NDArray[np.str_]
    mode: str
    lost: list[str | None]

    def nearest(
        self,
        kind: Facilities,
        measure: str,
        values: Floats,
        country: npt.NDArray[np.str_],
        *,
        longest: float,
    ) -> pd.DataFrame:
        """Return the least of each row, of the own country and of all, and where it lies."""
        far = np.where(np.isnan(values), np.inf, values)
        own = _least(np.where(self.country[:, None] == country[None, :], far, np.inf))
        both = _least(far)
        # of equals the own one is nearest
        abroad = ~(own <= both)
        where = np.where(abroad, country[np.argmin(far, axis=1)], self.country)
        rows = self._rows(kind, measure, own=own, both=both, longest=longest)
        none = np.isnan(both)
        rows["nearest_country"] = [
            None if gone else str(code) for gone, code in zip(none, where, strict=True)
        ]
        rows["reason"] = [
            why or ("unreached" if gone else None)
            for why, gone in zip(self.lost, none, strict=True)
        ]
        return rows

    def within(
        self, kind: Facilities, near: Flags, country: npt.NDArray[np.str_], radius: float
    ) -> pd.DataFrame:
        """Return how many lie within a radius, of the own country and of all."""
        known = np.array([why is None for why in self.lost])
        own = (near & (self.country[:, None] == country[None, :])).sum(axis=1)
        rows = self._rows(
            kind,
            "count",
            own=np.where(known, own, np.nan),
            both=np.where(known, near.sum(axis=1), np.nan),
            longest=radius,
        )
        rows["radius_km"], rows["reason"] = radius, self.lost
        return rows

    def _rows(
        self, kind: Facilities, measure: str, *, own: Floats, both: Floats, longest: float
    ) -> pd.DataFrame:
        import pandas as pd

        sources = sorted(source.source_id for source in kind.provenance.sources)
        return pd.DataFrame(
            {
                "id": self.ids,
                "country": self.country,
                "opportunity": kind.kind,
                "mode": self.mode,
                "measure": measure,
                "radius_km": np.nan,
                "own": own,
                "both": both,
                "nearest_country": None,
                "longest": longest,
                "source_ids": ";".join(sources),
            }
        )


def _least(values: Floats) -> Floats:
    """Return the least of each row; NaN where there is none."""
    least: Floats = values.min(axis=1, initial=np.inf)
    return np.where(np.isfinite(least), least, np.nan)
