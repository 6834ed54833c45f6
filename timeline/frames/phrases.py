"""Noun phrases and lists, read from the parse and, where a long list confuses the parser, from the surface."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from timeline.frames.introductions import Introduction
from timeline.frames.name_words import name_words, role_word
from timeline.frames.names import Cast
from timeline.frames.syntax import Parsed

_PREMODIFIERS = (
    "det",
    "amod",
    "compound",
    "nmod",
    "nummod",
    "poss",
    "quantmod",
    "predet",
    "advmod",
    "case",
    "npadvmod",
    "punct",
    "neg",
    "dep",
    "appos",
)
_NOMINAL = ("NOUN", "PROPN", "PRON")
_BEFORE_NOUN = frozenset(
    {"DT", "PDT", "CD", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "HYPH", "VBN", "VBG", "RB", "$"}
)
_TAIL = 7  # tokens of an "of" phrase kept with its noun
_LONGEST = 60  # items of a list


@dataclass(frozen=True)
class Item:
    """A noun phrase: its head, its first and last token (inclusive), and the capitalised name it is, if it is one."""

    head: Token
    first: int
    last: int
    naming: Introduction | None = None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens of the phrase."""
        return tuple(self.head.doc[self.first : self.last + 1])


def item(parsed: Parsed, head: Token, cast: Cast) -> Item:
    """The noun phrase around a head: a whole name where the head is part of one, else the head and what modifies it."""
    naming = cast.at(parsed.offset(head))
    if naming is not None and naming.kind != "role":
        first, last = _tokens(parsed, naming, head)
        if not (last + 1 < len(head.doc) and _modifies(head.doc[last], head)):
            return Item(head.doc[last], first, last, naming)
    first = min([head.i, *(child.left_edge.i for child in _left(head))])
    return Item(head, first, _end(head))


def _tokens(parsed: Parsed, naming: Introduction, head: Token) -> tuple[int, int]:
    base = parsed.sentence.span.start
    span = parsed.doc.char_span(naming.left - base, naming.end - base, alignment_mode="contract")
    return (span.start, span.end - 1) if span is not None and len(span) else (head.i, head.i)


def _modifies(last: Token, head: Token) -> bool:
    """Whether a name only modifies the noun that is really meant: the slot head stands outside it."""
    return head.i > last.i


def _left(head: Token) -> list[Token]:
    """The modifiers in front of a noun, as far as they touch each other."""
    touching: list[Token] = []
    edge = head.i
    for child in sorted(head.lefts, key=lambda token: -token.i):
        if child.dep_ not in _PREMODIFIERS or child.right_edge.i < edge - 1 or child.text in (",", ":", ";", "—", "–"):
            break
        touching.append(child)
        edge = child.left_edge.i
    return touching


def _end(head: Token) -> int:
    """The last token of a noun phrase: the head, or its short "of" phrase."""
    for child in head.rights:
        if child.i == head.i + 1 and child.lower_ == "of":
            edge = child.i
            while edge + 1 < len(head.doc) and edge - child.i < _TAIL and head.is_ancestor(head.doc[edge + 1]):
                if head.doc[edge + 1].text in (",", "(", ";", "–", "—") or head.doc[edge + 1].dep_ in (
                    "relcl",
                    "acl",
                    "nsubj",
                ):
                    break
                edge += 1
            return edge if edge > child.i else head.i
    return head.i


def listed(parsed: Parsed, head: Token, cast: Cast) -> tuple[Item, ...]:
    """Every item of the list a head belongs to, in order; the phrase alone if it is no list."""
    start = item(parsed, head, cast)
    right, closed = _rightwards(parsed, start, cast)
    left = _leftwards(parsed, start, cast) if closed or _left_list(start) else ()
    chain = [*left, start, *right]
    if len(chain) > 1 and not (closed or len(chain) > 2):
        chain = [start]
    for token in _conjuncts(start.head, head):
        other = item(parsed, token, cast)
        if _subject_elsewhere(start, other) and other.first > start.last:
            continue
        if all(other.first > known.last or other.last < known.first for known in chain) and _alike(chain, other):
            chain.append(other)
    return tuple(sorted(chain, key=lambda entry: entry.first))


def _conjuncts(*heads: Token) -> list[Token]:
    return [
        token
        for token in sorted({c for head in heads for c in head.conjuncts}, key=lambda token: token.i)
        if token.pos_ in (*_NOMINAL, "NUM", "ADJ")
    ]


def _alike(chain: list[Item], other: Item) -> bool:
    """Whether the parser may be believed that a phrase stands on one level with a list read from the surface."""
    return len(chain) == 1 or all(entry.naming is None for entry in chain) or other.naming is not None


def _left_list(start: Item) -> bool:
    return any(start.head in token.conjuncts for token in start.head.doc[: start.first])


def _rightwards(parsed: Parsed, start: Item, cast: Cast) -> tuple[list[Item], bool]:
    """The items that follow in a list, and whether an "and" closes it."""
    found: list[Item] = []
    at, closed, doc = start, False, parsed.doc
    while len(found) < _LONGEST:
        gap, closes = _separator(doc, _tail(parsed, at))
        if not gap:
            break
        following = item_from(parsed, gap, cast)
        if following is None or _subject_elsewhere(start, following) or _inside(parsed, at, gap, following, cast):
            break
        if _apposition(doc, at, following):
            at = following
            continue
        if closed and not closes:
            break
        found.append(following)
        closed, at = closed or closes, following
    return found, closed


def _tail(parsed: Parsed, entry: Item) -> int:
    """Where to look for the next separator: behind the phrase, its bracket and what hangs on it by a preposition."""
    doc, at = parsed.doc, entry.last + 1
    if at < len(doc) and doc[at].text == "(":
        close = next((token.i for token in doc[at : at + 8] if token.text == ")"), at - 1)
        at = close + 1
    if entry.naming is not None and at < len(doc) and doc[at].tag_ == "CD":
        at += 2 if at + 1 < len(doc) and doc[at + 1].lower_ in ("each", "apiece") else 1
    if at < len(doc) and doc[at].tag_ == "IN" and doc[at].lower_ in ("of", "from", "in"):
        end = next(
            (
                token.i
                for token in doc[at : at + 8]
                if token.text == "," or token.tag_ == "CC" or token.pos_ in ("VERB", "AUX")
            ),
            at,
        )
        at = end if end < len(doc) and (doc[end].text == "," or doc[end].tag_ == "CC") else at
    return at


def _inside(parsed: Parsed, entry: Item, gap: int, following: Item, cast: Cast) -> bool:
    """Whether the next name goes on with a list inside the phrase: "diplomats from Spain, France and Italy"."""
    within = [cast.at(parsed.offset(token)) for token in parsed.doc[entry.head.i + 1 : gap]]
    kinds = {naming.kind for naming in within if naming is not None}
    own = entry.naming.kind if entry.naming else ""
    return following.naming is not None and following.naming.kind in kinds and following.naming.kind != own


def _separator(doc: object, at: int) -> tuple[int, bool]:
    """Where the next item begins after a comma, "and", "as well as" (0 if there is none), and whether that closes."""
    tokens = doc[at : at + 5]  # type: ignore[index]
    words = [token.lower_ for token in tokens]
    step = 1 if words[:1] and words[0] in (",", ";") else 0
    rest = words[step:]
    if rest[:3] == ["as", "well", "as"]:
        return at + step + 3, True
    if rest[:2] in (["along", "with"], ["together", "with"]):
        return at + step + 2, True
    if rest and rest[0] in ("and", "or", "&", "plus"):
        return at + step + 1, True
    return (at + step, False) if step and words[0] == "," else (0, False)


def item_from(parsed: Parsed, first: int, cast: Cast) -> Item | None:
    """The noun phrase that begins at a token, read from tags: a name, "the X", "X's Y", "12 others"."""
    doc, at = parsed.doc, first
    head: Token | None = None
    naming: Introduction | None = None
    while at < len(doc) and at - first < 12:
        token = doc[at]
        own = cast.at(parsed.offset(token))
        if own is None:
            own = next((n for n in cast.namings if n.left <= parsed.offset(token) < n.start), None)
        if own is not None and own.kind != "role" and own.left >= parsed.offset(doc[first]):
            at = _tokens(parsed, own, token)[1]
            head, naming = doc[at], own
        elif (
            (naming is not None and token.tag_ in ("CD", "DT", "RB"))
            or token.tag_ not in _BEFORE_NOUN
            or (token.tag_ in ("RB", "VBG", "VBN") and token.dep_ not in ("amod", "advmod", "compound"))
        ):
            break
        elif token.tag_.startswith("NN") or (token.tag_ == "CD" and not _noun_follows(doc, at)):
            head, naming = token, None
        elif token.tag_ == "DT" and head is not None and token.tag_ != "POS":
            break
        at += 1
    if head is None:
        return None
    return Item(head, first, max(head.i, _end(head) if naming is None else head.i), naming)


def _noun_follows(doc: object, at: int) -> bool:
    return any(token.tag_.startswith("NN") for token in doc[at + 1 : at + 3])  # type: ignore[index]


def _subject_elsewhere(start: Item, following: Item) -> bool:
    """Whether the next phrase is the subject of a new clause: "Peru expelled the envoy, and Chile protested"."""
    if start.head.dep_ in ("nsubj", "nsubjpass"):
        return False
    after = following.last + 1
    doc = start.head.doc
    if after < len(doc) and doc[after].tag_ in ("VBD", "VBZ", "VBP", "MD") and start.head.i > start.head.head.i:
        return True
    heads = [token for token in following.tokens if token.dep_ in ("nsubj", "nsubjpass")]
    return any(token.head.i > following.last and token.head is not start.head.head for token in heads)


def _apposition(doc: object, entry: Item, following: Item) -> bool:
    """Whether the next phrase only says what the one before is: "A, a lawyer, and B"."""
    if entry.naming is None or following.naming is not None or following.last + 1 >= len(doc):  # type: ignore[arg-type]
        return False
    described = role_word(following.head.lower_) or following.head.dep_ == "appos"
    opened = following.tokens[0].tag_ in ("DT", "PRP$", "JJ") or following.tokens[0].lower_ in name_words().modifiers
    return bool(described and opened and doc[following.last + 1].text in (",", "of", "in"))  # type: ignore[index]


def _leftwards(parsed: Parsed, start: Item, cast: Cast) -> list[Item]:
    """The items before a phrase in its list, for parses that hang the list on an item in the middle."""
    found: list[Item] = []
    doc, first = parsed.doc, start.first
    while first >= 2 and len(found) < _LONGEST:
        comma = doc[first - 1]
        if comma.text != "," and comma.lower_ not in ("and", "or"):
            break
        end = first - 2
        if comma.text != "," and doc[end].text == ",":
            end -= 1
        before = item(parsed, doc[end], cast) if end >= 0 and doc[end].pos_ in _NOMINAL else None
        if before is None or before.last != end or before.naming is None or start.naming is None:
            break
        if before.head.dep_ == "pobj" and before.head not in start.head.conjuncts:
            break
        if before.first and doc[before.first - 1].lower_ == "the":
            before = Item(before.head, before.first - 1, before.last, before.naming)
        found.insert(0, before)
        first = before.first
    return found


def examples(parsed: Parsed, head: Token, cast: Cast) -> tuple[tuple[Item, ...], bool]:
    """The list that spells out a phrase ("several states, including A and B"), and whether it is the whole of it."""
    doc = parsed.doc
    for at in range(item(parsed, head, cast).last + 1, min(len(doc), head.i + 25)):
        word, following = doc[at].lower_, doc[at + 1].lower_ if at + 1 < len(doc) else ""
        step = 2 if (word, following) in (("such", "as"), ("among", "them"), ("for", "example")) else 0
        step = step or (
            1 if word in ("including", "include", "includes", "notably", "namely", "especially", "like") else 0
        )
        if step:
            step += at + step < len(doc) and doc[at + step].text in (",", ":")
            return _spelled(parsed, at + step, cast), word == "namely"
        if word in (":", "(", "—", "–", "-") and head.tag_ == "NNS":
            spelled = _spelled(parsed, at + 1, cast)
            if len(spelled) > 1 and all(entry.naming is not None for entry in spelled):
                return spelled, True
            return (), False
        if doc[at].pos_ in ("VERB", "AUX") and doc[at].dep_ not in ("acl", "relcl", "amod"):
            break
    return (), False


def _spelled(parsed: Parsed, at: int, cast: Cast) -> tuple[Item, ...]:
    start = item_from(parsed, at, cast)
    if start is None:
        return ()
    return (start, *_rightwards(parsed, start, cast)[0])
