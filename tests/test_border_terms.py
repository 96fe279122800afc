"""Terms of a border: what across it counts, and how much of it."""

import pandas as pd
import pytest

import grensgeo as gg
from grensgeo.border import BorderTerms, Match, Matching, Resistance, reach_on_terms
from grensgeo.errors import InputError

TIMES = pd.DataFrame(
    {
        "from_id": ["n", "n", "n", "d", "d", "d"],
        "to_id": ["n", "d", "far", "n", "d", "far"],
        "travel_time_min": [0.0, 20.0, 40.0, 20.0, 0.0, 10.0],
    }
)
COUNTRIES = pd.Series({"n": "NL", "d": "DE", "far": "DE"})
JOBS = pd.Series({"n": 100.0, "d": 10.0, "far": 1.0})


def reached(terms, cutoffs=(30, 45)):
    table = reach_on_terms(
        lambda asked: gg.reach(TIMES, {"jobs": JOBS}, cutoffs_min=asked, countries=COUNTRIES),
        terms,
        cutoffs_min=cutoffs,
        countries=["NL", "DE"],
    )
    assert sorted(table["cutoff_min"].unique()) == list(cutoffs)
    return table.drop_duplicates(["id", "cutoff_min"]).set_index(["id", "cutoff_min"])["open"]


@pytest.mark.parametrize(
    ("terms", "of_n", "of_d"),
    [
        (BorderTerms(), (110, 111), (111, 111)),
        (BorderTerms(resistance=15), (100, 110), (11, 111)),
        (BorderTerms(resistance=Resistance({("NL", "DE"): 40.0}, elsewhere_min=0.0)), (100, 100), (111, 111)),
        (BorderTerms(matching=0.5), (105, 105.5), (61, 61)),
        (BorderTerms(foreign_destinations=False), (100, 100), (11, 11)),
    ],
)  # fmt: skip
def test_what_counts_is_what_is_reached_in_time_and_open(terms, of_n, of_d):
    table = reached(terms)
    assert (table["n", 30], table["n", 45]) == of_n
    assert (table["d", 30], table["d", 45]) == of_d


def test_it_is_what_border_effect_calls_realised():
    terms = BorderTerms(resistance=15, matching=0.5)
    for cutoff in (30, 45):
        effect = gg.border_effect(
            TIMES, JOBS, cutoff_min=cutoff, countries=COUNTRIES,
            resistance=terms.resistance, matching=terms.matching,
        ).set_index("id")["realised"]  # fmt: skip
        table = reached(terms)
        assert [table[name, cutoff] for name in "nd"] == effect[["n", "d"]].tolist()


def bounded(terms, countries=COUNTRIES):
    table = reach_on_terms(
        lambda asked: gg.reach(
            TIMES, {"jobs": JOBS}, cutoffs_min=asked, countries=countries,
            bounds={"jobs": (JOBS * 0.5, JOBS * 2)},
        ),
        terms,
        cutoffs_min=[30],
        countries=sorted({*countries}),
    )  # fmt: skip
    return table.drop_duplicates("id").set_index("id")


@pytest.mark.parametrize(
    ("terms", "lower", "upper"),
    [
        (BorderTerms(), 55, 220),
        (BorderTerms(resistance=15), 50, 200),
        (BorderTerms(resistance=15, matching=0.5), 50, 200),
        (BorderTerms(resistance=5, matching=0.5), 52.5, 210),
        (BorderTerms(resistance=30), 50, 200),
        (BorderTerms(foreign_destinations=False), 50, 200),
    ],
)
def test_what_counts_lies_between_the_bounds_of_what_it_counts(terms, lower, upper):
    row = bounded(terms).loc["n"]
    assert (row["open_lower"], row["open_upper"]) == (lower, upper)
    assert lower <= row["open"] <= upper
    assert (row["closed_lower"], row["closed_upper"]) == (50, 200)


def test_neighbours_on_other_terms_leave_no_bounds():
    two = pd.Series({"n": "NL", "d": "DE", "far": "BE"})
    minds = {(a, b): 5.0 for a in ("NL", "DE", "BE") for b in ("NL", "DE", "BE") if a != b}
    table = bounded(BorderTerms(resistance=Resistance(minds | {("NL", "BE"): 9.0})), two)
    assert table.loc["n", ["open_lower", "open_upper"]].isna().all()
    assert table.loc["n", "closed_lower"] == 50
    assert table.loc["d", "open_lower"] == 55.5


def test_terms_that_counts_by_country_cannot_answer():
    by_sector = Matching((Match(1.0), Match(0.5, sector="Q")))
    with pytest.raises(InputError, match="matching asks for sector, which counts by country"):
        reached(BorderTerms(matching=by_sector))
    one_way = BorderTerms(resistance=Resistance({("NL", "DE"): 40.0}))
    with pytest.raises(InputError, match="no minutes for DE to NL"):
        reached(one_way)
