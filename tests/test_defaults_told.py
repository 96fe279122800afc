"""Every figure that comes with grensgeo says who found it, when, and between what it lies."""

import re
import tomllib
from pathlib import Path

import pytest

import grensgeo
from grensgeo.border import MATCHINGS, RESISTANCES
from grensgeo.border.fitted import fitted_terms
from grensgeo.costs import cost_options

ROOM = Path(grensgeo.__file__).parent
COUNTRIES = sorted((ROOM / "countries").glob("*.toml"))
#: A year, or a day.
DATE = re.compile(r"\d{4}(-\d{2}-\d{2})?")
#: The words where nobody published between what an estimate lies.
NO_INTERVAL = "no interval published"
#: Parts of a country's file that hold figures or rules, each with its source.
SOURCED = ("extent", "codes", "limits", "access", "speeds", "holidays", "resistances")


def untold(source, date, *, estimate, interval=False):
    """List what a figure does not say of itself."""
    faults = [] if str(source).strip() else ["no source"]
    if not DATE.fullmatch(str(date)):
        faults.append(f"date {date!r}")
    if estimate and not interval and NO_INTERVAL not in source:
        faults.append(f"no interval, nor the words {NO_INTERVAL!r}")
    return faults


def is_estimate(kind, figure):
    """Return whether somebody estimated it: prices, and what a law allows, are exact."""
    if kind == "kilometres":
        return figure["vehicle"] != "allowance" and figure["per_km"] > 0
    return kind in ("parking", "values_of_time")


def costs():
    """List the figures of costs of all files."""
    files = {
        path.stem: tomllib.loads(path.read_text("utf-8")).get("costs", {}) for path in COUNTRIES
    }
    files["any"] = tomllib.loads((ROOM / "costs/any_country.toml").read_text("utf-8"))
    return [
        pytest.param(kind, figure, id=f"{name}-{kind}-{number}")
        for name, tables in files.items()
        for kind, figures in tables.items()
        if kind in cost_options.KINDS and kind != "groups"
        for number, figure in enumerate(figures)
    ]


@pytest.mark.parametrize(("kind", "figure"), costs())
def test_a_cost_says_who_when_and_how_sure(kind, figure):
    faults = untold(figure["source"], figure["date"], estimate=is_estimate(kind, figure))
    if not DATE.fullmatch(figure["since"]):
        faults.append("since")
    if not figure.get("confirmed", True) and not re.search(r"estimate|not seen", figure["source"]):
        faults.append("not confirmed, and not said why")
    assert faults == []


def test_what_a_border_weighs_says_who_when_and_between_what():
    assert fitted_terms()
    for term in fitted_terms():
        sure = all(low <= middle <= high for middle, low, high in (term.weight, term.minutes))
        assert untold(term.source, term.reference_date, estimate=True, interval=sure) == []
    for known, figures in ((RESISTANCES, "minutes"), (MATCHINGS, "rules")):
        for name, one in known.items():
            if name == "none":  # no figure: the border costs nothing more
                continue
            ways = one.minutes if figures == "minutes" else {
                (rule.from_country, rule.to_country) for rule in one.rules
            }  # fmt: skip
            told = set(ways) <= set(one.intervals)
            assert untold(one.source, one.reference_date, estimate=True, interval=told) == [], name


@pytest.mark.parametrize("path", COUNTRIES, ids=lambda path: path.stem)
def test_what_is_national_names_its_source(path):
    told = tomllib.loads(path.read_text("utf-8"))
    for name in SOURCED:
        parts = told.get(name, [])
        for part in filter(None, parts if isinstance(parts, list) else [parts]):
            assert str(part.get("source", "")).strip(), f"{path.name}: {name}: {part}"


@pytest.mark.parametrize(
    ("source", "date", "more", "fault"),
    [
        ("", "2023", {"estimate": False}, "no source"),
        ("CBS", "", {"estimate": False}, "date ''"),
        ("CBS", "soon", {"estimate": False}, "date 'soon'"),
        ("CBS", "2023-01-01", {"estimate": True}, "no interval"),
    ],
)
def test_a_figure_that_does_not_say_it_is_found(source, date, more, fault):
    assert any(one.startswith(fault) for one in untold(source, date, **more))
    assert untold("CBS; no interval published", "2023", estimate=True) == []
