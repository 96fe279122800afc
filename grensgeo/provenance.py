"""Where a result comes from: sources, licences, reference dates and what was assumed.

Every output carries the licences and attributions of its inputs, so provenance travels with the
data: a source enters when a file is read, and is united with others as tables are combined.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from grensgeo.declared import TEXT, documented, option, record_of
from grensgeo.errors import FileError, InputError, some
from grensgeo.notes import Note, read_note, stated

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

#: What can rest on a source; ``maps`` are what is drawn beneath figures, which rest on none of it.
PARTS = ("outlines", "inhabitants", "opportunities", "streets", "timetables", "maps")


@documented
@dataclass(frozen=True, order=True)
class Source:
    """One thing that a publisher brought out.

    Attributes
    ----------
    {options}

    Examples
    --------
    >>> Source("cbs-2022", "Gemeenten 2022", licence="CC-BY-4.0", attribution="CBS").source_id
    'cbs-2022'
    """

    source_id: str = field(
        metadata=option(TEXT, "short id, unique within a catalogue, such as cbs-gemeenten-2022")
    )
    title: str = field(metadata=option(TEXT, "what it is, in English"))
    licence: str = field(metadata=option(TEXT, "SPDX id or the licence's own short name"))
    attribution: str = field(metadata=option(TEXT, "the words that the licence asks for"))
    reference_date: str = field(
        default="",
        metadata=option(
            TEXT, "the date the figures speak of (2022, 2022-05-15)", absent="not known"
        ),
    )
    url: str = field(
        default="", metadata=option(TEXT, "where a reader finds it", absent="nowhere")
    )
    sha256: str = field(
        default="",
        metadata=option(TEXT, "checksum of the file that was read", absent="there was no file"),
    )
    bears_on: str = field(
        default="",
        metadata=option(
            TEXT,
            f"what rests on it, joined by semicolons: {', '.join(PARTS)}, with a colon and the "
            "country where it is of one alone",
            absent="not known: any figure may",
        ),
    )

    def on(self, part: str, countries: Iterable[str] = ()) -> Source:
        """Return the source, known to bear on one part more.

        Parameters
        ----------
        part
            One of :data:`PARTS`.
        countries
            Of which it is; none: of all.

        Examples
        --------
        >>> source = Source("cbs-2022", "Gemeenten 2022", licence="CC-BY-4.0", attribution="CBS")
        >>> source.on("outlines", ["NL"]).on("streets").bears_on
        'outlines:NL;streets'
        """
        parts = {f"{part}:{country}" for country in countries} or {part}
        return replace(self, bears_on=_joined([self.bears_on, *parts]))

    def bears(self, parts: Collection[str], countries: Collection[str] | None = None) -> bool:
        """Return whether one of some parts may rest on it.

        Parameters
        ----------
        parts
            Some of :data:`PARTS`.
        countries
            Those of the figure; None: all.

        Examples
        --------
        >>> source = Source("osm", "Streets", licence="ODbL-1.0", attribution="© OSM")
        >>> source = source.on("streets")
        >>> source.bears({"timetables"}), source.bears({"streets"}, {"NL"})
        (False, True)
        """
        told = [one.partition(":") for one in self.bears_on.split(";") if one]
        return not told or any(
            part in parts and (not country or countries is None or country in countries)
            for part, _, country in told
        )

    def to_dict(self) -> dict[str, str]:
        """Return the fields as a manifest notes them; what rests on it only where known."""
        told = asdict(self)
        return told if self.bears_on else {k: v for k, v in told.items() if k != "bears_on"}


def _joined(parts: Iterable[str]) -> str:
    """Join what rests on a source, each once; what is of all countries takes in those of one."""
    told = {one for part in parts for one in part.split(";") if one}
    return ";".join(sorted(one for one in told if one.partition(":")[0] not in told - {one}))


def _once(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return sources, each once: what is known to rest on one is united."""
    found: dict[Source, list[str]] = {}
    for source in sources:
        found.setdefault(replace(source, bears_on=""), []).append(source.bears_on)
    return tuple(
        sorted(
            # where one does not know what rests on it, anything may
            replace(source, bears_on=_joined(parts) if all(parts) else "")
            for source, parts in found.items()
        )
    )


@dataclass(frozen=True)
class Provenance:
    """Sources and assumptions of a network, a region or a result.

    Attributes
    ----------
    sources
        What went in, sorted and each once.
    notes
        Assumptions and limits, shown on maps and in manifests: for instance that a road network
        is schematic or that jobs are modelled. A plain sentence becomes a note of the code
        ``stated``.
    schematic
        True if any travel time rests on a schematic network rather than on real streets.

    Examples
    --------
    >>> streets = Provenance(notes=("Roads are schematic.",), schematic=True)
    >>> both = streets | Provenance(notes=("Jobs are modelled.",))
    >>> both.notes[1].text("en"), both.schematic
    ('Jobs are modelled.', True)
    """

    sources: tuple[Source, ...] = ()
    notes: tuple[str, ...] = ()
    schematic: bool = False

    def __post_init__(self) -> None:
        """Convert plain sentences to notes."""
        object.__setattr__(self, "notes", tuple(stated(note) for note in self.notes))

    def told(self) -> tuple[Note, ...]:
        """Return the notes with their codes and values."""
        return tuple(stated(note) for note in self.notes)

    def __or__(self, other: Provenance) -> Provenance:
        """Unite with another provenance, each source and note once."""
        return Provenance(
            sources=_once((*self.sources, *other.sources)),
            notes=tuple(dict.fromkeys(self.notes + other.notes)),
            schematic=self.schematic or other.schematic,
        )

    def attributions(self) -> tuple[str, ...]:
        """Return the attribution line of each source, each line once, in order."""
        return tuple(dict.fromkeys(source.attribution for source in self.sources))

    def to_dict(self) -> dict[str, Any]:
        """Return plain lists and strings, ready for JSON."""
        return {
            "sources": [source.to_dict() for source in self.sources],
            "notes": [note.to_dict() for note in self.told()],
            "schematic": self.schematic,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Provenance:
        """Read what :meth:`to_dict` gave.

        Parameters
        ----------
        data
            Lists and strings, as a manifest holds them.

        Returns
        -------
        Provenance
            What was written.

        Raises
        ------
        InputError
            If a source lacks a field, has one that is not known or is no record at all, or if
            nothing of what is there is a provenance.
        """
        if data and not data.keys() & set(cls.__dataclass_fields__):
            raise InputError(
                "provenance-unreadable",
                f"provenance: holds {some(data)}, and neither sources nor notes; give the "
                "manifest that was written with the data",
            )
        for name in ("sources", "notes"):
            if not isinstance(data.get(name, []), list):
                raise InputError(
                    "provenance-unreadable",
                    f"provenance: {name} is {data[name]!r}, expected a list",
                )
        declared = record_of(Source).options
        names = {item.name for item in declared}
        needed = {item.name for item in declared if item.needed}
        for source in data.get("sources", []):
            if not isinstance(source, dict):
                raise InputError(
                    "provenance-unreadable",
                    f"provenance: source {source!r} is no record with fields",
                )
            unknown, missing = set(source) - names, needed - set(source)
            if unknown or missing:
                msg = (
                    f"source {source.get('source_id', source)!r}: unknown fields "
                    f"{sorted(unknown)}, missing fields {sorted(missing)}; "
                    "see grensgeo.provenance.Source"
                )
                raise InputError("provenance-unreadable", msg)
            odd = [name for name, value in source.items() if not isinstance(value, str)]
            if odd:
                msg = f"source {source['source_id']!r}: {', '.join(odd)} are no texts"
                raise InputError("provenance-unreadable", msg)
            told = {one.partition(":")[0] for one in source.get("bears_on", "").split(";")}
            if strange := sorted(told - {"", *PARTS}):
                msg = (
                    f"source {source['source_id']!r}: bears_on names {', '.join(strange)}; write "
                    f"{', '.join(PARTS)}"
                )
                raise InputError("provenance-unreadable", msg)
        return cls(
            sources=tuple(sorted(Source(**source) for source in data.get("sources", []))),
            notes=tuple(read_note(note) for note in data.get("notes", [])),
            schematic=bool(data.get("schematic", False)),
        )


#: Under which name the metadata of Parquet hold what else a manifest holds.
METADATA = b"grensgeo"


def provenance_of(path: Path) -> Provenance:
    """Read where an output comes from; nothing is known of a file without a manifest."""
    return Provenance.from_dict(told_of(path))


def told_of(path: Path) -> dict[str, Any]:
    """Read what was noted of an output: in the manifest beside it, or in the file itself.

    Parameters
    ----------
    path
        The output, or the folder of its parts.

    Returns
    -------
    dict
        Sources, notes, and what else the one who wrote it noted; empty where nothing is known.

    Raises
    ------
    FileError
        If the manifest, or the file itself, is damaged.
    """
    beside = manifest_of(path)
    if beside.exists():
        return read_json(beside)
    inside = sorted(path.glob("part-*.parquet"))[:1] if path.is_dir() else [path]
    if not inside or inside[0].suffix.lower() != ".parquet" or not inside[0].exists():
        return {}
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        told = (pq.read_metadata(inside[0]).metadata or {}).get(METADATA)
        found: Any = {} if told is None else json.loads(told)
    except (OSError, ValueError, RecursionError, pa.ArrowException) as error:
        raise FileError(
            "file-unreadable", f"{inside[0]}: cannot be read as parquet ({error or type(error)})"
        ) from None
    return found if isinstance(found, dict) else {}


def manifest_of(path: Path) -> Path:
    """Name the manifest that stands beside an output.

    Examples
    --------
    >>> from pathlib import Path
    >>> manifest_of(Path("reach.csv")).name
    'reach.csv.manifest.json'
    """
    return path.with_name(path.name + ".manifest.json")


def write_json(data: dict[str, Any], path: Path) -> None:
    """Write a manifest: UTF-8, sorted keys, a newline at the end, the same bytes each time."""
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False)
    path.write_text(text + "\n", encoding="utf-8")


def _no_constant(name: str) -> float:
    """Raise on NaN and Infinity, which JSON does not have."""
    msg = f"{name} is no number of JSON"
    raise ValueError(msg)


def read_json(path: Path) -> dict[str, Any]:
    """Read a manifest.

    Raises
    ------
    FileError
        If the file is missing or is not JSON.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"), parse_constant=_no_constant)
    except FileNotFoundError:
        msg = f"{path}: no such file"
        raise FileError("file-missing", msg) from None
    except IsADirectoryError:
        msg = f"{path}: is a folder; name a file"
        raise FileError("file-is-folder", msg) from None
    except RecursionError:
        msg = f"{path}: not a JSON file (nested too deeply)"
        raise FileError("syntax-wrong", msg) from None
    except OSError as error:
        msg = f"{path}: cannot be read ({error.strerror or error})"
        raise FileError("file-unreadable", msg) from None
    except ValueError as error:  # of json, of decoding, and of numbers with too many digits
        msg = f"{path}: not a JSON file ({error}); write it again with the command that made it"
        raise FileError("syntax-wrong", msg) from None
    if not isinstance(data, dict):
        msg = f"{path}: expected a JSON object, found {type(data).__name__}"
        raise FileError("file-of-other-content", msg)
    return data
