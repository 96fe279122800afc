"""Counts of municipalities, and what is left of a coarser unit: known by hand."""

import geopandas as gpd
import pandas as pd
import pytest
import shapely

import grensgeo as gg
from grensgeo.errors import InputError

# towns are drawn where it is easy to reckon, not where their countries lie
pytestmark = pytest.mark.filterwarnings("ignore:.*places far outside the country")

#: Code and inhabitants of towns that lie side by side.
TOWNS = {"05554001": 600, "05554002": 400, "05554003": 1000, "05558001": 500, "GM0001": 10}
HEAD = """boundaries = [{ file = "towns.geojson", columns = { code = "key", country = "land" } }]
population = [{ file = "people.csv" }]
[region]
id = "drawn"
countries = ["NL", "DE"]
year = 2021
[[areas]]
id = "a"
codes = ["GM0001", "05554", "05558"]
"""
TOWN = '[[opportunities]]\nid = "jobs"\ncountry = "DE"\nfile = "towns.csv"\n'
UNIT = (
    '[[opportunities]]\nid = "jobs"\ncountry = "DE"\nat = "district"\nfile = "units.csv"\n'
    'concept = "all_jobs"\n'
)


def build(folder, text, *, towns="", units="", files=None):
    frame = gpd.GeoDataFrame(
        {"key": [*TOWNS], "land": ["NL" if key[0] == "G" else "DE" for key in TOWNS]},
        geometry=[shapely.box(n / 50, 52, (n + 1) / 50, 52.02) for n in range(len(TOWNS))],
        crs=4326,
    )
    frame.to_file(folder / "towns.geojson")
    people = pd.DataFrame({"code": [*TOWNS], "count": TOWNS.values()})
    people.to_csv(folder / "people.csv", index=False)
    (folder / "towns.csv").write_text(towns, encoding="utf-8")
    (folder / "units.csv").write_text(units, encoding="utf-8")
    path = folder / "region.toml"
    path.write_text(HEAD + text, encoding="utf-8")
    return gg.build_region(gg.read_region_file(path, files=files))


def rows_of(region):
    return region.opportunity_table.set_index("region_code")


def codes(region):
    return {note.code for note in region.provenance.told()}


def test_what_is_left_of_a_unit_goes_to_its_towns_without_a_count(tmp_path):
    region = build(
        tmp_path, TOWN + UNIT, towns="code,count\n05554001,300\n",
        units="code,count\n05554,1001\n05558,77\n",
    )  # fmt: skip
    rows = rows_of(region)
    # 701 over 400 and 1,000 inhabitants, to the job
    assert rows["count"].dropna().to_dict() == {
        "05554001": 300, "05554002": 200, "05554003": 501, "05558001": 77,
    }  # fmt: skip
    assert rows["conversion"].to_dict() == {
        "05554001": "none", "05554002": "rest-of-unit-by-population",
        "05554003": "rest-of-unit-by-population", "05558001": "unit-by-population",
        "GM0001": "none",
    }  # fmt: skip
    assert rows["modelled"].sum() == 3
    assert rows.loc["05554001", "published_count"] == 300
    assert pd.isna(rows.loc["05554002", "published_count"])
    assert pd.isna(rows.loc["GM0001", "count"])
    assert rows.loc["GM0001", "source_id"] == "none"


def test_a_unit_of_several_codes(tmp_path):
    """Of one with a code that is not in the region nothing is known."""
    units = "code,count\n05554;05558,25\n"
    rows = rows_of(build(tmp_path, UNIT, units=units))
    assert rows["count"].dropna().tolist() == [6, 4, 10, 5]
    region = build(tmp_path, UNIT, units="code,count\n05554;05999,25\n05558,5\n")
    assert rows_of(region)["count"].dropna().to_dict() == {"05558001": 5}
    assert "region.unit-in-part" in codes(region)


def test_towns_that_have_more_than_their_unit_are_named(tmp_path):
    with pytest.raises(InputError, match="of 05554 have 10 jobs more than all of it") as caught:
        build(tmp_path, TOWN + UNIT, towns="code,count\n05554001,310\n",
              units="code,count\n05554,300\n")  # fmt: skip
    assert caught.value.code == "parts-exceed-total"
    region = build(
        tmp_path, TOWN + UNIT, towns="code,count\n05558001,90\n",
        units="code,count\n05558,80\n05554,20\n",
    )  # fmt: skip
    assert rows_of(region)["count"]["05558001"] == 90
    assert "region.unit-contradicted" in codes(region)


def test_two_tables_of_towns_are_refused(tmp_path):
    with pytest.raises(InputError, match="2 tables for DE") as caught:
        build(tmp_path, TOWN + TOWN, towns="code,count\n05554001,310\n")
    assert caught.value.code == "id-twice"


def test_rows_tell_what_their_counts_rest_on(tmp_path):
    """Of published figures, conversions, days and sources; what lacks a figure has the concept."""
    text = TOWN + (
        'concept = "all_jobs"\nsource = "office"\n'
        'columns = { published = "was", published_concept = "of", conversion = "how", '
        'date = "day", source = "by" }\n'
        '[[sources]]\nid = "office"\ntitle = "Office"\nlicence = "CC0-1.0"\n'
        'attribution = "The office"\n'
        '[[sources]]\nid = "press"\ntitle = "Press"\nlicence = "published"\n'
        'attribution = "A paper"\nfile = "people.csv"\n'
        '[[notes]]\nnl = "Banen zijn omgerekend."\nde = "Umgerechnet."\nen = "Converted."\n'
        'concerns = ["jobs"]\n'
    )
    towns = (
        "code,count,was,of,how,day,by\n05554001,260,200,svb,svb-to-all,2023-09-30,press\n"
        "05554002,40,40,all,none,2019,\n"
    )
    region = build(tmp_path, text, towns=towns)
    rows = rows_of(region)
    first = rows.loc["05554001"]
    assert (first["count"], first["published_count"]) == (260, 200)
    assert first[["published_concept", "conversion", "reference_date", "source_id"]].tolist() == [
        "svb", "svb-to-all", "2023-09-30", "press",
    ]  # fmt: skip
    assert first["modelled"]
    assert rows.loc["05554002", "source_id"] == "office"
    assert set(rows["job_concept"]) == {"all_jobs"}
    sources = {source.source_id: source for source in region.provenance.sources}
    assert sources["press"].sha256 == sources["own-people"].sha256
    assert sources["office"].attribution == "The office"
    assert "Converted." in region.provenance.notes


def test_a_source_that_is_not_described_is_named(tmp_path):
    text = TOWN + 'columns = { source = "by" }\n'
    with pytest.raises(InputError, match="source 'press' is not among") as caught:
        build(tmp_path, text, towns="code,count,by\n05554001,260,press\n")
    assert caught.value.code == "source-unknown"
    with pytest.raises(InputError, match=r"describe the file's source in \[\[sources\]\]"):
        build(tmp_path, TOWN + 'source = "office"\n', towns="code,count\n05554001,260\n")


def test_nuts3_regions_by_the_codes_that_begin_so(tmp_path):
    (tmp_path / "nuts.csv").write_text(
        "kreis,nuts3,called\n05,DEA,Land\n05554,DEA34,Borken\nGM0001,NL213,Twente\n",
        encoding="utf-8",
    )
    text = '[[nuts3]]\nfile = "nuts.csv"\ncolumns = { code = "kreis", nuts3_name = "called" }\n'
    text += TOWN + '[[areas]]\nid = "b"\ncodes = ["DEA34"]\n'
    text = text.replace('"05554", ', "")
    head = HEAD.replace('"05554", ', "")
    build_text = text
    frame = build_with(tmp_path, head + build_text).municipalities
    assert frame.loc["05554002", ["nuts3", "nuts3_name", "area"]].tolist() == [
        "DEA34", "Borken", "b",
    ]  # fmt: skip
    assert frame.loc["05558001", "nuts3"] == "DEA"


def build_with(folder, whole):
    build(folder, TOWN, towns="code,count\n05554001,310\n")  # writes the files
    (folder / "region.toml").write_text(whole, encoding="utf-8")
    return gg.build_region(folder / "region.toml")


def test_files_may_lie_in_another_folder(tmp_path):
    other = tmp_path / "raw"
    other.mkdir()
    (other / "office.csv").write_text("code,count\n05554001,12\n", encoding="utf-8")
    text = TOWN.replace("towns.csv", "office.csv")
    assert rows_of(build(tmp_path, text, files=other))["count"]["05554001"] == 12
    with pytest.raises(InputError, match=r"office\.csv: no such file"):
        build(tmp_path, text)


def test_outlines_are_generalised_as_one(tmp_path):
    text = HEAD.replace("year = 2021", "year = 2021\ntolerance_deg = 0.001") + TOWN
    region = build_with(tmp_path, text)
    assert shapely.coverage_is_valid(region.municipalities.geometry.to_numpy())
    assert "region.outlines-generalised" in codes(region)


def test_bounds_of_counts_are_kept_and_those_of_shares_are_told(tmp_path):
    columns = 'columns = { code = "code", lower = "least", upper = "most" }\n'
    bounds = "share_lower = 0.5\nshare_upper = 1.8\n"
    region = build(
        tmp_path, TOWN + columns + UNIT + bounds,
        towns="code,count,least,most\n05554001,300,250,320\n",
        units="code,count\n05554,1000\n05558,90\n",
    )  # fmt: skip
    rows = rows_of(region)[["count", "lower", "upper"]]
    assert rows.loc["05554001"].tolist() == [300, 250, 320]
    assert rows.loc["05554002"].tolist() == [200, 100, 360]
    # never more than there is left of the unit, and all of it where there is one town alone
    assert rows.loc["05554003"].tolist() == [500, 250, 700]
    assert rows.loc["05558001"].tolist() == [90, 90, 90]
    lower, upper = region.opportunities.bounds("jobs")
    codes_of = region.cells["region_code"]
    assert lower.groupby(codes_of).sum()["05554002"] == pytest.approx(100)
    assert upper.groupby(codes_of).sum()["05554001"] == pytest.approx(320)
    region.save(tmp_path / "region")
    again = gg.load_region(tmp_path / "region").opportunities.bounds("jobs")
    assert again[0].equals(lower)
    assert again[1].equals(upper)


def test_a_count_outside_its_bounds_is_a_fault(tmp_path):
    columns = 'columns = { code = "code", lower = "least" }\n'
    with pytest.raises(InputError) as caught:
        build(tmp_path, TOWN + columns, towns="code,count,least\n05554001,300,310\n")
    assert caught.value.code == "bounds-crossed"


def test_counts_without_bounds_have_none(tmp_path):
    region = build(tmp_path, TOWN, towns="code,count\n05554001,300\n")
    assert region.opportunities.bounds("jobs") is None
    assert "lower" not in region.opportunity_table
