"""Indicators: what each figure measures, its permanent id, and what it is called."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from grensgeo import words
from grensgeo.errors import InputError, some

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from grensgeo.words import Text

#: The longest id that the databases of statistics offices take as the name of a column.
LONGEST_ID = 46
BASELINE = "baseline"
#: What tells one indicator from another.
IDENTITY = (
    "opportunity", "measure", "least", "trip", "cutoff_min", "radius_km", "scenario_id"
)  # fmt: skip
_HASH = 8


@dataclass(frozen=True)
class FeedMeasure:
    """What is computed of an opportunity.

    Attributes
    ----------
    border
        Which border it knows: closed in full, open, one compared with the other, or none.
    unit
        Of its values; empty where it is that of the opportunity.
    aggregation
        How cells become regions.
    decimals
        How many are shown.
    ratio
        Measures above and below its line, where it is one.
    of_border
        Whether there is none where there is one country.
    of_norm
        Whether it counts people below a norm.
    of_facility
        Whether it is of what is nearest, with a name of its own.
    """

    border: str
    unit: str = ""
    aggregation: str = "weighted_mean"
    decimals: int = 1
    ratio: tuple[str, str] = ("", "")
    of_border: bool = False
    of_norm: bool = False
    of_facility: bool = False

    @property
    def summable(self) -> bool:
        """Whether values of regions may be added up."""
        return self.aggregation == "sum"


def _ratio(
    above: str,
    below: str,
    border: str = "compared",
    *,
    of_border: bool = False,
    of_norm: bool = False,
) -> FeedMeasure:
    return FeedMeasure(border, "ratio", "ratio", 3, (above, below), of_border, of_norm)


#: The border of figures that know the own country alone.
CLOSED = "closed_destinations"


def _nearness() -> dict[str, FeedMeasure]:
    """Return the measures of proximity: of all countries, and of the own one alone."""
    kinds = {
        "nearest_min": ("min", "weighted_mean"),
        "median_min": ("min", "weighted_median"),
        "nearest_km": ("km", "weighted_mean"),
        "median_km": ("km", "weighted_median"),
        "within": ("", "weighted_mean"),
    }
    found = {
        f"{name}{ending}": FeedMeasure(
            border, unit, aggregation, of_border=bool(ending), of_facility=True
        )
        for name, (unit, aggregation) in kinds.items()
        for ending, border in (("", "open"), ("_closed", CLOSED))
    }
    found["people_nearest_across"] = FeedMeasure(
        "compared", "people", "sum", 0, of_border=True, of_facility=True
    )
    found["share_nearest_across"] = FeedMeasure(
        "compared", "ratio", "ratio", 3, ("people_nearest_across", "population"),
        of_border=True, of_facility=True,
    )  # fmt: skip
    return found


#: Every measure of the feed, named in ``words/monitor.toml``.
MEASURES: Mapping[str, FeedMeasure] = MappingProxyType(
    {
        "closed": FeedMeasure(CLOSED, of_border=True),
        "open": FeedMeasure("open"),
        "across": FeedMeasure("compared", of_border=True),
        "border_effect": _ratio("across", "closed", of_border=True),
        "share_across": _ratio("across", "open", of_border=True),
        "share_without_ride": _ratio("", "open", "open"),
        "change": FeedMeasure("open"),
        "relative_change": _ratio("change", "open", "open"),
        "people_below": FeedMeasure("open", "people", "sum", 0, of_norm=True),
        "share_below": _ratio("people_below", "population", "open", of_norm=True),
        "people_below_closed": FeedMeasure(
            CLOSED, "people", "sum", 0, of_border=True, of_norm=True
        ),
        "share_below_closed": _ratio(
            "people_below_closed", "population", CLOSED, of_border=True, of_norm=True
        ),
        "population": FeedMeasure("none", "people", "sum", 0),
        **_nearness(),
    }
)


def indicator_id(identity: Mapping[str, Any]) -> str:
    """Return the permanent id of an indicator: a letter, then a-z, 0-9 and _, 46 at most.

    Parameters
    ----------
    identity
        What tells it from others, by :data:`IDENTITY`.

    Returns
    -------
    str
        The same for the same indicator, whatever else is published. A name that does not fit is
        shortened, and told apart by a checksum of the whole.

    Examples
    --------
    >>> jobs = {"opportunity": "jobs", "measure": "open", "trip": "car", "cutoff_min": 45.0}
    >>> indicator_id(jobs)
    'jobs_open_car_45min'
    >>> indicator_id(jobs | {"scenario_id": "rb64-and-a-very-long-name-for-it"})
    'jobs_open_car_45min_rb64_and_a_very_l_4a724da5'
    """
    parts = [str(identity["opportunity"])]
    if identity["measure"] != identity["opportunity"]:
        parts.append(str(identity["measure"]))
    if _is_number(identity.get("least")):
        parts.append(f"{identity['least']:g}")
    if identity.get("trip"):
        parts.append(str(identity["trip"]))
    if _is_number(identity.get("cutoff_min")):
        parts.append(f"{identity['cutoff_min']:g}min")
    if _is_number(identity.get("radius_km")):
        parts.append(f"{identity['radius_km']:g}km")
    if identity.get("scenario_id", BASELINE) != BASELINE:
        parts.append(str(identity["scenario_id"]))
    whole = "_".join(parts)
    plain = unicodedata.normalize("NFKD", whole).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^a-z0-9]", "_", plain)
    fits = plain.replace("_", "-") == whole.replace("_", "-")
    if fits and len(plain) <= LONGEST_ID and plain[0].isalpha():
        return plain
    told = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_HASH]
    plain = plain if plain[:1].isalpha() else f"i_{plain}"
    return f"{plain[: LONGEST_ID - _HASH - 1].rstrip('_')}_{told}"


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and value == value  # noqa: PLR0124 - NaN is none


def indicator_rows(
    kinds: pd.DataFrame,
    called: Mapping[str, Text],
    scenarios: Mapping[str, Text],
    *,
    countries: int,
) -> pd.DataFrame:
    """Return the indicators of the feed (``schema.INDICATORS``), sorted by id.

    Parameters
    ----------
    kinds
        ``indicator_id`` with :data:`IDENTITY`, each once.
    called
        How a trip is called in a sentence, by its id and language.
    scenarios
        Titles of scenarios by name.
    countries
        How many countries are shown.

    Raises
    ------
    InputError
        If two indicators have one id.
    """
    import pandas as pd

    from grensgeo.schema import INDICATORS

    twice = kinds[kinds["indicator_id"].duplicated()]
    if len(twice):
        raise InputError(
            "id-twice",
            f"indicators: several have one id: {some(twice['indicator_id'])}; "
            "rename a trip, scenario or opportunity",
        )
    rows = []
    for record in kinds.to_dict("records"):
        one = {str(name): value for name, value in record.items()}
        measure = MEASURES[one["measure"]]
        told = _told(one, called, scenarios, countries=countries)
        above, below = (_of_ratio(one, name) for name in measure.ratio)
        rows.append(
            {
                "indicator_id": one["indicator_id"],
                **told,
                "unit": measure.unit or one["opportunity"],
                "aggregation": measure.aggregation,
                "weight": "population" if measure.aggregation.startswith("weighted") else None,
                "numerator": above,
                "denominator": below,
                "decimals": measure.decimals,
                "summable": measure.summable,
                "kind": kind_of(one),
            }
        )
    columns = [column.name for column in INDICATORS.columns]
    return pd.DataFrame(rows, columns=columns).sort_values("indicator_id", ignore_index=True)


def kind_of(identity: Mapping[str, Any]) -> str:
    """Return whether an indicator is counted, of a model, or of a scenario."""
    if identity["measure"] == "population":
        return "counted"
    return "model" if identity["scenario_id"] == BASELINE else "scenario"


def _of_ratio(one: Mapping[str, Any], name: str) -> str | None:
    """Return the id of the indicator above or below the line of a ratio."""
    if not name:
        return None
    if name == "population":
        return name
    other = {**one, "measure": name}
    if one["measure"] == "relative_change" and name == "open":
        other["scenario_id"] = BASELINE
    return indicator_id(other)


def _told(
    one: Mapping[str, Any],
    called: Mapping[str, Text],
    scenarios: Mapping[str, Text],
    *,
    countries: int,
) -> dict[str, str]:
    """Return names, descriptions and units in each language; the id where there are no words."""
    opportunity, name, scenario = str(one["opportunity"]), str(one["measure"]), one["scenario_id"]
    measure = MEASURES[name]
    what = (
        words.texts("terms.opportunity").get(opportunity)
        or words.texts("monitor.facility").get(opportunity)
        or opportunity
    )
    by = called.get(str(one["trip"])) or words.texts("terms.by").get(str(one["trip"]))
    # as the braces of monitor.toml name them
    values: dict[str, Text] = {
        "opportunity": words.in_every_language(what),
        "mode": words.in_every_language(by or str(one["trip"])),
        "scenario": words.in_every_language(scenarios.get(scenario, scenario)),
        "measure": words.in_form(words.texts("monitor.measure"), countries).get(name, {}),
    }
    template = words.text("monitor.indicator")
    if name == "population":
        template = words.text("monitor.people")
    elif measure.of_facility:
        template = words.texts("monitor.nearest")[name.removesuffix("_closed")]
    elif measure.of_norm:
        template = words.texts("monitor.norm")["without" if one["least"] <= 1 else "fewer"]
    found: dict[str, str] = {}
    label = {"counted": "", "model": " [model]", "scenario": " [model] [scenario]"}[kind_of(one)]
    for x in words.LANGUAGES:
        plain: dict[str, words.Value] = {key: text.get(x, "") for key, text in values.items()}
        if measure.of_norm:
            plain["least"] = (
                int(one["least"]) if one["least"] == int(one["least"]) else one["least"]
            )
        if _is_number(one["cutoff_min"]):
            plain["minutes"] = f"{one['cutoff_min']:g}"
        if _is_number(one.get("radius_km")):
            plain["km"] = f"{one['radius_km']:g}"
        told = words.fill(template[x], plain, x)
        if scenario != BASELINE:
            told = words.fill(words.text("monitor.of_scenario")[x], plain | {"name": told}, x)
        found[f"name_{x}"] = words.capital(told) + label
        described = words.texts("monitor.description")
        found[f"description_{x}"] = words.fill(described[name][x], plain, x)
        unit = words.texts("monitor.unit").get(measure.unit)
        found[f"unit_{x}"] = unit[x] if unit else values["opportunity"][x]
    return found
