"""How trips are called: by what one rides in, and by how one gets to the stop."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from grensgeo.maps import labels

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import geopandas as gpd
    import pandas as pd

    from grensgeo.maps.labels import Text

#: A kind of vehicle that calls in less than this share of the municipalities in which the most
#: common kind calls gives a trip no name: three towns with buses do not make a bus network.
_COMMON = 0.5


def _text(nl: str, de: str, en: str) -> Text:
    return {"nl": nl, "de": de, "en": en}


#: What one rides in, by the kinds that are common: as a name, in a sentence, after "without", and
#: none of it.
_VEHICLES: dict[frozenset[str], tuple[Text, Text, Text, Text]] = {
    frozenset({"rail"}): (
        _text("trein", "Bahn", "train"),
        _text("met de trein", "mit der Bahn", "by train"),
        _text("trein", "Bahn", "train"),
        _text("geen trein", "keine Bahn", "no train"),
    ),
    frozenset({"bus"}): (
        _text("bus", "Bus", "bus"),
        _text("met de bus", "mit dem Bus", "by bus"),
        _text("bus", "Bus", "bus"),
        _text("geen bus", "kein Bus", "no bus"),
    ),
    frozenset({"rail", "bus"}): (
        _text("trein en bus", "Bus und Bahn", "train and bus"),
        _text("met trein en bus", "mit Bus und Bahn", "by train and bus"),
        _text("trein of bus", "Bus und Bahn", "train or bus"),
        _text("geen trein of bus", "weder Bus noch Bahn", "no train or bus"),
    ),
}
_ANY_VEHICLE = (
    _text("openbaar vervoer", "Bus und Bahn", "public transport"),
    _text("met het openbaar vervoer", "mit Bus und Bahn", "by public transport"),
    _text("openbaar vervoer", "Bus und Bahn", "public transport"),
    _text("geen openbaar vervoer", "weder Bus noch Bahn", "no public transport"),
)
_TO_STATION: dict[str, Text] = {
    "walk": _text("te voet naar het station", "zu Fuß zum Bahnhof", "on foot to the station"),
    "bicycle": _text(
        "met de fiets naar het station", "mit dem Rad zum Bahnhof", "by bicycle to the station"
    ),
    "ebike": _text(
        "met de e-bike naar het station", "mit dem E-Bike zum Bahnhof", "by e-bike to the station"
    ),
    "car": _text(
        "met de auto naar het station", "mit dem Auto zum Bahnhof", "by car to the station"
    ),
}
_TO_STOP: dict[str, Text] = {
    "walk": _text("te voet naar de halte", "zu Fuß zur Haltestelle", "on foot to the stop"),
    "bicycle": _text(
        "met de fiets naar de halte", "mit dem Rad zur Haltestelle", "by bicycle to the stop"
    ),
    "ebike": _text(
        "met de e-bike naar de halte", "mit dem E-Bike zur Haltestelle", "by e-bike to the stop"
    ),
    "car": _text(
        "met de auto naar de halte", "mit dem Auto zur Haltestelle", "by car to the stop"
    ),
}
#: On from the last stop, where that is not on foot.
_FROM_STOP: dict[str, Text] = {
    "bicycle": _text("verder met de fiets", "weiter mit dem Rad", "on by bicycle"),
    "ebike": _text("verder met de e-bike", "weiter mit dem E-Bike", "on by e-bike"),
    "car": _text("verder met de auto", "weiter mit dem Auto", "on by car"),
}
#: A kind of vehicle that does not run in a country.
_WITHOUT = {
    "bus": _text("zonder bussen", "ohne Busse", "without buses"),
    "rail": _text("zonder treinen", "ohne Züge", "without trains"),
}
#: Buses that run in some of its municipalities alone: most of their stops in one of them, or not.
#: Trains are not expected everywhere, and where they are a reader sees by the stations.
_BUSES_AROUND = _text(
    "bussen alleen in en rond {name}",
    "Busse nur in und um {name}",
    "buses only in and around {name}",
)
_BUSES_HERE_AND_THERE = _text("niet overal bussen", "nicht überall Busse", "buses not everywhere")


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
    vehicle: Text = field(default_factory=lambda: dict.fromkeys(labels.LANGUAGES, ""))
    no_vehicle: Text = field(default_factory=lambda: dict.fromkeys(labels.LANGUAGES, ""))


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
        return TripName(trip.mode, labels.MODES[trip.mode], labels.BY_MODE[trip.mode])
    name, by, vehicle, none = _VEHICLES.get(frozenset(kinds), _ANY_VEHICLE)
    stop = _TO_STATION if frozenset(kinds) == {"rail"} else _TO_STOP
    ways = [stop[trip.access], *([_FROM_STOP[trip.egress]] if trip.egress in _FROM_STOP else [])]
    how = {language: ", ".join(way[language] for way in ways) for language in labels.LANGUAGES}
    return TripName(
        trip.mode,
        {language: f"{name[language]}, {how[language]}" for language in labels.LANGUAGES},
        {language: f"{by[language]} ({how[language]})" for language in labels.LANGUAGES},
        vehicle,
        none,
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
                told.append(_WITHOUT[kind])
            elif kind == "bus" and len(stops) < _COMMON * len(part):
                told.append(_some_buses(part, stops))
        if told:
            found[str(country)] = {
                language: ", ".join(words[language] for words in told)
                for language in labels.LANGUAGES
            }
    return found


def _some_buses(areas: gpd.GeoDataFrame, stops: Mapping[str, int]) -> Text:
    """Say around which town the buses run, if most of their stops are in one."""
    most = max(stops, key=lambda code: stops[code])
    if stops[most] <= _COMMON * sum(stops.values()):
        return _BUSES_HERE_AND_THERE
    name = str(areas.loc[most, "name"])
    return {language: words.replace("{name}", name) for language, words in _BUSES_AROUND.items()}
