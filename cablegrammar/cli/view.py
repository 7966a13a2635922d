"""`cablegrammar view`: a cable as an annotated page."""

from __future__ import annotations

import os
import tempfile
import webbrowser
from pathlib import Path

from cablegrammar.cli import FAILED, FINE
from cablegrammar.cli.files import STDIN, failed, read
from cablegrammar.cli.options import Options
from cablegrammar.cli.terminal import complain, put_bytes
from cablegrammar.configuration import ConfigurationError
from cablegrammar.document import write_file
from cablegrammar.tree import shown
from cablegrammar.viewing import view as page_of


def view(file: str, output: str, browse: bool) -> int:
    """Write the page of `file` to `output`, else to standard output or, to be shown in the browser, a new file; returns the exit code."""
    output = "" if output == STDIN else output
    if output and file != STDIN and os.path.exists(output) and os.path.exists(file) and os.path.samefile(file, output):
        complain(f"cablegrammar: --output names {shown(file)}, which is to be read")
        return FAILED
    name = "<stdin>" if file == STDIN else file
    document = read(file, name)
    if document is None:
        return FAILED
    try:
        held = Options().effective(os.getcwd() if file == STDIN else os.path.dirname(os.path.abspath(file)))
    except (OSError, ConfigurationError) as error:
        complain(f"cablegrammar: {error}")
        return FAILED
    page = page_of(document, settings=held.settings_of(file)).encode("utf-8")
    if not output and not browse:
        put_bytes(page)
        return FINE
    try:
        target = Path(output) if output else _new_file()
        write_file(Path(os.path.realpath(target)), page)
    except OSError as error:
        failed(output or "--open", error)
        return FAILED
    if browse and not webbrowser.open(target.resolve().as_uri()):
        complain(f"cablegrammar: found no browser; the page is {shown(str(target))}")
        return FAILED
    if not output:
        complain(f"{shown(name)}: the page is {shown(str(target))}")
    return FINE


def _new_file() -> Path:
    """A file that stays: the browser reads it after we are gone."""
    handle, name = tempfile.mkstemp(prefix="cablegrammar-", suffix=".html")
    os.close(handle)
    return Path(name)
