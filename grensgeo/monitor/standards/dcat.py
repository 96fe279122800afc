"""The feed in a catalogue: DCAT-AP 3.0, with what the profiles of the Netherlands and Germany add.

Sources: SEMIC, DCAT-AP 3.0.1; Geonovum, DCAT-AP-NL 3.0; GovData, DCAT-AP.de 3.0; the authority
tables of the Publications Office of the European Union.
"""

from __future__ import annotations

import hashlib
import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from grensgeo import words
from grensgeo.countries import all_countries
from grensgeo.monitor.standards.triples import Address, Literal, json_ld, turtle

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from grensgeo.monitor.monitor_feed import MonitorFeed
    from grensgeo.monitor.standards.triples import Said

_EU = "http://publications.europa.eu/resource/authority"
_PREFIXES = MappingProxyType(
    {
        "adms": "http://www.w3.org/ns/adms#",
        "dcat": "http://www.w3.org/ns/dcat#",
        "dcatap": "http://data.europa.eu/r5r/",
        "dcatde": "http://dcat-ap.de/def/dcatde/",
        "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "geo": "http://www.opengis.net/ont/geosparql#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "spdx": "http://spdx.org/rdf/terms#",
        "vcard": "http://www.w3.org/2006/vcard/ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
#: Kind of file and media type (IANA) by ending.
_KINDS = MappingProxyType(
    {
        ".csv": ("CSV", "text/csv"),
        ".parquet": ("PARQUET", "application/vnd.apache.parquet"),
        ".gpkg": ("GPKG", "application/geopackage+sqlite3"),
        ".json": ("JSON", "application/json"),
        ".xml": ("XML", "application/xml"),
        ".px": ("TXT", "text/plain"),
        ".xlsx": (
            "XLSX",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        ".html": ("HTML", "text/html"),
        ".pdf": ("PDF", "application/pdf"),
    }
)
_LANGUAGES = MappingProxyType(dict(zip(words.LANGUAGES, ("nld", "deu", "eng"), strict=True)))
#: Licences by what catalogues call them: address of the EU's table and of DCAT-AP.de.
_LICENCES = MappingProxyType(
    {
        "CC-BY-4.0": ("CC_BY_4_0", "cc-by/4.0"),
        "CC0-1.0": ("CC0", "cc-zero"),
        "ODbL-1.0": ("ODC_BL", "odbl"),
    }
)
_GERMAN_KEYS = "http://dcat-ap.de/def/politicalGeocoding"


def dcat_files(feed: MonitorFeed, folder: Path, names: list[str]) -> dict[str, bytes]:
    """Return the description of a feed for catalogues, as Turtle and as JSON-LD.

    Parameters
    ----------
    feed
        The feed.
    folder, names
        Where its files are, and which.

    Returns
    -------
    dict
        ``dcat.ttl`` and ``dcat.jsonld``.
    """
    said = _statements(feed, {name: (folder / name).read_bytes() for name in names})
    return {"dcat.ttl": turtle(said, _PREFIXES), "dcat.jsonld": json_ld(said, _PREFIXES)}


def _statements(feed: MonitorFeed, files: Mapping[str, bytes]) -> dict[str, Said]:
    """Return what is said of the catalogue, the data set, its files and who publishes them."""
    base = feed.options.base_url
    data, publisher, contact = f"{base}#dataset", f"{base}#publisher", f"{base}#contact"
    titles, about = words.text("monitor.title"), words.text("monitor.about")
    languages = _addresses(*(f"{_EU}/language/{code.upper()}" for code in _LANGUAGES.values()))
    issued: list[Literal | Address] = [Literal(issued_on(feed), "xsd:date")]
    licence = licence_of(feed)
    mail = feed.options.contact_email
    said: dict[str, Said] = {
        f"{base}#catalogue": {
            "a": [Address("dcat:Catalog")],
            "dct:title": _texts(titles),
            "dct:description": _texts(about),
            "dct:publisher": [Address(publisher)],
            "dct:language": languages,
            "dct:license": [Address(licence)],
            "dcat:contactPoint": [Address(contact)],
            "foaf:homepage": [Address(feed.options.publisher_url)],
            "dcat:themeTaxonomy": [Address(f"{_EU}/data-theme")],
            "dct:modified": issued,
            "dct:issued": issued,
            "dcat:dataset": [Address(data)],
        },
        data: {
            "a": [Address("dcat:Dataset")],
            "dct:identifier": [Literal(data)],
            "adms:identifier": [Address(f"{base}#identifier")],
            "dct:title": _texts(titles),
            "dct:description": _texts(about),
            "dct:publisher": [Address(publisher)],
            "dct:creator": [Address(publisher)],
            "dcat:contactPoint": [Address(contact)],
            "dct:accessRights": [Address(f"{_EU}/access-right/PUBLIC")],
            "dct:accrualPeriodicity": [Address(f"{_EU}/frequency/ANNUAL")],
            "dcat:theme": [
                Address(f"{_EU}/data-theme/{code}") for code in ("TRAN", "REGI", "SOCI")
            ],
            "dcat:keyword": [
                Literal(text, language=language)
                for words_of in words.texts("monitor.keyword").values()
                for language, text in words_of.items()
            ],
            "dct:language": languages,
            "dcat:landingPage": [Address(feed.options.publisher_url)],
            "dcatap:availability": [Address(f"{_EU}/planned-availability/STABLE")],
            "dct:issued": issued,
            "dct:modified": issued,
            "dcat:version": [Literal(str(feed.runs["run_id"].tolist()[-1]))],
            "dct:temporal": [Address(f"{base}#period")],
            "dct:spatial": [
                *(Address(f"{_EU}/country/{code}") for code in _countries(feed)),
                Address(f"{base}#area"),
            ],
            "dct:provenance": [Address(f"{base}#provenance")],
            "dct:source": [
                Address(f"{base}#source-{_slug(source.source_id)}")
                for source in feed.provenance.sources
            ],
            "dcatde:politicalGeocodingLevelURI": [
                Address(f"{_GERMAN_KEYS}/Level/municipality"),
            ],
            "dcatde:politicalGeocodingURI": _german_codes(feed),
            "dcat:distribution": [Address(f"{base}#{_slug(name)}") for name in files],
        },
        f"{base}#identifier": {
            "a": [Address("adms:Identifier")],
            "skos:notation": [Literal(data, "xsd:anyURI")],
        },
        publisher: {
            "a": [Address("foaf:Agent"), Address("foaf:Organization")],
            "foaf:name": [Literal(feed.options.publisher, language=x) for x in words.LANGUAGES],
            "foaf:homepage": [Address(feed.options.publisher_url)],
            "dct:type": [
                Address("http://purl.org/adms/publishertype/NonProfitOrganisation")
            ],
        },
        contact: {
            "a": [Address("vcard:Organization"), Address("vcard:Kind")],
            "vcard:fn": [Literal(feed.options.publisher)],
            "vcard:hasURL": [Address(feed.options.publisher_url)],
        },
        f"{base}#period": {"a": [Address("dct:PeriodOfTime")], **_span(feed)},
        f"{base}#area": {
            "a": [Address("dct:Location")],
            "dcat:bbox": [Literal(_box(feed), "geo:wktLiteral")],
        },
        f"{base}#provenance": {
            "a": [Address("dct:ProvenanceStatement")],
            "rdfs:label": _texts({x: _notes(feed, x) for x in words.LANGUAGES}),
        },
    }  # fmt: skip
    if mail:
        said[contact]["vcard:hasEmail"] = [Address(f"mailto:{mail}")]
    said[data] = {name: objects for name, objects in said[data].items() if objects}
    for source in feed.provenance.sources:
        said[f"{base}#source-{_slug(source.source_id)}"] = {
            "a": [Address("dcat:Dataset")],
            "dct:title": [Literal(source.title, language="en")],
            "dct:description": [Literal(f"{source.title} ({source.attribution})", language="en")],
            **_complete(base, publisher, contact, source.source_id),
        }
    for name, content in files.items():
        said |= _distribution(base, name, content, licence=licence, issued=issued)
    return said | _terms(said)


def _complete(base: str, publisher: str, contact: str, source_id: str) -> Said:
    """Return what the profiles ask of every data set, of those that the feed is made from too."""
    return {
        "dct:identifier": [Literal(f"{base}#source-{_slug(source_id)}")],
        "dct:publisher": [Address(publisher)],
        "dct:creator": [Address(publisher)],
        "dcat:contactPoint": [Address(contact)],
        "dct:accessRights": [Address(f"{_EU}/access-right/PUBLIC")],
        "dcat:theme": [Address(f"{_EU}/data-theme/REGI")],
        "dct:language": [Address(f"{_EU}/language/ENG")],
    }


#: Of what class the terms are that a predicate leads to: catalogues read them from their own
#: tables, validators without the internet from here.
_CLASSES = MappingProxyType(
    {
        "adms:status": "skos:Concept",
        "dcat:landingPage": "foaf:Document",
        "dcat:mediaType": "dct:MediaType",
        "dcat:theme": "skos:Concept",
        "dcat:themeTaxonomy": "skos:ConceptScheme",
        "dcatap:availability": "skos:Concept",
        "dcatde:politicalGeocodingLevelURI": "skos:Concept",
        "dcatde:politicalGeocodingURI": "skos:Concept",
        "dct:accessRights": "dct:RightsStatement",
        "dct:accrualPeriodicity": "dct:Frequency",
        "dct:format": "dct:MediaTypeOrExtent",
        "dct:language": "dct:LinguisticSystem",
        "dct:license": "dct:LicenseDocument",
        "dct:spatial": "dct:Location",
        "dct:type": "skos:Concept",
        "foaf:homepage": "foaf:Document",
        "spdx:algorithm": "spdx:ChecksumAlgorithm",
    }
)


def _addresses(*texts: str) -> list[Literal | Address]:
    return [Address(text) for text in texts]


def _terms(said: Mapping[str, Said]) -> dict[str, Said]:
    """Return the class of each term of a vocabulary that is named."""
    found: dict[str, set[str]] = {}
    for predicates in said.values():
        for name, objects in predicates.items():
            if name in _CLASSES:
                for item in objects:
                    if item.text not in said:
                        found.setdefault(item.text, set()).add(_CLASSES[name])
    terms: dict[str, Said] = {}
    for term, kinds in sorted(found.items()):
        called: list[Literal | Address] = [Literal(re.split(r"[/#]", term)[-1], language="en")]
        terms[term] = {"a": _addresses(*sorted(kinds))}
        if any(kind.startswith("skos:") for kind in kinds):
            terms[term]["skos:prefLabel"] = called
        if "skos:ConceptScheme" in kinds:
            terms[term]["dct:title"] = called
    return terms


def _distribution(
    base: str, name: str, content: bytes, *, licence: str, issued: list[Literal | Address]
) -> dict[str, Said]:
    """Return what is said of a file, with its checksum."""
    this = f"{base}#{_slug(name)}"
    kind, media = _kind(name)
    place = Address(f"{base}{name}")
    return {
        this: {
            "a": [Address("dcat:Distribution")],
            "dct:title": [Literal(name, language=x) for x in words.LANGUAGES],
            "dct:description": [Literal(name, language=x) for x in words.LANGUAGES],
            "dcat:accessURL": [place],
            "dcat:downloadURL": [place],
            "dct:format": [Address(f"{_EU}/file-type/{kind}")],
            "dcat:mediaType": [Address(f"http://www.iana.org/assignments/media-types/{media}")],
            "dct:license": [Address(licence)],
            "dct:language": [
                Address(f"{_EU}/language/{code.upper()}") for code in _LANGUAGES.values()
            ],
            "dct:issued": issued,
            "dct:modified": issued,
            "dcat:byteSize": [Literal(str(len(content)), "xsd:nonNegativeInteger")],
            "dcatap:availability": [Address(f"{_EU}/planned-availability/STABLE")],
            "adms:status": [Address(f"{_EU}/distribution-status/COMPLETED")],
            "spdx:checksum": [Address(f"{this}-checksum")],
        },
        f"{this}-checksum": {
            "a": [Address("spdx:Checksum")],
            "spdx:algorithm": [Address("spdx:checksumAlgorithm_sha256")],
            "spdx:checksumValue": [Literal(hashlib.sha256(content).hexdigest(), "xsd:hexBinary")],
        },
    }


def _kind(name: str) -> tuple[str, str]:
    """Return kind of file and media type by the ending of a name."""
    found = (told for ending, told in _KINDS.items() if name.endswith(ending))
    return next(found, ("TXT", "text/plain"))


def media_type(name: str) -> str:
    """Return the media type of a file by its name.

    Examples
    --------
    >>> media_type("observations.csv")
    'text/csv'
    """
    return _kind(name)[1]


def _texts(texts: Mapping[str, str]) -> list[Literal | Address]:
    return [Literal(text, language=language) for language, text in texts.items()]


def _slug(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-")


def _countries(feed: MonitorFeed) -> list[str]:
    """Return the countries of the feed as the Publications Office writes them: three letters."""
    there = set(feed.regions["country"].dropna())
    return sorted(one.alpha_3 for one in all_countries() if one.code in there)


def _german_codes(feed: MonitorFeed) -> list[Literal | Address]:
    """Return the German municipalities as DCAT-AP.de addresses them."""
    codes = sorted(set(feed.regions["ags"].dropna()))
    return [Address(f"{_GERMAN_KEYS}/municipalityKey/{code}") for code in codes]


def licence_of(feed: MonitorFeed) -> str:
    """Return the licence of the feed: that of its sources which asks for most."""
    held = {source.licence for source in feed.provenance.sources}
    first = next((name for name in ("ODbL-1.0", "CC-BY-4.0") if name in held), "CC-BY-4.0")
    return f"{_EU}/licence/{_LICENCES[first][0]}"


def issued_on(feed: MonitorFeed) -> str:
    """Return the day from which the figures hold, or the last of their period."""
    since = feed.runs["valid_from"].dropna()
    return str(since.tolist()[-1]) if len(since) else days_of(feed.periods[-1])[1]


def _span(feed: MonitorFeed) -> Said:
    """Return first and last day of all periods."""
    first, last = days_of(feed.periods[0])[0], days_of(feed.periods[-1])[1]
    return {"dcat:startDate": [Literal(first, "xsd:date")],
            "dcat:endDate": [Literal(last, "xsd:date")]}  # fmt: skip


def days_of(period: str) -> tuple[str, str]:
    """Return the first and the last day of a period.

    Examples
    --------
    >>> days_of("2022-Q1"), days_of("2022-02"), days_of("2022-02-03")[1]
    (('2022-01-01', '2022-03-31'), ('2022-02-01', '2022-02-28'), '2022-02-03')
    """
    from calendar import monthrange

    year, _, rest = period.partition("-")
    if len(rest) > 2 and not rest.startswith("Q"):
        return period, period
    months = (1, 12)
    if rest.startswith("Q"):
        months = 3 * int(rest[1]) - 2, 3 * int(rest[1])
    elif rest:
        months = int(rest), int(rest)
    last = monthrange(int(year), months[1])[1]
    return f"{year}-{months[0]:02}-01", f"{year}-{months[1]:02}-{last:02}"


def _box(feed: MonitorFeed) -> str:
    west, south, east, north = (f"{value:.5f}" for value in feed.geometry.total_bounds)
    corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return f"POLYGON(({', '.join(f'{x} {y}' for x, y in corners)}))"


def _notes(feed: MonitorFeed, language: str) -> str:
    told = [note.text(language).rstrip(".") + "." for note in feed.provenance.told()]
    return " ".join([words.text("monitor.about")[language], *told])
