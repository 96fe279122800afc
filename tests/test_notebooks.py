"""The notebooks run from top to bottom, and each agrees with its text.

In `make test` some of them run on a small cut of the sample, here; in `make check` all of them, on
all of it too, in Jupyter.
"""

from pathlib import Path

import jupytext
import nbclient
import pytest
from examples import few

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"
NAMES = sorted(path.stem for path in NOTEBOOKS.glob("*.py"))


def test_there_are_notebooks():
    assert NAMES == [
        "01-first-isochrones",
        "02-reach-across-the-border",
        "03-rb51-half-hourly",
        "04-through-train-zwolle-muenster",
        "05-f35-cycle-highway",
        "06-student-without-a-car",
        "07-border-checks",
        "08-bring-your-own-data",
        "09-best-measure",
    ]


def test_committed_outputs_are_light():
    assert sum(path.stat().st_size for path in NOTEBOOKS.iterdir()) < 3e6


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_begins_with_its_question_and_ends_with_the_answer(name):
    cells = jupytext.read(NOTEBOOKS / f"{name}.ipynb").cells
    assert "?" in cells[0].source.split("**")[1]
    assert cells[-1].outputs


@pytest.mark.parametrize("name", NAMES)
def test_text_and_notebook_agree(name):
    text = jupytext.read(NOTEBOOKS / f"{name}.py")
    notebook = jupytext.read(NOTEBOOKS / f"{name}.ipynb")
    assert [cell.source for cell in text.cells] == [cell.source for cell in notebook.cells]


def left_a_page(folder):
    pages = list(folder.glob("*.html"))
    assert len(pages) == 1
    assert pages[0].stat().st_size > 50_000


@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
@pytest.mark.parametrize("name", few(NAMES, NAMES[1], NAMES[2], NAMES[7]))
def test_notebook_runs_on_a_small_cut(name, small_sample, tmp_path, monkeypatch):
    (tmp_path / "data").symlink_to(small_sample.parent)
    monkeypatch.chdir(tmp_path)
    cells = jupytext.read(NOTEBOOKS / f"{name}.py").cells
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    exec(compile(code, f"{name}.py", "exec"), {})
    left_a_page(tmp_path)


# Jupyter's own kernel client warns about its event loop and its ports; that is not ours to mend.
@pytest.mark.long
@pytest.mark.filterwarnings(
    "ignore::DeprecationWarning", "ignore::RuntimeWarning", "ignore::ResourceWarning"
)
@pytest.mark.parametrize("name", NAMES)
def test_notebook_runs(name, tmp_path, monkeypatch):
    (tmp_path / "data").symlink_to(NOTEBOOKS.parent / "data")
    monkeypatch.setenv("PYTHONWARNINGS", "default")
    notebook = jupytext.read(NOTEBOOKS / f"{name}.py")
    client = nbclient.NotebookClient(
        notebook,
        timeout=None,  # no clock in a test
        startup_timeout=600,
        kernel_name="python3",
        resources={"metadata": {"path": str(tmp_path)}},
    )
    client.execute()
    left_a_page(tmp_path)
