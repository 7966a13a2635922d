"""Page lines, which message centres put where sections and pages met."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class PageLine(Value):
    """A page line (acp127.md, "Sections and page lines"); it belongs to the transmission, not to the text.

    `post`, cut to ten letters on the wire; `number`, the message number, eight digits; `page` and `total`; `version`, the digits behind
    the stop of `001.2`, or `""`. The older form, which begins with PAGE, has `page` and the rest of its words in `post`.

    >>> PageLine(post="ISLAMABAD", number="00002184", page=2, total=2).page
    2
    >>> PageLine(post="ISLAMABAD", number="2184", page=2, total=2)
    Traceback (most recent call last):
    ...
    ValueError: PageLine: post 'ISLAMABAD' cannot be written: ...
    """

    start_rule: ClassVar[str] = "page_line"

    post: str
    number: str = ""
    page: int = 0
    total: int = 0
    version: str = ""
