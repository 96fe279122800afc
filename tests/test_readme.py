"""What the README promises is so."""

import re
from pathlib import Path

import pytest

from benchmarks import summary

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_python_start_runs_and_is_short(tmp_path, monkeypatch, capsys, small_sample):
    """The start is typed as it stands, beside a small cut of the sample."""
    (start,) = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    lines = [line for line in start.splitlines() if line.strip()]
    assert len(lines) <= 15
    (tmp_path / "data").symlink_to(small_sample.parent)
    monkeypatch.chdir(tmp_path)
    exec(compile(start, "README.md", "exec"), {})
    assert "border_effect" in capsys.readouterr().out
    assert (tmp_path / "losser.html").stat().st_size > 100_000


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\((?!http)([^)#]+)\)", README))))
def test_what_is_linked_is_there(target):
    assert (ROOT / target).exists()


def test_the_two_commands_are_targets():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)", README, flags=re.MULTILINE):
        assert f"\n{target}:" in makefile


def test_figures_are_those_of_the_last_benchmark():
    (section,) = re.findall(r"## How fast\n(.*?)\n## ", README, flags=re.DOTALL)
    quoted = [line for line in section.splitlines() if line.startswith("|")]
    assert len(quoted) == 2 + 4
    assert quoted == summary.lines()
    written = (summary.RESULTS / "summary.md").read_text(encoding="utf-8").splitlines()
    assert set(quoted) <= set(written)


def test_figures_are_written_as_people_read_them():
    for path in (*summary.RESULTS.glob("*.md"), ROOT / "README.md"):
        text = path.read_text(encoding="utf-8")
        assert not re.findall(r"\d[eE]\+?\d", text), path.name
