"""Which clause and which noun of a sentence an expression belongs to."""

from __future__ import annotations

from timeline.frames.syntax.parsing import Parsed, verb_above
from timeline.frames.syntax.tokens import Token
from timeline.models import Span

SPEECH = frozenset(
    """say tell announce report state declare add claim allege note write confirm deny warn explain insist argue admit
    estimate quote describe recall testify disclose reveal maintain assert acknowledge accuse""".split()
)
_CLAUSE = ("VERB", "AUX")
_ANSWERING = frozenset(
    "denounce condemn protest reject demand decry oppose criticise criticize dispute contest".split()
)
_ARGUMENTS = ("dobj", "nsubj", "nsubjpass")
_BEFORE_NOUN = ("poss", "nmod", "compound", "amod", "nummod")


def clause_of(token: Token) -> Token | None:
    """The verb whose clause an expression stands in, None in a phrase without one."""
    return verb_above(stem(token))


def clause_around(trigger: Token) -> Token:
    """The verb of the clause a trigger stands in: itself, or the verb that governs its noun phrase."""
    if trigger.pos_ in _CLAUSE:
        return trigger
    return verb_above(trigger) or trigger


def governor_of(token: Token) -> Token:
    """The verb an expression modifies, past prepositions and nouns; of "was let go on Monday" the "let"."""
    clause = clause_of(token) or token
    return clause.head if clause.lower_ == "go" and clause.dep_ == "xcomp" and clause.head.lemma_ == "let" else clause


def saying_of(token: Token) -> Token | None:
    """The verb of saying whose day an expression tells, though the parse gives it to what was said.

    "Said on Monday it had won": what stands between the verb and the clause it governs is its own.
    """
    before = token.left_edge.i - 1
    if before > 0 and token.doc[before].dep_ == "prep" and token.doc[before].lower_ == "on":
        before -= 1
    verb = clause_of(token)
    if before < 0 or verb is None or verb.dep_ != "ccomp" or verb.i < token.i:
        return None
    saying = token.doc[before]
    return saying if saying == verb.head and saying.lemma_ in SPEECH else None


def head_of(parsed: Parsed, span: Span) -> Token | None:
    """The token of an expression whose syntactic head lies outside it."""
    base = parsed.sentence.span.start
    inside = [t for t in parsed.doc if t.idx < span.end - base and t.idx + len(t) > span.start - base]
    heads = [token for token in inside if token.head not in inside or token.head == token]
    named = (token for token in heads if token.dep_ != "det" and token.tag_ != "DT")  # "the 3 May vote", "that Sunday"
    head = next(named, heads[0] if heads else None)
    awaited = head is not None and head.dep_ == "poss" and head.head.lower_ == "time"  # "in six months' time"
    return head.head if awaited and head is not None else head


def dated_noun(token: Token) -> Token | None:
    """The noun an expression stands before and dates: "last June's attack", "the March 3 independence vote"."""
    if stem(token) != token:
        return None
    noun = token
    while noun.dep_ in _BEFORE_NOUN and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    return None if noun == token else noun


def is_of_noun(token: Token) -> bool:
    """Whether an expression dates a noun, and not what its clause tells: "anger at Sunday's vote"."""
    return dated_noun(token) is not None


def stem(token: Token) -> Token:
    """The word an expression hangs on its sentence by: after "on" a bare day is never part of the noun behind it.

    The parser takes "On Friday supporters marched" for supporters of a kind.
    """
    if token.dep_ not in _BEFORE_NOUN or token.head.i < token.i:
        return token
    before = token.left_edge
    preposition = before.nbor(-1) if before.i else None
    return preposition if preposition is not None and preposition.lower_ == "on" else token


def dates_noun(token: Token, trigger: Token) -> bool:
    """Whether an expression dates the noun of a trigger: "Sunday's vote"."""
    noun = dated_noun(token)
    return noun is not None and (noun == trigger or is_part(noun, trigger) or describes(trigger, noun))


def describes(trigger: Token, noun: Token) -> bool:
    """Whether a trigger only says what a dated noun is: "Monday's failed attempt", "Monday's attempt to oust him"."""
    tried = trigger.dep_ == "acl" and trigger.tag_ == "VB"
    return (trigger.dep_ == "amod" or tried) and trigger.head == noun


def is_part(noun: Token, trigger: Token) -> bool:
    """Whether a noun only spells a trigger out: "lost the March vote", "seized power in a 1994 coup"."""
    if noun.head == trigger:
        return noun.dep_ in _ARGUMENTS and trigger.lemma_ not in _ANSWERING
    within = ("in", "at", "during") if trigger.pos_ == "VERB" else ("in", "during")  # "a rally at last week's ban"
    if noun.dep_ != "pobj" or noun.head.lower_ not in within:
        return False
    if trigger.dep_ in ("nsubj", "nsubjpass") and noun.head.head == trigger.head:
        return True  # "three protesters died in Wednesday's crackdown"
    return noun.head.head == trigger or _shares_of(noun.head.head) == trigger


def _shares_of(noun: Token) -> Token | None:
    """The verb whose object counts something out: of "won 40 percent of the vote" and its vote, "won"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    counted = noun.lemma_.lower() in ("percent", "cent", "%", "vote", "seat", "share", "majority")
    return noun.head if noun.dep_ == "dobj" and counted else None


def follows(clause: Token) -> bool:
    """Whether a clause tells what the one above it came after: "minutes after the board had spoken"."""
    return any(child.dep_ == "mark" and child.lower_ == "after" for child in clause.children)


def picks_out(trigger: Token) -> bool:
    """Whether a participle before a noun only says who or what is meant: "the ousted president spoke on Monday"."""
    return trigger.dep_ == "amod" and trigger.tag_ in ("VBN", "VBD", "JJ") and trigger.i < trigger.head.i


def is_scene(noun: Token, trigger: Token) -> bool:
    """Whether a trigger tells what happened in a dated noun: "the vote of 9 May, in which he polled 50 percent"."""
    clause = trigger if trigger.dep_ == "relcl" else verb_above(trigger) or trigger
    if clause.dep_ != "relcl" or clause.head != noun:
        return False
    preps = (prep for prep in clause.children if prep.dep_ == "prep" and prep.lower_ in ("in", "at", "during"))
    return any(what.lower_ == "which" for prep in preps for what in prep.children)


def reports(verb: Token, expression: Token) -> bool:
    """Whether a verb reports words, and an expression in its clause dates the saying.

    "Claimed victory" reports none; "On Monday, police said, crowds gathered" puts the saying in between.
    """
    if verb.lemma_ not in SPEECH:
        return _puts_number(verb)
    objects = [child for child in verb.children if child.dep_ == "dobj" and child.pos_ == "NOUN"]
    if verb.lemma_ == "report" and any(child.dep_ == "prep" and child.lower_ == "to" for child in verb.children):
        return any(child.dep_ == "ccomp" for child in verb.children)  # "reported to a barracks on Monday"
    if objects and verb.lemma_ != "accuse" and not any(child.dep_ in ("ccomp", "xcomp") for child in verb.children):
        return False
    return not _in_between(verb, expression)


def _puts_number(verb: Token) -> bool:
    """ "Police yesterday put the number of those arrested at 100": when they counted, and not when they arrested."""
    counted = (child.lemma_ for child in verb.children if child.dep_ == "dobj")
    return verb.lemma_ == "put" and any(word in ("number", "toll", "figure", "total", "count") for word in counted)


def _in_between(verb: Token, expression: Token) -> bool:
    """Whether a clause of saying stands between commas behind an expression that opens the sentence."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None:
        return False
    first, last = min(subject.left_edge.i, verb.i), max(subject.right_edge.i, verb.i)
    if expression.i >= first or first == 0 or last + 1 >= len(verb.doc):
        return False
    return verb.doc[first - 1].text == "," and verb.doc[last + 1].text == ","
