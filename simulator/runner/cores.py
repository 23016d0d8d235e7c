"""Work shared out to several cores, with the results in the order of the work and in little memory."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

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


class Sharing(Protocol):
    """A way to have some work done in other processes."""

    def __call__(
        self,
        work: Callable[[list[T]], list[R]],
        items: Iterable[T],
        *,
        initializer: Callable[..., None],
        initargs: tuple[Any, ...],
    ) -> Iterator[R]:
        """The results of some work, in the order of what it is done to; `shared_out` says more."""


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
    with processes(jobs, initializer, initargs) as pool:
        yield from in_order(lambda some: pool.submit(work, some), items, jobs, batch)


class Awaited(Protocol[R_co]):
    """A result that may still be on its way."""

    def result(self) -> R_co:
        """The result, once it is there."""


def in_order(
    submit: Callable[[list[T]], Awaited[list[R]]], items: Iterable[T], workers: int, batch: int = BATCH
) -> Iterator[R]:
    """The results of batches that are worked on elsewhere, in the order of the items, with few batches under way.

    Args:
        submit: sends a batch off.
        items: all there is to do.
        workers: how many work on it.
        batch: how many items go at a time.
    """
    source = iter(items)
    waiting: deque[Awaited[list[R]]] = deque()
    while True:
        while len(waiting) < workers * AHEAD and (some := list(islice(source, batch))):
            waiting.append(submit(some))
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
