"""Offers of two public job boards: Stagemarkt (SBB) and Jobsuche (Bundesagentur für Arbeit).

What is read are exports that a user was given or made by leave of the board: answers of its
interface saved as JSON, pages of them in a list, or a CSV whose columns are named by path
(``adres.coordinaten.lat``). The fields that are taken are listed below; every other field, and so
every name, e-mail address, telephone number, street and free text, is left out while the file is
parsed. Employers' names are left out too, since that of a sole trader is a person's: an offer is
found again at its board by its id.
"""

from __future__ import annotations

import csv
import io
import json
import re
import warnings
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from grensgeo.countries import all_countries, by_code, country_called
from grensgeo.errors import Fault, Faults, FileError, GrensgeoWarning, InputError, some
from grensgeo.files import need_ending, read_bytes
from grensgeo.listings import listing_checks as listings
from grensgeo.statistics import published
from grensgeo.statistics.frameworks import eqf_range

if TYPE_CHECKING:
    from collections.abc import Iterator

    import geopandas as gpd
    import pandas as pd


@dataclass(frozen=True)
class _Board:
    """What is taken from the exports of a board.

    Attributes
    ----------
    fields
        The only fields that are read.
    pages
        Under which of them a page holds its offers.
    found
        The one with the number of offers that the search found.
    """

    fields: frozenset[str]
    pages: tuple[str, ...]
    found: str


#: Source: answers of the interface of Jobsuche, versions 4 (``stellenangebote``) and 6
#: (``ergebnisliste``), and of its details of one offer.
_JOBSUCHE = _Board(
    frozenset({
        "stellenangebote", "ergebnisliste", "maxErgebnisse", "refnr", "referenznummer", "beruf",
        "hauptberuf", "angebotsart", "stellenangebotsart", "eintrittsdatum", "eintrittszeitraum",
        "von", "bis", "anzahlOffeneStellen", "arbeitsort", "arbeitsorte", "stellenlokationen",
        "adresse", "ort", "land", "koordinaten", "lat", "lon", "breite", "laenge",
    }),
    ("stellenangebote", "ergebnisliste"),
    "maxErgebnisse",
)  # fmt: skip
#: Source: answers of the search of Stagemarkt, and of its details of one leerplaats.
_STAGEMARKT = _Board(
    frozenset({
        "items", "totalCount", "leerplaatsId", "id", "titel", "leerweg", "kwalificatie",
        "niveaunaam", "crebocode", "aantal", "startdatum", "einddatum", "adres", "plaats",
        "postcode", "coordinaten", "lat", "lon", "land", "naam",
    }),
    ("items",),
    "totalCount",
)  # fmt: skip

#: Kinds of offers of Jobsuche: by number in a query, by word in an answer. Source: its interface,
#: ``angebotsart`` (1 work, 2 self-employment, 4 training or dual study, 34 internship or trainee).
_KINDS = {
    "1": "job", "ARBEIT": "job", "4": "apprenticeship", "AUSBILDUNG": "apprenticeship",
    "34": "internship", "PRAKTIKUM_TRAINEE": "internship",
    "2": "", "SELBSTAENDIGKEIT": "",
}  # fmt: skip
#: Levels of an apprenticeship at Jobsuche, which holds dual studies too (DQR 3, 4 and 6).
_APPRENTICES = ("3", "6")
#: Ways of learning in mbo: at school with an internship (bol), or at work (bbl). Source: Wet
#: educatie en beroepsonderwijs, article 7.2.7.
_WAYS = {"BOL": "internship", "BBL": "apprenticeship"}
_LEVEL = re.compile(r"(?:mbo[- ]?)?(?:niveau )?([1-4])", re.IGNORECASE)
_ENDINGS = (".json", ".csv")


@dataclass
class _OfferFaults:
    """What is gathered while offers are read: faults by row, and what is left out."""

    name: str
    faults: Faults = field(default_factory=Faults)
    left_out: Counter[str] = field(default_factory=Counter)

    def fault(self, number: int, said: Fault) -> None:
        """Record what is wrong with an offer."""
        self.faults.append(said.at(f"{self.name} {number}"))


def read_jobsuche(
    path: str | Path,
    *,
    angebotsart: int | None = None,
    language: str = "",
    municipalities: gpd.GeoDataFrame | None = None,
    source_id: str = "ba-jobsuche",
) -> pd.DataFrame:
    """Read offers of Jobsuche, the job board of the Bundesagentur für Arbeit.

    Parameters
    ----------
    path
        JSON (answers of the interface, one or a list) or CSV with columns by path.
    angebotsart
        1 jobs, 4 apprenticeships, 34 internships and traineeships: what was asked for. Needed
        where the offers do not give it themselves, as in answers of version 4.
    language
        Working language of offers, which do not tell theirs; not told if left out.
    municipalities
        ``region_code``, ``country``, ``name`` and polygons (``region.municipalities``): places
        offers without coordinates by the name of their place, and holds the others to their
        country.
    source_id
        Source in the catalogue.

    Returns
    -------
    DataFrame
        :data:`grensgeo.schema.LISTINGS`. An offer at several places stands at each of them. One
        that does not say how many places it holds counts as one, without an upper bound.
        ``valid_from`` is the day of entry. Apprenticeships are of levels 3 to 6, since dual
        studies stand among them; of other offers the level is not given.

    Raises
    ------
    FileError
        If the file is missing, or neither JSON nor CSV.
    InputError
        If it is another file, offers do not say what they are, or something in them cannot be
        true; see :func:`grensgeo.read_listings`.

    Warns
    -----
    GrensgeoWarning
        For offers left out (abroad, self-employment, without a place that is known, the same one
        twice) and where the file holds fewer offers than the search found.
    """
    file = Path(path)
    told = _OfferFaults("line" if file.suffix == ".csv" else "record")
    kind = None if angebotsart is None else _KINDS.get(str(angebotsart))
    if angebotsart is not None and not kind:
        raise InputError("choice-unknown", f"angebotsart={angebotsart!r}; choose 1, 4 or 34")
    rows = [
        {**row, "language": language, "source_id": source_id}
        for number, offer in _offers(file, _JOBSUCHE, told)
        for row in _of_jobsuche(number, offer, kind, told)
    ]
    return _finished(rows, file, told, municipalities)


def read_stagemarkt(
    path: str | Path,
    *,
    language: str = "",
    municipalities: gpd.GeoDataFrame | None = None,
    source_id: str = "sbb-stagemarkt",
) -> pd.DataFrame:
    """Read leerplaatsen of Stagemarkt, the board of SBB for mbo.

    Parameters
    ----------
    path
        JSON (answers of its search, or leerplaatsen with their details, one or a list) or CSV
        with columns by path.
    language
        Working language of the offers, which do not tell theirs; not told if left out.
    municipalities
        As for :func:`read_jobsuche`.
    source_id
        Source in the catalogue.

    Returns
    -------
    DataFrame
        :data:`grensgeo.schema.LISTINGS`: ``BOL`` is an internship, ``BBL`` an apprenticeship,
        ``Niveau 4`` level 4. An offer that does not say how many places it holds (``aantal``)
        counts as one, without an upper bound.

    Raises
    ------
    FileError
        If the file is missing, or neither JSON nor CSV.
    InputError
        As :func:`read_jobsuche`.

    Warns
    -----
    GrensgeoWarning
        As :func:`read_jobsuche`.
    """
    file = Path(path)
    told = _OfferFaults("line" if file.suffix == ".csv" else "record")
    rows = [
        {**row, "language": language, "source_id": source_id}
        for number, offer in _offers(file, _STAGEMARKT, told)
        for row in _of_stagemarkt(number, offer, told)
    ]
    return _finished(rows, file, told, municipalities)


def _of_jobsuche(
    number: int, offer: dict[str, Any], kind: str | None, told: _OfferFaults
) -> Iterator[dict[str, object]]:
    """Read the rows of an offer, one a place."""
    word = str(offer.get("stellenangebotsart") or offer.get("angebotsart") or "")
    own = _KINDS.get(word.upper())
    if word and own is None:
        told.fault(
            number,
            Fault(
                "choice-unknown",
                f"angebotsart {word!r} is not known; known are {', '.join(_KINDS)}",
            ),
        )
        return
    if own == "":
        told.left_out["of self-employment"] += 1
        return
    if own is None and kind is None:
        told.fault(
            number,
            Fault(
                "option-missing", "does not say what it is; give angebotsart= as it was asked for"
            ),
        )
        return
    if own and kind and own != kind:
        told.fault(
            number,
            Fault(
                "choice-unknown",
                f"is {word}, not of the angebotsart asked for; read each file by itself",
            ),
        )
        return
    entry = _within(offer, "eintrittszeitraum")
    identity = str(offer.get("refnr") or offer.get("referenznummer") or "")
    levels = _APPRENTICES if (own or kind) == "apprenticeship" else ("", "")
    row = {
        "number": number,
        "opp_type": own or kind,
        **_count(offer.get("anzahlOffeneStellen")),
        "eqf_min": levels[0],
        "eqf_max": levels[1],
        "valid_from": _day(offer.get("eintrittsdatum") or entry.get("von"), "Europe/Berlin"),
        "valid_to": _day(entry.get("bis"), "Europe/Berlin"),
        "occupation": str(offer.get("hauptberuf") or offer.get("beruf") or ""),
    }
    places = _listed(
        offer.get("stellenlokationen") or offer.get("arbeitsorte") or offer.get("arbeitsort")
    )
    if not places:
        told.left_out["without a place"] += 1
    for k, place in enumerate(places, 1):
        address = _within(place, "adresse") or place
        point = _within(place, "koordinaten")
        yield {
            **row,
            "id": identity if k == 1 or not identity else f"{identity}#{k}",
            "country": _country(address.get("land"), ""),
            "place": str(address.get("ort") or ""),
            **_point(point.get("lon", place.get("laenge")), point.get("lat", place.get("breite"))),
        }


def _of_stagemarkt(
    number: int, offer: dict[str, Any], told: _OfferFaults
) -> Iterator[dict[str, object]]:
    """Read the row of a leerplaats."""
    way = str(offer.get("leerweg") or "").upper()
    if way not in _WAYS:
        told.fault(
            number, Fault("choice-unknown", f"leerweg {way!r}; a leerplaats is of BOL or BBL")
        )
        return
    name = str(_within(offer, "kwalificatie").get("niveaunaam") or "")
    level = _LEVEL.fullmatch(name.strip())
    if name and not level and name.strip().lower() != "entree":
        told.fault(
            number,
            Fault(
                "level-unknown", f"niveaunaam {name!r} is no level of mbo, Niveau 1 to Niveau 4"
            ),
        )
        return
    eqf = eqf_range(f"mbo-{level[1] if level else 1}")[0] if name else ""
    address = _within(offer, "adres")
    point = _within(address, "coordinaten")
    land = _within(address, "land").get("naam") or address.get("land")
    yield {
        "number": number,
        "id": str(offer.get("leerplaatsId") or offer.get("id") or ""),
        "opp_type": _WAYS[way],
        **_count(offer.get("aantal")),
        "eqf_min": str(eqf),
        "eqf_max": str(eqf),
        "valid_from": _day(offer.get("startdatum"), "Europe/Amsterdam"),
        "valid_to": _day(offer.get("einddatum"), "Europe/Amsterdam"),
        "occupation": str(offer.get("titel") or ""),
        "country": _country(land, str(address.get("postcode") or "")),
        "place": str(address.get("plaats") or ""),
        **_point(point.get("lon"), point.get("lat")),
    }


def _within(record: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the record within a record; an empty one where there is none."""
    held = record.get(name)
    return held if isinstance(held, dict) else {}


def _count(value: object) -> dict[str, str]:
    """Read how many places an offer holds; one, without an upper bound, where it is not given."""
    if value in (None, ""):
        return {"count": "1", "lower": "1", "upper": ""}
    return dict.fromkeys(("count", "lower", "upper"), str(value))


def _point(lon: object, lat: object) -> dict[str, str]:
    """Return coordinates as text; (0, 0), which boards write for want of any, is none."""
    told = {"lon": "" if lon is None else str(lon), "lat": "" if lat is None else str(lat)}
    nothing = all(re.fullmatch(r"-?0(?:\.0*)?", value) for value in told.values())
    return {"lon": "", "lat": ""} if nothing else told


def _country(land: object, postcode: str) -> str:
    """Return the country by its name or code, or by a postcode that only one country has."""
    name = str(land or "").strip().upper()
    if not name:
        told = [
            country.code
            for country in all_countries()
            if country.postcode is not None and country.postcode.fullmatch(postcode.strip())
        ]
        return told[0] if len(told) == 1 else ""
    return name if name in by_code() else country_called(name) or ""


def _day(value: object, zone: str) -> str:
    """Return the day of a date or of a moment, by the clock of the place; other text as it is."""
    text = str(value or "")
    if "T" not in text:
        return text
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    local = moment.astimezone(ZoneInfo(zone)) if moment.tzinfo else moment
    return local.date().isoformat()


def _listed(value: object) -> list[dict[str, Any]]:
    """Return places as a list: they come as one, a list, or numbered columns of a CSV."""
    if isinstance(value, dict):
        numbered = bool(value) and all(str(key).isdigit() for key in value)
        value = list(value.values()) if numbered else [value]
    return [place for place in value if isinstance(place, dict)] if isinstance(value, list) else []


def _offers(path: Path, board: _Board, told: _OfferFaults) -> list[tuple[int, dict[str, Any]]]:
    """Read offers, each with its line or number and with nothing but the fields of the board."""
    need_ending(path, _ENDINGS)
    if path.suffix == ".csv":
        return _from_csv(path, board.fields)
    data = _from_json(path, board.fields)
    offers: list[dict[str, Any]] = []
    total = 0
    for answer in data if isinstance(data, list) else [data]:
        if not isinstance(answer, dict) or not answer:
            raise InputError.of([_no_export(path, board.fields)])
        held = next((answer[name] for name in board.pages if name in answer), None)
        if str(answer.get(board.found, "")).isdigit():
            total = max(total, int(answer[board.found]))
        elif held is None:
            held = [answer]
        if held is not None and not isinstance(held, list):
            raise InputError(
                "file-of-other-content",
                f"{path}: no list of offers under {' or '.join(board.pages)}",
            )
        offers += [offer for offer in held or [] if isinstance(offer, dict)]
    if total > len(offers):
        why = f"on further pages of the search ({board.found} {total})"
        told.left_out[why] = total - len(offers)
    return list(enumerate(offers, 1))


def _no_export(path: Path, fields: frozenset[str]) -> Fault:
    """Format the message that a file is not what it is taken for."""
    return Fault(
        "file-of-other-content",
        f"{path}: not an export of this board: none of its fields are in it; known are "
        f"{', '.join(sorted(fields))}, in a CSV joined by points (adres.coordinaten.lat)",
    )


def _from_json(path: Path, fields: frozenset[str]) -> object:
    """Parse JSON; what is not named is dropped with each object as it is parsed."""

    def keep(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        return {key: value for key, value in pairs if key in fields}

    try:
        return json.loads(read_bytes(path).decode("utf-8-sig"), object_pairs_hook=keep)
    except (ValueError, RecursionError) as error:  # UnicodeDecodeError is a child of the first
        raise FileError(
            "syntax-wrong", f"{path}: not JSON ({error}); save the answer as it came"
        ) from None


def _from_csv(path: Path, fields: frozenset[str]) -> list[tuple[int, dict[str, Any]]]:
    """Parse a CSV, row by row; fields that are not named are never taken out of their row."""
    text = published.decode(path)
    top = text.split("\n", 1)[0]
    separator = max(",;\t", key=top.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    header = [name.strip() for name in next(reader, [])]
    paths = {i: name.split(".") for i, name in enumerate(header)}
    taken = {
        i: parts
        for i, parts in paths.items()
        if all(part in fields or part.isdigit() for part in parts)
    }
    if not taken:
        raise InputError.of([_no_export(path, fields)])
    offers: list[tuple[int, dict[str, Any]]] = []
    uneven = []
    for row in reader:
        if not any(row):
            continue
        if len(row) != len(header):
            uneven.append(reader.line_num)
            continue
        offer: dict[str, Any] = {}
        for i, parts in taken.items():
            if row[i].strip():
                _put(offer, parts, row[i].strip())
        offers.append((reader.line_num, offer))
    if uneven:
        raise InputError(
            "rows-ragged",
            f"{path}: rows of another length than the header "
            f"({published.lines(uneven)}); save the "
            "file again with every field in quotes",
        )
    return offers


def _put(offer: dict[str, Any], parts: list[str], value: str) -> None:
    """Set a value at its path."""
    for part in parts[:-1]:
        if not isinstance(offer.get(part), dict):
            offer[part] = {}
        offer = offer[part]
    offer[parts[-1]] = value


def _finished(
    rows: list[dict[str, object]],
    path: Path,
    told: _OfferFaults,
    municipalities: gpd.GeoDataFrame | None,
) -> pd.DataFrame:
    """Find the place of offers, drop what cannot be placed, and validate the rest."""
    import pandas as pd

    published.refuse(path, told.faults)
    frame = pd.DataFrame(rows, dtype=object)
    if len(frame):
        frame = frame.assign(region_code="", sector_nace="").astype(str)
        frame = _once(frame, told)
        abroad = frame["country"] == ""
        told.left_out["in another country, or in one that is not told"] += int(abroad.sum())
        frame = _placed(frame[~abroad], municipalities, told)
    if frame.empty:
        raise InputError(
            "no-usable-offer",
            f"{path}: no offers that can be used ({_summary(told) or 'none at all'})",
        )
    frame.index = pd.Index(frame["number"].astype(int), name=told.name)
    table = listings.validate_listings(
        frame.drop(columns=["number", "place"]), path, municipalities=municipalities
    )
    summary = _summary(told)
    if summary:
        warnings.warn(
            GrensgeoWarning("offers-left-out", f"{path}: offers left out: {summary}"), stacklevel=3
        )
    return table


def _summary(told: _OfferFaults) -> str:
    """Format what was left out."""
    return "; ".join(f"{number} {why}" for why, number in told.left_out.items() if number)


def _once(frame: pd.DataFrame, told: _OfferFaults) -> pd.DataFrame:
    """Drop repeats of an offer that came alike on several pages."""
    again = frame.duplicated([name for name in frame.columns if name != "number"])
    told.left_out["that came before, alike"] += int(again.sum())
    return frame[~again]


def _placed(
    frame: pd.DataFrame, municipalities: gpd.GeoDataFrame | None, told: _OfferFaults
) -> pd.DataFrame:
    """Assign offers without coordinates to the municipality that has the name of their place."""
    blank = (frame["lon"] == "") & (frame["lat"] == "")
    if not blank.any():
        return frame
    known: dict[tuple[str, str], set[str]] = {}
    if municipalities is not None:
        names = ("country", "name", "region_code")
        for country, name, code in zip(*(municipalities[n] for n in names), strict=True):
            known.setdefault((str(country), _plain(str(name))), set()).add(str(code))
    codes = [
        known.get((country, _plain(place)), set())
        for country, place in zip(frame["country"], frame["place"], strict=True)
    ]
    one = [next(iter(found)) if len(found) == 1 else "" for found in codes]
    result = frame.assign(region_code=[c if b else "" for c, b in zip(one, blank, strict=True)])
    lost = blank & (result["region_code"] == "")
    if lost.any():
        places = some(sorted(set(result.loc[lost, "place"])))
        told.left_out[f"without coordinates whose place is no municipality given ({places})"] = (
            int(lost.sum())
        )
    return result[~lost]


def _plain(name: str) -> str:
    """Normalise the name of a place to what tells it from others: Münster, Westfalen."""
    return re.split(r"[,(]", name)[0].strip().casefold()
