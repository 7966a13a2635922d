"""What renderers are given: a file and what there is to say about it."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from pathlib import PurePath

import attrs

from cablegrammar.diagnostics import Diagnostic, LineIndex, Place, Stretch


@attrs.frozen
class Report:
    """A file's `name` as it was given, its `text`, and its `diagnostics` by position."""

    name: str
    text: str = attrs.field(repr=False)
    diagnostics: tuple[Diagnostic, ...]

    @cached_property
    def index(self) -> LineIndex:
        """The lines of the text."""
        return LineIndex(self.text)

    @property
    def path(self) -> str:
        """The name with slashes, as programs on every system write it."""
        return PurePath(self.name).as_posix()

    def places(self, span: Stretch) -> tuple[Place, Place]:
        """Where a stretch begins and ends."""
        return self.index.place(span[0]), self.index.place(span[1])

    def fingerprints(self) -> tuple[str, ...]:
        """For each diagnostic what stays the same while other lines come and go: of code, message and line, counted where they repeat."""
        from hashlib import sha256  # few reports have them, and it takes long to import

        seen: Counter[tuple[str, str, str]] = Counter()
        prints = []
        number, words = 0, ""
        for one in self.diagnostics:
            where = self.index.place(one.span[0])
            if where.line != number:
                number, words = where.line, " ".join(where.text.split())
            key = (one.code, one.message, words)
            said = "\0".join((*key, str(seen[key]))).encode("utf-8", "surrogatepass")
            prints.append(sha256(said).hexdigest()[:32])
            seen[key] += 1
        return tuple(prints)
