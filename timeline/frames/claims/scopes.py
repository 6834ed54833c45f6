"""How far the words reach that a cue gives to its source: pairs of first and last token, both inside."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.frames.claims.attribution import ClaimKind
from timeline.frames.syntax.parsing import children, first
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import cue_words, realis_words
from timeline.frames.words.name_words import name_words

Scope = tuple[int, int]
_EMBEDDED = ("relcl", "advcl", "acl")  # clauses that a phrase without a comma before it belongs to alone
_GIVEN = frozenset({"turnout", "figure", "number", "toll", "total", "count", "attendance"})
_LABELS = ("call", "brand", "label", "describe", "denounce", "term", "dub")
_CHARGING = frozenset({"indict", "charge", "implicate"})  # "indicted two officers in the hacking of a party"
_ASKING = ("what", "whatever")
_MIRRORED = ("but", "while", "whereas", "although", "though")  # a clause behind these has a voice of its own


def extent(head: Token) -> Scope:
    """Everything below a token."""
    return head.left_edge.i, head.right_edge.i


def clause_of(token: Token) -> Token:
    """The verb of the clause a token stands in."""
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def kind_of(cue: Token) -> ClaimKind | None:
    """What a verb does with the words it introduces, None if it is no cue."""
    lemma = cue.lemma_.lower()
    if {f"{lemma} {child.lower_}" for child in children(cue, "prt", "advmod")} & cue_words("waving_away"):
        return "denial"
    if _called_false(cue) is not None:
        return "denial"
    if lemma in cue_words("answering") and _with_deeds(cue):
        return None
    for kind in ("accusation", "denial", "confirmation", "statement"):
        if lemma in cue_words(kind):
            return kind
    return None


def _with_deeds(cue: Token) -> bool:
    """ "Responded with tear gas", "replied by closing the border": not in words."""
    means = (thing for prep in children(cue, "prep") if prep.lower_ in ("with", "by") for thing in prep.children)
    return any(thing.lemma_.lower() not in cue_words("medium") for thing in means)


def _called_false(cue: Token) -> Token | None:
    """The report that a verb calls a lie: "dismissed as nonsense reports that", "called the rumours false"."""
    stray = (noun for prep in children(cue, "prep") if prep.lower_ == "as" for noun in children(prep, "pobj"))
    things = (*children(cue, "dobj", "nsubjpass"), *stray)  # "dismissed as gossip reports that"
    thing = first(noun for noun in things if noun.lemma_.lower() in _reported())
    if thing is None or cue.lemma_.lower() not in (*_LABELS, *cue_words("labelling"), *cue_words("denial")):
        return None
    label = (token for token in cue.subtree if token.lower_ in cue_words("disproof") and token != thing)
    return thing if any(thing not in token.ancestors or token.dep_ == "compound" for token in label) else None


def _reported() -> frozenset[str]:
    return cue_words("rumour") | {"version"}


def clause_scope(cue: Token, kind: ClaimKind) -> Scope | None:
    """The words a verb of speech introduces: its clause, its of-phrase, its object, or the clause it stands in."""
    lemma = cue.lemma_.lower()
    clause = first(child for child in children(cue, "ccomp") if not _apart(child, cue))
    rumour = _rumour(cue) if kind == "denial" else None
    if clause is not None and rumour is not None and cue.i < rumour.i < clause.i and _has_content(rumour):
        return extent(rumour)  # "denied reports that he had fled, telling a channel there was no cause"
    if clause is not None and not (
        lemma in cue_words("labelling") and clause.pos_ not in ("VERB", "AUX") and not children(clause, "mark")
    ):
        return extent(clause)[0], max((extent(clause)[1], *_trailing(cue, clause), *_rest(cue, clause)))
    disproved = _called_false(cue)
    if disproved is not None:
        return extent(disproved)
    label = first((*children(cue, "oprd"), *(prep for prep in children(cue, "prep") if prep.lower_ == "as")))
    what = any(thing.lower_ == "what" for thing in children(cue, "dobj"))
    if what and label is not None and (lemma in _LABELS or lemma in cue_words("labelling")):
        deed = cue.head.head if cue.dep_ == "pcomp" else cue  # "was ousted in what he calls a coup": so it is for him
        first_word = deed.i if label.lemma_ in ("coup", "putsch") and deed.i < cue.i else extent(label)[0]
        return first_word, extent(label)[1]  # "in what officials called an attack"
    asked = [thing for thing in children(cue, "dobj") if thing.tag_ in ("WP", "WDT") or thing.lower_ in _ASKING]
    if asked:  # "four men who, the ministry said, had fled" is no question
        apart = asked[0].i + 1 < cue.i and asked[0].nbor(1).text == "," and _parenthesis(cue) is not None
        return (asked[0].i, cue.head.right_edge.i) if apart else None
    if kind == "accusation" and lemma in cue_words("of_phrase"):
        words = ("of", "for", "with", "over", "in") if lemma in _CHARGING else ("of", "for", "with", "over")
        preps = [prep for prep in _behind(cue) if prep.lower_ in words]
        if preps:
            return extent(preps[0])
    return (
        _recalled(cue)
        or _misread(cue)
        or _as_said(cue, lemma)
        or _stray(cue)
        or _infinitive(cue, lemma)
        or _parenthesis(cue)
        or _object(cue, lemma)
        or _number(cue, lemma)
        or _bare_number(cue)
        or _before(cue)
    )


def _trailing(cue: Token, clause: Token) -> tuple[int, ...]:
    """ "18 were killed, the office said, when soldiers fired": what follows the tag is part of what was said."""
    behind = (child for child in children(cue, "advcl", "ccomp") if clause.i < cue.i < child.left_edge.i)
    return tuple(child.right_edge.i for child in behind if child.dep_ == "advcl" or child.left_edge.tag_ == "WRB")


def _rest(cue: Token, clause: Token) -> tuple[int, ...]:
    """ "Said that 12 people seized in May had been freed": one clause, that the parse took for two on end."""
    others = (child for child in children(cue, "ccomp") if child.left_edge.i == clause.right_edge.i + 1)
    return tuple(child.right_edge.i for child in others if not children(child, "nsubj", "nsubjpass", "mark"))


def _behind(cue: Token) -> tuple[Token, ...]:
    """The prepositions behind a cue, also those that the parse gave to its object."""
    own = children(cue, "prep")
    lent = tuple(prep for thing in children(cue, "dobj") for prep in children(thing, "prep") if children(prep, "pcomp"))
    return tuple(prep for prep in (*lent, *own) if prep.i > cue.i)


def _apart(clause: Token, cue: Token) -> bool:
    """Whether the parse joined a clause across a semicolon, or across the colon behind it."""
    between = clause.doc[clause.right_edge.i : cue.i] if clause.i < cue.i else clause.doc[cue.i : clause.left_edge.i]
    marks = (";", ":") if clause.i < cue.i else (";",)
    return any(token.text in marks for token in between)


def _stray(cue: Token) -> Scope | None:
    """ "Said on polling day that …": a that-clause the parse hung on the nearest noun."""
    for token in cue.subtree:
        day = token.head.lower_ in realis_words("time")  # "said the same day that it had fallen"
        marks = children(token, "mark", "advmod") if day else children(token, "mark")
        that = first(mark for mark in marks if mark.lower_ == "that")
        if token.dep_ in ("acl", "relcl") and that is not None and cue.i < token.head.i < that.i:
            return (that.i, token.right_edge.i) if token.head.lemma_.lower() not in cue_words("rumour") else None
    return None


def _recalled(cue: Token) -> Scope | None:
    """ "Recalled March 2019, when troops had fired": a time told of, with what happened then."""
    if cue.lemma_.lower() not in ("recall", "remember", "evoke"):
        return None
    for time in (thing for thing in children(cue, "dobj", "npadvmod") if thing.i > cue.i):
        dated = time.lower_ in name_words().calendar
        then = [*children(time, "relcl", "advcl"), *(children(cue, "advcl") if dated else ())]
        ends = [clause.right_edge.i for clause in then if any(word.lower_ == "when" for word in clause.children)]
        if ends:
            return time.left_edge.i, max(*ends, time.right_edge.i)
    return None


def _misread(cue: Token) -> Scope | None:
    """ "The spokesman rubbished reports that": a past tense that the parse hung on its object."""
    thing = cue.head
    verbal = cue.tag_ == "VBD" and cue.dep_ == "amod" and cue.i < thing.i and bool(children(cue, "nsubj"))
    return (thing.i, thing.right_edge.i) if verbal and thing.lemma_.lower() in _reported() else None


def _as_said(cue: Token, lemma: str) -> Scope | None:
    """ "As the court put it, …": the clause beside it is what is said."""
    if cue.dep_ != "advcl" or lemma not in cue_words("as_said"):
        return None
    return extent(cue.head) if any(mark.lower_ == "as" for mark in children(cue, "mark")) else None


def _infinitive(cue: Token, lemma: str) -> Scope | None:
    if lemma not in cue_words("self_claim"):
        return None
    clause = first(children(cue, "xcomp"))
    return extent(clause) if clause is not None else None


def _parenthesis(cue: Token) -> Scope | None:
    """ "The arrests, officials say, followed": the clause around a parenthesis is what is said."""
    if cue.dep_ not in ("parataxis", "ccomp", "dep", "advcl", "conj") or cue.head == cue or points_back(cue):
        return None
    own_subject = bool(children(cue, "nsubj"))
    joined = [word for word in children(cue, "cc") if word.i]  # an opening "And" joins nothing
    marked = children(cue, "mark") or joined or (children(cue.head, "cc") and cue.dep_ == "conj")
    if not own_subject or marked or (cue.dep_ == "ccomp" and kind_of(cue.head) is not None):
        return None
    left = next(token.i for token in cue.subtree if not token.is_punct and token.tag_ not in ("WP", "WDT"))
    if left > 0 and cue.doc[left - 1].text not in (",", "–", "—", "-", "(", "”", '"', "’", "'"):
        return None
    return extent(cue.head)


def points_back(cue: Token) -> bool:
    """ "It was hacked in May, for which it blamed Peru": a clause on what is told before, and no parenthesis."""
    return any(noun.tag_ == "WDT" for prep in children(cue, "prep") for noun in children(prep, "pobj"))


def _object(cue: Token, lemma: str) -> Scope | None:
    thing, label = _rumour(cue) or first(children(cue, "dobj")), _label(cue) if lemma in _LABELS else None
    if thing is None or thing.pos_ == "ADJ" or thing.lemma_.lower() in cue_words("empty_object"):
        return extent(label) if thing is not None and label is not None else None
    rumour = thing.lemma_.lower() in cue_words("rumour")
    if kind_of(cue) == "denial" and thing.lower_ in ("it", "them", "this"):
        return _asked_about(cue)
    if lemma in cue_words("denial") and not rumour and lemma not in cue_words("with_object"):
        return None
    if rumour or lemma in cue_words("with_object"):
        both = label is not None and thing.i < label.i  # "denounced the ruling as a coup"
        if both and label is not None:
            return extent(thing)[0], extent(label)[1]
        start, end = extent(thing)
        number = _number(cue, lemma)  # "estimated the crowd at 12,000"
        return start, max(end, number[1] if number is not None else 0)
    return extent(label) if label is not None else None


def _label(cue: Token) -> Token | None:
    """What a thing is called: "called it a coup", "described it as a coup"."""
    called = first(child for child in children(cue, "oprd") if child.lower_ not in ("home", "back", "in"))
    return called or first(prep for prep in children(cue, "prep") if prep.lower_ == "as")


def _rumour(cue: Token) -> Token | None:
    """The object of a verb that is named as a report: of "slapped down chat rumours" not the chat."""
    return first(thing for thing in children(cue, "dobj") if thing.lemma_.lower() in _reported())


def _has_content(report: Token) -> bool:
    return any(children(clause, "mark") for clause in children(report, "acl", "relcl", "ccomp"))


def _asked_about(cue: Token) -> Scope | None:
    """ "Asked about reports that troops had mutinied, he dismissed them": the reports named before the pronoun."""
    for token in reversed(cue.doc[: cue.i]):
        if token.lemma_.lower() in _reported() and children(token, "acl", "relcl", "ccomp"):
            return extent(token)
    return None


def _number(cue: Token, lemma: str) -> Scope | None:
    """ "Put the crowd at 3,000", "spoke of 300 dead", "gave the turnout as 64 percent": the phrase with the number."""
    if lemma not in cue_words("with_number") | cue_words("guessing"):
        return None
    if lemma == "give" and not any(child.lemma_ in _GIVEN for child in children(cue, "dobj")):
        return None  # "gave 300 dollars"
    behind = [child for child in cue.rights if child.dep_ in ("dobj", "prep", "ccomp", "nummod")]
    spread = [token for child in behind for token in child.subtree]
    if not any(token.pos_ == "NUM" or token.tag_ == "CD" for token in spread):
        return None
    return min(token.i for token in spread), max(token.i for token in spread)


def _bare_number(cue: Token) -> Scope | None:
    """ "Organisers say at least 6,000": a number is all that is said."""
    number = first(thing for thing in children(cue, "dobj", "ccomp") if thing.tag_ == "CD" and thing.i > cue.i)
    return extent(number) if number is not None else None


def _before(cue: Token) -> Scope | None:
    """ "…, the lawyer said.": what stands before a speech tag whose clause the parse did not join."""
    doc = cue.doc
    subjects = children(cue, "nsubj")
    if not subjects or any(child.dep_ in ("dobj", "ccomp", "xcomp") for child in cue.children):
        return None
    comma = min(subjects[-1].left_edge.i, cue.i) - 1
    if comma < 2 or doc[comma].text not in (",", "”", '"', "–", "—"):
        return None
    if not any(token.pos_ in ("VERB", "AUX", "NOUN") for token in doc[:comma]):
        return None
    return 0, comma - 1


def around(token: Token, end: int) -> Scope:
    """The stretch of the sentence that a phrase of attribution speaks for: what is before it, else what follows."""
    doc = token.doc
    start, stop = 0, len(doc) - 1
    clause = clause_of(token.head)
    if token.lower_ == "according" and token.i and not doc[token.i - 1].is_punct and clause.dep_ in _EMBEDDED:
        return clause.left_edge.i, token.i - 1
    for other in doc:
        apart = other.text == ";" or (other.lower_ in _MIRRORED and other.i > 0 and doc[other.i - 1].text == ",")
        if other.lower_ == "according" and other.i < token.i:
            start = max(start, _phrase_end(other) + 1)
        elif apart and other.i < token.i:
            start = max(start, other.i + 1)
        elif apart and other.i > end:
            stop = min(stop, other.i - 1)
    initial = not any(word.pos_ in ("VERB", "NOUN", "PROPN", "NUM") for word in doc[start : token.i])
    if initial:
        return min(end + 1, stop), stop
    behind = any(word.pos_ in ("VERB", "AUX") for word in doc[end + 1 : stop + 1])
    return start, (stop if behind and not _another(doc[end + 1 : stop + 1]) else max(start, token.i - 1))


def _phrase_end(according: Token) -> int:
    """The last token of an earlier "according to …": where the next figure or clause begins."""
    joined = (token.i - 1 for token in according.subtree if token.dep_ == "cc" and token.i > according.i + 2)
    return min(joined, default=according.right_edge.i)


def _another(words: Iterable[Token]) -> bool:
    return any(word.lower_ == "according" for word in words)
