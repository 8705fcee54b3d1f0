"""A closed-loop client: some connections that stay open, each asking again as soon as it has its answer."""

import http.client
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass
class Load:
    """What a run found: seconds it took, the milliseconds of every answer, and what was no 200."""

    seconds: float = 0.0
    times: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.times) / self.seconds if self.seconds else 0.0

    @property
    def p95(self) -> float:
        """Milliseconds within which 95 of 100 answers came."""
        return percentile(self.times, 0.95)


def percentile(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))] if times else 0.0


def ask(port: int, path: str, *, seconds: float, connections: int, headers: Mapping[str, str]) -> Load:
    """Ask one address over and over for some seconds."""
    found, begun = Load(), time.perf_counter()
    until = begun + seconds

    def one() -> None:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        while (start := time.perf_counter()) < until:
            line.request("GET", path, headers=dict(headers))
            answer = line.getresponse()
            answer.read()
            if answer.status == 200:
                found.times.append((time.perf_counter() - start) * 1000)
            else:
                found.faults.append(f"{path}: {answer.status}")
        line.close()

    threads = [threading.Thread(target=one) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found.seconds = time.perf_counter() - begun
    return found


def fetch(port: int, path: str, headers: Mapping[str, str]) -> bytes:
    """One answer's body, as it came."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    line.request("GET", path, headers=dict(headers))
    answer = line.getresponse()
    body = answer.read()
    line.close()
    if answer.status != 200:
        raise SystemExit(f"{path}: {answer.status}")
    return body
