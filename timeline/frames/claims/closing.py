"""Speech tags that end a sentence and that the parse did not see: "…, their union reports.", "…, the board said late."

A long sentence ends in a speaker and a verb of speech, and the parse takes the speaker for an apposition of the last
name, or the verb for a noun. The surface tells: a comma, a noun phrase, the verb, and no other verb behind it.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.frames.claims.scopes import Scope
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Doc, Token
from timeline.frames.words.cues import cue_words

_BEHIND = 12  # tokens that may follow the verb: "said in a statement late on Sunday"
_LONGEST = 14  # tokens of a speaker's description
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_PHRASE = ("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "PRP$", "HYPH")
_EYES = ("reporter", "journalist", "correspondent", "photographer", "witness", "reporters", "journalists", "witnesses")
_LINKS = ("of", "for", "in", "at", "and")
_LAST = ("NOUN", "PROPN")


@dataclass(frozen=True, slots=True)
class Tag:
    """A verb of speech at the end of a sentence, the noun that speaks, and what is said."""

    cue: Token
    speaker: Token
    said: Scope


def closing_tag(doc: Doc) -> Tag | None:
    """The speech tag a sentence ends in, None if there is none."""
    cue = _cue(doc)
    if cue is None:
        return None
    first, speaker = _speaker(doc, cue)
    if speaker is None or not any(token.tag_ in _FINITE for token in doc[: first - 1]):
        return None
    start = next((token.i + 1 for token in reversed(doc[: first - 1]) if token.text == ";"), 0)
    return Tag(cue, speaker, (start, first - 2))


def _cue(doc: Doc) -> Token | None:
    """The last verb of speech, if nothing but phrases of time and place follows it."""
    last = len(doc) - 1
    while last > 0 and doc[last].is_punct:
        last -= 1
    for token in reversed(doc[max(0, last - _BEHIND) : last + 1]):
        if token.lemma_.lower() in cue_words("tagging") and (token.tag_ in _FINITE or _misread(token, last)):
            return token
        if token.i == last and token.lower_ in ("saw", "witnessed") and token.nbor(-1).lower_ in _EYES:
            return token  # "..., a reporter of the agency saw"
        if token.pos_ in ("VERB", "AUX", "PRON", "SCONJ", "CCONJ") or token.text in (",", ";", ":"):
            return None
    return None


def _misread(token: Token, last: int) -> bool:
    """ "…, their families allege": a verb that the parse took for a noun, with all that is said before it."""
    if token.tag_ == "VBN":
        return not any(aux.i < token.i for aux in children(token, "aux", "auxpass"))
    clause = any(said.i < token.i for said in children(token, "ccomp"))
    return token.i == last and token.pos_ == "NOUN" and token.dep_ == "ROOT" and clause


def _speaker(doc: Doc, cue: Token) -> tuple[int, Token | None]:
    """Where the speaker's phrase begins, behind a comma, and its head; the name in ", the mayor, Ada Lund, said"."""
    first = _opening(doc, cue.i)
    if first == cue.i:  # a comma before the verb closes a name beside its description
        name, first = doc[max(0, cue.i - 2)], _opening(doc, cue.i - 1)
        if name.pos_ != "PROPN" or not _is_phrase(doc, first, cue.i - 1):
            return 0, None
        first = _opening(doc, first - 1)
        return (first, name) if _is_phrase(doc, first, name.i) else (0, None)
    return (first, _head(doc, first, cue.i)) if _is_phrase(doc, first, cue.i) else (0, None)


def _opening(doc: Doc, end: int) -> int:
    """The token behind the last comma before ``end``; 0 if there is none near."""
    near = doc[max(0, end - _LONGEST) : max(0, end)]
    return next((token.i + 1 for token in reversed(near) if token.text in (",", "—", "–")), 0)


def _is_phrase(doc: Doc, first: int, end: int) -> bool:
    """Whether the tokens from ``first`` up to ``end`` can be a noun phrase that speaks."""
    words = [token for token in doc[first:end] if token.text != ","]
    if first < 2 or not words or words[-1].pos_ not in _LAST or words[0].lower_ in _LINKS:
        return False
    return all(token.tag_ in _PHRASE or token.lower_ in _LINKS for token in words)


def _head(doc: Doc, first: int, end: int) -> Token | None:
    """The noun of a phrase: the last one before "of"."""
    words = doc[first:end]
    before = next((token.i for token in words if token.lower_ in _LINKS), end)
    nouns = [token for token in doc[first:before] if token.pos_ in _LAST]
    return nouns[-1] if nouns else None
