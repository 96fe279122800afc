"""Text from data that becomes HTML outside a template, JSON inside a script, or an address.

Names come from other people's tables, so every one of them is escaped on its way into a page: by
the templates (:mod:`grensgeo.pages.templating`), or here. In the browser the same rule holds: the
scripts write names as text nodes only.
"""

from __future__ import annotations

import html
import json
from urllib.parse import urlsplit

#: Characters that could end a script element, open a comment or break a line of script.
_IN_SCRIPT = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


def html_text(value: object) -> str:
    """Escape text that stands in an element or in a quoted attribute.

    Parameters
    ----------
    value
        Anything; it is written as text first.

    Returns
    -------
    str
        The text with ``& < > " ' `` ` as character references.

    Examples
    --------
    >>> html_text('</script><b title="x">')
    '&lt;/script&gt;&lt;b title=&quot;x&quot;&gt;'
    """
    return html.escape(str(value), quote=True).replace("`", "&#x60;")


def json_script(value: object) -> str:
    r"""Write JSON that may stand inside a ``<script type="application/json">`` element.

    Parameters
    ----------
    value
        Lists, dicts with text keys, text, finite numbers, booleans and ``None``.

    Returns
    -------
    str
        JSON in one line, the same bytes for equal input, without ``< > &`` and without U+2028
        and U+2029.

    Raises
    ------
    ValueError
        If a number is not finite: missing is ``None``, never NaN.

    Examples
    --------
    >>> json_script({"name": "</script>"})
    '{"name":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for character, replacement in _IN_SCRIPT.items():
        text = text.replace(character, replacement)
    return text


def url(value: str) -> str:
    """Return an address that a reader may follow, or nothing.

    Parameters
    ----------
    value
        An address from a table or a catalogue.

    Returns
    -------
    str
        The address if its scheme is ``http`` or ``https`` and it names a host, otherwise the
        empty string, which means: write the text without a link.

    Examples
    --------
    >>> url("https://www.cbs.nl/x?a=1")
    'https://www.cbs.nl/x?a=1'
    >>> url("javascript:alert(1)")
    ''
    """
    text = value.strip()
    if any(ord(character) <= 32 or character in "\"'<>`\\" for character in text):
        return ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in {"http", "https"} and parts.netloc else ""
