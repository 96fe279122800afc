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


def table_of(terms, cutoffs=(30, 45), jobs=JOBS):
    table = reach_on_terms(
        lambda asked: gg.reach(
            TIMES, {"jobs": jobs}, cutoffs_min=asked, countries=COUNTRIES
        ).assign(share_without_ride=1.0),
        terms,
        cutoffs_min=cutoffs,
        countries=["NL", "DE"],
    )  # fmt: skip
    assert sorted(table["cutoff_min"].unique()) == list(cutoffs)
    return table.drop_duplicates(["id", "cutoff_min"]).set_index(["id", "cutoff_min"])


def reached(terms, cutoffs=(30, 45)):
    return table_of(terms, cutoffs)["open"]


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


def test_what_follows_from_it_is_computed_anew():
    terms = BorderTerms(resistance=15, matching=0.5)
    row = table_of(terms).loc[("n", 45)]
    assert (row["closed"], row["open"]) == (100, 105)
    assert row["border_effect"] == pytest.approx(0.05)
    assert row["share_across"] == pytest.approx(5 / 105)
    assert pd.isna(row["share_without_ride"])  # is not known of what counts in part
    one = table_of(terms, jobs=JOBS.replace(100.0, 1.0)).loc[("n", 30)]
    assert one[["closed", "open", "border_effect", "share_across"]].tolist() == [1, 1, 0, 0]
    none = table_of(terms, jobs=JOBS.replace(100.0, 0.0)).loc[("n", 45)]
    assert pd.isna(none["border_effect"])
    assert none["share_across"] == 1


def test_a_border_that_takes_nearly_all_of_the_time_or_more():
    terms = BorderTerms(resistance=29.5)
    table = reached(terms, (1, 30))
    assert table.tolist() == [100, 100, 10, 11]
    # what lies at home counts to the last minute, whatever a crossing takes
    assert reached(BorderTerms(resistance=5), (10,))["d", 10] == 11


def test_terms_say_themselves_in_one_line():
    assert str(BorderTerms(resistance=15, matching=0.5)) == "resistance 15 min; matching 0.5"
    closed = BorderTerms(foreign_destinations=False)
    assert str(closed) == "border closed: foreign destinations dropped"
    assert not closed.plain
    assert not BorderTerms(resistance=1).plain
    assert not BorderTerms(matching=0.5).plain


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
