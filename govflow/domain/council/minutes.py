"""The minutes of a meeting (議事録) on their way: drafted from the record, corrected, signed by two, and published."""

from __future__ import annotations

from typing import NamedTuple

SIGNERS = 2
"""So many members who attended sign the minutes."""


class Remark(NamedTuple):
    """Words that the secretariat adds to an item. `closed` ones are not published; `replaces` is the number of an
    earlier remark in whose place it stands."""

    item: int
    text: str
    closed: bool
    person: str
    at: str
    replaces: int | None = None
    number: int = 0


class Correction(NamedTuple):
    """What a member asked to have corrected in the draft `document`."""

    person: str
    office: str
    text: str
    at: str
    document: str = ""
    number: int = 0


class Signature(NamedTuple):
    """A member's signature under the minutes."""

    person: str
    office: str
    at: str


class Minutes(NamedTuple):
    """`document` is the number of the latest draft and `record` the digest of all that it was drawn up from.
    Corrections are asked for until the day `until`; since the first signature nothing changes any more. `published` is
    the number of the public version."""

    document: str | None = None
    record: str = ""
    circulated_at: str | None = None
    until: str | None = None
    remarks: tuple[Remark, ...] = ()
    corrections: tuple[Correction, ...] = ()
    signatures: tuple[Signature, ...] = ()
    published: str | None = None

    @property
    def complete(self) -> bool:
        """All who have to sign have signed."""
        return len(self.signatures) >= SIGNERS

    def remarks_on(self, item: int) -> tuple[Remark, ...]:
        """The remarks on an item that stand."""
        replaced = {remark.replaces for remark in self.remarks}
        return tuple(r for r in self.remarks if r.item == item and r.number not in replaced)

    def drafted(self, document: str, *, record: str) -> Minutes:
        """With a new draft, drawn up from the record as it is."""
        return self._replace(document=document, record=record)

    def remarked(self, remark: Remark) -> Minutes:
        """With one more remark, which gets the next number."""
        return self._replace(remarks=(*self.remarks, remark._replace(number=len(self.remarks) + 1)))

    def corrected(self, correction: Correction) -> Minutes:
        """With one more correction of the present draft, which gets the next number."""
        kept = correction._replace(number=len(self.corrections) + 1, document=self.document or "")
        return self._replace(corrections=(*self.corrections, kept))

    def signed(self, signature: Signature) -> Minutes:
        return self._replace(signatures=(*self.signatures, signature))
