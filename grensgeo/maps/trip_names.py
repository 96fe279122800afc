"""How trips are called: by what one rides in, and by how one gets to the stop."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from grensgeo.words import LANGUAGES, fill, text, texts

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import geopandas as gpd
    import pandas as pd

    from grensgeo.words import Text

#: A kind of vehicle that calls in less than this share of the municipalities in which the most
#: common kind calls gives a trip no name: three towns with buses do not make a bus network.
_COMMON = 0.5


#: Kinds of vehicles that together have a name of their own in ``words/trips.toml``.
_NAMED = {
    frozenset({"rail"}): "rail",
    frozenset({"bus"}): "bus",
    frozenset({"rail", "bus"}): "rail_bus",
}


class NamedTrip(Protocol):
    """What is read of a trip."""

    @property
    def mode(self) -> str:
        """Mode of the trip."""

    @property
    def access(self) -> str:
        """How one gets to the first stop."""

    @property
    def egress(self) -> str:
        """How one gets on from the last stop."""


@dataclass(frozen=True)
class TripName:
    """How a trip is called.

    Attributes
    ----------
    mode
        Mode of the trip.
    name
        As a choice: "trein, te voet naar het station".
    by
        In a sentence: "met de trein (te voet naar het station)".
    vehicle
        What one rides in: "trein"; empty words for trips by street.
    no_vehicle
        None of it: "geen trein".
    """

    mode: str
    name: Text
    by: Text
    vehicle: Text = field(default_factory=lambda: dict.fromkeys(LANGUAGES, ""))
    no_vehicle: Text = field(default_factory=lambda: dict.fromkeys(LANGUAGES, ""))


def trip_name(trip: NamedTrip, kinds: Collection[str] = ()) -> TripName:
    """Return how a trip is called in every language.

    Parameters
    ----------
    trip
        The trip.
    kinds
        What one rides in, as :func:`common` gives it; unknown if empty.

    Returns
    -------
    TripName
        By public transport with how one gets to the stop.

    Examples
    --------
    >>> from grensgeo.traveltimes import Trip
    >>> trip_name(Trip("transit", access="bicycle"), {"rail"}).name["de"]
    'Bahn, mit dem Rad zum Bahnhof'
    >>> trip_name(Trip("transit"), {"rail", "bus"}).by["nl"]
    'met trein en bus (te voet naar de halte)'
    """
    if trip.mode != "transit":
        return TripName(trip.mode, text(f"terms.mode.{trip.mode}"), text(f"terms.by.{trip.mode}"))
    called = texts(f"trips.vehicle.{_NAMED.get(frozenset(kinds), 'any')}")
    stop = "to_station" if frozenset(kinds) == {"rail"} else "to_stop"
    ways = [text(f"trips.{stop}.{trip.access}")]
    ways += [way for mode, way in texts("trips.from_stop").items() if mode == trip.egress]
    how = {language: ", ".join(way[language] for way in ways) for language in LANGUAGES}
    return TripName(
        trip.mode,
        {language: f"{called['name'][language]}, {how[language]}" for language in LANGUAGES},
        {language: f"{called['by'][language]} ({how[language]})" for language in LANGUAGES},
        called["without"],
        called["none"],
    )


def served(areas: gpd.GeoDataFrame, vehicles: pd.DataFrame) -> dict[str, dict[str, int]]:
    """Return the municipalities in which each kind of vehicle calls.

    Parameters
    ----------
    areas
        Municipalities in EPSG:4326, indexed by code.
    vehicles
        ``kind``, ``lon``, ``lat``: what :func:`grensgeo.traveltimes.vehicles.vehicles` gives.

    Returns
    -------
    dict
        By kind, how many stops by code, in the order of ``areas``; stops outside every
        municipality do not count.
    """
    import shapely

    tree = shapely.STRtree(areas.geometry.to_numpy())
    point, area = tree.query(
        shapely.points(vehicles["lon"], vehicles["lat"]), predicate="intersects"
    )
    codes, kinds = areas.index.tolist(), vehicles["kind"].to_numpy()
    found: dict[str, dict[str, int]] = {}
    for number, row in sorted(zip(area.tolist(), point.tolist(), strict=True)):
        stops = found.setdefault(str(kinds[row]), {})
        stops[codes[number]] = stops.get(codes[number], 0) + 1
    return found


def common(where: Mapping[str, Collection[str]]) -> frozenset[str]:
    """Return the kinds of vehicles by which a trip is named.

    Parameters
    ----------
    where
        Municipalities by kind, as :func:`served` gives them.

    Returns
    -------
    frozenset of str
        The kind that calls in most municipalities, and those that call in half as many or more.

    Examples
    --------
    >>> common({"rail": ["a", "b", "c"], "bus": ["a"]})
    frozenset({'rail'})
    """
    most = max((len(codes) for codes in where.values()), default=0)
    return frozenset(kind for kind, codes in where.items() if len(codes) >= _COMMON * most)


def lacking(areas: gpd.GeoDataFrame, where: Mapping[str, Mapping[str, int]]) -> dict[str, Text]:
    """Return what public transport lacks in each country: trains, buses, or most of the buses.

    Parameters
    ----------
    areas
        Municipalities, indexed by code, with ``country`` and ``name``.
    where
        Stops by kind of vehicle and municipality, as :func:`served` gives them.

    Returns
    -------
    dict
        Words by country, such as "zonder bussen"; a country that lacks nothing is not in it.
    """
    found: dict[str, Text] = {}
    for country, part in areas.groupby("country"):
        told = []
        for kind in ("rail", "bus"):
            stops = {code: n for code, n in where.get(kind, {}).items() if code in part.index}
            if not stops:
                told.append(text(f"trips.lacking.{kind}"))
            elif kind == "bus" and len(stops) < _COMMON * len(part):
                told.append(_some_buses(part, stops))
        if told:
            found[str(country)] = {
                language: ", ".join(words[language] for words in told) for language in LANGUAGES
            }
    return found


def _some_buses(areas: gpd.GeoDataFrame, stops: Mapping[str, int]) -> Text:
    """Return around which town the buses run, if most of their stops are in one."""
    most = max(stops, key=lambda code: stops[code])
    if stops[most] <= _COMMON * sum(stops.values()):
        return text("trips.buses_here_and_there")
    name = str(areas.loc[most, "name"])
    return {x: fill(said, {"name": name}, x) for x, said in text("trips.buses_around").items()}
