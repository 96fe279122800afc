"""Work that is shared between threads, by kernels that let others run beside them.

Threads and no parallel kernel (``parallel=True``), which takes several times as long to compile.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numba as nb

if TYPE_CHECKING:
    from collections.abc import Callable


def workers_for(n_parts: int) -> int:
    """Return how many threads share so many parts: as many as numba may use.

    Examples
    --------
    >>> workers_for(1), workers_for(0)
    (1, 0)
    """
    return min(n_parts, int(nb.get_num_threads()))


def share(work: Callable[[int], object], n_workers: int) -> None:
    """Apply work to the number of each worker, side by side.

    Parameters
    ----------
    work
        Takes a number from 0; calls kernels that are compiled with ``nogil=True``.
    n_workers
        How many there are.

    Examples
    --------
    >>> done = [False] * 3
    >>> share(lambda worker: done.__setitem__(worker, True), 3)
    >>> done
    [True, True, True]
    """
    if n_workers > 1:
        with ThreadPoolExecutor(n_workers - 1) as pool:
            others = [pool.submit(work, worker) for worker in range(1, n_workers)]
            work(0)
            for other in others:
                other.result()
    elif n_workers:
        work(0)
