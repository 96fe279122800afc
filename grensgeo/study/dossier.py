"""Dossiers of a line of public transport or a crossing, laid out as a cross-border file.

A dossier of a line or a crossing is laid out as a cross-border file under Regulation (EU) 2025/925
(BRIDGEforEU) asks: the interaction and its context, the obstacle, why it should be resolved, what
it does to the region, where and for whom; what only the initiator can say is left blank. Source:
that regulation, Articles 3 (obstacle: a legal or administrative provision or practice), 7 to 9.
"""

from __future__ import annotations

import difflib
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo import words
from grensgeo.declared.option import nearest
from grensgeo.errors import InputError, some
from grensgeo.maps.reach_views import NOISE
from grensgeo.measures import reach
from grensgeo.pages.page_section import PageSection
from grensgeo.region.locating import municipality_at
from grensgeo.study.dossier_words import (
    DossierText,
    DossierWords,
    crossings,
    dossier_of,
    need_counted,
)
from grensgeo.traveltimes import travel_times
from grensgeo.traveltimes.assumptions import trip_provenance
from grensgeo.traveltimes.line_shapes import line_shapes, stop_points

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import geopandas as gpd
    import pandas as pd

    from grensgeo.maps.dossier_page import Dossier
    from grensgeo.network import Network
    from grensgeo.region.region import Region
    from grensgeo.scenario.links import Link
    from grensgeo.traveltimes import Trip
    from grensgeo.words import Language

#: Places, and trips, that a table lists.
_MOST_ROWS = 15
#: Minutes by which a trip has to become longer to be listed, as they are told: a detour of 0
#: minutes is none.
_LEAST_MIN = 1.0


def line_dossier(
    region: Region,
    network: Network,
    line: str,
    trip: Trip,
    *,
    cutoff_min: float = 60.0,
    opportunity: str = "jobs",
    language: Language = "nl",
) -> Dossier:
    """Write what a line of public transport brings the places that it serves.

    Parameters
    ----------
    region, network
        Where, and by what.
    line
        Name of the line.
    trip
        A trip by public transport.
    cutoff_min
        Minutes, included.
    opportunity
        What is counted.
    language
        In which it opens.

    Returns
    -------
    Dossier
        Places with inhabitants and jobs in reach with and without the line, and minutes between
        places on either side of the border.

    Raises
    ------
    InputError
        If no such line runs that day.
    """
    from grensgeo.scenario import RemoveLine
    from grensgeo.scenario.plan import Scenario

    need_counted(region, opportunity)
    ways = line_shapes(network, trip)
    if line not in set(ways["line"]):
        raise InputError(
            "name-unknown",
            f"line {line}: none of that name runs that day; there are "
            f"{some(sorted(set(ways['line'])), most=12)}",
        )
    served = _served(region, stop_points(network, trip), line)
    places = region.places.loc[served]
    without = Scenario("without", (RemoveLine(line),), dict.fromkeys(words.LANGUAGES, line)).apply(
        network
    )
    counts = {opportunity: region.opportunities[opportunity]}
    before, after = (
        _open(
            reach(travel_times(one, places, region.cells, trip), counts, cutoffs_min=[cutoff_min])
        )
        for one in (network, without)
    )
    pairs = [travel_times(one, places, places, trip).minutes for one in (network, without)]
    areas = region.municipalities.loc[served]
    people, loss = areas["population"].astype(float), (before - after).reindex(served)
    order = loss.sort_values(ascending=False).index
    departures = float(ways.loc[ways["line"] == line, "departures"].sum())

    def tell(say: DossierWords) -> DossierText:
        what = say.counted(opportunity)
        lead = say(
            "lead_line", line=line, n=float(len(served)), people=say.n(float(people.sum())),
            hit=say.n(float(people[(loss > 0).to_numpy()].sum())), cutoff=cutoff_min, what=what,
        )  # fmt: skip
        rows = [
            [f"{areas['name'][code]} ({areas['country'][code]})",
             *(say.n(float(one[code])) for one in (people, before, after, -loss))]
            for code in order
        ]  # fmt: skip
        across = PageSection(
            say("minutes_across"),
            head=["", say("with_min"), say("without_min"), say("lost_min")],
            rows=_across(areas, pairs=pairs, say=say),
        )
        figures = [
            _concerned(
                say, what, cutoff_min, ["inhabitants", "with", "without", "change"], rows=rows
            ),
            *([across] if across.rows else []),
        ]
        interaction = say("interaction_line", line=line, departures=departures)
        sections = _file_sections(say, interaction, figures)
        return DossierText(say("title_line", line=line), lead, sections)

    provenance = region.provenance | trip_provenance(network, trip)
    return dossier_of(tell, provenance, language, shown={opportunity, trip.mode})


def _concerned(
    say: DossierWords, what: str, cutoff_min: float, head: Sequence[str], *, rows: list[list[str]]
) -> PageSection:
    """Return who is concerned: a row a place, under heads by their keys."""
    return PageSection(
        say("concerned", what=what, cutoff=cutoff_min),
        [say("from_main_place")],
        head=["", *map(say, head)],
        rows=rows,
    )


def _open(table: pd.DataFrame) -> pd.Series:
    """Return what is reached with an open border, by origin."""
    return table.drop_duplicates("id").set_index("id")["open"].astype("float64")


def _served(region: Region, stops: gpd.GeoDataFrame, line: str) -> list[str]:
    """Return the municipalities in which a line calls."""
    own = stops[[line in one.split(", ") for one in stops["lines"]]]
    at = municipality_at(
        region.municipalities, own.geometry.x.to_numpy(), own.geometry.y.to_numpy()
    )
    codes = region.municipalities.index.to_numpy()[at[at >= 0]]
    return list(dict.fromkeys(map(str, codes)))


def _across(
    areas: gpd.GeoDataFrame, *, pairs: Sequence[np.ndarray], say: DossierWords
) -> list[list[str]]:
    """Return minutes between places in two countries, with the line and without it."""
    names, country = areas["name"].tolist(), areas["country"].tolist()
    rows = []
    for i, one in enumerate(names):
        for j, other in enumerate(names):
            if i < j and country[i] != country[j] and not np.isnan(pairs[0][i, j]):
                first, last = float(pairs[0][i, j]), float(pairs[1][i, j])
                lost = say("not_reached") if np.isnan(last) else say.n(_lost(first, last))
                rows.append([f"{one} – {other}", say.n(first), say.n(last), lost])  # noqa: RUF001
    return rows


def _lost(first: float, last: float) -> float:
    """Return by how much longer a trip is told to be, beside minutes that are rounded."""
    return float(np.round(last) - np.round(first))


def _file_sections(
    say: DossierWords, interaction: str, figures: list[PageSection]
) -> list[PageSection]:
    """Return the parts of a cross-border file, with room for what the initiator alone can say."""
    return [
        PageSection(say("interaction"), [interaction]),
        PageSection(say("obstacle"), [say("obstacle_said")], blank=True),
        *figures,
        PageSection(say("why"), blank=True),
        PageSection(say("solution"), blank=True),
        PageSection(say("file"), [say("file_said")]),
    ]


def crossing_dossier(
    region: Region,
    network: Network,
    crossing: str,
    trip: Trip,
    *,
    cutoff_min: float = 45.0,
    opportunity: str = "jobs",
    language: Language = "nl",
) -> Dossier:
    """Write what a crossing of the border is worth: what is lost where it is closed.

    Parameters
    ----------
    region, network, trip, cutoff_min, opportunity, language
        As for :func:`line_dossier`.
    crossing
        The number of its road, or both (``N35/B54``); or its name or id, as
        :func:`grensgeo.critical_links` names it.

    Returns
    -------
    Dossier
        People who reach less without it, by municipality and by country, and whose way over the
        border becomes longer. A road with several crossings is closed at all of them.

    Raises
    ------
    InputError
        If there is no such crossing.
    """
    need_counted(region, opportunity)
    mine = _crossings_called(crossing, crossings(network, trip.mode, region))
    without = network
    for link in mine:
        without = link.closed(without)
    both = (network, without)
    counts = {opportunity: region.opportunities[opportunity]}
    before, after = (
        _open(
            reach(
                travel_times(one, region.places, region.cells, trip),
                counts,
                cutoffs_min=[cutoff_min],
            )
        )
        for one in both
    )
    # a detour is told however long it is
    whole = replace(trip, max_min=None)
    pairs = [travel_times(one, region.places, region.places, whole).minutes for one in both]
    areas = region.municipalities.loc[region.places.index]
    people = areas["population"].astype(float)
    loss = (before - after).reindex(areas.index)
    hit = loss > NOISE * before.reindex(areas.index)
    order = (loss * people)[hit].sort_values(ascending=False).index

    def tell(say: DossierWords) -> DossierText:
        what, name = say.counted(opportunity), ", ".join(dict.fromkeys(one.name for one in mine))
        lead = say(
            "lead_crossing" if hit.any() else "lead_crossing_none",
            name=name, n=say.n(float(people[hit].sum())), what=what, cutoff=cutoff_min,
            mode=say.by(trip.mode), towns=", ".join(areas.loc[order[:3], "name"]),
        )  # fmt: skip
        rows = [
            [f"{areas['name'][code]} ({areas['country'][code]})",
             *(say.n(float(one[code])) for one in (people, before, after, -loss)),
             say.share(-loss[code] / before[code])]
            for code in order[:_MOST_ROWS]
        ]  # fmt: skip
        heads = ["inhabitants", "with_it_open", "closed_crossing", "change", "change_share"]
        concerned = _concerned(say, what, cutoff_min, heads, rows=rows)
        noise = say("noise", share=say.share(NOISE).lstrip("+"))
        concerned = replace(concerned, texts=[*concerned.texts, noise])
        if len(order) > _MOST_ROWS:
            more = say("more_places", n=float(len(order) - _MOST_ROWS))
            concerned = replace(concerned, texts=[*concerned.texts, more])
        by_country = PageSection(
            say("by_country"),
            head=["", say("people_hit"), say("loss_of_them")],
            rows=[
                [
                    say.country(str(country)),
                    say.n(float(people[own].sum())),
                    say.n(-float((people * loss)[own].sum() / people[own].sum())),
                ]
                for country in sorted(set(areas["country"]))
                for own in [hit & (areas["country"] == country)]
                if people[own].sum() > 0
            ],
        )
        across = PageSection(
            say("minutes_across"),
            [say("minutes_across_said", minutes=cutoff_min)],
            head=["", say("with_it_open_min"), say("closed_crossing_min"), say("lost_min")],
            rows=_longer(areas, pairs, cutoff_min, say=say),
        )
        figures = [one for one in (concerned, by_country, across) if one.rows]
        interaction = say("interaction_crossing", name=name, mode=say.by(trip.mode))
        sections = _file_sections(say, interaction, figures)
        return DossierText(say("title_crossing", name=name), lead, sections)

    provenance = region.provenance | trip_provenance(network, trip)
    return dossier_of(tell, provenance, language, shown={opportunity, trip.mode})


def _crossings_called(crossing: str, known: Sequence[Link]) -> list[Link]:
    """Return the crossings of a name, a number of a road, both numbers of it, or an id."""
    called = _plain(crossing)
    mine = [
        one
        for one in known
        if called in map(_plain, (one.link, one.name, one.ref, *one.ref.split("/")))
    ]
    if mine:
        return mine
    names = _likest_first(called, dict.fromkeys(one.name for one in known))
    raise InputError(
        "name-unknown",
        f"{crossing}: no municipality, line or crossing of that name; crossings are "
        f"{some(names, most=12)}{nearest(crossing, [*names, *(one.link for one in known)])}",
    )


def _plain(name: str) -> str:
    """Return a name as names are compared: without case and spaces."""
    return name.casefold().replace(" ", "")


def _likest_first(called: str, names: Iterable[str]) -> list[str]:
    """Return names, those first that hold what is typed, then the nearest by spelling."""

    def unlike(name: str) -> tuple[bool, float]:
        plain = _plain(name)
        return called not in plain, -difflib.SequenceMatcher(None, plain, called).ratio()

    return sorted(names, key=unlike)


def _longer(
    areas: gpd.GeoDataFrame, pairs: Sequence[np.ndarray], cutoff_min: float, *, say: DossierWords
) -> list[list[str]]:
    """Return the trips between two countries that become longest, by whole minutes."""
    names, country = areas["name"].tolist(), areas["country"].to_numpy()
    first, last = pairs
    lost = np.where(np.isnan(last), np.inf, np.round(last) - np.round(first))
    apart = country[:, None] < country[None, :]
    rows, columns = np.nonzero(apart & (first <= cutoff_min) & (lost >= _LEAST_MIN))
    longest = np.lexsort((first[rows, columns], -lost[rows, columns]))[:_MOST_ROWS]
    return [
        [
            f"{names[i]} – {names[j]}",  # noqa: RUF001
            say.n(float(first[i, j])),
            say.n(float(last[i, j])) if np.isfinite(last[i, j]) else say("not_reached"),
            say.n(_lost(first[i, j], last[i, j])),
        ]
        for i, j in zip(rows[longest].tolist(), columns[longest].tolist(), strict=True)
    ]
