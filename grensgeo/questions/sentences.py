"""The sentence that answers a question, in three languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo import words
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

    import geopandas as gpd

    from grensgeo.maps.trip_names import TripName
    from grensgeo.questions.question_file import RegionQuestion
    from grensgeo.questions.reach_change import ReachChange
    from grensgeo.words import Text, Value

#: A change of the mean by less than this share of it is told as none (what a map calls noise is
#: larger, and of one place).
_NOTHING = 1e-4


def change_sentence(question: RegionQuestion, change: ReachChange, trip: TripName) -> Text:
    """Return what a scenario brings the mean inhabitant, whom it brings most, and how many.

    Parameters
    ----------
    question
        What is asked.
    change
        What the scenario does.
    trip
        How the trip is called.
    """
    asked = question.reach
    what = "" if asked is None else asked.opportunity
    counted = words.texts("terms.opportunity").get(what, dict.fromkeys(LANGUAGES, what))
    gain = change.mean_after - change.mean
    kind = "same" if abs(gain) <= _NOTHING * change.mean else "more" if gain > 0 else "fewer"
    parts = [f"mean_{kind}"]
    told = change.table.dropna(subset=["difference"]).sort_values(
        ["difference", "region_code"], ascending=[gain < 0, True], kind="stable"
    )
    most = told.iloc[0] if len(told) else None
    if kind != "same" and most is not None:
        parts.append(f"most_{kind}")
    parts.append("people")
    values: dict[str, Value] = {
        "cutoff": round(question.cutoff_min),
        "mean": round(change.mean),
        "n": round(abs(gain)),
        "share": 100 * abs(gain) / change.mean if change.mean else 0.0,
        "place": "" if most is None else str(most["name"]),
        "most": 0 if most is None else round(abs(float(most["difference"]))),
        "better": round(change.better),
        "worse": round(change.worse),
    }
    by_language: dict[str, Mapping[str, Value]] = {
        x: {**values, "title": change.scenario.title[x], "by": trip.by[x], "counted": counted[x]}
        for x in LANGUAGES
    }
    return _said(parts, by_language)


def student_sentence(
    question: RegionQuestion, found: gpd.GeoDataFrame, there: gpd.GeoDataFrame, *, listed: int
) -> Text:
    """Return how many placements a student reaches and is home from in time.

    Parameters
    ----------
    question
        What is asked.
    found
        Placements within the cutoff both ways.
    there
        Placements within the cutoff on the way there.
    listed
        How many there are.
    """
    asked = question.student
    values: dict[str, Value] = {
        "cutoff": round(question.cutoff_min),
        "place": "" if asked is None else asked.place,
        "n": len(found),
        "across": int(found["across"].sum()),
        "there": len(there),
        "listed": listed,
        "start": _hour([trip.arrival for trip in question.trips.values()]),
        "end": _hour([trip.departure for trip in question.trips_home.values()]),
    }
    return _said(["student"], dict.fromkeys(LANGUAGES, values))


def _hour(moments: list[str | None]) -> str:
    """Return the hour of the first moment that is given, as 08:30."""
    return next((str(one)[11:16] for one in moments if one is not None), "")


def _said(parts: list[str], values: Mapping[str, Mapping[str, Value]]) -> Text:
    """Return sentences, filled in and joined, by language."""
    texts = [words.text(f"questions.say.{part}") for part in parts]
    return {x: " ".join(words.fill(text[x], values[x], x) for text in texts) for x in LANGUAGES}
