import csv
import hashlib
import json
import re
from types import SimpleNamespace

import frictionless
import numpy as np
import pandas as pd
import pytest
from reach_tables import by_rows

from grensgeo import words
from grensgeo.errors import FileError, InputError
from grensgeo.monitor import STATUSES, write_monitor
from grensgeo.monitor.package import code_pattern
from grensgeo.provenance import Provenance, Source
from grensgeo.schema import INDICATORS, OBSERVATIONS

NAN = np.nan
#: What nobody reaches in the own country, and 20,000 across.
UNDEFINED = {"closed": 0.0, "reach_nl": 0.0, "open": 20_000.0, "border_effect": NAN,
             "share_across": 1.0}  # fmt: skip
FILES = ["datapackage.json", "indicators.csv", "observations.csv"]
BKG = Source("bkg", "Gemeinden", "dl-de/by-2-0", "© GeoBasis-DE / BKG", url="https://bkg.example")
CBS = Source("cbs", "Gemeenten", "CC-BY-4.0", "CBS")
REGION = SimpleNamespace(
    municipalities=pd.DataFrame(
        {
            "region_code": ["GM0153", "05554020"],
            "nuts3": ["NL213", "DEA34"],
            "country": ["NL", "DE"],
        },
        index=["GM0153", "05554020"],
    ),
    provenance=Provenance((CBS,), ("Jobs are modelled",)),
)


def rows(*ids, **change):
    country = {"G": "NL", "0": "DE", "N": "NL", "D": "DE"}
    own, other = 123_456.7, 20_000.0
    frame = pd.DataFrame(
        [
            {
                "id": name,
                "country": country[name[0]],
                "cutoff_min": 45.0,
                "opportunity": "jobs",
                "reach_nl": own if country[name[0]] == "NL" else other,
                "reach_de": other if country[name[0]] == "NL" else own,
                "closed": own,
                "open": 143_456.7,
                "border_effect": 0.162_000_1,
                "share_across": 0.139_4,
                "unknown_within": 0,
                "population_covered": 1.0,
                "mode": "car",
                "scenario": "baseline",
            }
            for name in ids
        ]
    )
    return by_rows(frame.assign(**change))


def write(folder, municipalities=None, nuts3=None, **change):
    given = {"region": REGION, "provenance": Provenance((BKG,)), "period": "2022"} | change
    return write_monitor(
        rows("GM0153", "05554020") if municipalities is None else municipalities,
        rows("NL213", "DEA34") if nuts3 is None else nuts3,
        folder,
        region=given["region"],
        provenance=given["provenance"],
        period=given["period"],
    )


def read(folder, name="observations.csv"):
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def status(tmp_path, **change):
    write(tmp_path, rows("GM0153", **change))
    found = {}
    for row in read(tmp_path):
        if row["level"] == "municipality":
            measure = row["indicator"].removeprefix("jobs_").removesuffix("_car_45min")
            found[measure] = (row["value"], row["status"])
    return found


def validate(folder):
    return frictionless.validate(str(folder / "datapackage.json"))


def test_the_feed_by_hand(tmp_path):
    assert [path.name for path in write(tmp_path / "feed")] == [FILES[2], FILES[1], FILES[0]]
    lines = (tmp_path / "feed" / "observations.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "indicator,region_code,level,period,value,unit,status,source"
    assert lines[1:5] == [
        "jobs_border_effect_car_45min,05554020,municipality,2022,0.162,ratio,modelled,bkg;cbs",
        "jobs_border_effect_car_45min,GM0153,municipality,2022,0.162,ratio,modelled,bkg;cbs",
        "jobs_closed_car_45min,05554020,municipality,2022,123500,jobs,modelled,bkg;cbs",
        "jobs_closed_car_45min,GM0153,municipality,2022,123500,jobs,modelled,bkg;cbs",
    ]
    assert len(lines) == 1 + 4 * 4
    indicators = read(tmp_path / "feed", "indicators.csv")
    assert [row["indicator"] for row in indicators] == sorted(
        f"jobs_{measure}_car_45min"
        for measure in ("border_effect", "closed", "open", "share_across")
    )
    closed = indicators[1]
    assert closed["name_nl"] == "Banen binnen 45 min met de auto, alleen in het eigen land"
    assert closed["name_de"].startswith("Arbeitsplätze innerhalb von 45 min mit dem Auto")
    assert closed["name_en"] == "Jobs within 45 min by car, in the own country only"


def test_frictionless_accepts_the_feed(tmp_path):
    write(tmp_path, rows("GM0153", **UNDEFINED))
    report = validate(tmp_path)
    assert report.valid, report.flatten(["type", "message"])
    assert len(report.tasks) == 2


def test_frictionless_would_notice(tmp_path):
    write(tmp_path)
    path = tmp_path / "observations.csv"
    text = path.read_text(encoding="utf-8")
    for old, new in (
        ("modelled", "guessed"),
        ("jobs_open_car_45min,GM", "jobs_opened,GM"),
        ("0.162", "much"),
        ("05554020", "5554020"),
    ):
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        assert not validate(tmp_path).valid, old


def test_an_unknown_figure_is_empty_and_never_zero(tmp_path):
    lost = dict.fromkeys(
        ("reach_nl", "reach_de", "closed", "open", "border_effect", "share_across"), NAN
    )
    assert set(status(tmp_path, **lost).values()) == {("", "missing")}


def test_a_figure_divided_by_zero_is_undefined(tmp_path):
    found = status(tmp_path, **UNDEFINED)
    assert found["closed"] == ("0", "modelled")
    assert found["border_effect"] == ("", "undefined")
    nothing = UNDEFINED | {"open": 0.0, "reach_de": 0.0, "share_across": NAN}
    assert status(tmp_path, **nothing)["share_across"] == ("", "undefined")


def test_an_effect_of_an_unknown_open_is_missing_not_undefined(tmp_path):
    found = status(tmp_path, open=NAN, border_effect=NAN, share_across=NAN)
    assert found["border_effect"] == ("", "missing")
    assert found["closed"] == ("123500", "modelled")


def test_partial_figures_are_called_so(tmp_path):
    assert status(tmp_path, unknown_within=2)["open"] == ("143500", "partial")
    assert status(tmp_path, population_covered=0.9)["open"] == ("143500", "partial")
    assert status(tmp_path, population_covered=NAN)["open"] == ("143500", "modelled")


def test_optional_columns_may_be_absent(tmp_path):
    bare = rows("GM0153").drop(
        columns=["share_across", "unknown_within", "population_covered", "scenario"]
    )
    write(tmp_path, bare)
    shares = {r["value"] for r in read(tmp_path) if "share_across" in r["indicator"]}
    assert shares == {"0.139"}


def test_the_same_reach_gives_the_same_bytes(tmp_path):
    write(tmp_path / "a")
    write(
        tmp_path / "b",
        rows("GM0153", "05554020").iloc[::-1],
        rows("NL213", "DEA34").sample(frac=1, random_state=3),
    )
    for name in FILES:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_the_package_says_what_it_holds(tmp_path):
    write(tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert package["licenses"] == [
        {"name": "CC-BY-4.0", "title": "CC-BY-4.0"},
        {"name": "dl-de-by-2-0", "title": "dl-de/by-2-0"},
    ]
    assert package["sources"] == [
        {"title": "Gemeinden (© GeoBasis-DE / BKG)", "path": "https://bkg.example"},
        {"title": "Gemeenten (CBS)"},
    ]
    assert "Jobs are modelled." in package["description"]
    observations = package["resources"][0]
    content = (tmp_path / "observations.csv").read_bytes()
    assert observations["bytes"] == len(content)
    assert observations["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
    schema = observations["schema"]
    assert schema["primaryKey"] == list(OBSERVATIONS.key)
    assert schema["foreignKeys"][0]["reference"]["resource"] == "indicators"
    fields = {item["name"]: item["constraints"] for item in schema["fields"]}
    assert fields["status"] == {"required": True, "enum": list(STATUSES)}
    assert fields["value"] == {"required": False}


@pytest.mark.parametrize(
    ("codes", "others"),
    [
        (["GM0153", "05554020", "NL213", "DEA34"], ["73107", "BE221", "gm0153", "0555402"]),
        (["GM0988", "NL423", "73107", "BE221"], ["DEA34", "=1+1", ""]),
        (["101", "DK032", "01054033", "DEF07"], ["=101", ";"]),
    ],
)
def test_codes_of_any_region_fit_the_pattern_of_its_package(codes, others):
    pattern = re.compile(code_pattern(codes))
    assert all(pattern.fullmatch(code) for code in codes)
    if any(code.isdigit() and len(code) != 8 for code in codes):
        others = [code for code in others if not re.fullmatch(r"\w+", code)]
    assert not any(pattern.fullmatch(code) for code in others)


def test_the_files_hold_what_the_schema_declares(tmp_path):
    write(tmp_path)
    for name, table in (("observations.csv", OBSERVATIONS), ("indicators.csv", INDICATORS)):
        frame = pd.read_csv(
            tmp_path / name, dtype={"region_code": str, "period": str}, keep_default_na=True
        )
        table.check(frame)
        assert list(frame.columns) == [column.name for column in table.columns]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"municipalities": rows("GM0153").drop(columns="mode")}, "column 'mode' is missing"),
        ({"municipalities": rows("GM9999")}, "by municipality: codes .* not have: GM9999"),
        ({"nuts3": rows("GM0153")}, "by nuts3: codes that the region does not have: GM0153"),
        ({"municipalities": rows("GM0153", scenario="plan")}, "holds plan; the feed takes the"),
        ({"municipalities": rows("GM0153", "GM0153")}, "twice: GM0153 car jobs 45.0"),
        ({"municipalities": rows("GM0153").iloc[:0]}, "there are no rows"),
        ({"period": "last year"}, "period 'last year'; write 2022"),
        (
            {
                "region": SimpleNamespace(
                    municipalities=REGION.municipalities, provenance=Provenance()
                )
            }
            | {"provenance": Provenance()},
            "no sources; a feed must name them",
        ),
    ],
)
def test_what_cannot_be_published_is_refused_and_leaves_nothing(tmp_path, change, message):
    folder = tmp_path / "feed"
    with pytest.raises(InputError, match=message):
        write(folder, **change)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_to_write_leaves_the_old_feed_and_nothing_else(tmp_path, monkeypatch):
    folder = tmp_path / "feed"
    write(folder)
    before = {name: (folder / name).read_bytes() for name in FILES}

    def full(self, content):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    with pytest.raises(FileError, match=r"cannot be written .No space left on device"):
        write(folder, rows("GM0153"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["feed"]
    assert {name: (folder / name).read_bytes() for name in FILES} == before


def test_a_folder_that_is_a_file(tmp_path):
    (tmp_path / "feed").write_text("x", encoding="utf-8")
    with pytest.raises(FileError, match="is a file; name a folder"):
        write(tmp_path / "feed")


def test_an_old_feed_is_replaced(tmp_path):
    write(tmp_path)
    write(tmp_path, period="2023-Q1")
    assert {row["period"] for row in read(tmp_path)} == {"2023-Q1"}
    assert sorted(path.name for path in tmp_path.iterdir()) == FILES


def test_the_feed_names_things_as_the_maps_do(tmp_path):
    many = pd.concat(
        [rows("GM0153", opportunity=name) for name in ("apprenticeships", "students", "my jobs")]
    )
    write(tmp_path, many)
    table = pd.read_csv(tmp_path / "indicators.csv").set_index("indicator")
    for name in ("apprenticeships", "students"):
        for language in words.LANGUAGES:
            said = table.loc[f"{name}_open_car_45min", f"name_{language}"]
            term = words.text(f"terms.opportunity.{name}")[language]
            assert said.startswith(words.capital(term) + " ")
    assert table.loc["my jobs_open_car_45min", "name_nl"].startswith("My jobs binnen 45 min met")


def of_countries(*shown):
    """Give a region of these countries, a municipality and a NUTS 3 each, and its reach."""
    ids = [f"town {n}" for n, _ in enumerate(shown)]
    places = pd.DataFrame(
        {"region_code": ids, "nuts3": [f"{code}001" for code in shown], "country": shown},
        index=ids,
    )
    region = SimpleNamespace(municipalities=places, provenance=REGION.provenance)
    common = {"cutoff_min": 45.0, "opportunity": "jobs", "closed": 100.0, "share_across": NAN,
              "open": 100.0 * len(shown), "border_effect": len(shown) - 1.0, "unknown_within": 0,
              "population_covered": 1.0, "mode": "car", "scenario": "baseline"}  # fmt: skip
    common["share_across"] = 1 - 1 / len(shown)

    def table(column):
        return pd.DataFrame(
            [
                {"id": place, "country": home, "to_country": code, "reach": 100.0, **common}
                for place, home in zip(places[column], shown, strict=True)
                for code in shown
            ]
        )

    return region, table("region_code"), table("nuts3")


@pytest.mark.parametrize("country", ["PL", "FR"])
def test_of_one_country_the_feed_has_no_figure_of_a_border(tmp_path, country):
    region, towns, nuts3 = of_countries(country)
    write(tmp_path, towns, nuts3, region=region)
    assert [row["indicator"] for row in read(tmp_path)] == ["jobs_open_car_45min"] * 2
    (told,) = read(tmp_path, "indicators.csv")
    assert told["name_en"] == "Jobs within 45 min by car, in all"
    assert not any("grens" in text or "Grenze" in text for text in told.values())


def test_of_three_countries_the_feed_does_not_say_both(tmp_path):
    region, towns, nuts3 = of_countries("NL", "DE", "BE")
    write(tmp_path, towns, nuts3, region=region)
    told = {row["indicator"]: row for row in read(tmp_path, "indicators.csv")}
    assert told["jobs_open_car_45min"]["name_en"].endswith("in all countries together")
    for row in told.values():
        assert not any(word in " ".join(row.values()) for word in ("both", "beide", "beiderseits"))
    values = {row["value"] for row in read(tmp_path) if row["indicator"] == "jobs_open_car_45min"}
    assert values == {"300"}
