"""What each input covers on each side of a border: counts, streets and stops."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grensgeo import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grensgeo.monitor.feed_options import FeedTrip
    from grensgeo.region.region import Region
    from grensgeo.words import Text


@dataclass(frozen=True)
class CoveredInput:
    """What one input covers in one country.

    Attributes
    ----------
    kind
        ``counts`` of an opportunity by municipality, ``streets`` of a trip, or ``stops`` of one by
        timetable.
    name
        The opportunity or the trip.
    country
        ISO 3166.
    n, of
        Municipalities that have it, and how many there are; of streets kilometres, and 0.
    share
        Share of the inhabitants who live in these municipalities; NaN for streets.
    dates
        First and last date that the counts speak of.
    modelled
        How many of the counts are modelled.
    by
        How a trip is called in a sentence, by language; none: by its name.
    """

    kind: str
    name: str
    country: str
    n: int
    of: int
    share: float = float("nan")
    dates: str = ""
    modelled: int = 0
    by: Text | None = None


def covered_inputs(region: Region, trips: Mapping[str, FeedTrip]) -> tuple[CoveredInput, ...]:
    """Return what each input of a feed covers, by country.

    Parameters
    ----------
    region
        The region: its counts by municipality.
    trips
        Trips by name: streets and stops, where they are told.

    Returns
    -------
    tuple
        Inhabitants first, then opportunities, then trips, each by country.
    """
    places = region.municipalities
    people = places["population"].astype("float64")
    countries = sorted(set(places["country"]))
    found = [
        CoveredInput("counts", "population", country, int(here.sum()), int(here.sum()), 1.0,
                     _dates(places.loc[here, "population_date"]))
        for country in countries
        if (here := places["country"] == country).any()
    ]  # fmt: skip
    table = region.opportunity_table
    for name, rows in table.groupby("opportunity", sort=True):
        known = rows[rows["count"].notna()]
        for country in countries:
            here = places.index[places["country"] == country]
            there = known[known["region_code"].isin(here)]
            codes = here[here.isin(there["region_code"])]
            found.append(
                CoveredInput(
                    "counts", str(name), country, len(codes), len(here),
                    float(people.loc[codes].sum() / people.loc[here].sum()),
                    _dates(there["reference_date"]),
                    int(there["modelled"].astype(bool).sum()),
                )
            )  # fmt: skip
    for name, trip in sorted(trips.items()):
        by = trip.by or words.texts("terms.by").get(trip.mode)
        for country, km in sorted(trip.street_km.items()):
            found.append(CoveredInput("streets", name, country, round(km), 0, by=by))
        if trip.served is not None:
            for country in countries:
                here = places.index[places["country"] == country]
                codes = here[here.isin(trip.served)]
                share = float(people.loc[codes].sum() / people.loc[here].sum())
                found.append(
                    CoveredInput("stops", name, country, len(codes), len(here), share, by=by)
                )
    return tuple(found)


def _dates(values: object) -> str:
    """Return the first and the last date, or the one, without remarks in brackets."""
    dates = {str(value).partition(" (")[0] for value in values if value}  # type: ignore[attr-defined]
    told = sorted(dates)
    return "" if not told else told[0] if len(told) == 1 else f"{told[0]} - {told[-1]}"
