"""Help that fits the terminal, and completion of the command line by shells."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, ClassVar


class Help(argparse.RawDescriptionHelpFormatter):
    """Help in which sentences are wrapped, and lines that are indented stay as they are; comments of examples stand below them, where they
    would not fit.
    """

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        lines: list[str] = []
        for is_sentence, group in groupby(text.splitlines(), key=lambda line: line[:1] not in ("", " ")):
            if is_sentence:
                lines += textwrap.wrap(" ".join(group), width, break_on_hyphens=False)
            else:
                lines += _fitted(list(group), width)
        return "".join(f"{indent}{line}\n" for line in lines)


def _fitted(lines: Sequence[str], width: int) -> Iterator[str]:
    """Lines of examples, each a command and behind two blanks or more a comment: comments stand below, if one is too long."""
    if all(len(line) <= width for line in lines):
        yield from lines
        return
    for line in lines:
        words = line.strip()
        margin = line[: len(line) - len(line.lstrip())]
        command, _, comment = words.partition("  ")
        yield margin + command
        if comment:
            yield f"{margin}    {comment.strip()}"


class PrintCompletion(argparse.Action):
    """An option that prints the completion for a shell and ends the program."""

    SHELLS: ClassVar[tuple[str, ...]] = ("bash", "zsh", "tcsh")

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        """Called where the option is given."""
        import shtab  # only this needs it

        from cablegrammar.cli.commands import COMMANDS
        from cablegrammar.cli.terminal import put

        _complete_files(parser, shtab.FILE, shtab.DIRECTORY)
        for commands in (action.choices for action in parser._actions if isinstance(action.choices, Mapping)):
            for command in COMMANDS:
                # shells show what commands are on one line
                commands[command.name].description = command.help
        put(shtab.complete(parser, shell=values))
        parser.exit()


#: What options and operands that take a file, or a directory, call it.
_FILES, _DIRECTORIES = ("FILE", "NAME", "A", "B"), ("DIRECTORY",)


def _complete_files(parser: argparse.ArgumentParser, file: Any, directory: Any) -> None:
    """Have the operands and options of all commands that take files be completed by files."""
    actions: Sequence[argparse.Action] = parser._actions
    for action in actions:
        if action.metavar in _FILES and action.dest != "stdin_name" and action.dest != "origin":
            action.complete = file  # type: ignore[attr-defined]
        elif action.metavar in _DIRECTORIES:
            action.complete = directory  # type: ignore[attr-defined]
        # the commands are the choices of an action too
        for one in action.choices.values() if isinstance(action.choices, Mapping) else ():
            _complete_files(one, file, directory)
