"""The tables of what trips cost."""

from grensgeo.schema.table import Column, Table

_PAIR = (
    Column("from_id", "string", "Origin"),
    Column("to_id", "string", "Destination"),
    Column("mode", "string", "How the trip is made"),
    Column("group", "string", "Group of people"),
)
_WHY = (
    "no_car, no_licence, no_kilometre_cost, no_country, no_parking_cost, no_tariff, "
    "level_unknown, zone_unknown, or why there is no time"
)

#: What a trip costs, apart from its time.
TRIP_COSTS = Table(
    "costs of trips",
    (
        *_PAIR,
        Column("distance_km", "number", "Kilometres driven, or ridden from stop to stop", "km",
               "not known, or there is no way"),
        Column("cost_eur", "number", "What one pays for the trip", "EUR", "not known; see reason"),
        Column("tariffs", "string", "What is paid, in order: tariffs, tickets, passes",
               null="nothing is ridden"),
        Column("reason", "string", f"Why no cost is known: {_WHY}", null="it is known"),
    ),
    ("from_id", "to_id", "mode", "group"),
)  # fmt: skip

#: Time and cost as one: minutes, and minutes for money by the value of time.
GENERALISED_COSTS = Table(
    "generalised costs",
    (
        *_PAIR,
        Column("time_min", "number", "Door-to-door time", "min", "not reached; see reason"),
        Column("cost_eur", "number", "What one pays for the trip", "EUR", "not known; see reason"),
        Column("generalised_min", "number",
               "Minutes by the group's weight for the mode, and cost by its value of time", "min",
               "time or cost is not known"),
        Column("reason", "string", f"Why one of them is not known: {_WHY}", null="both are known"),
    ),
    ("from_id", "to_id", "mode", "group"),
)  # fmt: skip

#: A journey by what is paid: which tariff holds on either side of each seam.
FARE_PIECES = Table(
    "fares of a journey",
    (
        Column("group", "string", "Group of people"),
        Column("piece", "integer", "Number of the piece, from 1"),
        Column("lines", "string", "Lines ridden in it"),
        Column("from_name", "string", "Stop at which it begins"),
        Column("to_name", "string", "Stop at which it ends"),
        Column("from_country", "string", "Country of the first stop", null="not known"),
        Column("to_country", "string", "Country of the second", null="not known"),
        Column("kind", "string", "tariff, ticket, pass or none"),
        Column("name", "string", "The tariff, ticket or pass", null="none is declared here"),
        Column("distance_km", "number", "Kilometres ridden, straight from stop to stop", "km"),
        Column("price_eur", "number", "What is paid for the piece", "EUR",
               "not known; see reason"),
        Column("reason", "string", "no_tariff, level_unknown or zone_unknown",
               null="the price is known"),
    ),
    ("group", "piece"),
)  # fmt: skip
