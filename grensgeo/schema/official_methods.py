"""Tables of the official methods."""

from grensgeo.schema.table import Column, Table

_NOBODY = "nobody of the class lives there"

#: What IKOB gives, by place, part of the day, class of income and set of modes.
IKOB_RESULTS = Table(
    "IKOB",
    (
        Column("id", "string", "Place, as origin and as destination"),
        Column("country", "string", "Its country", null="not known"),
        Column("motive", "string", "What people travel for"),
        Column("part_of_day", "string", "Part of the day"),
        Column("income", "string", "low, lower_middle, upper_middle or high"),
        Column("modes", "string", "Modes of which the best counts, joined by +"),
        Column("people", "number", "People of the class who live there"),
        Column("jobs", "number", "Jobs of the class there"),
        Column("reach", "number", "Jobs that a mean person reaches, weighed", null=_NOBODY),
        Column("potential", "number", "People who reach the place, weighed"),
        Column("competition_for_jobs", "number", "Jobs a person, where all compete", null=_NOBODY),
        Column(
            "competition_for_people", "number", "People a job, where all employers compete",
            null="no jobs of the class there",
        ),
        Column("variant", "string", "written or coded: the text or CROW's program"),
    ),
    ("id", "motive", "part_of_day", "income", "modes", "variant"),
)  # fmt: skip
