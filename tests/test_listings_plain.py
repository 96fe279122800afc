"""The plain list of opportunities, and the checks of every listing."""

from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from shapely import box

from grensgeo.errors import FileError, GrensgeoWarning, InputError
from grensgeo.listings.plain import read_listings
from grensgeo.schema import LISTINGS

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data"
HEAD = (
    "id,opp_type,count,lon,lat,region_code,country,eqf_min,eqf_max,sector_nace,language,"
    "valid_from,valid_to,source_id"
)
GOOD = [
    "a1,internship,2,6.89,52.22,GM0153,NL,4,6,J,nl,2026-02-01,2026-07-31,list",
    "007,apprenticeship,1,7.03,52.21,,DE,3,4,C,de,2026-08-01,,list",
    "m1,job,120,,,05554020,DE,,,,,,,list",
    "s1,startup,1,6.86,52.24,,NL,,,M,en,,,list",
    "g1,graduation,,,,GM0164,NL,6,7,,,,,list",
]


def written(folder, rows, *, head=HEAD, name="list.csv"):
    path = folder / name
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def towns():
    """Two squares that share a border at 7 degrees east, and a gap of 100 m between them."""
    return gpd.GeoDataFrame(
        {"region_code": ["GM0153", "GM0164", "05554020"], "country": ["NL", "NL", "DE"]},
        geometry=[
            box(6.8, 52.1, 6.9985, 52.3),
            box(6.6, 52.1, 6.8, 52.3),
            box(7, 52.1, 7.2, 52.3),
        ],
        crs=4326,
    )


def test_points_and_municipalities_stand_in_one_table(tmp_path):
    table = read_listings(written(tmp_path, GOOD))
    assert [c.name for c in LISTINGS.columns] == list(table.columns)
    assert table["id"].tolist() == ["a1", "007", "m1", "s1", "g1"]
    first = table.iloc[0]
    assert (first["lon"], first["lat"], first["count"]) == (6.89, 52.22, 2)
    assert (first["eqf_min"], first["eqf_max"], first["sector_nace"]) == (4, 6, "J")
    assert first[["lower", "upper"]].tolist() == [2, 2]
    assert table["eqf_min"].isna().tolist() == [False, False, True, True, False]
    assert pd.isna(table.loc[2, "lon"])
    assert table.loc[2, "region_code"] == "05554020"
    assert table.loc[1, "region_code"] is None
    assert table["valid_to"].tolist() == ["2026-07-31", None, None, None, None]


def test_an_empty_count_is_unknown_not_zero(tmp_path):
    table = read_listings(written(tmp_path, GOOD)).set_index("id")
    assert table.loc["g1", ["count", "lower", "upper"]].isna().all()


def test_bounds_of_a_hidden_count_are_kept(tmp_path):
    path = written(
        tmp_path,
        ["a,job,,1,4,GM0153,NL,s", "b,job,7,7,7,GM0164,NL,s"],
        head="id,opp_type,count,lower,upper,region_code,country,source_id",
    )
    table = read_listings(path)
    assert table["count"].isna().tolist() == [True, False]
    assert table[["lower", "upper"]].to_numpy().tolist() == [[1, 4], [7, 7]]


def test_semicolons_bom_and_another_order_do_not_matter(tmp_path):
    path = tmp_path / "list.csv"
    text = "source_id;country;lat;lon;count;opp_type;id\nlist;NL;52.22;6.89;2;internship;a1\n"
    path.write_text(text, encoding="utf-8-sig")
    assert read_listings(path).loc[0, ["id", "lon"]].tolist() == ["a1", 6.89]


def test_unknown_columns_are_told_and_not_read(tmp_path):
    head = "id,opp_type,count,lon,lat,country,source_id,contact_email,eqf_mn"
    path = written(tmp_path, ["a,job,1,6.89,52.22,NL,s,someone@example.org,4"], head=head)
    with pytest.warns(GrensgeoWarning, match="'contact_email', 'eqf_mn' are not known"):
        table = read_listings(path)
    assert "someone@example.org" not in table.to_csv()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("a,intern,1,6.89,52.22,,NL,,,,,,,s", r"no opp_type of that name \('intern', line 2\)"),
        ("a,job,1,6.89,52.22,,NLD,,,,,,,s", r"no country of that name \('NLD', line 2\)"),
        ("a,job,1,6.89,52.22,,,,,,,,,s", "no country in line 2"),
        ("a,job,1,6.89,52.22,,NL,,,,,,,", "no source_id in line 2"),
        (",job,1,6.89,52.22,,NL,,,,,,,s", "no id in line 2"),
        ("a,job,-1,6.89,52.22,,NL,,,,,,,s", "counts below zero in line 2"),
        ("a,job,many,6.89,52.22,,NL,,,,,,,s", r"count is no number \('many', line 2\)"),
        ("a,job,inf,6.89,52.22,,NL,,,,,,,s", "count is no number"),
        ("a,job,1,52.22,6.89,,NL,,,,,,,s", r"swapped in line 2 \(52.2200, 6.8900\)"),
        ("a,job,1,13.4,52.5,,NL,,,,,,,s", r"points outside NL in line 2 \(13.4000, 52.5000\)"),
        ("a,job,1,257000,471000,,NL,,,,,,,s", "points outside NL.*degrees"),
        ("a,job,1,6.89,,,NL,,,,,,,s", "longitude without latitude.*line 2"),
        ("a,job,1,,,,NL,,,,,,,s", "no place in line 2; give lon and lat, or region_code"),
        ("a,job,1,,,5554020,DE,,,,,,,s", "leading zero.*'5554020', line 2.*AGS of eight digits"),
        ("a,job,1,,,153,NL,,,,,,,s", "leading zero.*'153', line 2.*GM0153"),
        ("a,job,1,,,05554,DE,,,,,,,s", "not of a municipality in DE.*'05554', line 2.*total"),
        ("a,job,1,,,NL01,NL,,,,,,,s", "not of a municipality in NL"),
        ("a,job,1,,,GM0153,DE,,,,,,,s", "not of a municipality in DE"),
        ("a,job,1,6.89,52.22,,NL,0,,,,,,s", r"eqf_min is no level.*\('0', line 2\).*1 to 8"),
        ("a,job,1,6.89,52.22,,NL,,9,,,,,s", "eqf_max is no level"),
        ("a,job,1,6.89,52.22,,NL,mbo-4,,,,,,s", "eqf_min is no level.*eqf_range"),
        ("a,job,1,6.89,52.22,,NL,6,4,,,,,s", "eqf_min above eqf_max in line 2"),
        ("a,job,1,6.89,52.22,,NL,,,Z,,,,s", r"no sector_nace of that name \('Z', line 2\)"),
        ("a,job,1,6.89,52.22,,NL,,,62.01,,,,s", "nace_section"),
        ("a,job,1,6.89,52.22,,NL,,,,Dutch,,,s", r"no languages \('Dutch', line 2\)"),
        ("a,job,1,6.89,52.22,,NL,,,,,01-02-2026,,s", "valid_from is no day.*2026-02-28"),
        ("a,job,1,6.89,52.22,,NL,,,,,2026-02-30,,s", "valid_from is no day"),
        (
            "a,job,1,6.89,52.22,,NL,,,,,2026-07-01,2026-02-01,s",
            r"valid_to before valid_from \(2026-07-01 to 2026-02-01, line 2\)",
        ),
    ],
)
def test_right_shape_wrong_content_is_refused_by_line(tmp_path, row, said):
    with pytest.raises(InputError, match=said):
        read_listings(written(tmp_path, [row]))


def test_every_fault_is_told_at_once(tmp_path):
    rows = [*GOOD, "a1,intern,1,52.22,6.89,,NL,9,,Q,,,,list"]
    with pytest.raises(InputError) as caught:
        read_listings(written(tmp_path, rows))
    for part in (
        "'intern', line 7",
        "ids come twice ('a1', lines 2, 7)",
        "'9', line 7",
        "swapped",
    ):
        assert part in str(caught.value)


def test_points_are_held_to_their_country_and_municipality(tmp_path, towns):
    rows = [
        "in,job,1,6.9,52.2,GM0153,NL,,,,,,,s",
        "seam,job,1,6.9992,52.2,GM0153,NL,,,,,,,s",
        "afar,job,1,5.0,52.2,,NL,,,,,,,s",
    ]
    assert len(read_listings(written(tmp_path, rows), municipalities=towns)) == 3
    rows += ["over,job,1,7.1,52.2,,NL,,,,,,,s", "next,job,1,6.7,52.2,GM0153,NL,,,,,,,s"]
    with pytest.raises(InputError) as caught:
        read_listings(written(tmp_path, rows), municipalities=towns)
    assert "points outside their country NL in line 5 (over)" in str(caught.value)
    assert "outside the municipality that the listing names in line 6 (GM0153)" in str(
        caught.value
    )
    with pytest.raises(InputError, match="give polygons with country, region_code and a CRS"):
        read_listings(written(tmp_path, rows), municipalities=towns.drop(columns="country"))


def test_files_that_are_no_list(tmp_path):
    with pytest.raises(InputError, match="not a list of opportunities: no column 'source_id'"):
        read_listings(written(tmp_path, ["a,job,1,NL"], head="id,opp_type,count,country"))
    with pytest.raises(FileError, match="no such file"):
        read_listings(tmp_path / "none.csv")
    with pytest.raises(InputError, match="no rows"):
        read_listings(written(tmp_path, []))
    with pytest.raises(InputError, match="differ in length"):
        read_listings(written(tmp_path, ["a,job,1,6.89,52.22,,NL,,,,,,,s,more"]))


def test_bounds_must_hold_the_count(tmp_path):
    head = "id,opp_type,count,lower,upper,region_code,country,source_id"
    rows = ["a,job,9,1,4,GM0153,NL,s", "b,job,,4,1,GM0164,NL,s"]
    with pytest.raises(InputError, match="outside its lower and upper in lines 2, 3"):
        read_listings(written(tmp_path, rows, head=head))


@pytest.mark.shared_data
def test_points_of_real_towns_lie_in_their_municipality(tmp_path):
    path = SHARED / "boundaries"
    if not path.exists():
        pytest.skip("shared/data is absent")
    dutch = gpd.read_file(path / "nl_gemeenten_2022.geojson")
    german = gpd.read_file(path / "de_gemeinden_vg250ew_2023.geojson")
    towns = gpd.GeoDataFrame(
        {
            "region_code": [*dutch["statcode"], *german["ags"]],
            "country": ["NL"] * len(dutch) + ["DE"] * len(german),
        },
        geometry=[*dutch.geometry, *german.geometry],
        crs=4326,
    )
    inner = towns.representative_point()
    rows = [
        f"p{i},job,1,{point.x:.6f},{point.y:.6f},{code},{country},,,,,,,s"
        for i, (point, code, country) in enumerate(
            zip(inner, towns["region_code"], towns["country"], strict=True)
        )
    ]
    assert len(read_listings(written(tmp_path, rows), municipalities=towns)) == len(towns)
    lying = [row.replace(",NL,", ",DE,") for row in rows[:55]]
    lying = [
        row.replace(f",{code},", ",,") for row, code in zip(lying, dutch["statcode"], strict=True)
    ]
    # Places west of the extent of Germany fall to the extent, the others to the polygons.
    with pytest.raises(InputError, match="outside their country DE"):
        read_listings(written(tmp_path, lying), municipalities=towns)
