"""The feed as SDMX: data as SDMX-CSV 2.0, and the structure that they hold to as SDMX-ML 3.0.

Source: SDMX Technical Specifications 3.0, sections 3A (SDMX-ML) and 3D (SDMX-CSV 2.0); statuses
are those of the code list CL_OBS_STATUS.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from grensgeo import words
from grensgeo.monitor.feed_files import digits, texts_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grensgeo.monitor.standards.cube import Cube

AGENCY, VERSION, FLOW = "GRENSGEO", "1.0", "MONITOR"
_SPACES = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0"
_URN = "urn:sdmx:org.sdmx.infomodel"
#: The moment that a structure bears, which would otherwise be now.
_MOMENT = "2000-01-01T00:00:00"
#: Attributes of an observation: columns of the observations, and what they are.
_ATTRIBUTES = {
    "OBS_STATUS": "status",
    "UNIT_MEASURE": "unit",
    "LOWER": "lower",
    "UPPER": "upper",
    "REGION_LEVEL": "region_level",
    "POPULATION": "population",
    "N_ORIGINS": "n_origins",
    "SCENARIO": "scenario_id",
    "SOURCES": "source_ids",
    "RUN": "run_id",
}
_NUMBERS = {"LOWER", "UPPER", "OBS_VALUE"}
_WHOLE = {"POPULATION", "N_ORIGINS"}
_NEEDED = {"OBS_STATUS", "UNIT_MEASURE", "SOURCES"}
_DIMENSIONS = ("INDICATOR", "REF_AREA")


def sdmx_csv(cube: Cube) -> bytes:
    """Return observations as SDMX-CSV 2.0.

    Parameters
    ----------
    cube
        Figures by indicator, region and period.

    Returns
    -------
    bytes
        A row for each; what is missing has no value and its status.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    head = ["STRUCTURE", "STRUCTURE_ID", "ACTION", *_DIMENSIONS, "TIME_PERIOD", "OBS_VALUE"]
    writer.writerow([*head, *_ATTRIBUTES])
    rows = cube.rows
    flow = f"{AGENCY}:{FLOW}({VERSION})"
    columns = [
        rows["indicator_id"].tolist(),
        rows["region"].tolist(),
        rows["period"].tolist(),
        *texts_of(rows, ("value", *_ATTRIBUTES.values()), _plain),
    ]
    writer.writerows(["dataflow", flow, "I", *row] for row in zip(*columns, strict=True))
    return text.getvalue().encode("utf-8")


def _plain(value: object) -> str:
    return digits(value) if isinstance(value, float) else str(value)


def sdmx_structure(cube: Cube) -> bytes:
    """Return code lists, concepts, data structure and dataflow as SDMX-ML 3.0.

    Parameters
    ----------
    cube
        Figures by indicator, region and period.

    Returns
    -------
    bytes
        XML with names in three languages.
    """
    indicators, regions = cube.indicators, cube.regions
    units = sorted(set(cube.rows["unit"]))
    told = indicators.drop_duplicates("unit").set_index("unit")
    names = words.texts("monitor.axis")
    lists = [
        _code_list("CL_INDICATOR", names["indicator"], {
            key: {x: row[f"name_{x}"] for x in words.LANGUAGES}
            for key, row in zip(indicators.index, indicators.to_dict("records"), strict=True)
        }),
        _code_list("CL_AREA", names["region"], {
            key: {x: row[f"name_{x}"] for x in words.LANGUAGES}
            for key, row in zip(regions.index, regions.to_dict("records"), strict=True)
        }),
        _code_list("CL_OBS_STATUS", words.in_every_language("CL_OBS_STATUS"),
                   words.texts("monitor.status")),
        _code_list("CL_UNIT", words.in_every_language("CL_UNIT"), {
            unit: {x: told.loc[unit, f"unit_{x}"] for x in words.LANGUAGES} for unit in units
        }),
    ]  # fmt: skip
    concepts = [*_DIMENSIONS, "TIME_PERIOD", "OBS_VALUE", *_ATTRIBUTES]
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        (f'<mes:Structure xmlns:mes="{_SPACES}/message" xmlns:str="{_SPACES}/structure" '
        f'xmlns:com="{_SPACES}/common">'),
        (f"<mes:Header><mes:ID>{FLOW}</mes:ID><mes:Test>false</mes:Test>"
        f'<mes:Prepared>{_MOMENT}</mes:Prepared><mes:Sender id="{AGENCY}"/></mes:Header>'),
        "<mes:Structures>",
        "<str:Codelists>", *lists, "</str:Codelists>",
        f"<str:ConceptSchemes><str:ConceptScheme {_head('CONCEPTS')}>",
        _names(words.in_every_language("Concepts")),
        *(f'<str:Concept id="{name}">{_names(words.in_every_language(name))}</str:Concept>'
          for name in concepts),
        "</str:ConceptScheme></str:ConceptSchemes>",
        (f"<str:Dataflows><str:Dataflow {_head(FLOW)}>{_names(words.text('monitor.title'))}"
        f"<str:Structure>{_URN}.datastructure.DataStructure={AGENCY}:DSD_{FLOW}({VERSION})"
        "</str:Structure></str:Dataflow></str:Dataflows>"),
        *_data_structure(),
        "</mes:Structures></mes:Structure>",
    ]  # fmt: skip
    return ("\n".join(parts) + "\n").encode("utf-8")


def _data_structure() -> list[str]:
    """Return the data structure definition."""
    coded = {"INDICATOR": "CL_INDICATOR", "REF_AREA": "CL_AREA", "OBS_STATUS": "CL_OBS_STATUS",
             "UNIT_MEASURE": "CL_UNIT"}  # fmt: skip

    def local(name: str) -> str:
        if name in coded:
            urn = f"{_URN}.codelist.Codelist={AGENCY}:{coded[name]}({VERSION})"
            inside = f"<str:Enumeration>{urn}</str:Enumeration>"
        else:
            kind = "Double" if name in _NUMBERS else "Integer" if name in _WHOLE else "String"
            inside = f'<str:TextFormat textType="{kind}"/>'
        return f"<str:LocalRepresentation>{inside}</str:LocalRepresentation>"

    def concept(name: str) -> str:
        urn = f"{_URN}.conceptscheme.Concept={AGENCY}:CONCEPTS({VERSION}).{name}"
        return f"<str:ConceptIdentity>{urn}</str:ConceptIdentity>"

    dimensions = [
        f'<str:Dimension id="{name}" position="{place}">{concept(name)}{local(name)}'
        "</str:Dimension>"
        for place, name in enumerate(_DIMENSIONS, 1)
    ]
    attributes = [
        f'<str:Attribute id="{name}" usage="{"mandatory" if name in _NEEDED else "optional"}">'
        f"{concept(name)}{local(name)}<str:AttributeRelationship><str:Observation/>"
        "</str:AttributeRelationship></str:Attribute>"
        for name in _ATTRIBUTES
    ]
    return [
        f"<str:DataStructures><str:DataStructure {_head(f'DSD_{FLOW}')}>",
        _names(words.text("monitor.title")),
        '<str:DataStructureComponents><str:DimensionList id="DimensionDescriptor">',
        *dimensions,
        (f'<str:TimeDimension id="TIME_PERIOD">{concept("TIME_PERIOD")}<str:LocalRepresentation>'
        '<str:TextFormat textType="ObservationalTimePeriod"/></str:LocalRepresentation>'
        "</str:TimeDimension></str:DimensionList>"),
        '<str:AttributeList id="AttributeDescriptor">', *attributes, "</str:AttributeList>",
        ('<str:MeasureList id="MeasureDescriptor">'
        f'<str:Measure id="OBS_VALUE" usage="optional">{concept("OBS_VALUE")}'
        f"{local('OBS_VALUE')}</str:Measure></str:MeasureList>"),
        "</str:DataStructureComponents></str:DataStructure></str:DataStructures>",
    ]  # fmt: skip


def _head(name: str) -> str:
    return f'id="{name}" agencyID="{AGENCY}" version="{VERSION}"'


def _names(texts: Mapping[str, str]) -> str:
    return "".join(
        f'<com:Name xml:lang="{language}">{escape(text)}</com:Name>'
        for language, text in texts.items()
    )


def _code_list(
    name: str, called: Mapping[str, str], codes: Mapping[str, Mapping[str, str]]
) -> str:
    """Return a code list with names in each language."""
    items = "\n".join(
        f"<str:Code id={quoteattr(key)}>{_names(texts)}</str:Code>" for key, texts in codes.items()
    )
    return f"<str:Codelist {_head(name)}>{_names(called)}\n{items}\n</str:Codelist>"
