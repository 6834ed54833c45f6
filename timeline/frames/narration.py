"""Whether a clause carries the story on: in the plain past, and not in sum, later or elsewhere."""

from __future__ import annotations

from timeline.frames.match import Match

_CLAUSE = ("VERB", "AUX")
_APART = frozenset(
    """later since afterwards afterward meanwhile subsequently eventually total overall altogether already earlier
    previously before until weeks months years days now still""".split()
)


def narrated(match: Match) -> bool:
    """Whether a match is told as what happened next: "Police arrested 12 of them", "Shops were looted".

    The perfect ("have been held") sums up, and a relative clause tells of people, so that neither does.
    """
    verb = match.trigger
    while verb.pos_ not in _CLAUSE and verb.head != verb:
        verb = verb.head
    if verb.dep_ in ("relcl", "acl", "advcl", "pcomp", "xcomp"):
        return False
    if any(token.lower_ in _APART for token in match.parsed.doc):
        return False
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(word.tag_ in ("MD", "VBP", "VBZ") or word.lemma_ == "have" for word in helpers):
        return False
    return verb.tag_ == "VBD" or any(word.tag_ == "VBD" for word in helpers)
