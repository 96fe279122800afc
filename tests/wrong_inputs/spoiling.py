"""What happens to files of any content on their way from a publisher to a reader."""

import gzip
import random
import re


def lines_of(text):
    return text.split("\n")


def a_page_for_a_file(rng, text):
    """Save the page that asks for a login."""
    return rng.choice((
        "<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>Log in</body></html>\n",
        '<html lang="de">\n<body><h1>503 Service Unavailable</h1></body></html>\n',
    ))  # fmt: skip


def a_pointer_for_a_file(rng, text):
    """Clone without git lfs."""
    return (
        "version https://git-lfs.github.com/spec/v1\n"
        f"oid sha256:{rng.randrange(16**64):064x}\nsize {rng.randrange(10**7)}\n"
    )


def an_answer_for_a_file(rng, text):
    """Save what an interface answers to a wrong question."""
    return '{"error": {"code": "404", "message": "The requested resource was not found"}}\n'


def cut_within_a_row(rng, text):
    """Stop a download in the middle of a row."""
    rows = [k for k, line in enumerate(lines_of(text)) if len(line) > 8]
    row = rng.choice(rows[len(rows) // 2 :])
    kept = lines_of(text)[: row + 1]
    separator = max(",;\t", key=kept[-1].count)
    return "\n".join(kept)[: -len(kept[-1]) + kept[-1].index(separator) + 1]


def two_files_in_one(rng, text):
    """Write one export below another, header and all."""
    return text.rstrip("\n") + "\n" + text


def marks_of_a_merge(rng, text):
    """Leave the marks of a conflict in a file."""
    lines = lines_of(text)
    at = rng.randrange(1, max(2, len(lines) - 1))
    return "\n".join(
        [*lines[:at], "<<<<<<< HEAD", *lines[at : at + 1], "=======", *lines[at : at + 1],
         ">>>>>>> other", *lines[at + 1 :]]
    )  # fmt: skip


def letters_read_twice(rng, text):
    """Read UTF-8 as Windows-1252 and save it so."""
    return re.sub(r"[^\x00-\x7f]", lambda m: m[0].encode().decode("cp1252", "replace"), text)


def letters_lost(rng, text):
    """Save letters that the encoding lacks."""
    return re.sub(r"[^\x00-\x7f]", "\ufffd", text)


def a_quotation_mark_too_many(rng, text):
    """Open a quotation that nothing closes before another is opened."""
    lines = lines_of(text)
    rows = [k for k in range(1, len(lines)) if lines[k].strip()]
    first, last = rows[0], rows[-1]
    separator = max(",;\t", key=lines[0].count)
    fields = lines[first].split(separator)
    lines[first] = separator.join([f'"{fields[0]}', *fields[1:]])
    fields = lines[last].split(separator)
    lines[last] = separator.join([*fields[:-1], f'{fields[-1]}"'])
    return "\n".join(lines)


def zipped(rng, text):
    """Send the packed file under the name of the plain one."""
    return gzip.compress(text.encode())


def nothing(rng, text):
    return ""


def only_a_header(rng, text):
    return lines_of(text)[0] + "\n"


def a_row_with_one_field_more(rng, text):
    lines = lines_of(text)
    row = rng.choice([k for k in range(1, len(lines)) if lines[k].strip()])
    separator = max(",;\t", key=lines[0].count)
    lines[row] = separator + lines[row]
    return "\n".join(lines)


FILES = (a_page_for_a_file, a_pointer_for_a_file, an_answer_for_a_file, zipped, nothing)
TABLES = (cut_within_a_row, two_files_in_one, marks_of_a_merge, a_quotation_mark_too_many,
          only_a_header, a_row_with_one_field_more)  # fmt: skip
NAMED = (letters_read_twice, letters_lost)


def field_of(text, row, column, fresh):
    """Put another value in one cell; rows are counted without the header."""
    lines = lines_of(text)
    separator = max(",;\t", key=lines[0].count)
    names = lines[0].split(separator)
    at = names.index(column) if isinstance(column, str) else column
    fields = lines[row + 1].split(separator)
    fields[at] = fresh(fields[at]) if callable(fresh) else fresh
    lines[row + 1] = separator.join(fields)
    return "\n".join(lines)


def column_of(text, column, fresh):
    """Put other values in a whole column."""
    n = sum(bool(line.strip()) for line in lines_of(text)) - 1
    for row in range(n):
        text = field_of(text, row, column, fresh)
    return text


def row_count(text):
    return sum(bool(line.strip()) for line in lines_of(text)) - 1


def any_row(rng: random.Random, text: str) -> int:
    return rng.randrange(row_count(text))
