"""How kernels are declared: compiled by numba, and kept as long as what they rest on stays.

numba keeps a compiled kernel until the file that it stands in changes. It holds more than that
file: the kernels that it calls, the classes of what it is given, the constants that it read. Here
the file's name in the cache names all of them, so that a newer grensgeo in the same place never
runs, nor tries to load, what an older one compiled.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar, overload

import numba
from numba.core.caching import CompileResultCacheImpl, FunctionCache
from numba.core.runtime.nrt import rtsys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_F = TypeVar("_F", bound="Callable[..., Any]")

_PACKAGE = Path(__file__).resolve().parent

#: Modules that stand behind kernels, by the beginning of their names: what these call and are
#: given. Others are not followed, for one that has kernels imports a hundred that matter to none.
_BEHIND: Final = (
    "arrays",
    "routing.",
    "network.rounds",
    "network.segment_grid",
    "traveltimes.node_minutes",
    "traveltimes.node_pool",
    "traveltimes.pockets",
    "traveltimes.quarters",
    "traveltimes.stretches",
    "traveltimes.turned_nodes",
)

_IMPORTS = re.compile(
    rb"^[ \t]*from grensgeo\.([\w.]+) import (\([^)]*\)|[\w, ]*)", flags=re.MULTILINE
)


@overload
def kernel(function: _F) -> _F: ...
@overload
def kernel(
    *, parallel: bool = ..., nogil: bool = ..., inner: bool = ...
) -> Callable[[_F], _F]: ...
def kernel(
    function: _F | None = None,
    *,
    parallel: bool = False,
    nogil: bool = False,
    inner: bool = False,
) -> _F | Callable[[_F], _F]:
    """Declare a function as one that numba compiles, and keeps.

    Parameters
    ----------
    function
        The function; without it a decorator is returned.
    parallel, nogil
        As for ``numba.njit``. A parallel kernel takes several times as long to compile as threads
        with one that lets others run beside it.
    inner
        Only other kernels call it: what Python would call it by is not compiled.

    Returns
    -------
    Dispatcher
        What compiles it for the types that it is called with.
    """
    if function is None:
        return lambda one: _declare(one, parallel=parallel, nogil=nogil, inner=inner)
    return _declare(function, parallel=parallel, nogil=nogil, inner=inner)


def _declare(function: _F, *, parallel: bool, nogil: bool, inner: bool) -> _F:
    # nor is compiled by what C would call it
    wrappers: dict[str, Any] = {"no_cpython_wrapper": inner, "no_cfunc_wrapper": True}
    compiled: Any = numba.njit(parallel=parallel, nogil=nogil, **wrappers)(function)
    if hasattr(compiled, "enable_caching"):  # not where NUMBA_DISABLE_JIT is set
        cached: Any = _KernelCache  # as cache=True does
        compiled._cache = cached(function)  # noqa: SLF001
    declared: _F = compiled
    return declared


def rests_on(source: Path) -> str:
    """Return what names the texts that a module with kernels rests on.

    Parameters
    ----------
    source
        The module's file.

    Returns
    -------
    str
        Hexadecimal digits: others as soon as the file, or one behind it, differs.
    """
    known: dict[Path, bytes] = {}
    left = [source.resolve()]
    while left:
        file = left.pop()
        if file not in known:
            known[file], behind = _text(file)
            left += behind
    return hashlib.sha256(b"".join(known[file] for file in sorted(known))).hexdigest()[:16]


@cache
def _text(file: Path) -> tuple[bytes, tuple[Path, ...]]:
    """Return the digest of a module's text, and the modules behind it."""
    text = file.read_bytes()
    behind = (
        path
        for module, names in _IMPORTS.findall(text)
        for path in _files(module.decode(), re.findall(r"\w+", names.decode()))
    )
    return hashlib.sha256(text).digest(), tuple(dict.fromkeys(behind))


def _files(module: str, names: list[str]) -> Iterator[Path]:
    """Yield the modules that stand behind an import."""
    for one in (module, *(f"{module}.{name}" for name in names)):
        if one.startswith(_BEHIND):
            path = _PACKAGE.joinpath(*one.split(".")).with_suffix(".py")
            if path.is_file():
                yield path


class _KernelFiles(CompileResultCacheImpl):
    """The names of a kernel's files."""

    def get_filename_base(self, fullname: str, abiflags: str) -> str:
        """Return numba's name, and what the kernel rests on."""
        name = super().get_filename_base(fullname, abiflags)  # type: ignore[no-untyped-call]
        return f"{name}-{rests_on(Path(self.locator._py_file))}"  # noqa: SLF001


class _KernelCache(FunctionCache):
    """A kernel's files, of which older ones are removed when newer ones are written."""

    _impl_class = _KernelFiles

    def load_overload(self, sig: Any, target_context: Any) -> Any:  # noqa: ANN401 - as above
        """Return what was compiled and kept, or None.

        numba reads all that it could compile with first, which takes a third of a second and
        which it reads anyway when it compiles. What is compiled needs no more than memory.
        """
        initialize: Any = rtsys.initialize
        initialize(target_context)
        with self._guard_against_spurious_io_errors():
            return self._load_overload(sig, target_context)  # type: ignore[no-untyped-call]

    def save_overload(self, sig: Any, data: Any) -> None:  # noqa: ANN401 - numba has no types
        """Store what was compiled."""
        base = self._impl.filename_base
        name, _, python = base.rpartition("-")[0].rpartition(".py")
        super().save_overload(sig, data)  # type: ignore[no-untyped-call]
        for old in Path(self.cache_path).glob(f"{name.partition('-')[0]}-*.py{python}[-.]*"):
            if not old.name.startswith(base):
                old.unlink(missing_ok=True)
