"""Files: bytes in, a document out, and exactly those bytes back."""

from __future__ import annotations

import codecs
import errno
import os
import stat
from pathlib import Path

import attrs

from cablegrammar.cable import Cable
from cablegrammar.diagnostics import Diagnostic, place
from cablegrammar.parsing import parse, unparse

#: Windows-1252 leaves five bytes undefined; read as Latin-1 reads them, every byte is a character, and no file is
#: unreadable.
_HOLES = b"\x81\x8d\x8f\x90\x9d"
_TABLE = "".join(chr(byte) if byte in _HOLES else bytes([byte]).decode("cp1252") for byte in range(256))
_DECODING = dict(enumerate(map(ord, _TABLE)))
_ENCODING = codecs.charmap_build(_TABLE)

UTF_8 = "utf-8"
WINDOWS_1252 = "windows-1252"


@attrs.frozen
class Document:
    r"""A cable and what it takes to write its file again: `encoding`, `utf-8` or `windows-1252`; `bom`, whether a byte
    order mark stands first; `path`, where it was read from.

    >>> import cablegrammar as cg
    >>> Document(cg.parse("1. Post agrees.\n")).encoding
    'utf-8'
    """

    cable: Cable
    encoding: str = UTF_8
    bom: bool = False
    path: Path | None = None

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What there is to say about the file, then about its cable."""
        if self.encoding == UTF_8:
            return self.cable.diagnostics
        # Windows-1252 has one byte a character, so the byte that is no UTF-8 is the character of the same number
        data, _ = codecs.charmap_encode(unparse(self.cable), "replace", _ENCODING)
        try:
            data.decode(UTF_8)
        except UnicodeDecodeError as error:
            message = (
                f"not UTF-8, read as Windows-1252: byte {data[error.start]:02X} is the first that UTF-8 does not allow"
            )
            return (Diagnostic("CG004", "warning", (error.start, error.end), message), *self.cable.diagnostics)
        return self.cable.diagnostics


def read_text(data: bytes) -> tuple[str, str, bool]:
    r"""Text, encoding and whether there was a byte order mark: UTF-8 where the bytes are that, else Windows-1252.

    >>> read_text(b"\xef\xbb\xbfUNCLAS"), read_text(b"caf\xe9 \x81")
    (('UNCLAS', 'utf-8', True), ('café \x81', 'windows-1252', False))
    """
    try:
        text = data.decode(UTF_8)
    except UnicodeDecodeError:
        return codecs.charmap_decode(data, "strict", _DECODING)[0], WINDOWS_1252, False
    bom = data.startswith(codecs.BOM_UTF8)
    return text[bom:], UTF_8, bom


def to_bytes(text: str, encoding: str = UTF_8, bom: bool = False) -> bytes:
    r"""The bytes that `read_text` reads as `text`; raises `ValueError` naming the character that the encoding lacks.

    >>> to_bytes("café", "windows-1252")
    b'caf\xe9'
    >>> to_bytes("1. Łódź", "windows-1252")
    Traceback (most recent call last):
    ...
    ValueError: line 1, column 4: 'Ł' (U+0141) cannot be written as windows-1252
    """
    try:
        if encoding == WINDOWS_1252:
            data, _ = codecs.charmap_encode(text, "strict", _ENCODING)
        else:
            data = (codecs.BOM_UTF8 if bom else b"") + text.encode(encoding)
    except UnicodeEncodeError as error:
        where = place(text, error.start)
        letter = text[error.start]
        shown = f"{letter!r} (U+{ord(letter):04X})"
        raise ValueError(f"line {where.line}, column {where.column}: {shown} cannot be written as {encoding}") from None
    if encoding == WINDOWS_1252 and not data.isascii() and read_text(data)[1] != encoding:
        raise ValueError("written as windows-1252 the text would be read again as UTF-8; save it as utf-8")
    return data


def load(path: str | os.PathLike[str]) -> Document:
    """Read the file `path`; raises `OSError` where there is none to read.

    Any bytes can be read. What is no UTF-8 is read as Windows-1252, with diagnostic CG004.
    """
    path = Path(path)
    text, encoding, bom = read_text(path.read_bytes())
    return Document(parse(text), encoding, bom, path)


def save(document: Document, path: str | os.PathLike[str] | None = None) -> None:
    """Write the document to `path`, by default where it was read from, in its encoding, every line end as it is.

    The file is replaced as a whole or not at all, and keeps its mode. Raises `ValueError` for a character that the
    encoding lacks, and `OSError` where the file cannot be written.
    """
    target = path if path is not None else document.path
    if target is None:
        raise ValueError("the document was not read from a file: say where to save it")
    write_file(Path(os.path.realpath(target)), to_bytes(unparse(document.cable), document.encoding, document.bom))


def write_file(target: Path, data: bytes) -> None:
    """Write `data` to a new file beside `target`, then give it the name: it is replaced as a whole or not at all."""
    mode = None
    if target.exists():
        status = target.stat()
        mode = stat.S_IMODE(status.st_mode)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "Not a regular file", str(target))
        if not os.access(target, os.W_OK):
            # replacing would succeed, but the owner protected the file
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    beside = target.with_name(f".{os.urandom(8).hex()}.tmp")
    try:
        with open(beside, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode)
        os.replace(beside, target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
