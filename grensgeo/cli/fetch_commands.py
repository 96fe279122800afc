"""Fetch what a region needs, and list what would be fetched."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from grensgeo.cli.command import Command
from grensgeo.cli.outputs import say, show_progress

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from grensgeo.fetch.region_fetch import FetchLine
    from grensgeo.fetch.transport import Progress

#: A line of progress is written anew so often at most, s.
_EVERY_S = 0.2


def add_catalogue(command: argparse.ArgumentParser) -> None:
    """Add the option that names sources of one's own."""
    command.add_argument(
        "--catalogue", type=Path, metavar="FILE",
        default=os.environ.get("GRENSGEO_CATALOGUE") or None,
        help="sources of your own, over those shipped (default: GRENSGEO_CATALOGUE)",
    )  # fmt: skip


def add_region_file(command: argparse.ArgumentParser) -> None:
    """Add the argument that names a region's file."""
    from grensgeo.spec.shipped_regions import shipped_regions

    command.add_argument(
        "region", metavar="REGION",
        help="a region's file (docs/region.md lists the keys), or a shipped one: "
        + ", ".join(shipped_regions()),
    )  # fmt: skip


def add_contact(command: argparse.ArgumentParser) -> None:
    """Add the option that tells servers who asks."""
    command.add_argument(
        "--contact", default="", metavar="ADDRESS",
        help="your address, for servers that want to know who asks (default: GRENSGEO_CONTACT)",
    )  # fmt: skip


def _fetch_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``fetch``."""
    add_region_file(command)
    command.add_argument(
        "-o", "--output", type=Path, metavar="FOLDER",
        help="folder of raw files (default: raw beside the region's file)",
    )  # fmt: skip
    command.add_argument(
        "--dry-run", action="store_true",
        help="list what would be fetched, how large and under which licence; asks nobody",
    )  # fmt: skip
    command.add_argument(
        "--offline", action="store_true", help="ask nobody: all has to be in the folder already"
    )
    command.add_argument(
        "--update", action="store_true",
        help="look for newer extracts and timetables than those in the folder",
    )  # fmt: skip
    add_catalogue(command)
    add_contact(command)


def fetch(arguments: argparse.Namespace) -> int:
    """Fetch what a region needs."""
    from grensgeo.fetch.region_fetch import fetch_region, plan_fetch
    from grensgeo.fetch.transport import Transport, agent
    from grensgeo.spec.shipped_regions import raw_beside, region_path

    region = region_path(arguments.region)
    folder = arguments.output or raw_beside(arguments.region)
    if arguments.dry_run:
        for line in listed(plan_fetch(region, folder, catalogue=arguments.catalogue)):
            say(line)
        return 0
    door = Transport(user_agent=agent(arguments.contact), say=say, offline=arguments.offline)
    shown: Callable[[str], Progress] | None = _Bar if show_progress() else None
    files = fetch_region(
        region,
        folder,
        catalogue=arguments.catalogue,
        transport=door,
        update=arguments.update,
        say=say,
        progress=shown,
    )
    size = sum(item.size for item in files)
    say(f"{folder}: {len(files)} files, {size / 1e6:.0f} MB")
    return 0


def listed(lines: Sequence[FetchLine]) -> list[str]:
    """Return what would be fetched, a line a file and one for all.

    Parameters
    ----------
    lines
        From :func:`grensgeo.fetch.region_fetch.plan_fetch`.
    """
    told = []
    for line in lines:
        size = "?" if line.size_mb is None else f"{line.size_mb:.1f}"
        remark = f" ({line.remark})" if line.remark else ""
        told.append(
            f"{line.state:<13} {size:>7} MB  {line.file}{remark}  [{line.source_id}; "
            f"{line.licence}]"
        )
    rest = sum(line.size_mb or 0 for line in lines if line.state != "here")
    unknown = sum(line.size_mb is None and line.state != "here" for line in lines)
    beside = f", without {unknown} whose size is not known yet" if unknown else ""
    return [*told, f"to fetch: about {rest:.0f} MB{beside}"]


class _Bar:
    """Shows how far a download is and how long it will take.

    Attributes
    ----------
    name
        The file.
    clock
        Seconds since any moment.
    """

    def __init__(self, name: str, clock: Callable[[], float] = monotonic) -> None:
        """Start to measure."""
        self.name, self.clock = name, clock
        self.began = self.last = clock()
        self.first: int | None = None

    def __call__(self, done: int, total: int | None) -> None:
        """Show how far it is."""
        now = self.clock()
        if self.first is None:
            self.first = done
        whole = total is not None and done >= total
        if now - self.last < _EVERY_S and not whole:
            return
        self.last = now
        if sys.stderr is None:  # the stream is closed
            return
        sys.stderr.write("\r" + self.text(done, total, now - self.began) + "\x1b[K")
        if whole:
            sys.stderr.write("\n")
        sys.stderr.flush()

    def text(self, done: int, total: int | None, took_s: float) -> str:
        """Return the line."""
        rate = (done - (self.first or 0)) / took_s if took_s > 0 else 0.0
        if total is None or not rate:
            return f"{self.name}: {done / 1e6:.1f} MB"
        left_s = (total - done) / rate
        return (
            f"{self.name}: {done / 1e6:.1f} of {total / 1e6:.1f} MB, {rate / 1e6:.1f} MB/s, "
            f"{left_s // 60:.0f}:{left_s % 60:02.0f} left"
        )


COMMANDS = (
    Command(
        "fetch",
        "fetch what a region needs: streets, boundaries, people, jobs, timetables",
        "Fetch everything that a region's file needs into a folder, with sources.lock: address, "
        "version, checksum, day and licence of each file. What is there is not fetched again, a "
        "download that was cut off goes on, and nothing takes its place before it is whole.",
        _fetch_options,
        fetch,
    ),
)
