"""`cablegrammar format`: cables in canonical form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from cablegrammar.canonical import WIDTHS
from cablegrammar.charsets import CharsetError, CharsetFault
from cablegrammar.cli import FAILED, FINE, FOUND
from cablegrammar.cli.difference import show_difference
from cablegrammar.cli.files import STDIN, failed, read, tell
from cablegrammar.cli.terminal import complain, put_bytes
from cablegrammar.document import UTF_8, Document, save, to_bytes
from cablegrammar.emission import LineLengthError, emitted, lacking_in_source
from cablegrammar.parsing import parse, unparse
from cablegrammar.tree import shown

#: Characters that are told of one by one in a file.
_MOST_FAULTS = 100


def format(
    files: Sequence[str],
    check: bool,
    diff: bool,
    stdin_name: str,
    charset: str | None,
    newline: str | None,
    width: int,
    substitute: bool,
) -> int:
    """Rewrite each file; with `check` or `diff` say what would change instead. Returns the exit code."""
    wrong = ""
    if substitute and charset is None:
        wrong = "--substitute is for what --charset lacks, which is not given"
    if width not in WIDTHS:
        wrong = f"--width: expected {WIDTHS[0]} to {WIDTHS[-1]} columns, got {width}"
    if wrong:
        complain(f"cablegrammar: {wrong}")
        return FAILED
    form = _Form(charset, newline, width, substitute)
    done = Counter(_format(file, stdin_name if file == STDIN else file, check, diff, form) for file in files)
    if files != [STDIN] or check:
        complain(_summary(done, would=check or diff))
    if done["failed"]:
        return FAILED
    return FOUND if check and done["reformatted"] else FINE


@attrs.frozen
class _Form:
    """How the text is to go out; see `emission.emit`."""

    charset: str | None
    newline: str | None
    width: int
    substitute: bool

    def of(self, document: Document) -> tuple[Document, Document]:
        """The document in canonical form, and as it goes out."""
        cable, text = emitted(document.cable, self.charset, self.newline, self.width, self.substitute)
        tidy = attrs.evolve(document, cable=cable)
        sent = tidy if text == unparse(cable) else attrs.evolve(tidy, cable=parse(text))
        # what can be sent in one of the character sets is sent as UTF-8, of which the others are a part
        return tidy, sent if self.charset is None else attrs.evolve(sent, encoding=UTF_8, bom=False)


def _format(file: str, name: str, check: bool, diff: bool, form: _Form) -> str:
    """Format one file; returns what became of it."""
    document = read(file, name)
    if document is None:
        return "failed"
    before = unparse(document.cable)
    try:
        tidy, sent = form.of(document)
        after = unparse(sent.cable)
        for diagnostic in tidy.diagnostics:
            if diagnostic.code in ("CG003", "CG004"):
                tell(name, tidy, diagnostic)
        changed = after != before or (sent.encoding, sent.bom) != (document.encoding, document.bom)
        data = to_bytes(after, sent.encoding, sent.bom)
        if changed and file != STDIN and not (check or diff):
            save(sent)
    except CharsetError as error:
        _complain_of_characters(name, lacking_in_source(before, error), form.substitute)
        return "failed"
    except LineLengthError as error:
        for line in str(error).splitlines():
            complain(f"{shown(name)}: formatted, {line}")
        return "failed"
    except (OSError, ValueError) as error:
        failed(name, error)
        return "failed"
    if changed and diff:
        show_difference(name, before, after, "canonical")
    if changed and check:
        complain(f"would reformat {shown(name)}")
    if file == STDIN and not (check or diff):
        put_bytes(data)
    return "reformatted" if changed else "unchanged"


def _complain_of_characters(name: str, faults: Sequence[CharsetFault], substituted: bool) -> None:
    """Each character that cannot be sent, at its place in the file, and what can be done about it."""
    for fault in faults[:_MOST_FAULTS]:
        complain(f"{shown(name)}:{fault.line}:{fault.column}: {fault.reason}")
    if len(faults) > _MOST_FAULTS:
        complain(f"{shown(name)}: and {len(faults) - _MOST_FAULTS} more characters that cannot be sent")
    if not substituted and any(fault.suggestion is not None for fault in faults):
        complain("(--substitute puts in what is said that would be sent)")


def _summary(done: Counter[str], would: bool) -> str:
    """`1 file reformatted, 2 files left unchanged`."""

    def files(kind: str) -> str:
        return f"{done[kind]} file{'s' * (done[kind] != 1)}"

    said = {
        "reformatted": f"{files('reformatted')} {'would be ' * would}reformatted",
        "unchanged": f"{files('unchanged')} {'would be ' * would}left unchanged",
        "failed": f"{files('failed')} could not be formatted",
    }
    return ", ".join(text for kind, text in said.items() if done[kind])
