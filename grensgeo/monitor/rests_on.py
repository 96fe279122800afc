"""Which sources a figure rests on: those of its countries, its opportunity and its trip alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from grensgeo.monitor.indicators import CLOSED, MEASURES

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from grensgeo.monitor.feed_options import FeedTrip
    from grensgeo.provenance import Provenance
    from grensgeo.region.region import Region

#: What every figure of people rests on.
_GROUND = frozenset({"outlines", "inhabitants"})


@dataclass(frozen=True, eq=False)
class KnownSources:
    """What is known of the sources of a feed.

    Attributes
    ----------
    region
        With the source of each count.
    whole
        Sources of region and reach.
    trips
        With the sources of their networks.
    proximity
        ``schema.PROXIMITY`` with the sources of facilities; None where there are none.
    """

    region: Region
    whole: Provenance
    trips: Mapping[str, FeedTrip]
    proximity: pd.DataFrame | None = None

    def of(self, figures: pd.DataFrame) -> list[str]:
        """Return the sources of each figure, joined by semicolons.

        Parameters
        ----------
        figures
            With ``opportunity, trip, measure, country``.
        """
        columns = ["opportunity", "trip", "measure", "country"]
        found: dict[tuple[str, ...], str] = {}
        for row in figures[columns].drop_duplicates().itertuples(index=False, name=None):
            found[row] = ";".join(sorted(self._names(*row)))
        return [found[row] for row in figures[columns].itertuples(index=False, name=None)]

    def _names(self, opportunity: str, trip: str, measure: str, home: str) -> set[str]:
        """Return the sources of one kind of figure in a country.

        What lies across is counted where people live on both sides; the rest of a figure of the
        own country is of that country alone.
        """
        border = MEASURES[measure].border
        at_home = border in {CLOSED, "none"}
        countries = {home} if at_home else self._countries | {home}
        used = self._ground(countries)
        if measure == "population":
            return used or self._known
        there = countries - {home} if measure == "across" else countries
        used |= self._counted(opportunity, there) | self._points.get(opportunity, set())
        own = self.trips[trip].source_ids
        used |= self._travelled if own is None else {*own} & self._known
        return used or self._known

    @cached_property
    def _known(self) -> set[str]:
        return {source.source_id for source in self.whole.sources}

    @cached_property
    def _countries(self) -> set[str]:
        return {*self.region.municipalities["country"]}

    @cached_property
    def _points(self) -> dict[str, set[str]]:
        """Return the sources of facilities by their kind."""
        if self.proximity is None:
            return {}
        return {
            str(kind): {one for ids in rows["source_ids"].unique() for one in ids.split(";")}
            for kind, rows in self.proximity.groupby("opportunity")
        }

    @cached_property
    def _travelled(self) -> set[str]:
        """Return the sources of networks: those that are not of the region."""
        of_region = {source.source_id for source in self.region.provenance.sources}
        return self._known - of_region - set().union(*self._points.values())

    @cached_property
    def _counts(self) -> dict[tuple[str, str], set[str]]:
        """Return the sources of counts by opportunity and country, as the table names them."""
        table = self.region.opportunity_table
        places = self.region.municipalities.drop_duplicates("region_code")
        country = places.set_index("region_code")["country"]
        keys = [table["opportunity"], table["region_code"].map(country)]
        return {
            (str(name), str(code)): {*rows} & self._known
            for (name, code), rows in table["source_id"].groupby(keys)
        }

    def _counted(self, opportunity: str, countries: set[str]) -> set[str]:
        """Return the sources of counts, and of where in a municipality they lie."""
        named = set().union(*(self._counts.get((opportunity, code), set()) for code in countries))
        of_all = set().union(*self._counts.values())
        weights = {
            source.source_id
            for source in self.region.provenance.sources
            if source.bears_on and source.bears({"opportunities"}, countries)
        }
        return named | (weights - of_all)

    def _ground(self, countries: set[str]) -> set[str]:
        """Return the sources of outlines and inhabitants, and those of which nothing is known."""
        of_counts = set().union(*self._counts.values())
        return {
            source.source_id
            for source in self.region.provenance.sources
            if source.bears(_GROUND, countries)
            and (source.bears_on or source.source_id not in of_counts)
        }
