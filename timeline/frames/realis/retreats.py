"""Acts that came to nothing: arrests given up or driven off, coups put down; and sanctions that were lifted."""

from __future__ import annotations

from timeline.frames.match import Match
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import realis_words

_COMING = frozenset({"come", "try", "arrive", "go", "move"})
_REPELLING = frozenset({"drive", "turn", "beat", "push", "force", "fight", "chase"})
_TRIES = frozenset({"attempt", "bid", "effort", "plot", "try"})
_RISINGS = frozenset({"coup", "putsch", "mutiny", "uprising", "rebellion", "revolt", "insurrection", "takeover"})
_AWAY = frozenset({"off", "away", "back", "up", "empty", "again", "home"})


def gave_up(match: Match) -> bool:
    """Whether those who came for somebody went away again, as the clauses behind it tell."""
    verb = match.trigger
    if match.event_type != "detention" or verb.pos_ != "VERB":
        return False
    if verb.tag_ == "VB" and verb.head.lemma_ in _COMING:
        return _driven_off(verb.head)
    return verb.lemma_ == "come" and any(
        _went_off(clause) for clause in children(verb, "conj", "xcomp", "advcl") if clause.i > verb.i
    )


def _went_off(clause: Token) -> bool:
    if clause.lemma_.lower() not in realis_words("retreating"):
        return False
    words = {word.lower_ for word in children(clause, "prt", "advmod", "prep", "acomp", "oprd")}
    return "without" in words or bool(words & _AWAY) or any("empty" in word.lower_ for word in clause.subtree)


def _driven_off(coming: Token) -> bool:
    """ "Officers who came to arrest him were driven back", "police tried to seize him but were turned away"."""
    above = coming.head.head if coming.dep_ == "relcl" else coming
    clauses = (above, *children(above, "conj"), *children(coming, "conj"))
    return any(
        clause.lemma_ in _REPELLING and clause.tag_ == "VBN" and _AWAY & {word.lower_ for word in clause.children}
        for clause in clauses
    )


def put_down(match: Match) -> bool:
    """Whether the sentence of a coup says that it was only tried: "in a bid to topple her", "put down the attempt"."""
    if match.event_type != "coup":
        return False
    rose = match.trigger if match.trigger.pos_ == "VERB" else match.trigger.head
    if any(clause.lemma_ == "fail" and not children(clause, "xcomp", "neg") for clause in children(rose, "conj")):
        return True  # "rose against the president in 1996, and failed"
    for word in match.parsed.doc:
        lemma = word.lemma_.lower()
        if lemma in _TRIES and word.pos_ == "NOUN" and match.rule.endswith(":signs"):
            aims = (clause.lemma_ for clause in children(word, "acl", "relcl") if clause.tag_ == "VB")
            if not {"topple", "oust", "overthrow", "unseat", "depose", "seize", "bring"}.isdisjoint(aims):
                return True
        foiled = word.i > match.trigger.i and word.pos_ == "VERB" and lemma in realis_words("foiled")
        went_before = word.dep_ == "pcomp" and word.head.lower_ == "after"  # "took power after crushing an uprising"
        if foiled and not went_before and _of_coup(word):
            return True
    return False


def was_lifted(match: Match) -> bool:
    """ "Lifted its sanctions", "the lifting of the embargo": tells of their end, and not when they were imposed."""
    noun = match.trigger
    if match.event_type != "sanction" or noun.pos_ != "NOUN" or children(noun, "acl", "relcl"):
        return False
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun.head
    undergone = noun.dep_ in ("dobj", "nsubjpass") or (noun.dep_ == "pobj" and above.pos_ == "NOUN")
    return undergone and above.lemma_.lower() in realis_words("lifting")


def _of_coup(verb: Token) -> bool:
    """ "Put down the attempt", "the mutiny was crushed"; but "put the general in charge"."""
    things = children(verb, "dobj", "nsubjpass")
    lasting = verb.lemma_ != "put" or any(word.lower_ == "down" for word in children(verb, "prt", "advmod"))
    return lasting and any(thing.lemma_.lower() in _TRIES | _RISINGS for thing in things)
