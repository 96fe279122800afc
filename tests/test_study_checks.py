"""A study is checked with all that it names, before the long work."""

from pathlib import Path

import pytest

import grensgeo as gg
from grensgeo.errors import InputError
from grensgeo.study import check_study, read_study, study_cells, study_results
from grensgeo.traveltimes import portable

SAMPLE = Path("data/sample").resolve()
STUDY = """
[study]
id = "toy"
region = "{sample}"
period = "2022"
[study.title]
nl = "a"
de = "a"
en = "a"
[networks]
region = "{sample}/network"
town = "{town}"
[[trips]]
id = "transit"
network = "region"
mode = "transit"
departure = "{day}T07:30"
window_min = 60
[reach]
areas = ["{area}"]
cutoffs_min = [30]
opportunities = ["{counted}"]
[[isochrones]]
network = "town"
modes = ["{mode}"]
cutoffs_min = [10]
origins = [{{ id = "home", name = "Home", lon = {lon}, lat = {lat} }}]
places = ["{place}"]
[[scenarios]]
file = "{scenario}"
trips = ["transit"]
"""
SOUND = {
    "sample": SAMPLE,
    "town": SAMPLE / "enschede",
    "day": "2023-10-17",
    "area": "twente",
    "counted": "jobs",
    "lon": 6.8958,
    "lat": 52.2205,
    "place": "GM0153",
    "mode": "walk",
    "scenario": SAMPLE / "scenarios" / "rb64-half-hourly.toml",
}


@pytest.fixture
def written(tmp_path):
    def call(**changes):
        path = tmp_path / "study.toml"
        path.write_text(STUDY.format(**SOUND | changes), encoding="utf-8")
        return read_study(path)

    return call


def test_a_sound_study_passes(written):
    check_study(written())


def test_every_fault_is_told_at_once(written, tmp_path):
    (tmp_path / "line.toml").write_text(
        '[scenario]\nname = "s"\ntitle = { nl = "a", de = "a", en = "a" }\n'
        '[[modifications]]\ntype = "remove-line"\nline = "RB99"\n'
    )
    study = written(
        area="twentee",
        counted="shops",
        day="2019-01-01",
        lon=4.9,
        lat=52.37,
        place="GM9999",
        scenario=tmp_path / "line.toml",
    )
    with pytest.raises(InputError) as caught:
        check_study(study)
    for word in (
        "unknown areas twentee",
        "unknown opportunities shops",
        "[[trips]] transit: nothing runs on 2019-01-01",
        "unknown places GM9999",
        "[[isochrones]] on network town: home lies outside its data",
        "RB99",
    ):
        assert word in str(caught.value)


def test_what_a_page_cannot_hold_is_said_before_the_work(written, tmp_path, monkeypatch):
    study = written()
    path = tmp_path / "study.toml"
    path.write_text(path.read_text("utf-8") + '[atlas]\ntrips = ["transit"]\n', encoding="utf-8")
    study = read_study(path)
    check_study(study)
    monkeypatch.setattr(portable, "MOST_MB", 1)
    region, network = gg.load_region(SAMPLE), gg.load_network(SAMPLE / "network", store=False)
    scenarios = {item.path: gg.read_scenario(item.path) for item in study.scenarios}
    monkeypatch.setattr(study_cells, "reach_of_cells", None)  # nothing is computed
    for call in (
        lambda: check_study(study),
        lambda: study_results.compute(study, region, {"region": network}, scenarios),
    ):
        with pytest.raises(InputError, match=r"\[atlas\]: .* page of about 3 MB.*fewer trips"):
            call()


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"lon": 52.2205, "lat": 6.8958}, "longitude and latitude are swapped for home"),
        ({"place": "GM0163"}, "GM0163 lies outside its data"),
        ({"town": "nowhere"}, "network town: .*nowhere: no such folder"),
        ({"mode": "transit"}, "network town: has no public transport, though transit is asked"),
        ({"scenario": "none.toml"}, r"none\.toml: no such file"),
    ],
)
def test_what_a_study_names_is_opened(written, changes, word):
    with pytest.raises(InputError, match=f"study toy: .*{word}"):
        check_study(written(**changes))
