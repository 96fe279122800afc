"""The border from flows: what is recovered, what is not told, and what is refused."""

import numpy as np
import pandas as pd
import pytest
from flowworld import WEIGHTS, draw, published, within, world

from grensgeo import GrensgeoWarning, InputError
from grensgeo.flows import fit_border

ZONES, TIMES, EXPECTED = world()


def exact(table=EXPECTED):
    flows = TIMES[["from_id", "to_id"]].assign(count=table.ravel())
    return flows[flows["from_id"] != flows["to_id"]].reset_index(drop=True)


def weights(fit):
    ways = zip(fit.terms["from_country"], fit.terms["to_country"], strict=True)
    return dict(zip(ways, fit.terms["weight"], strict=True))


def fit_exponential(flows, **options):
    given = {"zones": ZONES[["country", "jobs"]]} | options
    return fit_border(TIMES, flows, decay="exponential", **given)


def test_flows_as_expected_give_back_the_terms_of_both_directions():
    fit = fit_exponential(exact(), poisson=True)
    assert weights(fit) == pytest.approx(WEIGHTS, rel=1e-5)
    assert fit.parameters["value"].to_numpy() == pytest.approx([0.06, 0.06], rel=1e-5)
    assert fit.explained > 1 - 1e-6
    # with an exponential decay a weight is so many minutes, whatever the trip
    assert fit.terms["minutes"].to_numpy() == pytest.approx(
        -np.log(fit.terms["weight"].to_numpy()) / 0.06, rel=1e-4
    )


@pytest.mark.long
def test_sums_across_the_border_tell_the_terms_where_totals_are_held():
    inside = within(TIMES).to_numpy()
    country = ZONES["country"].to_numpy()
    sums = [(a, b, EXPECTED[np.ix_(country == a, country == b)].sum()) for a, b in WEIGHTS]
    flows = pd.concat(
        [
            TIMES[["from_id", "to_id"]].assign(count=EXPECTED.ravel())[inside],
            pd.DataFrame(sums, columns=["from_id", "to_id", "count"]),
        ]
    )
    fit = fit_exponential(flows, zones=ZONES, intrazonal=True, poisson=True)
    assert weights(fit) == pytest.approx(WEIGHTS, rel=1e-4)
    assert fit.predict(pd.DataFrame({"from_id": ["NL"], "to_id": ["DE"]}))["expected"][0] == (
        pytest.approx(sums[0][2], rel=1e-4)
    )


def test_doubly_constrained_tells_both_directions_together_only():
    fit = fit_exponential(exact(), constraint="doubly", zones=ZONES[["country"]], poisson=True)
    assert not fit.terms["identified"].any()
    assert fit.terms["weight"].isna().all()
    assert (fit.terms["weight_lower"] == 0).all()
    assert np.isinf(fit.terms["weight_upper"]).all()
    (both,) = fit.both_ways.itertuples()
    assert both.weight == pytest.approx(np.sqrt(0.08 * 0.3), rel=1e-4)
    assert both.identified
    with pytest.raises(InputError) as caught:
        fit.matching().weight("NL", "DE", {})
    assert caught.value.codes == ("case-missing",)


@pytest.mark.long
def test_nobody_seen_crossing_leaves_an_end_open():
    flows = published(TIMES, draw(EXPECTED, np.random.default_rng(1)))
    way = flows["from_id"].str.startswith("NL") & flows["to_id"].str.startswith("DE")
    flows.loc[way, ["count", "lower", "upper"]] = [np.nan, 0, 9]
    term = fit_exponential(flows).terms.set_index("from_country").loc["NL"]
    assert term["weight_lower"] == 0
    assert 0 < term["weight_upper"] < 0.1
    assert np.isinf(term["minutes_upper"])


def test_rounded_and_hidden_counts_give_intervals_about_the_truth():
    fit = fit_exponential(published(TIMES, draw(EXPECTED, np.random.default_rng(4))))
    for row in fit.terms.itertuples():
        assert row.weight_lower < WEIGHTS[row.from_country, row.to_country] < row.weight_upper
        assert row.minutes_lower < row.minutes < row.minutes_upper
    assert 0.05 < fit.spread < 0.5
    assert "NL to DE" in fit._repr_html_()
    resistance = fit.resistance(source="made up", reference_date="2023-06-30")
    assert resistance.intervals["NL", "DE"][0] < resistance.minutes["NL", "DE"]
    assert fit.matching().weight("NL", "DE", {}) == pytest.approx(weights(fit)["NL", "DE"])


@pytest.mark.long
def test_decay_of_other_flows_is_taken_over_as_well_as_they_know_it():
    inside = within(TIMES).to_numpy()
    flows = published(TIMES, draw(EXPECTED, np.random.default_rng(3)))
    home = fit_exponential(flows[flows["from_id"].str[:2] == flows["to_id"].str[:2]])
    assert len(home.terms) == 0
    country = ZONES["country"].to_numpy()
    sums = pd.DataFrame(
        [(a, b, EXPECTED[np.ix_(country == a, country == b)].sum()) for a, b in WEIGHTS],
        columns=["from_id", "to_id", "count"],
    )
    fit = fit_border(
        TIMES,
        sums,
        zones=ZONES,
        decay="exponential",
        intrazonal=True,
        learnt={"NL": home, "DE": home},
        poisson=True,
    )
    assert inside.any()
    assert weights(fit) == pytest.approx(WEIGHTS, rel=0.5)


def test_covariates_of_pairs_are_told_beside_the_border():
    pull = np.where(TIMES["to_id"].isin(["DE1", "NL2", "NL5"]), 1.0, 0.0)
    flows = TIMES.assign(count=EXPECTED.ravel() * np.exp(0.4 * pull))
    flows = flows[flows["from_id"] != flows["to_id"]]
    wages = TIMES[["from_id", "to_id"]].assign(wage=pull)
    fit = fit_exponential(flows, covariates=wages, poisson=True)
    told = fit.parameters.set_index("name").loc["wage", "value"]
    assert told == pytest.approx(0.4, rel=1e-4)


@pytest.mark.parametrize("decay", ["power", "gaussian", "log_logistic"])
def test_every_family_can_be_fitted(decay):
    fit = fit_border(TIMES, exact(), zones=ZONES[["country", "jobs"]], decay=decay, poisson=True)
    assert all(0 < weight < 1 for weight in weights(fit).values())
    assert set(fit.decays) == {"NL", "DE"}


@pytest.mark.parametrize(
    ("change", "options", "code"),
    [
        (lambda f: f.drop(columns="count"), {}, "column-missing"),
        (lambda f: pd.concat([f, f.head(1)]), {}, "row-twice"),
        (lambda f: pd.concat([f, f.head(1).assign(from_id="NL", to_id="DE")]), {}, "totals-among-parts"),
        (lambda f: f.assign(count=-1.0), {}, "negative-or-infinite"),
        (lambda f: f.assign(from_id="X" + f["from_id"]), {}, "nothing-in-common"),
        (lambda f: f.head(1), {}, "flows-too-few"),
        (lambda f: f, {"zones": ZONES[["country"]]}, "column-missing"),
        (lambda f: f, {"zones": ZONES.assign(jobs=np.nan)}, "value-missing"),
        (lambda f: f, {"constraint": "singly"}, "choice-unknown"),
        (lambda f: f, {"covariates": TIMES.head(3).assign(wage=1.0)}, "value-missing"),
    ],
)  # fmt: skip
def test_what_cannot_be_fitted_is_refused(change, options, code):
    with pytest.raises(InputError) as caught:
        fit_exponential(change(exact()), **options)
    assert code in caught.value.codes


def test_rows_outside_the_times_are_told():
    flows = pd.concat(
        [exact(), pd.DataFrame({"from_id": ["FR1"], "to_id": ["NL1"], "count": [5.0]})]
    )
    with pytest.warns(GrensgeoWarning, match="FR1 to NL1"):
        fit_exponential(flows, poisson=True)


def coverage(tables, constraint="production"):
    """Count in how many made-up tables the intervals hold the true terms."""
    rng = np.random.default_rng(11)
    truth = {**WEIGHTS, "both": np.sqrt(0.08 * 0.3)}
    held = dict.fromkeys(truth, 0)
    for _ in range(tables):
        flows = published(TIMES, draw(EXPECTED, rng))
        fit = fit_exponential(flows, constraint=constraint)
        for row in fit.terms.itertuples():
            way = row.from_country, row.to_country
            held[way] += row.weight_lower <= truth[way] <= row.weight_upper
        (both,) = fit.both_ways.itertuples()
        held["both"] += both.weight_lower <= truth["both"] <= both.weight_upper
    return {name: number / tables for name, number in held.items()}


@pytest.mark.long
def test_intervals_hold_the_true_term_as_often_as_they_say():
    found = coverage(1000)
    assert all(0.93 <= part <= 0.97 for part in found.values()), found
    assert 0.93 <= coverage(1000, "doubly")["both"] <= 0.97
