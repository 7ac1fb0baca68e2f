"""A scheduler's address → its cluster (분산 클러스터), as the side that asks sees it: bytes out, outcomes in."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

from auditreport.errors import UnreadableInput, UnusableScheduler
from auditreport.pipeline.gate import Gate
from auditreport.pipeline.outcomes import Outcome, unreadable
from auditreport.pipeline.task import Asked, Task
from auditreport.pipeline.there import Unlike, read_there
from auditreport.pipeline.versions import versions

if TYPE_CHECKING:
    from distributed import Client, Future

P = TypeVar("P")
# Seconds for the scheduler to answer, for its first worker to come, and for one to come back when all have gone.
_ANSWER = 10
_WORKER = 30
# Dask waits for long where it is given something else.
_ADDRESS = re.compile(r"(?:tcp|tls)://(?:[^\s/:\[\]]+|\[[^\s/\]]+\]):\d+")
# Bytes of one message above which Dask warns, as it takes them for a mistake; here they are the file.
_LARGE = "10GB"


class Cluster:
    """The workers of one scheduler; several threads may ask at once."""

    def __init__(self, address: str) -> None:
        """Connect, and wait for the first worker.

        Raises:
            UnusableScheduler: the package is missing, nobody answers at the address, or no worker comes.
        """
        self._address = address
        self._gate = Gate()
        self._client = _connect(address)
        try:
            self._client.wait_for_workers(1, timeout=_WORKER)
        except TimeoutError:
            self.close()
            raise self._without_workers() from None

    def count_threads(self) -> int:
        """How many inputs the workers can read at once."""
        threads: dict[str, int] = self._client.nthreads()
        return max(sum(threads.values()), 1)

    def read(self, data: bytes, asked: Asked, task: Task[P]) -> Outcome[P]:
        """Have the bytes of an input read.

        Dask does an input again elsewhere when its worker dies, and gives up one whose workers die again and again. It
        cannot tell the one that killed them from those that merely waited at the same worker. So each of them is read
        once more with nothing beside it: one that kills its workers even then did so before.

        Raises:
            UnusableScheduler: the connection is lost, or a worker is not as it should be.
        """
        with self._gate.together():
            outcome = self._ask(data, asked, task)
        if outcome is None:
            with self._gate.alone():
                outcome = self._ask(data, asked, task)
        return _deadly(asked.name) if outcome is None else outcome

    def close(self) -> None:
        """Give up what is under way, and leave; the cluster stays as it is."""
        self._client.close()

    def _ask(self, data: bytes, asked: Asked, task: Task[P]) -> Outcome[P] | None:
        """The outcome; `None` if the workers died that were to read it."""
        from distributed import CancelledError, KilledWorker

        try:
            key = f"auditreport-{uuid4().hex}"
            future = self._client.submit(read_there, data, asked, task, versions(), key=key, pure=False)
            answer: Outcome[P] | Unlike = self._wait(future)
        except KilledWorker:
            return None
        except ImportError as error:
            raise UnusableScheduler(
                self._address, f"its workers have no auditreport ({error})", "install the same version on them"
            ) from error
        except (CancelledError, OSError) as error:
            raise self._lost() from error
        if isinstance(answer, Unlike):
            raise self._unlike(answer)
        return answer

    def _wait(self, future: Future[Any]) -> Any:
        """The result of a future.

        Raises:
            UnusableScheduler: all workers have gone, and none comes.
        """
        is_deserted = False
        while True:
            try:
                return future.result(timeout=_WORKER)
            except TimeoutError:
                was_deserted, is_deserted = is_deserted, not self._client.nthreads()
                if was_deserted and is_deserted:
                    raise self._without_workers() from None

    def _lost(self) -> UnusableScheduler:
        return UnusableScheduler(
            self._address, "the connection to the scheduler was lost", "check that it runs, and start again"
        )

    def _without_workers(self) -> UnusableScheduler:
        return UnusableScheduler(
            self._address, "the scheduler has no workers", f"start some with dask worker {self._address}"
        )

    def _unlike(self, found: Unlike) -> UnusableScheduler:
        return UnusableScheduler(
            self._address,
            f"a worker has {found.package} {found.theirs} and not {found.ours}",
            "install the same versions on all machines",
        )


def _connect(address: str) -> Client:
    try:
        import dask
        from distributed import Client
    except ImportError as error:
        raise UnusableScheduler(
            address, "the packages that talk to it are not installed", "run pip install 'auditreport[dask]'"
        ) from error
    dask.config.set({"distributed.admin.large-graph-warning-threshold": _LARGE})
    # What is worth saying is said by us, in a sentence.
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    if not _ADDRESS.fullmatch(address) or (address.startswith("tls:") and not _has_keys()):
        raise UnusableScheduler(
            address,
            "this is no address of a Dask scheduler, or one with TLS and without keys",
            "give one such as tcp://host:8786",
        )
    try:
        return Client(address, timeout=_ANSWER, set_as_default=False, name="auditreport")
    except OSError as error:
        raise UnusableScheduler(
            address, "no Dask scheduler answers there", "start one with dask scheduler, or check the address"
        ) from error


def _has_keys() -> bool:
    """Whether Dask's own configuration names the keys and certificates of TLS."""
    from distributed.security import Security

    return Security().get_connection_args("client").get("ssl_context") is not None


def _deadly(name: str) -> Outcome[Any]:
    return unreadable(
        name,
        UnreadableInput(
            name, "all workers that were to read it died", "give them more memory, or read it without --scheduler"
        ),
    )
