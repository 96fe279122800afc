"""Mutations that are led by which lines of a reader they reach, for hours if asked: atheris (`make audit`).

``python tests/guided.py "points csv" -max_total_time=600`` goes on from the sound file of a reader of
``test_fuzz``; an input that ends in anything but a result or one of grensgeo's own errors is kept by
libFuzzer as ``crash-*``, to be laid into ``tests/crashes/`` under the name of the reader.
"""

import shutil
import sys
import tempfile
import warnings
from pathlib import Path

sys.path[:0] = ["tests", "."]


def main():
    """Fuzz one reader, named first; what follows is libFuzzer's."""
    import atheris

    name, rest = sys.argv[1], sys.argv[2:]
    with atheris.instrument_imports(include=["grensgeo"]):
        import test_fuzz

        from grensgeo.errors import GrensgeoError
    folder = Path(tempfile.mkdtemp())
    warnings.simplefilter("ignore")
    (folder / "seeds").mkdir()
    subject = test_fuzz.subjects(folder / "seeds")[name]
    corpus, file = folder / "corpus", folder / subject.seed.name
    corpus.mkdir()
    shutil.copy(subject.seed, corpus / "sound")

    def one(data):
        file.write_bytes(data)
        try:
            subject.read(file)
        except GrensgeoError:
            return

    atheris.Setup([sys.argv[0], str(corpus), *rest], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
