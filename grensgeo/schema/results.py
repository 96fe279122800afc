"""Tables of what is computed: times, reach, placements."""

from grensgeo.schema.inputs import LISTINGS
from grensgeo.schema.table import AREA, ID, Column, Table

#: Columns of a listing that stand in a table of placements too.
_OF_A_PLACEMENT = ("id", "opp_type", "count", "country", "eqf_min", "eqf_max", "sector_nace",
                   "language", "valid_from", "valid_to", "source_id")  # fmt: skip

#: Listings within reach of a student, the nearest first.
PLACEMENTS = Table(
    "placements",
    (
        *(column for column in LISTINGS.columns if column.name in _OF_A_PLACEMENT),
        Column("located", "string", "point, or main place of the municipality"),
        Column("across", "boolean", "Whether it lies across the border"),
        Column("unsure", "string", "What the listing does not tell and was asked for; or empty"),
        Column("travel_time_min", "number", "Door-to-door time of the quickest trip", "min"),
        Column("mode", "string", "That trip, by its name"),
    ),
    ("id",),
)

#: People within a meeting's travel of each hub, with the border closed and open.
HUB_REACH = Table(
    "reach of hubs",
    (
        Column("id", "string", "Hub"),
        Column("country", "string", "Country of the hub"),
        Column("mode", "string", "Trip by its name, or any for the quickest"),
        Column("cutoff_min", "number", "Cutoff", "min"),
        Column("closed_means", "string", "The reading of closed, in full"),
        Column("closed", "number", "People with the border closed", null="no figure known"),
        Column("open", "number", "People with the border open", null="no figure known"),
        Column("difference", "number", "open - closed", null="no figure known"),
        Column("border_effect", "number", "open / closed - 1", "ratio", "undefined: closed is 0"),
    ),
    ("id", "mode", "cutoff_min", "closed_means"),
)

#: From hub to hub, each way.
HUB_TIMES = Table(
    "times between hubs",
    (
        Column("from_id", "string", "Hub one leaves"),
        Column("to_id", "string", "Hub one goes to"),
        Column("across", "boolean", "Whether they lie in two countries"),
        Column("mode", "string", "Trip by its name"),
        Column("travel_time_min", "number", "Door-to-door time", "min", "not reached"),
        Column("domestic_time_min", "number", "Without any foreign street or line", "min",
               "not reached"),
    ),
    ("from_id", "to_id", "mode"),
)  # fmt: skip

#: Which hubs can meet: one of the two travels to the other.
HUB_PAIRS = Table(
    "pairs of hubs",
    (
        Column("id_a", "string", "The one hub"),
        Column("id_b", "string", "The other"),
        Column("across", "boolean", "Whether they lie in two countries"),
        Column("mode", "string", "Trip by its name, or any for the quickest"),
        Column("cutoff_min", "number", "Longest way of who travels", "min"),
        Column("travel_time_min", "number", "Quicker of the two ways", "min", "not reached"),
        Column("open", "boolean", "Can meet with the border open"),
        Column("closed_destinations", "boolean", "Can meet without going abroad"),
        Column("closed_routing", "boolean", "Can meet without any foreign street or line"),
    ),
    ("id_a", "id_b", "mode", "cutoff_min"),
)

TRAVEL_TIMES = Table(
    "travel times",
    (
        Column("from_id", "string", "Origin"),
        Column("to_id", "string", "Destination"),
        Column("travel_time_min", "number", "Door-to-door time", "min", "not reached; see reason"),
        *(
            Column(
                f"travel_time_p{percentile}_min",
                "number",
                f"Percentile {percentile} of the window's times (timetables; others alike)",
                "min",
                "not reached at so many of its minutes",
                required=False,
            )
            for percentile in (25, 50, 75)
        ),
        Column(
            "rides",
            "integer",
            "Trains and buses ridden in (timetables)",
            null="not reached",
            required=False,
        ),
        Column(
            "reason",
            "string",
            "Why null: unreached, not_snapped, outside_data, no_service",
            null="reached",
            required=False,
        ),
    ),
    ("from_id", "to_id"),
)

#: Legs of the journeys of one pair, in order.
JOURNEYS = Table(
    "journeys",
    (
        Column("percentile", "integer", "Percentile of the window's times that this explains"),
        Column(
            "travel_time_min",
            "number",
            "Of the whole journey, first wait included, or the last before an arrival",
            "min",
        ),
        Column("leg", "integer", "Number of the leg, from 1"),
        Column(
            "mode",
            "string",
            "walk, bicycle, ebike, car, transit for a ride, or wait at the destination until the "
            "hour of arrival",
        ),
        Column("line", "string", "Line", null="not a ride"),
        Column("headsign", "string", "What the vehicle shows", null="not a ride"),
        Column("trip_id", "string", "Trip in the feed", null="not a ride"),
        Column("from_stop", "string", "Stop", null="the origin itself"),
        Column("from_name", "string", "Name of the stop, or id of the origin"),
        Column("to_stop", "string", "Stop", null="the destination itself"),
        Column("to_name", "string", "Name of the stop, or id of the destination"),
        Column("departure", "string", "Local time with its zone"),
        Column("arrival", "string", "Local time with its zone"),
        Column(
            "wait_min", "number", "Before getting on, changing at the same stop included", "min"
        ),
        Column("duration_min", "number", "From departure to arrival of the leg", "min"),
    ),
    ("percentile", "leg"),
)

SNAPPING = Table(
    "snapping",
    (
        ID,
        Column("status", "string", "snapped, not_snapped or outside_data"),
        Column("edge", "integer", "Edge of the network", null="not snapped"),
        Column("distance_m", "number", "From the point to the edge", "m", "nothing in reach"),
        Column(
            "component", "integer", "Component of the edge; 0 is the main one", null="not snapped"
        ),
    ),
    ("id",),
)

ISOCHRONES = Table(
    "isochrones",
    (
        Column("from_id", "string", "Origin"),
        Column("cutoff_min", "number", "Everything within this time", "min"),
        Column("mode", "string", "Mode of the trip"),
        Column(
            "resolution_m",
            "number",
            "Distance between the nodes of the grid that the area is drawn over",
            "m",
            required=False,
        ),
        Column(
            "width_m",
            "number",
            "Width of the edge: a point farther from it lies on the side of its travel time, "
            "but for what is much narrower than nodes are apart where it is not reached, or is "
            "reached by public transport",
            "m",
            required=False,
        ),
    ),
    ("from_id", "cutoff_min", "mode"),
    AREA,
)

_NO_BOUND = "no bounds of these counts are known, or closed or open is null"
_NO_REACH = "origin not snapped, or no figure known"

#: How near facilities are to homes, with and without the border.
PROXIMITY = Table(
    "proximity",
    (
        Column("id", "string", "Home: a cell"),
        Column("country", "string", "Country of the home"),
        Column("opportunity", "string", "Kind of facility"),
        Column("mode", "string", "Trip by its name"),
        Column(
            "measure",
            "string",
            "time (min) or distance over the road (km) to the nearest, or count of those within "
            "radius_km",
        ),
        Column("radius_km", "number", "Radius over the road", "km", "not of counts"),
        Column("own", "number", "Of the own country", null="none as near, or see reason"),
        Column("both", "number", "Of all countries", null="see reason"),
        Column("nearest_country", "string", "Where the nearest lies", null="none, or a count"),
        Column("longest", "number", "Longest time or way that was looked for"),
        Column("reason", "string", "not_snapped, outside_data or unreached", null="known"),
        Column("source_ids", "string", "Sources of the facilities, joined by ;"),
    ),
)

REACH = Table(
    "reach",
    (
        Column("id", "string", "Cell or municipality"),
        Column(
            "name",
            "string",
            "Name of the municipality or region",
            null="not known",
            required=False,
        ),
        Column("country", "string", "Country of the origin"),
        Column("cutoff_min", "number", "Cutoff", "min"),
        Column("opportunity", "string", "What is counted"),
        Column("to_country", "string", "Country of the destinations"),
        Column("reach", "number", "Reachable in that country", null=_NO_REACH),
        Column(
            "closed",
            "number",
            "Reachable in the own country, whichever the row is about",
            null=_NO_REACH,
        ),
        Column(
            "open",
            "number",
            "Reachable in all countries, whichever the row is about",
            null=_NO_REACH,
        ),
        Column("border_effect", "number", "open / closed - 1", "ratio", "undefined: closed is 0"),
        Column(
            "share_across",
            "number",
            "Share of open that lies across the border",
            "ratio",
            "undefined: open is 0",
            required=False,
        ),
        Column(
            "unknown_within",
            "integer",
            "Destinations in reach without a known count; above 0, reach is a lower bound",
            null="origin not snapped",
            required=False,
        ),
        Column(
            "closed_lower",
            "number",
            "The least that closed can be, as far as counts are modelled",
            null=_NO_BOUND,
            required=False,
        ),
        Column(
            "closed_upper",
            "number",
            "The most that it can be",
            null=_NO_BOUND,
            required=False,
        ),
        Column(
            "open_lower",
            "number",
            "The least that open can be, as far as counts are modelled",
            null=_NO_BOUND,
            required=False,
        ),
        Column(
            "open_upper",
            "number",
            "The most that it can be",
            null=_NO_BOUND,
            required=False,
        ),
        Column(
            "population_covered",
            "number",
            "Share of the population whose cells have a known reach",
            "ratio",
            "no population",
            required=False,
        ),
        Column(
            "share_without_ride",
            "number",
            "Share of what is known of open that is reached without any train or bus (timetables)",
            "ratio",
            "nothing reached, origin not snapped, or no figure known",
            required=False,
        ),
        Column(
            "edge",
            "boolean",
            "Whether what is reached touches the edge of the data, or of the outline that the "
            "network was cut to, so that more is reached in reality",
            null="origin not snapped",
            required=False,
        ),
        Column(
            "edge_share",
            "number",
            "Share of the population whose cells have edge true",
            "ratio",
            "no population",
            required=False,
        ),
        Column("mode", "string", "Trip, by its id in the study or its mode", required=False),
        Column("scenario", "string", "Scenario, or baseline", required=False),
    ),
)

_NOT_COUNTED = (
    "a border effect, of which more is neither gain nor loss, or it is not known who lives there"
)
_NO_DRAWS = "nothing was drawn"

COMPARISON = Table(
    "comparison",
    (
        Column("level", "string", "municipality, nuts3, country, all, or place (of a table)"),
        Column("id", "string", "Municipality, NUTS3 region or country by its code; all"),
        Column("name", "string", "Its name", null="countries and all, or not known"),
        Column("country", "string", "Its country", null="all"),
        Column("mode", "string", "Trip, by its name"),
        Column(
            "measure",
            "string",
            "reach (of the mean inhabitant), border_effect (open / closed - 1 of the means) or "
            "travel_time (of the mean inhabitant who arrives before and after)",
        ),
        Column("opportunity", "string", "What is counted", null="a travel time"),
        Column("to_id", "string", "Destination", null="not a travel time"),
        Column("cutoff_min", "number", "Cutoff", "min", "a travel time"),
        Column("unit", "string", "Unit of the figures: count, ratio or min"),
        Column("baseline", "number", "The figure before", null="not known, undefined, unreached"),
        Column("scenario", "number", "The figure after", null="not known, undefined, unreached"),
        Column("difference", "number", "After less before", null="one of the two is null"),
        Column(
            "relative", "number", "Difference / baseline", "ratio", "no difference, or baseline 0"
        ),
        Column(
            "state",
            "string",
            "gain or loss (of a border effect: rise or fall), same, below_noise (smaller than the "
            "model can tell, or of another sign in too many draws), newly_reached, "
            "no_longer_reached or unreached (of travel times that are null), undefined, unknown",
        ),
        Column(
            "lower",
            "number",
            "Below it lies the lowest part of the draws; the lowest itself of few draws",
            null=_NO_DRAWS,
        ),
        Column(
            "upper",
            "number",
            "Above it lies the highest part of them; the highest itself of few draws",
            null=_NO_DRAWS,
        ),
        Column(
            "agree",
            "number",
            "Share of the draws in which the difference has the sign of the central one",
            "ratio",
            _NO_DRAWS,
        ),
        Column("people", "number", "Inhabitants of the baseline", null=_NOT_COUNTED),
        *(
            Column(f"people_{name}", "number", f"Of them: {meaning}", null=_NOT_COUNTED)
            for name, meaning in (
                ("gain", "who reach more, or are there sooner"),
                ("lose", "who reach less, or are there later"),
                ("gain_much", "who gain at least so many minutes, or such a part of their reach"),
                ("below_noise", "whose change is smaller than the model can tell"),
                ("same", "for whom nothing changes"),
                ("lose_much", "who lose as much"),
                ("newly_reached", "who arrive after and did not before"),
                ("no_longer_reached", "who arrived before and no longer do"),
                ("unreached", "who arrive neither before nor after"),
                ("unknown", "of whom it is not known before or after"),
            )
        ),
    ),
)
