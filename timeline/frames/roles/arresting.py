"""Who made the arrests, and who ordered the release, that a text tells in the passive, from the sentences around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.gazetteers import places
from timeline.models import Mention, Participant, Sentence

_AUTHORITY = re.compile(
    r"\b(?:police|army|military|gendarme\w*|security (?:force|service|source|agenc|official)\w*"
    r"|interior ministry|prosecutors?|authorit(?:y|ies)|ministry|government|junta|officials?|troops|soldiers)\b",
    re.IGNORECASE,
)
_BENCH = re.compile(r"\b(?:court|judge|tribunal|magistrate|pardons? board|parole board)\b", re.IGNORECASE)
_SOURCE = re.compile(r"\s+sources?$", re.IGNORECASE)
_BYSTANDER = re.compile(
    r"\b(?:union|opposition|rights|party|aid|hospital|embassy|campaign|un|eu"
    r"|(?:military|army|government|ministry|official|diplomatic) sources?)\b",
    re.IGNORECASE,
)
_FORCE = r"(?:riot |military |secret |city |state )?police(?:men)?|security (?:forces|agents)|troops|soldiers|gendarmes"
_TITLED = re.compile(r"\b(?P<force>police|army|military|gendarmerie)(?: [\w-]+){0,3}[ ,]+$", re.IGNORECASE)
_ACTING = re.compile(
    rf"\b(?P<force>{_FORCE}|(?:police |intelligence )?officers)(?: (?:had|have|also|then|later|later also)){{0,2}}"
    r" (?P<verb>\w+ed|broke|fought|shot|beat|swept|burst|took|drove|tore|fell upon|moved in|sealed|used|went)\b",
    re.IGNORECASE,
)
_NO_ACT = frozenset(
    """said reported announced confirmed added denied claimed stated warned killed injured wounded accused suspected
    stationed deployed based used named charged posted involved needed wanted refused failed tried""".split()
)
_ORDERED = re.compile(
    r"\b(?:on (?:the )?orders? of|by order of|on the instructions? of|at the order of|under an order (?:of|from))"
    r" (?P<who>(?:the |a |an )?[\w’'-]+"
    r"(?: (?:[A-Z][\w’'-]+|of|the|court|judge|tribunal|president|governor|minister)){0,5})"
)
_OWN = ("actual", "historical")
_ANOTHER_TIME = re.compile(
    r"\b(?:(?:on|in|since|of) (?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
    r"|(?:in|since) \d{4}|last (?:week|month|year)|earlier this|(?:weeks?|months?|years?) (?:ago|earlier|before))",
    re.IGNORECASE,
)


def acted(mention: Mention, sentences: Sequence[Sentence]) -> Mention:
    """A detention or release that names no actor, with the authority that its own or a neighbouring sentence tells of.

    An authority that reports an arrest made it ("Police say 40 people were arrested"); so did the force of an officer
    who does, and police that the sentence before shows in action ("Troops stormed the hall. Six people were held").
    """
    if any(party.role == "actor" for party in mention.participants):
        return mention
    found = _by_order(mention) or _teller(mention) or _at_work(mention, sentences)
    if not found:
        return mention
    actor = Participant("actor", found, "organisation", places.country_of(found) or mention.country)
    return replace(mention, participants=(actor, *mention.participants))


def _by_order(mention: Mention) -> str:
    """ "Were let out on the orders of the Supreme Court"."""
    behind = mention.sentence.span.text[mention.trigger.end - mention.sentence.span.start :]
    ordered = _ORDERED.search(behind) if mention.realis in _OWN else None
    return re.sub(r"^(?:the|an?) | (?:of|the)$", "", ordered["who"]) if ordered else ""


def _teller(mention: Mention) -> str:
    """The authority that tells of it, or the force of the officer who does: "Police Chief Lund said"."""
    claim = mention.claim
    if claim is None or claim.outlet or claim.kind not in ("statement", "confirmation"):
        return ""
    released = mention.event_type == "release" and _BENCH.search(claim.claimant)
    if (_AUTHORITY.search(claim.claimant) and not _BYSTANDER.search(claim.claimant)) or released:
        return _SOURCE.sub("", claim.claimant)
    text = mention.sentence.span.text
    at = text.find(claim.claimant.split()[-1]) if claim.claimant else -1
    before = text[:at].removesuffix(" ".join(claim.claimant.split()[:-1]) + " ") if at > 0 else ""
    titled = _TITLED.search(before)
    return titled["force"].lower() if titled and mention.event_type == "detention" else ""


def _at_work(mention: Mention, sentences: Sequence[Sentence]) -> str:
    """The force that the same paragraph shows in action just before; not where the sentence goes to another time."""
    told = mention.realis == "actual" and mention.status in ("reported", "alleged")
    if mention.event_type != "detention" or not told or not mention.participants:
        return ""
    reach = 0 if _ANOTHER_TIME.search(mention.sentence.span.text) else 1
    near = (
        sentence
        for sentence in sentences
        if 0 <= mention.sentence.index - sentence.index <= reach
        and sentence.paragraph == mention.sentence.paragraph
        and sentence.kind == mention.sentence.kind
    )
    seen = [
        found["force"]
        for sentence in near
        for found in _ACTING.finditer(sentence.span.text)
        if found["verb"].lower() not in _NO_ACT
    ]
    return seen[-1].lower() if seen else ""
