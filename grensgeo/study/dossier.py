"""Dossiers on demand: a municipality, a line of public transport, or a crossing of the border.

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
from grensgeo.maps.dossier_page import Dossier, DossierSection
from grensgeo.measures import reach
from grensgeo.measures.long_reach import totals
from grensgeo.region.locating import municipality_at
from grensgeo.traveltimes import travel_times
from grensgeo.traveltimes.assumptions import trip_provenance
from grensgeo.traveltimes.line_shapes import line_shapes, stop_points

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import geopandas as gpd
    import pandas as pd

    from grensgeo.network import Network
    from grensgeo.region.region import Region
    from grensgeo.traveltimes import Trip
    from grensgeo.words import Language

#: Neighbours of a municipality that are listed.
_NEIGHBOURS = 12


class _DossierWords:
    """Words and numbers of a dossier in its language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, key: str, /, **values: str | float) -> str:
        text = words.text(f"dossier.text.{key}")[self.language]
        return words.fill(text, values, self.language)

    def n(self, value: float) -> str:
        """Return a count, or a dash where there is none."""
        if value != value:  # noqa: PLR0124  NaN
            return "–"  # noqa: RUF001
        return words.fill("{n}", {"n": round(value)}, self.language)

    def share(self, value: float) -> str:
        """Return a share of one in per cent."""
        return "–" if value != value else f"{100 * value:+.0f} %"  # noqa: PLR0124, RUF001

    def mode(self, name: str) -> str:
        """Return what a mode is called."""
        known = words.texts("terms.mode")
        return known[name][self.language] if name in known else name

    def counted(self, name: str) -> str:
        """Return what an opportunity is called."""
        known = words.texts("terms.opportunity")
        return known[name][self.language] if name in known else name


def municipality_dossier(
    region: Region,
    network: Network,
    code: str,
    *,
    trips: Mapping[str, Trip],
    cutoffs_min: Sequence[float] = (30, 45, 60),
    opportunity: str = "jobs",
    language: Language = "nl",
) -> Dossier:
    """Write what a municipality reaches from its main place, and what of it lies abroad.

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
    language
        In which it is written.

    Returns
    -------
    Dossier
        Reach by mode and cutoff, closed and open; neighbours; stations; sources.

    Raises
    ------
    InputError
        If the region has no such municipality or opportunity.
    """
    areas, say = region.municipalities, _DossierWords(language)
    if code not in areas.index:
        raise InputError(
            "id-unknown",
            f"{code}: no municipality of the region, line or crossing{nearest(code, areas.index)}",
        )
    _need_counted(region, opportunity)
    here, town = region.places.loc[[code]], areas.loc[code]
    counts = {opportunity: region.opportunities[opportunity]}
    rows, best = [], (0.0, 0.0)
    for name, trip in trips.items():
        times = travel_times(network, here, region.cells, trip)
        found = totals(reach(times, counts, cutoffs_min=cutoffs_min))
        for row in found.to_dict("records"):
            closed, opened = float(row["closed"]), float(row["open"])
            best = max(best, (opened - closed, float(row["cutoff_min"])))
            rows.append(
                [
                    say("by", mode=say.mode(name), cutoff=float(row["cutoff_min"])),
                    say.n(closed),
                    say.n(opened),
                    say.n(opened - closed),
                    say.share(opened / closed - 1 if closed else np.nan),
                ]
            )
    what = say.counted(opportunity)
    head = ["", say("closed"), say("open"), say("more"), say("effect")]
    lead = say("lead_town", name=str(town["name"]), n=say.n(best[0]), what=what, cutoff=best[1])
    return Dossier(
        say("title_town", name=str(town["name"])),
        lead,
        [
            DossierSection(
                say("reach", what=what),
                [say("from_main_place"), say("people", n=say.n(float(town["population"])))],
                head,
                rows,
            ),
            _neighbours(region, network, code, trips=trips, say=say),
            DossierSection(say("stations"), [_stations(region, code) or say("none")]),
        ],
        region.provenance | trip_provenance(network, *trips.values()),
        language,
    )


def _need_counted(region: Region, opportunity: str) -> None:
    """Raise unless the region counts something of a name."""
    known = list(region.opportunities)
    if opportunity not in known:
        raise InputError(
            "name-unknown", f"opportunity {opportunity}: the region has {', '.join(known)}"
        )


def _neighbours(
    region: Region, network: Network, code: str, *, trips: Mapping[str, Trip], say: _DossierWords
) -> DossierSection:
    """Return the municipalities that touch one, and the minutes between main places."""
    areas = region.municipalities
    shape = areas.geometry.loc[code].buffer(0.002)
    near = areas[areas.geometry.intersects(shape) & (areas.index != code)]
    near = near.sort_values("population", ascending=False)[:_NEIGHBOURS]
    here, there = region.places.loc[[code]], region.places.loc[near.index]
    minutes = {
        name: travel_times(network, here, there, one).minutes[0] for name, one in trips.items()
    }
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
    head = ["", say("inhabitants"), *(f"{say.mode(name)} (min)" for name in minutes)]
    return DossierSection(say("neighbours"), [], head, rows)


def _stations(region: Region, code: str) -> str:
    """Return the names of the stations in a municipality."""
    if region.base_map is None:
        return ""
    found = region.base_map.features
    found = found[found["layer"] == "station"].to_crs(4326)
    inside = found.geometry.within(region.municipalities.geometry.loc[code])
    return ", ".join(sorted({str(name) for name in found.loc[inside, "name"].dropna()}))


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
        In which it is written.

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

    say = _DossierWords(language)
    _need_counted(region, opportunity)
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
    people = region.municipalities.loc[served, "population"].astype(float)
    names, country = (
        region.municipalities.loc[served, "name"],
        region.municipalities.loc[served, "country"],
    )
    loss = (before - after).reindex(served)
    lead = say(
        "lead_line",
        line=line,
        n=float(len(served)),
        people=say.n(float(people.sum())),
        hit=say.n(float(people[(loss > 0).to_numpy()].sum())),
        cutoff=cutoff_min,
        what=say.counted(opportunity),
    )
    table = [
        [
            f"{names[code]} ({country[code]})",
            say.n(people[code]),
            say.n(float(before[code])),
            say.n(float(after[code])),
            say.n(float(-loss[code])),
        ]
        for code in loss.sort_values(ascending=False).index
    ]
    head = ["", say("inhabitants"), say("with"), say("without"), say("change")]
    return Dossier(
        say("title_line", line=line),
        lead,
        _file_sections(
            say,
            say(
                "interaction_line",
                line=line,
                departures=float(ways.loc[ways["line"] == line, "departures"].sum()),
            ),
            [
                DossierSection(
                    say("concerned", what=say.counted(opportunity), cutoff=cutoff_min),
                    [say("from_main_place")],
                    head,
                    table,
                ),
                DossierSection(
                    say("minutes_across"),
                    [],
                    ["", say("with_min"), say("without_min"), say("lost_min")],
                    _across(served, names, country, pairs=pairs, say=say),
                ),
            ],
        ),
        region.provenance | trip_provenance(network, trip),
        language,
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
    served: Sequence[str],
    names: pd.Series,
    country: pd.Series,
    *,
    pairs: Sequence[np.ndarray],
    say: _DossierWords,
) -> list[list[str]]:
    """Return minutes between places in two countries, with the line and without it."""
    rows = []
    for i, one in enumerate(served):
        for j, other in enumerate(served):
            if i < j and country[one] != country[other] and not np.isnan(pairs[0][i, j]):
                first, last = float(pairs[0][i, j]), float(pairs[1][i, j])
                lost = say("not_reached") if np.isnan(last) else say.n(last - first)
                rows.append([f"{names[one]} – {names[other]}", say.n(first), say.n(last), lost])  # noqa: RUF001
    return rows


def _file_sections(
    say: _DossierWords, interaction: str, figures: list[DossierSection]
) -> list[DossierSection]:
    """Return the parts of a cross-border file, with room for what the initiator alone can say."""
    return [
        DossierSection(say("interaction"), [interaction]),
        DossierSection(say("obstacle"), [say("obstacle_said")], blank=True),
        *figures,
        DossierSection(say("why"), [], blank=True),
        DossierSection(say("solution"), [], blank=True),
        DossierSection(say("file"), [say("file_said")]),
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

    say = _DossierWords(language)
    found = critical_links(
        Situation(region, network, {trip.mode: trip}),
        opportunity,
        cutoff_min=cutoff_min,
        kind="crossing",
    )
    table = found.table
    mine = table[
        (table["link"] == crossing) | (table["name"] == crossing) | (table["ref"] == crossing)
    ]
    if mine.empty:
        known = [*table["link"], *table["name"]]
        raise InputError(
            "name-unknown",
            f"{crossing}: no municipality, line or crossing of that name; crossings are "
            f"{some(table['name'], most=12)}{nearest(crossing, known)}",
        )
    head = ["", say("people_hit"), say("cut_off"), say("loss_mean"), say("hardest")]
    names = region.municipalities["name"]
    rows = [
        [
            str(row["name"]),
            say.n(float(row["people_affected"])),
            say.n(float(row["people_cut_off"])),
            say.n(-float(row["loss"])),
            str(names.get(row["hardest_hit"], row["hardest_hit"] or "")),
        ]
        for row in mine.to_dict("records")
    ]
    by = found.by_country[found.by_country["link"].isin(mine["link"])]
    per = [
        [str(row["country"]), say.n(float(row["people_affected"])), say.n(-float(row["loss"]))]
        for row in by.to_dict("records")
    ]
    hit = float(mine["people_affected"].sum())
    what = say.counted(opportunity)
    return Dossier(
        say("title_crossing", name=crossing),
        say("lead_crossing", name=crossing, n=say.n(hit), what=what, cutoff=cutoff_min),
        _file_sections(
            say,
            say("interaction_crossing", name=crossing, mode=say.mode(trip.mode)),
            [
                DossierSection(
                    say("concerned", what=what, cutoff=cutoff_min),
                    [say("from_main_place")],
                    head,
                    rows,
                ),
                DossierSection(
                    say("by_country"), [], ["", say("people_hit"), say("loss_mean")], per
                ),
            ],
        ),
        region.provenance | found.provenance,
        language,
    )
