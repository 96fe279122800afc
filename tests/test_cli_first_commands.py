"""How one begins: the sample in a folder, a first study, completion, and what was meant."""

import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from grensgeo import cli
from grensgeo.study import read_study

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "data" / "sample"


def said(capsys, *words):
    """Return the exit code and what was printed, output and errors."""
    try:
        code = cli.main([str(word) for word in words])
    except SystemExit as stopped:
        code = stopped.code
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_the_sample_is_written_whole_and_without_what_is_prepared(tmp_path, capsys):
    assert said(capsys, "sample", tmp_path / "new" / "sample")[0] == 0
    there = {
        path.relative_to(tmp_path / "new" / "sample")
        for path in (tmp_path / "new" / "sample").rglob("*")
        if path.is_file()
    }
    here = {path.relative_to(SAMPLE) for path in SAMPLE.rglob("*") if path.is_file()}
    assert there == {
        path for path in here if "router" not in path.parts and "maps" not in path.parts
    }
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["sample"]


def test_a_folder_that_holds_something_is_left_alone(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("mine")
    code, _, error = said(capsys, "sample", tmp_path)
    assert (code, error.count("\n")) == (2, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_first_study_reads_and_stands_where_it_is_asked_for(tmp_path, capsys):
    study = tmp_path / "studies" / "first.toml"
    code, _, error = said(
        capsys, "init", SAMPLE, "-o", study, "--date", "2023-10-17", "--language", "nl"
    )
    assert (code, error) == (0, "")
    read = read_study(study)
    assert [trip.trip_id for trip in read.trips] == ["car", "bicycle", "walk", "transit"]
    code, _, error = said(capsys, "init", SAMPLE, "-o", study)
    assert code == 2
    assert "is there already" in error


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        (["tims"], "nearest is times"),
        (["isochrone"], "nearest is isochrones"),
        (["completion", "zhs"], "nearest is zsh"),
        (["explain", "x", "--langage", "nl"], "nearest is --language"),
        (["doctor", "--wram"], "nearest is --warm"),
    ],
)
def test_what_was_meant_is_named(typed, word, capsys):
    code, _, error = said(capsys, *typed)
    assert (code, error.count("\n")) == (2, 1)
    assert word in error
    assert "'complete'" not in error


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["isoch"], ["isochrones"]),
        (["--log-l"], ["--log-level"]),
        (["map", "bor"], ["border-effect"]),
        (["times", "net", "--orig"], ["--origins"]),
        (["times", "net", "--mode", "eb"], ["ebike"]),
        (["completion", ""], ["bash", "zsh", "fish", "-h", "--help"]),
    ],
)
def test_a_shell_is_told_how_a_word_may_go_on(typed, offered, capsys):
    assert said(capsys, "complete", "--", *typed) == (0, "\n".join(offered) + "\n", "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_bash_takes_the_lines_for_completion(capsys):
    _, lines, _ = said(capsys, "completion", "bash")
    script = lines + "COMP_WORDS=(grensgeo isoch); COMP_CWORD=1; _grensgeo; echo ${COMPREPLY[@]}"
    env = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, check=True, env=env, cwd=ROOT
    )
    assert done.stdout.strip() == "isochrones"


@pytest.mark.long
def test_a_wheel_holds_the_sample_and_runs_in_an_empty_environment(tmp_path):
    """Wheel and source archive are built twice, to the same bytes, and installed with pip."""
    uv = shutil.which("uv", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    if uv is None:
        pytest.skip("uv is not installed: make setup brings it")
    env = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    for name in ("one", "two"):
        subprocess.run(
            [uv, "build", "--quiet", "--out-dir", tmp_path / name, ROOT], check=True, env=env
        )
    (wheel,) = (tmp_path / "one").glob("*.whl")
    (source,) = (tmp_path / "one").glob("*.tar.gz")
    for built in (wheel, source):
        assert built.read_bytes() == (tmp_path / "two" / built.name).read_bytes()
        assert built.stat().st_size < 20e6
    names = zipfile.ZipFile(wheel).namelist()
    assert "grensgeo/py.typed" in names
    assert "grensgeo/sample/study.toml" in names
    assert any(name.endswith("/licenses/docs/data-statement.md") for name in names)
    with tarfile.open(source) as archive:
        names += archive.getnames()
    assert [name for name in names if "/router/" in name or "/maps/tables" in name] == []
    venv.create(tmp_path / "empty", with_pip=False)
    python = tmp_path / "empty" / "bin" / "python"
    constraints = ["--constraint", ROOT / "constraints.txt"]
    subprocess.run(
        [uv, "pip", "install", "--quiet", "--python", python, *constraints, wheel], check=True
    )
    command = tmp_path / "empty" / "bin" / "grensgeo"
    clean = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    subprocess.run([command, "sample", tmp_path / "sample"], check=True, env=clean, cwd=tmp_path)
    done = subprocess.run(
        [command, "check", tmp_path / "sample"],
        check=True, env=clean, cwd=tmp_path, capture_output=True, text=True,
    )  # fmt: skip
    assert "municipalities" in done.stdout
