import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grensgeo.pages.escape import html_text, json_script, url

HOSTILE = "</script><img src=x onerror=alert(1)>'\"`${alert(1)}<!--\u2028\u2029&amp;"


def test_text_leaves_no_character_that_html_reads():
    assert not set(html_text(HOSTILE)) & set("<>\"'`")


def test_json_in_a_script_cannot_end_it():
    written = json_script({"name": HOSTILE})
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written) == {"name": HOSTILE}


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda v: st.lists(v) | st.dictionaries(st.text(), v),
        max_leaves=8,
    )
)
def test_json_says_the_same_after_escaping(value):
    assert json.loads(json_script(value)) == value


def test_missing_is_not_nan():
    with pytest.raises(ValueError, match="JSON compliant"):
        json_script([float("nan")])


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "data:text/html,x", "//example.org",
        "https://", "https://a b", 'https://x"onclick=', "https://x\n", "vbscript:x", "", "http://[", "java\tscript:x",
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_are_links(address):
    assert url(address) in {"", "https://x"}
    assert not url(address).lower().startswith(("javascript", "data", "vbscript"))


def test_a_good_address_stays():
    assert url("https://example.org/a?b=c#d") == "https://example.org/a?b=c#d"
