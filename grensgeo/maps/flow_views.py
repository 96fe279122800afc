"""Flows between municipalities as figures of a map: who travels from where to where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grensgeo.counts import kind_fault
from grensgeo.errors import Fault, Faults, InputError, some
from grensgeo.maps import classes
from grensgeo.maps.views import View, rounded

if TYPE_CHECKING:
    import pandas as pd

#: Flows that are drawn: more of them are a tangle.
MOST_FLOWS = 80


def flow_view(frame: pd.DataFrame, areas: pd.DataFrame, *, most: int = MOST_FLOWS) -> View:
    """Build the view of flows.

    Parameters
    ----------
    frame
        ``from_id``, ``to_id``, ``count`` and, where there are several, ``mode``: for instance
        schema.FLOWS at municipalities.
    areas
        The region's municipalities by code, in the order of the page.
    most
        How many flows are drawn, the largest first.

    Returns
    -------
    View
        With choices of mode, and of all flows or those across the border. Who stays in the own
        municipality is not drawn; flows to and from outside the region are left out and counted.

    Raises
    ------
    InputError
        If the table is empty, lacks a column, holds a flow twice or a negative one,
        or no flow joins two municipalities of the region.
    """
    import pandas as pd

    lacking = [name for name in ("from_id", "to_id", "count") if name not in frame.columns]
    if lacking:
        raise InputError("column-missing", f"flows: columns are missing: {some(lacking)}")
    if frame.empty:
        raise InputError("table-empty", "flows: the table is empty, so there is nothing to draw")
    frame = frame.reset_index(drop=True)
    if "mode" not in frame.columns:
        frame["mode"] = "all"
    kind = kind_fault(frame["count"].dropna())
    if kind or not pd.api.types.is_numeric_dtype(frame["count"]):
        raise InputError("not-a-number", f"flows: count holds {kind or 'text'}, not numbers")
    faults = _faults(frame)
    known = frame["from_id"].isin(areas.index) & frame["to_id"].isin(areas.index)
    if not known.any():
        ids = sorted({*frame["from_id"], *frame["to_id"]} - set(areas.index))
        faults.append(
            Fault(
                "nothing-in-common",
                f"no flow joins two municipalities of the region; unknown are {some(ids)}",
            )
        )
    elif not (known & (frame["from_id"] != frame["to_id"])).any():
        faults.append(
            Fault(
                "nothing-to-draw",
                "every flow stays in its municipality, so there is none to draw; give those "
                "between municipalities too",
            )
        )
    if faults:
        raise InputError.of(faults, where="flows")
    number = {code: place for place, code in enumerate(areas.index)}
    outside = frame.loc[~known, "mode"].value_counts()
    frame = frame[known & (frame["from_id"] != frame["to_id"])]
    frame = frame.assign(
        origin=[number[code] for code in frame["from_id"]],
        destination=[number[code] for code in frame["to_id"]],
    )
    country = areas["country"].to_numpy()
    layers = []
    for mode, part in frame.groupby("mode", sort=True):
        abroad = country[part["origin"]] != country[part["destination"]]
        for crossing, shown in (("all", part), ("across", part[abroad])):
            more = {"key": [mode, crossing], "outside": int(outside.get(mode, 0))}
            layers.append(more | _layer(shown, most))
    from grensgeo.words import texts

    named = list(texts("terms.mode"))
    modes = sorted({*frame["mode"]}, key=lambda m: (m not in named, [*named, m].index(m)))
    return View(
        "flows",
        {
            "controls": [
                {"id": "mode", "options": modes, "start": modes[0]},
                {"id": "crossing", "options": ["all", "across"], "start": "all"},
            ],
            "layers": layers,
        },
    )


def _faults(frame: pd.DataFrame) -> list[Fault]:
    """List flows that stand twice, and negative ones."""
    key = ["from_id", "to_id", "mode"]
    faults = Faults()
    for rows, what in (
        (frame[frame.duplicated(key)], Fault("row-twice", "stands twice: ")),
        (frame[frame["count"] < 0], Fault("negative-or-infinite", "is negative: ")),
    ):
        names = [f"{row.from_id} to {row.to_id}" for row in rows.itertuples()]
        if names:
            faults.add(what.code, what + some(names))
    return faults


def _layer(part: pd.DataFrame, most: int) -> dict[str, Any]:
    """Return the largest flows of one mode, and what is not drawn."""
    told = part.dropna(subset="count")
    told = told[told["count"] > 0].sort_values(
        ["count", "from_id", "to_id"], ascending=[False, True, True]
    )
    drawn, rest = told.iloc[:most], told.iloc[most:]
    return {
        "flows": [
            [int(origin), int(destination), rounded(float(size))]
            for origin, destination, size in zip(
                drawn["origin"], drawn["destination"], drawn["count"], strict=True
            )
        ],
        "breaks": list(classes.round_breaks(list(drawn["count"]), most=4)),
        "left_out": len(rest),
        "people_left_out": rounded(float(rest["count"].sum())),
        "missing": int(part["count"].isna().sum()),
    }
