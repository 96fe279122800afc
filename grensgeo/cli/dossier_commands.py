"""Dossiers on the command line: a page about a municipality, a line or a crossing."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.cli.command import Command
from grensgeo.cli.options import add_network, add_output, add_region, add_trip, minutes, read_trips
from grensgeo.cli.outputs import need_output
from grensgeo.errors import InputError
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    import argparse

    from grensgeo.maps.dossier_page import Dossier

#: Programs that print a page, the first that is there.
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")


def _dossier_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``dossier``."""
    add_network(command)
    command.add_argument(
        "subject", metavar="CODE|LINE|CROSSING",
        help="code of a municipality, a line of public transport, or a crossing of the border",
    )  # fmt: skip
    add_region(command)
    add_trip(command, several=True)
    command.add_argument(
        "--cutoff-min", type=minutes, default=60.0, metavar="MIN",
        help="longest trip, min (default: 60)",
    )  # fmt: skip
    command.add_argument(
        "--opportunity", default="jobs", metavar="NAME", help="what is counted (default: jobs)"
    )
    command.add_argument(
        "--scenarios", nargs="+", type=Path, default=[], metavar="FILE",
        help="measures of which a municipality's page tells what they bring",
    )  # fmt: skip
    command.add_argument("--language", choices=LANGUAGES, default="nl", help="(default: nl)")
    add_output(command, ".html, or .pdf where there is Chromium to print it")


def dossier(arguments: argparse.Namespace) -> int:
    """Write a dossier."""
    need_output(arguments.output, (".html", ".pdf"))
    browser = next((found for name in _BROWSERS if (found := shutil.which(name))), None)
    pdf = arguments.output.suffix.lower() == ".pdf"
    if pdf and browser is None:
        raise InputError(
            "package-missing",
            f"{arguments.output}: a PDF is printed by Chromium, and there is none; write .html "
            "and print it from a browser",
        )
    page = _dossier(arguments)
    if pdf and browser is not None:
        with tempfile.TemporaryDirectory() as folder:
            source = page.save(Path(folder) / "dossier.html").as_uri()
            subprocess.run(  # noqa: S603  the browser that is installed, on a file of our own
                [browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                 f"--print-to-pdf={arguments.output}", f"{source}#lang={arguments.language}"],
                check=True, capture_output=True,
            )  # fmt: skip
    else:
        page.save(arguments.output)
    print(arguments.output)
    return 0


def _dossier(arguments: argparse.Namespace) -> Dossier:
    """Return the dossier of what is asked for."""
    from grensgeo.network import load_network
    from grensgeo.region.region import load_region
    from grensgeo.scenario import read_scenario
    from grensgeo.study.dossier import crossing_dossier, line_dossier
    from grensgeo.study.town_dossier import municipality_dossier
    from grensgeo.traveltimes.line_shapes import line_shapes

    region, network = load_region(arguments.region), load_network(arguments.network)
    trips, subject = read_trips(arguments, arguments.cutoff_min), arguments.subject
    cutoff, counted, language = arguments.cutoff_min, arguments.opportunity, arguments.language
    if subject in region.municipalities.index:
        cutoffs = sorted(
            {30.0, 45.0, cutoff} & {one for one in (30.0, 45.0, cutoff) if one <= cutoff}
        )
        return municipality_dossier(
            region, network, subject, trips=trips, cutoffs_min=cutoffs, opportunity=counted,
            scenarios=[read_scenario(file) for file in arguments.scenarios], language=language,
        )  # fmt: skip
    transit = trips.get("transit") if network.feeds else None
    if transit is not None and subject in set(line_shapes(network, transit)["line"]):
        return line_dossier(
            region, network, subject, transit, cutoff_min=cutoff, opportunity=counted,
            language=language,
        )  # fmt: skip
    street = next((one for name, one in trips.items() if name != "transit"), None)
    if street is None:
        raise InputError(
            "option-missing", f"{subject}: a crossing needs a mode such as --modes car"
        )
    return crossing_dossier(
        region, network, subject, street, cutoff_min=cutoff, opportunity=counted, language=language
    )


COMMANDS = (
    Command(
        "dossier",
        "a page to hand in about a municipality, a line or a crossing of the border",
        "Write one page: what a municipality reaches with the border closed and open; or what a "
        "line or a crossing is worth, laid out as a cross-border file under Regulation (EU) "
        "2025/925, with room for what only the initiator can say.",
        _dossier_options,
        dossier,
    ),
)
