"""What a study found, in sentences: the strongest first, each with a chart and its map."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo import words
from grensgeo.maps.atlas_means import EDGE_SHARE
from grensgeo.maps.picture_words import written
from grensgeo.maps.reach_views import NOISE
from grensgeo.measures.long_reach import totals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from grensgeo.maps.base import MappedRegion
    from grensgeo.maps.trip_names import TripName
    from grensgeo.words import Language, Text

_BASELINE = "baseline"
#: Minutes of the findings where the study has them, as the maps open; else those in the middle.
_CUTOFF_MIN = 45.0
#: Bars of a chart, and places that a sentence names.
_MOST_BARS, _MOST_NAMED = 6, 3
#: An effect below this is nothing to speak of for a whole place (assumption): one in ten.
_NOTABLE = 0.1
_EVERY = words.LANGUAGES


@dataclass(frozen=True)
class Bar:
    """One bar of a chart.

    Attributes
    ----------
    label, told
        What stands before and behind it.
    value
        How long it is, beside the others.
    """

    label: Text
    told: Text
    value: float


@dataclass(frozen=True)
class RegionFinding:
    """Something that a study found.

    Attributes
    ----------
    code
        ``open``, ``places``, ``ways``, ``neighbour`` or ``scenario``.
    sentence
        What is said, in every language.
    figures
        The figures of the sentence by the id, mode and scenario of the rows of the tables that
        hold them.
    strength
        Additional opportunities, times the people who gain them.
    chart, bars
        Title of the chart and its bars.
    between
        Within which bounds the figure lies, where counts are modelled; else empty.
    page, state
        The map that shows it, by the name of its file, and what is chosen there.
    """

    code: str
    sentence: Text
    figures: Mapping[tuple[str, str, str], Mapping[str, float]]
    strength: float
    chart: Text = field(default_factory=lambda: dict.fromkeys(_EVERY, ""))
    bars: tuple[Bar, ...] = ()
    between: Text | None = None
    page: str = ""
    state: Mapping[str, str] = field(default_factory=dict)


def region_findings(
    region: MappedRegion,
    municipalities: pd.DataFrame,
    nuts3: pd.DataFrame,
    *,
    trips: Mapping[str, TripName],
    scenarios: Mapping[str, Mapping[str, str]] | None = None,
) -> list[RegionFinding]:
    """Find what a study has to say, the strongest first.

    Parameters
    ----------
    region
        The region.
    municipalities, nuts3
        schema.REACH at municipalities and at NUTS 3 regions, with mode and scenario.
    trips
        How the trips are called, by what stands in the column ``mode``.
    scenarios
        Titles of the scenarios by name.

    Returns
    -------
    list of RegionFinding
        None where the tables are empty.
    """
    if municipalities.empty:
        return []
    cutoffs = sorted(set(municipalities["cutoff_min"]))
    cutoff = _CUTOFF_MIN if _CUTOFF_MIN in cutoffs else cutoffs[len(cutoffs) // 2]
    counted = list(dict.fromkeys(municipalities["opportunity"]))
    told = list(words.texts("terms.opportunity"))
    opportunity = min(counted, key=lambda name: told.index(name) if name in told else len(told))
    finder = _Finder(region, cutoff, opportunity, trips)
    towns, parts = finder.rows(municipalities), finder.rows(nuts3)
    found = finder.of_border(towns[_is_baseline(towns)], parts[_is_baseline(parts)])
    before: dict[tuple[object, ...], Text] = {}
    for number, (name, title) in enumerate((scenarios or {}).items()):
        page = "scenario" if number == 0 else f"scenario-{name}"
        said = words.in_every_language(title)
        found += finder.of_scenario(towns, name, said, page, before=before)
    return sorted(found, key=lambda one: -one.strength)


def _is_baseline(rows: pd.DataFrame) -> pd.Series:
    return rows["scenario"] == _BASELINE


@dataclass(frozen=True, eq=False)
class _Finder:
    """Finds what is to be said of one cutoff and opportunity."""

    region: MappedRegion
    cutoff: float
    opportunity: str
    trips: Mapping[str, TripName]

    def rows(self, table: pd.DataFrame) -> pd.DataFrame:
        """Return a row for each place, mode and scenario, with name, inhabitants and gain."""
        chosen = (table["cutoff_min"] == self.cutoff) & (table["opportunity"] == self.opportunity)
        rows = totals(table[chosen])
        towns = self.region.municipalities
        of_nuts3 = towns.groupby("nuts3")
        names = {**of_nuts3["nuts3_name"].first(), **towns["name"]}
        people = {**of_nuts3["population"].sum(), **towns["population"]}
        for name, spare in (("edge_share", 0.0), ("open_lower", np.nan), ("open_upper", np.nan)):
            if name not in rows.columns:
                rows[name] = spare
        return rows.assign(
            name=rows["id"].map(names).fillna(rows["id"]),
            people=rows["id"].map(people).astype(float).fillna(0.0),
            gain=rows["open"] - rows["closed"],
        )

    # -- what an open border brings

    def of_border(self, towns: pd.DataFrame, parts: pd.DataFrame) -> list[RegionFinding]:
        """Find what an open border brings, to whom, and by which way of travelling."""
        mode = self._best_mode(towns)
        if mode is None:
            return []
        here = parts[(parts["mode"] == mode) & parts["border_effect"].notna()]
        there = towns[(towns["mode"] == mode) & towns["border_effect"].notna()]
        inside = there[there["edge_share"].fillna(0.0) <= EDGE_SHARE]
        found = [self._open(here), self._places(inside), self._neighbour(here)]
        return [one for one in (*found, self._ways(towns, inside)) if one is not None]

    def _best_mode(self, towns: pd.DataFrame) -> str | None:
        """Return the trip by which an open border brings most to all people together."""
        worth = (towns["gain"] * towns["people"]).groupby(towns["mode"]).sum()
        return str(worth.idxmax()) if len(worth) and worth.max() > 0 else None

    def _open(self, parts: pd.DataFrame) -> RegionFinding | None:
        gains = parts[parts["gain"] > NOISE * parts["closed"]]
        if gains.empty:
            return None
        row = _first(gains, gains["gain"] * gains["people"])
        return self._finding(
            "open",
            [row],
            {"name": row["name"], "open": row["open"], "closed": row["closed"]}
            | {"effect": _signed(row["border_effect"])},
            bars=_bars(parts, parts["border_effect"]),
            strength=(gains["gain"] * gains["people"]).sum(),
            state={"measure": "effect"},
        )

    def _places(self, towns: pd.DataFrame) -> RegionFinding | None:
        gains = towns[towns["border_effect"] > _NOTABLE].nlargest(_MOST_NAMED, "border_effect")
        if gains.empty:
            return None
        rows = _records(gains)
        first = rows[0]
        return self._finding(
            "places",
            rows,
            {"places": _listed([_with_effect(row) for row in rows])},
            bars=_bars(towns, towns["border_effect"]),
            strength=first["gain"] * first["people"],
            state={"measure": "effect", "area": first["id"]},
        )

    def _neighbour(self, parts: pd.DataFrame) -> RegionFinding | None:
        best = parts.sort_values("border_effect", ascending=False).drop_duplicates("country")
        if len(best) < 2:
            return None
        more, less = _records(best)[:2]
        if more["border_effect"] - less["border_effect"] <= NOISE:
            return None
        within = words.texts("terms.in")
        sides = {
            f"in_{side}": _capital(within[row["country"]])
            if side == "more"
            else within[row["country"]]
            for side, row in (("more", more), ("less", less))
            if row["country"] in within
        }
        if len(sides) < 2:
            return None
        return self._finding(
            "neighbour",
            [more, less],
            {"in_more": _capital(sides["in_more"]), "in_less": sides["in_less"]}
            | {"more": _with_effect(more), "less": _with_effect(less)},
            bars=_bars(best, best["border_effect"]),
            strength=(more["border_effect"] - less["border_effect"])
            * less["closed"]
            * min(more["people"], less["people"]),
            state={"measure": "effect"},
        )

    def _ways(self, towns: pd.DataFrame, inside: pd.DataFrame) -> RegionFinding | None:
        """Find the largest town near the border, and what each way of travelling brings it."""
        near = inside[inside["border_effect"] > _NOTABLE]
        if near.empty:
            return None
        town = _first(near, near["people"])
        rows = towns[(towns["id"] == town["id"]) & towns["border_effect"].notna()]
        rows = rows.sort_values("border_effect", ascending=False)
        rows = rows[rows["mode"].map(self._kind) != "walk"]
        kinds = rows.assign(kind=rows["mode"].map(self._kind)).drop_duplicates("kind")
        kinds = kinds[kinds["kind"].isin(["car", "ebike", "transit"])]
        if len(kinds) < 2:
            return None
        told = _records(kinds)
        ways: list[Text] = [
            {code: f"{by[code]} {_signed(row['border_effect'])[code]}" for code in _EVERY}
            for row in told
            for by in [self._by(row["mode"])]
        ]
        bars = [
            Bar(self._name(row["mode"]), _signed(row["border_effect"]), row["border_effect"])
            for row in _records(rows)
        ]
        return self._finding(
            "ways",
            told,
            {"name": town["name"], "ways": _listed(ways)},
            bars=tuple(bars[:_MOST_BARS]),
            strength=(told[0]["gain"] - told[-1]["gain"]) * town["people"],
            page="atlas",
            state={"at": f"place:{town['id']}", "trip": town["mode"], "border": "open"},
        )

    # -- what a scenario brings

    def of_scenario(
        self,
        towns: pd.DataFrame,
        name: str,
        title: Text,
        page: str,
        *,
        before: dict[tuple[object, ...], Text],
    ) -> list[RegionFinding]:
        """Find what a scenario changes most, or that it changes nothing that can be seen.

        ``before`` holds the titles of earlier scenarios by what they change: one that changes the
        same, such as two plans together of which this is the larger, does not repeat its figures.
        """
        key = ["id", "mode"]
        today = towns[_is_baseline(towns)].set_index(key)["open"]
        rows = towns[towns["scenario"] == name].set_index(key)
        if rows.empty:
            return []
        rows = rows.assign(before=today.reindex(rows.index)).reset_index()
        rows["change"] = rows["open"] - rows["before"]
        seen = rows[rows["change"].abs() > NOISE * rows["before"]]
        seen = seen[seen["edge_share"].fillna(0.0) <= EDGE_SHARE]
        if seen.empty:
            noise = _number(NOISE, "percent")
            values = {"scenario": title, "noise": noise}
            return [self._finding("scenario_none", [], values, strength=0.0, page=page)]
        moved = seen["change"].abs()
        mode = (moved * seen["people"]).groupby(seen["mode"]).sum().idxmax()
        same = seen[seen["mode"] == mode]
        same = same.loc[moved[same.index].sort_values(ascending=False).index]
        places = _records(same)
        row = places[0]
        strength = (same["change"].abs() * same["people"]).sum()
        state = {"measure": "abs", "area": row["id"]}
        changed = (mode, *same["id"], *same["change"])
        if changed in before:
            values = {"scenario": title, "other": before[changed]}
            return [self._finding(
                "scenario_same", [row], values, strength=strength, page=page, state=state
            )]  # fmt: skip
        before[changed] = title
        bars = tuple(
            Bar(_every(one["name"]), _number(one["change"], "change"), abs(one["change"]))
            for one in places[:_MOST_BARS]
        )
        was = towns[_is_baseline(towns) & (towns["id"] == row["id"]) & (towns["mode"] == mode)]
        effect = row["change"] / row["before"] if row["before"] else np.nan
        told = _signed(effect) if np.isfinite(effect) else _number(row["change"], "change")
        return [
            self._finding(
                "scenario",
                [row, *_records(was)],
                {"name": row["name"], "scenario": title, "effect": told}
                | {"after": row["open"], "before": row["before"]},
                bars=bars,
                strength=strength,
                page=page,
                state=state,
            )
        ]

    # -- words

    def _kind(self, mode: str) -> str:
        return self.trips[mode].mode if mode in self.trips else mode

    def _by(self, mode: str) -> Text:
        spare = words.texts("terms.by").get(mode, _every(""))
        return self.trips[mode].by if mode in self.trips else spare

    def _name(self, mode: str) -> Text:
        spare = words.texts("terms.mode").get(mode, _every(mode))
        return self.trips[mode].name if mode in self.trips else spare

    def _finding(
        self,
        code: str,
        rows: Sequence[Mapping[str, Any]],
        values: Mapping[str, Any],
        *,
        strength: float,
        bars: tuple[Bar, ...] = (),
        page: str = "border-effect",
        state: Mapping[str, str] | None = None,
    ) -> RegionFinding:
        """Build a finding in words, with what it is chosen by on its map."""
        counted = words.texts("terms.opportunity").get(self.opportunity, _every(self.opportunity))
        common = {"cutoff": _number(self.cutoff), "opportunity": counted}
        mode = str(rows[0]["mode"]) if rows else ""
        if mode:
            common["by"] = self._by(mode)
        filled = common | {
            name: _number(v) if isinstance(v, float) else v if isinstance(v, dict) else _every(v)
            for name, v in values.items()
        }
        chosen = {"mode": mode, "cutoff": f"{self.cutoff:g}", "opportunity": self.opportunity}
        if page == "atlas":
            chosen = {"min": f"{self.cutoff:g}", "what": self.opportunity}
        figures = ("closed", "open", "border_effect")
        return RegionFinding(
            code,
            _filled(f"findings.sentence.{code}", filled),
            {
                (row["id"], row["mode"], row["scenario"]): {f: float(row[f]) for f in figures}
                for row in rows
            },
            float(strength),
            chart=_filled(f"findings.chart.{code}", filled) if bars else _every(""),
            bars=bars,
            between=self._between(rows, counted) if code in {"open", "scenario"} else None,
            page=page,
            state={name: v for name, v in (chosen | dict(state or {})).items() if v},
        )

    def _between(self, rows: Sequence[Mapping[str, Any]], counted: Text) -> Text | None:
        """Report between which bounds the figure of the first row lies, where it has any."""
        low, high = rows[0]["open_lower"], rows[0]["open_upper"]
        if not (np.isfinite(low) and np.isfinite(high)) or high - low < 1:
            return None
        said = {"lower": _number(float(low)), "upper": _number(float(high))}
        return _filled("findings.text.between", said | {"opportunity": _capital(counted)})


def _records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in rows.to_dict("records")]


def _first(rows: pd.DataFrame, worth: pd.Series) -> dict[str, Any]:
    """Return the row that is worth most, the first of several."""
    return _records(rows.loc[[worth.idxmax()]])[0]


def _bars(rows: pd.DataFrame, effects: pd.Series) -> tuple[Bar, ...]:
    """Draw the greatest effects, those that can be seen."""
    order = effects.sort_values(ascending=False).head(_MOST_BARS)
    named = rows["name"].to_dict()
    return tuple(
        Bar(_every(named[i]), _signed(effect), float(effect))
        for i, effect in order.items()
        if effect > NOISE
    )


def _every(said: str) -> Text:
    return dict.fromkeys(_EVERY, str(said))


def _capital(text: Text) -> Text:
    return {code: words.capital(said) for code, said in text.items()}


def _number(value: float, unit: str = "count") -> Text:
    return {code: written(value, unit, code) for code in _EVERY}


def _signed(effect: float) -> Text:
    return _number(effect, "change_percent")


def _with_effect(row: Mapping[str, Any]) -> Text:
    effect = _signed(row["border_effect"])
    return {code: f"{row['name']} ({effect[code]})" for code in _EVERY}


def _listed(told: Sequence[Text]) -> Text:
    """Join several things as a sentence has them: ``a, b and c``."""
    *first, last = told
    joined = words.text("pages.listed.and")
    return {
        code: f"{', '.join(one[code] for one in first)} {joined[code]} {last[code]}"
        if first
        else last[code]
        for code in _EVERY
    }


def _filled(key: str, values: Mapping[str, Text]) -> Text:
    """Return a text with what is to stand in it, in every language."""

    def of(code: Language) -> str:
        return words.fill(words.text(key)[code], {n: v[code] for n, v in values.items()}, code)

    return {code: of(code) for code in _EVERY}
