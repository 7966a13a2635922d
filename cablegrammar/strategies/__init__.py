"""Hypothesis strategies for every construct and for whole cables, for your tests as well as ours.

Install them with `pip install cablegrammar[hypothesis]`. Each start rule has a function of its name here: `strategies.station()` draws
`Station` values, whose parts may be any text that can be written, keywords and odd characters included. `cables()` draws whole cables,
`hostile_texts()` draws what a parser has to survive.
"""

from importlib.util import find_spec

if find_spec("hypothesis") is None:  # depends on the installation
    raise ImportError("cablegrammar.strategies needs Hypothesis: pip install 'cablegrammar[hypothesis]'")


from cablegrammar.strategies.action import action
from cablegrammar.strategies.address import address
from cablegrammar.strategies.banner import banner
from cablegrammar.strategies.base import hostile_texts
from cablegrammar.strategies.body import (
    blank,
    block_mark,
    heading,
    laid_out,
    lead_in,
    page_line,
    paragraph,
    prose,
    signature,
    sub_paragraph,
    text,
    trailer,
)
from cablegrammar.strategies.cable_id import cable_id
from cablegrammar.strategies.cables import cables
from cablegrammar.strategies.captions import captions
from cablegrammar.strategies.classification_line import classification_line
from cablegrammar.strategies.classified_by import classified_by
from cablegrammar.strategies.corrected_copy import corrected_copy
from cablegrammar.strategies.date_time_group import date_time_group
from cablegrammar.strategies.date_time_line import date_time_line
from cablegrammar.strategies.distribution import distribution
from cablegrammar.strategies.drafting import drafting
from cablegrammar.strategies.duration import duration
from cablegrammar.strategies.end_of_message import end_of_message
from cablegrammar.strategies.executive_order import executive_order
from cablegrammar.strategies.exempted import exempted
from cablegrammar.strategies.group_count import group_count
from cablegrammar.strategies.info import info
from cablegrammar.strategies.janap_header import janap_header
from cablegrammar.strategies.mentions import mention, mentions
from cablegrammar.strategies.message_centre_line import message_centre_line
from cablegrammar.strategies.message_number import message_number
from cablegrammar.strategies.officer import officer
from cablegrammar.strategies.originator import originator
from cablegrammar.strategies.partial_extract import partial_extract
from cablegrammar.strategies.passing import passing
from cablegrammar.strategies.portion_marking import portion_marking
from cablegrammar.strategies.publisher_line import publisher_line
from cablegrammar.strategies.record import record
from cablegrammar.strategies.reference_kind import reference_kind
from cablegrammar.strategies.references import reference, references
from cablegrammar.strategies.routing import routing
from cablegrammar.strategies.security import security
from cablegrammar.strategies.separation import separation
from cablegrammar.strategies.station import station
from cablegrammar.strategies.subject import subject
from cablegrammar.strategies.tags import tag, tags
from cablegrammar.strategies.transmission_id import transmission_id
from cablegrammar.strategies.validation import validation

__all__ = [
    "action",
    "address",
    "banner",
    "blank",
    "block_mark",
    "cable_id",
    "cables",
    "captions",
    "classification_line",
    "classified_by",
    "corrected_copy",
    "date_time_group",
    "date_time_line",
    "distribution",
    "drafting",
    "duration",
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
    "mention",
    "mentions",
    "message_centre_line",
    "message_number",
    "officer",
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
    "reference_kind",
    "references",
    "routing",
    "security",
    "separation",
    "signature",
    "station",
    "sub_paragraph",
    "subject",
    "tag",
    "tags",
    "text",
    "trailer",
    "transmission_id",
    "validation",
]
