"""A student's year as a page for an adviser: each home's places, and the firm's mirror."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grensgeo.maps.dossier_page import small_print
from grensgeo.pages.document import write_page
from grensgeo.pages.page_section import sections_body
from grensgeo.pages.templating import fill_template
from grensgeo.pages.text_page import text_page
from grensgeo.words import LANGUAGES, fill, text, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import pandas as pd
    from markupsafe import Markup

    from grensgeo.provenance import Provenance
    from grensgeo.words import Language, Value

_STYLE = """
.wide table{min-width:44rem}
.bar{display:block;width:7rem;height:8px;margin-top:.2rem}
.ground{fill:var(--line)}.done{fill:var(--accent)}
@media print{.wide table{min-width:0}}
"""

#: Rows of a home that a page shows; the rest stands in the table.
_MOST_ROWS = 100


def write_year_page(
    days: pd.DataFrame,
    path: Path,
    *,
    asked: Mapping[str, str],
    provenance: Provenance,
    mirror: pd.DataFrame | None = None,
    names: Mapping[str, str] | None = None,
    share: float = 0.9,
    language: Language = "nl",
) -> Path:
    """Write on how many days of a year places can be gone to, as one self-contained HTML file.

    Parameters
    ----------
    days
        :data:`grensgeo.schema.POSSIBLE_DAYS`.
    path
        Where to write it.
    asked
        ``since``, ``until``, ``start`` and ``end``.
    provenance
        Sources, and what is assumed.
    mirror
        :data:`grensgeo.schema.DAYS_BY_PLACE`.
    names
        What its groups are called; none: by their code.
    share
        Share of the days on which a place has to be within reach, for the sentences.
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
    if mirror is not None and names:
        mirror = mirror.assign(group=mirror["group"].map(lambda code: names.get(code, code)))
    bodies = {
        code: _body(days, mirror, asked=asked, share=share, language=code)
        + sections_body(small_print(provenance, code, shown=set(days["mode"]), own="year."))
        for code in LANGUAGES
    }
    page = text_page(
        title=text("year.title"), bodies=bodies, language=language,
        tools=("csv", "xlsx", "print"), style=_STYLE,
    )  # fmt: skip
    return write_page(page, path)


def _body(
    days: pd.DataFrame,
    mirror: pd.DataFrame | None,
    *,
    asked: Mapping[str, str],
    share: float,
    language: Language,
) -> Markup:
    """Return what the page says in a language."""

    def say(key: str, **values: Value) -> str:
        return fill(text(f"year.{key}")[language], values, language)

    return fill_template(
        "year",
        lead=say("lead", **asked),
        homes=[
            _home(str(name), own, share=share, say=say, language=language)
            for name, own in days.groupby("from_id", sort=False)
        ],
        columns=[say(f"column.{name}") for name in texts("year.column")]
        + ([say("missed_column")] if "days_despite_missed" in days else []),
        mirror=[] if mirror is None else _mirror(mirror, say),
        mirror_title=say("mirror"),
        mirror_columns=[say(f"mirror_column.{name}") for name in texts("year.mirror_column")],
    )


def _home(
    name: str, days: pd.DataFrame, *, share: float, say: Callable[..., str], language: Language
) -> dict[str, Any]:
    """Return what is shown of a home: its places, those with most days first."""
    whole = days[days["mode"] == "any"]
    possible = whole["days_possible"].astype("float64")
    able = (possible >= share * whole["days_asked"]) & (whole["days_asked"] > 0)
    order = whole.sort_values(
        ["days_possible", "there_min"], ascending=[False, True], kind="stable"
    )
    known = order[order["days_possible"].fillna(1) > 0]
    shown = known.head(_MOST_ROWS)
    trips = dict(iter(days[days["mode"] != "any"].groupby("to_id", sort=False)))
    more = len(whole) - len(shown)
    return {
        "title": say("home", home=name),
        "summary": say("summary", percent=round(100 * share), n=int(able.sum()), all=len(whole)),
        "rows": [
            _place(row, trips[row["to_id"]], say, language) for row in shown.to_dict("records")
        ],
        "more": say("more", n=more) if more else "",
    }


def _place(
    row: Mapping[Any, Any], trips: pd.DataFrame, say: Callable[..., str], language: Language
) -> dict[str, Any]:
    """Return what is shown of a place: all trips together, and by which most days work."""
    import pandas as pd

    if pd.isna(row["days_possible"]):
        return {"place": row["to_id"], "days": say("off_network"), "width": None, "mode": "",
                "minutes": "", "connections": "", "lost": "",
                "missed": "" if "days_despite_missed" in row else None}  # fmt: skip
    best = trips.sort_values(["days_possible", "there_min"], ascending=[False, True]).iloc[0]
    lost = [
        say(f"reason.{name}", n=int(row[f"lost_{name}"]))
        for name in texts("year.reason")
        if row[f"lost_{name}"]
    ]
    lost += [
        say(name, n=int(row[f"lost_{name}"]))
        for name in ("on_public_holiday", "in_school_holidays")
        if row[f"lost_{name}"]
    ]
    if row["days_unknown"]:
        lost.append(say("unknown", n=int(row["days_unknown"])))
    minutes = [best[name] for name in ("there_min", "home_min")]
    clocks = [best[name] for name in ("first_arrival", "last_home")]
    modes = texts("terms.mode")
    return {
        "place": row["to_id"],
        "days": say("of", n=int(row["days_possible"]), all=int(row["days_asked"])),
        "width": round(100 * row["days_possible"] / max(row["days_asked"], 1)),
        "mode": modes[best["mode"]][language] if best["mode"] in modes else best["mode"],
        "minutes": ", ".join("?" if pd.isna(one) else f"{one:.0f}" for one in minutes),
        "connections": ", ".join(str(one) for one in clocks if not pd.isna(one)),
        "lost": "; ".join(lost),
        "missed": _missed(row, best, say),
    }


def _missed(row: Mapping[Any, Any], best: pd.Series, say: Callable[..., str]) -> str | None:
    """Return what a missed change costs there and home; None where that was not asked."""
    import pandas as pd

    if "days_despite_missed" not in row:
        return None
    told = []
    for way, days, later in (
        ("", "days_despite_missed", "missed_later_min"),
        ("home_", "days_home_despite_missed", "missed_home_later_min"),
    ):
        if days not in row:
            continue
        counted = {"n": int(row[days]), "all": int(row["days_possible"])}
        if pd.isna(best[later]):
            told.append(say(f"{way}despite", **counted))
        else:
            told.append(say(f"{way}despite_later", **counted, minutes=round(best[later])))
    return "; ".join(told)


def _mirror(table: pd.DataFrame, say: Callable[..., str]) -> list[dict[str, str]]:
    """Return the rows of the firm's mirror, whichever trip serves."""
    import pandas as pd

    own = table[(table["mode"] == "any") & (table["homes_able"] > 0)]
    return [
        {
            "place": row["to_id"],
            "group": row["group"],
            "homes": say("of", n=int(row["homes_able"]), all=int(row["homes"])),
            "students": ""
            if pd.isna(row["students"])
            else say("of", n=round(row["students_able"]), all=round(row["students"])),
        }
        for row in own.head(5 * _MOST_ROWS).to_dict("records")
    ]
