"""Where a place changes rank by method, as a page: a slope chart, a table, what each counts."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from grensgeo.maps.dossier_page import small_print
from grensgeo.pages.document import write_page
from grensgeo.pages.page_section import PageSection, sections_body
from grensgeo.pages.templating import fill_template
from grensgeo.pages.text_page import text_page
from grensgeo.words import LANGUAGES, fill, text, texts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import pandas as pd
    from markupsafe import Markup

    from grensgeo.provenance import Provenance
    from grensgeo.words import Language, Value

_STYLE = """
.other polyline{stroke:var(--line);stroke-width:1}.moved polyline{stroke:var(--accent)}
svg.plot .axis{stroke:var(--edge)}main svg.plot{max-width:none;min-width:680px}
@media screen{main{max-width:1340px}}
@media print{main svg.plot{min-width:0}
main table{font-size:7.5pt}main thead th{font-size:6.5pt;overflow-wrap:anywhere}
main .figures th,main .figures td{white-space:normal !important;padding-right:4px}}
@media print and (orientation: landscape){main svg.plot{max-height:115mm}}
"""

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 900, 470, 80, 700, 44, 460
#: Places that stand out in the chart, and names of them at least so far apart.
_SHOWN, _APART = 10, 14.0
#: Rows that a page shows; the rest stands in the table.
_MOST_ROWS = 400
#: How figures are written that are no counts.
_PATTERNS = MappingProxyType(
    {
        "connectivity": "{n:.1f}",
        "central_place_min": "{n:.0f}",
        "share_below_norm": "{n:.2f}",
    }
)


def write_method_page(
    table: pd.DataFrame,
    path: Path,
    *,
    asked: Mapping[str, Value],
    provenance: Provenance,
    names: Mapping[str, str] | None = None,
    language: Language = "nl",
) -> Path:
    """Write ranks by method beside each other, as one self-contained HTML file.

    Parameters
    ----------
    table
        What ``grensgeo methods`` writes: ``id``, a column a method and ``rank_`` of each,
        ``best``, ``worst`` and ``moves``; places that move most first.
    path
        Where to write it.
    asked
        ``cutoff`` (min) and ``norm``, for the sentences.
    provenance
        Sources, and what is assumed.
    names
        Names of places by id; the id where there is none.
    language
        Language in which the page opens.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    FileError
        If the folder cannot be written to.
    """
    called = [str((names or {}).get(one, one)) for one in table["id"].astype(str)]
    bodies = {
        code: _body(table, called, asked, code)
        + sections_body(small_print(provenance, code, own="ikob."))
        for code in LANGUAGES
    }
    page = text_page(
        title=text("methods.title"), bodies=bodies, language=language,
        tools=("csv", "xlsx", "png", "print"), style=_STYLE,
    )  # fmt: skip
    return write_page(page, path)


def _say(language: Language, key: str, **values: Value) -> str:
    """Return a text of the page with its values."""
    return fill(text(f"methods.{key}")[language], values, language)


def _body(
    table: pd.DataFrame, called: Sequence[str], asked: Mapping[str, Value], language: Language
) -> Markup:
    """Return what the page says in a language."""
    methods = [name for name in texts("methods.method") if f"rank_{name}" in table.columns]
    # one that finds all places equal ranks none, and has no axis
    drawn = [name for name in methods if table[f"rank_{name}"].notna().any()]
    moved = len(table) > 0 and int(table["moves"].fillna(0).iloc[0]) > 0
    lead = (
        _say(
            language, "lead", n=len(table), place=called[0],
            best=int(table["best"].iloc[0]), worst=int(table["worst"].iloc[0]),
        )
        if moved
        else _say(language, "lead_none", n=len(table))
    )  # fmt: skip
    chart = fill_template(
        "methods", lead=lead, chart=_say(language, "chart"),
        axes=[
            # names of neighbours stand on two lines, so that they do not touch
            {"x": x, "y": 14 + 16 * (k % 2), "name": _say(language, f"method.{name}")}
            for k, (x, name) in enumerate(zip(_axes(len(drawn)), drawn, strict=True))
        ],
        lines=_lines(table, called, drawn),
        width=_WIDTH, height=_HEIGHT, top=_TOP - 8, bottom=_BOTTOM, label_x=_RIGHT + 8,
    )  # fmt: skip
    left = len(table) - _MOST_ROWS
    return chart + sections_body(
        [
            PageSection(
                _say(language, "ranks"),
                texts=[_say(language, "more", n=left)] if left > 0 else [],
                head=_head(methods, language),
                rows=_rows(table.head(_MOST_ROWS), called, methods, language),
            ),
            PageSection(
                _say(language, "counts"),
                items=[
                    f"{_say(language, f'method.{name}')}: "
                    f"{_say(language, f'means.{name}', **asked)}"
                    for name in methods
                ],
            ),
        ]
    )


def _axes(n: int) -> list[float]:
    """Return where the methods stand."""
    return [round(_LEFT + k * (_RIGHT - _LEFT) / max(n - 1, 1), 1) for k in range(n)]


def _lines(
    table: pd.DataFrame, called: Sequence[str], methods: Sequence[str]
) -> list[dict[str, Any]]:
    """Return a line a place, those that move most last and so on top, their names apart."""
    ranks = table[[f"rank_{name}" for name in methods]].astype("float64").to_numpy()
    most = max(float(len(table)), 2.0)

    def y(rank: float) -> float:
        return round(_TOP + (rank - 1) / (most - 1) * (_BOTTOM - _TOP), 1)

    moves = table["moves"].fillna(0).to_numpy()
    lines: list[dict[str, Any]] = []
    for i, own in enumerate(ranks):
        parts: list[list[str]] = [[]]
        known = [rank for rank in own if rank == rank]  # noqa: PLR0124  NaN has no rank
        for x, rank in zip(_axes(len(methods)), own, strict=True):
            if rank in known:
                parts[-1].append(f"{x},{y(rank)}")
            elif parts[-1]:
                parts.append([])
        stands_out = i < _SHOWN and moves[i] > 0
        lines.append(
            {
                "kind": "moved" if stands_out else "other",
                "name": called[i] if stands_out else "",
                "said": called[i],
                "points": [" ".join(part) for part in parts if len(part) > 1],
                "y": y(known[-1]) + 4 if known else float(_BOTTOM),
            }
        )
    last = 0.0
    for line in sorted((one for one in lines if one["name"]), key=lambda one: one["y"]):
        last = line["y"] = round(max(line["y"], last + _APART), 1)
    # where names pile up at the bottom, they are pushed up again
    below = _HEIGHT - 2.0 + _APART
    for line in sorted((one for one in lines if one["name"]), key=lambda one: -one["y"]):
        below = line["y"] = round(min(line["y"], below - _APART), 1)
    return lines[::-1]


def _head(methods: Sequence[str], language: Language) -> list[str]:
    """Return the heads of the table: of each method its rank and its figure."""
    called = [_say(language, f"method.{name}") for name in methods]
    return [
        *(_say(language, f"column.{name}") for name in texts("methods.column")),
        *(one for name in called for one in (_say(language, "rank_of", method=name), name)),
    ]


def _rows(
    table: pd.DataFrame, called: Sequence[str], methods: Sequence[str], language: Language
) -> list[list[str]]:
    """Return the rows of the table; what is not known is a question mark."""
    import pandas as pd

    def write(value: Any, pattern: str) -> str:  # noqa: ANN401  a cell of any column
        return "?" if pd.isna(value) else fill(pattern, {"n": float(value)}, language)

    rows = []
    for name, row in zip(called, table.to_dict("records"), strict=False):
        own = [name, write(row["moves"], "{n:,.0f}")]
        for method in methods:
            own.append(write(row[f"rank_{method}"], "{n:,.0f}"))
            own.append(write(row[method], _PATTERNS.get(method, "{n:,.0f}")))
        rows.append(own)
    return rows
