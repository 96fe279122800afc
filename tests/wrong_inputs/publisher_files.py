"""Files of statistical offices, school registers and job boards, as they come out wrong."""

import json

import test_listings_job_boards as boards
import test_listings_plain as plain
import test_statistics_de_ba as ba
import test_statistics_de_ba_municipalities as gemeinden
import test_statistics_de_bibb as bibb
import test_statistics_de_genesis as genesis
import test_statistics_eu_census_grid as european
import test_statistics_eu_jsonstat as eurostat
import test_statistics_grids as grids
import test_statistics_nl_cbs as cbs
import test_statistics_schools as schools

from grensgeo import statistics as st
from grensgeo.listings.job_boards import read_jobsuche, read_stagemarkt
from grensgeo.listings.plain import read_listings
from wrong_inputs import spoiling
from wrong_inputs.kinds import Reader, replaced, text_kind


def made(write, *names, encoding="utf-8-sig"):
    """Give what a function writes as files: the first name is what is read."""

    def right(rng):
        import tempfile
        from pathlib import Path

        with tempfile.TemporaryDirectory() as folder:
            path = write(Path(folder))
            others = [p for p in sorted(Path(folder).iterdir()) if p != path]
            found = {}
            for file in (path, *others):
                data = file.read_bytes()
                try:
                    found[file.name] = data.decode(encoding)
                except UnicodeDecodeError:
                    found[file.name] = data
            return found

    return right


def reader(name, read, write, kinds=(), *, spoilt=(*spoiling.FILES, *spoiling.TABLES), **pairs):
    """Build a reader of a publisher's file, whose kinds are texts put for others."""
    result = Reader(name, read, made(write))
    for kind in (*spoilt, *kinds):
        result.wrong(text_kind(kind))
    for called, given in pairs.items():
        result.kinds[called.replace("_", " ")] = (
            replaced(*given) if isinstance(given[0], tuple) else replaced(given)
        )
    return result


CBS_JOBS = reader(
    "jobs of CBS", st.read_cbs_jobs, cbs.statline,
    jobs_in_ones=("83.4", "83400"), jobs_with_a_comma=("83.4", "83,4"),
    codes_without_letters=("GM0168", "0168"), codes_as_numbers=("GM0168", "168"),
    years_mixed=('"GM0168";"2022MM12"', '"GM0168";"2012MM12"'),
    years_of_no_calendar=("2022MM12", "2022XX12"), jobs_below_zero=("   5.0", "  -5.0"),
    secret_as_words=("       .", "geheim"),
)  # fmt: skip
CBS_FLOWS = reader(
    "commuters of CBS", st.read_cbs_commuters, cbs.statline,
    flows_below_zero=("   4.1", "  -4.1"), places_without_zeros=('"GM0168";"GM0153"', '"GM168";"GM0153"'),
    home_and_work_swapped=('WoonregioS";"WerkregioS', 'WerkregioS";"WoonregioS'),
    flows_with_a_comma=("45.2", "45,2"),
)  # fmt: skip
LISA = reader("LISA", st.read_lisa, cbs.lisa)
BA = reader(
    "commuters of the BA", st.read_ba_commuters, lambda f: ba.written(f, ba.OUT_ROWS),
    (), spoilt=(*spoiling.FILES, spoiling.marks_of_a_merge, spoiling.two_files_in_one),
    thousands_as_decimals=('"1.160"', '"1,160"'), codes_without_zeros=('"05554"', '"5554"'),
    ways_exchanged=("Auspendler Kreise", "Einpendler Kreise"),
    months_that_are_none=('"Berichtsmonat";"Juni 2023"', '"Berichtsmonat";"Juny 2023"'),
    total_of_another_file=('"1.160"', '"9.160"'), flows_below_zero=('"130"', '"-130"'),
    codes_of_another_level=('"Borken";"05554"', '"Borken";"05554020"'),
)  # fmt: skip
GENESIS = reader(
    "GENESIS", lambda path: st.read_genesis(path, level="gemeinde"), genesis.modern,
    thousands=("21000", "21.000"), in_thousands=("Anzahl", "1000"), codes_without_zeros=("05554020", "5554020"),
    below_zero=("17000", "-17000"),
    suppressed_as_words=(";.;", ";geheim;"), parts_above_their_total=("17000", "1700000"),
)  # fmt: skip
ZENSUS = reader(
    "census grid", st.read_zensus_grid, grids.zensus,
    thousands=(";12\n", ";1.200\n"), hidden_as_zero=(f";{grids.DASH}\n", ";0\n"),
    cells_moved=("4114350;3230250", "4114250;3230250"), axes_swapped=("4114350;3230250", "3230250;4114350"),
    cells_of_another_size=("RES100m", "RES1000m"), people_below_zero=(";12\n", ";-9\n"),
    people_in_parts=(";12\n", ";12,5\n"), ids_as_powers_of_ten=("N3230300E4114300", "N3.23E+06E4.11E+06"),
    sentinel=(";12\n", ";99999999\n"),
    cells_twice=("N3230300E4114300;4114350;3230350", "N3230200E4114300;4114350;3230250"),
)  # fmt: skip
EUROPEAN = reader(
    "European grid", st.read_census_grid, european.grid,
    hidden_as_zero=("-8888", "0"), cells_of_another_size=("RES1000mN3269000", "RES100mN3269000"),
    people_below_zero=(",12,", ",-12,"), people_in_parts=(",12,", ",12.5,"), sentinel=(",12,", ",99999999,"),
)  # fmt: skip
EUROSTAT = Reader(
    "Eurostat", lambda path: st.read_eurostat_employment(path, period=2022), made(eurostat.table)
)
EUROSTAT.kinds |= {
    "another unit": replaced(("THS", "PC")), "persons for thousands": replaced(("171.52", "171520")),
    "below zero": replaced(("171.52", "-171.52")), "not a number": replaced(("171.52", "NaN")),
    "years that are not there": replaced(('"2022"', '"2012"')), "countries for regions": replaced(
        ("NL213", "NL"), ("DEA34", "DE")), "codes of another year": replaced(("DEA34", "XX999")),
    "axes turned": replaced(('"geo", "time"', '"time", "geo"')),
}  # fmt: skip
for kind in spoiling.FILES:
    EUROSTAT.wrong(text_kind(kind))
DUO = reader(
    "schools of DUO", lambda path: st.read_duo_schools(path, date=schools.DAY), schools.duo,
    spoilt=spoiling.TABLES,
    axes_swapped=("GPS_LATITUDE,GPS_LONGITUDE", "GPS_LONGITUDE,GPS_LATITUDE"),
    codes_twice=("100X002,7551BB", "100X001,7551BB"), day_as_a_number=("2015-08-01", "42217"),
    another_land=("52.22,6.89", "41.22,-73.89"),
)  # fmt: skip
BIBB = Reader("apprenticeships", st.read_bibb_matching, made(bibb.written))
GEMEINDEN = Reader("Gemeindedaten", st.read_ba_municipalities, made(gemeinden.book))


def of_book(target, write, **changes):
    """Add kinds that write another workbook."""

    def kind(options):
        def change(rng, files):
            return made(lambda folder: write(folder, **options))(rng)

        return change

    for name, options in changes.items():
        target.kinds[name.replace("_", " ")] = kind(options)


of_book(
    BIBB, bibb.written, another_total={"total": [(1, 2), *bibb.ALL[1:]]},
    counts_not_in_threes={"rows": bibb.changed(1, 1, 295)}, years_mixed={"years": (2022, 2013)},
    years_the_other_way_about={"years": (2023, 2022)}, words_for_counts={"rows": bibb.changed(1, 1, "n/a")},
    below_zero={"rows": bibb.changed(1, 1, -3)}, a_date_for_a_count={"rows": bibb.changed(1, 1, "1-3-2023")},
    thousands={"rows": bibb.changed(1, 1, "1.294")}, hidden_as_zero={"rows": bibb.changed(2, 7, 0)},
)  # fmt: skip
of_book(
    GEMEINDEN, gemeinden.book,
    parts_above_their_total={"rows": [*gemeinden.ROWS[:3], ("01051001", 300, 3500, 180, 170, 120), *gemeinden.ROWS[4:]]},
    total_of_another_file={"rows": [("01", 9000, 9020, 500, 402, 500), *gemeinden.ROWS[1:]]},
    codes_twice={"rows": [*gemeinden.ROWS, gemeinden.ROWS[-2]]},
    below_zero={"rows": [*gemeinden.ROWS[:4], ("01051002", 98, -50, 20, 30, 78), gemeinden.ROWS[5]]},
    words={"rows": [*gemeinden.ROWS[:4], ("01051002", 98, "n/a", 20, 30, 78), gemeinden.ROWS[5]]},
    hidden_as_zero={"rows": [*gemeinden.ROWS[:5], ("01051003", 0, 0, 0, 0, 0)]},
    more_stay_than_live_there={"rows": [*gemeinden.ROWS[:3], ("01051001", 300, 350, 400, 170, 120), *gemeinden.ROWS[4:]]},
    no_day={"stand": "Stand: Januar", "name": "gemband.xlsx"},
)  # fmt: skip
LISTINGS = reader(
    "listings", read_listings, lambda f: plain.written(f, plain.GOOD),
    level_that_is_none=(",4,6,J", ",4,9,J"), levels_turned=(",4,6,J", ",6,4,J"), sector_that_is_none=(",6,J,", ",6,Z,"),
    days_turned=("2026-02-01,2026-07-31", "2026-07-31,2026-02-01"), days_as_numbers=("2026-02-01", "46054"),
    days_the_other_way_about=("2026-02-01", "01-02-2026"), axes_swapped=("lon,lat", "lat,lon"),
    country_contradicted=(",GM0153,NL", ",GM0153,DE"), language_that_is_none=(",J,nl,", ",J,Dutch,"),
    ids_twice=("007,", "a1,"), kinds_that_are_none=("internship", "stage"), counts_below_zero=("job,120", "job,-120"),
    counts_in_parts=("job,120", "job,1.200"), codes_without_zeros=("05554020", "5554020"),
    code_that_is_none=("05554020", "Gronau"), point_at_the_origin=("6.89,52.22", "0,0"),
    point_in_another_land=("6.89,52.22", "-73.9,40.7"),
)  # fmt: skip


def of_json(name, read, content, **changes):
    """Build a reader of JSON, whose kinds change what it holds."""
    result = Reader(name, read, lambda rng: {"f.json": json.dumps(content, ensure_ascii=False)})
    for kind in spoiling.FILES:
        result.wrong(text_kind(kind))
    for called, (old, new) in changes.items():
        result.kinds[called.replace("_", " ")] = replaced((old, new))
    return result


JOBSUCHE = of_json(
    "Jobsuche", read_jobsuche, boards.V6,
    axes_swapped=('"breite": 52.2129, "laenge": 7.0286', '"breite": 7.0286, "laenge": 52.2129'),
    half_a_list=('"maxErgebnisse": 1', '"maxErgebnisse": 900'),
    days_turned=('"von": "2026-02-01", "bis": "2026-07-31"', '"von": "2026-07-31", "bis": "2026-02-01"'),
    coordinates_missing=('"breite": 52.2129', '"breite": null'), point_at_the_origin=('52.2129, "laenge": 7.0286', '0, "laenge": 0'),
    kind_that_is_none=("PRAKTIKUM_TRAINEE", "ETWAS_ANDERES"), id_missing=('"referenznummer"', '"nummer"'),
    days_of_no_calendar=("2026-02-01", "2026-02-31"), another_land=("DEUTSCHLAND", "OESTERREICH"),
)  # fmt: skip
STAGEMARKT = of_json(
    "Stagemarkt", read_stagemarkt, boards.STAGE,
    axes_swapped=('"lat": 52.2215, "lon": 6.8937', '"lat": 6.8937, "lon": 52.2215'),
    half_a_list=('"totalCount": 2', '"totalCount": 900'), counts_below_zero=('"afstand": null', '"aantal": -3'),
    counts_that_are_words=('"afstand": null', '"aantal": "drie"'), point_at_the_origin=('"lat": 52.2215, "lon": 6.8937', '"lat": 0, "lon": 0'),
    level_that_is_none=("Niveau 4", "Niveau 9"),
)  # fmt: skip
READERS = (CBS_JOBS, CBS_FLOWS, LISA, BA, GENESIS, ZENSUS, EUROPEAN, EUROSTAT, DUO, BIBB, GEMEINDEN,
           LISTINGS, JOBSUCHE, STAGEMARKT)  # fmt: skip
