"""The sentences of a comparison, in Dutch, German and English."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, isnan, log10
from typing import TYPE_CHECKING, Protocol

from grensgeo import words
from grensgeo.comparison.change_tables import is_few
from grensgeo.errors import InputError, some

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from grensgeo.comparison.change_tables import ChangeTables
    from grensgeo.maps.trip_names import TripName
    from grensgeo.words import Language, Text

#: Digits that a figure in a sentence has; more would be believed.
_DIGITS = 3
#: Figures below this have a decimal.
_FEW = 10


@dataclass(frozen=True)
class Spoken:
    """How what is compared is called.

    Attributes
    ----------
    title
        What the change is called; None where nobody says.
    trips
        How trips are called, by name.
    names
        Names of destinations.
    max_min
        Longest trips by name, minutes.
    """

    title: Text | None
    trips: Mapping[str, TripName]
    names: Mapping[str, str]
    max_min: Mapping[str, float | None]


class Compared(Protocol):
    """What sentences are made of."""

    @property
    def changes(self) -> ChangeTables:
        """The changes by place."""

    @property
    def spoken(self) -> Spoken:
        """How it is called."""

    def table(self, level: str | None = None) -> pd.DataFrame:
        """Return the changes."""


@dataclass(frozen=True)
class _Speaker:
    """Says things in one language."""

    language: Language

    def say(self, key: str, **values: words.Value) -> str:
        template = words.text(f"comparisons.say.{key}")[self.language]
        return words.fill(template, values, self.language)

    def number(self, value: float, *, signed: bool = False) -> str:
        """Return a number with as many digits as it deserves."""
        size = abs(value)
        if size >= _FEW:
            step = 10.0 ** max(0, floor(log10(size)) + 1 - _DIGITS)
            value = round(value / step) * step
        plain = size >= _FEW or value == int(value)
        form = f"{{n:{'+' if signed else ''},.{0 if plain else 1}f}}"
        return words.fill(form, {"n": value}, self.language)

    def share(self, value: float) -> str:
        """Return a relative change with its sign."""
        return self.say("no_share") if isnan(value) else self.percent(value, form="+.1f")

    def percent(self, value: float, *, form: str = ".0f") -> str:
        """Return a part as a percentage."""
        told = words.fill(f"{{n:{form}}}", {"n": 100 * value}, self.language)
        return f"{told}%" if self.language != "de" else f"{told} %"

    def joined(self, texts: Sequence[str]) -> str:
        """Return a list as one says it."""
        if len(texts) == 1:
            return texts[0]
        return self.say("both", first=", ".join(texts[:-1]), last=texts[-1])


def told_of(
    found: Compared,
    language: Language,
    *,
    mode: str | None = None,
    opportunity: str | None = None,
    cutoff_min: float | None = None,
) -> str:
    """Return what a comparison says, in sentences.

    Parameters
    ----------
    found
        The comparison.
    language
        ``nl``, ``de`` or ``en``.
    mode, opportunity, cutoff_min
        What is told of.

    Raises
    ------
    InputError
        For a language, or one of these, that is not there.
    """
    if language not in words.LANGUAGES:
        raise InputError(
            "choice-unknown",
            f"language {language!r} is not known; use {', '.join(words.LANGUAGES)}",
        )
    speaker, table = _Speaker(language), found.table()
    chosen = chosen_figure(table, mode=mode, opportunity=opportunity, cutoff_min=cutoff_min)
    said = (
        []
        if found.spoken.title is None
        else [speaker.say("titled", title=found.spoken.title[language])]
    )
    what = words.texts("terms.opportunity").get(str(chosen["opportunity"]))
    named = str(chosen["opportunity"]) if what is None else what[language]
    rows = table[
        (table["mode"] == chosen["mode"])
        & (table["opportunity"] == chosen["opportunity"])
        & (table["cutoff_min"] == chosen["cutoff_min"])
    ]
    reach = rows[rows["measure"] == "reach"]
    said += _of_everybody(found, reach, speaker, named)
    said += _of_most(found, reach, speaker, named)
    said += _of_effect(rows, speaker)
    times = table[(table["mode"] == chosen["mode"]) & (table["measure"] == "travel_time")]
    said += _of_times(found, times, speaker)
    return " ".join(said)


def chosen_figure(table: pd.DataFrame, **wanted: str | float | None) -> dict[str, object]:
    """Return the trip, opportunity and cutoff of which is told."""
    reach = table[table["measure"] == "reach"]
    result: dict[str, object] = {}
    for name, value in wanted.items():
        offered = list(dict.fromkeys(reach[name]))
        if value is not None and value not in offered:
            raise InputError("choice-unknown", f"{name} {value!r}; there are {some(offered)}")
        if value is not None:
            result[name] = value
        elif name == "cutoff_min":
            result[name] = sorted(offered)[len(offered) // 2]
        elif name == "mode":
            touched = reach.loc[reach["difference"].fillna(0) != 0, "mode"]
            result[name] = next((one for one in offered if (touched == one).any()), offered[0])
        else:
            result[name] = offered[0]
        reach = reach[reach[name] == result[name]]
    return result


def _by(found: Compared, mode: str, speaker: _Speaker) -> str:
    """Return by what one travels, at the beginning of a sentence."""
    if mode in found.spoken.trips:
        return words.capital(found.spoken.trips[mode].by[speaker.language])
    known = words.texts("terms.by").get(mode)
    return speaker.say("any_trip") if known is None else words.capital(known[speaker.language])


def _of_everybody(found: Compared, reach: pd.DataFrame, speaker: _Speaker, what: str) -> list[str]:
    """Return what changes for all together, and by country."""
    whole = reach[reach["level"] == "all"]
    if whole.empty:
        return []
    row = whole.iloc[0]
    told: dict[str, words.Value] = {
        "by": _by(found, row["mode"], speaker),
        "cutoff": speaker.number(row["cutoff_min"]),
        "what": what,
    }
    share = speaker.share(row["relative"])
    change = {"n": speaker.number(abs(row["difference"])), "share": share}
    kinds = {
        "gain": ("reach_more", change),
        "loss": ("reach_fewer", change),
        "below_noise": ("reach_noise", {"share": share}),
        "same": ("reach_same", {}),
    }
    key, more = kinds.get(row["state"], ("reach_unknown", {}))
    said = [speaker.say(key, **told, **more)]
    if not isnan(row["lower"]):
        draws, level = found.changes.draws, found.changes.level
        few = is_few(draws, level)
        bounds = {name: speaker.number(row[name], signed=True) for name in ("lower", "upper")} | (
            {} if few else {"level": speaker.percent(level)}
        )
        said.append(speaker.say("band_of_few" if few else "band", draws=draws, **bounds))
    countries = reach[(reach["level"] == "country") & reach["difference"].notna()]
    if len(countries) > 1 and row["state"] in ("gain", "loss", "below_noise"):
        listed = [
            f"{_country(one['id'], speaker)} {speaker.number(one['difference'], signed=True)}"
            for _, one in countries.iterrows()
        ]
        said.append(speaker.say("by_country", list=", ".join(listed)))
    return said + _of_people(found, row, speaker)


def _country(code: str, speaker: _Speaker) -> str:
    named = words.texts("terms.country").get(code)
    return code if named is None else named[speaker.language]


def _of_people(found: Compared, row: pd.Series, speaker: _Speaker) -> list[str]:
    """Return how many gain and lose."""
    if isnan(row["people"]) or row["state"] in ("same", "unknown"):
        return []
    some_gain, some_lose = round(row["people_gain"]) > 0, round(row["people_lose"]) > 0
    key = {
        (True, True): "gain_and_lose",
        (True, False): "gain",
        (False, True): "lose",
        (False, False): "nobody",
    }[some_gain, some_lose]
    values = {"all": row["people"], "gain": row["people_gain"], "lose": row["people_lose"]}
    said = [speaker.say(key, **{name: speaker.number(n) for name, n in values.items()})]
    share = found.changes.limits.much_share
    for name in ("gain_much", "lose_much"):
        n = row[f"people_{name}"]
        if round(n) > 0:
            said.append(speaker.say(name, share=speaker.percent(share), n=speaker.number(n)))
    return said


def _of_most(found: Compared, reach: pd.DataFrame, speaker: _Speaker, what: str) -> list[str]:
    """Return which place gains most, and which loses most."""
    smallest = found.changes.places.levels[0].name
    places = reach[reach["level"] == smallest]
    said = []
    for key, state, sign in (("most_gain", "gain", 1), ("most_lose", "loss", -1)):
        there = places[places["state"] == state]
        if there.empty:
            continue
        row = there.iloc[int((sign * there["difference"]).to_numpy().argmax())]
        name = row["name"] if isinstance(row["name"], str) else row["id"]
        said.append(
            speaker.say(
                key,
                name=name,
                n=speaker.number(row["difference"], signed=True),
                what=what,
                share=speaker.share(row["relative"]),
            )
        )
    return said


def _of_effect(rows: pd.DataFrame, speaker: _Speaker) -> list[str]:
    """Return how the border effect of all changes, where it does."""
    whole = rows[(rows["level"] == "all") & (rows["measure"] == "border_effect")]
    told = whole[whole["state"].isin(["rise", "fall"])]
    return [
        speaker.say(
            "effect",
            before=speaker.percent(row["baseline"], form=".1f"),
            after=speaker.percent(row["scenario"], form=".1f"),
        )
        for _, row in told.iterrows()
    ]


def _of_times(found: Compared, times: pd.DataFrame, speaker: _Speaker) -> list[str]:
    """Return who is much sooner or later where, and who arrives at all."""
    whole = times[times["level"] == "all"]
    said, nowhere = [], []
    least = speaker.number(found.changes.limits.much_min)
    for _, row in whole.iterrows():
        place = found.spoken.names.get(row["to_id"], row["to_id"])
        longest = found.spoken.max_min.get(row["mode"])
        within = "" if longest is None else "_within"
        more = {} if longest is None else {"max": speaker.number(longest)}
        for column, key, values in (
            ("gain_much", "sooner", {"least": least}),
            ("lose_much", "later", {"least": least}),
            ("newly_reached", f"newly{within}", more),
            ("no_longer_reached", f"no_longer{within}", more),
        ):
            n = row[f"people_{column}"]
            if round(n) > 0:
                said.append(speaker.say(key, place=place, n=speaker.number(n), **values))
            elif column == "gain_much":
                nowhere.append(place)
    if nowhere:
        said.append(speaker.say("nobody_sooner", least=least, places=speaker.joined(nowhere)))
    return said
