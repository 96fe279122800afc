import pandas as pd
import pytest
from reach_tables import by_columns, by_rows
from toyregion import toy_reach

from grensgeo.errors import InputError
from grensgeo.maps.reach_views import border_effect_view, reach_view, scenario_view

CODES = ["05000001", "05000002", "05000003", "GM0001", "GM0002"]


def layer(view, *key):
    return next(one for one in view.content["layers"] if one["key"][: len(key)] == list(key))


def figures(view, name, *key):
    return dict(
        zip(
            [CODES[i] for i in view.content["ids"]], layer(view, *key)["values"][name], strict=True
        )
    )


def test_reach_keeps_every_figure():
    view = reach_view(toy_reach(), CODES)
    assert figures(view, "open", "car", "45") == {
        "05000001": 90_000,
        "05000002": 12_345,
        "GM0001": 50_000,
        "GM0002": 5_000,
    }
    assert figures(view, "nl", "car", "45")["GM0002"] == 0
    assert [c["start"] for c in view.content["controls"]] == [
        "car",
        "45",
        "jobs",
        "baseline",
        "open",
    ]


def test_missing_is_not_zero():
    view = reach_view(toy_reach(), CODES)
    assert figures(view, "open", "walk", "45")["05000002"] is None
    assert figures(view, "effect", "walk", "45")["05000002"] is None


def test_undefined_is_neither_missing_nor_zero():
    view = border_effect_view(toy_reach(), CODES)
    effect = figures(view, "effect", "car", "45")
    assert effect == {"05000001": 0.5, "05000002": 0, "GM0001": 0.25, "GM0002": "u"}
    assert figures(view, "gain", "car", "45")["GM0002"] == 5_000


def test_classes_of_the_border_effect_never_change():
    view = border_effect_view(toy_reach(), CODES)
    assert {tuple(one["breaks"]["effect"]) for one in view.content["layers"]} == {
        (0.05, 0.1, 0.25, 0.5, 1.0)
    }


def test_a_table_of_border_effect_needs_no_parts():
    table = by_columns(toy_reach()).query("mode == 'car' and cutoff_min == 45")
    table = table[["id", "country", "cutoff_min", "closed", "open", "border_effect"]]
    view = border_effect_view(table, CODES)
    assert view.content["bar"] == []
    assert figures(view, "effect", "all", "45", "opportunities")["GM0001"] == 0.25


def test_the_reading_of_closed_is_said():
    table = toy_reach()
    assert reach_view(table, CODES).content["closed"] == "closed_destinations"
    told = table.assign(closed_means="foreign routing forbidden")
    assert border_effect_view(told, CODES).content["closed"] == "closed_routing"
    told.loc[0, "closed_means"] = "foreign destinations dropped"
    with pytest.raises(InputError, match="a map shows one reading of closed"):
        border_effect_view(told, CODES)


def test_unknown_destinations_make_a_lower_bound():
    view = reach_view(toy_reach().assign(unknown_within=[3, 3] + [0] * 30), CODES)
    assert figures(view, "unknown", "car", "30")["GM0001"] == 3
    assert (
        "unknown"
        not in layer(reach_view(toy_reach().assign(unknown_within=0), CODES), "car")["values"]
    )


def test_scenario_counts_changes_and_keeps_missing_apart():
    after = toy_reach(scale=1.2, scenario="plan")
    after = after[~((after["id"] == "GM0001") & (after["mode"] == "car"))]
    view = scenario_view(toy_reach(), after, CODES)
    assert figures(view, "open_abs", "car", "45") == {
        "05000001": 18_000,
        "05000002": 2_469,
        "GM0001": None,
        "GM0002": 1_000,
    }
    assert figures(view, "open_pct", "car", "45")["05000001"] == 0.2
    assert figures(view, "nl_abs", "car", "45")["GM0002"] == 0
    assert figures(view, "nl_pct", "car", "45")["05000002"] == 0
    assert figures(view, "open_before", "car", "45")["GM0001"] == 50_000
    assert figures(view, "open_after", "car", "45")["GM0001"] is None


def test_a_change_from_nothing_has_no_per_cent():
    after = by_columns(toy_reach(scenario="plan"))
    after.loc[after["id"] == "GM0002", ["reach_nl", "closed", "open"]] += 100
    after = by_rows(after)
    view = scenario_view(toy_reach(), after, CODES)
    assert figures(view, "nl_abs", "car", "45")["GM0002"] == 100
    assert figures(view, "nl_pct", "car", "45")["GM0002"] == "u"


def test_scenario_opens_with_a_mode_that_changes():
    after = pd.concat(
        [
            toy_reach(modes=["car"], scenario="plan"),
            toy_reach(modes=["walk"], scenario="plan", scale=2),
        ]
    )
    view = scenario_view(toy_reach(), after, CODES)
    assert view.content["controls"][0]["start"] == "walk"


def test_scenario_faults_are_named():
    with pytest.raises(InputError, match="no mode, cutoff and opportunity in common"):
        scenario_view(toy_reach(modes=["car"]), toy_reach(modes=["walk"]), CODES)
    both = pd.concat([toy_reach(), toy_reach(scenario="plan")])
    with pytest.raises(InputError, match="several scenarios baseline, plan"):
        scenario_view(both, toy_reach(scenario="plan"), CODES)


@pytest.mark.parametrize("draw", [reach_view, border_effect_view])
def test_faults_of_a_reach_table_are_named(draw):
    good = toy_reach()
    with pytest.raises(InputError, match="empty"):
        draw(good.iloc[:0], CODES)
    with pytest.raises(
        InputError, match=r"no municipality of the region: 1kmN3187.*combine cells"
    ):
        draw(good[good["country"] == "NL"].assign(id="1kmN3187E4103-GM0153"), CODES)
    with pytest.raises(
        InputError, match=r"more than one row for the same .*05000001 30.0 jobs car baseline"
    ):
        draw(pd.concat([good, good[good["id"] == "05000001"]]), CODES)
    with pytest.raises(InputError, match="'open' is missing"):
        draw(good.drop(columns="open"), CODES)


def test_arguments_stay_as_they_were():
    table = toy_reach()
    before = table.copy()
    reach_view(table, CODES)
    border_effect_view(table, CODES)
    pd.testing.assert_frame_equal(table, before)


def test_a_border_effect_of_any_countries_is_held_to_what_it_says():
    frame = by_columns(toy_reach(modes=["car"])).drop(columns=["reach_nl", "reach_de"])
    border_effect_view(frame, CODES)
    for wrong in ({"border_effect": -9.0}, {"open": 0.0}, {"closed": -1.0}):
        with pytest.raises(InputError, match=r"closed|open"):
            border_effect_view(frame.assign(**wrong), CODES)
    with pytest.raises(InputError, match="GM0001 says DE and lies in NL"):
        border_effect_view(
            frame[frame["id"] == "GM0001"].assign(country="DE"), CODES, countries={"GM0001": "NL"}
        )


def test_bounds_are_told_where_figures_have_any():
    codes = ["GM0001", "GM0002", "05000001", "05000002"]
    table = toy_reach()
    bounds = {"open_lower": table["open"] - 2_000, "open_upper": table["open"] + 1_000}
    same = {"closed_lower": table["closed"], "closed_upper": table["closed"]}
    for build in (reach_view, border_effect_view):
        content = build(table.assign(**bounds, **same), codes).content
        assert content["bounds"] == ["open"]
        values = content["layers"][0]["values"]
        assert values["open_upper"][0] == values["open"][0] + 1_000
        assert "closed_lower" not in values
        assert build(table, codes).content["bounds"] == []
