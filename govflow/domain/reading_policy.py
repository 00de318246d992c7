"""Who reads what of a proposal: the policy that a definition states, and what it comes to for one reader. Pure rules.

A proposal's own ministry always reads it, as it stands. All others read the revision that was released, once the
proposal has opened to an audience of theirs, or as far as a step about it was put to them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from govflow.domain.organisation import ADMINISTRATOR, Directory, Office
from govflow.errors import Place
from govflow.messages import Title


@dataclass(frozen=True, slots=True)
class Audience:
    """Readers outside the own ministry: holders of `roles` at the centre, whoever was `asked` a step, the seats of a
    `body` with its chair and secretariat. They read the `fields` named; everything where none is."""

    name: str
    title: Title
    roles: tuple[str, ...]
    asked: bool
    body: str | None
    fields: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Reading:
    """Who reads beside the own ministry, in the order in which a proposal opens to them."""

    audiences: Mapping[str, Audience]
    place: Place


def unstated_audiences(central: tuple[str, ...]) -> tuple[Audience, ...]:
    """Who reads where a definition does not say: whoever could act at the centre, and whoever is asked a step."""
    nobody = Audience("asked", Title("", ""), (), asked=True, body=None, fields=(), place=Place("", 0, 0))
    return (replace(nobody, name="centre", roles=central, asked=False), nobody)


class Policy(NamedTuple):
    """What a definition says of reading. `audiences` are in the order in which a proposal opens to them; `central` are
    the roles that act for all ministries. `restricted` names the roles to which a field is open, whoever reads the
    rest; `closed_values` does so for what acts carry. `stated`: without it nothing has to open first."""

    workflow: str
    fields: frozenset[str]
    audiences: tuple[Audience, ...]
    central: frozenset[str]
    restricted: Mapping[str, tuple[str, ...]]
    restricted_values: Mapping[str, tuple[str, ...]]
    stated: bool

    def place_of(self, audience: str | None) -> int:
        """How far a proposal has opened once it is open to an audience: 0 is the own ministry alone."""
        return next((at for at, each in enumerate(self.audiences, start=1) if each.name == audience), 0)


class Post(NamedTuple):
    """An office held or stood in for: its role, and the ministries that it answers for. One stood in for by standing
    delegation is so in one `workflow` only."""

    role: str
    ministries: frozenset[str]
    workflow: str | None = None


def posts_in(directory: Directory, held: Collection[str]) -> Iterator[Post]:
    """The offices held, and those that their holders stand in for: by standing delegation in its workflow, and as
    substitutes while nobody of the office is there."""
    for office in directory.offices.values():
        if office.code in held:
            yield _post(directory, office)
            continue
        for delegation in directory.delegations_of(office.code):
            if delegation.to in held:
                yield _post(directory, office)._replace(workflow=delegation.workflow)
        substitution = directory.substitution_of(office.code)
        deputies = substitution.deputies if substitution else ()
        if not set(held).isdisjoint(deputies) and not directory.present_holders(office.code):
            yield _post(directory, office)


def _post(directory: Directory, office: Office) -> Post:
    """An office with the ministries for which it answers: its own, and the agencies that have none of its kind."""
    answered = (
        code for code in directory.ministries if office in directory.responsible_offices(office.role, code)
    )
    return Post(office.role, frozenset(answered))


class Reader(NamedTuple):
    """Somebody who reads: the posts, and the bodies with a seat, the chair or the secretariat among them. `everything`:
    an auditor, or the onlooker of a demonstration."""

    person: str | None = None
    posts: tuple[Post, ...] = ()
    bodies: frozenset[str] = frozenset()
    everything: bool = False

    def within(self, workflow: str) -> tuple[Post, ...]:
        """The posts that count in a workflow."""
        return tuple(post for post in self.posts if post.workflow in (None, workflow))


class Asked(NamedTuple):
    """To whom a step was put; `ministry` None is any office of a central role."""

    role: str
    ministry: str | None

    def put_to(self, posts: Iterable[Post]) -> bool:
        return any(
            p.role == self.role and (self.ministry is None or self.ministry in p.ministries) for p in posts
        )


class Standing(NamedTuple):
    """How far a proposal is open: `reach` is the place of the last audience it has opened to, `released` the number
    of the revision that those outside read, None where there is none yet."""

    ministry: str
    reach: int
    released: int | None
    asked: tuple[Asked, ...] = ()


class Access(NamedTuple):
    """What a reader reads of a proposal: the open `fields`, what acts carried but for `closed_values`. `whole`: all
    that happened, too. `inside`: as it stands, not as it was released. `audiences` are those that it is read in."""

    fields: frozenset[str]
    closed_values: frozenset[str]
    audiences: frozenset[str]
    whole: bool
    inside: bool

    @property
    def granted(self) -> bool:
        """Whether anything is open at all."""
        return bool(self.fields)


NOTHING = Access(frozenset(), frozenset(), frozenset(), whole=False, inside=False)


def access(policy: Policy, reader: Reader, standing: Standing) -> Access:
    """What a reader reads of a proposal."""
    if reader.everything:
        return Access(policy.fields, frozenset(), _names(policy.audiences), whole=True, inside=True)
    posts = reader.within(policy.workflow)
    own = tuple(post for post in posts if _of_own_ministry(policy, post, standing.ministry))
    reached = tuple(_reached(policy, reader, standing, posts))
    central = tuple(
        post for post in posts if any(post.role in each.roles for each in reached if not each.fields)
    )
    if not own and not reached:
        return NOTHING
    whole = bool(own) or any(not each.fields for each in reached)
    roles = {post.role for post in (*own, *central)}
    closed = _closed(policy.restricted, roles)
    named = policy.fields if whole else frozenset(name for each in reached for name in each.fields)
    return Access(
        fields=named - closed,
        closed_values=_closed(policy.restricted_values, roles),
        audiences=_names(reached),
        whole=whole,
        inside=bool(own) or not policy.stated or standing.released is None,
    )


def _of_own_ministry(policy: Policy, post: Post, ministry: str) -> bool:
    """An office at the centre reads as the centre even where its own ministry proposes, and so nobody reads what is to
    be judged before it is put forward; who administers the store is none of its readers."""
    return ministry in post.ministries and post.role not in policy.central and post.role != ADMINISTRATOR


def _reached(
    policy: Policy, reader: Reader, standing: Standing, posts: tuple[Post, ...]
) -> Iterator[Audience]:
    """The audiences of the reader that the proposal has opened to. Being asked is an opening of its own."""
    for at, each in enumerate(policy.audiences, start=1):
        open_to = not policy.stated or (standing.reach >= at and standing.released is not None)
        named = any(post.role in each.roles for post in posts) or each.body in reader.bodies
        if (open_to and named) or (each.asked and any(asked.put_to(posts) for asked in standing.asked)):
            yield each


def _closed(restricted: Mapping[str, tuple[str, ...]], roles: set[str]) -> frozenset[str]:
    return frozenset(name for name, open_to in restricted.items() if roles.isdisjoint(open_to))


def _names(audiences: Iterable[Audience]) -> frozenset[str]:
    return frozenset(each.name for each in audiences)
