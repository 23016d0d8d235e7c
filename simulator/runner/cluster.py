"""Work shared out to a cluster of Dask: the same batches as on the cores of one machine, and the same order.

Whoever gives an address trusts what runs there: what is scored goes to it as it is, and code comes and goes.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from threading import Lock
from typing import Any, TypeVar

from simulator import __version__
from simulator.messages import ToldError
from simulator.runner.cores import Sharing, in_order

T = TypeVar("T")
R = TypeVar("R")

_ADDRESS = re.compile(r"(tcp|tls|wss?)://[^\s/]+:\d{1,5}")
#: So many seconds a cluster has to answer.
PATIENCE = 20


class ClusterError(ToldError):
    """A cluster can't be used."""


@contextmanager
def cluster(address: str, jobs: int) -> Iterator[Sharing]:
    """A way to have work done on a cluster, as long as the context lasts.

    Args:
        address: of its scheduler, such as `tcp://10.0.0.5:8786`; `local`: one on this machine, for a try.
        jobs: how many processes a local one has; 0: one for each core.

    Raises:
        ClusterError: Dask is not installed, this is no address, nobody answers, or another version runs there.
    """
    try:
        import distributed
    except ImportError as error:
        raise ClusterError("cluster.not_installed") from error
    if address != "local" and not _ADDRESS.fullmatch(address):
        raise ClusterError("cluster.bad_address")
    with ExitStack() as stack:
        try:
            if address == "local":
                here = distributed.LocalCluster(  # type: ignore[no-untyped-call]
                    n_workers=jobs or None, threads_per_worker=1, dashboard_address=None, silence_logs=50
                )
                address = stack.enter_context(here).scheduler_address
            client = stack.enter_context(
                distributed.Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
            )
            client.wait_for_workers(1, timeout=PATIENCE)
        except (OSError, TimeoutError, ValueError) as error:
            raise ClusterError("cluster.no_answer") from error
        yield _Shared(client)


class _Shared:
    """Shares work out to the workers of a client."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def __call__(
        self,
        work: Callable[[list[T]], list[R]],
        items: Iterable[T],
        *,
        initializer: Callable[..., None],
        initargs: tuple[Any, ...],
    ) -> Iterator[R]:
        # The rubric is large, so it goes to each worker once and not with every batch.
        ready = self._client.scatter(pickle.dumps((__version__, initializer, initargs)), broadcast=True)
        workers = sum(self._client.nthreads().values())

        def submit(some: list[T]) -> Any:
            return self._client.submit(_work, ready, work, some, pure=False)

        try:
            yield from in_order(submit, items, workers)
        except VersionError:
            raise ClusterError("cluster.version", version=__version__) from None
        except Exception as error:  # whatever became of a worker: what it says may hold what somebody wrote
            raise ClusterError("cluster.failed", kind=type(error).__name__) from None


_lock = Lock()
_ready_with: bytes | None = None


def _work(ready: bytes, work: Callable[[list[Any]], list[Any]], some: list[Any]) -> list[Any]:
    """Does a batch in a worker, which is made ready first where it was not yet, or for something else."""
    global _ready_with
    with _lock:
        if _ready_with != ready:
            version, initializer, initargs = pickle.loads(ready)
            if version != __version__:
                raise VersionError
            initializer(*initargs)
            _ready_with = ready
        return work(some)


class VersionError(Exception):
    """Another version of the simulator runs there."""
