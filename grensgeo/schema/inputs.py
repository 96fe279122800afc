"""Tables of what is read: places, opportunities, what publishers tell."""

from grensgeo.schema.table import AREA, COUNTRY, ID, Column, Table

#: Origins and destinations: GPKG, GeoParquet, GeoJSON or CSV with ``lon`` and ``lat``.
POINTS = Table("points", (ID,), ("id",), ("Point",))

MUNICIPALITIES = Table(
    "municipalities",
    (
        Column("region_code", "string", "CBS gemeente code (GM0153) or AGS (05554020)"),
        Column("name", "string", "Official name"),
        COUNTRY,
        Column("nuts3", "string", "NUTS3 code of the year of the boundaries"),
        Column("nuts3_name", "string", "Name of the NUTS3 region"),
        Column("area", "string", "Area of the region, or ring for what lies around them"),
        Column(
            "kind",
            "string",
            "municipality, or square: laid where no outline is at hand, its name is no place's",
            required=False,
        ),
        Column("population", "integer", "Inhabitants on the reference date"),
        Column("population_date", "string", "Reference date of the population"),
        Column("place_lon", "number", "Longitude of the main place", "degrees"),
        Column("place_lat", "number", "Latitude of the main place", "degrees"),
    ),
    ("region_code",),
    AREA,
)

CELLS = Table(
    "cells",
    (
        Column("cell_id", "string", "Grid cell and municipality: 1kmN3187E4103-GM0153"),
        Column("grid_id", "string", "Cell of the 1 km ETRS89-LAEA grid: 1kmN3187E4103"),
        Column("region_code", "string", "Municipality of this part of the cell"),
        COUNTRY,
        Column("population", "integer", "Inhabitants; the municipality's total is kept"),
        Column("lon", "number", "Longitude of the part's representative point", "degrees"),
        Column("lat", "number", "Latitude of the part's representative point", "degrees"),
    ),
    ("cell_id",),
    AREA,
)

OPPORTUNITIES = Table(
    "opportunities",
    (
        Column("region_code", "string", "Municipality, or district the figure is published for"),
        Column("opportunity", "string", "jobs, apprenticeships or students"),
        Column("count", "number", "How many", null="not published or not found"),
        Column("job_concept", "string", "What is counted, after conversion"),
        Column("published_count", "number", "Figure as published", null="none was found"),
        Column("published_concept", "string", "Concept as published", null="none was found"),
        Column("conversion", "string", "Named conversion to job_concept, or 'none'"),
        Column("reference_date", "string", "Date the figure speaks of"),
        Column("source_id", "string", "Source in the catalogue"),
        Column(
            "modelled",
            "boolean",
            "True where the count was converted or shared out, not published",
        ),
        Column(
            "lower",
            "number",
            "The least that a modelled count can be",
            null="no bound is known: the count stands",
            required=False,
        ),
        Column(
            "upper",
            "number",
            "The most that it can be",
            null="no bound is known: the count stands",
            required=False,
        ),
    ),
    ("region_code", "opportunity"),
)

#: Opportunities at places, by cell; their sum by municipality stands among the opportunities.
CELL_OPPORTUNITIES = Table(
    "opportunities of cells",
    (
        Column("cell_id", "string", "Cell in which the places lie"),
        Column("opportunity", "string", "jobs, schools ..."),
        Column("count", "number", "How many"),
    ),
    ("cell_id", "opportunity"),
)

_NO_FIGURE = "no figure; see lower, upper and marker"

_FIGURE = (
    Column("count", "number", "The figure as published", null=_NO_FIGURE),
    Column(
        "lower",
        "number",
        "The least that the true figure can be: `count` itself unless the publisher rounds or "
        "hides it",
        null="there is no figure to speak of",
    ),
    Column("upper", "number", "The most that it can be", null="no bound is known"),
    Column(
        "marker", "string", "The publisher's mark in place of a figure", null="there is a figure"
    ),
)

_CONCEPT = Column("job_concept", "string", "What is counted as a job", null="not about jobs")

_DATE = Column("reference_date", "string", "Date or period that the figure speaks of")

_SOURCE_ID = Column("source_id", "string", "Source in the catalogue")

#: Facts of a publisher by region, as read: nothing converted, nothing spread.
FACTS = Table(
    "facts",
    (
        Column("region_code", "string", "Gemeente, Gemeinde, Kreis or district of the figure"),
        Column("opportunity", "string", "What is counted: jobs, apprenticeships, people ..."),
        *_FIGURE,
        _CONCEPT,
        _DATE,
        _SOURCE_ID,
    ),
    ("region_code", "opportunity", "reference_date"),
)

#: Facts of a publisher by pair of regions: commuters from home to work.
FLOWS = Table(
    "flows",
    (
        Column("from_id", "string", "Region where they live"),
        Column("to_id", "string", "Region where they work"),
        *_FIGURE,
        _CONCEPT,
        _DATE,
        _SOURCE_ID,
    ),
    ("from_id", "to_id", "reference_date"),
)

_NOT_TOLD = "not told"

#: Opportunities listed one by one: vacancies, internships, startups, each at a point or in a
#: municipality.
LISTINGS = Table(
    "listings",
    (
        Column("id", "string", "Id of the listing at its publisher"),
        Column("opp_type", "string", "job, internship, apprenticeship, graduation or startup"),
        Column(
            "count",
            "number",
            "How many places; 1 for a listing that does not say",
            null="hidden; see lower and upper",
        ),
        Column("lower", "number", "The least that the count can be", null="not known"),
        Column("upper", "number", "The most that it can be", null="no bound is known"),
        Column("lon", "number", "Longitude", "degrees", "only the municipality is known"),
        Column("lat", "number", "Latitude", "degrees", "only the municipality is known"),
        Column(
            "region_code",
            "string",
            "CBS gemeente code (GM0153) or AGS (05554020)",
            null="not told; the point counts",
        ),
        COUNTRY,
        Column(
            "eqf_min",
            "integer",
            "Lowest level asked for, European framework 1 to 8",
            null=_NOT_TOLD,
        ),
        Column("eqf_max", "integer", "Highest level it is meant for", null=_NOT_TOLD),
        Column("sector_nace", "string", "Section of NACE Rev. 2, A to U", null=_NOT_TOLD),
        Column("language", "string", "Working language, ISO 639-1 (nl, de, en)", null=_NOT_TOLD),
        Column(
            "valid_from", "string", "First day on which one can begin, ISO 8601", null=_NOT_TOLD
        ),
        Column("valid_to", "string", "Last day, ISO 8601", null="not told, or without end"),
        _SOURCE_ID,
        Column(
            "occupation",
            "string",
            "Occupation or training as the publisher classes it",
            null=_NOT_TOLD,
            required=False,
        ),
    ),
    ("id",),
)

#: Facts of a publisher by cell of its grid.
GRID_FACTS = Table(
    "facts on a grid",
    (
        Column("grid_id", "string", "Cell as the publisher names it"),
        Column("measure", "string", "What is counted, by the publisher's column"),
        *_FIGURE,
        Column("lon", "number", "Longitude of the cell's centre", "degrees"),
        Column("lat", "number", "Latitude of the cell's centre", "degrees"),
        Column("size_m", "integer", "Side of the cell in the publisher's grid", "m"),
        _DATE,
        _SOURCE_ID,
    ),
    ("grid_id", "measure", "reference_date"),
)

#: What lies beneath a map's figures, for readers to find their way by.
BASE_MAP = Table(
    "base map",
    (
        Column(
            "layer",
            "string",
            "road, rail and waterway (lines); water, built_up and nature (areas); station, "
            "place and postcode (points)",
        ),
        Column(
            "rank",
            "integer",
            "From 1, which is shown first: motorways, trunk and primary, secondary, tertiary "
            "roads; main lines and branches; cities, towns, villages, hamlets",
        ),
        Column("name", "string", "Number of a road, name of anything else; empty without one"),
        Column("population", "integer", "Inhabitants of a place", null="not known, or no place"),
    ),
    (),
    ("Point", "LineString", "MultiLineString", *AREA),
)
