"""A parsed sentence as plain Python values: what the rules ask of a token, thousands of times, is at hand.

The names are spaCy's, so that its documentation serves; a token of spaCy itself makes everything anew at each question.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

import spacy.tokens
import spacy.vocab

from timeline.frames.syntax.mends import mend
from timeline.frames.syntax.tagging import Tags

_REMEMBERED = 200  # tokens


class Doc(tuple["Token", ...]):
    """The tokens of one sentence, in order. A slice of it is a plain tuple."""

    text: str

    def __new__(cls, tokens: Iterable[Token], text: str) -> Doc:
        """Tokens and the text that they cover."""
        doc = super().__new__(cls, tokens)
        doc.text = text
        for token in doc:
            token.doc = doc
        return doc

    __hash__ = object.__hash__  # each parse is its own, so that what is read from it can be remembered
    __eq__ = object.__eq__

    def covered(self, start: int, end: int, whole: bool) -> tuple[Token, ...]:
        """The tokens in a stretch of the text: the ``whole`` ones only, or all that it touches."""
        if not 0 <= start < len(self.text) or not 0 < end <= len(self.text):
            return ()
        first, last = self._at(start), self._at(end - 1)
        if whole:
            first += self[first].idx < start
            last -= end < self[last].idx + len(self[last])
        else:
            first += start == self[first].idx + len(self[first])  # the space after a token
        return self[first : last + 1]

    def _at(self, offset: int) -> int:
        """The token that holds a character; the space after it is its own."""
        return max(0, bisect_right(self, offset, key=lambda token: token.idx) - 1)


class Token:
    """A token of a parse, by the names that spaCy gives its properties. Two are equal only if they are one."""

    __slots__ = (
        "_ancestors", "_conjuncts", "_subtree", "children", "dep_", "doc", "head", "i", "idx", "is_alpha", "is_punct",
        "labelled", "left_edge", "lefts", "lemma_", "like_num", "lower_", "pos_", "right_edge", "rights", "tag_",
        "text",
    )  # fmt: skip

    doc: Doc
    head: Token
    left_edge: Token
    right_edge: Token
    children: tuple[Token, ...]
    lefts: tuple[Token, ...]
    rights: tuple[Token, ...]
    labelled: dict[tuple[str, ...], tuple[Token, ...]]
    """What was asked of its children, if it has any: those with one of some labels."""

    def __init__(self, i: int, idx: int, word: _Word, tags: Tags) -> None:
        """What is known of it alone; `from_spacy` ties it to the others."""
        self.i, self.idx = i, idx
        self.text, self.lower_, self.is_alpha, self.is_punct, self.like_num = word
        self.lemma_, self.pos_, self.tag_, self.dep_ = tags
        self._ancestors: tuple[Token, ...] | None = None
        self._conjuncts: tuple[Token, ...] | None = None
        self._subtree: tuple[Token, ...] | None = None

    def __len__(self) -> int:
        """How many characters it has."""
        return len(self.text)

    def __repr__(self) -> str:
        """Its text."""
        return self.text

    @property
    def text_with_ws(self) -> str:
        """Its text and the space after it, if there is one."""
        following = self.doc[self.i + 1].idx if self.i + 1 < len(self.doc) else len(self.doc.text)
        return self.doc.text[self.idx : following]

    @property
    def ancestors(self) -> tuple[Token, ...]:
        """Its head, the head of that, and so on."""
        if self._ancestors is not None:
            return self._ancestors
        token, above = self, []
        while token.head is not token:
            token = token.head
            above.append(token)
        return self._kept("_ancestors", tuple(above))

    @property
    def subtree(self) -> tuple[Token, ...]:
        """It and all below it, from left to right."""
        if self._subtree is not None:
            return self._subtree
        if not self.children:
            return (self,)
        found: list[Token] = []
        waiting = [(self, False)]
        while waiting:
            token, opened = waiting.pop()
            if opened or not token.children:
                found.append(token)
                continue
            waiting.extend((child, False) for child in reversed(token.rights))
            waiting.append((token, True))
            waiting.extend((child, False) for child in reversed(token.lefts))
        return self._kept("_subtree", tuple(found))

    def _kept(self, name: str, row: tuple[Token, ...]) -> tuple[Token, ...]:
        """A row, remembered unless it is so long that those of all tokens would not fit into memory."""
        if len(row) <= _REMEMBERED:
            setattr(self, name, row)
        return row

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The tokens coordinated with it."""
        if self._conjuncts is None:
            first = self
            while first.dep_ == "conj" and first.head is not first:
                first = first.head
            row = [first]
            for token in row:
                row.extend(child for child in token.rights if child.dep_ == "conj")
            return self._kept("_conjuncts", tuple(token for token in row if token is not self))
        return self._conjuncts

    def is_ancestor(self, other: Token) -> bool:
        """Whether it stands above another."""
        return self in other.ancestors

    def nbor(self, steps: int = 1) -> Token:
        """The token so many places on. Raises IndexError where there is none."""
        if self.i + steps < 0:
            raise IndexError(self.i + steps)
        return self.doc[self.i + steps]


_Word = tuple[str, str, bool, bool, bool]  # what spaCy knows of a spelling: text, lower_, is_alpha, is_punct, like_num


@lru_cache(maxsize=32_768)
def _word(vocab: spacy.vocab.Vocab, orth: int) -> _Word:
    seen = vocab[orth]
    return seen.orth_, seen.lower_, seen.is_alpha, seen.is_punct, seen.like_num


_ASKED: list[int | str] = ["ORTH", "SPACY", "HEAD"]


def from_spacy(
    parse: spacy.tokens.Doc, text: str, tags: Iterable[Tags], skipped: int = 0, added: int | None = None
) -> Doc:
    """A parse that spaCy made of a text but for the blanks ``skipped`` at its start, with the tags of its tokens.

    The token at ``added`` is not in the text: whatever hangs on it hangs on its head.
    """
    seen = parse.to_array(_ASKED)
    tokens: list[Token] = []
    idx = skipped
    for i, ((orth, space), own) in enumerate(zip(seen[:, :-1].tolist(), tags, strict=True)):
        if i != added:
            word = _word(parse.vocab, orth)
            tokens.append(Token(len(tokens), idx, word, own))
            idx += len(word[0])
        idx += space
    doc = Doc(tokens, text)
    heads: list[int] = (seen[:, -1].astype("int64") + range(len(seen))).tolist()  # told as steps to them
    if added is not None:
        heads = _without(added, heads)
    mend(doc, heads)
    _tie(doc, heads)
    return doc


def _without(place: int, heads: Sequence[int]) -> list[int]:
    """The heads of all tokens but one, as places among the others."""
    above = heads[place]
    kept = (above if head == place else head for at, head in enumerate(heads) if at != place)
    return [head - (head > place) for head in kept]


def _tie(doc: Doc, heads: Sequence[int]) -> None:
    """Tell tokens their heads, children and edges; in place."""
    below: dict[int, list[Token]] = {}
    for token, head in zip(doc, heads, strict=True):
        token.head = doc[head]
        token.left_edge = token.right_edge = token
        token.children = token.lefts = token.rights = ()
        if head != token.i:
            below.setdefault(head, []).append(token)
    for head, children in below.items():
        token = doc[head]
        before = sum([child.i < head for child in children])
        token.children, token.labelled = tuple(children), {}
        token.lefts, token.rights = token.children[:before], token.children[before:]
    for token in doc:  # the first that comes up to a head is the leftmost below it
        above = token.head
        while token.i < above.left_edge.i:
            above.left_edge, above = token, above.head
    for token in reversed(doc):
        above = token.head
        while token.i > above.right_edge.i:
            above.right_edge, above = token, above.head
