"""Fetch a table of CBS over OData, page by page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from grensgeo.errors import FileError, InputError
from grensgeo.fetch.catalogue import checksum
from grensgeo.fetch.transport import Transport
from grensgeo.files import beside, need_ending, need_place
from grensgeo.provenance import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The service that gives tables of any size, some thousand rows a page; the other one of CBS
#: (ODataApi) refuses more than 10,000 rows. Source: CBS, "StatLine als open data".
CBS_FEED = "https://opendata.cbs.nl/ODataFeed/odata"


def fetch_cbs(
    table: str,
    path: str | Path,
    *,
    filtered: str = "",
    root: str = CBS_FEED,
    timeout_s: float = 60.0,
    transport: Transport | None = None,
) -> Source:
    """Fetch a table of CBS by OData 3, all its pages, into one JSON file.

    Parameters
    ----------
    table
        Identifier, such as ``85481NED``.
    path
        File to write, ``.json``; written whole or not at all.
    filtered
        Filter in the words of OData, such as ``Perioden eq '2022MM12' and WoonregioS eq
        'NL00  '``; everything if left out.
    root
        Service; another one for tables of other publishers that CBS hosts.
    timeout_s
        How long the service may say nothing.
    transport
        The door to the internet, instead of one with this ``timeout_s``.

    Returns
    -------
    Source
        What was fetched, with its address and checksum, for a catalogue.

    Raises
    ------
    FileError
        If the service cannot be reached, refuses, or answers with something else, or the file
        cannot be written.
    InputError
        If the file's name has another ending, the address is none of the web, or no row fits the
        filter.

    Examples
    --------
    >>> fetch_cbs("85481NED", "85481NED.json").source_id  # doctest: +SKIP
    'cbs-85481NED'
    """
    file = Path(path)
    need_ending(file, (".json",))
    need_place(file)
    if urlsplit(root).scheme not in {"http", "https"}:
        raise InputError(
            "address-wrong", f"root {root!r} is no address of the web; give one with https://"
        )
    query = f"&$filter={quote(filtered)}" if filtered else ""
    first = f"{root.rstrip('/')}/{quote(table)}/TypedDataSet?$format=json{query}"
    door = transport or Transport(timeout_s=timeout_s)
    records = [row for page in _pages(first, door) for row in page]
    if not records:
        raise InputError("table-empty", f"{first}: no rows; look at the filter {filtered!r}")
    with beside(file) as folder:
        part = folder / file.name
        part.write_text(json.dumps({"value": records}, ensure_ascii=False), encoding="utf-8")
        part.replace(file)
    return Source(
        source_id=f"cbs-{table}",
        title=f"CBS StatLine, table {table}",
        licence="CC-BY-4.0",
        attribution="CBS",
        reference_date="",
        url=first,
        sha256=checksum(file),
    )


def _pages(first: str, transport: Transport) -> Iterator[list[object]]:
    """Fetch the records of one page after the other, as each names the next."""
    url = first
    seen: set[str] = set()
    while url:
        if url in seen:
            raise FileError(
                "download-incomplete", f"{url}: names itself as the next page; try again later"
            )
        seen.add(url)
        answer = transport.ask(url).json()
        records = answer.get("value") if isinstance(answer, dict) else None
        if not isinstance(answer, dict) or not isinstance(records, list):
            raise FileError(
                "file-of-other-content",
                f"{url}: no list of records under 'value'; not a table of OData",
            )
        yield records
        following = str(answer.get("odata.nextLink") or answer.get("@odata.nextLink") or "")
        if following and urlsplit(following).netloc != urlsplit(first).netloc:
            raise FileError(
                "download-incomplete",
                f"{url}: the next page lies elsewhere ({following}); not followed",
            )
        # A service behind a proxy may name its pages without the s of https.
        scheme = urlsplit(first).scheme
        url = urlsplit(following)._replace(scheme=scheme).geturl() if following else ""
