import pandas as pd
import pytest
from browser import open_table, visit
from toyregion import toy_flows, toy_region

from grensgeo import maps
from grensgeo.errors import InputError


def layers(frame, **options):
    view = maps.flow_map(toy_region(), frame, **options).content()["views"][0]
    return {tuple(layer["key"]): layer for layer in view["layers"]}


def test_largest_first_without_those_who_stay_and_with_what_is_left_out():
    found = layers(toy_flows())
    codes = [
        area[0] for area in maps.flow_map(toy_region(), toy_flows()).content()["base"]["areas"]
    ]
    named = [[codes[a], codes[b], n] for a, b, n in found["car", "all"]["flows"]]
    assert named == [["GM0002", "GM0001", 3000], ["GM0001", "GM0002", 900],
                     ["GM0001", "05000001", 250]]  # fmt: skip
    assert found["car", "all"]["missing"] == 1
    assert found["car", "all"]["outside"] == 1
    assert [flow[2] for flow in found["car", "across"]["flows"]] == [250]
    assert found["walk", "across"]["flows"] == []
    fewer = layers(toy_flows(), most=1)["car", "all"]
    assert (fewer["left_out"], fewer["people_left_out"]) == (2, 1150)


def test_wrong_tables_are_refused_with_every_fault():
    flows = toy_flows()
    with pytest.raises(InputError, match="empty"):
        layers(flows.iloc[:0])
    bad = pd.concat([flows, flows.iloc[[0]]]).assign(count=lambda f: -f["count"])
    with pytest.raises(InputError, match="stands twice: GM0001 to GM0002; is negative: GM0001"):
        layers(bad)
    with pytest.raises(InputError, match="no flow joins two municipalities"):
        layers(flows.assign(from_id="GM1"))
    with pytest.raises(InputError, match="every flow stays in its municipality"):
        layers(flows.assign(from_id="GM0001", to_id="GM0001").iloc[:1])
    for wrong in ("many", pd.Timestamp("2022-01-01"), True):
        with pytest.raises(InputError, match="count holds"):
            layers(flows.assign(count=wrong))
    with pytest.raises(InputError, match="to_id"):
        maps.flow_map(toy_region(), flows.drop(columns="to_id"))


@pytest.mark.browser
def test_flows_in_the_browser(browser, tmp_path):
    path = maps.Map(toy_region()).add(toy_flows()).save(tmp_path / "flows.html")
    with visit(browser, path, fragment="#en") as seen:
        page = seen.page
        lines = page.locator(".leaflet-bands-pane path")
        assert lines.count() == 3
        assert "number in 1 flows is not known" in page.locator("#legend").inner_text()
        open_table(page)
        rows = page.locator("#table tbody tr").all_inner_texts()
        assert rows[0].split("\t") == ["Oosterveld", "Westerveld", "3,000"]
        page.get_by_role("radio", name="across the border").check()
        assert lines.count() == 1
        seen.picture("toy-flows-en")
        seen.quiet()
