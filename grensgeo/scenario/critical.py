"""Links ranked by the reach that their failure costs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from grensgeo import words
from grensgeo.errors import InputError
from grensgeo.modes import MODES
from grensgeo.notes import Note
from grensgeo.provenance import Provenance
from grensgeo.scenario.changed_reach import ChangedReach
from grensgeo.scenario.links import Link, LinkChoice, find_links
from grensgeo.scenario.origin_reach import OriginReach, ReachQuestion, mean_of
from grensgeo.scenario.ranking import Ranking
from grensgeo.schema import CRITICAL_LINKS, LINK_LOSSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas as gpd
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Flags, Floats
    from grensgeo.scenario.origin_reach import OriginMeasure
    from grensgeo.scenario.situation import Situation

#: Below this share of what is reached a difference is one of adding up in another order.
_SAME = 1e-12


@dataclass(frozen=True, eq=False)
class CriticalLinks(Ranking):
    """Links by what their failure costs.

    Attributes
    ----------
    table
        DataFrame (:data:`grensgeo.schema.CRITICAL_LINKS`), the costliest first.
    by_country
        DataFrame (:data:`grensgeo.schema.LINK_LOSSES`).
    links
        The links in the order of the table.
    question
        What was asked.
    reach
        What the mean inhabitant reaches with all of them.
    n_origins, n_origins_computed
        Origins of the question, and of how many reach was computed, over all links: of the others
        it is known that the link is on none of their ways.
    provenance
        Sources and assumptions.
    told
        What comes out in one sentence, by language.
    """

    table: pd.DataFrame
    by_country: pd.DataFrame
    links: tuple[Link, ...]
    question: ReachQuestion
    reach: float
    n_origins: int
    n_origins_computed: int
    provenance: Provenance
    told: words.Text

    def map(self) -> gpd.GeoDataFrame:
        """Return the table with the line or point of each link (EPSG:4326)."""
        import geopandas as gpd

        return gpd.GeoDataFrame(
            self.table.copy(), geometry=[link.geometry for link in self.links], crs=4326
        )

    def __repr__(self) -> str:
        return f"<CriticalLinks: {len(self.table)} links; {self.told['en']}>"

    def _repr_html_(self) -> str:
        """Return the sentence and the first rows for a notebook."""
        return f"<p>{self.told['en']}</p>{self.table.head(10).to_html(index=False)}"


def critical_links(  # noqa: PLR0913 - the options of a question and of a choice of links
    situation: Situation,
    opportunity: str = "jobs",
    *,
    cutoff_min: float = 45.0,
    kind: str = "section",
    refs: Sequence[str] = (),
    ways: Sequence[int] = (),
    lines: Sequence[str] = (),
    trip: str | None = None,
    origins: str = "places",
    areas: Sequence[str] = (),
    measure: OriginMeasure | None = None,
) -> CriticalLinks:
    """Rank links by the reach that their failure costs.

    Each figure is that of closing the link and computing reach anew, whatever else is ranked
    beside it. What makes it fast is that only those are computed again whose shortest ways the
    link is on, or who stand at it; that the others' reach stays is proved in
    :mod:`grensgeo.scenario.touched_origins`. Closed streets are new weights on the order that is
    there, of which only what lies above them is customised again. By public transport, and where
    foreign routing is forbidden, all origins are computed.

    Parameters
    ----------
    situation
        Region, network, trips and the terms of the border.
    opportunity
        What is counted, by the name that the region uses.
    cutoff_min
        Minutes, included.
    kind
        What a link is: ``section`` of a road between two junctions, ``ref`` (all of a road
        number), ``way`` of OpenStreetMap, ``bridge``, ``crossing`` of a border, ``line`` of public
        transport, ``line-section`` between two stops. Of a road with two carriageways each
        is a section of its own; ``ref`` takes both.
    refs, ways, lines
        Only roads of these numbers, these ways, these lines.
    trip
        Name of the trip; may be left out where the situation has one.
    origins
        Whose reach it is: ``places`` (main places, with all inhabitants of the municipality) or
        ``cells``.
    areas
        Areas of the region whose people count; all by default.
    measure
        Another measure than opportunities within the cutoff: a function of ``TravelTimes`` and
        region to a Series by ``from_id``. Of each origin by its own times alone: measures in which
        people compete for what they reach are none.

    Returns
    -------
    CriticalLinks
        Table, losses by country, map and sentence.

    Raises
    ------
    InputError
        With every fault at once: of the options, and of what the situation does not have.

    Source
    ------
    Jenelius, Petersen and Mattsson (2006), Importance and exposure in road network vulnerability
    analysis, Transportation Research Part A 40(7), 537-560: a link is as important as what its
    closure costs; with reach in place of generalised cost, as Taylor (2008), Critical transport
    infrastructure in urban areas.
    """
    question = ReachQuestion(opportunity, cutoff_min, trip, origins, tuple(areas))
    choice = LinkChoice(kind, tuple(refs), tuple(ways), tuple(lines))
    reach = OriginReach.of(situation, question, measure=measure)
    network, region = situation.network, situation.region
    if network is None or region is None:
        raise InputError("part-not-given", "critical links need a region and a network")
    mode = reach.trip.mode if reach.trip.mode in MODES else reach.trip.access
    links = find_links(network, choice, mode=mode, region=region)
    changed = ChangedReach(reach, situation)
    makers = [partial(_without, situation, link) for link in links]
    after = [values for _, values in changed.after_each(makers)]
    return _ranked(changed, links, after, provenance=_provenance(situation, reach, changed))


def _without(situation: Situation, link: Link) -> Situation:
    """Return a situation without a link."""
    network = situation.network
    return situation if network is None else replace(situation, network=link.closed(network))


def _provenance(situation: Situation, reach: OriginReach, changed: ChangedReach) -> Provenance:
    """Return sources and assumptions."""
    notes = [Note("ranking.links-alone")]
    if reach.question.origins == "places":
        notes.append(Note("ranking.people-at-places"))
    lost = np.isnan(changed.before) & (reach.people > 0)
    if lost.any():
        example = str(reach.names[lost][0])
        notes.append(
            Note("ranking.not-known", people=int(reach.people[lost].sum()), example=example)
        )
    result = Provenance(notes=tuple(notes))
    for part in (situation.network, situation.region):
        result = result if part is None else part.provenance | result
    return result


def _ranked(
    changed: ChangedReach, links: list[Link], after: list[Floats], *, provenance: Provenance
) -> CriticalLinks:
    """Return the links in the order of what they cost."""
    import pandas as pd

    reach, before = changed.reach, changed.before
    known = ~np.isnan(before)
    people = np.where(known, reach.people, 0.0)
    held = np.nan_to_num(before)
    mean = mean_of(people, held)
    rows, by_country = [], []
    for link, values in zip(links, after, strict=True):
        lost = held - np.where(known, np.nan_to_num(values), 0.0)
        lost[np.abs(lost) <= _SAME * held] = 0.0
        loss, hit = mean_of(people, lost), (lost != 0) & (people > 0)
        hardest = int(np.argmax(lost))
        rows.append(
            {
                "link": link.link,
                "kind": link.kind,
                "name": link.name,
                "ref": link.ref,
                "loss": loss,
                "loss_share": loss / mean if mean else np.nan,
                "people_affected": float(people[hit].sum()),
                "people_cut_off": float(people[known & np.isnan(values)].sum()),
                "hardest_hit": str(reach.names[hardest]) if lost[hardest] > 0 else None,
            }
        )
        by_country += [
            {"link": link.link} | row
            for row in _by_country(reach.countries, people, lost, hit=hit)
        ]
    table = pd.DataFrame(rows)
    table.insert(0, "rank", table["loss"].rank(method="min", ascending=False).astype("int64"))
    order = np.lexsort((table["link"], -table["people_affected"], table["rank"]))
    table = CRITICAL_LINKS.check(table.iloc[order].reset_index(drop=True))
    return CriticalLinks(
        table=table,
        by_country=LINK_LOSSES.check(pd.DataFrame(by_country)),
        links=tuple(links[place] for place in order.tolist()),
        question=reach.question,
        reach=mean,
        n_origins=len(reach),
        n_origins_computed=changed.n_origins_computed,
        provenance=provenance,
        told=_told(table, reach),
    )


def _by_country(
    countries: npt.NDArray[np.object_], people: Floats, lost: Floats, *, hit: Flags
) -> list[dict[str, object]]:
    """Return the losses by country of the origins."""
    return [
        {
            "country": str(country),
            "loss": mean_of(people[own], lost[own]),
            "people_affected": float(people[own & hit].sum()),
        }
        for country in sorted(set(countries.tolist()))
        for own in [countries == country]
    ]


def _told(table: pd.DataFrame, reach: OriginReach) -> words.Text:
    """Return in a sentence of each language which link costs most."""
    first = table.iloc[0]
    measured = "measured" if reach.measure is not None else "one"
    told = words.text(f"rankings.critical.{measured if first['loss'] > 0 else 'none'}")
    loss = float(first["loss"])
    result: words.Text = {}
    for language in words.LANGUAGES:
        values = reach.said(language) | {
            "n": len(table),
            "name": str(first["name"]),
            "loss": round(loss) if loss >= 10 else round(loss, 1),
            "share": round(100 * float(np.nan_to_num(first["loss_share"])), 1),
            "people": round(float(first["people_affected"])),
            "hardest": str(first["hardest_hit"] or ""),
        }
        result[language] = words.fill(told[language], values, language)
    return result
