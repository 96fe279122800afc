"""What says by which rules a result was made."""

from grensgeo.steps.code_sums import texts


def test_what_is_compiled_by_the_way_is_no_rule(tmp_path):
    """A first run leaves compiled modules and kernels beside the code; a second is not another."""
    for name in ("a.py", "words/nl.toml", "pages/page.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("rule")
    before = texts(tmp_path)
    assert len(before) == 3
    for name in (
        "__pycache__/a.cpython-311.pyc",
        "routing/__pycache__/sweep._sweep-12.py311.nbi",
        "routing/__pycache__/sweep._sweep-12.py311.1.nbc",
        "fast.cpython-311-x86_64-linux-gnu.so",
        "sample/network/edges.parquet",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("compiled")
    assert texts(tmp_path) == before
