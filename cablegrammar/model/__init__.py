"""The values: frozen attrs classes, one for each construct of the grammar, and the parts they are made of."""

from cablegrammar.model.action import Action
from cablegrammar.model.address import Address
from cablegrammar.model.banner import Banner
from cablegrammar.model.base import CONSTRUCTS, Value, trusting
from cablegrammar.model.blank import Blank
from cablegrammar.model.block_mark import BlockMark
from cablegrammar.model.body import Block, LaidOut, Prose
from cablegrammar.model.cable_id import CableId
from cablegrammar.model.captions import Captions
from cablegrammar.model.classification_line import ClassificationLine, Section
from cablegrammar.model.classified_by import ClassifiedBy, Reason
from cablegrammar.model.corrected_copy import CorrectedCopy
from cablegrammar.model.date_time_group import DateTimeGroup
from cablegrammar.model.date_time_line import DateTimeLine
from cablegrammar.model.distribution import Distribution, OfficeCopies
from cablegrammar.model.drafting import Drafting
from cablegrammar.model.duration import Duration
from cablegrammar.model.end_of_message import EndOfMessage
from cablegrammar.model.executive_order import ExecutiveOrder, OrderAction
from cablegrammar.model.exempted import Exempted
from cablegrammar.model.field import Field, Span
from cablegrammar.model.group_count import GroupCount
from cablegrammar.model.heading import Heading
from cablegrammar.model.info import Info
from cablegrammar.model.janap_header import JanapHeader
from cablegrammar.model.lead_in import LeadIn
from cablegrammar.model.mentions import Mention, Mentions
from cablegrammar.model.message_centre_line import MessageCentreLine
from cablegrammar.model.message_number import MessageNumber
from cablegrammar.model.officer import Officer
from cablegrammar.model.ordered import Level, Precedence
from cablegrammar.model.originator import Originator
from cablegrammar.model.page_line import PageLine
from cablegrammar.model.paragraph import Paragraph
from cablegrammar.model.partial_extract import PartialExtract
from cablegrammar.model.passing import Passing
from cablegrammar.model.portion_marking import PortionMarking
from cablegrammar.model.publisher_line import PublisherLine
from cablegrammar.model.record import Record
from cablegrammar.model.reference_kind import ReferenceKind
from cablegrammar.model.references import Reference, References
from cablegrammar.model.routing import Routing
from cablegrammar.model.security import Security
from cablegrammar.model.separation import Separation
from cablegrammar.model.signature import Signature
from cablegrammar.model.station import Station
from cablegrammar.model.sub_paragraph import SubParagraph
from cablegrammar.model.subject import Subject
from cablegrammar.model.tags import Tag, Tags
from cablegrammar.model.text import Text
from cablegrammar.model.trailer import Trailer
from cablegrammar.model.transmission_id import TransmissionId
from cablegrammar.model.unparsed import Unparsed
from cablegrammar.model.validation import Validation

__all__ = [
    "CONSTRUCTS",
    "Action",
    "Address",
    "Banner",
    "Blank",
    "Block",
    "BlockMark",
    "CableId",
    "Captions",
    "ClassificationLine",
    "ClassifiedBy",
    "CorrectedCopy",
    "DateTimeGroup",
    "DateTimeLine",
    "Distribution",
    "Drafting",
    "Duration",
    "EndOfMessage",
    "ExecutiveOrder",
    "Exempted",
    "Field",
    "GroupCount",
    "Heading",
    "Info",
    "JanapHeader",
    "LaidOut",
    "LeadIn",
    "Level",
    "Mention",
    "Mentions",
    "MessageCentreLine",
    "MessageNumber",
    "OfficeCopies",
    "Officer",
    "OrderAction",
    "Originator",
    "PageLine",
    "Paragraph",
    "PartialExtract",
    "Passing",
    "PortionMarking",
    "Precedence",
    "Prose",
    "PublisherLine",
    "Reason",
    "Record",
    "Reference",
    "ReferenceKind",
    "References",
    "Routing",
    "Section",
    "Security",
    "Separation",
    "Signature",
    "Span",
    "Station",
    "SubParagraph",
    "Subject",
    "Tag",
    "Tags",
    "Text",
    "Trailer",
    "TransmissionId",
    "Unparsed",
    "Validation",
    "Value",
    "trusting",
]
