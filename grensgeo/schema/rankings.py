"""Tables of rankings: links by what their failure costs, measures by what they bring."""

from grensgeo.schema.table import Column, Table

#: Links by the reach that their failure costs.
CRITICAL_LINKS = Table(
    "critical links",
    (
        Column("rank", "integer", "1 costs most; links that cost the same share a rank"),
        Column("link", "string", "What names the link among the others"),
        Column("kind", "string", "section, ref, way, bridge, crossing, line or line-section"),
        Column("name", "string", "What people call it"),
        Column("ref", "string", "Numbers of its road, or its line; or empty"),
        Column("loss", "number", "What the mean inhabitant reaches less without it"),
        Column("loss_share", "number", "The same as a share of what is reached with it", "ratio",
               "nothing is reached with it"),
        Column("people_affected", "number", "Inhabitants whose reach is another without it"),
        Column("people_cut_off", "number",
               "Inhabitants whom no street that is open is near without it; they reach nothing"),
        Column("hardest_hit", "string", "Origin that loses most", null="nobody loses anything"),
    ),
    ("link",),
)  # fmt: skip

#: Measures that bring most reach for a budget, in the order in which they were chosen.
BEST_MEASURES = Table(
    "best measures",
    (
        Column("order", "integer", "In which order they were chosen"),
        Column("measure", "string", "Name of the scenario"),
        Column("name", "string", "Its title in English"),
        Column("cost", "number", "What it costs, in the unit of the budget"),
        Column("gain", "number",
               "What the mean inhabitant reaches more with it, beside those chosen before"),
        Column("gain_share", "number", "The same as a share of what is reached without any",
               "ratio", "nothing is reached without any"),
        Column("people_gaining", "number", "Inhabitants who reach more with it"),
        Column("cumulative_cost", "number", "Cost of it and those before"),
        Column("cumulative_gain", "number", "Gain of it and those before, together"),
    ),
    ("measure",),
)  # fmt: skip

#: Losses of links by country of those who lose.
LINK_LOSSES = Table(
    "losses of links by country",
    (
        Column("link", "string", "Link"),
        Column("country", "string", "Country of the origins"),
        Column("loss", "number", "What its mean inhabitant reaches less without the link"),
        Column("people_affected", "number", "Inhabitants whose reach is another without it"),
    ),
    ("link", "country"),
)
