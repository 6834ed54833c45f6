"""Attributions that the syntax of one sentence shows: verbs of speech, "according to", "in her words", hearsay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline.frames.claims.attribution import NOBODY, Attribution, ClaimKind, Source
from timeline.frames.claims.authorship import traced
from timeline.frames.claims.closing import closing_tag
from timeline.frames.claims.scopes import Scope, around, clause_of, clause_scope, extent, kind_of
from timeline.frames.claims.sources import anonymous, counters, source
from timeline.frames.claims.verdicts import credited, disproved, waved_away
from timeline.frames.roles.passives import is_passive
from timeline.frames.roles.slots import agents, surface_subject
from timeline.frames.syntax.parsing import Parsed, children, first
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import cue_words
from timeline.frames.words.noun_words import noun_words

_TAG_MARKS = (",", "”", "»", '"', "’", "'")  # what stands before an inverted speech tag
_EDGES = (",", ";", ":", ".", "–", "—")


def spoken(parsed: Parsed) -> Iterator[Attribution]:
    """Every attribution within a sentence, in no particular order; pronouns are not resolved yet."""
    found, tag = list(_by_syntax(parsed)), closing_tag(parsed.doc)
    if tag is not None and tag.cue.lemma_ == "tell":  # "the mayor, Ada Lund, told Reuters": who is told speaks not
        cue = parsed.offset(tag.cue)
        found = [item for item in found if item.cue_start != cue or item.source_start < cue]
    yield from found
    cues = {item.cue_start for item in found}
    if tag is not None and parsed.offset(tag.cue) not in cues and not anonymous(tag.speaker):
        kind = kind_of(tag.cue) or "statement"
        yield _build(parsed, source(parsed, tag.speaker), tag.cue.text, tag.cue, kind, tag.said)


def _by_syntax(parsed: Parsed) -> Iterator[Attribution]:
    for token in parsed.doc:
        if token.lower_ == "according":
            yield from _according(parsed, token)
        elif token.lower_ in cue_words("hearsay"):
            yield _build(parsed, NOBODY, token.text, token, _doubt(token), extent(clause_of(token)))
        elif token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            yield from _verb(parsed, token)
            yield from credited(parsed, token, _build)
            yield from disproved(parsed, token, speaker_of, _build)
            yield from waved_away(parsed, token, speaker_of, _build)
            yield from traced(parsed, token, speaker_of, _build)
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


def _verb(parsed: Parsed, cue: Token) -> Iterator[Attribution]:
    kind = kind_of(cue)
    if _quoted_as(cue):
        return
    if cue.lemma_.lower() == "quote":
        yield from _quoting(parsed, cue)
    elif (cue.lemma_.lower() in ("cite", "quote") and cue.tag_ == "VBG") or kind is None or children(cue, "neg"):
        return
    elif is_passive(cue) and not _is_reduced(cue):
        yield from _passive(parsed, cue, kind)
    else:
        scope = clause_scope(cue, kind)
        speaker = speaker_of(parsed, cue)
        if scope is None or speaker is None:
            return
        found = _build(parsed, speaker, cue.text, cue, "denial" if _while_denying(cue) else kind, scope)
        yield _relayed(parsed, cue, replace(found, outlet=_told(parsed, cue)))
        yield from _gapped(parsed, cue, kind)


def _while_denying(cue: Token) -> bool:
    """ "Nobody was held, the ministry says, dismissing a post": who says so answers others."""
    whole = children(cue.head, "advcl") if cue.dep_ in ("parataxis", "ccomp") else ()
    near = (verb for verb in (*children(cue, "advcl"), *whole) if verb.i > cue.i and verb.tag_ == "VBG")
    answers = (verb for verb in near if verb.lemma_.lower() in cue_words("denial"))
    said = cue_words("rumour") | cue_words("posted")
    return any(thing.lemma_.lower() in said for verb in answers for thing in children(verb, "dobj"))


def _gapped(parsed: Parsed, cue: Token, kind: ClaimKind) -> Iterator[Attribution]:
    """ "They spoke of 900, the police of 200": the verb is said once for both."""
    if cue.lemma_.lower() not in cue_words("with_number"):
        return
    for subject in children(cue, "nsubj"):
        for other in children(subject, "appos", "conj"):
            prep = first(children(other, "prep"))
            if other.i > cue.i and prep is not None and any(token.like_num for token in prep.subtree):
                speaker = source(parsed, other)
                words = [token for token in (*other.lefts, other) if token.dep_ != "det"]
                kept = replace(speaker, text=parsed.span(words[0], words[-1]).text)
                yield _build(parsed, kept, cue.text, cue, kind, extent(prep))


def _quoted_as(cue: Token) -> bool:
    return cue.dep_ == "pcomp" and cue.head.lower_ == "as" and cue.head.head.lemma_.lower() == "quote"


def speaker_of(parsed: Parsed, cue: Token) -> Source | None:
    """The speaker of a verb of speech: its subject, whoever it went "through", or the subject it shares."""
    for prep in children(cue, "prep"):
        if prep.lower_ in ("through", "via") and (name := first(children(prep, "pobj"))) and name.pos_ == "PROPN":
            return source(parsed, name)
    subject = _subject(cue)
    if subject is None or subject.tag_ in ("EX", "WDT", "DT") or subject.i == cue.i:
        return None
    nobody = subject.lower_ in ("nobody", "none", "nothing", "neither") or any(
        word.lower_ in ("no", "neither") for word in children(subject, "det", "preconj", "cc")
    )
    nobody = nobody or (subject.pos_ == "NOUN" and subject.lemma_.lower() in noun_words().nobody)
    return None if nobody or anonymous(subject) else source(parsed, subject)


def _subject(cue: Token) -> Token | None:
    """The subject of a verb of speech; behind the verb in ", said a diplomat,", a name rather than its description."""
    if _is_reduced(cue):
        return cue.head
    own = children(cue, "nsubj")
    behind = [token for token in own if token.i > cue.i] or [
        token
        for token in children(cue, "dobj")
        if not own and cue.i and cue.nbor(-1).text in _TAG_MARKS and cue.tag_ != "VBG"
    ]
    if behind:
        return behind[0]
    if len(own) > 1:
        return own[-1]  # what stands before it is a dateline, or a description of it
    subject = first(surface_subject(cue))
    return _unclosed(subject, cue) or subject if subject is not None else None


def _is_reduced(cue: Token) -> bool:
    """ "The board, Gelec, denied that it was hacked": a past tense that the parse took for a participle."""
    said = (clause for clause in children(cue, "ccomp") if children(clause, "mark"))
    return cue.dep_ == "acl" and cue.tag_ == "VBN" and cue.head.dep_ == "ROOT" and any(said)


def _unclosed(subject: Token, cue: Token) -> Token | None:
    """ "… for the mayor, Ada Lund, the board said": what no comma closes before the verb is no apposition."""
    if subject.pos_ != "PROPN" or subject.i > cue.i:
        return None
    behind = (other for other in children(subject, "appos") if other.right_edge.i == cue.i - 1)
    return first(other for other in behind if cue.doc[other.left_edge.i - 1].text == ",")


def _passive(parsed: Parsed, cue: Token, kind: ClaimKind) -> Iterator[Attribution]:
    """ "Was accused by rivals of plotting", "is said to have fled", "it was announced that"."""
    by = first(agents(cue))
    speaker = source(parsed, by) if by is not None else NOBODY
    lemma = cue.lemma_.lower()
    scope = None
    if kind == "accusation":
        preps = [prep for prep in children(cue, "prep") if prep.lower_ in ("of", "for", "with", "in")]
        preps += [prep for noun in agents(cue) for prep in children(noun, "prep") if children(prep, "pcomp")]
        scope = extent(preps[0]) if preps and lemma in cue_words("of_phrase") else None
    clause = first(children(cue, "xcomp", "ccomp"))
    if scope is None and clause is not None:
        scope = extent(clause)
    if scope is None and by is not None and lemma in cue_words("with_object") | cue_words("denial"):
        subject = first(children(cue, "nsubjpass"))
        disputed = subject is not None and (
            subject.lemma_.lower() in cue_words("rumour") or lemma in cue_words("with_object")
        )
        scope = extent(subject) if subject is not None and disputed else None
    if scope is None and by is not None and lemma in cue_words("with_number"):
        scope = _put_at(cue)
    if scope is None or (by is None and lemma not in cue_words("raising")):
        return
    cue_kind: ClaimKind = kind if by is not None else _doubt(cue)
    yield _build(parsed, speaker, cue.text, cue, cue_kind, scope)


def _put_at(cue: Token) -> Scope | None:
    """ "A crowd estimated by police at 80,000": the number is theirs."""
    numbers = (prep for prep in children(cue, "prep") if prep.lower_ in ("at", "as"))
    at = first(prep for prep in numbers if any(word.tag_ == "CD" for word in prep.subtree))
    return extent(at) if at is not None else None


def _doubt(cue: Token) -> ClaimKind:
    return "accusation" if {cue.lemma_.lower(), cue.lower_} & cue_words("doubt") else "statement"


def _quoting(parsed: Parsed, cue: Token) -> Iterator[Attribution]:
    """ "X quoted Y as saying that", "Y was quoted by X as saying that"."""
    saying = first(verb for prep in children(cue, "prep") if prep.lower_ == "as" for verb in children(prep, "pcomp"))
    if saying is None:
        return
    scope = clause_scope(saying, "statement") or clause_scope(cue, "statement") or (cue.i, cue.i)
    passive = is_passive(cue)
    said_by = first(children(cue, "nsubjpass")) if passive else first(children(cue, "dobj"))
    outlet = first((*agents(cue), *agents(saying))) if passive else first(surface_subject(cue))
    if said_by is not None:
        found = _build(parsed, source(parsed, said_by), saying.text, saying, "statement", scope)
        yield replace(found, outlet=source(parsed, outlet).text if outlet is not None else "")


def _relayed(parsed: Parsed, cue: Token, found: Attribution) -> Attribution:
    """ "The radio reported, citing police, that": police say it, the radio relays it."""
    for child in cue.subtree:
        apart = child.i > 0 and child.nbor(-1).text in (",", cue.text)
        quoting = child.lower_ in ("citing", "quoting") and apart
        if quoting and (cited := first(children(child, "dobj", "pobj"))) is not None:
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


def _according(parsed: Parsed, token: Token) -> Iterator[Attribution]:
    nouns = [noun for prep in token.children if prep.lower_ == "to" for noun in children(prep, "pobj")]
    if not nouns:
        nouns = [child for child in token.rights if child.dep_ == "pobj"]
    if not nouns:
        return
    stray = [child for child in children(token, "pobj") if child.pos_ == "PROPN" and child not in nouns]
    if anonymous(nouns[0]) or _behind_figures(nouns[0]):
        return
    speaker = source(parsed, stray[0] if stray else nouns[0])
    scope = around(token, nouns[0].right_edge.i)
    if any(word.is_alpha or word.like_num for word in parsed.doc[scope[0] : scope[1] + 1]):
        yield _build(parsed, speaker, "according to", token, "statement", scope)


def _behind_figures(noun: Token) -> bool:
    """ "According to preliminary figures Union had 24 percent": the name begins what is said."""
    before = noun.nbor(-1) if noun.i else noun
    return noun.pos_ == "PROPN" and before.lower_ == before.text and before.lemma_.lower() in cue_words("figures_of")


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
    if owner is None and phrased:
        owner = first(name for name in children(noun, "compound") if name.pos_ == "PROPN" and name.i == noun.i - 1)
    counting = counters(parsed, noun) if owner is None and phrased else None
    if counting is not None:
        cue = f"{noun.head.text} {noun.text}".lower()
        yield _build(parsed, counting, cue, noun.head, "statement", around(noun.head, noun.head.right_edge.i))
    if owner is None or owner.pos_ not in ("NOUN", "PROPN", "PRON") or owner.lower_ in ("our", "my"):
        return
    if owner.lemma_.lower() in noun_words().nobody:
        return  # "the official count of the vote"
    if figures:
        if kind_of(noun.head) is None:
            yield _build(parsed, source(parsed, owner), noun.text, noun, "statement", (0, len(noun.doc) - 1))
        return
    start = noun.head
    if start.dep_ != "prep" or lemma == "statement":
        return
    cue = parsed.span(start, noun).text if owner.i < noun.i and owner.tag_ == "PRP$" else f"{start.text} {noun.text}"
    yield _build(parsed, source(parsed, owner), cue.lower(), start, "statement", around(start, start.right_edge.i))


def attribution_for(parsed: Parsed, cue: Token) -> Attribution | None:
    """The attribution of a verb of speech whose words stand in a quotation: its scope is still the verb itself."""
    if cue.lemma_.lower() == "quote":
        return next(_quoting(parsed, cue), None)
    kind, speaker = kind_of(cue), speaker_of(parsed, cue)
    if kind is None or speaker is None:
        return None
    found = _build(parsed, speaker, cue.text, cue, kind, (cue.i, cue.i))
    return _relayed(parsed, cue, replace(found, outlet=_told(parsed, cue)))
