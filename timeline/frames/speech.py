"""Attributions that the syntax of one sentence shows: verbs of speech, "according to", "in her words", hearsay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from timeline.frames.attribution import NOBODY, Attribution, ClaimKind, Source
from timeline.frames.cues import cue_words
from timeline.frames.slots import agents, is_passive, surface_subject
from timeline.frames.sources import source
from timeline.frames.syntax import Parsed, children, first

_MIRRORED = ("but", "while", "whereas", "although", "though")  # a clause behind these has a voice of its own
_EDGES = (",", ";", ":", ".", "–", "—")
Scope = tuple[int, int]  # first and last token of the claimed words, both inside


def spoken(parsed: Parsed) -> Iterator[Attribution]:
    """Every attribution within a sentence, in no particular order; pronouns are not resolved yet."""
    for token in parsed.doc:
        if token.lower_ == "according":
            yield from _according(parsed, token)
        elif token.lower_ in cue_words("hearsay"):
            yield _build(parsed, NOBODY, token.text, token, _doubt(token), _extent(_clause(token)))
        elif token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            yield from _verb(parsed, token)
        elif token.pos_ == "NOUN":
            yield from _noun(parsed, token)


def _build(parsed: Parsed, speaker: Source, cue: str, token: Token, kind: ClaimKind, scope: Scope) -> Attribution:
    first_word, last_word = scope
    while first_word < last_word and parsed.doc[first_word].text in _EDGES:
        first_word += 1
    while last_word > first_word and parsed.doc[last_word].text in _EDGES:
        last_word -= 1
    claimed = parsed.span(parsed.doc[first_word], parsed.doc[last_word])
    return Attribution(
        speaker.text, speaker.start, speaker.end, speaker.head_start, speaker.head_end, cue, parsed.offset(token), kind,
        claimed.start, claimed.end, parsed.sentence.index, pronoun=speaker.pronoun,
    )  # fmt: skip


# ------------------------------------------------------------------ verbs


def kind_of(cue: Token) -> ClaimKind | None:
    """What a verb does with the words it introduces, None if it is no cue."""
    lemma = cue.lemma_.lower()
    for kind in ("accusation", "denial", "confirmation", "statement"):
        if lemma in cue_words(kind):
            return kind  # type: ignore[return-value]  # the lists are named after the kinds
    return None


def _verb(parsed: Parsed, cue: Token) -> Iterator[Attribution]:
    kind = kind_of(cue)
    if _quoted_as(cue):
        return
    if cue.lemma_.lower() == "quote":
        yield from _quoting(parsed, cue)
    elif cue.lemma_.lower() in ("cite", "quote") and cue.tag_ == "VBG":
        return
    elif kind is None or children(cue, "neg"):
        return
    elif is_passive(cue):
        yield from _passive(parsed, cue, kind)
    else:
        scope = clause_scope(cue, kind)
        speaker = speaker_of(parsed, cue)
        if scope is None or speaker is None:
            return
        found = _build(parsed, speaker, cue.text, cue, kind, scope)
        yield _relayed(parsed, cue, replace(found, outlet=_told(parsed, cue)))


def _quoted_as(cue: Token) -> bool:
    return cue.dep_ == "pcomp" and cue.head.lower_ == "as" and cue.head.head.lemma_.lower() == "quote"


def speaker_of(parsed: Parsed, cue: Token) -> Source | None:
    """The speaker of a verb of speech: its subject, whoever it went "through", or the subject it shares."""
    for prep in children(cue, "prep"):
        if prep.lower_ in ("through", "via") and (name := first(children(prep, "pobj"))) and name.pos_ == "PROPN":
            return source(parsed, name)
    subject = first(surface_subject(cue))
    if subject is None or subject.tag_ in ("EX", "WDT", "DT") or subject.i == cue.i:
        return None
    return source(parsed, subject)


def clause_scope(cue: Token, kind: ClaimKind) -> Scope | None:
    """The words a verb of speech introduces: its clause, its of-phrase, its object, or the clause it stands in."""
    lemma = cue.lemma_.lower()
    clause = first(child for child in children(cue, "ccomp") if not _apart(child, cue))
    if clause is not None:
        return _extent(clause)
    for prep in children(cue, "prep"):
        if lemma in cue_words("of_phrase") and prep.lower_ in ("of", "for", "with", "about", "in") and kind == "accusation":
            return _extent(prep)
    return (
        _infinitive(cue, lemma) or _parenthesis(cue) or _object(cue, lemma) or _number(cue, lemma) or _before(cue)
    )


def _apart(clause: Token, cue: Token) -> bool:
    """Whether the parse joined a clause across a semicolon."""
    between = clause.doc[clause.right_edge.i : cue.i] if clause.i < cue.i else clause.doc[cue.i : clause.left_edge.i]
    return any(token.text == ";" for token in between)


def _infinitive(cue: Token, lemma: str) -> Scope | None:
    if lemma not in cue_words("self_claim"):
        return None
    clause = first(children(cue, "xcomp"))
    return _extent(clause) if clause is not None else None


def _parenthesis(cue: Token) -> Scope | None:
    """ "The arrests, officials say, followed": the clause around a parenthesis is what is said."""
    if cue.dep_ not in ("parataxis", "ccomp", "dep", "advcl", "conj") or cue.head == cue:
        return None
    own_subject = bool(children(cue, "nsubj"))
    marked = children(cue, "mark", "cc") or children(cue.head, "cc") and cue.dep_ == "conj"
    if not own_subject or marked or cue.dep_ == "ccomp" and kind_of(cue.head) is not None:
        return None
    left = next(token.i for token in cue.subtree if not token.is_punct)
    if left > 0 and cue.doc[left - 1].text not in (",", "–", "—", "-", "(", "”", '"', "’", "'"):
        return None
    return _extent(cue.head)


def _object(cue: Token, lemma: str) -> Scope | None:
    thing = first(children(cue, "dobj"))
    if thing is None or thing.lemma_.lower() in cue_words("empty_object"):
        return None
    rumour = thing.lemma_.lower() in cue_words("rumour")
    if lemma in cue_words("denial") and not rumour and lemma not in cue_words("with_object"):
        return None
    if rumour or lemma in cue_words("with_object"):
        return _extent(thing)
    label = first(child for child in children(cue, "oprd") if child.lower_ not in ("home", "back", "in"))
    if lemma in ("call", "brand", "label", "describe", "denounce") and (label or any(p.lower_ == "as" for p in children(cue, "prep"))):
        return thing.left_edge.i, cue.right_edge.i
    return None


def _number(cue: Token, lemma: str) -> Scope | None:
    """ "Put the crowd at 3,000", "spoke of 300 dead": the phrase with the number."""
    if lemma not in cue_words("with_number"):
        return None
    behind = [child for child in cue.rights if child.dep_ in ("dobj", "prep", "ccomp", "nummod")]
    spread = [token for child in behind for token in child.subtree]
    if not any(token.pos_ == "NUM" or token.tag_ == "CD" for token in spread):
        return None
    return min(token.i for token in spread), max(token.i for token in spread)


def _before(cue: Token) -> Scope | None:
    """ "…, the lawyer said.": what stands before a speech tag whose clause the parse did not join."""
    doc = cue.doc
    subjects = children(cue, "nsubj")
    if not subjects or any(child.dep_ in ("dobj", "ccomp", "xcomp") for child in cue.children):
        return None
    comma = min(subjects[0].left_edge.i, cue.i) - 1
    if comma < 2 or doc[comma].text not in (",", "”", '"', "–", "—"):
        return None
    if not any(token.pos_ in ("VERB", "AUX", "NOUN") for token in doc[:comma]):
        return None
    return 0, comma - 1


def _passive(parsed: Parsed, cue: Token, kind: ClaimKind) -> Iterator[Attribution]:
    """ "Was accused by rivals of plotting", "is said to have fled", "it was announced that"."""
    by = first(agents(cue))
    speaker = source(parsed, by) if by is not None else NOBODY
    lemma = cue.lemma_.lower()
    scope = None
    if kind == "accusation":
        preps = [prep for prep in children(cue, "prep") if prep.lower_ in ("of", "for", "with", "in")]
        preps += [prep for noun in agents(cue) for prep in children(noun, "prep") if children(prep, "pcomp")]
        scope = _extent(preps[0]) if preps and lemma in cue_words("of_phrase") else None
    clause = first(children(cue, "xcomp", "ccomp"))
    if scope is None and clause is not None:
        scope = _extent(clause)
    if scope is None and by is not None and lemma in cue_words("with_object") | cue_words("denial"):
        subject = first(children(cue, "nsubjpass"))
        scope = _extent(subject) if subject is not None else None
    if scope is None or (by is None and lemma not in cue_words("raising")):
        return
    cue_kind: ClaimKind = kind if by is not None else _doubt(cue)
    yield _build(parsed, speaker, cue.text, cue, cue_kind, scope)


def _doubt(cue: Token) -> ClaimKind:
    return "accusation" if {cue.lemma_.lower(), cue.lower_} & cue_words("doubt") else "statement"


def _quoting(parsed: Parsed, cue: Token) -> Iterator[Attribution]:
    """ "X quoted Y as saying that", "Y was quoted by X as saying that"."""
    saying = first(
        verb for prep in children(cue, "prep") if prep.lower_ == "as" for verb in children(prep, "pcomp")
    )
    if saying is None or (scope := clause_scope(saying, "statement")) is None:
        return
    passive = is_passive(cue)
    said_by = first(children(cue, "nsubjpass")) if passive else first(children(cue, "dobj"))
    outlet = first(agents(cue)) if passive else first(surface_subject(cue))
    if said_by is not None:
        found = _build(parsed, source(parsed, said_by), saying.text, saying, "statement", scope)
        yield replace(found, outlet=source(parsed, outlet).text if outlet is not None else "")


def _relayed(parsed: Parsed, cue: Token, found: Attribution) -> Attribution:
    """ "The radio reported, citing police, that": police say it, the radio relays it."""
    for child in cue.children:
        if child.lower_ in ("citing", "quoting") and (cited := first(children(child, "dobj", "pobj"))) is not None:
            speaker = source(parsed, cited)
            return replace(
                found, source=speaker.text, source_start=speaker.start, source_end=speaker.end,
                head_start=speaker.head_start, head_end=speaker.head_end, outlet=found.source, pronoun=speaker.pronoun,
            )  # fmt: skip
    return found


def _told(parsed: Parsed, cue: Token) -> str:
    """The outlet that was told, or that the interview or article was in."""
    heard = [*children(cue, "dobj", "dative")] if cue.lemma_.lower() in ("tell", "inform") else []
    for prep in (child for child in cue.subtree if child.dep_ == "prep" and child.lower_ in ("with", "to", "in", "on")):
        if prep.head.lemma_.lower() in ("interview", "speak", "talk", "comment", "remark"):
            heard.extend(children(prep, "pobj"))
    for listener in heard:
        named = source(parsed, listener)
        if is_outlet(named.text) or (listener.pos_ == "PROPN" and listener.text.isupper() and len(listener.text) > 2):
            return named.text
    return ""


def is_outlet(name: str) -> bool:
    """Whether a name reads like one news outlet, not like the press at large."""
    words = {word.lower().strip(",.'’") for word in name.split()}
    return bool(words & cue_words("media")) and not (name.islower() and words & cue_words("audience"))


# ------------------------------------------------------------------ phrases


def _according(parsed: Parsed, token: Token) -> Iterator[Attribution]:
    nouns = [noun for prep in token.children if prep.lower_ == "to" for noun in children(prep, "pobj")]
    if not nouns:
        nouns = [child for child in token.rights if child.dep_ == "pobj"]
    if not nouns:
        return
    stray = [child for child in children(token, "pobj") if child.pos_ == "PROPN" and child not in nouns]
    speaker = source(parsed, stray[0] if stray else nouns[0])
    scope = _around(token, nouns[0].right_edge.i)
    if any(word.is_alpha or word.like_num for word in parsed.doc[scope[0] : scope[1] + 1]):
        yield _build(parsed, speaker, "according to", token, "statement", scope)


def _noun(parsed: Parsed, noun: Token) -> Iterator[Attribution]:
    """ "In her words", "by the police's count", "the ministry's figures stand"."""
    lemma = noun.lemma_.lower()
    phrased = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "by", "on") and lemma in cue_words("words_of")
    figures = noun.dep_ == "nsubj" and lemma in cue_words("figures_of")
    if not (phrased or figures):
        return
    owner = first(children(noun, "poss"))
    if owner is None:
        ofs = (prep for prep in children(noun, "prep") if prep.lower_ in ("of", "from"))
        owner = first(person for prep in ofs for person in children(prep, "pobj"))
    if owner is None or owner.pos_ not in ("NOUN", "PROPN", "PRON"):
        return
    if figures:
        if kind_of(noun.head) is None:
            yield _build(parsed, source(parsed, owner), noun.text, noun, "statement", (noun.left_edge.i, len(noun.doc) - 1))
        return
    start = noun.head
    if start.dep_ != "prep" or lemma == "statement":
        return
    cue = parsed.span(start, noun).text if owner.i < noun.i and owner.tag_ == "PRP$" else f"{start.text} {noun.text}"
    yield _build(parsed, source(parsed, owner), cue.lower(), start, "statement", _around(start, start.right_edge.i))


def _around(token: Token, end: int) -> Scope:
    """The stretch of the sentence that a phrase of attribution speaks for: what is before it, else what follows."""
    doc = token.doc
    start, stop = 0, len(doc) - 1
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


def _another(words: object) -> bool:
    return any(word.lower_ == "according" for word in words)  # type: ignore[attr-defined]


def _clause(token: Token) -> Token:
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def _extent(head: Token) -> Scope:
    return head.left_edge.i, head.right_edge.i


def attribution_for(parsed: Parsed, cue: Token) -> Attribution | None:
    """The attribution of a verb of speech whose words stand in a quotation: its scope is still the verb itself."""
    kind, speaker = kind_of(cue), speaker_of(parsed, cue)
    if kind is None or speaker is None:
        return None
    found = _build(parsed, speaker, cue.text, cue, kind, (cue.i, cue.i))
    return _relayed(parsed, cue, replace(found, outlet=_told(parsed, cue)))
