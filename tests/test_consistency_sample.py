"""The whole sample: atlas, map, table and feed give one answer to one question."""

from pathlib import Path

import pytest
from consistency import hold

import grensgeo as gg

STUDY = Path(__file__).resolve().parents[1] / "data" / "sample" / "study.toml"


@pytest.mark.long
@pytest.mark.browser
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_eighty_places_six_trips_three_cutoffs_three_borders(browser, tmp_path):
    study = gg.read_study(STUDY)
    gg.run_study(study, tmp_path / "maps")
    trips = [item.trip_id for item in study.trips]
    held = hold(browser, tmp_path / "maps", trips=trips, cutoffs=[30, 45, 60], feed=[45])
    assert held == 80 * len(trips) * 3 * 3
