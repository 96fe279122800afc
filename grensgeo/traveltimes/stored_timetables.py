"""What is prepared for public transport, as plain data that a router saves and sends.

A timetable of a day depends on the feeds; the legs to its stops and the ways between them on the
durations of streets. Both are saved with the streets that they were made on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from grensgeo.errors import Fault
from grensgeo.gtfs.merging.rules import Merge
from grensgeo.gtfs.runs import Headways, Runs
from grensgeo.gtfs.timetable.timetable import Timetable
from grensgeo.network.prepared import Same
from grensgeo.routing.transit.journeys import Legs
from grensgeo.routing.transit.schedule import Lines, Schedule
from grensgeo.traveltimes.departures import Plan, Timetables
from grensgeo.traveltimes.metrics import StreetMetrics
from grensgeo.traveltimes.stop_legs import AskedLegs, KeptLegs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grensgeo.network import Network
    from grensgeo.network.prepared import Prepared
    from grensgeo.traveltimes.metric_key import MetricKey
    from grensgeo.traveltimes.metrics import StreetMetric

#: What the saved parts are made of.
TIMETABLE_CLASSES: Final = (Headways, Legs, Lines, Merge, Plan, Runs, Schedule, Timetable)


def saved_timetables(prepared: Prepared, network: Network) -> dict[str, Any]:
    """Return the timetables and legs of a network as plain data.

    Parameters
    ----------
    prepared
        What is prepared for it.
    network
        The network, whose feeds the timetables must be of.

    Returns
    -------
    dict
        Without what depends on a speed table of one's own or on feeds of a scenario.
    """
    part, legs = prepared.part(Timetables), prepared.part(KeptLegs)
    keys = _keys_of_metrics(prepared)
    feeds = Same(*network.feeds)
    plans = {key: found for key, found in part.plans.held.items() if key[0] == feeds}
    ours = {plan for plan, _ in plans.values()}
    return {
        "plans": [
            (key[1:], plan, [[(f.code, str(f), f.where) for f in faults] for faults in said])
            for key, (plan, said) in plans.items()
        ],
        "schedules": [
            (plan, country, keys[metric], rest, laid)
            for (plan, country, metric, *rest), laid in part.schedules.held.items()
            if plan in ours and metric in keys
        ],
        "legs": [
            (keys[asked.metric], asked.origins, asked.destinations,
             (asked.park_s, asked.limit_s, asked.by_destination), found)
            for asked, found in legs.found
            if asked.metric in keys
        ],
    }  # fmt: skip


def restored_timetables(
    saved: Mapping[str, Any], network: Network, streets: StreetMetrics
) -> tuple[Timetables, KeptLegs]:
    """Return what :func:`saved_timetables` gave of the same network.

    Parameters
    ----------
    saved
        From :func:`saved_timetables`.
    network
        The network.
    streets
        Its metrics, restored.
    """
    part, legs = Timetables(), KeptLegs()
    feeds = Same(*network.feeds)
    for key, plan, said in saved["plans"]:
        doubts = [tuple(Fault(*told) for told in faults) for faults in said]
        part.plans.held[feeds, *key] = plan, doubts
    for plan, country, key, rest, laid in saved["schedules"]:
        part.schedules.held[plan, country, streets.metrics.held[key], *rest] = laid
    for key, origins, destinations, rest, found in saved["legs"]:
        asked = AskedLegs(streets.metrics.held[key], origins, destinations, *rest)
        legs.found.append((asked, found))
    return part, legs


def _keys_of_metrics(prepared: Prepared) -> dict[StreetMetric, MetricKey]:
    """Return by metric the question that it answers, of those that are saved."""
    held = prepared.part(StreetMetrics).metrics.held
    return {metric: key for key, metric in held.items() if key.speeds is None}
