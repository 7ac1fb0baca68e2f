"""Bullets → squares (□): the outermost marks, which open sections or programmes."""

from __future__ import annotations

from auditreport import vocab
from auditreport.parsers.outline.headlines import is_number_sign, role_of
from auditreport.parsers.outline.scopes import Scope
from auditreport.schemas import Bullet

SQUARE = 20
_CIRCLE = 30


def is_square(block: Bullet, now: Scope | None) -> bool:
    """Whether a bullet is a square, or under an unknown mark that stands where squares stand.

    Args:
        block: the bullet.
        now: the scope at hand.
    """
    rank = vocab.marks().rank.get(block.mark)
    if rank is not None:
        return rank == SQUARE
    is_sign = bool(block.mark) and not block.mark.isalnum() and not is_number_sign(block.mark)
    return is_sign and block.depth <= 1 and not _is_inside_bullets(block, now)


def _is_inside_bullets(block: Bullet, now: Scope | None) -> bool:
    if block.depth == 0 or now is None or not now.blocks or role_of(block.text.value) is not None:
        return False
    last = now.blocks[-1]
    if not isinstance(last, Bullet):
        return False
    return vocab.marks().rank.get(last.mark, 0) >= _CIRCLE and last.depth >= block.depth
