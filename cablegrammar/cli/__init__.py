"""The command line."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import Any

from cablegrammar import __version__
from cablegrammar.cli.commands import COMMANDS, EXIT_CODES
from cablegrammar.cli.helping import Help, PrintCompletion
from cablegrammar.cli.terminal import close_quietly, complain, flush

#: What the exit codes mean. The worst of all files counts.
FINE, FOUND, FAILED = 0, 1, 2
INTERRUPTED, PIPE_CLOSED = 130, 141

#: So many new objects before Python looks for what can be thrown away, 700 if nobody says otherwise. Nearly all that a command makes at its
#: start, tables and patterns, stays: to look through it again and again was a third of the time for one file.
_OBJECTS = 100_000

_EXAMPLES = """\
examples:
  cablegrammar parse cable.txt                what it consists of
  cablegrammar check cable.txt                what is wrong with it
  cablegrammar view cable.txt -o cable.html   the same as a page, in colours
  eval "$(cablegrammar --print-completion bash)"

'cablegrammar COMMAND --help' says more, with examples.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line with `argv`, by default the program's, and return the exit code."""
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *before[1:])
    try:
        code = _run(argv)
        flush()
    except BrokenPipeError:
        # whoever reads our output has seen enough, as in `| head`
        close_quietly()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        # of output only: errors of input files are told where they are read
        close_quietly()
        complain(f"cablegrammar: {error}")
        return FAILED
    except Exception:
        # a mistake of ours must not look like a finding: Python would exit with 1
        import traceback  # not needed where all goes well

        complain(traceback.format_exc().rstrip())
        return FAILED
    finally:
        gc.set_threshold(*before)
        if argv is None:
            # the process ends: Python need not look once more through all that it frees anyway
            gc.freeze()
    return code


def _run(argv: Sequence[str] | None) -> int:
    parser = _parser()
    try:
        arguments, rest = parser.parse_known_args(argv)
        # argparse takes files from one place only: those behind a later option come here
        more, unknown = _sorted(rest) if "files" in arguments else ([], rest)
        if unknown:
            parser.error(f"unrecognized arguments: {' '.join(unknown)}{_meant(unknown, arguments.command)}")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else FINE
    options: dict[str, Any] = vars(arguments)
    name = options.pop("command")
    if more:
        options["files"] += more
    command = next(command for command in COMMANDS if command.name == name)
    if command.no_files and not options["files"]:
        options["files"] = [command.no_files]
    read = [
        word
        for one in command.operands
        for word in (options[one] if isinstance(options[one], list) else [options[one]])
    ]
    if read.count("-") > 1:
        complain("cablegrammar: standard input can be read only once: '-' is given more than once")
        return FAILED
    # Lark is imported with the command that needs it, so help is quick
    code: int = getattr(import_module(f"cablegrammar.cli.{name}"), name)(**options)
    return code


def _sorted(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """What names files, and what does not: behind `--` all do."""
    end = words.index("--") if "--" in words else len(words)
    files = [word for word in words[:end] if word == "-" or not word.startswith("-")]
    return [*files, *words[end + 1 :]], [word for word in words[:end] if word not in files]


def _meant(unknown: Sequence[str], name: str) -> str:
    """What may have been meant by options that a command does not have."""
    parser = _ArgumentParser()
    next(command for command in COMMANDS if command.name == name).arguments(parser)
    for word in unknown:
        if close := get_close_matches(word.partition("=")[0], parser.options(), 1, 0.7):
            return f"; did you mean {close[0]}?"
    return ""


class _ArgumentParser(argparse.ArgumentParser):
    """One that says which options it has."""

    def options(self) -> list[str]:
        return list(self._option_string_actions)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cablegrammar",
        description="Reads diplomatic cables and record messages by a formal grammar.",
        epilog=f"{_EXAMPLES}\n{EXIT_CODES}",
        formatter_class=Help,
    )
    parser.add_argument(
        "--print-completion",
        action=PrintCompletion,
        default=argparse.SUPPRESS,
        choices=PrintCompletion.SHELLS,
        help="print what makes a shell complete commands, options and files",
    )
    parser.add_argument("--version", action="version", version=f"cablegrammar {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in COMMANDS:
        one = commands.add_parser(
            command.name,
            help=command.help,
            description=command.description,
            epilog=f"examples:\n{command.examples}\n{EXIT_CODES}",
            formatter_class=Help,
        )
        command.arguments(one)
        if "files" in command.operands:
            one.add_argument("files", nargs="*" if command.no_files else "+", metavar="FILE", help=command.files_help)
    return parser


__all__ = ["FAILED", "FINE", "FOUND", "main"]
