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

#: The same by country of those who lose.
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
