"""The one engine that reads all frames: trigger words in a parse, their slots, constraints, roles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from timeline.event_types import Frame
from timeline.frames.context import scene_of
from timeline.frames.frame_index import Asked, Entry, frame_index
from timeline.frames.gate import ANY_VERB, CALLED, words_of
from timeline.frames.happenings import happenings
from timeline.frames.match import Match
from timeline.frames.naming.intruders import with_intruders
from timeline.frames.roles.misparses import as_headline_verb, as_past_tense, as_reduced_passive, with_particle
from timeline.frames.roles.near import near
from timeline.frames.roles.noun_slots import noun_slots
from timeline.frames.roles.slots import Slots
from timeline.frames.roles.verb_slots import phrase_slots, verb_slots
from timeline.frames.syntax.clauses import of_no_other
from timeline.frames.syntax.parsing import Parsed, children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.lexicon import is_plainly, lemmas, satisfies, verbs
from timeline.models import Role

_SHORTEST = 2  # words: "Arrests." is a heading
_MOST = 40  # matches of a sentence, each of which is compared with the others: no sentence of news tells as many acts


def find(parsed: Parsed, context: frozenset[str], named: frozenset[str] = frozenset()) -> tuple[Match, ...]:
    """All frames that match in a sentence, one per event type and trigger, in the order of the text.

    ``context`` holds the event types whose words the article uses at all, ``named`` the hackers' gangs it names.
    """
    verb_index, noun_index, phrase_index = frame_index()
    matches: list[Match] = []
    asked = Asked(parsed, context | scene_of(parsed.doc.text, named), named, words_of(parsed.sentence.span.text))
    if sum([token.pos_ != "PUNCT" for token in parsed.doc]) < _SHORTEST:
        return ()
    for token in parsed.doc:
        if len(matches) >= _MOST:
            break
        kind, lemma = token.pos_, token.lemma_.lower()
        if token.lower_ in phrase_index:
            matches.extend(_phrases(asked, token))
        if kind == "VERB" or (kind in ("AUX", "ADJ") and lemma in verb_index):
            matches.extend(_verbs(asked, token))
        called = token.lower_ in named
        if kind in ("NOUN", "PROPN", "ADJ", "VERB", "X") and (lemma in noun_index or called or _is_cut_off(token)):
            matches.extend(_nouns(asked, token))
        if kind == "NOUN" and lemma in verb_index:
            matches.extend(_headline_verbs(asked, token))
    return happenings(matches)


def _phrases(asked: Asked, token: Token) -> Iterator[Match]:
    doc = asked.parsed.doc
    for entry in asked.telling(frame_index()[2].get(token.lower_, ())):
        words = doc[token.i : token.i + 1 + len(entry.rest)]
        if tuple(word.lower_ for word in words[1:]) == entry.rest:
            head = next((word for word in words if word.head not in words or word.head == word), words[0])
            yield from _accept(asked.parsed, entry, head, words, phrase_slots(head))


def _verbs(asked: Asked, token: Token) -> Iterator[Match]:
    index = frame_index()[0]
    listed = asked.telling(
        (*index.get(token.lemma_.lower(), ()), *(index.get(ANY_VERB, ()) if token.pos_ == "VERB" else ()))
    )
    entries = [entry for entry in listed if not entry.rest or entry.rest[0] in asked.words]
    if not entries:
        return
    slots = _told_apart(entries, verb_slots(token), asked.named)
    passive, active = as_reduced_passive(token, slots), as_past_tense(token, slots)
    for entry in entries:
        extra = _particle(token, entry.rest)
        if extra is None:
            continue
        words = tuple(sorted({token, *extra}, key=lambda word: word.i)) if extra else (token,)
        own = with_particle(token, extra[0], slots) if extra else slots
        found = tuple(_accept(asked.parsed, entry, token, words, own))
        if not found and passive and "object" in entry.slots and not own["object"]:
            found = tuple(_accept(asked.parsed, entry, token, words, passive))
        if not found and active:
            found = tuple(_accept(asked.parsed, entry, token, words, active))
        yield from found


def _told_apart(entries: Sequence[Entry], slots: Slots, named: frozenset[str]) -> Slots:
    """The slots, with those who break into computers told apart where a frame asks for them."""
    return with_intruders(slots, named) if any(entry.intruders for entry in entries) else slots


def _headline_verbs(asked: Asked, token: Token) -> Iterator[Match]:
    """The frames of a verb that the parser took for a noun, as it does in headlines."""
    slots = as_headline_verb(token)
    if slots is None:
        return
    entries = frame_index()[0][token.lemma_.lower()]
    told = _told_apart(entries, slots, asked.named)
    for entry in entries:
        if not entry.rest and asked.may_be(entry.frame):
            yield from _accept(asked.parsed, entry, token, (token,), told)


def _particle(verb: Token, rest: tuple[str, ...]) -> tuple[Token, ...] | None:
    """The particle a verb is listed with; () if it needs none, None if it lacks it."""
    if not rest:
        return ()
    found = next((child for child in verb.children if child.lower_ == rest[0] and child.i > verb.i), None)
    if found is None and rest[0] == "out":  # "ordered the envoy and his staff out of the country"
        last = [other for thing in children(verb, "dobj") for other in (thing, *thing.conjuncts)]
        found = next((prep for thing in last for prep in children(thing, "prep") if prep.lower_ == "out"), None)
    return (found,) if found is not None else None


def _nouns(asked: Asked, token: Token) -> Iterator[Match]:
    if token.pos_ == "VERB" and token.dep_ not in ("pobj", "dobj", "nsubj", "compound", "amod"):
        return
    if _is_name_part(token) or _is_month(token) or _only_qualifies(token):
        return
    nouns = frame_index()[1]
    called = nouns.get(CALLED, ()) if token.lower_ in asked.named else ()
    for entry in asked.telling((*nouns.get(_noun_lemma(token), ()), *called)):
        before = token.doc[max(0, token.i - len(entry.rest)) : token.i]
        if tuple([word.lower_ for word in before]) == entry.rest:
            slots = _told_apart((entry,), noun_slots(token, entry.frame.support), asked.named)
            yield from _accept(asked.parsed, entry, token, (*before, token), slots)


def _noun_lemma(token: Token) -> str:
    """The lemma, also of what a hyphen cut off: the "ins" of "sit-ins"."""
    return token.lower_[:-1] if _is_cut_off(token) else token.lemma_.lower()


def _is_cut_off(token: Token) -> bool:
    return token.i > 1 and token.lower_.endswith("s") and token.nbor(-1).text == "-"


def _is_name_part(token: Token) -> bool:
    return token.dep_ == "compound" and token.head.pos_ == "PROPN" and token.text[:1].isupper()


def _only_qualifies(token: Token) -> bool:
    """ "Election observers", "protest songs": the word tells what kind, not that it happened."""
    behind = [word.lower_ for word in token.doc[token.i + 1 : token.i + 3]]
    if len(behind) == 2 and behind[0] == "-" and behind[1] in lemmas("afflicted"):
        return True  # "riot-hit districts", "coup-prone"
    if token.dep_ not in ("compound", "nmod") or token.head.i < token.i:
        return False
    head = token.head.lemma_.lower()
    nouns = frame_index()[1]
    kinds = {entry.kind.name for entry in nouns.get(head, ())}  # an "election rally" is no election
    same = not kinds.isdisjoint(entry.kind.name for entry in nouns.get(_noun_lemma(token), ()))
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return head not in lemmas("event_head") and not same and after.pos_ in ("NOUN", "PROPN")


def _is_month(token: Token) -> bool:
    """ "March 14", "on 3 March", "in March": a month, unless it starts the sentence without a number."""
    if token.text not in ("March", "May"):
        return False
    around = [token.nbor(-1)] if token.i else []
    around += [token.nbor(1)] if token.i + 1 < len(token.doc) else []
    beside = any(
        word.like_num or word.lower_ in ("in", "last", "since", "of", "next", "by", "until") for word in around
    )
    return beside or (token.pos_ == "PROPN" and token.i > 0)


def _accept(parsed: Parsed, entry: Entry, head: Token, words: tuple[Token, ...], slots: Slots) -> Iterator[Match]:
    frame = entry.frame
    if "near" in entry.slots:
        slots = slots.but({"near": near(head)})
    if not all(_holds(slots, names, wanted, _row) for names, wanted in frame.require.items()):
        return
    if any(_holds(slots, names, wanted, is_plainly) for names, wanted in frame.forbid.items()):
        return
    if any(_filled_by_others(slots, names, wanted) for names, wanted in frame.only.items()):
        return
    mode, form = frame.mode, frame.form
    if frame.negated and is_refused(head):
        mode, form = frame.negated.get("mode", mode), frame.negated.get("form", form)
    elif frame.negated_only:
        return
    rule = f"{entry.kind.name}:{frame.id}"
    filled = _as_loser(_fill(frame, slots), head)
    yield Match(parsed, entry.kind.name, rule, head, words, filled, mode, form, frame.status)


def _holds(slots: Slots, names: str, wanted: tuple[str, ...], test: Callable[[Token, tuple[str, ...]], bool]) -> bool:
    for name in _fillers(names):  # plain loops: every constraint of every frame asks
        for token in slots.get(name):
            if test(token, wanted):
                return True
    return False


@cache
def _fillers(names: str) -> tuple[str, ...]:
    """The slots that a constraint looks at: with a subject and an object goes the speaker that a pronoun stands for."""
    told = names.split("|")
    speaker = ["speaker"] if "subject" in told else []  # "the army said it had"
    speaker_object = ["speaker_object"] if "object" in told else []  # "the site says it has been"
    return (*told, *speaker, *speaker_object)


def _filled_by_others(slots: Slots, names: str, wanted: tuple[str, ...]) -> bool:
    """Whether something stands in the slots, and nothing of it is what may: a long pass releases nobody from jail."""
    filled = any(slots.get(name) for name in names.split("|"))
    return filled and not _holds(slots, names, wanted, _row)


def _row(token: Token, wanted: tuple[str, ...]) -> bool:
    """Whether a filler, or one coordinated with it, or its title, is what a frame requires: "bloggers and students"."""
    if satisfies(token, wanted):
        return True
    row: tuple[Token, ...] = token.conjuncts if token.pos_ in ("NOUN", "PROPN", "NUM") else ()
    if token.pos_ == "PROPN":
        row += children(token, "compound")  # of "Captain Musa Diallo" the captain
    for name in children(token, "appos"):  # "the head of the guard, General Musa Diallo"
        row += (name, *children(name, "compound")) if token.pos_ in ("NOUN", "PROPN") else ()
    return any(satisfies(other, wanted) for other in row)


def _fill(frame: Frame, slots: Slots) -> tuple[tuple[Role, Token], ...]:
    filled: list[tuple[Role, Token]] = []
    for role, names in frame.roles.items():
        tokens = next((slots[name] for name in names if slots.get(name)), ())
        if not tokens and role == "actor" and "subject" in names:
            tokens = slots.get("orderer")
        filled.extend((role, token) for token in tokens)  # type: ignore[misc]  # keys are checked on reading
    return tuple(filled)


def _as_loser(filled: tuple[tuple[Role, Token], ...], head: Token) -> tuple[tuple[Role, Token], ...]:
    """ "Lost the run-off", "lost 20 seats": who loses stood, and has not won."""
    if head.lemma_ != "lose":
        return filled
    return tuple([("candidate" if role == "winner" else role, token) for role, token in filled])


def is_refused(trigger: Token) -> bool:
    """Whether an act is refused or negated: "did not recognise", "refused to recognise", "without recognising"."""
    token = trigger
    if _yet_to(trigger) or _of_none(trigger) or _by_none(trigger):
        return True
    for _ in range(6):
        if children(token, "neg") or _negative_words(token):
            return True
        head = token.head
        if head == token:
            return False
        if token.dep_ in ("xcomp", "ccomp", "advcl", "dobj", "pcomp", "pobj") and head.lemma_ in verbs("refuse"):
            return True
        if token.dep_ == "pcomp" and head.lower_ in ("without", "against"):
            return True
        if token.dep_ not in ("xcomp", "pcomp", "prep", "acl", "conj", "dobj", "acomp", "pobj"):
            return False
        if token.dep_ == "conj" and any(child.lower_ == "but" for child in children(head, "cc")):
            return False
        token = head
    return False


def _yet_to(trigger: Token) -> bool:
    """ "Has yet to concede": not done so far."""
    return trigger.dep_ == "xcomp" and any(child.lower_ == "yet" for child in children(trigger.head, "advmod"))


def _of_none(trigger: Token) -> bool:
    """ "Sees no legitimate president", "has recognised neither man": what is done to none is not done."""
    words = [word for noun in children(trigger, "dobj") for word in (noun, *children(noun, "det", "preconj", "cc"))]
    return not of_no_other(trigger) and any(word.lower_ in ("no", "neither") for word in words)


def _by_none(trigger: Token) -> bool:
    """ "No country has recognised the junta": what nobody does is refused by all."""
    return any(word.lower_ == "no" for noun in children(trigger, "nsubj") for word in children(noun, "det"))


def _negative_words(token: Token) -> bool:
    """ "Never", "no longer", and "neither A nor B" as the subject."""
    marks = (child for child in token.children if child.dep_ in ("preconj", "advmod", "det", "cc"))
    if any(mark.lower_ in ("never", "neither", "nor", "no") or children(mark, "neg") for mark in marks):
        return True
    subjects = children(token, "nsubj")
    return any(mark.lower_ == "neither" for noun in subjects for mark in children(noun, "preconj", "det", "cc"))
