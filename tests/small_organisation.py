"""The organisation of a small government: three ministries, an agency, the centre, one person a post."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

MINISTRIES = {
    "cas": ("内閣官房", "Cabinet Secretariat"),
    "mof": ("財務省", "Ministry of Finance"),
    "nta": ("国税庁", "National Tax Agency"),
    "mhlw": ("厚生労働省", "Ministry of Health"),
    "mic": ("総務省", "Ministry of Internal Affairs"),
}
POSTS = {
    "clerk": "pmo_clerk",
    "pjmo": "pjmo",
    "pmo": "pmo_head",
    "cio": "ministry_cio",
    "dcio": "deputy_cio",
    "ciso": "ciso",
    "accounts": "accounts",
    "adviser": "executive_adviser",
}
"""The posts of each ministry (the agency has none of its own) and their roles."""

CENTRE = {
    "secretariat": "secretariat",
    "amb": "amb",
    "gadviser": "cio_adviser",
    "committee": "technology_committee",
    "chair": "council_chair",
    "gcio": "government_cio",
    "admin": "administrator",
}


def person_of(office: str) -> str:
    return office.replace("cas.", "").replace(".", "_")


def _titled(ja: str, en: str) -> Json:
    return {"title": {"ja": ja, "en": en}}


def _offices() -> dict[str, tuple[str, str]]:
    own = {f"{m}.{post}": (role, m) for m in ("mof", "mhlw", "mic") for post, role in POSTS.items()}
    return own | {f"cas.{post}": (role, "cas") for post, role in CENTRE.items()}


def organisation(**changes: Any) -> Json:
    """The organisation as an organisation file says it.

    `persons` and `appointments` add to those of the posts; `without` are offices nobody holds; `accounts` maps
    persons to their accounts; `more_offices` have their role and ministry, and `abolished` ones are gone; other
    sections are taken as they are.
    """
    offices = _offices() | changes.pop("more_offices", {})
    for gone in changes.pop("abolished", ()):
        del offices[gone]
    accounts = changes.pop("accounts", {})
    without = set(changes.pop("without", ()))
    persons = {person_of(office): person_of(office) for office in offices}
    persons |= {code: code for code in changes.pop("persons", ())}
    held = [
        {"person": person_of(office), "office": office, "from": "2025-04-01"}
        for office in offices
        if office not in without
    ]
    filled = {str(appointment["office"]) for appointment in changes.get("appointments", ())}
    return {
        "format": 1,
        "name": {"ja": "小さな政府", "en": "A small government"},
        "ministries": {
            code: _titled(*titles) | ({"parent": "mof"} if code == "nta" else {})
            for code, titles in MINISTRIES.items()
        },
        "roles": {
            role: _titled(role, role)
            for role in (*POSTS.values(), *CENTRE.values(), *(role for role, _ in offices.values()))
        },
        "offices": {
            code: _titled(f"職{code}", f"office {code}") | {"role": role, "ministry": ministry}
            for code, (role, ministry) in offices.items()
        },
        "persons": {
            code: {"name": {"ja": f"甲 {name}", "en": f"Ko {name}"}, "accounts": accounts.get(code, [])}
            for code, name in persons.items()
        },
        "appointments": [*held, *changes.pop("appointments", ())],
        "vacancies": sorted(without - filled),
        **changes,
    }
