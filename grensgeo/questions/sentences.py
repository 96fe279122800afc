"""The sentence about a student, in three languages; of changes and links others tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo import words
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    import geopandas as gpd

    from grensgeo.questions.question_file import RegionQuestion
    from grensgeo.words import Text, Value


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
    text = words.text("questions.say.student")
    return {x: words.fill(text[x], values, x) for x in LANGUAGES}


def _hour(moments: list[str | None]) -> str:
    """Return the hour of the first moment that is given, as 08:30."""
    return next((str(one)[11:16] for one in moments if one is not None), "")
