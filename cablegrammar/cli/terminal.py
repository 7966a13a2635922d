"""Standard output and error: characters that cannot be written, colours, and readers that go away."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


def complain(message: str) -> None:
    """Tell `message` on standard error."""
    if sys.stderr is not None:
        print(message.encode("utf-8", "backslashreplace").decode("utf-8"), file=sys.stderr)


def put(text: str) -> None:
    """Write `text` to standard output; what cannot be encoded becomes U+FFFD (else `?`), and standard error says so."""
    if sys.stdout is None:
        return
    encoding = sys.stdout.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        text = whole.encode(encoding, "replace").decode(encoding)
        complain(f"cablegrammar: characters that {encoding} cannot write are replaced in the output")
    sys.stdout.write(text)


def put_bytes(data: bytes) -> None:
    """Write `data` to standard output as it is."""
    if sys.stdout is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


def drawable(text: str) -> str:
    """`text` with the lines of a tree in ASCII where standard output has nothing better."""
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return text.translate(
            {ord("├"): "|", ord("└"): "`", ord("│"): "|", ord("─"): "-", ord("…"): "~", ord("▸"): ">"}
        )
    return text


def console() -> Console | None:
    """Standard output for text in colours: where it is a terminal that shows them and nobody asked for none (NO_COLOR), or somebody asked
    for them wherever it goes (FORCE_COLOR). NO_COLOR counts more.
    """
    forced = bool(os.environ.get("FORCE_COLOR"))
    shows = sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    if sys.stdout is None or os.environ.get("NO_COLOR") or not (shows or forced):
        return None
    from rich.console import Console

    if forced:
        # whatever TERM says, the tree and the reports need no more than the eight colours
        return Console(soft_wrap=False, force_terminal=True, color_system="standard")
    return Console(soft_wrap=False)


def flush() -> None:
    """Write out what was put, so that an error shows here and not at the end of the process."""
    if sys.stdout is not None:
        sys.stdout.flush()


def close_quietly() -> None:
    """Send all that is still to be written nowhere: the interpreter flushes at its end and would complain."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):
        return
