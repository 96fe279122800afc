"""Whether the routing kernels are compiled, so that a slow first call can be explained.

numba compiles each kernel when it is first called and keeps it on disk: beside the module or,
where that cannot be written to, in the user's own cache.
"""

from __future__ import annotations

from logging import getLogger
from pathlib import Path
from typing import Any

from grensgeo.kernels import rests_on
from grensgeo.routing.streets import customisation, sweep

#: Those that take longest; whoever has them has the others.
_KERNELS = (customisation._customise_runs, sweep._sweep_blocks)  # noqa: SLF001 - looked at, not called


def is_compiled(kernel: Any) -> bool:  # noqa: ANN401 - numba has no types
    """Return whether numba has kept a kernel as it, and what it rests on, is written now.

    Parameters
    ----------
    kernel
        A function declared with :func:`grensgeo.kernels.kernel`.

    Returns
    -------
    bool
        False also where nothing can be kept at all. True where kernels run as Python
        (``NUMBA_DISABLE_JIT``): nothing is to be compiled.
    """
    if not hasattr(kernel, "py_func"):
        return True
    folder = kernel.stats.cache_path
    source = Path(kernel.py_func.__code__.co_filename)
    kept = f"{source.stem}.{kernel.__name__}-*-{rests_on(source)}.nbi"
    return bool(folder) and any(Path(folder).glob(kept))


def announce() -> None:
    """Log that the next call compiles, if it does."""
    if not all(is_compiled(kernel) for kernel in _KERNELS):
        getLogger("grensgeo").info(
            "compiling the routing kernels, once for this installation; it takes about a minute"
        )
