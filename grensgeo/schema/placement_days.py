"""The tables of a student's year: on how many days a placement can be gone to."""

from grensgeo.schema.table import Column, Table

#: School holidays, declared; a user may replace them.
SCHOOL_HOLIDAYS = Table(
    "school holidays",
    (
        Column("country", "string", "Country, ISO 3166"),
        Column("part", "string", "Part that has them: NW (ISO 3166-2), Noord"),
        Column("name", "string", "As they are called there"),
        Column("first_day", "string", "First day, ISO 8601"),
        Column("last_day", "string", "Last day, ISO 8601, included"),
        Column("source", "string", "Where they are published"),
    ),
    ("country", "part", "name", "first_day"),
)

_ENDS = (
    Column("from_id", "string", "Home"),
    Column("to_id", "string", "Internship, firm or other place"),
    Column("mode", "string", "Trip by its name, or any for whichever serves on a day"),
)

#: On how many days of a year one can be at a place by the start and home again after the end.
POSSIBLE_DAYS = Table(
    "possible days",
    (
        *_ENDS,
        Column("days_asked", "integer", "Days on which one has to be there"),
        Column("days_free", "integer", "Days of the weekdays asked for that are off"),
        Column("days_possible", "integer", "Of the days asked, there in time and home again",
               null="home or place is not on the network"),
        Column("days_unknown", "integer", "Of the days asked, those no timetable is known of",
               null="home or place is not on the network"),
        Column("lost_no_service", "integer", "Nothing leads there all day",
               null="home or place is not on the network"),
        Column("lost_first_too_late", "integer", "The first way there is not there by the start",
               null="home or place is not on the network"),
        Column("lost_too_long", "integer", "In time only by a trip that is too long",
               null="home or place is not on the network"),
        Column("lost_no_way_home", "integer", "Nothing leads home all day",
               null="home or place is not on the network"),
        Column("lost_last_too_early", "integer", "The last way home leaves before the end",
               null="home or place is not on the network"),
        Column("lost_home_too_long", "integer", "Home only by a trip that is too long",
               null="home or place is not on the network"),
        Column("lost_on_public_holiday", "integer",
               "Of the days lost, public holidays on either side",
               null="home or place is not on the network"),
        Column("lost_in_school_holidays", "integer",
               "Of the days lost, school holidays on either side",
               null="home or place is not on the network"),
        Column("there_min", "number", "Trip there until the start, median of the days possible",
               "min", "no day is possible"),
        Column("home_min", "number", "Trip home from the end on, median of the days possible",
               "min", "no day is possible"),
        Column("first_arrival", "string",
               "Time of day at which one can be there first by train or bus, however long the "
               "trip, beyond the longest asked for too; median of the days "
               "asked that have one", null="no train or bus leads there, or is asked for"),
        Column("last_home", "string",
               "Time of day of the last train or bus home, leaving the door, likewise; "
               "24:10 is ten past midnight", null="no train or bus leads home, or is asked for"),
        Column("days_despite_missed", "integer",
               "Of the days possible, those on which one is there by the start although any one "
               "change on the way there is missed, or there is none",
               null="home or place is not on the network", required=False),
        Column("missed_later_min", "number",
               "How much later one is there who misses the change that costs most, median of the "
               "days possible that have one; of any, the trip by which it costs least",
               "min", "nothing is changed, or one who misses it is not there that day",
               required=False),
        Column("days_home_despite_missed", "integer",
               "Of the days possible, those on which one is home within the longest trip although "
               "any one change on the way home is missed, or there is none",
               null="home or place is not on the network", required=False),
        Column("missed_home_later_min", "number",
               "How much later one is home who misses the change that costs most, likewise",
               "min", "nothing is changed, or one who misses it does not come home that day",
               required=False),
    ),
    ("from_id", "to_id", "mode"),
)  # fmt: skip

#: The firm's mirror: from which homes one can come to a place on how many days.
DAYS_BY_PLACE = Table(
    "possible days by place",
    (
        Column("to_id", "string", "Internship, firm or other place"),
        Column("group", "string", "Where the homes are, such as their municipality"),
        Column("mode", "string", "Trip by its name, or any"),
        Column("share", "number", "Of the days asked, at least so many have to be possible"),
        Column("homes", "integer", "Homes of the group that can be judged"),
        Column("homes_able", "integer", "Of them, those from which one can come on that share"),
        Column("students", "number", "Students who live there", null="not known"),
        Column("students_able", "number", "Of them, those who can come", null="not known"),
        Column("days_possible", "number", "Mean of the homes, by students where these are known",
               null="no home can be judged"),
    ),
    ("to_id", "group", "mode"),
)  # fmt: skip

#: The days of one home and one place.
DAYS_OF_PAIR = Table(
    "days of a home and a place",
    (
        Column("date", "string", "Day, ISO 8601"),
        Column("mode", "string", "Trip by its name, or any"),
        Column("asked", "boolean", "Whether one has to be there"),
        Column("outcome", "string", "possible, unknown, or why it is lost", null="not asked"),
        Column("public_here", "string", "Public holiday at home", null="none"),
        Column("public_there", "string", "Public holiday at the place", null="none"),
        Column("school_here", "boolean", "School holidays at home", null="not declared"),
        Column("school_there", "boolean", "School holidays at the place", null="not declared"),
        Column("there_min", "number", "Trip there until the start", "min", "not reached"),
        Column("home_min", "number", "Trip home from the end on", "min", "not reached"),
    ),
    ("date", "mode"),
)

#: What a missed change costs, by day and way.
MISSED_CHANGES = Table(
    "missed changes",
    (
        Column("date", "string", "Day, ISO 8601"),
        Column("way", "string", "there or home"),
        Column("change", "integer", "Which change of the trip is missed, from 1"),
        Column("stop", "string", "Where one changes"),
        Column("line", "string", "Line that is missed"),
        Column("planned", "string", "Time of day at which one arrives as planned"),
        Column("missed", "string", "Time of day at which one arrives after missing it",
               null="not that day"),
        Column("later_min", "number", "How much later that is", "min", "not that day"),
        Column("still_possible", "boolean", "Whether one is there by the start, or home in time"),
    ),
    ("date", "way", "change"),
)  # fmt: skip
