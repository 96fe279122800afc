"""Cars by the hour: shares of the free-flow speed, from the default table or one's own."""

import numpy as np
import pytest
from drawing import draw
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from grensgeo.errors import FileError, InputError
from grensgeo.network import COUNTRIES, HIGHWAYS, MODES, HourTable, SpeedTable
from grensgeo.network.hours import period_at
from grensgeo.traveltimes import Trip

HEAD = "period,country,highway,built_up,factor,source\n"


def network(**edge):
    return draw({"A": (0, 0), "B": (1000, 0)}, [{"ends": "AB", "length_m": 1000.0, **edge}])


def seconds(mode="car", period="free_flow", table=None, **edge):
    return network(**edge).durations_s(mode, table, period=period)[0][0]


def test_the_default_is_free_flow():
    for mode in MODES:
        plain = network(highway="secondary").durations_s(mode)
        np.testing.assert_array_equal(
            plain, network(highway="secondary").durations_s(mode, period="free_flow")
        )
    assert (HourTable.default().factor[0] == 1).all()


def test_the_morning_slows_cars_by_a_known_amount():
    # 40 km/h in free flow: 90 s
    assert seconds(highway="secondary") == pytest.approx(90)
    assert seconds(highway="secondary", period="morning_peak") == pytest.approx(90 / 0.72)
    assert seconds(highway="secondary", period="evening_peak") == pytest.approx(90 / 0.71)
    assert seconds(highway="secondary", period="off_peak") == pytest.approx(90 / 0.82)
    motorway = {"highway": "motorway", "built_up": False}
    assert seconds(**motorway, period="morning_peak") == pytest.approx(seconds(**motorway) / 0.9)
    assert seconds(period="morning_peak") == seconds()  # a residential street


@pytest.mark.parametrize("mode", ["bicycle", "ebike", "walk"])
def test_nobody_else_is_slowed(mode):
    assert seconds(mode, "morning_peak", highway="primary") == seconds(mode, highway="primary")


def test_a_ferry_keeps_its_time():
    assert seconds(period="morning_peak", highway="ferry", fixed_duration_s=900.0) == 900


@settings(max_examples=examples(60))
@given(
    st.sampled_from(HIGHWAYS[:-3]),
    st.sampled_from(COUNTRIES),
    st.booleans(),
    st.sampled_from([np.nan, np.inf, 30.0, 50.0, 100.0]),
)
def test_a_peak_is_never_faster_than_off_peak_nor_that_than_free_flow(
    highway, country, built_up, limit
):
    edge = {
        "highway": highway,
        "country": country,
        "built_up": built_up,
        "maxspeed_kmh": limit,
    }
    free, off, *peaks = (
        seconds(period=period, **edge)
        for period in ("free_flow", "off_peak", "morning_peak", "evening_peak")
    )
    assert free <= off <= min(peaks) * (1 + 1e-12)


def test_at_night_dutch_motorways_have_other_limits():
    motorway = {"highway": "motorway", "built_up": False}

    def kmh(period, **edge):
        return 3600 / seconds(period=period, **motorway, **edge)

    for tagged, by_day, by_night in (
        (np.nan, 100, 113), (130.0, 100, 113), (120.0, 100, 113), (100.0, 100, 100), (80.0, 80, 80),
    ):  # fmt: skip
        dutch = {"country": "NL", "maxspeed_kmh": tagged}
        assert kmh("free_flow", **dutch) == pytest.approx(by_day)
        assert kmh("night", **dutch) == pytest.approx(by_night)
    german = {"country": "DE", "maxspeed_kmh": 120.0}
    assert kmh("night", **german) == pytest.approx(kmh("free_flow", **german))
    street = {"highway": "secondary", "country": "NL"}
    assert seconds(period="night", **street) == seconds(**street)


def test_a_table_of_ones_own_need_not_know_the_night(tmp_path):
    (tmp_path / "mine.csv").write_text(HEAD + "morning_peak,*,*,*,0.5,x\n")
    table = SpeedTable.default().with_hours(HourTable.read(tmp_path / "mine.csv"))
    dutch = {"highway": "motorway", "country": "NL", "built_up": False}
    assert seconds(period="night", table=table, **dutch) == seconds(table=table, **dutch)
    assert seconds(period="night", **dutch) < seconds(**dutch)


def test_the_off_peak_leaves_the_peaks_out():
    """26% on the mean of the day hold peaks of 38 and 41%: the hours between have less."""
    hours = HourTable.default()
    town = (0, 1, HIGHWAYS.index("secondary"))
    slower = {p: 1 / hours.factor[(i, *town)] - 1 for i, p in enumerate(hours.periods)}
    assert slower["morning_peak"] == pytest.approx(0.38, abs=0.015)
    assert slower["evening_peak"] == pytest.approx(0.41, abs=0.015)
    assert 0.19 <= slower["off_peak"] <= 0.25


def test_every_figure_names_its_source():
    table = HourTable.default()
    assert all(len(source) > 20 for source in table.sources)
    assert not table.factor.flags.writeable


def test_a_table_of_ones_own(tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text(
        HEAD + "school_run,*,*,*,0.5,x\nschool_run,*,*,yes,0.6,x\nschool_run,DE,*,*,0.8,x\n"
        "school_run,*,primary,*,0.4,x\n"
    )
    hours = HourTable.read(file)
    assert hours.periods == ("free_flow", "school_run")
    table = SpeedTable.default().with_hours(hours)

    def share(**edge):
        return seconds(**edge) / seconds(period="school_run", table=table, **edge)

    assert share(built_up=False) == pytest.approx(0.5)
    assert share() == pytest.approx(0.6)
    assert share(country="DE") == pytest.approx(0.8)  # the country before built_up
    assert share(country="DE", highway="primary") == pytest.approx(0.4)  # the class before both
    with pytest.raises(InputError, match=r"period 'morning_peak' is not in .*mine\.csv.*school"):
        seconds(period="morning_peak", table=table)


def test_an_unknown_period_is_named_in_every_mode():
    for mode in MODES:
        with pytest.raises(InputError, match=r"period 'rush' is not in hours\.csv; choose"):
            seconds(mode, "rush")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("a,*,*,*,1.4,x\n", r"row 2: factor '1\.4' is not above 0 and at most 1\.3"),
        ("a,*,*,*,0,x\n", "factor '0'"),
        ("a,*,*,*,,x\n", "factor ''"),
        ("a,*,*,*,nan,x\n", "factor 'nan'"),
        ("a,XX,*,*,1,x\n", "country 'XX'"),
        ("a,*,street,*,1,x\n", "highway 'street'"),
        ("a,*,*,maybe,1,x\n", "built_up 'maybe'"),
        (",*,*,*,1,x\n", "period is empty"),
        ("a,*,*,*,1,\n", "source is empty"),
        ("a,*,*,*,1,x\na,*,*,*,0.9,x\n", "row 3: the same place"),
        ("a,NL,*,*,1,x\n", "no factor for a elsewhere motorway"),
    ],
)
def test_faults_are_named(rows, message, tmp_path):
    file = tmp_path / "t.csv"
    file.write_text(HEAD + rows)
    with pytest.raises(InputError, match=message):
        HourTable.read(file)


def test_files_that_are_none(tmp_path):
    with pytest.raises(FileError, match="no such file"):
        HourTable.read(tmp_path / "none.csv")
    (tmp_path / "t.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FileError, match="not a readable"):
        HourTable.read(tmp_path / "t.csv")
    (tmp_path / "u.csv").write_text("period,factor\n")
    with pytest.raises(InputError, match="missing columns country"):
        HourTable.read(tmp_path / "u.csv")


@pytest.mark.parametrize(
    ("moment", "period"),
    [
        ("2026-03-10T06:59", "off_peak"),
        ("2026-03-10T07:00", "morning_peak"),
        ("2026-03-10T08:59", "morning_peak"),
        ("2026-03-10T09:00", "off_peak"),
        ("2026-03-13T17:59", "evening_peak"),
        ("2026-03-13T18:00", "off_peak"),
        ("2026-03-13T18:59", "off_peak"),
        ("2026-03-13T19:00", "night"),
        ("2026-03-14T17:00", "off_peak"),  # a Saturday
        ("2026-03-10T05:59", "night"),
        # the King's birthday, German Unity, Easter Monday, Christmas
        ("2026-04-27T07:30", "morning_peak+NL"),
        ("2026-04-27T12:30", "off_peak"),
        ("2024-10-03T17:30", "evening_peak+DE"),
        ("2026-04-06T07:30", "morning_peak+AT,BE,CZ,DE,DK,FR,LU,NL,PL"),
        ("2026-12-25T07:30", "off_peak"),
        ("2026-05-03T07:30", "off_peak"),  # a Sunday
    ],
)
def test_the_departure_tells_the_period(moment, period):
    assert period_at(moment) == period


def test_a_departure_that_is_none():
    with pytest.raises(InputError, match="expected local time"):
        period_at("soon")


def test_where_it_is_a_holiday_there_is_no_peak():
    edges = [{"ends": "AB", "country": "NL"}, {"ends": "BC", "country": "DE"}]
    streets = draw(
        {"A": (0, 0), "B": (1000, 0), "C": (2000, 0)},
        [{"highway": "secondary", **edge} for edge in edges],
    ).streets
    hours = HourTable.default()
    peak, calm = (hours.edge_factors(streets, name) for name in ("morning_peak", "off_peak"))
    assert (peak < calm).all()
    some = hours.edge_factors(streets, "morning_peak+NL")
    assert some.tolist() == [calm[0], peak[1]]
    rush = HourTable(("free_flow", "rush"), np.stack([hours.factor[0], hours.factor[1]]))
    assert rush.edge_factors(streets, "rush+NL").tolist() == [1.0, peak[1]]
    with pytest.raises(InputError, match=r"period .morning_peak\+XX. is not"):
        hours.edge_factors(streets, "morning_peak+XX")


def test_a_holiday_on_one_side_is_told_and_slows_the_other_side_alone():
    edges = [{"ends": "AB", "country": "NL"}, {"ends": "BC", "country": "DE"}]
    two = draw(
        {"A": (0, 0), "B": (1000, 0), "C": (2000, 0)},
        [{"highway": "secondary", **edge} for edge in edges],
    )

    def told(trip):
        return {note.code: str(note) for note in trip.notes(network=two)}

    king = told(Trip("car", departure="2026-04-27T07:30"))
    assert "NL (Koningsdag)" in king["trip.holiday-some"]
    assert {"trip.holiday-cars", "trip.period-morning_peak"} <= king.keys()
    assert "trip.holiday-cars" not in told(Trip("walk", departure="2026-04-27T07:30"))
    easter = told(Trip("car", departure="2026-04-06T07:30"))
    assert "NL (Tweede Paasdag); DE (Ostermontag)" in easter["trip.holiday"]
    assert "trip.period-off_peak" in easter
    assert "trip.period-morning_peak" not in easter
    saints = told(Trip("car", arrival="2027-11-01T09:00"))
    assert "DE: BW, BY, NW, RP, SL (Allerheiligen)" in saints["trip.holiday-parts"]
    assert not any("holiday" in code for code in told(Trip("car", departure="2026-03-10T07:30")))
