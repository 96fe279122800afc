import pandas as pd
import pytest
from toyregion import toy_isochrones, toy_reach, toy_region

from grensgeo.errors import InputError
from grensgeo.maps import views
from grensgeo.maps.base import municipalities

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
    view = views.reach_view(toy_reach(), CODES)
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
    view = views.reach_view(toy_reach(), CODES)
    assert figures(view, "open", "walk", "45")["05000002"] is None
    assert figures(view, "effect", "walk", "45")["05000002"] is None


def test_undefined_is_neither_missing_nor_zero():
    view = views.border_effect_view(toy_reach(), CODES)
    effect = figures(view, "effect", "car", "45")
    assert effect == {"05000001": 0.5, "05000002": 0, "GM0001": 0.25, "GM0002": "u"}
    assert figures(view, "gain", "car", "45")["GM0002"] == 5_000


def test_classes_of_the_border_effect_never_change():
    view = views.border_effect_view(toy_reach(), CODES)
    assert {tuple(one["breaks"]["effect"]) for one in view.content["layers"]} == {
        (0.05, 0.1, 0.25, 0.5, 1.0)
    }


def test_a_table_of_border_effect_needs_no_parts():
    table = toy_reach().query("mode == 'car' and cutoff_min == 45")
    table = table[["id", "country", "cutoff_min", "closed", "open", "border_effect"]]
    view = views.border_effect_view(table, CODES)
    assert view.content["bar"] == []
    assert figures(view, "effect", "all", "45", "opportunities")["GM0001"] == 0.25


def test_the_reading_of_closed_is_said():
    table = toy_reach()
    assert views.reach_view(table, CODES).content["closed"] == "closed_destinations"
    told = table.assign(closed_means="foreign routing forbidden")
    assert views.border_effect_view(told, CODES).content["closed"] == "closed_routing"
    told.loc[0, "closed_means"] = "foreign destinations dropped"
    with pytest.raises(InputError, match="a map shows one reading of closed"):
        views.border_effect_view(told, CODES)


def test_unknown_destinations_make_a_lower_bound():
    view = views.reach_view(toy_reach().assign(unknown_within=[3] + [0] * 15), CODES)
    assert figures(view, "unknown", "car", "30")["GM0001"] == 3
    assert (
        "unknown"
        not in layer(views.reach_view(toy_reach().assign(unknown_within=0), CODES), "car")[
            "values"
        ]
    )


def test_scenario_counts_changes_and_keeps_missing_apart():
    after = toy_reach(scale=1.2, scenario="plan")
    after = after[~((after["id"] == "GM0001") & (after["mode"] == "car"))]
    view = views.scenario_view(toy_reach(), after, CODES)
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
    after = toy_reach(scenario="plan")
    after.loc[after["id"] == "GM0002", ["reach_nl", "closed", "open"]] += 100
    view = views.scenario_view(toy_reach(), after, CODES)
    assert figures(view, "nl_abs", "car", "45")["GM0002"] == 100
    assert figures(view, "nl_pct", "car", "45")["GM0002"] == "u"


def test_scenario_opens_with_a_mode_that_changes():
    after = pd.concat(
        [
            toy_reach(modes=["car"], scenario="plan"),
            toy_reach(modes=["walk"], scenario="plan", scale=2),
        ]
    )
    view = views.scenario_view(toy_reach(), after, CODES)
    assert view.content["controls"][0]["start"] == "walk"


def test_scenario_faults_are_named():
    with pytest.raises(InputError, match="no mode, cutoff and opportunity in common"):
        views.scenario_view(toy_reach(modes=["car"]), toy_reach(modes=["walk"]), CODES)
    both = pd.concat([toy_reach(), toy_reach(scenario="plan")])
    with pytest.raises(InputError, match="several scenarios baseline, plan"):
        views.scenario_view(both, toy_reach(scenario="plan"), CODES)


@pytest.mark.parametrize("draw", [views.reach_view, views.border_effect_view])
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
    table, bands = toy_reach(), toy_isochrones()
    before, before_bands = table.copy(), bands.copy()
    views.reach_view(table, CODES)
    views.border_effect_view(table, CODES)
    views.isochrone_view(bands, municipalities(toy_region()), names={})
    pd.testing.assert_frame_equal(table, before)
    assert bands.equals(before_bands)


def test_isochrones_are_drawn_from_the_largest_and_measured_by_country():
    view = views.isochrone_view(
        toy_isochrones(),
        municipalities(toy_region()),
        names={"GM0001": "Westerveld", "hall": "Hal"},
    )
    bands = layer(view, "05000001", "car")["bands"]
    assert [band["cutoff"] for band in bands] == [30, 15]
    km2 = bands[1]["km2"]
    assert km2["all"] == pytest.approx(km2["nl"] + km2["de"] + km2["other"], abs=0.2)
    # the square of 0.12 degrees lies symmetrically about 7.0, the border at 6.9
    assert km2["de"] == pytest.approx(km2["all"])
    # that of 0.24 degrees reaches 0.02 over it and 0.02 beyond the towns on either side
    km2 = bands[0]["km2"]
    assert km2["all"] * (0.02 / 0.24) * (0.2 / 0.24) == pytest.approx(km2["nl"], rel=0.01)
    assert view.content["names"] == {"05000001": "05000001", "hall": "Hal", "GM0001": "Westerveld"}


def test_isochrones_twice_or_none_are_refused():
    areas = municipalities(toy_region())
    with pytest.raises(InputError, match="empty"):
        views.isochrone_view(toy_isochrones().iloc[:0], areas, names={})
    twice = pd.concat([toy_isochrones(), toy_isochrones().iloc[:1]])
    with pytest.raises(
        InputError, match=r"isochrones: duplicate from_id/cutoff_min/mode: GM0001 15.0 walk"
    ):
        views.isochrone_view(twice, areas, names={})


def test_isochrones_that_contradict_themselves_are_refused():
    areas, good = municipalities(toy_region()), toy_isochrones()
    with pytest.raises(InputError, match="cutoff_min is not above 0"):
        views.isochrone_view(good.assign(cutoff_min=-good["cutoff_min"]), areas, names={})
    minutes = good.groupby(["from_id", "mode"])["cutoff_min"]
    turned = good.assign(cutoff_min=minutes.transform(lambda m: m.to_numpy()[::-1]))
    with pytest.raises(InputError, match="shorter cutoff lies within a longer one"):
        views.isochrone_view(turned, areas, names={})


def test_a_border_effect_of_any_countries_is_held_to_what_it_says():
    frame = toy_reach(modes=["car"]).drop(columns=["reach_nl", "reach_de"])
    views.border_effect_view(frame, CODES)
    for wrong in ({"border_effect": -9.0}, {"open": 0.0}, {"closed": -1.0}):
        with pytest.raises(InputError, match=r"closed|open"):
            views.border_effect_view(frame.assign(**wrong), CODES)
    with pytest.raises(InputError, match="GM0001 says DE and lies in NL"):
        views.border_effect_view(
            frame[frame["id"] == "GM0001"].assign(country="DE"), CODES, countries={"GM0001": "NL"}
        )
