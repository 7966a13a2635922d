"""How far a run is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from rich.console import Console

#: Seconds between two lines, where there is no terminal.
_BETWEEN = 10.0


@attrs.define
class Tally:
    """What a run has done: cables `written`, `rejects`, cables with lone surrogates `replaced`; `skipped`, the records that were done before
    it began; `read` and `size`, bytes of the sources, `None` where their size is not known.
    """

    written: int = 0
    rejects: int = 0
    replaced: int = 0
    skipped: int = 0
    read: int = 0
    size: int | None = None
    #: what was read when the first record that was not skipped came
    read_before: int = 0
    started: float = attrs.Factory(time.monotonic)
    now: Callable[[], float] = time.monotonic

    @property
    def rate(self) -> float:
        """Records a second."""
        return (self.written + self.rejects) / max(self.now() - self.started, 0.001)

    @property
    def seconds_left(self) -> float | None:
        """How long it may go on, as far as that can be known."""
        done = self.read - self.read_before
        if not self.size or done <= 0 or self.read > self.size:
            return None
        return (self.now() - self.started) * (self.size - self.read) / done

    def line(self) -> str:
        """`12,000 cables, 3 rejects, 310 a second, 41 % read, 2:10 left`."""
        said = self._counts
        if self.size:
            said += f", {min(self.read / self.size, 1):.0%} read"
        if (left := self.seconds_left) is not None:
            said += f", {span(left)} left"
        return said

    def summary(self) -> str:
        """`12,000 cables, 3 rejects, 310 a second, in 0:39`."""
        return f"{self._counts}, in {span(self.now() - self.started)}"

    @property
    def _counts(self) -> str:
        cables, rejects = "cable" if self.written == 1 else "cables", "reject" if self.rejects == 1 else "rejects"
        return f"{self.written:,} {cables}, {self.rejects:,} {rejects}, {self.rate:,.0f} a second"


def span(seconds: float) -> str:
    """A time as people say it.

    >>> span(9.4), span(130), span(7384)
    ('0:09', '2:10', '2:03:04')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


class Lines:
    """A line of `tally` for `say` every ten seconds."""

    def __init__(self, tally: Tally, say: Callable[[str], None]) -> None:
        self._tally = tally
        self._say = say
        self._last = tally.now()

    def update(self) -> None:
        """Something was done."""
        if self._tally.now() - self._last >= _BETWEEN:
            self._last = self._tally.now()
            self._say(self._tally.line())

    def close(self) -> None:
        """Nothing comes any more."""


class Bar:
    """A bar on a terminal. It draws when it is told to, and has no thread of its own: processes may be forked beside it."""

    def __init__(self, tally: Tally, console: Console) -> None:
        from rich.progress import BarColumn, Progress, TextColumn

        self._tally = tally
        self._progress = Progress(BarColumn(), TextColumn("{task.description}"), console=console, auto_refresh=False)
        self._task = self._progress.add_task("", total=None)
        self._drawn = 0.0
        self._progress.start()

    def update(self) -> None:
        """Something was done."""
        # the size of the sources is found out when they are opened; without a total the bar only swings to and fro
        total = max(self._tally.size, self._tally.read) if self._tally.size else None
        self._progress.update(self._task, total=total, completed=self._tally.read, description=self._tally.line())
        if self._tally.now() - self._drawn > 0.1:
            self._drawn = self._tally.now()
            self._progress.refresh()

    def close(self) -> None:
        """Nothing comes any more: the bar stays as it is."""
        self._progress.refresh()
        self._progress.stop()
