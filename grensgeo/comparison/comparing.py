"""Two situations, or two tables of reach, held against each other."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo import words
from grensgeo.comparison.added_up import AddedUp
from grensgeo.comparison.cell_figures import CellFigures
from grensgeo.comparison.change_tables import ChangeTables
from grensgeo.comparison.change_words import Spoken
from grensgeo.comparison.compared import Comparison
from grensgeo.comparison.measuring import Asked, Measured, measure, parts_of
from grensgeo.comparison.paired_draws import Draws, draw_both
from grensgeo.comparison.people_concerned import ChangeLimits
from grensgeo.comparison.places_compared import ComparedPlaces
from grensgeo.comparison.scenario_parts import Apart
from grensgeo.errors import Faults, GrensgeoWarning, InputError, listening, some
from grensgeo.maps.base import municipalities
from grensgeo.maps.trip_names import common, served, trip_name
from grensgeo.measures.contradictions import check_reach
from grensgeo.notes import Note
from grensgeo.provenance import Provenance
from grensgeo.scenario import Scenario, Situation, combine_scenarios
from grensgeo.traveltimes.departing import departing, departure_notes
from grensgeo.traveltimes.vehicles import vehicles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import geopandas as gpd
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.maps.trip_names import TripName
    from grensgeo.region.region import Region

#: Cutoffs where nobody says which, minutes: those of the sample's study.
CUTOFFS_MIN = (30.0, 45.0, 60.0)
#: What a table of reach without a column ``mode`` is of.
_ANY_TRIP = "any"


def compare(
    before: Situation | pd.DataFrame,
    after: Situation | Scenario | Sequence[Scenario] | pd.DataFrame,
    *,
    cutoffs_min: Sequence[float] = CUTOFFS_MIN,
    opportunities: Sequence[str] | None = None,
    areas: Sequence[str] | None = None,
    to: Sequence[str] | None = None,
    region: Region | None = None,
    title: Mapping[str, str] | str | None = None,
    limits: ChangeLimits | None = None,
    draws: Draws | int | None = None,
) -> Comparison:
    """Compare two situations: what changes for whom, in reach, border effect and travel time.

    Parameters
    ----------
    before
        The baseline: a situation with region, network and trips, or a table of reach
        (``schema.REACH``) by cell or municipality.
    after
        What it is held against: a scenario, which is applied to the baseline, several that are
        applied together, another situation with trips of the same names, or another table.
    cutoffs_min
        Cutoffs of reach; of tables, those that both have.
    opportunities
        What is counted, the first told in sentences; all that the region has, the most numerous
        first, by default.
    areas
        Areas of the region whose inhabitants are asked about (``twente``); all by default.
    to
        Municipalities to whose main places travel times are compared, by code or name; by default
        the most populous one of each country in these areas. None is asked about by ``()``.
    region
        Of tables: who lives where. Without it nobody is counted.
    title
        What the change is called, by language; that of the scenario by default.
    limits
        What is much, and what noise.
    draws
        How often what is not known is drawn, the same on both sides (:class:`Draws`, or how many);
        by default nothing is. Each draw takes as long as the comparison itself where trips by
        timetable are among them, or speeds are drawn.

    Returns
    -------
    Comparison
        With ``.table()``, ``.cells()``, ``.sentence(language)``, ``.map()``, of draws
        ``.statement(...)``, and of several scenarios ``.parts()``.

    Raises
    ------
    InputError
        If a situation lacks a part, the two have no trips in common, or are of other cells, and
        for areas, places, opportunities and cutoffs that are not there; for draws of tables, and
        where nothing can be drawn.

    Warns
    -----
    GrensgeoWarning
        Once whatever reach and travel times warn of, on either side.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"country": "NL", "cutoff_min": 45, "opportunity": "jobs", "to_country": "NL",
    ...        "reach": 100.0, "closed": 100.0, "open": 100.0, "border_effect": 0.0}
    >>> now = pd.DataFrame([{"id": "GM0153", **row}, {"id": "GM0168", **row}])
    >>> then = now.assign(reach=[130.0, 100.0], closed=[130.0, 100.0], open=[130.0, 100.0])
    >>> found = compare(now, then).table()
    >>> found.loc[found["measure"] == "reach", ["id", "difference", "state"]].values.tolist()
    [['GM0153', 30.0, 'gain'], ['GM0168', 0.0, 'same']]
    """
    import pandas as pd

    limits = limits or ChangeLimits()
    if isinstance(before, pd.DataFrame) and isinstance(after, pd.DataFrame):
        if draws is not None:
            raise InputError("option-unfit", "draws: of two situations, not of tables of reach")
        return _of_tables(before, after, region=region, title=title, limits=limits)
    several = _several(after)
    if several:
        after = combine_scenarios("-and-".join(one.name for one in several), several)
    if not isinstance(before, Situation) or not isinstance(after, Situation | Scenario):
        raise InputError(
            "type-wrong",
            f"compare: {type(before).__name__} with {type(after).__name__}; give two situations, "
            "a situation and a scenario (or several), or two tables of reach",
        )
    if isinstance(after, Scenario):
        title = title or after.title
        after = after.apply(before)
    asked = _asked(
        before,
        after,
        cutoffs_min=cutoffs_min,
        opportunities=opportunities,
        areas=areas,
        to=to,
    )
    before, after, usual = _at_one_moment(before, after)
    here, there = parts_of(before)[0], parts_of(after)[0]
    places = ComparedPlaces.of_region(here, asked.cells, there)
    drawn = None
    if draws is not None:
        draws = draws if isinstance(draws, Draws) else Draws(draws)
    with _said_once():
        old, new = measure(before, asked), measure(after, asked)
        if draws is not None:
            drawn = draw_both(
                before, after, asked, central=(old, new), places=places, limits=limits, draws=draws
            )
    spoken = Spoken(
        None if title is None else words.in_every_language(title),
        _called(before, asked),
        dict(asked.to["name"]),
        {name: before.trips[name].max_min for name in asked.trips},
    )
    sums, told = drawn or (None, ())
    level = Draws.level if draws is None else draws.level
    changes = _changes(old, new, places, limits=limits, drawn=sums, level=level)
    told_by = _rests_on(old, new, places, (*usual, *told))
    apart = Apart(before, several, asked) if several else None
    return Comparison(old, new, changes, here, spoken, told_by, apart)


def _at_one_moment(
    before: Situation, after: Situation
) -> tuple[Situation, Situation, tuple[Note, ...]]:
    """Return both with the departures that the baseline takes where trips give none, and notes."""
    network = parts_of(before)[1]
    notes = [note for trip in before.trips.values() for note in departure_notes(network, trip)]
    sides = [
        replace(side, trips={name: departing(network, one) for name, one in side.trips.items()})
        for side in (before, after)
    ]
    return sides[0], sides[1], tuple(dict.fromkeys(notes))


def _several(after: object) -> tuple[Scenario, ...]:
    """Return the scenarios of a sequence of them; none of anything else."""
    if not isinstance(after, list | tuple) or not after:
        return ()
    return tuple(after) if all(isinstance(one, Scenario) for one in after) else ()


def _changes(
    old: Measured,
    new: Measured,
    places: ComparedPlaces,
    *,
    limits: ChangeLimits,
    drawn: AddedUp | None = None,
    level: float = Draws.level,
) -> ChangeTables:
    """Return the changes between two situations."""
    sums = AddedUp.of(old.figures, new.figures, places, limits)
    keys = old.figures.reach_keys, old.figures.time_keys
    return ChangeTables(*keys, places, sums, drawn, limits, level)


def _rests_on(
    old: Measured, new: Measured, places: ComparedPlaces, told: tuple[Note, ...]
) -> Provenance:
    """Return what a comparison rests on."""
    moved = float(np.abs(places.people_after - places.people).sum())
    if moved:
        told = (*told, Note("comparison.people-change", n=round(moved)))
    return old.provenance | new.provenance | Provenance(notes=told)


def _asked(
    before: Situation,
    after: Situation,
    *,
    cutoffs_min: Sequence[float],
    opportunities: Sequence[str] | None,
    areas: Sequence[str] | None,
    to: Sequence[str] | None,
) -> Asked:
    """Return what is asked of both situations, or raise with all that cannot be."""
    (here, _), (there, _) = parts_of(before), parts_of(after)
    faults = Faults()
    both = [name for name in before.trips if name in after.trips]
    if not both:
        faults.add(
            "nothing-in-common",
            f"trips: {some(before.trips)} before and {some(after.trips)} after; name one alike",
        )
    offered = list(here.opportunities)
    counted = list(opportunities) if opportunities is not None else _by_number(here)
    unknown = [name for name in counted if name not in offered or name not in there.opportunities]
    if unknown or not counted:
        faults.add(
            "id-unknown",
            f"opportunities: {some(unknown) or 'none'}; the region has {some(offered)}",
        )
    only = here.cells.index.symmetric_difference(there.cells.index)
    if len(only):
        faults.add("ids-differ", f"cells of one of the two regions only: {some(only)}")
    if faults:
        raise InputError.of(faults, where="compare")
    part = here if areas is None else here.select(area=tuple(areas))
    return Asked(
        part.cells.index.to_numpy(dtype=object),
        _destinations(here, part, to),
        tuple(counted),
        tuple(float(one) for one in cutoffs_min),
        tuple(both),
    )


def _by_number(region: Region) -> list[str]:
    """Return the opportunities of a region of which any is known, the most numerous first."""
    total = {name: float(region.opportunities[name].sum()) for name in region.opportunities}
    known = [name for name in total if region.opportunities[name].notna().any()]
    return sorted(known, key=lambda name: (-total[name], name))


def _destinations(region: Region, part: Region, to: Sequence[str] | None) -> gpd.GeoDataFrame:
    """Return the main places to which travel times are compared."""
    places = region.places
    if to is None:
        most = part.municipalities.sort_values("population", ascending=False, kind="stable")
        return places.loc[list(most.drop_duplicates("country").index)]
    codes, faults = [], Faults()
    for wanted in [to] if isinstance(to, str) else to:
        named = places.index[(places.index == wanted) | (places["name"] == wanted)]
        if len(named) == 1:
            codes.append(named[0])
        elif len(named):
            faults.add("name-twice", f"to: several places are called {wanted!r}: {some(named)}")
        else:
            faults.add("id-unknown", f"to: no municipality {wanted!r} in the region")
    if faults:
        raise InputError.of(faults, where="compare")
    return places.loc[codes]


def _called(before: Situation, asked: Asked) -> dict[str, TripName]:
    """Return how the trips are called."""
    region, network = parts_of(before)
    found = {}
    for name in asked.trips:
        trip = before.trips[name]
        stops = vehicles(network, trip)
        kinds = {} if stops is None else served(municipalities(region), stops)
        found[name] = trip_name(trip, common(kinds))
    return found


def _of_tables(
    before: pd.DataFrame,
    after: pd.DataFrame,
    *,
    region: Region | None,
    title: Mapping[str, str] | str | None,
    limits: ChangeLimits,
) -> Comparison:
    """Compare two tables of reach."""
    known = None if region is None else dict(region.countries)
    named = {"baseline": before, "scenario": after}
    tables = {}
    for where, table in named.items():
        rows = check_reach(table, known=known, where=where)
        several = sorted(set(rows.get("scenario", ())))
        if len(several) > 1:
            raise InputError(
                "scenarios-mixed", f"{where}: rows of several scenarios: {some(several)}"
            )
        tables[where] = rows if "mode" in rows else rows.assign(mode=_ANY_TRIP)
    old, new = (tables[where] for where in named)
    order = list(dict.fromkeys(old["id"]))
    ids = np.array(order, dtype=object)
    only = set(old["id"]) ^ set(new["id"])
    if only:
        raise InputError(
            "ids-differ", f"compare: places in one of the two only: {some(sorted(only))}"
        )
    old, new = _in_common(old, new)
    if region is None:
        countries = old.drop_duplicates("id").set_index("id")["country"]
        told = old.drop_duplicates("id").set_index("id")
        names = told["name"] if "name" in told else told["country"].iloc[:0]
        places = ComparedPlaces.of_table(ids, list(countries.loc[order]), names)
    else:
        _hold_ids(ids, region)
        places = ComparedPlaces.of_region(region, ids)
    one, two = (Measured(CellFigures.of(table, ids=ids), table) for table in (old, new))
    spoken = Spoken(None if title is None else words.in_every_language(title), {}, {}, {})
    changes = _changes(one, two, places, limits=limits)
    return Comparison(one, two, changes, region, spoken, _rests_on(one, two, places, ()))


def _hold_ids(ids: npt.NDArray[np.object_], region: Region) -> None:
    """Raise unless ids are all municipalities or all cells of a region."""
    for known in (region.municipalities.index, region.cells.index):
        if set(ids) <= set(known):
            return
    strange = set(ids) - set(region.cells.index)
    raise InputError(
        "id-unknown",
        "compare: ids that are neither all municipalities nor all cells of the region: "
        f"{some(sorted(strange))}",
    )


def _in_common(old: pd.DataFrame, new: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the rows of trips, cutoffs and opportunities that both tables have."""
    keys = ["mode", "opportunity", "cutoff_min"]
    both = old[keys].drop_duplicates().merge(new[keys].drop_duplicates())
    if both.empty:
        raise InputError(
            "nothing-in-common",
            "compare: baseline and scenario have no mode, cutoff and opportunity in common",
        )
    # in the order of the baseline, so that the figures of both stand in one order
    return both.merge(old, on=keys), both.merge(new, on=keys)


@contextmanager
def _said_once() -> Iterator[None]:
    """Warn once of what both sides warn of."""
    with listening() as told:
        yield
    faults = {str(fault): fault for one in told for fault in one.faults}
    if faults:
        warnings.warn(GrensgeoWarning.of(list(faults.values())), stacklevel=4)
