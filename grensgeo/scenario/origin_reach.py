"""What each of many origins reaches in a situation: the question that links are ranked by."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from grensgeo import words
from grensgeo.declared import ANY_NAMES, NUMBER, TEXT, documented, option, record_of, value_faults
from grensgeo.errors import Faults, GrensgeoWarning, InputError
from grensgeo.measures import matrix as dense
from grensgeo.measures.cutoffs import count_within
from grensgeo.scenario.checks import as_names, unknown_name
from grensgeo.scenario.situation import PARTS
from grensgeo.traveltimes.result import TravelTimes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Floats, Longs
    from grensgeo.network import Network
    from grensgeo.region.region import Region
    from grensgeo.scenario.situation import Situation
    from grensgeo.traveltimes import Trip
    from grensgeo.traveltimes.legs import Places

    #: A measure of each origin by its own times alone: times and region to a Series by from_id.
    OriginMeasure: TypeAlias = Callable[[TravelTimes, Region], pd.Series]

#: Whose reach it is.
ORIGINS = ("places", "cells")
#: The most numbers of a block of times, which bounds the memory: 64 MB.
_BLOCK = 16_000_000


@documented
@dataclass(frozen=True)
class ReachQuestion:
    """What people reach, asked of a situation as often as it changes.

    Attributes
    ----------
    {options}

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> ReachQuestion("jobs", 45).origins
    'places'
    """

    opportunity: str = field(
        metadata=option(TEXT, "what is counted, by the name that the region uses")
    )
    cutoff_min: float = field(metadata=option(NUMBER, "cutoff, min", above=0, unit="MIN"))
    trip: str | None = field(
        default=None, metadata=option(TEXT, "name of the trip", absent="the only one there is")
    )
    origins: str = field(
        default="places",
        metadata=option(
            TEXT, "whose reach it is: that of main `places`, where all of a municipality's "
            "people are taken to live, or of inhabited `cells`",
            choices=ORIGINS,
        ),
    )  # fmt: skip
    areas: tuple[str, ...] = field(
        default=(),
        metadata=option(ANY_NAMES, "areas of the region whose people count", absent="all"),
    )

    def __post_init__(self) -> None:
        """Check the fields."""
        faults = Faults()
        values = {name: getattr(self, name) for name in ("opportunity", "cutoff_min", "origins")}
        faults += value_faults(record_of(type(self)), values | {"trip": self.trip})
        areas, wrong = as_names(self.areas, name="areas")
        faults += wrong
        object.__setattr__(self, "areas", areas)
        if faults:
            raise InputError.of(faults, where="reach")


@dataclass(frozen=True, eq=False)
class OriginReach:
    """A question laid on a situation: origins with their people, and destinations.

    People are those of the situation that it was laid on, also where a scenario moves some.

    Attributes
    ----------
    question
        What is asked.
    trip
        The trip.
    starts, goals
        Origins and destinations.
    people
        float64 (n_origins,): inhabitants.
    names, countries
        object (n_origins,): of each origin.
    measure
        Another measure than opportunities within the cutoff.
    """

    question: ReachQuestion
    trip: Trip
    starts: Places
    goals: Places
    people: Floats
    names: npt.NDArray[np.object_]
    countries: npt.NDArray[np.object_]
    measure: OriginMeasure | None = None

    @classmethod
    def of(
        cls, situation: Situation, question: ReachQuestion, *, measure: OriginMeasure | None = None
    ) -> OriginReach:
        """Prepare a question to be asked of a situation and of changes of it.

        Raises
        ------
        InputError
            With everything at once that the situation does not have.
        """
        from grensgeo.traveltimes.legs import Places

        faults = Faults()
        region, network, name = situation.region, situation.network, None
        missing = [x for x in ("region", "network", "trips") if x not in situation.given]
        if missing:
            lacks = " and ".join(PARTS[name] for name in missing)
            faults.add("part-not-given", f"the situation lacks {lacks}")
        if situation.trips:
            name, wrong = _chosen_trip(situation, question)
            faults += wrong
        if region is not None:
            if measure is None and question.opportunity not in region.opportunities:
                known = list(region.opportunities)
                faults.append(unknown_name(question.opportunity, known, "opportunity"))
            areas = set(region.municipalities["area"])
            lost = [name for name in question.areas if name not in areas]
            faults += [unknown_name(name, sorted(areas), "area") for name in lost]
        longest = None if name is None else situation.trips[name].max_min
        if measure is None and longest is not None and question.cutoff_min > longest:
            text = f"cutoff_min {question.cutoff_min:g} is beyond the trip's max_min {longest:g}"
            faults.add("cutoff-beyond-times", text)
        if faults or region is None or network is None or name is None:
            raise InputError.of(faults)
        frame = _origins(region, question)
        return cls(
            question=replace(question, trip=name),
            trip=situation.trips[name],
            starts=Places.read(network, frame, where="origins"),
            goals=Places.read(network, region.cells, where="destinations"),
            people=frame["population"].to_numpy(dtype=np.float64),
            names=frame["name"].to_numpy(dtype=object),
            countries=frame["country"].to_numpy(dtype=object),
            measure=measure,
        )

    def __len__(self) -> int:
        """Return the number of origins."""
        return len(self.people)

    @property
    def limit_s(self) -> float:
        """What takes longer changes nothing, seconds."""
        if self.measure is None:
            return 60.0 * self.question.cutoff_min
        return np.inf if self.trip.max_min is None else 60.0 * self.trip.max_min

    def said(self, language: str) -> dict[str, words.Value]:
        """Return the words of a question: how one travels, within what, and what is counted."""
        things, name = words.texts("terms.opportunity"), self.question.opportunity
        return {
            "by": words.texts("terms.by")[self.trip.mode][language],
            "cutoff": f"{self.question.cutoff_min:g}",
            "what": things[name][language] if name in things else name,
        }

    def values(self, situation: Situation, rows: Longs | None = None) -> Floats:
        """Compute what origins reach in a situation.

        Parameters
        ----------
        situation
            A situation with the same places.
        rows
            Which origins; all if not given.

        Returns
        -------
        ndarray
            float64, an element an origin: as :func:`grensgeo.cumulative` counts, on the terms of
            the border, or as the measure has it; NaN where that is not known.
        """
        region, network = situation.region, situation.network
        if region is None or network is None:
            raise InputError("part-not-given", "reach needs a region and a network")
        chosen = np.arange(len(self)) if rows is None else rows
        trip = situation.trips[self.question.trip or ""]
        step = max(64, _BLOCK // max(len(self.goals), 1) // 64 * 64)
        parts = [
            self._of_times(self._times(network, trip, chosen[first : first + step]), situation)
            for first in range(0, len(chosen), step)
        ]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _times(self, network: Network, trip: Trip, rows: Longs) -> TravelTimes:
        """Compute the times of some origins; who is not on the network is told nowhere."""
        from grensgeo.traveltimes.compute import prepare
        from grensgeo.traveltimes.legs import Places

        country = None if self.starts.country is None else self.starts.country[rows]
        starts = Places(self.starts.ids[rows], self.starts.lonlat[rows], country)
        journeys = prepare(network, starts, self.goals, trip)
        return TravelTimes(
            from_id=starts.ids,
            to_id=self.goals.ids,
            minutes=journeys.minutes(slice(0, len(rows))),
            from_status=journeys.from_snapping.status,
            to_status=journeys.to_snapping.status,
            trip=trip,
            from_country=starts.country,
            to_country=self.goals.country,
            from_served=journeys.from_served,
            to_served=journeys.to_served,
        )

    def _of_times(self, times: TravelTimes, situation: Situation) -> Floats:
        """Measure what is reached within times; what a measure warns of was told of the first."""
        region, terms = situation.region, situation.border
        if region is None:
            return np.full(len(times.from_id), np.nan)
        if self.measure is None and (terms is None or terms.plain):
            counts = region.opportunities[self.question.opportunity]
            values = counts.reindex(self.goals.ids).to_numpy(dtype=np.float64)
            return count_within(_matrix(times), values, self.question.cutoff_min)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", GrensgeoWarning)
            if self.measure is not None:
                found = self.measure(times, region)
            else:
                found = _on_terms(times, situation, self.question)
        return np.asarray(found.reindex(times.from_id), dtype=np.float64)


def mean_of(people: Floats, values: Floats) -> float:
    """Return the mean over people; 0 of nobody."""
    total = float(people.sum())
    return float(people @ values) / total if total else 0.0


def _matrix(times: TravelTimes) -> dense.Matrix:
    """Return the times as a matrix; they were computed here and are not checked again."""
    return dense.Matrix(
        from_id=times.from_id,
        to_id=times.to_id,
        held=times.minutes,
        from_known=times.from_status == 0,
        to_known=times.to_status == 0,
        mode=times.trip.mode,
        max_min=times.trip.max_min,
    )


def _on_terms(times: TravelTimes, situation: Situation, question: ReachQuestion) -> pd.Series:
    """Count opportunities within a cutoff on the terms of a border."""
    from grensgeo.border import reach_on_terms
    from grensgeo.measures import reach

    region, terms = situation.region, situation.border
    if region is None or terms is None:
        raise InputError("part-not-given", "reach on terms needs a region and a border")
    name, countries = question.opportunity, region.countries

    def counted(cutoffs_min: Sequence[float]) -> pd.DataFrame:
        return reach(
            times, {name: region.opportunities[name]}, cutoffs_min=cutoffs_min, countries=countries
        )

    table = reach_on_terms(
        counted,
        terms,
        cutoffs_min=[question.cutoff_min],
        countries=sorted(set(countries)),
    )
    found: pd.Series = table.groupby("id", sort=False)["open"].first()
    return found


def _chosen_trip(situation: Situation, question: ReachQuestion) -> tuple[str | None, Faults]:
    """Return the name of the trip that is asked for."""
    faults, known = Faults(), list(situation.trips)
    if question.trip is not None and question.trip not in known:
        faults.append(unknown_name(question.trip, known, "trip"))
        return None, faults
    if question.trip is None and len(known) > 1:
        faults.add("option-missing", f"say which trip: {', '.join(known)}")
        return None, faults
    return question.trip or known[0], faults


def _origins(region: Region, question: ReachQuestion) -> pd.DataFrame:
    """Return the origins with ``population``, ``name`` and ``country``."""
    towns = region.municipalities
    if question.origins == "places":
        frame = region.places.assign(population=towns["population"].to_numpy())
        area = towns["area"].to_numpy()
    else:
        cells = region.cells
        by_code = towns.set_index("region_code")
        frame = cells.assign(name=cells["region_code"].map(by_code["name"]).to_numpy())
        area = cells["region_code"].map(by_code["area"]).to_numpy()
    if question.areas:
        frame = frame[np.isin(area.astype(str), question.areas)]
    result: pd.DataFrame = frame
    return result
