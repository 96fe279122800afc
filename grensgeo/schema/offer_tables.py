"""Offers of schools and agencies: as they were exported, where they lie, how one gets there."""

from grensgeo.schema.inputs import LISTINGS
from grensgeo.schema.table import COUNTRY, Column, Table

_NOT_TOLD = "not told"
_DATES = tuple(column for column in LISTINGS.columns if column.name.startswith("valid_"))

_SAID = (
    Column("title", "string", "What is offered, as its publisher words it", null=_NOT_TOLD),
    Column("company", "string", "Who offers it: a firm or an institution", null=_NOT_TOLD),
    Column("address", "string", "Street and number of the offer", null=_NOT_TOLD),
    Column("postcode", "string", "Postcode", null=_NOT_TOLD),
    Column("town", "string", "Town, as its publisher spells it", null=_NOT_TOLD),
)
_ASKED = (
    Column("opp_type", "string", "job, internship, apprenticeship or graduation"),
    Column("count", "number", "How many places", null="not told; at least one"),
    Column("level", "string", "Level, as its publisher words it", null=_NOT_TOLD),
    Column(
        "eqf_min", "integer", "Lowest level asked for, European framework 1 to 8",
        null="not told, or in words that are not known",
    ),
    Column(
        "eqf_max", "integer", "Highest level it is meant for",
        null="not told, or in words that are not known",
    ),
    Column("sector", "string", "Sector, as its publisher words it", null=_NOT_TOLD),
    Column(
        "nace", "string", "Sections of NACE Rev. 2 that the sector stands for, with blanks",
        null="not told, or in words that are not known",
    ),
    Column("language", "string", "Working language, ISO 639-1 (nl, de, en)", null=_NOT_TOLD),
    *_DATES,
)  # fmt: skip
_ID = Column("id", "string", "Id at its publisher, or the row of the export")
_ROW = Column("row", "integer", "Row of the export, from 1")

#: Offers as a school or an agency exports them. Nothing personal is in the table.
EXPORTED_OFFERS = Table(
    "exported offers",
    (
        _ID,
        *_SAID,
        Column("country", "string", "Country of the place, by ISO 3166", null=_NOT_TOLD),
        *_ASKED,
        Column("lon", "number", "Longitude", "degrees", "not told; the postcode or town counts"),
        Column("lat", "number", "Latitude", "degrees", "not told; the postcode or town counts"),
        _ROW,
    ),
    ("id",),
)

#: Offers at points.
OFFERS = Table(
    "offers",
    (
        _ID,
        *_SAID,
        COUNTRY,
        *_ASKED,
        _ROW,
        Column("region_code", "string", "Municipality in which it lies"),
        Column("municipality", "string", "Its name"),
        Column(
            "located", "string",
            "By what: point, postcode, place (its town or village), or main place of the "
            "municipality",
        ),
    ),
    ("id",),
    geometry=("Point",),
)  # fmt: skip

#: Offers within reach, the nearest first.
OFFER_TIMES = Table(
    "offers in reach",
    (
        *OFFERS.columns,
        Column("across", "boolean", "Whether it lies across the border"),
        Column("unsure", "string", "What the offer does not tell and was asked for; or empty"),
        Column("travel_time_min", "number", "Door-to-door time of the quickest trip", "min"),
        Column("mode", "string", "That trip, by its name"),
    ),
    ("id",),
    geometry=("Point",),
)
