"""The command line: `cablegrammar parse`, `format` and `repair`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from cablegrammar import __version__
from cablegrammar.cli.terminal import close_quietly, complain, flush

#: What the exit codes mean. The worst of all files counts.
FINE, FOUND, FAILED = 0, 1, 2
INTERRUPTED, PIPE_CLOSED = 130, 141

_EXIT_CODES = """\
exit codes:
  0  fine
  1  something was found: text not understood with --strict, files that would change with --check,
     repairs that are proposed
  2  wrong use, or a file that cannot be read or written
"""

_PARSE = """\
examples:
  cablegrammar parse 09ISLAMABAD2184.txt                      fields and values as a tree
  cablegrammar parse --format json cable.txt | jq .fields[].construct
  cablegrammar parse --format ndjson *.txt > cables.ndjson    one line a file
  cablegrammar parse --strict *.txt > /dev/null               is everything understood?
  xclip -o | cablegrammar parse -                             what was copied

"""

_FORMAT = """\
examples:
  cablegrammar format *.txt                        rewrite files in canonical form
  cablegrammar format --check *.txt                change nothing, exit 1 if a file would change
  cablegrammar format --diff cable.txt             show what would change, change nothing
  cablegrammar format - < cable.txt > tidy.txt     standard input to standard output

"""


_REPAIR = """\
examples:
  cablegrammar repair cable.txt                    what would make it regular, as a difference with reasons
  cablegrammar repair --format json *.txt          the same as data
  cablegrammar repair --apply safe cable.txt       make what is certain, in cable.repaired.txt
  cablegrammar repair --apply all -o new.txt cable.txt

"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line with `argv`, by default the program's, and return the exit code."""
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
    return code


def _run(argv: Sequence[str] | None) -> int:
    parser = _parser()
    try:
        arguments, rest = parser.parse_known_args(argv)
        # argparse takes files from one place only: those behind a later option come here
        arguments.files += [word for word in rest if word == "-" or not word.startswith("-")]
        if unknown := [word for word in rest if word != "-" and word.startswith("-")]:
            parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else FINE
    if arguments.files.count("-") > 1:
        complain("cablegrammar: standard input can be read only once: '-' is given more than once")
        return FAILED
    # Lark is imported with the command that needs it, so help is quick
    if arguments.command == "parse":
        from cablegrammar.cli.parse import parse

        return parse(arguments.files, arguments.format, arguments.strict)
    if arguments.command == "repair":
        from cablegrammar.cli.repair import repair

        return repair(arguments.files, arguments.format, arguments.apply, arguments.output, arguments.in_place)
    from cablegrammar.cli.format import format

    return format(arguments.files, arguments.check, arguments.diff, arguments.stdin_filename)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cablegrammar",
        description="Reads diplomatic cables and record messages by a formal grammar.",
        epilog=f"'cablegrammar COMMAND --help' says more, with examples.\n\n{_EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"cablegrammar {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    parse = commands.add_parser(
        "parse",
        help="show what cables consist of",
        description="Shows the fields of cables and their values. Any text can be read; what is not understood\n"
        "is marked.",
        epilog=_PARSE + _EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parse.add_argument(
        "--format",
        choices=("tree", "json", "ndjson"),
        default="tree",
        help="tree for people (the default); json, one document, a list of several files; ndjson, one line a file",
    )
    parse.add_argument(
        "--strict", action="store_true", help="text that is not understood is an error, shown with its place"
    )

    form = commands.add_parser(
        "format",
        help="rewrite cables in canonical form",
        description="Rewrites cables in canonical form, in place. Meaning, encoding, line ends and text that is\n"
        "not understood stay as they are.",
        epilog=_FORMAT + _EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    form.add_argument("--check", action="store_true", help="write nothing, exit 1 if a file would change")
    form.add_argument("--diff", action="store_true", help="write nothing, show what would change")
    form.add_argument("--stdin-filename", metavar="NAME", default="<stdin>", help="what messages call standard input")

    mend = commands.add_parser(
        "repair",
        help="propose what would make damaged cables regular",
        description="Proposes edits that would make damaged stretches of cables regular: missing line breaks,\n"
        "misprinted keywords, letters among digits, run-together TAGS, words cut in two. Each is proposed\n"
        "only if the text, changed so, reads. 'safe' ones leave no other reading; the others are likely.\n"
        "Reading itself never repairs.",
        epilog=_REPAIR + _EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    mend.add_argument("--format", choices=("diff", "json"), default="diff", help="how proposals are shown")
    mend.add_argument(
        "--apply", choices=("safe", "all"), default="", help="make the repairs of this grade, in a new file"
    )
    mend.add_argument("-o", "--output", metavar="NAME", default="", help="the new file, instead of NAME.repaired.txt")
    mend.add_argument("--in-place", action="store_true", help="write to the file itself")

    for command in (parse, form, mend):
        command.add_argument("files", nargs="+", metavar="FILE", help="a file, or '-' for standard input")
    return parser


__all__ = ["FAILED", "FINE", "FOUND", "main"]
