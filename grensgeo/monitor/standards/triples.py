"""Statements about things, written as Turtle and as JSON-LD."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from grensgeo.monitor.package import json_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, order=True)
class Literal:
    """A text in a language, or a value of a type of XML Schema.

    Attributes
    ----------
    text
        The value.
    kind
        Its type with a prefix, such as ``xsd:date``; empty for a text.
    language
        Of a text; empty for a value.
    """

    text: str
    kind: str = ""
    language: str = ""


@dataclass(frozen=True, order=True)
class Address:
    """A thing by its address, in full or with a prefix."""

    text: str


#: What is said of a thing: predicates with a prefix, and their objects.
Said = dict[str, "list[Literal | Address]"]


def turtle(said: Mapping[str, Said], prefixes: Mapping[str, str]) -> bytes:
    """Return statements as Turtle.

    Parameters
    ----------
    said
        What is said, by the address of each thing; ``a`` is its type.
    prefixes
        Addresses of vocabularies by their prefix.

    Returns
    -------
    bytes
        Things and predicates in their order.
    """
    lines = [f"@prefix {name}: <{address}> ." for name, address in sorted(prefixes.items())]
    for subject, predicates in said.items():
        parts = [
            f"  {name} " + ", ".join(_term(item, prefixes) for item in objects)
            for name, objects in predicates.items()
        ]
        lines.append("\n" + _named(subject, prefixes) + "\n" + " ;\n".join(parts) + " .")
    return ("\n".join(lines) + "\n").encode("utf-8")


def _named(address: str, prefixes: Mapping[str, str]) -> str:
    return address if address.partition(":")[0] in prefixes else f"<{address}>"


def _term(item: Literal | Address, prefixes: Mapping[str, str]) -> str:
    """Return an object as Turtle writes it."""
    if isinstance(item, Address):
        return _named(item.text, prefixes)
    marks = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    text = '"' + "".join(marks.get(sign, sign) for sign in item.text) + '"'
    return text + (f"@{item.language}" if item.language else f"^^{item.kind}" if item.kind else "")


def json_ld(said: Mapping[str, Said], prefixes: Mapping[str, str]) -> bytes:
    """Return the same statements as JSON-LD."""
    graph = []
    for subject, predicates in said.items():
        node: dict[str, Any] = {"@id": subject}
        for name, objects in predicates.items():
            if name == "a":
                node["@type"] = [item.text for item in objects]
            else:
                node[name] = _values(objects)
        graph.append(node)
    return json_bytes({"@context": dict(prefixes), "@graph": graph})


def _values(objects: Sequence[Literal | Address]) -> list[dict[str, str]]:
    """Return objects as JSON-LD writes them."""
    found = []
    for item in objects:
        if isinstance(item, Address):
            found.append({"@id": item.text})
        elif item.language:
            found.append({"@value": item.text, "@language": item.language})
        else:
            found.append({"@value": item.text} | ({"@type": item.kind} if item.kind else {}))
    return found
