"""Mutations of what is packed: protocol buffers in an extract, and the members of an archive."""

import io
import struct
import zipfile
import zlib

import mutating

#: Numbers that lengths, offsets and ids are likely to break at.
ODD_NUMBERS = (0, 1, 2, 127, 128, 2**31 - 1, 2**31, 2**32, 2**63, 2**64 - 1)


def of_pbf(rng, data):
    """Change one field of one block of an extract, and pack the block again as it should be."""
    blocks = list(_blocks(data))
    number = rng.randrange(len(blocks))
    header, blob = blocks[number]
    kind = rng.randrange(8)
    if kind == 0:
        header = _with_a_change(rng, header)
    elif kind == 1:
        blob = _with_a_change(rng, blob)
    elif kind == 2:
        blocks.insert(rng.randrange(len(blocks) + 1), blocks[number])
    elif kind == 3 and len(blocks) > 1:
        del blocks[number - 1]
        number = min(number, len(blocks) - 1)
        header, blob = blocks[number]
    else:
        blob = _repacked(rng, blob)
    blocks[number] = (header, blob)
    return b"".join(_block(header, blob) for header, blob in blocks)


def _blocks(data):
    at = 0
    while at < len(data):
        size = struct.unpack_from(">I", data, at)[0]
        header = data[at + 4 : at + 4 + size]
        length = dict(_fields(header)).get(3, 0)
        at += 4 + size
        yield header, data[at : at + length]
        at += length


def _block(header, blob):
    told = [(key, len(blob) if key == 3 else value) for key, value in _fields(header)]
    header = b"".join(_field(key, value) for key, value in told)
    return struct.pack(">I", len(header)) + header + blob


def _repacked(rng, blob):
    """Change the message within a blob, one to three times."""
    parts = dict(_fields(blob))
    raw = zlib.decompress(parts[3]) if 3 in parts else parts[1]
    for _ in range(rng.randint(1, 3)):
        raw = _with_a_change(rng, raw)
    size = len(raw) if rng.random() < 0.9 else rng.choice(ODD_NUMBERS)
    if rng.random() < 0.2:
        return _field(1, raw)
    return _field(2, size) + _field(3, zlib.compress(raw))


def _with_a_change(rng, message, *, depth=4):
    """Change a field of a message, or of one within it."""
    fields = list(_fields(message))
    if not fields:
        return mutating.of_bytes(rng, message)
    number = rng.randrange(len(fields))
    key, value = fields[number]
    if isinstance(value, bytes) and depth and rng.random() < 0.8:
        try:
            value = _with_a_change(rng, value, depth=depth - 1)
        except (IndexError, ValueError):
            value = mutating.of_bytes(rng, value)
        fields[number] = (key, value)
        return b"".join(_field(*one) for one in fields)
    kind = rng.randrange(6)
    if kind == 0:
        del fields[number]
    elif kind == 1:
        fields.insert(number, fields[number])
    elif kind == 2:
        fields[number] = (rng.choice((key + 1, 1, 2, 20)), value)
    elif isinstance(value, int):
        fields[number] = (key, rng.choice((*ODD_NUMBERS, value + 1, value ^ 1)) % 2**64)
    elif kind == 3:
        fields[number] = (key, rng.choice(mutating.ODD).encode())
    else:
        fields[number] = (key, mutating.of_bytes(rng, value))
    return b"".join(_field(*one) for one in fields)


def _fields(message):
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        if key & 7 == 0:
            value, at = _varint(message, at)
        elif key & 7 == 2:
            size, at = _varint(message, at)
            if at + size > len(message):
                raise ValueError("no message")
            value = message[at : at + size]
            at += size
        else:
            raise ValueError("no message")
        yield key >> 3, value


def _varint(data, at):
    value = shift = 0
    while True:
        value |= (data[at] & 0x7F) << shift
        shift += 7
        at += 1
        if data[at - 1] < 0x80:
            return value, at


def _number(value):
    data = bytearray()
    while value >= 0x80:
        data.append(value & 0x7F | 0x80)
        value >>= 7
    data.append(value)
    return bytes(data)


def _field(key, value):
    if isinstance(value, int):
        return _number(key << 3) + _number(value)
    return _number(key << 3 | 2) + _number(len(value)) + value


def of_zip_structure(rng, data):
    """Lay members elsewhere, twice, encrypted, otherwise packed, or with sizes that are wrong."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    kind = rng.randrange(9)
    chosen = rng.choice(sorted(members))
    names = {name: name for name in members}
    if kind == 0:  # in a folder, or all in one
        top = rng.choice(("feed/", "a/b/c/", "../", "/", "C:\\", "./", "__MACOSX/"))
        names = {name: top + name if rng.random() < 0.8 else name for name in names}
    elif kind == 1:
        names[chosen] = rng.choice(
            (
                chosen.upper(),
                chosen + ".txt",
                chosen.replace(".", "_"),
                chosen + "/",
                "\0" + chosen,
            )
        )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            how = rng.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2,
                              zipfile.ZIP_LZMA)) if kind == 2 else None  # fmt: skip
            archive.writestr(names[name], content, compress_type=how)
        if kind == 3:
            archive.writestr("copy/" + chosen, members[chosen])
        if kind == 4:
            for number in range(rng.choice((3, 600))):
                archive.writestr(f"more{number}.txt", b"a\n")
        if kind == 5:
            archive.writestr("inner.zip", data)
        if kind == 6:
            archive.writestr("zeros.txt", b"0" * rng.choice((10**6, 3 * 10**7)))
    packed = bytearray(out.getvalue())
    if kind >= 7:  # a field of a header: versions, flags, method, sizes, offsets
        heads = [at for at in range(len(packed) - 4) if packed[at : at + 3] == b"PK\x01"]
        heads += [at for at in range(len(packed) - 4) if packed[at : at + 4] == b"PK\x03\x04"]
        heads.append(packed.rfind(b"PK\x05\x06"))
        at = rng.choice(heads) + rng.randrange(4, 30)
        packed[at : at + 2] = struct.pack("<H", rng.choice((0, 1, 8, 99, 2**15, 2**16 - 1)))
    return bytes(packed)
