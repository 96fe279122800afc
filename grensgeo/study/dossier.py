"""Dossiers of a line of public transport or a crossing, laid out as a cross-border file.

A dossier of a line or a crossing is laid out as a cross-border file under Regulation (EU) 2025/925
(BRIDGEforEU) asks: the interaction and its context, the obstacle, why it should be resolved, what
it does to the region, where and for whom; what only the initiator can say is left blank. Source:
that regulation, Articles 3 (obstacle: a legal or administrative provision or practice), 7 to 9.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo import words
from grensgeo.declared.option import nearest
from grensgeo.errors import InputError, some
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
    from collections.abc import Sequence

    import geopandas as gpd
    import pandas as pd

    from grensgeo.maps.dossier_page import Dossier
    from grensgeo.network import Network
    from grensgeo.region.region import Region
    from grensgeo.traveltimes import Trip
    from grensgeo.words import Language


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

    return dossier_of(tell, region.provenance | trip_provenance(network, trip), language)


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
                lost = say("not_reached") if np.isnan(last) else say.n(last - first)
                rows.append([f"{one} – {other}", say.n(first), say.n(last), lost])  # noqa: RUF001
    return rows


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
        Its id or name, as :func:`grensgeo.critical_links` names it.

    Returns
    -------
    Dossier
        People whose reach is another without it, by country, and who is hit hardest.

    Raises
    ------
    InputError
        If there is no such crossing.
    """
    from grensgeo.scenario import Situation, critical_links

    need_counted(region, opportunity)
    known = crossings(network, trip.mode, region)
    mine = [one for one in known if crossing in (one.link, one.name, *one.ref.split("/"))]
    if not mine:
        names = list(dict.fromkeys(one.name for one in known))
        raise InputError(
            "name-unknown",
            f"{crossing}: no municipality, line or crossing of that name; crossings are "
            f"{some(names, most=12)}{nearest(crossing, [*names, *(one.link for one in known)])}",
        )
    links = {one.link for one in mine}
    found = critical_links(
        Situation(region, network, {trip.mode: trip}),
        opportunity,
        cutoff_min=cutoff_min,
        kind="crossing",
        ways=_ways_at(network, links),
    )
    table = found.table[found.table["link"].isin(links)]
    per_country = found.by_country[found.by_country["link"].isin(links)]
    names = region.municipalities["name"]
    hit = float(table["people_affected"].max())

    def tell(say: DossierWords) -> DossierText:
        what = say.counted(opportunity)
        rows = [
            [str(row["name"]),
             *(say.n(float(row[name])) for name in ("people_affected", "people_cut_off")),
             say.n(-float(row["loss"])),
             str(names.get(row["hardest_hit"], row["hardest_hit"] or ""))]
            for row in table.to_dict("records")
        ]  # fmt: skip
        by_country = [
            [say.country(str(row["country"])), say.n(float(row["people_affected"])),
             say.n(-float(row["loss"]))]
            for row in per_country.to_dict("records")
        ]  # fmt: skip
        heads = ["people_hit", "cut_off", "loss_mean", "hardest"]
        figures = [
            _concerned(say, what, cutoff_min, heads, rows=rows),
            PageSection(
                say("by_country"),
                head=["", say("people_hit"), say("loss_mean")],
                rows=by_country,
            ),
        ]
        interaction = say("interaction_crossing", name=crossing, mode=say.mode(trip.mode))
        lead = say("lead_crossing", name=crossing, n=say.n(hit), what=what, cutoff=cutoff_min)
        sections = _file_sections(say, interaction, figures)
        return DossierText(say("title_crossing", name=crossing), lead, sections)

    return dossier_of(tell, region.provenance | found.provenance, language)


def _ways_at(network: Network, links: set[str]) -> list[int]:
    """Return the ways on which crossings lie, which are named after their vertex."""
    streets = network.streets
    numbers = [int(link.rpartition("-")[2]) for link in links]
    at = np.flatnonzero(np.isin(streets.vertex_id, numbers))
    meets = np.isin(streets.tail, at) | np.isin(streets.head, at)
    return sorted(set(streets.way_id[meets].tolist()))
