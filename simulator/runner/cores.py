"""Work shared out to several cores, with the results in the order of the work and in little memory."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

#: Things that go to a core at a time, and how many such batches wait for each core: enough to keep it busy, and few
#: enough that memory does not grow with the work.
BATCH, AHEAD = 64, 3


def processes(jobs: int, initializer: Callable[..., None], initargs: tuple[Any, ...]) -> ProcessPoolExecutor:
    """Processes that end with this one, however it ends: killed, it could not tell them.

    Args:
        jobs: how many.
        initializer, initargs: called in each before its first work.
    """
    return ProcessPoolExecutor(jobs, initializer=_begun, initargs=(initializer, initargs))


def shared_out(
    work: Callable[[list[T]], list[R]],
    items: Iterable[T],
    jobs: int,
    initializer: Callable[..., None],
    initargs: tuple[Any, ...],
    batch: int = BATCH,
) -> Iterator[R]:
    """The results of some work, in the order of what it is done to.

    Args:
        work: does some of it, in another process; a function of a module.
        items: what it is done to.
        jobs: how many processes; 0: one for each core.
        initializer, initargs: called in each process before its first work.
        batch: how many items go to a process at a time.
    """
    jobs = jobs or os.cpu_count() or 1
    source = iter(items)
    waiting: deque[Future[list[R]]] = deque()
    with processes(jobs, initializer, initargs) as pool:
        while True:
            while len(waiting) < jobs * AHEAD and (some := list(islice(source, batch))):
                waiting.append(pool.submit(work, some))
            if not waiting:
                return
            yield from waiting.popleft().result()


def _begun(initializer: Callable[..., None], initargs: tuple[Any, ...]) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    initializer(*initargs)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent
    parent.join()
    os._exit(1)
