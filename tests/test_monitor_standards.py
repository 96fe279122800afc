"""Validators that nobody here wrote take the feed, and refuse a copy that is broken on purpose."""

import hashlib
import json
import os
import shutil
import sys
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from toyfeed import toy_cells, toy_towns, write_toy

from grensgeo import words
from grensgeo.monitor import FeedOptions
from grensgeo.monitor.standards.wide import EMPTY, NOT_APPLICABLE, SUPPRESSED, UNKNOWN

#: Shapes of DCAT-AP and its profiles, which are not part of the project; a folder named by
#: GRENSGEO_SHACL, or beside the repository.
SHAPES = Path(
    os.environ.get(
        "GRENSGEO_SHACL", Path(__file__).resolve().parents[2] / "shared" / "data" / "shacl"
    )
)
NORMS = ({"opportunity": "jobs", "cutoff_min": 45.0, "least": 1000},)
TEXT = {"region_code": str, "period": str, "nuts_version": str, "run_id": str}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "feed"
    region = toy_towns(names={"GM0034": "=1+1"})
    options = FeedOptions(norms=NORMS, suppress_below=20, contact_email="info@example.org")
    reach = toy_cells(region, modes=("transit-bicycle",), scenarios=("baseline", "plan"))
    write_toy(folder, reach, region=region, options=options)
    return folder


@pytest.fixture
def broken(made, tmp_path):
    """Give a copy in which one text of a file is another."""

    def copy(name, old, new):
        folder = tmp_path / "broken"
        shutil.copytree(made, folder)
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return copy


def table(folder):
    return pd.read_csv(folder / "observations.csv", dtype=TEXT)


# --- JSON-stat


def test_json_stat_is_valid_and_holds_every_figure(made):
    from jsonstat_validator import validate_jsonstat

    rows = table(made)
    for language in words.LANGUAGES:
        data = json.loads((made / f"observations.{language}.jsonstat.json").read_text("utf-8"))
        assert validate_jsonstat(data)
        axes = [data["dimension"][name]["category"]["index"] for name in data["id"]]
        held = 0
        for row in rows.to_dict("records"):
            place = [
                axis.index(row[name])
                for axis, name in zip(axes, ("indicator_id", "region_code", "period"), strict=True)
            ]
            flat = (place[0] * len(axes[1]) + place[1]) * len(axes[2]) + place[2]
            value = data["value"][flat]
            assert (value is None) == pd.isna(row["value"])
            assert value is None or value == row["value"]
            assert data["status"][str(flat)] == row["status"]
            held += 1
        assert held == len(data["status"])


def test_a_broken_json_stat_is_refused(made):
    from jsonstat_validator import validate_jsonstat

    data = json.loads((made / "observations.nl.jsonstat.json").read_text("utf-8"))
    with pytest.raises(Exception, match="Size array length"):
        validate_jsonstat(data | {"size": data["size"][:2]})


# --- SDMX


def read_sdmx(folder):
    from pysdmx.io import get_datasets

    structure = folder / "structure.sdmx.xml"
    return get_datasets(folder / "observations.sdmx.csv", structure, validate=True)


def test_sdmx_reads_structure_and_data(made):
    from pysdmx.io import read_sdmx as read_structure

    message = read_structure(made / "structure.sdmx.xml", validate=True)
    lists = {one.id: one for one in message.structures if type(one).__name__ == "Codelist"}
    rows = table(made)
    assert {code.id for code in lists["CL_INDICATOR"].items} == set(rows["indicator_id"])
    assert {code.id for code in lists["CL_AREA"].items} == set(rows["region_code"])
    (data,) = read_sdmx(made)
    assert len(data.data) == len(rows)
    components = {component.id for component in data.structure.components}
    assert {"INDICATOR", "REF_AREA", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS"} <= components
    assert set(data.data["REF_AREA"]) == set(rows["region_code"])


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [("structure.sdmx.xml", "str:TimeDimension", "str:Clock"),
     ("observations.sdmx.csv", "STRUCTURE_ID", "STRUCT")],
)  # fmt: skip
def test_broken_sdmx_is_refused(broken, name, old, new):
    folder = broken(name, old, new)
    with pytest.raises(Exception, match=r"."):
        read_sdmx(folder)


# --- PX


def read_px(folder, language=None):
    from pyaxis import pyaxis

    return pyaxis.parse(
        str(folder / "observations.px"), encoding="utf-8", lang=language,
        null_values=r'^"\.\."$', sd_values=r'"\.\.\."',
    )  # fmt: skip


def test_px_holds_the_figures_rounded_once(made):
    rows, told = table(made), pd.read_csv(made / "indicators.csv").set_index("indicator_id")
    found = read_px(made)["DATA"]
    shape = told.shape[0], rows["region_code"].nunique()
    assert len(found) == shape[0] * shape[1]
    named = rows.merge(told[["name_en", "decimals"]], left_on="indicator_id", right_index=True)
    # a name that two levels share has its code behind it
    regions = pd.read_csv(made / "regions.csv", dtype=str).set_index("region_code")["name_en"]
    twice = regions.duplicated(keep=False)
    called = {code: f"{name} ({code})" if twice[code] else name for code, name in regions.items()}
    lookup = found.set_index(["indicator", "region"])["DATA"]
    for row in named.to_dict("records"):
        said = str(lookup[row["name_en"], called[row["region_code"]].replace("'=", "=")])
        if row["status"] in "MQ":
            assert said in {"nan", "", "...", "..", '".."', '"..."'}
        else:
            assert float(said) == pytest.approx(round(row["value"], row["decimals"]), abs=1e-9)


def test_px_speaks_three_languages(made):
    for language, word in (("nl", "gebied"), ("de", "Gebiet"), ("en", "region")):
        assert word in read_px(made, language)["DATA"].columns


def test_a_broken_px_is_refused(broken):
    folder = broken("observations.px", 'VALUES("region")', 'WALUES("region")')
    with pytest.raises(Exception, match=r"."):
        read_px(folder)


# --- CSVW


def valid_csvw(folder):
    import warnings

    from csvw import CSVW

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what is wrong is told by warnings too
        try:
            return CSVW(str(folder / "csv-metadata.json"), validate=True).is_valid
        except ValueError:
            return False


def test_csvw_takes_the_tables(made):
    assert valid_csvw(made)


def test_csvw_refuses_another_status(broken):
    assert not valid_csvw(broken("observations.csv", ",E,", ",X,"))


# --- DCAT-AP


def dcat(folder):
    import rdflib

    return rdflib.Graph().parse(folder / "dcat.ttl", format="turtle")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_turtle_and_json_ld_say_the_same(made):
    import rdflib
    from rdflib.compare import isomorphic

    other = rdflib.Graph().parse(made / "dcat.jsonld", format="json-ld")
    assert isomorphic(dcat(made), other)


def test_the_catalogue_knows_files_by_their_checksums(made):
    graph = dcat(made)
    sums = {str(x) for x in graph.objects(predicate=_term("spdx", "checksumValue"))}
    for name in ("observations.csv", "wide.xlsx", "geometry.gpkg", "datapackage.json"):
        assert hashlib.sha256((made / name).read_bytes()).hexdigest() in sums
    german = {str(x) for x in graph.objects(predicate=_term("dcatde", "politicalGeocodingURI"))}
    assert "http://dcat-ap.de/def/politicalGeocoding/municipalityKey/05554020" in german


def _term(prefix, name):
    import rdflib

    spaces = {"spdx": "http://spdx.org/rdf/terms#", "dcatde": "http://dcat-ap.de/def/dcatde/"}
    return rdflib.URIRef(spaces[prefix] + name)


MANDATORY = [
    "dcat-ap/dcat-ap-SHACL.ttl", "dcat-ap/shapes.ttl", "dcat-ap/range.ttl",
    "dcat-ap-nl/dcat-ap-nl-SHACL.ttl", "dcat-ap-nl/dcat-ap-nl-SHACL-klassebereik.ttl",
    "dcat-ap-de/dcat-ap-SHACL-DE.ttl", "dcat-ap-de/dcat-ap-spec-german-additions.ttl",
]  # fmt: skip


#: Shapes of what is recommended: what they find is listed, and refuses nothing.
RECOMMENDED = ("dcat-ap/shapes_recommended.ttl", "dcat-ap-nl/dcat-ap-nl-SHACL-aanbevolen.ttl")


def recommended(graph):
    """List the properties that are recommended and not everywhere, each once."""
    told = [one for shapes in RECOMMENDED for one in messages(graph, shapes, every=True)]
    return sorted({one.rpartition("->")[2] for one in told})


def violations(graph, shapes):
    """Give what mandatory shapes find."""
    return messages(graph, shapes)


def messages(graph, shapes, *, every=False):
    """Give what shapes find; imports, which need the internet, are left off."""
    import pyshacl
    import rdflib

    wanted = rdflib.Graph().parse(SHAPES / shapes, format="turtle")
    wanted.remove((None, rdflib.OWL.imports, None))
    _, report, _ = pyshacl.validate(
        graph, shacl_graph=wanted, inference="none", do_owl_imports=False, advanced=True
    )
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    return [
        str(report.value(result, sh.resultMessage))
        for result in report.subjects(rdflib.RDF.type, sh.ValidationResult)
        if every or report.value(result, sh.resultSeverity) == sh.Violation
    ]


@pytest.mark.shared_data
@pytest.mark.parametrize("shapes", MANDATORY)
def test_dcat_ap_and_its_profiles_find_no_violation(made, shapes):
    if not SHAPES.exists():
        pytest.skip(f"no shapes in {SHAPES}")
    assert violations(dcat(made), shapes) == []


@pytest.mark.shared_data
@pytest.mark.long
def test_what_is_recommended_is_listed(made):
    if not SHAPES.exists():
        pytest.skip(f"no shapes in {SHAPES}")
    listed = recommended(dcat(made))
    print("\n".join(listed))  # noqa: T201 - with -s
    assert len(listed) < 20


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("shapes", "predicate"),
    [("dcat-ap/dcat-ap-SHACL.ttl", "dct:title"), ("dcat-ap-nl/dcat-ap-nl-SHACL.ttl", "dct:publisher"),
     ("dcat-ap-de/dcat-ap-spec-german-additions.ttl", "dct:license")],
)  # fmt: skip
def test_dcat_ap_would_notice(made, shapes, predicate):
    import rdflib

    if not SHAPES.exists():
        pytest.skip(f"no shapes in {SHAPES}")
    graph = dcat(made)
    term = rdflib.URIRef("http://purl.org/dc/terms/" + predicate.partition(":")[2])
    graph.remove((None, term, None))
    assert violations(graph, shapes)


# --- RO-Crate


#: What of the standard's context a feed needs; the whole is read from the internet.
CONTEXT = {"File": "http://schema.org/MediaObject", "conformsTo": "http://purl.org/dc/terms/conformsTo"} | {
    name: f"http://schema.org/{name}"
    for name in (
        "name", "description", "datePublished", "license", "publisher", "author", "about", "url",
        "temporalCoverage", "identifier", "isBasedOn", "hasPart", "creditText", "Dataset",
        "encodingFormat", "contentSize", "CreativeWork", "Organization",
    )
}  # fmt: skip


class Answer:
    """What the address of the context would answer."""

    status_code = 200
    headers = {"Content-Type": "application/ld+json"}  # noqa: RUF012 - as requests has it
    text = json.dumps({"@context": CONTEXT})
    content = text.encode()
    url = "https://w3id.org/ro/crate/1.1/context"

    def json(self):
        return json.loads(self.text)

    def raise_for_status(self):
        pass


def crate_issues(folder, monkeypatch):
    """Give what the validator finds that is required, the context handed to it."""
    from rocrate_validator import services
    from rocrate_validator.models import Severity
    from rocrate_validator.utils import http

    monkeypatch.setattr(http.HttpRequester, "get", lambda *_, **__: Answer(), raising=False)
    settings = services.ValidationSettings(
        rocrate_uri=str(folder), profile_identifier="ro-crate-1.1",
        requirement_severity=Severity.REQUIRED,
    )  # fmt: skip
    return [issue.message for issue in services.validate(settings).get_issues()]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_the_crate_is_valid(made, monkeypatch):
    assert crate_issues(made, monkeypatch) == []


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_a_broken_crate_is_refused(broken, monkeypatch):
    folder = broken("ro-crate-metadata.json", '"datePublished"', '"dateUnknown"')
    assert crate_issues(folder, monkeypatch)


# --- GeoParquet


def test_geoparquet_is_valid_with_boxes(made):
    import geoparquet_validator as validator

    report = validator.check(str(made / "geometry.parquet"))
    for kind in ("core", "covering", "distribution"):
        assert validator.failed(report, kind) == []
    passed = [one["id"] for one in report["outcomes"] if one["status"] == "pass"]
    assert any("covering" in one for one in passed)


def test_a_broken_geoparquet_is_refused(made):
    import geoparquet_validator as validator

    content = (made / "geometry.parquet").read_bytes()
    other = content.replace(b'"encoding": "WKB"', b'"encoding": "WKX"')
    assert other != content
    assert validator.failed(validator.check_bytes("x.parquet", other), "core")


# --- the data package, by a second validator


@pytest.mark.skipif(sys.version_info < (3, 12), reason="check-datapackage needs Python 3.12")
def test_check_datapackage_takes_the_package_and_would_notice(made):
    import check_datapackage

    package = json.loads((made / "datapackage.json").read_text("utf-8"))
    assert check_datapackage.check(package) == []
    del package["resources"]
    assert check_datapackage.check(package)


# --- the wide table


def test_the_wide_table_has_its_layout_and_codes(made):
    wide = pd.read_csv(made / "wide.csv", sep=";", dtype={"geoitem": str, "period": str})
    assert list(wide.columns[:3]) == ["period", "geolevel", "geoitem"]
    rows = table(made)
    told = pd.read_csv(made / "indicators.csv").set_index("indicator_id")
    assert set(wide.columns[3:]) == set(rows["indicator_id"])
    found = wide.set_index(["period", "geolevel", "geoitem"])
    for row in rows.to_dict("records"):
        value = found.loc[
            (row["period"], row["region_level"], row["region_code"]), row["indicator_id"]
        ]
        if row["status"] == "Q":
            assert value == SUPPRESSED
        elif row["status"] == "M":
            assert value in {NOT_APPLICABLE, UNKNOWN}
        else:
            assert value == pytest.approx(
                round(row["value"], told.loc[row["indicator_id"], "decimals"])
            )
    assert SUPPRESSED in set(found.to_numpy().ravel())


def test_a_rate_by_zero_does_not_apply_and_what_is_nowhere_is_empty():
    from grensgeo.monitor.standards.cube import Cube
    from grensgeo.monitor.standards.wide import wide_rows

    indicators = pd.DataFrame({"decimals": [0, 3], "denominator": [None, "a"]}, index=["a", "b"])
    regions = pd.DataFrame({"region_level": "municipality", "region_code": ["x", "y", "z"]},
                           index=["x", "y", "z"])  # fmt: skip
    rows = pd.DataFrame(
        [("a", "x", "2022", 0.0, "A"), ("b", "x", "2022", float("nan"), "M"),
         ("a", "y", "2022", 3.6, "A"), ("b", "y", "2022", float("nan"), "M")],
        columns=["indicator_id", "region", "period", "value", "status"],
    )  # fmt: skip
    got = wide_rows(Cube(indicators, regions, ["2022"], rows))
    assert [row[3:] for row in got[1:]] == [[0, NOT_APPLICABLE], [4, UNKNOWN], [EMPTY, EMPTY]]


def test_codes_keep_their_zeros_and_names_are_no_formulas_in_the_workbook(made):
    from openpyxl import load_workbook

    book = load_workbook(made / "wide.xlsx")
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    codes = {cell.value for cell in book["data"]["C"]}
    assert {"05554020", "GM0034"} <= codes
    regions = pd.read_excel(made / "wide.xlsx", sheet_name="regions", dtype=str)
    assert "05554020" in set(regions["ags"])
    assert "=1+1" in set(regions["name_nl"])
    with zipfile.ZipFile(made / "wide.xlsx") as archive:
        assert {part.date_time[0] for part in archive.infolist()} == {2000}


# --- all of them, on a larger feed


def hold_feed(folder, monkeypatch):
    """Hold the feed of a study to every validator."""
    import frictionless
    import geoparquet_validator
    from jsonstat_validator import validate_jsonstat

    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])[:5]
    for language in words.LANGUAGES:
        text = (folder / f"observations.{language}.jsonstat.json").read_text("utf-8")
        assert validate_jsonstat(json.loads(text))
    (data,) = read_sdmx(folder)
    assert len(data.data) == len(table(folder))
    assert len(read_px(folder)["DATA"])
    assert valid_csvw(folder)
    report = geoparquet_validator.check(str(folder / "geometry.parquet"))
    assert geoparquet_validator.failed(report) == []
    assert crate_issues(folder, monkeypatch) == []
    if sys.version_info >= (3, 12):
        import check_datapackage

        package = json.loads((folder / "datapackage.json").read_text("utf-8"))
        assert check_datapackage.check(package) == []
    if SHAPES.exists():
        for shapes in MANDATORY:
            assert violations(dcat(folder), shapes) == [], shapes
