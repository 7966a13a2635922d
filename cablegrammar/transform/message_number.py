"""Readers of message numbers."""

from __future__ import annotations

from cablegrammar.model.message_number import MessageNumber
from cablegrammar.transform.base import Parts, joined, reads


@reads("message_number")
def message_number(parts: Parts) -> MessageNumber | None:
    """The number without the white space around it."""
    return parts.value(MessageNumber)


@reads("number_of_post")
def number_of_post(parts: Parts) -> MessageNumber:
    """ISLAMABAD 002184."""
    post, number = parts.children
    return MessageNumber(joined(post).upper(), str(number))
