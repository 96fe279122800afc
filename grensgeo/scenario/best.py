"""The measures that bring most reach for a budget, of many candidates."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from grensgeo import words
from grensgeo.errors import Faults, InputError
from grensgeo.notes import Note
from grensgeo.provenance import Provenance
from grensgeo.scenario.changed_reach import ChangedReach
from grensgeo.scenario.measure_lines import changed_lines
from grensgeo.scenario.origin_reach import OriginReach, ReachQuestion, mean_of
from grensgeo.scenario.plan import Scenario
from grensgeo.scenario.ranking import Ranking
from grensgeo.schema import BEST_MEASURES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import geopandas as gpd
    import pandas as pd

    from grensgeo.arrays import Floats
    from grensgeo.scenario.origin_reach import OriginMeasure
    from grensgeo.scenario.situation import Situation

#: How many measures are chosen if nothing is said.
MOST = 5
#: Below this share of what is reached a gain is one of adding up in another order.
_SAME = 1e-12


@dataclass(frozen=True)
class Candidate:
    """A measure that may be taken.

    Attributes
    ----------
    scenario
        What it changes.
    cost
        What it costs, in the unit of the budget.

    Raises
    ------
    InputError
        If the cost is no number of 0 or more.
    """

    scenario: Scenario
    cost: float

    def __post_init__(self) -> None:
        """Check the fields."""
        faults = Faults()
        if not isinstance(self.scenario, Scenario):
            kind = type(self.scenario).__name__
            faults.add("type-wrong", f"scenario is a {kind}, not a Scenario")
        number = isinstance(self.cost, int | float) and not isinstance(self.cost, bool)
        if not (number and 0 <= self.cost < np.inf):
            faults.add("out-of-range", f"cost: {self.cost!r} is not a number of 0 or more")
        if faults:
            raise InputError.of(faults, where="candidate")


@dataclass(frozen=True, eq=False)
class BestMeasures(Ranking):
    """The measures that bring most, in the order in which they were chosen.

    Attributes
    ----------
    table
        DataFrame (:data:`grensgeo.schema.BEST_MEASURES`).
    alone
        Series by name: what each candidate brings without any other.
    chosen
        The candidates of the table.
    situation
        The situation with all of them.
    question
        What was asked.
    reach
        What the mean inhabitant reaches without any.
    n_evaluations, n_spared
        How often reach was computed with a candidate, and how much oftener greedy choice without
        lazy evaluation would have done it.
    n_grown
        Of those computed again, how many brought more beside others than alone before: measures
        that complete each other, of which lazy evaluation may miss one.
    provenance
        Sources and assumptions.
    told
        What comes out in one sentence, by language.
    """

    table: pd.DataFrame
    alone: pd.Series
    chosen: tuple[Candidate, ...]
    situation: Situation
    question: ReachQuestion
    reach: float
    n_evaluations: int
    n_spared: int
    n_grown: int
    provenance: Provenance
    told: words.Text
    before: Situation

    def map(self) -> gpd.GeoDataFrame:
        """Return the table with the streets that each measure changes (EPSG:4326)."""
        import geopandas as gpd

        after = [one.scenario.with_all(self.before, idle=True).network for one in self.chosen]
        lines = [changed_lines(self.before.network, network) for network in after]
        return gpd.GeoDataFrame(self.table.copy(), geometry=lines, crs=4326)

    def __repr__(self) -> str:
        return f"<BestMeasures: {len(self.table)} measures; {self.told['en']}>"

    def _repr_html_(self) -> str:
        """Return the sentence and the table for a notebook."""
        return f"<p>{self.told['en']}</p>{self.table.to_html(index=False)}"


def best_measures(  # noqa: PLR0913 - the options of a question and of a choice
    situation: Situation,
    candidates: Sequence[Candidate],
    budget: float,
    opportunity: str = "jobs",
    *,
    cutoff_min: float = 45.0,
    most: int = MOST,
    lazy: bool = True,
    trip: str | None = None,
    origins: str = "places",
    areas: Sequence[str] = (),
    measure: OriginMeasure | None = None,
) -> BestMeasures:
    """Choose the measures that bring most reach for a budget.

    One after the other, the measure is taken that brings most beside those that are taken already:
    once most for its cost, once most at all, as long as the budget lasts; the better of the two
    choices is returned. Each figure is exact, that of computing reach with all measures that are
    taken (and not a sum of what each brings alone).

    Lazy evaluation computes a candidate again only if what it brought before would make it the
    next. Where measures bring less the more are taken already (submodular), that finds what
    computing all of them in each round finds, and the choice reaches at least (1 - 1/e) / 2 =
    0.316 of the best there is as long as ``most`` is not what ends it; with one cost for all, and
    whichever ends it, 1 - 1/e = 0.632.

    Reach within a cutoff is **not** always so: two measures on one road may together bring a town
    within the cutoff that neither does alone. Then a candidate may bring more later than it did
    before, and lazy evaluation may pass over it; ``n_grown`` counts where that showed, and a note
    says it. ``lazy=False`` computes every candidate in every round. What holds then is weaker too:
    with one cost for all at least 1 - exp(-g), where g is the submodularity ratio (Das and Kempe
    2011), the least share of a set's gain that its parts bring one by one.

    Parameters
    ----------
    situation
        Region, network, trips and the terms of the border.
    candidates
        Measures with their costs; a scenario's name names it.
    budget
        What may be spent, in the unit of the costs.
    opportunity
        What is counted, by the name that the region uses.
    cutoff_min
        Minutes, included.
    most
        The most measures to take.
    lazy
        Whether candidates are computed again only where they may be the next.
    trip, origins, areas, measure
        As for :func:`grensgeo.critical_links`. People are those of the situation before, also
        where a measure moves some.

    Returns
    -------
    BestMeasures
        Table, map and sentence.

    Raises
    ------
    InputError
        With every fault at once: of the options, of what the situation does not have, and of
        every candidate that does not fit or changes nothing.

    Source
    ------
    Leskovec, Krause, Guestrin, Faloutsos, VanBriesen and Glance (2007), Cost-effective outbreak
    detection in networks, KDD 2007, 420-429 (CELF). Das and Kempe (2011), Submodular meets
    spectral, ICML 2011, 1057-1064.
    """
    question = ReachQuestion(opportunity, cutoff_min, trip, origins, tuple(areas))
    faults = _candidate_faults(candidates, budget, most)
    if faults:
        raise InputError.of(faults, where="best measures")
    reach = OriginReach.of(situation, question, measure=measure)
    _hold_to(situation, candidates)
    choosing = _Choosing(reach, situation, candidates, budget=budget, most=most, lazy=lazy)
    tries = [choosing.run(per_cost=per_cost) for per_cost in (True, False)]
    best = max(tries, key=lambda taken: (taken.gain, -taken.cost))
    return choosing.result(best)


def _candidate_faults(candidates: Sequence[Candidate], budget: float, most: int) -> Faults:
    faults = Faults()
    if not candidates:
        faults.add("none-given", "candidates: there are none")
    names = [one.scenario.name for one in candidates]
    twice = sorted({name for name in names if names.count(name) > 1}) if names else []
    if twice:
        faults.add("name-twice", f"candidates: {', '.join(twice)} stand twice; name each once")
    if not (isinstance(budget, int | float) and 0 <= budget < np.inf):
        faults.add("out-of-range", f"budget: {budget!r} is not a number of 0 or more")
    elif candidates and all(one.cost > budget for one in candidates):
        least = min(one.cost for one in candidates)
        faults.add("out-of-range", f"budget: {budget:g} pays none; the cheapest costs {least:g}")
    if isinstance(most, bool) or not isinstance(most, int) or most < 1:
        faults.add("out-of-range", f"most: {most!r} is not a whole number of 1 or more")
    return faults


def _hold_to(situation: Situation, candidates: Sequence[Candidate]) -> None:
    """Raise with every candidate that does not fit a situation."""
    faults = Faults()
    for one in candidates:
        try:
            one.scenario.with_all(situation)
        except InputError as error:
            faults += error.faults
    if faults:
        raise InputError.of(faults)


@dataclass(frozen=True, eq=False)
class _Taken:
    """Candidates that are taken, what each brought then, and what is reached with all of them."""

    places: tuple[int, ...]
    gains: tuple[float, ...]
    people: tuple[float, ...]
    gain: float
    cost: float
    situation: Situation
    values: Floats


class _Choosing:
    """One choice among candidates: what was computed for one order serves the other."""

    def __init__(
        self,
        reach: OriginReach,
        situation: Situation,
        candidates: Sequence[Candidate],
        *,
        budget: float,
        most: int,
        lazy: bool,
    ) -> None:
        self.reach, self.situation, self.candidates = reach, situation, candidates
        self.budget, self.most, self.lazy = budget, most, lazy
        self.n_evaluations = self.n_asked = self.n_grown = 0
        self.changed = ChangedReach(reach, situation)
        self.known = ~np.isnan(self.changed.before)
        self.people = np.where(self.known, reach.people, 0.0)
        self._first: list[float] = []
        self._found: dict[tuple[frozenset[int], int], Floats] = {}

    def start(self) -> _Taken:
        """Return nothing taken."""
        return _Taken((), (), (), 0.0, 0.0, self.situation, self.changed.before)

    def alone(self) -> list[float]:
        """Return what each candidate brings without any other, computed once."""
        if not self._first:
            makers = [self._maker(self.situation, place) for place in range(len(self.candidates))]
            self.n_evaluations += len(makers)
            self._first = [
                self._gain(values, self.changed.before)
                for _, values in self.changed.after_each(makers)
            ]
        return self._first

    def run(self, *, per_cost: bool) -> _Taken:
        """Choose one candidate after the other, by gain or by gain for the cost."""

        def worth(gain: float, place: int) -> float:
            cost = self.candidates[place].cost
            if not per_cost:
                return gain
            return gain / cost if cost else np.inf * np.sign(gain) if gain else 0.0

        taken, last = self.start(), dict(enumerate(self.alone()))
        while len(taken.places) < self.most:
            left = [
                place
                for place in last
                if place not in taken.places
                and taken.cost + self.candidates[place].cost <= self.budget
            ]
            self.n_asked += len(left) if taken.places else 0
            base = None if not taken.places else ChangedReach(
                self.reach, taken.situation, values=taken.values
            )  # fmt: skip
            best = self._next(taken, base, left, last, worth=worth)
            if best is None:
                break
            taken = self._with(taken, best)
        return taken

    def _next(
        self,
        taken: _Taken,
        base: ChangedReach | None,
        left: list[int],
        last: dict[int, float],
        *,
        worth: Callable[[float, int], float],
    ) -> int | None:
        """Return the candidate that is worth most beside those taken; None where none gains."""
        fresh = set(left) if base is None else set[int]()
        if base is not None and not self.lazy:
            for place in left:
                last[place] = self._again(taken, base, place, last[place])
            fresh = set(left)
        queue = [(-worth(last[place], place), place) for place in left]
        heapq.heapify(queue)
        while queue:
            value, place = heapq.heappop(queue)
            if value >= 0:
                return None
            if place in fresh or base is None:
                return place
            last[place] = self._again(taken, base, place, last[place])
            fresh.add(place)
            heapq.heappush(queue, (-worth(last[place], place), place))
        return None

    def _again(self, taken: _Taken, base: ChangedReach, place: int, before: float) -> float:
        """Compute what a candidate brings beside those taken."""
        key = frozenset(taken.places), place
        if key not in self._found:
            self.n_evaluations += 1
            ((_, values),) = base.after_each([self._maker(taken.situation, place)])
            self._found[key] = values  # and not the situation, which is large
        gain = self._gain(self._found[key], taken.values)
        self.n_grown += gain > before * (1 + 1e-9) + 1e-9
        return gain

    def _with(self, taken: _Taken, place: int) -> _Taken:
        """Return what is taken with one more."""
        key, make = (frozenset(taken.places), place), self._maker(taken.situation, place)
        if key in self._found:
            values = self._found[key]
        else:
            ((_, values),) = self.changed.after_each([make])
        situation = make()
        more = self._more(values, taken.values)
        return replace(
            taken,
            places=(*taken.places, place),
            gains=(*taken.gains, mean_of(self.people, more)),
            people=(*taken.people, float(self.people[more > 0].sum())),
            gain=self._gain(values, self.changed.before),
            cost=taken.cost + self.candidates[place].cost,
            situation=situation,
            values=values,
        )

    def _maker(self, situation: Situation, place: int) -> Callable[[], Situation]:
        return partial(self.candidates[place].scenario.with_all, situation, idle=True)

    def _more(self, values: Floats, before: Floats) -> Floats:
        """Return what each origin reaches more; where nothing is known, nothing."""
        held = np.nan_to_num(before)
        more = np.where(self.known, np.nan_to_num(values) - held, 0.0)
        more[np.abs(more) <= _SAME * held] = 0.0
        return more

    def _gain(self, values: Floats, before: Floats) -> float:
        return mean_of(self.people, self._more(values, before))

    def result(self, taken: _Taken) -> BestMeasures:
        """Return what was chosen."""
        import pandas as pd

        mean = mean_of(self.people, np.nan_to_num(self.changed.before))
        chosen = tuple(self.candidates[place] for place in taken.places)
        costs = np.array([one.cost for one in chosen], dtype=np.float64)
        gains = np.array(taken.gains, dtype=np.float64)
        table = pd.DataFrame(
            {
                "order": np.arange(1, len(chosen) + 1),
                "measure": [one.scenario.name for one in chosen],
                "name": [one.scenario.title["en"] for one in chosen],
                "cost": costs,
                "gain": gains,
                "gain_share": gains / mean if mean else np.full(len(chosen), np.nan),
                "people_gaining": np.array(taken.people, dtype=np.float64),
                "cumulative_cost": np.cumsum(costs),
                "cumulative_gain": np.cumsum(gains),
            }
        )
        table = BEST_MEASURES.check(table)
        names = [one.scenario.name for one in self.candidates]
        return BestMeasures(
            table=table,
            alone=pd.Series(self.alone(), index=pd.Index(names, name="measure"), name="gain"),
            chosen=chosen,
            situation=taken.situation,
            question=self.reach.question,
            reach=mean,
            n_evaluations=self.n_evaluations,
            n_spared=max(len(self.candidates) + self.n_asked - self.n_evaluations, 0),
            n_grown=self.n_grown,
            provenance=self._provenance(),
            told=self._told(table, taken),
            before=self.situation,
        )

    def _provenance(self) -> Provenance:
        notes = [Note("ranking.measures-together")]
        if self.reach.question.origins == "places":
            notes.append(Note("ranking.people-at-places"))
        if self.n_grown and self.lazy:
            notes.append(Note("ranking.gains-grew", n=self.n_grown))
        result = Provenance(notes=tuple(notes))
        for part in (self.situation.network, self.situation.region):
            result = result if part is None else part.provenance | result
        return result

    def _told(self, table: pd.DataFrame, taken: _Taken) -> words.Text:
        """Return in a sentence of each language what the chosen measures bring."""
        measured = "measured" if self.reach.measure is not None else "some"
        told = words.text(f"rankings.best.{measured if taken.gain > 0 else 'none'}")
        names = {
            language: [self.candidates[place].scenario.title[language] for place in taken.places]
            for language in words.LANGUAGES
        }
        result: words.Text = {}
        for language in words.LANGUAGES:
            values = self.reach.said(language) | {
                "n": len(self.candidates),
                "chosen": len(table),
                "budget": self.budget,
                "names": "; ".join(names[language]),
                "gain": round(taken.gain) if taken.gain >= 10 else round(taken.gain, 1),
                "cost": taken.cost,
            }
            result[language] = words.fill(told[language], values, language)
        return result
