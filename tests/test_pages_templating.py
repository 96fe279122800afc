import ast
import re
from pathlib import Path

import jinja2
import pytest
from markupsafe import Markup

from grensgeo.pages import templating
from grensgeo.pages.templating import fill_template

PACKAGE = Path(templating.__file__).parents[1]
ROOMS = [PACKAGE / "pages", PACKAGE / "maps"]
TEMPLATES = sorted(file for room in ROOMS for file in (room / "templates").glob("*.html"))
HOSTILE = "</svg><img src=x onerror=alert(1)>\"' x='"


def test_text_is_escaped_and_html_is_not():
    shapes = [{"path": "M0 0", "fill": HOSTILE}, {"path": Markup("M1&amp;"), "fill": "none"}]
    text = fill_template("preview", width=1, height=2, shapes=shapes)
    assert "<img" not in text
    assert text.count('"') % 2 == 0
    assert 'd="M1&amp;"' in text


def test_what_a_template_names_has_to_be_there():
    with pytest.raises(jinja2.UndefinedError, match="height"):
        fill_template("frame", html="", may="")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_turns_escaping_off(path):
    text = path.read_text("utf-8")
    assert re.findall(r"\|\s*safe\b|autoescape|<script>(?!\{\{)", text) == []
    # what is filled in stands between elements or in a quoted attribute
    assert re.findall(r"=\{\{", text) == []


def test_html_is_written_by_templates_alone():
    for path in [file for room in ROOMS for file in room.glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                text = "".join(one.value for one in node.values if isinstance(one, ast.Constant))
                assert not re.search(r"</?[a-z]+\d?[ >]", text), (path.name, node.lineno)
