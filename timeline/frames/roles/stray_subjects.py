"""Subjects that the parser gave to another word: joined to an opening day, to a day before, or to a noun before."""

from __future__ import annotations

from timeline.frames.syntax.parsing import children, verb_above
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import realis_words
from timeline.frames.words.lexicon import satisfies
from timeline.frames.words.name_words import name_words, role_word
from timeline.gazetteers.places import find_place


def in_one(own: tuple[Token, ...]) -> tuple[Token, ...]:
    """The first subject; of "the vice-president", taken for a row of three, the last part."""
    if len(own) > 1 and own[1].text == "-" and own[1].i == own[0].i + 1:
        parts = [part for part in own[1].children if part.i == own[1].i + 1]
        after = [other for other in own[2:] if other.i == own[1].i + 1]  # "ex-combatants", taken for three subjects
        parts = parts or [part for part in children(own[1], "appos") if part.i == own[1].i + 1]
        return tuple(parts[:1] or after[:1]) or own[:1]
    return own[:1]


def swallowed(verb: Token) -> tuple[Token, ...]:
    """The subject that the parser joined to an opening day: "On Saturday supporters of the mayor set fire to"."""
    for prep in children(verb, "prep"):
        if prep.i > verb.i or prep.i > 1 or verb.dep_ != "ROOT":
            break
        for noun in children(prep, "pobj"):
            beside = children(noun, "appos") if noun.lower_ in name_words().calendar else _people_behind(noun)
            if beside and beside[0].pos_ in ("NOUN", "PROPN") and not beside[0].like_num:
                return beside[:1]  # "On 4 July the head of the court took"
            days = [word for word in children(noun, "compound", "nmod") if word.lower_ in realis_words("time")]
            told = days and noun.lower_ not in realis_words("time")
            if told and all(word.pos_ == "PROPN" for word in noun.doc[days[-1].i + 1 : noun.i]):
                return (noun,)  # "On Saturday supporters", "On Monday South Peru"
            if _behind_day(noun, prep) or _named_behind_day(noun, prep):
                return (noun,)
    return _listed_with_day(verb) or _right_behind_day(verb)


def _right_behind_day(verb: Token) -> tuple[Token, ...]:
    """ "In a speech on Tuesday Berg said": the name right before its verb that the parser made a part of the day."""
    who = verb.nbor(-1) if verb.i > 1 and verb.tag_ in ("VBD", "VBZ") else None
    if who is None or who.dep_ != "pobj" or who.pos_ != "PROPN" or who.head.lower_ not in ("on", "in"):
        return ()
    days = [word for word in children(who, "compound", "nmod") if word.lower_ in name_words().calendar]
    return (who,) if days and who.lower_ not in name_words().calendar and not who.like_num else ()


def _people_behind(place: Token) -> tuple[Token, ...]:
    """ "In Oslo, youths have laid siege": people whom the parse takes for what the place is."""
    plural = (who for who in children(place, "appos") if who.tag_ == "NNS" and satisfies(who, ("@people", "@crowd")))
    return tuple(plural) if place.pos_ == "PROPN" else ()


def _behind_day(noun: Token, prep: Token) -> bool:
    """ "On 4 May 1999 the armed forces rose": a phrase with its own article, taken for what the day counts."""
    if noun.pos_ != "NOUN" or noun.lower_ in realis_words("time") or noun.like_num:
        return False
    dets = [word for word in children(noun, "det", "poss") if word.i > prep.i + 1]
    between = noun.doc[prep.i + 1 : dets[0].i] if dets else ()
    return bool(between) and all(word.like_num or word.lower_ in name_words().months for word in between)


def _named_behind_day(noun: Token, prep: Token) -> bool:
    """ "On 4 May 1999 Ada Lund rose": a name of which the parse makes one phrase with the day."""
    between = noun.doc[prep.i + 1 : noun.i]
    date = [word for word in between if word.like_num or word.lower_ in name_words().months]
    whole = len(date) > 1 and date[-1].i == prep.i + len(date)  # the date comes first, and nothing is inside it
    named = noun.pos_ == "PROPN" and noun.lower_ not in name_words().calendar and not noun.like_num
    return whole and named and all(word.pos_ == "PROPN" for word in between[len(date) :])


def _listed_with_day(verb: Token) -> tuple[Token, ...]:
    """ "When it seceded on 3 May, Peru and Chile refused": a row that the parse joined to the day before it."""
    if verb.dep_ != "ROOT" or not verb.i:
        return ()
    for clause in (*children(verb, "advcl", "prep"),):
        edge = clause.right_edge
        if clause.i > verb.i or edge.i + 1 < verb.i - len(children(verb, "aux", "neg", "advmod")):
            continue
        for day in (word for word in clause.subtree if word.lower_ in name_words().calendar):
            row = [who for who in children(day, "conj") if who.pos_ == "PROPN" and who.i > day.i]
            if row and any(word.text == "," for word in verb.doc[day.i + 1 : row[0].i]):
                return (row[0],)
    return ()


def joined_to_noun(verb: Token) -> tuple[Token, ...]:
    """The subject that the parser joined to the noun before it: "two nights after the vote and police held 26"."""
    before = verb.nbor(-1) if verb.i > 1 and verb.tag_ == "VBD" and verb.dep_ in ("advcl", "conj") else None
    if before is None or before.dep_ != "conj" or before.tag_ not in ("NNS", "NNPS") or before.nbor(-1).dep_ != "cc":
        return ()
    return (before,) if before.head.pos_ in ("NOUN", "PROPN") and before.head.dep_ == "pobj" else ()


def compounded(verb: Token) -> tuple[Token, ...]:
    """The state that the parser joined to the verb as if that were a noun: "Austria votes for a new president"."""
    if verb.tag_ not in ("VBZ", "VBD") or verb.dep_ != "ROOT":
        return ()
    names = children(verb, "compound")
    return names if len(names) == 1 and names[0].i + 1 == verb.i and satisfies(names[0], ("@state",)) else ()


def adverbial(verb: Token) -> tuple[Token, ...]:
    """A name that opens the sentence, which the parser took for an adverb: "Nauru severed ties on Monday"."""
    name = verb.nbor(-1) if verb.i else verb
    misread = name.dep_ in ("npadvmod", "advmod") and name.head == verb and name.pos_ == "PROPN"
    if not misread or verb.tag_ not in ("VBD", "VBZ") or name.lower_ in name_words().calendar:
        return ()
    return (name,) if name.left_edge.i == 0 else ()


def named_before(verb: Token) -> tuple[Token, ...]:
    """ "It belonged to Gen Ada Lund, toppled in 1989 by her uncle": she was, though the parse says otherwise."""
    if verb.tag_ != "VBN" or verb.dep_ != "advcl" or verb.i < 3 or verb.nbor(-1).text != "," or verb.head.i > verb.i:
        return ()
    name = verb.nbor(-2)
    person = name.pos_ == "PROPN" and name.dep_ in ("pobj", "dobj", "attr", "conj") and _is_person(name)
    return (name,) if person else ()


def _is_person(name: Token) -> bool:
    """Whether a title stands before a name, or another name that makes no place with it."""
    before = [word for word in name.children if word.dep_ == "compound" and word.pos_ == "PROPN"]
    titled = any(role_word(word.lower_.rstrip(".")) for word in before)
    whole = " ".join(word.text for word in (*before, name))
    return titled or (bool(before) and find_place(whole) is None)


def done_to_those(verb: Token) -> bool:
    """ "Fired at 50 lawyers gathered there and held 20 of them": those who gathered are not those who held them."""
    if verb.dep_ != "conj" or verb.head.dep_ not in ("acl", "relcl") or verb.tag_ not in ("VBD", "VBN", "VBP"):
        return False
    things = children(verb, "dobj")
    counted = (who for thing in things for prep in children(thing, "prep") for who in children(prep, "pobj"))
    them = any(who.lower_ == "them" for who in (*things, *counted))
    return them and verb.head.head.tag_ in ("NNS", "NNPS") and above_noun(verb) != verb


def above_noun(verb: Token) -> Token:
    """The verb that governs the noun whose clause a verb was joined to; itself where there is none."""
    return verb_above(verb.head.head) or verb
