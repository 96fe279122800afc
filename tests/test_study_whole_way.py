"""From a region's file to its maps, each step only where its inputs have changed."""

from datetime import date

import pytest
from test_region_builder import PEOPLE, draw, spec_text, streets

from grensgeo.cli import main
from grensgeo.errors import InputError
from grensgeo.fetch.entries import read_entries
from grensgeo.fetch.needs import RegionNeeds
from grensgeo.spec import read_region_file
from grensgeo.spec.shipped_regions import shipped_regions
from grensgeo.study.whole_way import plan_all, region_file_of, run_all, wants_fetching


@pytest.mark.parametrize("name", sorted(shipped_regions()))
def test_shipped_regions_are_read_and_the_catalogue_serves_them(tmp_path, name):
    spec = read_region_file(region_file_of(name, tmp_path))
    assert spec.region_id == name
    needs = RegionNeeds(spec, read_entries(None))
    files = [*needs.boundaries(), *needs.figures()]
    for country in spec.countries:
        roles = {item.role for item in files if country in item.countries}
        assert {"boundaries", "population", "opportunities"} <= roles
    assert wants_fetching(needs)


def test_a_shipped_file_is_copied_once_and_may_be_changed(tmp_path):
    copy = region_file_of("twente-muensterland", tmp_path)
    copy.write_text("mine", encoding="utf-8")
    assert region_file_of("twente-muensterland", tmp_path).read_text(encoding="utf-8") == "mine"
    with pytest.raises(InputError, match="euregio") as caught:
        region_file_of("eurego", tmp_path)
    assert caught.value.code == "name-unknown"


def test_a_day_is_written_into_the_copy_of_a_shipped_file(tmp_path):
    day, other = date(2026, 3, 10), date(2026, 3, 11)
    for name in shipped_regions():
        folder = tmp_path / name
        assert read_region_file(region_file_of(name, folder)).day is None
        assert read_region_file(region_file_of(name, folder, day=day)).day == day
        assert read_region_file(region_file_of(name, folder)).day == day
        copy = region_file_of(name, folder, day=other)
        assert read_region_file(copy).day == other
        undated = {line.file for line in plan_all(name, tmp_path / "no")}
        dated = {line.file for line in plan_all(name, tmp_path / "no", day=day)}
        assert undated < dated
        assert {line.file for line in plan_all(name, folder)} == dated
        assert not (tmp_path / "no").exists()
        copy.write_text(copy.read_text() + "# mine\n")
        assert region_file_of(name, folder, day=None) == copy
        with pytest.raises(InputError, match=r'is yours.*write date = "2026-03-10"'):
            region_file_of(name, folder, day=day)
        copy.unlink()
        with pytest.raises(InputError, match=r"a day is for regions that are shipped"):
            region_file_of(copy, folder, day=day)


def own(folder):
    """Give a region whose file names a file for everything."""
    streets(folder)
    more = (
        PEOPLE
        + 'opportunities = [{ id = "jobs", file = "jobs.csv", columns = { code = "key" } }]\n'
    )
    text = spec_text(["NL", "DE"], ["GM0002", "05554020"], more=more)
    return draw(
        folder, text + '[cells]\nsize_m = 5000\n[streets]\nfiles = ["streets.osm"]\n'
    )  # fmt: skip


def test_files_of_ones_own_need_no_fetching(tmp_path):
    needs = RegionNeeds(read_region_file(own(tmp_path)), read_entries(None))
    assert not wants_fetching(needs)


@pytest.mark.long
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_what_has_not_changed_is_not_done_again(tmp_path):
    path, out = own(tmp_path), tmp_path / "out"
    assert main(["all", str(path), "--offline", "-o", str(out)]) == 0
    assert (out / "maps" / "atlas.html").exists()
    assert run_all(path, out) == []
    study = out / "region" / "study.toml"
    study.write_text(study.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    assert run_all(path, out) == ["maps"]
    jobs = tmp_path / "jobs.csv"
    jobs.write_text(jobs.read_text(encoding="utf-8").replace("250", "300"), encoding="utf-8")
    assert run_all(path, out) == ["region", "maps"]
    assert "# mine" in study.read_text(encoding="utf-8")
    osm = tmp_path / "streets.osm"
    osm.write_text(osm.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert run_all(path, out)[0] == "network"
