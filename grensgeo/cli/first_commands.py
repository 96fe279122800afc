"""How one begins: the sample, a first study of a region, and completion in a shell."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.cli.command import Command
from grensgeo.cli.options import add_output, read_date
from grensgeo.errors import FileError, InputError
from grensgeo.files import beside, need_ending, need_place
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    import argparse

    from grensgeo.region import Region

#: What is made beside the sample's files when it is used, and is not part of it.
_MADE = ("router", "maps")
#: Completion in the shells: each hands the words typed so far to `grensgeo complete`.
_SHELLS = {
    "bash": """\
_grensgeo() { COMPREPLY=($(grensgeo complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)); }
complete -o default -F _grensgeo grensgeo
""",
    "zsh": """\
_grensgeo() {
  local found=(${(f)"$(grensgeo complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)"})
  compadd -a found; _files
}
compdef _grensgeo grensgeo
""",
    "fish": """\
function __grensgeo
  grensgeo complete -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null
end
complete -c grensgeo -a '(__grensgeo)'
""",
}


def _sample_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``sample``."""
    command.add_argument("folder", type=Path, metavar="DIR", help="folder to make")


def sample(arguments: argparse.Namespace) -> int:
    """Write the sample region into a folder."""
    from grensgeo.spec.shipped_regions import shipped_sample

    folder: Path = arguments.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileError(
            "folder-not-overwritten",
            f"{folder}: is there already; name a folder that is not, or is empty",
        )
    need_place(folder, folder=True)
    with beside(folder) as place:
        made = place / folder.name
        shutil.copytree(shipped_sample(), made, ignore=shutil.ignore_patterns(*_MADE))
        if folder.exists():
            folder.rmdir()
        made.rename(folder)
    print(f"{folder}: the sample; make its maps with: grensgeo run {folder / 'study.toml'}")
    return 0


def _init_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``init``."""
    command.add_argument("region", type=Path, metavar="REGION", help="folder of the region")
    command.add_argument(
        "--network", type=Path, metavar="DIR",
        help="folder of its network (default: network in the region's folder)",
    )  # fmt: skip
    command.add_argument(
        "--date", type=read_date, metavar="DAY",
        help="service day of a trip by timetable, such as 2026-03-10 (default: none)",
    )  # fmt: skip
    command.add_argument(
        "--period", metavar="YEAR",
        help="of which its figures are (default: the last year that opportunities speak of)",
    )  # fmt: skip
    command.add_argument(
        "--language", choices=LANGUAGES, default="en",
        help="in which its pages open (default: en)",
    )  # fmt: skip
    add_output(command, "study.toml to write (default: in the region's folder)", needed=False)


def init(arguments: argparse.Namespace) -> int:
    """Write a first study of a region, with comments."""
    from grensgeo.region import load_region
    from grensgeo.study.new_study import Heading, study_text

    folder: Path = arguments.region
    study = arguments.output or folder / "study.toml"
    need_ending(study, [".toml"])
    if study.exists():
        raise FileError("exists-already", f"{study}: is there already; name another with -o")
    need_place(study)
    region = load_region(folder)
    named = folder.resolve().name
    heading = Heading(
        re.sub(r"[^a-z0-9]+", "-", named.lower()).strip("-") or "region",
        arguments.period or _year(region),
        language=arguments.language,
        day=arguments.date,
    )
    seen = {
        "place": _seen_from(study, folder),
        "network": _seen_from(study, arguments.network or folder / "network"),
    }
    text = study_text(heading, region, folder=str(folder), **seen)
    with beside(study) as place:
        (place / study.name).write_text(text, encoding="utf-8")
        (place / study.name).replace(study)
    print(f"{study}: change it as you like, then: grensgeo run {study}")
    return 0


def _year(region: Region) -> str:
    """Return the last year that the region's opportunities speak of."""
    told = region.opportunity_table["reference_date"].dropna().astype(str)
    years = told.str.extract(r"^(\d{4})\b")[0].dropna()
    if years.empty:
        raise InputError(
            "option-missing", "no opportunity of the region bears a year; name it: --period YEAR"
        )
    return str(years.max())


def _seen_from(study: Path, folder: Path) -> str:
    """Return a folder as a study's file names it: relative to where it stands."""
    return Path(os.path.relpath(folder, study.parent)).as_posix()


def _completion_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``completion``."""
    command.add_argument("shell", choices=_SHELLS, help="the shell")


def completion(arguments: argparse.Namespace) -> int:
    """Print what a shell needs to complete commands and options."""
    print(_SHELLS[arguments.shell], end="")
    return 0


COMMANDS = (
    Command(
        "sample",
        "write the sample region into a folder",
        "Write the sample, Twente and the Muensterland, into a folder of your own; grensgeo run "
        "DIR/study.toml makes its maps.",
        _sample_options,
        sample,
    ),
    Command(
        "init",
        "write a first study of a region, with comments",
        "Write a study.toml that runs as it is: by car, bicycle and on foot, by timetable if a "
        "day is named, with the atlas and the feed.",
        _init_options,
        init,
    ),
    Command(
        "completion",
        "complete commands and options in your shell",
        "Print lines for the shell's own file: grensgeo completion bash >> ~/.bashrc, "
        "grensgeo completion zsh >> ~/.zshrc, grensgeo completion fish > "
        "~/.config/fish/completions/grensgeo.fish.",
        _completion_options,
        completion,
    ),
)
