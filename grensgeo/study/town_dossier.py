"""The page of a municipality: what it reaches, by which crossings, and what opens the border."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from grensgeo.declared.option import nearest
from grensgeo.errors import InputError
from grensgeo.maps.atlas import RESISTANCE_MIN
from grensgeo.measures import reach
from grensgeo.measures.long_reach import totals
from grensgeo.modes import MODES
from grensgeo.pages.page_section import CurveChart, PageSection
from grensgeo.scenario import Situation
from grensgeo.study.dossier_words import (
    DossierText,
    DossierWords,
    crossings,
    dossier_of,
    need_counted,
)
from grensgeo.traveltimes import travel_times
from grensgeo.traveltimes.assumptions import trip_provenance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import geopandas as gpd

    from grensgeo.maps.dossier_page import Dossier
    from grensgeo.network import Network
    from grensgeo.region.region import Region
    from grensgeo.scenario.plan import Scenario
    from grensgeo.traveltimes import Trip
    from grensgeo.words import Language

#: Neighbours of a municipality that are listed, and crossings.
_NEIGHBOURS, _CROSSINGS = 12, 8
#: Between points of a curve, minutes.
_STEP_MIN = 5


class _Curve(NamedTuple):
    """What is reached within each of some minutes."""

    cutoffs_min: list[int]
    closed: list[float]
    hurdle: list[float]
    open: list[float]

    def at(self, cutoff_min: float) -> tuple[float, float, float]:
        """Return closed, with a hurdle and open within a cutoff of the curve."""
        place = self.cutoffs_min.index(round(cutoff_min))
        return self.closed[place], self.hurdle[place], self.open[place]


class _Passed(NamedTuple):
    """A crossing, how far it is, and what abroad is nearest over it."""

    name: str
    minutes: float
    abroad: float


@dataclass(frozen=True)
class _TownQuestion:
    """What is asked of a municipality."""

    region: Region
    network: Network
    code: str
    trips: Mapping[str, Trip]
    cutoffs_min: Sequence[float]
    opportunity: str

    @property
    def here(self) -> gpd.GeoDataFrame:
        """Its main place."""
        return self.region.places.loc[[self.code]]

    @property
    def longest_min(self) -> float:
        """The longest cutoff."""
        return max(self.cutoffs_min)


def municipality_dossier(
    region: Region,
    network: Network,
    code: str,
    *,
    trips: Mapping[str, Trip],
    cutoffs_min: Sequence[float] = (30, 45, 60),
    opportunity: str = "jobs",
    scenarios: Sequence[Scenario] = (),
    language: Language = "nl",
) -> Dossier:
    """Write what a municipality reaches from its main place, and what opens the border for it.

    Parameters
    ----------
    region, network
        Where, and by what.
    code
        Code of the municipality.
    trips
        Kinds of trips by name.
    cutoffs_min
        Minutes, included.
    opportunity
        What is counted.
    scenarios
        Measures of which it is told what they bring.
    language
        In which it opens.

    Returns
    -------
    Dossier
        Reach by minutes with the border closed, as a hurdle and open; the crossings that lead to
        what lies abroad; what each measure brings; neighbours; stations; sources.

    Raises
    ------
    InputError
        If the region has no such municipality or opportunity.
    """
    areas = region.municipalities
    if code not in areas.index:
        raise InputError(
            "id-unknown",
            f"{code}: no municipality of the region, line or crossing{nearest(code, areas.index)}",
        )
    need_counted(region, opportunity)
    asked = _TownQuestion(region, network, code, trips, cutoffs_min, opportunity)
    curves = {name: _curve(asked, region, network, trip) for name, trip in trips.items()}
    passed = {name: _passed(asked, trip) for name, trip in trips.items() if trip.mode in MODES}
    brought = [(plan, _brought(asked, plan, curves)) for plan in scenarios]
    minutes = _minutes_to_neighbours(asked)
    stations = _stations(region, code)

    def tell(say: DossierWords) -> DossierText:
        name, what = str(areas.loc[code, "name"]), say.counted(opportunity)
        best, at = max(
            (curve.at(cutoff)[2] - curve.at(cutoff)[0], cutoff)
            for curve in curves.values()
            for cutoff in cutoffs_min
        )
        sections = [
            _reach_section(asked, curves, say),
            *_crossing_section(asked, passed, say),
            *_measure_section(asked, brought, say),
            _neighbour_section(asked, minutes, say),
            PageSection(say("stations"), [", ".join(stations) or say("none")]),
        ]
        lead = say("lead_town", name=name, n=say.n(best), what=what, cutoff=at)
        return DossierText(say("title_town", name=name), lead, sections)

    provenance = region.provenance | trip_provenance(network, *trips.values())
    shown = {opportunity, *(trip.mode for trip in trips.values())}
    return dossier_of(tell, provenance, language, shown=shown)


def _curve(asked: _TownQuestion, region: Region, network: Network, trip: Trip) -> _Curve:
    """Compute what is reached within every five minutes, and within the cutoffs asked about."""
    last = round(asked.longest_min)
    cutoffs = sorted({*range(_STEP_MIN, last + 1, _STEP_MIN), *map(round, asked.cutoffs_min)})
    sooner = {cutoff - RESISTANCE_MIN for cutoff in cutoffs} - {0}
    times = travel_times(network, asked.here, region.cells, trip)
    counts = {asked.opportunity: region.opportunities[asked.opportunity]}
    every = sorted({*cutoffs, *(one for one in sooner if one > 0)})
    found = totals(reach(times, counts, cutoffs_min=every)).set_index("cutoff_min")
    closed, opened = (found[name].astype("float64") for name in ("closed", "open"))
    abroad = opened - closed
    hurdle = [
        float(closed[cutoff])
        + (float(abroad[cutoff - RESISTANCE_MIN]) if cutoff > RESISTANCE_MIN else 0.0)
        for cutoff in cutoffs
    ]
    return _Curve(
        cutoffs,
        [float(closed[one]) for one in cutoffs],
        hurdle,
        [float(opened[one]) for one in cutoffs],
    )


def _passed(asked: _TownQuestion, trip: Trip) -> list[_Passed]:
    """Find over which crossing each place abroad is nearest, and add up by crossing."""
    import geopandas as gpd

    region = asked.region
    links = crossings(asked.network, trip.mode, region)
    home = region.municipalities.loc[asked.code, "country"]
    cells = region.cells[region.cells["country"] != home]
    if not links or cells.empty:
        return []
    points = gpd.GeoDataFrame(
        {"id": [link.link for link in links], "country": home},
        geometry=[link.geometry for link in links], crs=4326,
    ).set_index("id", drop=False)  # fmt: skip
    # parking counts once, where the whole way ends
    park = trip.park_minutes(trip.mode)
    there = travel_times(asked.network, asked.here, points, trip).minutes[0] - park
    onward = travel_times(asked.network, points, cells, trip).minutes
    whole = there[:, None] + onward
    whole[np.isnan(whole)] = np.inf
    over = whole.argmin(axis=0)
    within = whole.min(axis=0) <= asked.longest_min
    counts = region.opportunities[asked.opportunity].reindex(cells.index).to_numpy(np.float64)
    held = within & ~np.isnan(counts)
    sums = np.bincount(over[held], weights=counts[held], minlength=len(links))
    rows = [
        _Passed(link.name, float(minutes), float(total))
        for link, minutes, total in zip(links, there, sums, strict=True)
        if total > 0
    ]
    return sorted(rows, key=lambda row: -row.abroad)[:_CROSSINGS]


def _brought(
    asked: _TownQuestion, plan: Scenario, curves: Mapping[str, _Curve]
) -> list[tuple[str, float, float]]:
    """Return for each trip what is reached open before a measure and after it."""
    before = Situation(asked.region, asked.network, asked.trips)
    after = plan.apply(before)
    found = []
    for name, trip in after.trips.items():
        curve = _curve(asked, after.region or asked.region, after.network or asked.network, trip)
        found.append((name, curves[name].at(asked.longest_min)[2], curve.at(asked.longest_min)[2]))
    return found


def _reach_section(
    asked: _TownQuestion, curves: Mapping[str, _Curve], say: DossierWords
) -> PageSection:
    """Return the curve of each trip, and what is reached within the cutoffs."""
    what = say.counted(asked.opportunity)
    names = say("closed"), say("hurdle", minutes=RESISTANCE_MIN), say("open")
    charts = [
        CurveChart(
            say("curve", what=what, mode=say.mode(name)),
            curve.cutoffs_min,
            dict(zip(names, (curve.closed, curve.hurdle, curve.open), strict=True)),
            say.n,
        )
        for name, curve in curves.items()
    ]
    rows = []
    for name, curve in curves.items():
        for cutoff in asked.cutoffs_min:
            closed, hurdle, opened = curve.at(cutoff)
            rows.append(
                [
                    say("by", mode=say.mode(name), cutoff=cutoff),
                    *map(say.n, (closed, hurdle, opened, opened - closed)),
                    say.share(opened / closed - 1 if closed else np.nan),
                ]
            )
    people = float(asked.region.municipalities.loc[asked.code, "population"])
    return PageSection(
        say("reach", what=what),
        [
            say("from_its_main_place"),
            say("people", n=say.n(people)),
            say("hurdle_said", minutes=RESISTANCE_MIN),
        ],
        charts=charts,
        head=["", *names, say("more"), say("effect")],
        rows=rows,
    )


def _crossing_section(
    asked: _TownQuestion, passed: Mapping[str, list[_Passed]], say: DossierWords
) -> list[PageSection]:
    """Return the crossings that lead to what lies abroad."""
    what = say.counted(asked.opportunity)
    rows = [
        [row.name, say.mode(name), say.n(row.minutes), say.n(row.abroad)]
        for name, found in passed.items()
        for row in found
    ]
    if not rows:
        return []
    return [
        PageSection(
            say("crossings"),
            [say("crossings_said", what=what, cutoff=asked.longest_min)],
            head=["", say("by_what"), say("minutes_to"), say("abroad_over", what=what)],
            rows=rows,
        )
    ]


def _measure_section(
    asked: _TownQuestion,
    brought: Sequence[tuple[Scenario, list[tuple[str, float, float]]]],
    say: DossierWords,
) -> list[PageSection]:
    """Return what each measure brings."""
    if not brought:
        return []
    rows = [
        [
            plan.title[say.language], say.mode(name), say.n(before), say.n(after),
            say.n(after - before),
        ]
        for plan, found in brought
        for name, before, after in found
        if after != before
    ]  # fmt: skip
    idle = [
        plan.title[say.language]
        for plan, found in brought
        if all(before == after for _, before, after in found)
    ]
    what = say.counted(asked.opportunity)
    texts = [say("measures_said", what=what, cutoff=asked.longest_min)]
    if idle:
        texts.append(say("measures_idle", names=", ".join(idle)))
    head = ["", say("by_what"), say("today"), say("with_it"), say("more")]
    return [PageSection(say("measures"), texts, head=head, rows=rows)]


def _near(asked: _TownQuestion) -> gpd.GeoDataFrame:
    """Return the municipalities that touch one, the largest first."""
    areas = asked.region.municipalities
    shape = areas.geometry.loc[asked.code].buffer(0.002)
    touching = areas.geometry.intersects(shape) & (areas.index != asked.code)
    order = areas.index[touching][np.argsort(-areas.loc[touching, "population"].to_numpy())]
    return areas.loc[order[:_NEIGHBOURS]]


def _minutes_to_neighbours(asked: _TownQuestion) -> dict[str, np.ndarray]:
    """Compute the minutes to the main places of the neighbours, by trip."""
    there = asked.region.places.loc[_near(asked).index]
    return {
        name: travel_times(asked.network, asked.here, there, trip).minutes[0]
        for name, trip in asked.trips.items()
    }


def _neighbour_section(
    asked: _TownQuestion, minutes: Mapping[str, np.ndarray], say: DossierWords
) -> PageSection:
    """Return the neighbours with their inhabitants, and how far they are."""
    near = _near(asked)
    rows = [
        [
            f"{name} ({country})",
            say.n(float(people)),
            *(say.n(float(one[number])) for one in minutes.values()),
        ]
        for number, (name, country, people) in enumerate(
            zip(near["name"], near["country"], near["population"], strict=True)
        )
    ]
    head = ["", say("inhabitants"), *(say("in_min", mode=say.mode(name)) for name in minutes)]
    return PageSection(say("neighbours"), head=head, rows=rows)


def _stations(region: Region, code: str) -> list[str]:
    """Return the names of the stations in a municipality."""
    if region.base_map is None:
        return []
    found = region.base_map.features
    found = found[found["layer"] == "station"].to_crs(4326)
    inside = found.geometry.within(region.municipalities.geometry.loc[code])
    return sorted({str(name) for name in found.loc[inside, "name"].dropna()})
