"""Tables of the feed of the monitor: observations, and what they mean, where and by whom."""

from grensgeo.schema.table import Column, Table

_STREETS = "not by timetable"
_NO_TRIP = "not of a trip"

OBSERVATIONS = Table(
    "observations",
    (
        Column("indicator_id", "string", "Indicator, as in indicators.csv"),
        Column("region_code", "string", "Region, as in regions.csv"),
        Column("region_level", "string", "municipality, corop, nuts3, nuts2 or area"),
        Column("nuts_version", "string", "Year of the NUTS classification, or unknown"),
        Column("period", "string", "Period that the figure speaks of"),
        Column("value", "number", "The figure, not rounded", null="see status"),
        Column("unit", "string", "Unit of the value, as in indicators.csv"),
        Column(
            "status",
            "string",
            "A normal, E estimated, M missing, Q suppressed (codes of SDMX, CL_OBS_STATUS)",
        ),
        Column("lower", "number", "The least that it can be", null="no bound is known"),
        Column("upper", "number", "The most that it can be", null="no bound is known"),
        Column("n_origins", "integer", "Cells that the figure rests on", null="not known"),
        Column("population", "integer", "Inhabitants that it rests on", null="not known"),
        Column(
            "edge_share",
            "number",
            "Share of them whose reach touches the edge of the data",
            "ratio",
            "not known",
        ),
        Column(
            "share_without_ride",
            "number",
            "Share of what is known of open that is reached without any train or bus",
            "ratio",
            "not of open reach by timetable",
        ),
        Column("mode", "string", "Mode of the trip", null=_NO_TRIP),
        Column("access", "string", "Mode to the first stop", null=_STREETS),
        Column("cutoff_min", "number", "Longest travel time that counts", "min", "none"),
        Column(
            "departure_window",
            "string",
            "First departure and length of the window, as ISO 8601 writes an interval",
            null="no departure was named",
        ),
        Column("percentile", "number", "Percentile of the travel times", "%", "one time"),
        Column("opportunity", "string", "What is counted"),
        Column("job_concept", "string", "What is counted as one, joined by ;", null="not known"),
        Column("measure", "string", "What is computed of it"),
        Column(
            "border",
            "string",
            "closed_destinations (foreign destinations dropped), open, compared (one with the "
            "other) or none",
        ),
        Column("scenario_id", "string", "Scenario, or baseline"),
        Column(
            "place_definition",
            "string",
            "mean_inhabitant, median_inhabitant, inhabitants (a count) or resident",
        ),
        Column("source_ids", "string", "Sources, as in sources.csv, joined by ;"),
        Column("run_id", "string", "Run that computed it, as in runs.csv"),
    ),
    ("indicator_id", "region_code", "region_level", "period"),
)

_TOLD = tuple(
    Column(f"{what}_{language}", "string", f"{what.capitalize()} in {said}")
    for what in ("name", "description", "unit")
    for language, said in (("nl", "Dutch"), ("de", "German"), ("en", "English"))
)

INDICATORS = Table(
    "indicators",
    (
        Column("indicator_id", "string", "Permanent id: a letter, then a-z, 0-9 and _"),
        *_TOLD,
        Column("unit", "string", "Unit, as in the observations"),
        Column(
            "aggregation",
            "string",
            "weighted_mean or weighted_median of cells, sum, or ratio (of a numerator and a "
            "denominator)",
        ),
        Column("weight", "string", "Weight of the mean or median", null="neither"),
        Column("numerator", "string", "Indicator above the line", null="no ratio of two"),
        Column("denominator", "string", "Indicator below the line", null="no ratio of two"),
        Column("decimals", "integer", "Decimals to show; observations are not rounded"),
        Column("summable", "boolean", "Whether values of regions may be added up"),
        Column("kind", "string", "counted, model, or scenario (a model of what would be)"),
    ),
    ("indicator_id",),
)

FEED_REGIONS = Table(
    "regions of the feed",
    (
        Column("region_code", "string", "Code, as in the observations"),
        Column("region_level", "string", "municipality, corop, nuts3, nuts2 or area"),
        Column("name_nl", "string", "Name in Dutch"),
        Column("name_de", "string", "Name in German"),
        Column("name_en", "string", "Name in English"),
        Column("country", "string", "Country, by ISO 3166", null="in more than one"),
        Column("gm", "string", "Code of CBS", null="not a Dutch municipality"),
        Column("ags", "string", "Amtlicher Gemeindeschlüssel", null="not a German one"),
        Column("lau", "string", "Local administrative unit", null="not a municipality"),
        Column("nuts3", "string", "NUTS 3 region", null="not within one, or not known"),
        Column("corop", "string", "COROP region", null="not in the Netherlands"),
        Column("nuts2", "string", "NUTS 2 region", null="not within one, or not known"),
        Column("area", "string", "Area of the study", null="not within one"),
        Column("gm_year", "string", "Year of CBS's codes", null="no such code"),
        Column("ags_year", "string", "Year of the AGS", null="no such code"),
        Column("lau_year", "string", "Year of the local units", null="no such code"),
        Column("nuts_version", "string", "Year of the NUTS classification, or unknown"),
    ),
    ("region_code", "region_level", "nuts_version"),
)

FEED_SOURCES = Table(
    "sources of the feed",
    (
        Column("source_id", "string", "Id, as in the observations"),
        Column("title", "string", "What it is"),
        Column("licence", "string", "Licence"),
        Column("attribution", "string", "Words that the licence asks for"),
        Column("reference_date", "string", "Date that it speaks of", null="not known"),
        Column("url", "string", "Where it is found", null="nowhere"),
        Column("sha256", "string", "Checksum of what was read", null="no file"),
    ),
    ("source_id",),
)

FEED_RUNS = Table(
    "runs of the feed",
    (
        Column("run_id", "string", "Run, by the content of what went into it"),
        Column("period", "string", "Period that it computed"),
        Column("valid_from", "string", "From when its figures hold", null="from the first on"),
        Column("revises", "string", "Run whose figures it replaces", null="none"),
        Column("version", "string", "Version of grensgeo"),
    ),
    ("run_id",),
)
