"""Which offers of a school's or an agency's export somebody reaches, and the way there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo import words
from grensgeo.errors import InputError
from grensgeo.grenswerk.placements import check_trips, minutes_to, quickest_of
from grensgeo.measures.matrix import last_within
from grensgeo.schema import OFFER_TIMES, OFFERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import geopandas as gpd
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.grenswerk.placements import Student
    from grensgeo.network import Network
    from grensgeo.traveltimes import Trip
    from grensgeo.traveltimes.router import Router
    from grensgeo.words import Language

#: Kinds of offers that a student who looks for a placement is shown.
SHOWN_KINDS = ("internship", "graduation", "apprenticeship", "job")


def offers_for(
    network: Network | Router,
    student: Student,
    offers: gpd.GeoDataFrame,
    *,
    trips: Mapping[str, Trip],
    cutoff_min: float,
) -> gpd.GeoDataFrame:
    """Find the offers within reach, on both sides of the border.

    Parameters
    ----------
    network
        The network.
    student
        Home or school, level, sectors, languages; kinds are those of
        :attr:`grensgeo.Student.opp_types`.
    offers
        :data:`grensgeo.schema.OFFERS`, as :func:`place_offers` gives them.
    trips
        Kinds of trips by name; to each offer the quickest counts.
    cutoff_min
        Minutes, door to door.

    Returns
    -------
    GeoDataFrame
        :data:`grensgeo.schema.OFFER_TIMES`, the nearest first, with the minutes of each trip as
        ``travel_time_NAME_min``. What an offer does not tell never rules it out: ``unsure``
        names it.

    Raises
    ------
    InputError
        If the table does not fit, a trip is by car and the student does not drive, or a trip ends
        before the cutoff.
    """
    import geopandas as gpd

    table = OFFERS.check(offers, where="offers")
    check_trips(trips, [cutoff_min], drives=student.drives)
    fits, unsure = _fitting(table, student)
    frame = gpd.GeoDataFrame(table[fits].reset_index(drop=True), geometry="geometry", crs=4326)
    minutes = minutes_to(network, student, frame, trips)
    least, mode = quickest_of(minutes, list(trips))
    frame = frame.assign(
        across=(frame["country"] != student.country).to_numpy(),
        unsure=unsure[fits],
        travel_time_min=least,
        mode=mode,
        **{f"travel_time_{name}_min": row for name, row in zip(trips, minutes, strict=True)},
    )
    frame = frame[frame["travel_time_min"] <= last_within(cutoff_min)]
    frame = frame.sort_values(["travel_time_min", "id"], kind="stable").reset_index(drop=True)
    return OFFER_TIMES.check(frame, where="offers")


def _fitting(
    table: pd.DataFrame, student: Student
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.object_]]:
    """Find which offers fit, and what they leave open."""
    fits = table["opp_type"].isin(student.opp_types).to_numpy(dtype=bool).copy()
    asked: list[tuple[str, list[bool], list[bool]]] = []
    if student.eqf is not None:
        low, high = table["eqf_min"].fillna(1), table["eqf_max"].fillna(8)
        right = ((low <= student.eqf) & (student.eqf <= high)).tolist()
        asked.append(("level", right, table["eqf_min"].notna().tolist()))
    if student.sectors:
        told = table["nace"].notna()
        right = [bool({*str(one).split()} & {*student.sectors}) for one in table["nace"]]
        asked.append(("sector", right, told.tolist()))
    if student.languages:
        language = table["language"]
        right = language.isin(student.languages).tolist()
        asked.append(("language", right, language.notna().tolist()))
    unsure = np.full(len(table), "", dtype=object)
    for name, right, told_ in asked:
        known = np.array(told_, dtype=bool)
        fits &= np.array(right, dtype=bool) | ~known
        unsure[~known] = [f"{said}, {name}".removeprefix(", ") for said in unsure[~known]]
    return fits, unsure


def ways_to(
    network: Network | Router,
    student: Student,
    offers: gpd.GeoDataFrame,
    *,
    trips: Mapping[str, Trip],
    language: Language = "en",
) -> list[str]:
    """Describe how one gets to each offer by its quickest trip.

    Parameters
    ----------
    network, student, trips
        As for :func:`offers_for`.
    offers
        What that gives.
    language
        In which it is told.

    Returns
    -------
    list of str
        Such as ``bicycle 6 min, RB64 Enschede 07:32 - Gronau 07:43, walk 5 min`` for a trip by
        timetable, and the mode alone for others.
    """
    import pandas as pd

    home = pd.DataFrame(
        {"id": ["home"], "lon": [student.lon], "lat": [student.lat], "country": [student.country]}
    )
    told: dict[tuple[float, float, str], str] = {}
    ways = []
    for row in range(len(offers)):
        there = offers.iloc[[row]]
        mode = str(there["mode"].iloc[0])
        point = there.geometry.iloc[0]
        key = (point.x, point.y, mode)
        if key not in told:
            told[key] = _way(network, (home, there), trips[mode], language)
        ways.append(told[key])
    return ways


def _way(
    network: Network | Router,
    ends: tuple[pd.DataFrame, gpd.GeoDataFrame],
    trip: Trip,
    language: Language,
) -> str:
    """Describe one way."""
    if trip.mode != "transit":
        return words.text(f"terms.mode.{trip.mode}")[language]
    from grensgeo.traveltimes import journeys

    middle = replace(trip, percentiles=(50,)) if trip.percentiles else trip
    try:
        legs = journeys(network, ends[0], ends[1][["id", "country", "geometry"]], middle)
    except InputError:
        return words.text("terms.mode.transit")[language]
    legs = legs[legs["percentile"] == legs["percentile"].iloc[0]] if len(legs) else legs
    return ", ".join(_leg(leg, language) for leg in legs.to_dict("records"))


def _leg(leg: Mapping[str, object], language: Language) -> str:
    """Describe one leg."""
    if leg["mode"] == "transit":
        said = {name: str(leg[name]) for name in ("line", "from_name", "to_name")}
        clock = {name: str(leg[name])[11:16] for name in ("departure", "arrival")}
        return words.fill(
            "{line} {from_name} {departure} - {to_name} {arrival}", said | clock, language
        )
    name = words.texts("terms.mode").get(str(leg["mode"]))
    minutes = round(float(str(leg["duration_min"])))
    called = words.text("offers.text.wait") if name is None else name
    return f"{called[language]} {minutes} min"


def sections_asked(given: Sequence[str], known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return sections of NACE Rev. 2 for letters and words of sectors.

    Parameters
    ----------
    given
        Letters, or words of ``known``.
    known
        Sections by word.

    Raises
    ------
    InputError
        If a word is not known.
    """
    from grensgeo.declared.option import nearest
    from grensgeo.listings.offer_words import plain

    found: dict[str, None] = {}
    for word in given:
        if len(word) == 1 and "A" <= word.upper() <= "U":
            found[word.upper()] = None
        elif plain(word) in known:
            found |= dict.fromkeys(known[plain(word)])
        else:
            raise InputError(
                "choice-unknown",
                f"sector {word!r} is not known; give sections of NACE Rev. 2 (A to U) or a word "
                f"such as techniek, zorg, Pflege, Metall{nearest(plain(word), known)}",
            )
    return tuple(sorted(found))
