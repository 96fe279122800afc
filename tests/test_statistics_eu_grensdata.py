"""A full table in the form of Grensdata, made up: read, and fitted like any other."""

import json

import numpy as np
import pytest
from flowworld import WEIGHTS, draw, world

from grensgeo import InputError
from grensgeo.flows import fit_border
from grensgeo.statistics import read_grensdata_commuters

ROWS = """WoonregioS;WerkregioS;Nationaliteit;Perioden;Grenspendelaars_1
CR12;05554;T001;2022JJ00;310
05554 ;CR12;T001;2022JJ00;2150
05558;CR12;T001;2022JJ00;.
CR12;05554;T001;2021JJ00;290
CR12;05554;NL;2022JJ00;200
"""


def saved(tmp_path, text, name="made-up.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_rounded_and_hidden_figures_are_intervals(tmp_path):
    flows = read_grensdata_commuters(
        saved(tmp_path, ROWS), period="2022JJ00", where={"Nationaliteit": "T001"}
    ).set_index(["from_id", "to_id"])
    assert flows.loc[("05554", "CR12"), ["lower", "upper"]].tolist() == [2145, 2155]
    assert flows.loc[("05558", "CR12"), "lower"] == 0
    assert np.isnan(flows.loc[("05558", "CR12"), "upper"])
    assert set(flows["reference_date"]) == {"2022"}


@pytest.mark.parametrize(
    ("text", "options"),
    [
        (ROWS, {}),
        (ROWS, {"period": "2022JJ00"}),
        (ROWS.replace("Werkregio", "Andere"), {}),
        (ROWS, {"period": "2022JJ00", "where": {"Nationaliteit": "T001", "Sekse": "m"}}),
        (ROWS + "CR12;05554;T001;2022JJ00;310\n", {"period": "2022JJ00", "where": {"Nationaliteit": "T001"}}),
    ],
)  # fmt: skip
def test_what_is_not_clear_is_refused(tmp_path, text, options):
    with pytest.raises(InputError):
        read_grensdata_commuters(saved(tmp_path, text), **options)


@pytest.mark.parametrize("shape", ["csv", "json"])
def test_a_full_table_is_read_and_fitted(tmp_path, shape):
    zones, times, expected = world()
    counts = draw(expected, np.random.default_rng(4)).ravel()
    rows = [
        {"WoonregioS": a, "WerkregioS": b, "Perioden": "2022JJ00",
         "Grenspendelaars_1": "." if count < 10 else str(10 * round(count / 10))}
        for a, b, count in zip(times["from_id"], times["to_id"], counts, strict=True)
        if a != b
    ]  # fmt: skip
    if shape == "json":
        text = json.dumps({"value": rows})
    else:
        text = "\n".join([";".join(rows[0]), *(";".join(row.values()) for row in rows)])
    flows = read_grensdata_commuters(saved(tmp_path, text, f"made-up.{shape}"))
    # Grensdata hides what is below ten: that much more than the sign is known of this table
    hidden = flows["count"].isna()
    flows["upper"] = flows["upper"].mask(hidden, 9.0)
    fit = fit_border(times, flows, zones=zones[["country", "jobs"]], decay="exponential")
    assert len(fit.terms) == 2
    for row in fit.terms.itertuples():
        assert row.weight_lower < WEIGHTS[row.from_country, row.to_country] < row.weight_upper
