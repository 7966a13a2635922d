"""The commands: what each is called, says of itself and takes. What a command does stands in the module of its name.

Nothing here imports Lark, so that help is quick.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable

import attrs

EXIT_CODES = """\
exit codes:
  0  fine
  1  something was found: text not understood with --strict, files that would change with --check,
     repairs that are proposed
  2  wrong use, or a file that cannot be read or written
"""


@attrs.frozen
class Command:
    """A command: its `name`, which is that of its module in `cablegrammar.cli` and of the function there; `help`, half a sentence;
    `description` and `examples` for its own help; `arguments` adds its options, whose names are the function's parameters.

    `operands` are the names of what it reads, of which one may be `-` for standard input; `files` are any number, others are added by
    `arguments`.
    """

    name: str
    help: str
    description: str
    examples: str
    arguments: Callable[[ArgumentParser], None]
    operands: tuple[str, ...] = ("files",)


def _parse(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        dest="form",
        choices=("tree", "json", "ndjson"),
        default="tree",
        help="tree for people (the default); json, one document, a list of several files; ndjson, one line a file",
    )
    parser.add_argument(
        "--strict", action="store_true", help="text that is not understood is an error, shown with its place"
    )


def _format(parser: ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 if a file would change")
    parser.add_argument("--diff", action="store_true", help="write nothing, show what would change")
    parser.add_argument(
        "--stdin-filename",
        dest="stdin_name",
        metavar="NAME",
        default="<stdin>",
        help="what messages call standard input",
    )


def _repair(parser: ArgumentParser) -> None:
    parser.add_argument("--format", dest="form", choices=("diff", "json"), default="diff", help="how they are shown")
    parser.add_argument(
        "--apply", choices=("safe", "all"), default="", help="make the repairs of this grade, in a new file"
    )
    parser.add_argument("-o", "--output", metavar="NAME", default="", help="the new file, instead of NAME.repaired.txt")
    parser.add_argument("--in-place", action="store_true", help="write to the file itself")


def _render(parser: ArgumentParser) -> None:
    parser.add_argument(
        "-o",
        "--output",
        metavar="NAME",
        default="",
        help="the file to write; a directory that is there takes a file a cable, named as its 'path' says",
    )


def _schema(parser: ArgumentParser) -> None:
    """It takes nothing."""


COMMANDS = (
    Command(
        name="parse",
        help="show what cables consist of",
        description="Shows the fields of cables and their values. Any text can be read; what is not understood\nis marked.",
        examples="""\
  cablegrammar parse 09ISLAMABAD2184.txt                      fields and values as a tree
  cablegrammar parse --format json cable.txt | jq .fields[].construct
  cablegrammar parse --format ndjson *.txt > cables.ndjson    one line a file
  cablegrammar parse --strict *.txt > /dev/null               is everything understood?
  xclip -o | cablegrammar parse -                             what was copied
""",
        arguments=_parse,
    ),
    Command(
        name="format",
        help="rewrite cables in canonical form",
        description="Rewrites cables in canonical form, in place. Meaning, encoding, line ends and text that is\n"
        "not understood stay as they are.",
        examples="""\
  cablegrammar format *.txt                        rewrite files in canonical form
  cablegrammar format --check *.txt                change nothing, exit 1 if a file would change
  cablegrammar format --diff cable.txt             show what would change, change nothing
  cablegrammar format - < cable.txt > tidy.txt     standard input to standard output
""",
        arguments=_format,
    ),
    Command(
        name="repair",
        help="propose what would make damaged cables regular",
        description="Proposes edits that would make damaged stretches of cables regular: missing line breaks,\n"
        "misprinted keywords, letters among digits, run-together TAGS, words cut in two. Each is proposed\n"
        "only if the text, changed so, reads. 'safe' ones leave no other reading; the others are likely.\n"
        "Reading itself never repairs.",
        examples="""\
  cablegrammar repair cable.txt                    what would make it regular, as a difference with reasons
  cablegrammar repair --format json *.txt          the same as data
  cablegrammar repair --apply safe cable.txt       make what is certain, in cable.repaired.txt
  cablegrammar repair --apply all -o new.txt cable.txt
""",
        arguments=_repair,
    ),
    Command(
        name="render",
        help="write the text of cables that are given as JSON",
        description="Writes the text of cables given as JSON: to the character, where 'parse --format json' wrote their\n"
        "fields; in canonical form, where only values are given. A file holds one cable, a list of them, or\n"
        "one a line; several come one behind the other. Text is written as UTF-8.",
        examples="""\
  cablegrammar render cable.json                      the cable's text
  cablegrammar render -o cable.txt cable.json         in a file, which is replaced if it is there
  cablegrammar render -o texts cables.ndjson          a file each in the directory, none replaced
  cablegrammar parse --format json cable.txt | jq ... | cablegrammar render -
""",
        arguments=_render,
    ),
    Command(
        name="schema",
        help="print the JSON Schema of cables as JSON",
        description="Prints the JSON Schema (2020-12) of what 'parse --format json' writes and 'render' reads.",
        examples="""\
  cablegrammar schema > cable.schema.json             for an editor, or another program
""",
        arguments=_schema,
        operands=(),
    ),
)
