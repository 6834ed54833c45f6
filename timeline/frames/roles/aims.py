"""What a protest is against: "over water cuts", "to demand the resignation of X", "chanting against the law"."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.frames.match import Match
from timeline.frames.roles.driven_out import driven_out
from timeline.frames.roles.slots import agents, prepositions, surface_subject
from timeline.frames.syntax.parsing import children, verb_above
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import role_words
from timeline.frames.words.lexicon import satisfies
from timeline.frames.words.noun_words import noun_words

_AGAINST = ("against", "over", "about")
# What is demanded of somebody, or of something, that the protest is therefore against.
_CLAUSES = ("xcomp", "advcl", "acl", "conj", "relcl", "ccomp", "pcomp")
_DEPTH = 3


def aims(match: Match) -> tuple[Token, ...]:
    """The heads of what a protest is directed against, in the order of the text; empty where its clause tells none."""
    found: dict[int, Token] = {}
    for host in _hosts(match):
        for told in (*_against(host), *_opposed(host), *_ended(host), *_attacked(host, match), *_cause(host)):
            token = labelled_thing(told)
            opposed = token.i > 0 and token.nbor(-1).text == "-"  # "anti-government"
            meant = token.lemma_.lower() not in noun_words().nobody or is_vote(token)
            if (opposed or token.pos_ in ("NOUN", "PROPN", "PRON")) and meant:
                found.setdefault(token.i, token)
    for token in driven_out(match):
        found.setdefault(token.i, token)
    return tuple(found[at] for at in sorted(found))


def crowd_beside(match: Match) -> tuple[Token, ...]:
    """ "Protests spread to Chad, with crowds calling on X to go": who is told beside a protest that is only named."""
    verb = verb_above(match.trigger) if match.trigger.pos_ == "NOUN" else None
    with_whom = prepositions(verb).get("with", ()) if verb is not None else ()
    return tuple(who for who in with_whom if children(who, "acl") and satisfies(who, ("@people", "@crowd", "@throng")))


def is_vote(token: Token) -> bool:
    """Whether a protest is against a vote or a term: "enraged by a rigged election"; elsewhere that is nobody."""
    return token.lemma_.lower() in ("election", "vote", "ballot", "run-off", "runoff", "term", "re-election", "mandate")


def labelled_thing(token: Token) -> Token:
    """What is meant by a verb that only labels it: of "against what they called a police state" the state."""
    if token.pos_ != "VERB" or not any(word.lower_ == "what" for word in token.children):
        return token
    return next((word for word in children(token, "oprd", "attr", "dobj", "ccomp") if word.pos_ == "NOUN"), token)


def _hosts(match: Match) -> Iterator[Token]:
    """The trigger, the verb of its clause, those who act, and the clauses that tell what they want or do meanwhile."""
    trigger = match.trigger
    tops = [trigger, *match.fillers("actor"), *crowd_beside(match)]
    if trigger.head.pos_ == "VERB" and (trigger.pos_ in ("NOUN", "PROPN") or trigger.dep_ == "conj"):
        tops.append(trigger.head)
    seen: set[int] = set()
    for top in tops:
        for host in (top, *_below(top)):
            if host.i not in seen:
                seen.add(host.i)
                yield host


def _below(token: Token, depth: int = 0) -> Iterator[Token]:
    for child in children(token, *_CLAUSES):
        if child.pos_ == "VERB" and depth < _DEPTH and not (child.dep_ == "conj" and children(child, "nsubj")):
            yield child
            yield from _below(child, depth + 1)


def _against(host: Token) -> Iterator[Token]:
    """ "A march against corruption", "rallied over pay", "opposed to the coup"."""
    found = prepositions(host)
    for name in _AGAINST if host.lemma_ not in ("take", "hand", "talk") else ():
        yield from (token for token in found.get(name, ()) if not _is_time(token))
    if host.lemma_ == "oppose":
        yield from found.get("to", ())
    if host.dep_ == "pobj" and host.head.lower_ == "in" and host.lemma_ in ("protest", "anger", "fury"):
        yield from found.get("at", ())  # "marched in protest at the ruling"
    for mood in (token for token in found.get("in", ()) if token.lemma_ in ("protest", "anger", "fury")):
        yield from (*found.get("at", ()), *prepositions(mood).get("at", ()))
    for prep in children(host, "prep"):  # "in protest at", wherever the parse hangs "in"
        if prep.lower_ == "at" and prep.i and prep.nbor(-1).lemma_ in ("protest", "anger", "fury"):
            yield from children(prep, "pobj")
    if host.lemma_ == "march":
        yield from (token for token in found.get("on", ()) if not _is_time(token))  # "a march on the palace"
    for word in (
        *children(host, "dobj", "nsubj"),
        *found.get("with", ()),
        *(word for word in children(host, "amod", "acl", "conj") if word.pos_ in ("ADJ", "VERB")),
    ):
        yield from _told_against(word)
    for word in children(host, "amod", "compound", "nmod"):
        yield from _anti(word)


def _told_against(word: Token) -> Iterator[Token]:
    """ "Shouting slogans against the minister", "villagers angry at the toll"."""
    found = prepositions(word)
    if word.lemma_.lower() in role_words("slogans"):
        yield from found.get("against", ())
    if not role_words("angry").isdisjoint((word.lemma_.lower(), word.lower_)):
        yield from (token for name in ("at", "over", "about", "with", "by") for token in found.get(name, ()))


def _anti(word: Token) -> Iterator[Token]:
    """ "An anti-government rally": the government."""
    for at in range(max(0, word.i - 2), word.i + 1):
        if [token.lower_ for token in word.doc[at : at + 2]] == ["anti", "-"] and at + 2 < len(word.doc):
            yield word.doc[at + 2]
            return


def _is_time(token: Token) -> bool:
    """ "Over the weekend", "over two days"."""
    told_by_number = token.lemma_.lower() in noun_words().nobody and not is_vote(token)
    return told_by_number or token.tag_ == "CD"


def _opposed(host: Token) -> Iterator[Token]:
    if host.pos_ == "VERB" and host.lemma_ in role_words("opposing"):
        yield from children(host, "dobj")


def _ended(host: Token) -> Iterator[Token]:
    """ "Demanding the resignation of X", "calling for an end to X", "demanded that X step down"."""
    if host.pos_ != "VERB" or host.lemma_ not in role_words("demanding"):
        return
    wanted = (*children(host, "dobj"), *prepositions(host).get("for", ()))
    for thing in (*wanted, *(other for first in wanted for other in first.conjuncts if other.i > first.i)):
        if thing.lemma_.lower() in role_words("ends"):
            inner = prepositions(thing)
            yield from (*inner.get("of", ()), *inner.get("to", ()), *inner.get("from", ()), *children(thing, "poss"))
        if thing.lemma_.lower() in role_words("penalties"):
            yield from prepositions(thing).get("for", prepositions(host).get("for", ()))
    for clause in children(host, "ccomp", "xcomp", "advcl"):
        if clause.lemma_ in role_words("leaving"):
            yield from children(clause, "nsubj")
    if any(clause.lemma_ in role_words("leaving") for clause in children(host, "xcomp", "advcl")):
        yield from prepositions(host).get("on", ())  # "called on X to resign"
        yield from (token for token in children(host, "dobj") if host.lemma_ in role_words("urging"))


def _attacked(host: Token, match: Match) -> Iterator[Token]:
    """Whom a crowd fights and what it attacks: "clashed with police", "pelted a convoy with stones"."""
    found = prepositions(host)
    if host.lemma_ in role_words("fighting"):
        yield from found.get("with", ())
    if host.pos_ != "VERB" or host.i in {token.i for token in _others_verbs(match)}:
        return
    if host.lemma_ in role_words("attacking"):
        yield from (thing for thing in children(host, "dobj") if thing.lemma_.lower() not in role_words("burnt"))
    if host.lemma_ in role_words("throwing"):
        yield from found.get("at", ())


def _cause(host: Token) -> Iterator[Token]:
    """What sets off a protest: "the ruling sparked riots", "unrest triggered by the ruling"."""
    if host.pos_ == "VERB" and host.lemma_ in role_words("sparking") and not children(host, "neg"):
        passive = host.tag_ == "VBN" and (host.dep_ == "acl" or children(host, "agent"))
        yield from agents(host) if passive else surface_subject(host)
    if host.lemma_ in role_words("erupting"):  # "riots broke out after the killing of X"
        behind = prepositions(host)
        found = (*behind.get("after", ()), *behind.get("following", ()), *children(host, "dobj"))
        yield from (thing for thing in found if is_grievance(thing))


def is_grievance(thing: Token) -> bool:
    """Whether a deed or a decision is what people take to the street for: an arrest, a verdict."""
    return thing.lemma_.lower() in role_words("grievances")


def _others_verbs(match: Match) -> tuple[Token, ...]:
    """The verbs whose subject is somebody else than the crowd: "police fired at protesters"."""
    actors = {actor.i for actor in match.fillers("actor")}
    crowd = {token.i for actor in match.fillers("actor") for token in actor.subtree} | actors
    verbs = (match.trigger, match.trigger.head)
    return tuple(verb for verb in verbs if any(word.i not in crowd for word in children(verb, "nsubj")))
