"""The noun phrase that speaks: its extent and name, the author of a document, the antecedent of a pronoun."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from timeline.frames.claims.attribution import Source
from timeline.frames.naming.capitals import dateline_end
from timeline.frames.naming.introductions import Introduction
from timeline.frames.naming.names import Cast, Person
from timeline.frames.syntax.parsing import Parsed, children, first
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import cue_words
from timeline.frames.words.lexicon import lemmas
from timeline.frames.words.name_words import name_words, role_word
from timeline.frames.words.noun_words import noun_words
from timeline.gazetteers.given_names import sex_of
from timeline.gazetteers.places import find_place

_PERSONAL = frozenset({"he", "she", "they", "it", "we", "i"})
_POSSESSIVE = {"his": "he", "her": "she", "their": "they", "its": "it", "my": "i", "our": "we"}
_LEFT_OUT = frozenset({"the", "a", "an", "its", "their", "our"})  # before a body or a group; "his lawyer" stays
_INSIDE = ("of", "for", "in", "from", "at")  # prepositions that may be part of a speaker's description
_STAMP = re.compile(r"\d{1,2}[.:h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s+(?:GMT|BST|CET|UTC))?\s*[-–—:]?\s+(?=[A-Z])")
_FAR = 5  # sentences back to a name, where none of those nearer can be meant
_REACH = 3  # sentences back in which a pronoun may find its antecedent


def source(parsed: Parsed, head: Token) -> Source:
    """Who speaks, from the head of a noun phrase: an apposition's name and a document's author come first."""
    return _describe(parsed, _speaking(head))


def anonymous(head: Token) -> bool:
    """Whether a noun phrase is only numbers without an author: "official figures" is nobody who could be cited."""
    return head.lemma_.lower() in cue_words("figures_of") and _speaking(head) == head


def counters(parsed: Parsed, noun: Token) -> Source | None:
    """Whoever counts in "by the city police count": the nouns before it, where the last is one of people who speak."""
    before = [word for word in noun.lefts if word.dep_ in ("compound", "nmod", "amod")]
    if not before or before[-1].i != noun.i - 1 or before[-1].lower_ not in cue_words("speaker"):
        return None
    whole, head = parsed.span(before[0].left_edge, before[-1]), parsed.span(before[-1])
    return Source(whole.text, whole.start, whole.end, head.start, head.end)


def _speaking(head: Token) -> Token:
    """The noun that stands for the speaker: the author of a statement, the name beside a description."""
    if head.lemma_.lower() in cue_words("document"):
        author = first(children(head, "poss")) or _author(head)
        if author is not None and author.i != head.i and author.lemma_.lower() not in noun_words().nobody:
            return _speaking(author)
    if head.lower_ in _PERSONAL and (above := _who_calls(head)) is not None:
        return _speaking(above)
    named = [other for other in children(head, "appos") if other.pos_ == "PROPN"]
    if named and (head.pos_ != "PROPN" or role_word(head.text)):
        return named[0]
    if head.dep_ == "appos" and head.pos_ == "NOUN" and head.head.pos_ == "PROPN":
        return head.head  # "Ada Lund, the former mayor who says she was held"
    return head


def _who_calls(pronoun: Token) -> Token | None:
    """Whoever "denounced what they called a coup", who stands as the subject of the clause above."""
    verb = pronoun.head
    if pronoun.dep_ != "nsubj" or not any(thing.lower_ == "what" for thing in children(verb, "dobj")):
        return None
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return first(who for who in children(above, "nsubj") if who.pos_ != "PRON") if above != verb else None


def _author(document: Token) -> Token | None:
    for prep in (*children(document, "prep"), *children(document, "agent")):
        if prep.lower_ in ("from", "by", "of"):
            return first(children(prep, "pobj"))
    return None


def _describe(parsed: Parsed, head: Token) -> Source:
    tokens = _behind_dateline(parsed, _phrase(head))
    if head.tag_ == "PRP$":
        tokens = [head]
    name = _name(head)
    whole = parsed.span(tokens[0], tokens[-1])
    inner = parsed.span(name[0], name[-1]) if name else parsed.span(head)
    spoken = inner.text if name and len(name) and _is_person(name, head) else _bare(parsed, tokens)
    pronoun = head.lower_ in _PERSONAL or head.tag_ == "PRP$"
    plural = head.tag_ == "NNS" or (head.tag_ == "NNPS" and len(name) < 2)  # a surname may end in s
    several = plural or bool(children(head, "conj")) or head.lower_ == "police"
    return Source(" ".join(spoken.split()), whole.start, whole.end, inner.start, inner.end, pronoun, several)


def _phrase(head: Token) -> list[Token]:
    """The tokens of a noun phrase without relative clauses, appositions and adverbials behind it."""
    left = head.left_edge
    last = head
    for child in head.rights:
        if child.left_edge.i != last.i + 1 or not _belongs(child):
            break
        last = child.right_edge if child.dep_ != "cc" else child
        comma = first(token for token in head.doc[child.i : last.i + 1] if token.text in (",", "(", "–", "—", ";"))
        if comma is not None and child.dep_ != "conj":
            last = head.doc[max(child.i, comma.i - 1)]
            break
    while last.i > head.i and (last.dep_ == "cc" or last.is_punct):
        last = last.nbor(-1)
    start = next((token for token in head.doc[left.i : head.i + 1] if not (token.is_punct or token.dep_ == "cc")), head)
    return list(head.doc[min(start.i, last.i) : last.i + 1])


def _behind_dateline(parsed: Parsed, tokens: list[Token]) -> list[Token]:
    """A phrase without the dateline, or the hour of a live page, that the parser took into it."""
    text = parsed.sentence.span.text
    stamp = _STAMP.match(text)
    end = max(dateline_end(text), stamp.end() if stamp else 0)
    return [token for token in tokens if token.idx >= end and (token.idx > end or not token.is_punct)] or tokens


def _belongs(child: Token) -> bool:
    if child.dep_ == "prep":
        medium = any(noun.lemma_.lower() in cue_words("medium") for noun in children(child, "pobj"))
        return child.lower_ in _INSIDE and not medium and not children(child, "pcomp")
    if child.dep_ == "conj":
        return child.pos_ in ("NOUN", "PROPN", "PRON")
    return child.dep_ in ("cc", "compound", "nummod", "nmod") or child.text == "-"


def _bare(parsed: Parsed, tokens: list[Token]) -> str:
    kept = tokens[1:] if tokens[0].lower_ in _LEFT_OUT and len(tokens) > 1 else tokens
    return parsed.span(kept[0], kept[-1]).text


def _name(head: Token) -> list[Token]:
    """The capitalised sequence that ends in the head, behind titles and descriptions."""
    if head.pos_ != "PROPN":
        return []
    start = head.i
    while start > head.left_edge.i and _in_name(head.doc[start - 1]) and not _is_day(head.doc[start - 1]):
        start -= 1
    return _untitled(list(head.doc[start : head.i + 1]))


def _is_day(token: Token) -> bool:
    """ "On Tuesday Lund said", parsed as one name."""
    return token.lower_ in name_words().weekdays


def _in_name(token: Token) -> bool:
    return token.pos_ == "PROPN" or token.text in ("-", "'") or token.text in name_words().particles


def _untitled(tokens: list[Token]) -> list[Token]:
    titles = [place for place, token in enumerate(tokens[:-1]) if _title(token)]
    if titles and not _organisation(tokens[-1]) and not role_word(tokens[-1].text):
        return tokens[titles[-1] + 1 :]
    return tokens


def _title(token: Token) -> bool:
    common = token.text.islower() and token.text not in name_words().particles
    return common or bool(role_word(token.text)) or token.lower_.rstrip(".") in name_words().honorifics


def _organisation(token: Token) -> bool:
    lists = name_words()
    return token.lower_ in lists.organisations or token.lemma_.lower() in lists.organisations


def _is_person(name: list[Token], head: Token) -> bool:
    """Whether a name can stand alone for its phrase: not the last word of an office or a body."""
    return not (role_word(head.text) or any(_organisation(token) for token in name)) and not children(head, "poss")


# ------------------------------------------------------------------ pronouns


def antecedent(
    pronoun: Source, said: Sequence[tuple[int, Source]], sentence: int, claimed: tuple[int, int], cast: Cast
) -> Source:
    """What a speaking pronoun stands for: the last fitting source or subject before it, else the pronoun itself.

    ``said`` holds the earlier sources and subjects, in the order of the text, with the sentences they stand in; whoever
    stands inside the ``claimed`` words is spoken of, not speaking.
    """
    word = _POSSESSIVE.get(pronoun.text.lower(), pronoun.text.lower())
    for place, candidate in reversed(said):
        if sentence - place > _REACH:
            break
        before = candidate.start < pronoun.start and not claimed[0] <= candidate.start < claimed[1]
        if before and not candidate.pronoun and _fits(word, candidate, cast):
            nearer = _named_since(candidate, pronoun, word, cast) if word in ("he", "she") else None
            return replace(candidate, pronoun=False) if nearer is None else _as_source(nearer)
    named = _named_before(pronoun, word, cast) if word in ("he", "she") else None
    return pronoun if named is None else _as_source(named)


def _as_source(named: Introduction) -> Source:
    return Source(named.name, named.start, named.end, named.start, named.end)


def _named_since(candidate: Source, pronoun: Source, word: str, cast: Cast) -> Introduction | None:
    """Whom the pronoun's own paragraph names before it, where the candidate stands in one before that.

    So it is with the entries of a live page: "16:10 Ada Lund calls us. Soldiers tried to seize her, she says".
    """
    last = bisect_right(cast.sentences, pronoun.start, key=lambda item: item.span.start)
    here = cast.sentences[last - 1].paragraph if last else 0
    opening = last
    while opening > 0 and cast.sentences[opening - 1].paragraph == here:
        opening -= 1
    start = cast.sentences[opening].span.start if opening < last else 0
    if candidate.start >= start:
        return None
    first = bisect_left(cast.namings, start, key=lambda item: item.start)
    until = bisect_left(cast.namings, pronoun.start, key=lambda item: item.start)
    named = [item for item in cast.namings[first:until] if _may_be(word, cast.resolve(item.name), item)]
    return named[0] if len({item.name for item in named}) == 1 else None


def _named_before(pronoun: Source, word: str, cast: Cast) -> Introduction | None:
    """Whom the sentences before "she" name, of no other sex as far as told: rather who opens one of them."""
    behind = bisect_right(cast.sentences, pronoun.start, key=lambda item: item.span.start)
    near = [item.span.start for item in cast.sentences[max(0, behind - 1 - _FAR) : behind]]
    first = bisect_left(cast.namings, near[0] if near else pronoun.start, key=lambda item: item.start)
    until = bisect_left(cast.namings, pronoun.start, key=lambda item: item.start)
    fitting = [item for item in cast.namings[first:until] if _may_be(word, cast.resolve(item.name), item)]
    opening = [item for item in fitting if item.left in near]
    return next(iter([*reversed(opening), *reversed(fitting)]), None)


def _may_be(word: str, person: Person | None, item: Introduction) -> bool:
    several = item.name.endswith("s") and item.name[:-1].lower() in lemmas("people")  # "Critics", first in its sentence
    told = item.kind in ("person", "thing", "organisation") and not several
    return told and person is not None and person.sex in ("", "m" if word == "he" else "f")


def _fits(pronoun: str, who: Source, cast: Cast) -> bool:
    words = who.text.split()
    if not words:
        return False
    body = any(word.lower() in name_words().organisations for word in words)
    if pronoun in ("he", "she"):
        person = cast.resolve(who.text)
        sex = (person.sex if person is not None else "") or sex_of(who.text)
        if find_place(who.text) is not None or sex not in ("", "m" if pronoun == "he" else "f"):
            return False
        return not body and not who.several and (words[-1][0].isupper() or _person(words))
    if pronoun == "they":
        return who.several or body
    return pronoun == "it" and not who.several and (body or (words[-1][0].isupper() and len(words) == 1))


def _person(words: Sequence[str]) -> bool:
    return any(role_word(word) or word.lower() in lemmas("people") for word in words)
