"""The sources of the sample's regional tables; checksums are added from the files themselves."""
# ruff: noqa: INP001 - scripts beside the data, not a package

from grensgeo.provenance import Source

BKG = "© GeoBasis-DE / BKG (2023), dl-de/by-2-0"
CBS = "CBS / Kadaster, CC BY 4.0"
ZENSUS = "© Statistische Ämter des Bundes und der Länder, dl-de/by-2-0"
BA = "Statistik der Bundesagentur für Arbeit"

#: Each source with the file of shared/data (or of this folder) that it was read from.
SOURCES: tuple[tuple[Source, str], ...] = (
    (
        Source(
            "cbs-gemeenten-2022",
            "Gemeenten 2022, generalised outlines; inhabitants on 1 January 2021 as the sum of "
            "postal code areas, rounded to 5",
            "CC-BY-4.0",
            CBS,
            "2022",
            "https://www.cbs.nl/nl-nl/dossier/nederland-regionaal/geografische-data",
        ),
        "boundaries/nl_gemeenten_2022.geojson",
    ),
    (
        Source(
            "cbs-pc4-2021",
            "Inhabitants by four-digit postal code area; COROP region of each gemeente",
            "CC-BY-4.0",
            CBS,
            "2021-01-01",
            "https://opendata.cbs.nl/statline/#/CBS/nl/dataset/83502NED/table",
        ),
        "boundaries/nl_pc4_inwoners.gpkg",
    ),
    (
        Source(
            "cbs-employee-jobs-2015",
            "Employee jobs by gemeente of work, summed from wijk to wijk; year inferred",
            "CC-BY-4.0",
            "CBS, CC BY 4.0",
            "2015-12",
            "https://github.com/edwindj/commute",
        ),
        "jobs/jobs_municipality.csv",
    ),
    (
        Source(
            "lisa-biro-2022",
            "All working persons of Twente, Hof van Twente and Almelo (rounded, lower bound), as "
            "published by the region, the gemeente and Tubantia",
            "published figures",
            "BIRO / LISA",
            "2022",
            "https://www.hofvantwente.nl",
        ),
        "jobs/jobs_municipality.csv",
    ),
    (
        Source(
            "bkg-vg250ew-2023",
            "Gemeinden, VG250-EW, date inferred",
            "DL-DE-BY-2.0",
            BKG,
            "2023-12-31",
            "https://gdz.bkg.bund.de",
        ),
        "boundaries/de_gemeinden_vg250ew_2023.geojson",
    ),
    (
        Source(
            "bkg-vg1000",
            "Kreise with their NUTS3 codes, VG1000",
            "DL-DE-BY-2.0",
            BKG,
            "2021-12-31",
            "https://gdz.bkg.bund.de",
        ),
        "boundaries/de_kreise_vg1000.gpkg",
    ),
    (
        Source(
            "zensus-2022",
            "Zensus 2022, population of the Gemeinden (1000A-0000)",
            "DL-DE-BY-2.0",
            ZENSUS,
            "2022-05-15",
            "https://ergebnisse.zensus2022.de",
        ),
        "boundaries/de_zensus2022_gemeinden.csv",
    ),
    (
        Source(
            "zensus-2011-1km",
            "Zensus 2011, inhabitants on the 1 km grid",
            "DL-DE-BY-2.0",
            ZENSUS,
            "2011-05-09",
            "https://www.zensus2011.de",
        ),
        "boundaries/de_zensus2011_einwohner_1km.csv",
    ),
    (
        Source(
            "ba-svb-2023",
            "Insured employees at the place of work, five Kreise (IHK Nord Westfalen after BA) "
            "and Warendorf (2021)",
            "published figures",
            BA,
            "2023-09-30",
            "https://statistik.arbeitsagentur.de",
        ),
        "jobs/jobs_municipality.csv",
    ),
    (
        Source(
            "pendlerrechnung",
            "Erwerbstätige am Arbeitsort, single Gemeinden 2017 to 2023, from IT.NRW and the "
            "regional press",
            "published figures",
            "IT.NRW, Pendlerrechnung der Länder",
            "2023-06-30",
            "https://www.pendleratlas.nrw.de",
        ),
        "jobs/jobs_municipality.csv",
    ),
    (
        Source(
            "ba-pendler-2023",
            "Commuters between Kreise, rounded to 10",
            "published figures, source to be named",
            BA,
            "2023-06-30",
            "https://statistik.arbeitsagentur.de",
        ),
        "boundaries/de_ba_pendler_kreise_2023.csv",
    ),
    (
        Source(
            "bibb-2023",
            "Apprenticeship market by Agenturbezirk, multiples of 3",
            "published figures, source to be named",
            "BIBB-Erhebung zum 30. September; " + BA,
            "2023-09-30",
            "https://www.bibb.de",
        ),
        "boundaries/de_ausbildung_bibb_2023.csv",
    ),
    (
        Source(
            "universities",
            "Students of Universiteit Twente (2017/18, Twente Index) and Universität Münster "
            "(winter 2024/25)",
            "published figures",
            "Kennispunt Twente; Universität Münster",
            "2024",
            "https://www.twenteindex.nl",
        ),
        "jobs/education_places.csv",
    ),
    (
        Source(
            "geonames-cities500",
            "Populated places with at least 500 inhabitants, and Denekamp",
            "CC-BY-4.0",
            "GeoNames, CC BY 4.0",
            "2026",
            "https://www.geonames.org",
        ),
        "places.csv",
    ),
)
