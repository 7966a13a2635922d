"""Reader of unnumbered text, and of the lines of every paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

import attrs

from cablegrammar.model.body import LONGEST_WRAPPED, Block, LaidOut, Prose
from cablegrammar.model.page_line import PageLine
from cablegrammar.model.portion_marking import PortionMarking
from cablegrammar.model.text import Text
from cablegrammar.transform.base import Found, Token, is_on_first_line, joined, joined_lines, memory, reads_tokens

#: Text wrapped narrower than this is not told from a list.
NARROWEST_WRAPPED = 50
#: How many columns may be free where a typist broke the line. Of 1,645 wrapped paragraphs in the sample 1,211 have no break that leaves
#: room for the next word, 180 more have one that leaves it just room, 58 more one that leaves one or two columns beside it.
SLACK = 2

_MARKS = frozenset({"PARAGRAPH_MARK", "PARAGRAPH_MARK_LOWER"})
_PAGES = frozenset({"PAGE_ON_LINE", "PAGE_IN_PROSE"})
_LAID_OUT = frozenset({"LAID_OUT", "BLOCK_MARK"})
_PLAIN = _LAID_OUT | {"PROSE"}


@attrs.define
class _Line:
    """One line: what stands on it, whether it is laid out, its width in the column where it stood, and how it ends."""

    text: str
    laid_out: bool
    width: int
    ends: int
    page_behind: bool = False
    # what a page line cut off; joined when all of it is there
    more: list[str] | None = None


@reads_tokens("text")
def text(tokens: list[Found], whole: str) -> Text:
    """Lines, perhaps behind a portion marking."""
    marking, blocks, page_lines = body_of(tokens, whole, 0)
    return Text(marking=marking, blocks=blocks, page_lines=page_lines)


def body_of(
    tokens: list[Found], whole: str, start: int
) -> tuple[PortionMarking | None, tuple[Block, ...], tuple[PageLine, ...]]:
    """The portion marking, the blocks and the page lines that the tokens are which stand behind the number of a paragraph.

    The number, or what stands first where there is none, stands at the offset `start`.
    """
    marking = None
    if tokens and tokens[0][0] in _MARKS:
        _, first, last = tokens[0]
        marking = marking_of(whole[first:last])
        tokens = tokens[1:]
    if len(tokens) == 1:
        ((name, first, last),) = tokens
        if name == "PROSE":
            prose = _whole(whole[first:last].rstrip(), first - start if is_on_first_line(whole, first) else 0)
            if prose is not None:
                return marking, (prose,), ()
    return marking, *_body(tokens, whole, start)


def marking_of(mark: str) -> PortionMarking | None:
    """The portion marking that `mark` is."""
    mark = mark.strip()
    value = memory()(mark, "portion_marking") if mark else None
    return value if isinstance(value, PortionMarking) else None


def _whole(text: str, before: int) -> Prose | None:
    """A token's prose if no break in it is kept, the common case; `None` for all others. Its first line goes on behind `before` characters.

    It is what `_plain` gives, with less.
    """
    lines = text.splitlines()
    # CR is a line end too, and others that Python takes for one are none
    if len(lines) != text.count("\n") + 1 or "\u00b6" in text:
        return None
    if len(lines) > 1:
        lines = list(map(str.rstrip, lines))
        if "" in lines:
            return None
        widths = list(map(len, lines))
        widths[0] += before
        edge = _limit(widths, lines) - SLACK - 1
        for width, following in zip(widths, islice(lines, 1, None), strict=False):
            if width > LONGEST_WRAPPED or (width < edge and width + len(following.split(None, 1)[0]) < edge):
                return None
    return Prose(joined_lines(lines))


def _body(tokens: list[Found], whole: str, start: int) -> tuple[tuple[Block, ...], tuple[PageLine, ...]]:
    blocks: list[Block] = []
    page_lines: list[PageLine] = []
    offset: int | None = start
    for stretch in _stretches(tokens, whole) if len(tokens) > 1 else [tokens]:
        plain = _plain(stretch, whole, offset)
        if plain is not None:
            blocks += plain
        else:
            lines, found = _lines([Token.of(token, whole) for token in stretch], offset)
            blocks += _blocks(lines)
            page_lines += found
        offset = None
    return tuple(blocks), tuple(page_lines)


def _stretches(tokens: list[Found], whole: str) -> list[list[Found]]:
    """The tokens between blank lines; those around a page line do not part them."""
    stretches: list[list[Found]] = []
    stretch: list[Found] = []
    for token, following in pairwise([*tokens, None]):
        assert token is not None, "nothing follows but at the end"
        stretch.append(token)
        name, first, last = token
        if name not in _PAGES and (following is None or following[0] not in _PAGES):
            text = whole[first:last]
            if _line_ends(text[len(text.rstrip()) :]) > 1:
                stretches.append(stretch)
                stretch = []
    return [*stretches, stretch] if stretch else stretches


def _line_ends(white_space: str) -> int:
    ends = white_space.count("\n")
    # most texts have no CR, and this is asked of each token
    return ends + white_space.count("\r") - white_space.count("\r\n") if "\r" in white_space else ends


def _line_by_line(text: str) -> list[str]:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


def _plain(tokens: Sequence[Found], whole: str, start: int | None) -> list[Block] | None:
    """The blocks of a stretch in which no page and no row that is blank ends, the common case; `None` for all others.

    They are those that `_lines` and `_blocks` give, without an object a line.
    """
    prose: list[str] = []
    widths: list[int] = []
    # from the first line that is laid out all are, to the end
    laid_out: list[str] = []
    head = -1
    for name, first, last in tokens:
        if name not in _PLAIN:
            if name == "ROW_BREAK" and _line_ends(whole[first:last]) < 2:
                continue
            return None
        text = whole[first:last].rstrip()
        if "\u00b6" in text:
            text = text.replace("\u00b6", "").rstrip()
        lines = [line.rstrip() for line in _line_by_line(text)]
        if "" in lines:
            lines = [line for line in lines if line]
            if not lines:
                continue
        if name != "PROSE":
            head = len(prose) if head < 0 else head
            laid_out += lines
            continue
        if head >= 0:
            laid_out += lines
        elif start is not None and not prose and is_on_first_line(whole, first):
            # the first line is as wide as it was with the number before it
            widths.append(first - start + len(lines[0]))
        widths += map(len, lines[len(widths) - len(prose) :])
        prose += lines
    blocks: list[Block] = _prose(prose, widths, head if head >= 0 else len(prose)) if prose else []
    return [*blocks, LaidOut(tuple(laid_out))] if laid_out else blocks


def _prose(lines: list[str], widths: list[int], end: int) -> list[Block]:
    """The blocks of the lines before `end`; all of them say how wide lines are."""
    if end == 1:
        return [Prose(joined(lines[0]))]
    edge = _limit(widths, lines) - SLACK - 1
    blocks: list[Block] = []
    short: list[str] = []
    begin = 0
    for at in range(1, end + 1):
        width = widths[at - 1]
        if at < end and width <= LONGEST_WRAPPED and (width >= edge or width + _first_word(lines[at]) >= edge):
            continue
        if at > begin + 1:
            blocks += _short_ones(short)
            short = []
            blocks.append(Prose(joined(*lines[begin:at])))
        else:
            line = lines[begin]
            before = widths[begin - 1] if short else LONGEST_WRAPPED + 1
            is_soft = before <= LONGEST_WRAPPED and before + _first_word(line) >= NARROWEST_WRAPPED - SLACK - 1
            # short lines in a row, whose breaks are hard in the narrowest text, are kept as they are
            if width > NARROWEST_WRAPPED or is_soft:
                blocks += _short_ones(short)
                short = []
            short.append(line)
        begin = at
    return blocks + _short_ones(short)


def _first_word(line: str) -> int:
    """How long it is."""
    return len(line.split(None, 1)[0])


def _limit(widths: list[int], lines: list[str]) -> int:
    """How wide wrapped lines were, to judge by the longest."""
    longest = max(widths)
    if longest > LONGEST_WRAPPED or " " not in lines[widths.index(longest)]:
        # a word that fills a line alone does not say where lines were wrapped
        wrapped = (width for width, line in zip(widths, lines, strict=True) if width <= LONGEST_WRAPPED and " " in line)
        longest = max(wrapped, default=0)
    return max(longest, NARROWEST_WRAPPED)


def _lines(tokens: list[Token], start: int | None) -> tuple[list[_Line], tuple[PageLine, ...]]:
    """The lines without page lines, and these; a line that a page line cuts is one line."""
    lines: list[_Line] = []
    page_lines: list[PageLine] = []
    goes_on = False
    for token in tokens:
        text = token.rstrip()
        ends = _line_ends(token[len(text) :])
        if token.type == "ROW_BREAK":
            if lines:
                lines[-1].ends = max(lines[-1].ends, _line_ends(token))
            continue
        if token.type in _PAGES:
            value = memory()(text, "page_line")
            if isinstance(value, PageLine):
                page_lines.append(value)
            if lines and (ends or token.type == "PAGE_ON_LINE"):
                lines[-1].page_behind = True
            goes_on = bool(lines) and not ends and lines[-1].ends == 0
            continue
        # the pilcrow is a publisher's (STATISTICS 2.1)
        text = text.replace("\u00b6", "").rstrip()
        if not text:
            continue
        laid_out = token.type in _LAID_OUT
        before = (
            token.start_pos - start
            if start is not None and not lines and is_on_first_line(token.whole, token.start_pos)
            else 0
        )
        for line in _line_by_line(text):
            words = line.rstrip()
            if goes_on:
                if lines[-1].more is None:
                    lines[-1].more = []
                lines[-1].more.append(words)
                lines[-1].width += 1 + len(words)
                lines[-1].ends = 1
                goes_on = False
            elif words:
                lines.append(_Line(words, laid_out, before + len(words), 1))
                before = 0
        lines[-1].ends = ends
        goes_on = token.type == "PROSE_CUT" and not ends
    for pieces in lines:
        if pieces.more:
            pieces.text = joined(pieces.text, *pieces.more)
    return lines, tuple(page_lines)


def _blocks(lines: list[_Line]) -> tuple[Block, ...]:
    """Prose where lines were wrapped, laid-out lines where breaks carry meaning; blank lines part blocks.

    Those around a page line do so only where the break would be hard without it.
    """
    blocks: list[Block] = []
    start = 0
    for index, line in enumerate(lines, 1):
        if index == len(lines) or (line.ends > 1 and not line.page_behind):
            blocks.extend(_stretch(lines[start:index]))
            start = index
    return tuple(blocks)


def _stretch(lines: list[_Line]) -> list[Block]:
    """The blocks of lines without blank lines, but for those around page lines, among them.

    A break is soft if the next line's first word would not have fitted within the longest line, but for `SLACK`.
    """
    longest = max(
        (
            line.width
            for line in lines
            # a word that fills a line alone does not say where lines were wrapped
            if not line.laid_out and line.width <= LONGEST_WRAPPED and " " in line.text
        ),
        default=0,
    )
    limit = max(longest, NARROWEST_WRAPPED)
    blocks: list[Block] = []
    run = [[lines[0]]]
    for before, line in pairwise(lines):
        if _is_soft(before, line, limit):
            run[-1].append(line)
            continue
        if before.page_behind:
            blocks.extend(_run(run))
            run = []
        run.append([line])
    return [*blocks, *_run(run)]


def _is_soft(before: _Line, after: _Line, limit: int) -> bool:
    if before.laid_out or after.laid_out or before.width > LONGEST_WRAPPED:
        return False
    return before.width + 1 + len(after.text.split(None, 1)[0]) >= limit - SLACK


def _run(run: list[list[_Line]]) -> list[Block]:
    """The blocks of lines without a blank line among them, given as the groups that soft breaks hold together.

    From the first line that is laid out all are, to the end: a list's items may go on over several lines. Before it each group is
    prose, but short lines in a row, which would not be held together however narrow the text, are kept as they are.
    """
    blocks: list[Block] = []
    short: list[_Line] = []
    for index, group in enumerate(run):
        if group[0].laid_out:
            blocks.extend(_short(short))
            return [*blocks, LaidOut(tuple(line.text for group in run[index:] for line in group))]
        if len(group) > 1 or not _is_short(group[0], short[-1:]):
            blocks.extend(_short(short))
            short = []
        if len(group) > 1:
            blocks.append(Prose(joined(*(line.text for line in group))))
        else:
            short.append(group[0])
    return [*blocks, *_short(short)]


def _is_short(line: _Line, before: list[_Line]) -> bool:
    """Whether the break before `line` would be hard in the narrowest text."""
    return line.width <= NARROWEST_WRAPPED and not any(_is_soft(other, line, NARROWEST_WRAPPED) for other in before)


def _short(lines: list[_Line]) -> list[Block]:
    return _short_ones([line.text for line in lines])


def _short_ones(lines: list[str]) -> list[Block]:
    """One line is prose, several are laid out."""
    if len(lines) > 1:
        return [LaidOut(tuple(lines))]
    return [Prose(joined(line)) for line in lines]
