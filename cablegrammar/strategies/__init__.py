"""Hypothesis strategies for every construct and for whole cables, for your tests as well as ours.

Install them with `pip install cablegrammar[hypothesis]`. Each start rule has a function of its name here: `strategies.station()` draws
`Station` values, whose parts may be any text that can be written, keywords and odd characters included. `cables()` draws whole cables,
`hostile_texts()` draws what a parser has to survive.
"""

try:
    import hypothesis as _hypothesis  # noqa: F401
except ImportError as error:  # depends on the installation
    raise ImportError("cablegrammar.strategies needs Hypothesis: pip install 'cablegrammar[hypothesis]'") from error

from cablegrammar.strategies.action import action  # noqa: E402
from cablegrammar.strategies.address import address  # noqa: E402
from cablegrammar.strategies.base import hostile_texts  # noqa: E402
from cablegrammar.strategies.body import (
    blank,
    heading,
    laid_out,
    lead_in,
    page_line,
    paragraph,
    prose,
    signature,
    text,
    trailer,
)  # noqa: E402
from cablegrammar.strategies.cables import cables  # noqa: E402
from cablegrammar.strategies.captions import captions  # noqa: E402
from cablegrammar.strategies.classification_line import classification_line  # noqa: E402
from cablegrammar.strategies.classified_by import classified_by  # noqa: E402
from cablegrammar.strategies.corrected_copy import corrected_copy  # noqa: E402
from cablegrammar.strategies.date_time_group import date_time_group  # noqa: E402
from cablegrammar.strategies.date_time_line import date_time_line  # noqa: E402
from cablegrammar.strategies.end_of_message import end_of_message  # noqa: E402
from cablegrammar.strategies.executive_order import executive_order  # noqa: E402
from cablegrammar.strategies.exempted import exempted  # noqa: E402
from cablegrammar.strategies.group_count import group_count  # noqa: E402
from cablegrammar.strategies.info import info  # noqa: E402
from cablegrammar.strategies.janap_header import janap_header  # noqa: E402
from cablegrammar.strategies.message_number import message_number  # noqa: E402
from cablegrammar.strategies.originator import originator  # noqa: E402
from cablegrammar.strategies.partial_extract import partial_extract  # noqa: E402
from cablegrammar.strategies.passing import passing  # noqa: E402
from cablegrammar.strategies.portion_marking import portion_marking  # noqa: E402
from cablegrammar.strategies.publisher_line import publisher_line  # noqa: E402
from cablegrammar.strategies.record import record  # noqa: E402
from cablegrammar.strategies.references import reference, references  # noqa: E402
from cablegrammar.strategies.routing import routing  # noqa: E402
from cablegrammar.strategies.security import security  # noqa: E402
from cablegrammar.strategies.separation import separation  # noqa: E402
from cablegrammar.strategies.station import station  # noqa: E402
from cablegrammar.strategies.subject import subject  # noqa: E402
from cablegrammar.strategies.tags import tag, tags  # noqa: E402
from cablegrammar.strategies.transmission_id import transmission_id  # noqa: E402
from cablegrammar.strategies.validation import validation  # noqa: E402

__all__ = [
    "action",
    "address",
    "blank",
    "cables",
    "captions",
    "classification_line",
    "classified_by",
    "corrected_copy",
    "date_time_group",
    "date_time_line",
    "end_of_message",
    "executive_order",
    "exempted",
    "group_count",
    "heading",
    "hostile_texts",
    "info",
    "janap_header",
    "laid_out",
    "lead_in",
    "message_number",
    "originator",
    "page_line",
    "paragraph",
    "partial_extract",
    "passing",
    "portion_marking",
    "prose",
    "publisher_line",
    "record",
    "reference",
    "references",
    "routing",
    "security",
    "separation",
    "signature",
    "station",
    "subject",
    "tag",
    "tags",
    "text",
    "trailer",
    "transmission_id",
    "validation",
]
