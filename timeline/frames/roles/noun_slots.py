"""Slots of a noun trigger: its own phrases, who stages it, who is behind it, whose it is."""

from __future__ import annotations

from timeline.frames.roles.slots import SENT, Slots, Tokens, agents, objects, prepositions, subject
from timeline.frames.syntax.parsing import children, infinitive, verb_above
from timeline.frames.syntax.tokens import Token
from timeline.frames.when.lengths import UNITS
from timeline.frames.words.cues import realis_words
from timeline.frames.words.lexicon import lemmas
from timeline.frames.words.name_words import name_words

_CLAUSES = ("VERB", "AUX")
_STAGING = frozenset({"carry", "make", "do", "perform", "conduct", "execute", "perpetrate", "commit", "impose", "take"})

_MEASURES = frozenset({*UNITS, "percent", "%", "half", "third"})


def noun_slots(noun: Token, support: frozenset[str]) -> Slots:
    """All slots of a noun trigger."""
    head = noun.head if noun.dep_ == "compound" and noun.head.lemma_.lower() in lemmas("event_head") else noun
    found = _phrases(noun, head, support)
    found["possessive"] = children(head, "poss") or children(noun, "poss")
    found["of_owner"] = tuple(owner for thing in found.get("of", ()) for owner in children(thing, "poss"))
    found["party"] = _party(head)
    found["inmate"] = _inmate(noun)
    found["self"] = (noun,)
    found["modifier"] = children(noun, "compound", "amod", "nmod")
    found["host"] = _host(noun, support)
    found["governor"] = (_governor(noun),)
    found["purpose_object"] = _served(noun)
    found["undergoes"] = (noun.head,) if noun.dep_ == "dobj" else ()
    hyphened = noun.i > 0 and noun.nbor(-1).text == "-"  # the "By" of "By-elections" is no preposition
    found["under"] = (noun.head,) if noun.dep_ == "pobj" and not hyphened else ()
    found["number"] = children(noun, "nummod") or _thousands(noun)
    found["qualifies"] = (noun.head,) if noun.dep_ in ("compound", "nmod") else ()
    found["predicate"] = (noun.head,) if noun.dep_ == "attr" and not children(noun.head, "expl") else ()
    found["subject_of_predicate"] = children(noun.head, "nsubj") if noun.dep_ == "attr" else ()
    found["recipient"] = _recipient(head)
    found["called_by"] = tuple(who for clause in children(noun, "acl") for who in agents(clause))
    found["outcome"] = _outcome(head)
    found["relative"] = children(noun, "acl", "relcl")
    return Slots(found)


def _thousands(noun: Token) -> tuple[Token, ...]:
    """The number of "annulled hundreds of thousands of votes"."""
    many = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return (many,) if many.lower_ in ("hundreds", "thousands", "millions", "dozens") else ()


def _inmate(noun: Token) -> tuple[Token, ...]:
    """Who is somewhere since a day: "Ada Lund, in jail since August, may not stand"."""
    behind = noun.doc[noun.i + 1 : noun.i + 2]
    since = bool(behind) and behind[0].lower_ == "since"
    prep = noun.head
    inside = noun.dep_ == "pobj" and prep.lower_ in ("in", "under", "behind") and prep.dep_ == "prep"
    return (prep.head,) if since and inside and prep.head.pos_ in ("NOUN", "PROPN") else ()


def _phrases(noun: Token, head: Token, support: frozenset[str]) -> dict[str, Tokens]:
    """What hangs on a noun by preposition: its own, and what its verb, its "of" and the clause behind it lend it."""
    found = dict(prepositions(head))
    for other in head.conjuncts:  # "a travel ban and an asset freeze on six ministers"
        if other.i > head.i and other.pos_ == "NOUN":
            for name, tokens in prepositions(other).items():
                found.setdefault(name, tokens)
    if head.dep_ in ("nsubj", "nsubjpass", "dobj", "npadvmod") and head.head.pos_ in _CLAUSES:
        for name, tokens in prepositions(head.head).items():  # "congratulations came from", "called a sit-in outside"
            if name != "by" or head.dep_ != "nsubjpass" or head.head.lemma_ in _STAGING | support:
                found.setdefault(name, tuple(token for token in tokens if not _is_day(token)))
    elif (message := _container(head)) is not None:
        for name, tokens in prepositions(message.head).items():  # "messages of congratulation arrived from"
            found.setdefault(name, tuple(token for token in tokens if not _is_day(token)))
    elif head.dep_ == "pobj" and head.head.head.pos_ in _CLAUSES:
        for name, tokens in prepositions(head.head.head).items():  # "went on strike against"
            if head not in tokens:
                found.setdefault(name, tokens)
    grouping = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head
    if grouping.lemma_.lower() in realis_words("quantity"):  # "two nights of rioting by young men"
        for name in ("by", "against", "over"):
            found.setdefault(name, prepositions(grouping).get(name, ()))
    behind = (*found.get("of", ()), *found.get("on", ()))
    for thing in behind:  # "the expulsion of three envoys by Peru": hung on the envoys
        for name, tokens in prepositions(thing).items():
            if name in ("by", "against", "from"):
                found.setdefault(name, tokens)
    for clause in _staged(noun, support):  # "the march that students staged against the law"
        for name, tokens in prepositions(clause).items():
            found.setdefault(name, tuple(token for token in tokens if not _is_day(token)))
    return found


def _container(noun: Token) -> Token | None:
    """The message that brings a noun: of "letters of congratulation came from two capitals" the letters."""
    message = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    carried = message is not None and message.dep_ in ("nsubj", "nsubjpass") and message.head.pos_ in _CLAUSES
    return message if carried and message is not None and message.lemma_.lower() in SENT else None


def _recipient(noun: Token) -> tuple[Token, ...]:
    """Who is sent something: "sent the winner his congratulations", "offered her congratulations"."""
    verb = noun.head
    if noun.dep_ == "appos" and verb.dep_ in ("dobj", "dative") and verb.head.pos_ in _CLAUSES:
        return (verb,)  # where the two objects were taken for one
    if noun.dep_ != "dobj" or verb.pos_ not in _CLAUSES:
        return ()
    return tuple(who for who in children(verb, "dative") if who.pos_ in ("NOUN", "PROPN", "PRON"))


def _served(noun: Token) -> tuple[Token, ...]:
    """What it is staged for, in an infinitive: the awareness of "took out a rally to create awareness"."""
    clauses = (*children(noun, "acl", "relcl"), *(children(noun.head, "advcl", "xcomp") if noun.dep_ == "dobj" else ()))
    return tuple(thing for clause in clauses if infinitive(clause) for thing in children(clause, "dobj"))


def _outcome(noun: Token) -> tuple[Token, ...]:
    """What its verb says came of it: "an intrusion left staff working from printed lists"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.pos_ not in _CLAUSES:
        return ()
    return tuple(word for word in verb.subtree if word.i > verb.i)


def _is_day(token: Token) -> bool:
    """ "On 16 September", "on Monday", "by a year": when it was done or how long, not by or to whom."""
    return token.lower_ in name_words().calendar or token.lemma_.lower() in _MEASURES


def _governor(noun: Token) -> Token:
    """The verb or noun that governs a noun, past a preposition and past coordination."""
    head = noun
    while head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    if head.dep_ == "ROOT":  # "marchers set out for the palace", whose past tense was taken for a participle
        return next((verb for verb in children(head, "acl") if verb.tag_ in ("VBN", "VBD")), head)
    if head.dep_ != "pobj":
        return head.head
    above = head.head.head
    if head.head.lower_ in ("after", "before", "since", "following"):
        return head.head  # "freed two days after her arrest": no verb does anything to it
    if head.head.lower_ == "in" and head.lower_ == "protest" and above.pos_ == "NOUN" and not children(head, "det"):
        return verb_above(above) or above  # "recalled its envoy for talks in protest"
    if head.head.lower_ == "of" and above.lemma_.lower() in lemmas("quantity"):  # "hundreds of demonstrators threw"
        return above.head
    return above


def _host(noun: Token, support: frozenset[str]) -> tuple[Token, ...]:
    head = noun
    while head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    verb = head.head
    if head.dep_ == "pobj":
        verb = verb.head
        if verb.pos_ == "NOUN" and verb.dep_ == "dobj":  # "took part in a march", "carried out a wave of arrests"
            verb = verb.head
    if verb.pos_ not in _CLAUSES or (verb.lemma_ not in support and not _goes_ahead(verb, head)):
        return tuple(who for clause in _staged(noun, support) for who in _stagers(clause))
    if head.dep_ == "nsubjpass" or (verb.tag_ == "VBN" and head.head == verb and verb.dep_ == "acl"):
        return agents(verb)
    return tuple(who for who in subject(verb) if who != head)  # "the protests began": nobody is told who began them


def _goes_ahead(verb: Token, noun: Token) -> bool:
    """ "Vowed to go ahead with a rally", "pressed on with the march"."""
    ahead = any(word.lower_ in ("ahead", "on", "forward", "through") for word in children(verb, "advmod", "prt"))
    goes = ahead and verb.lemma_ in ("go", "press", "push", "carry")
    return goes and noun.dep_ == "pobj" and noun.head.lower_ == "with"


def _staged(noun: Token, support: frozenset[str]) -> tuple[Token, ...]:
    """The clauses behind a noun that say who staged it: "launched by X", "that X launched"."""
    days = (day for prep in children(noun, "prep") for day in children(prep, "pobj") if _is_day(day))
    clauses = [clause for told in (noun, *days) for clause in children(told, "acl", "relcl")]
    clauses.extend(_past_the_day(noun))
    return tuple(clause for clause in clauses if clause.tag_ in ("VBN", "VBD") and clause.lemma_ in support)


def _past_the_day(noun: Token) -> tuple[Token, ...]:
    """ "Fell in a coup in May 1999 led by X": a participle behind the day, which the parser hangs on the verb."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun
    behind = (clause for clause in children(verb, "advcl") if clause.i > noun.i and children(clause, "agent"))
    return tuple(clause for clause in behind if all(_of_date(word) for word in noun.doc[noun.i + 1 : clause.i]))


def _of_date(word: Token) -> bool:
    return _is_day(word) or word.like_num or word.lower_ in ("in", "on", "of", "last", ",")


def _stagers(clause: Token) -> tuple[Token, ...]:
    if children(clause, "agent"):
        return agents(clause)
    return tuple(who for who in children(clause, "nsubj") if who.tag_ not in ("WDT", "WP") and who.lower_ != "that")


def _party(noun: Token) -> tuple[Token, ...]:
    """Who is "behind a plot", "hired for a coup", "behind calls for a coup": everybody the clause names."""
    head = noun
    while head.dep_ == "pobj" and head.head.lower_ in ("for", "of") and head.head.head.pos_ == "NOUN":
        above = head.head.head
        if above.dep_ == "pobj" and above.head.lower_ == "by":  # "hired by X for a coup", hung on X by the parser
            return _clause_parties(above.head.head)
        head = above
    if head.dep_ != "pobj" or head.head.lower_ not in ("for", "behind"):
        return ()
    return _clause_parties(head.head.head)


def _clause_parties(verb: Token) -> tuple[Token, ...]:
    if verb.pos_ not in _CLAUSES:
        return ()
    return (*subject(verb), *objects(verb), *_as_well_as(verb))


def _as_well_as(verb: Token) -> tuple[Token, ...]:
    """Subjects added after the clause: "X has been behind it, as well as Y and Z"."""
    for token in verb.subtree:
        after = verb.doc[token.i : token.i + 4]
        if [word.lower_ for word in after[:3]] == ["as", "well", "as"] and len(after) == 4:
            nouns = (word for word in verb.doc[token.i + 3 :] if word.pos_ in ("PROPN", "NOUN"))
            head = next((word for word in nouns if word.dep_ not in ("compound", "nmod", "amod")), None)
            return (head,) if head is not None else ()
    return ()
