"""Expand lists, from the parse and, where a long list confuses the parser, from the surface."""

from __future__ import annotations

from functools import lru_cache

from timeline.frames.naming.names import Cast
from timeline.frames.syntax.parsing import Parsed
from timeline.frames.syntax.phrases import NOMINAL, Item, item, item_from
from timeline.frames.syntax.tokens import Doc, Token
from timeline.frames.words.name_words import name_words, role_word

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_LONGEST = 60  # items of a list
_REACH = 25  # tokens from a noun to the list that spells it out


@lru_cache(maxsize=256)
def listed(parsed: Parsed, head: Token, cast: Cast) -> tuple[Item, ...]:
    """Every item of the list a head belongs to, in order; the phrase alone if it is no list."""
    start = item(parsed, head, cast)
    right, closed = _rightwards(parsed, start, cast)
    left = _leftwards(parsed, start, cast) if closed or _left_list(start) else ()
    chain = [*left, start, *right]
    if len(chain) > 1 and not (closed or len(chain) > 2):
        chain = [start]
    chain += _added(parsed, start, chain, cast)
    for token in _conjuncts(start.head, head, *_named_at_once(head)):
        other = item(parsed, token, cast)
        if _subject_elsewhere(start, other) and other.first > start.last:
            continue
        if all(other.first > known.last or other.last < known.first for known in chain) and _alike(chain, other):
            chain.append(other)
    return tuple(sorted(chain, key=lambda entry: entry.first))


def _added(parsed: Parsed, start: Item, chain: list[Item], cast: Cast) -> list[Item]:
    """Those a distant ", as well as" adds to the subject of a clause without an object: "X left, as well as Y"."""
    verb, doc = start.head.head, parsed.doc
    if (
        start.naming is None
        or start.head.dep_ not in ("nsubj", "nsubjpass")
        or any(c.dep_ == "dobj" for c in verb.children)
    ):
        return []
    for at in range(max(verb.i, chain[-1].last + 1), len(doc) - 4):
        if [token.lower_ for token in doc[at : at + 4]] == [",", "as", "well", "as"]:
            first = item_from(parsed, at + 4, cast)
            beside = cast.at(parsed.offset(doc[at - 1]))
            if first is None or first.naming is None or (beside is not None and beside.kind == first.naming.kind):
                return []
            return [first, *_rightwards(parsed, first, cast)[0]]
    return []


def _named_at_once(head: Token) -> tuple[Token, ...]:
    """ "Her brother Otto Lund and two aides": the name that stands beside a head without a comma, with its row."""
    return tuple(token for token in head.children if token.dep_ == "appos" and token.left_edge.i == head.i + 1)


def _conjuncts(*heads: Token) -> list[Token]:
    return [
        token
        for token in sorted({c for head in heads for c in head.conjuncts}, key=lambda token: token.i)
        if token.pos_ in (*NOMINAL, "NUM", "ADJ")
    ]


def _alike(chain: list[Item], other: Item) -> bool:
    """Whether the parser may be believed that a phrase stands on one level with a list read from the surface."""
    return len(chain) == 1 or all(entry.naming is None for entry in chain) or other.naming is not None


def _left_list(start: Item) -> bool:
    head = start.head
    before = (token for token in head.doc[: start.first] if token.dep_ == "conj" or head.dep_ == "conj")
    return any(head in token.conjuncts for token in before)


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
        if _beside_what_governs(start, following):
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


def _separator(doc: Doc, at: int) -> tuple[int, bool]:
    """Where the next item begins after a comma, "and", "as well as" (0 if there is none), and whether that closes."""
    tokens = doc[at : at + 5]
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


def _subject_elsewhere(start: Item, following: Item) -> bool:
    """Whether the next phrase is the subject of a new clause: "Peru expelled the envoy, and Chile protested"."""
    doc, after = start.head.doc, following.last + 1
    if not any(token.tag_ in _FINITE and token.dep_ not in ("relcl", "acl") for token in doc[: start.first]):
        return False
    root = start.head
    while root.dep_ == "conj" and root.head != root:
        root = root.head
    if root.dep_ in ("nsubj", "nsubjpass"):
        return False
    if root.lower_ in name_words().calendar and following.head in root.conjuncts:
        return False  # "on 3 May, Peru and Chile refused": a row that the parse joined to the day
    if after < len(doc) and doc[after].tag_ in _FINITE:
        return True
    heads = [token for token in following.tokens if token.dep_ in ("nsubj", "nsubjpass")]
    return any(token.head.i > following.last and token.head != root.head for token in heads)


def _beside_what_governs(start: Item, following: Item) -> bool:
    """ "The expulsion of six envoys and the closure of a consulate": what is closed is beside the expulsion."""
    head = following.head
    beside = head.dep_ == "conj" and head.head.pos_ == "NOUN" and start.head.dep_ == "pobj"
    return following.naming is None and beside and start.head.head.lower_ == "of" and start.head.head.head == head.head


def _apposition(doc: Doc, entry: Item, following: Item) -> bool:
    """Whether the next phrase only says what the one before is: "A, a lawyer, and B"."""
    if entry.naming is None or following.naming is not None or following.last + 1 >= len(doc):
        return False
    described = role_word(following.head.lower_) or following.head.dep_ == "appos"
    opened = following.tokens[0].tag_ in ("DT", "PRP$", "JJ") or following.tokens[0].lower_ in name_words().modifiers
    return bool(described and opened and doc[following.last + 1].text in (",", "of", "in"))


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
        before = item(parsed, doc[end], cast) if end >= 0 and doc[end].pos_ in NOMINAL else None
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
    for at in range(item(parsed, head, cast).last + 1, min(len(doc), head.i + _REACH)):
        word, following = doc[at].lower_, doc[at + 1].lower_ if at + 1 < len(doc) else ""
        step = 2 if (word, following) in (("such", "as"), ("among", "them"), ("for", "example")) else 0
        step = step or (
            1 if word in ("including", "include", "includes", "notably", "namely", "especially", "like") else 0
        )
        if step:
            step += at + step < len(doc) and doc[at + step].text in (",", ":")
            if [token.lower_ for token in doc[at + step : at + step + 2]] == ["those", "of"]:
                step += 2  # "governments, including those of Peru and Chile"
            return spelled(parsed, at + step, cast), word == "namely"
        if word in (":", "(", "—", "–", "-") and head.tag_ == "NNS":
            named = spelled(parsed, at + 1, cast)
            if len(named) > 1 and all(entry.naming is not None for entry in named):
                return named, True
            return (), False
        if doc[at].pos_ in ("VERB", "AUX") and doc[at].dep_ not in ("acl", "relcl", "amod"):
            break
    return (), False


def spelled(parsed: Parsed, at: int, cast: Cast) -> tuple[Item, ...]:
    """The list that begins at a token: behind "including", a colon, a dash."""
    start = item_from(parsed, at, cast)
    if start is None:
        return ()
    return (start, *_rightwards(parsed, start, cast)[0])
