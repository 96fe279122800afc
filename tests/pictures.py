"""What pages save as pictures, looked into."""

import xml.etree.ElementTree as ET

#: How a file of each kind begins.
PICTURES = {"png": b"\x89PNG\r\n\x1a\n", "svg": b"<?xml version=", "pdf": b"%PDF-1.7"}


def drawn_text(svg):
    """Give every text that stands in a drawing."""
    texts = ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    return {"".join(text.itertext()).strip() for text in texts}
