"""Find what a pronoun, or "these countries", points back to; only where it is plain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline.frames.claims.scopes import kind_of
from timeline.frames.naming.names import Cast
from timeline.frames.naming.sayers import SOME, body_that_speaks, people_named, sayer
from timeline.frames.naming.spelled_before import STATES, Found, spelled_earlier
from timeline.frames.syntax.clauses import object_before
from timeline.frames.syntax.earlier import earlier
from timeline.frames.syntax.lists import listed
from timeline.frames.syntax.parsing import Parsed, children
from timeline.frames.syntax.phrases import Item, item
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import role_words
from timeline.frames.words.lexicon import lemmas, satisfies
from timeline.frames.words.name_words import name_words, role_word
from timeline.frames.words.noun_words import noun_words


class Apart(NamedTuple):
    """Those whom a pronoun cannot mean: heads of phrases in its sentence, and full names."""

    heads: tuple[Token, ...] = ()
    names: frozenset[str] = frozenset()


NOBODY = Apart()

_PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_SEX = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PLURAL = frozenset({"they", "them", "their", "themselves"})
_RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
_SUBJECTS = ("nsubj", "nsubjpass")
_PERSON_REACH = 6  # sentences back to whoever "he" is: the story may go on about one man
_ORDERING = noun_words().forces | {
    "judge",
    "magistrate",
    "prosecutor",
}  # "a judge ordered his release": not the judge's
_SPEAKING = frozenset({"say", "tell", "recall", "add", "explain", "insist", "testify"})


def antecedents(parsed: Parsed, pronoun: Token, cast: Cast, before: Sequence[Parsed], apart: Apart = NOBODY) -> Found:
    """The phrases a pronoun stands for, each with its sentence; empty where that is not plain.

    ``apart`` are those in the other roles of its clause: whoever acts on "him" is somebody else.
    """
    word = pronoun.lower_
    if word in _RELATIVE:
        return _relative(parsed, pronoun, cast)
    if word == "those":
        return _among(parsed, pronoun, cast)
    if word in _PERSONAL:
        return _person(parsed, pronoun, cast, before, apart)
    if word in _PLURAL:
        return _several(parsed, pronoun, cast, before)
    if word in ("it", "its", "itself"):
        return _body(parsed, pronoun, cast, before)
    return ()


def _among(parsed: Parsed, pronoun: Token, cast: Cast) -> Found:
    """Who "was among those arrested", or was "one of those arrested": the subject."""
    for verb in list(pronoun.ancestors)[:4]:
        if verb.lemma_ in ("be", "include"):
            subjects = [token for token in verb.children if token.dep_ in _SUBJECTS]
            return tuple((parsed, entry) for token in subjects for entry in listed(parsed, token, cast))
    return ()


def _relative(parsed: Parsed, pronoun: Token, cast: Cast) -> Found:
    """The noun a relative clause modifies."""
    for token in (pronoun, *pronoun.ancestors):
        if token.dep_ == "relcl":
            noun = _person_noun(parsed, token.head, cast) if pronoun.lower_ in ("who", "whom") else token.head
            return tuple((parsed, entry) for entry in listed(parsed, noun, cast)[-1:]) or ()
    return ()


def _person_noun(parsed: Parsed, noun: Token, cast: Cast) -> Token:
    """ "A mob stormed the court, of whom 86 were held": "whom" is people, so the subject rather than the court."""
    naming = cast.at(parsed.offset(noun)) if noun.pos_ == "PROPN" else None
    body = naming is not None and naming.kind in ("organisation", "place")
    if not body and (noun.pos_ != "NOUN" or satisfies(noun, ("@people",))):
        return noun
    return next((word for word in noun.head.children if word.dep_ in _SUBJECTS), noun)


def _person(parsed: Parsed, pronoun: Token, cast: Cast, before: Sequence[Parsed], apart: Apart = NOBODY) -> Found:
    """Whoever holds the same place in an earlier clause or sentence, else its subject, else the nearest person.

    A sentence that only goes on about "him" is passed over for the one that names him.
    """
    sex = _SEX.get(pronoun.lower_, "")
    others = {*apart.names, *(person.name for token in apart.heads for person in people_named(parsed, token, cast))}
    here = [
        entry
        for entry in _people(parsed, cast, sex)
        if entry.last < pronoun.i and not _same_clause(entry.head, pronoun) and not _is_one(entry, others, cast)
    ]
    if _acts_on_another(pronoun, sex):
        here = [entry for entry in here if entry.head.dep_ in _SUBJECTS]
    here = here or [entry for entry in _unnamed(parsed, pronoun) if entry.head not in apart.heads]
    if here:
        return ((parsed, _likeliest(here, pronoun, nearest=True)),)
    spare: Found = ()
    for source in earlier(parsed, cast, before, _PERSON_REACH, named=True):
        people = [entry for entry in _people(source, cast, sex) if not _is_one(entry, others, cast)]
        if not people:
            continue
        chosen = ((source, _likeliest(people, pronoun, nearest=False)),)
        if chosen[0][1].head.dep_ in _SUBJECTS or not _goes_on(source, sex):
            return chosen
        spare = spare or chosen
    return spare


def _acts_on_another(pronoun: Token, sex: str) -> bool:
    """ "After threats to X he deposed him": he is whoever the story is about, and X the other."""
    beside = (word for word in pronoun.head.children if word.dep_ == "dobj")
    return pronoun.dep_ in _SUBJECTS and any(_SEX.get(word.lower_, "") == sex for word in beside)


def _is_one(entry: Item, names: set[str], cast: Cast) -> bool:
    person = cast.resolve(entry.naming.name) if names and entry.naming is not None else None
    return person is not None and person.name in names


def _goes_on(parsed: Parsed, sex: str) -> bool:
    """Whether a sentence has such a pronoun for its subject."""
    return any(_SEX.get(token.lower_, "") == sex and token.dep_ in _SUBJECTS for token in parsed.doc)


def _likeliest(people: Sequence[Item], pronoun: Token, nearest: bool) -> Item:
    """The person in the place the pronoun has; objects answer to objects only within a sentence."""
    objects = [entry for entry in people if entry.head.dep_ in ("dobj", "nsubjpass")]
    subjects = [entry for entry in people if entry.head.dep_ in _SUBJECTS]
    if nearest and pronoun.dep_ == "dobj" and objects:
        return objects[-1]
    chosen = subjects or [entry for entry in people if entry.head.head.dep_ != "agent"] or list(people)
    return chosen[-1 if nearest else 0]


def _unnamed(parsed: Parsed, pronoun: Token) -> list[Item]:
    """A person without a name as the subject of an earlier clause: "A teacher said that he was held"."""
    return [
        Item(token, token.left_edge.i, token.right_edge.i if token.right_edge.i - token.i < 5 else token.i)
        for token in parsed.doc[: pronoun.i]
        if token.dep_ in _SUBJECTS
        and token.tag_ == "NN"
        and _human(token)
        and not any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in token.children)  # named: see above
        and not _same_clause(token, pronoun)
        and not (pronoun.dep_ in ("dobj", "poss") and token.lemma_.lower() in _ORDERING)
    ]


def _human(noun: Token) -> bool:
    """Whether a subject is a person: by its word, or because it speaks and is no body."""
    if role_word(noun.lower_):
        return True
    return noun.head.lemma_ in _SPEAKING and noun.lower_ not in name_words().organisations


def _same_clause(name: Token, pronoun: Token) -> bool:
    """Whether a name is an argument beside the pronoun, so that the pronoun means somebody else."""
    return pronoun.tag_ != "PRP$" and name.head == pronoun.head and name.dep_ not in ("appos", "conj")


def _people(parsed: Parsed, cast: Cast, sex: str = "") -> list[Item]:
    """The people a sentence names, those left out whose name or title is of the other sex."""
    found: list[Item] = []
    for token in parsed.doc:
        naming = cast.at(parsed.offset(token))
        if naming is None or naming.kind not in ("person", "thing"):
            continue
        person = cast.resolve(naming.name)
        if person is None or (sex and person.sex and person.sex != sex):
            continue
        entry = item(parsed, token, cast)
        if entry.naming is not None and (not found or found[-1].first != entry.first):
            found.append(entry)
    return found


def _several(parsed: Parsed, pronoun: Token, cast: Cast, before: Sequence[Parsed]) -> Found:
    """The plural subject, or the list, of the clause or sentence before; those acted on, if it is acted on itself."""
    counted = pronoun.head.head if pronoun.dep_ == "pobj" and pronoun.head.lower_ == "of" else pronoun
    acted_on = counted.dep_ in ("dobj", "nsubjpass")
    said = sayer(pronoun)
    if said is not None and (said.tag_ in ("NNS", "NNPS") or said.lower_ in SOME or said.lower_ in noun_words().forces):
        return tuple((parsed, entry) for entry in listed(parsed, said, cast))
    if acted_on and (affected := _acted_on_before(parsed, counted, cast) or _affected(parsed, counted, cast, before)):
        return affected
    if pronoun.dep_ == "pobj" and (pointed := _pointed_at(parsed, pronoun, cast, before)):
        return pointed
    for source in (parsed, *earlier(parsed, cast, before)):
        for token in source.doc:
            if source is parsed and token.i >= pronoun.i:
                break
            if token.dep_ not in _SUBJECTS or token.pos_ not in ("NOUN", "PROPN") or token.head == pronoun.head:
                continue
            if acted_on and (token.head in pronoun.ancestors or token.lemma_.lower() in noun_words().forces):
                continue  # "police tried to take them away": not the police
            if source is parsed and token.lemma_.lower() in noun_words().forces and _takes_to_street(pronoun):
                token = next(iter(children(token.head, "dobj")), token)  # "police held exiles as they protested"
            if source is parsed and token.head in pronoun.ancestors and kind_of(token.head) == "accusation":
                continue  # "prosecutors alleged that they had plotted": not the prosecutors
            entries = listed(source, token, cast)
            if len(entries) > 1 or token.tag_ in ("NNS", "NNPS"):
                return tuple((source, entry) for entry in entries)
    return ()


def _takes_to_street(pronoun: Token) -> bool:
    """Whether those whom a pronoun means protest: whoever keeps order does not."""
    return pronoun.head.lemma_ in ("protest", "march", "demonstrate", "rally", "gather", "chant", "picket")


def _pointed_at(parsed: Parsed, pronoun: Token, cast: Cast, before: Sequence[Parsed]) -> Found:
    """The list behind "these countries" earlier in the sentence: "left these countries and asked the same of them"."""
    for token in reversed(parsed.doc[: pronoun.i]):
        if token.dep_ in ("pobj", "dobj") and token.lemma_.lower() in STATES:
            for entry in listed(parsed, token, cast):
                if earlier := spelled_earlier(parsed, entry, cast, before):
                    return earlier
    return ()


def _acted_on_before(parsed: Parsed, pronoun: Token, cast: Cast) -> Found:
    """ "Stopped two reporters, Ada Lund and Ben Mora, and held them": by their names if it gives them."""
    taken = object_before(pronoun)
    owners = children(taken, "poss") if taken is not None else ()  # "freeze the generals' assets and ban them"
    thing = next((who for who in (taken, *owners) if who is not None and satisfies(who, ("@people",))), None)
    if thing is None:
        return ()
    named = next((word for word in thing.subtree if word.dep_ == "appos" and word.pos_ == "PROPN"), thing)
    return tuple((parsed, entry) for entry in listed(parsed, named, cast))


def _affected(parsed: Parsed, pronoun: Token, cast: Cast, before: Sequence[Parsed]) -> Found:
    """The persons that an earlier clause or sentence acts on: "Police arrested 12 students. They were taken away"."""
    for source in (parsed, *earlier(parsed, cast, before)):
        for token in source.doc:
            if source is parsed and (token.i > pronoun.i or token.head.lemma_ not in role_words("seizing")):
                continue
            if token.dep_ in ("dobj", "nsubjpass") and token.tag_ == "NNS" and token.lemma_.lower() in lemmas("people"):
                return tuple((source, entry) for entry in listed(source, token, cast))
    return ()


def _body(parsed: Parsed, pronoun: Token, cast: Cast, before: Sequence[Parsed]) -> Found:
    """The country or organisation that is the subject of the clause before, or of the sentence before.

    What somebody says of "it" is about whoever says so: "the insurer denied that it had been hacked".
    """
    said = body_that_speaks(parsed, sayer(pronoun), cast)
    if said is not None:
        return ((parsed, said),)
    here = () if pronoun.dep_ in ("dobj", "pobj") else (parsed,)  # its own clause acts on it: it is somebody else
    for source in (*here, *earlier(parsed, cast, before, 1)):
        for token in source.doc:
            if source is parsed and (token.i >= pronoun.i or token.head == pronoun.head):
                continue
            if token.dep_ in _SUBJECTS and token.pos_ in ("NOUN", "PROPN") and token.tag_ != "NNS":
                entry = item(source, token, cast)
                body = entry.naming is None and (
                    token.lower_ in name_words().organisations or token.lower_ in role_words("lands")
                )
                if body or (entry.naming is not None and entry.naming.kind in ("place", "organisation", "thing")):
                    return ((source, entry),)
    return ()
