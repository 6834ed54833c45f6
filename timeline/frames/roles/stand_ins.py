"""Find who is meant by a noun: the officers in "a group of officers", a website's owner, the name beside it."""

from __future__ import annotations

from timeline.frames.naming.capitals import dateline_end
from timeline.frames.naming.names import Cast
from timeline.frames.syntax.lists import listed
from timeline.frames.syntax.parsing import Parsed, children
from timeline.frames.syntax.phrases import Item, item, item_from
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.name_words import role_word
from timeline.frames.words.noun_words import noun_words

_NAMING_VERBS = frozenset({"call", "know", "name", "dub", "style"})
_NAMED = ("person", "organisation", "thing")
_LED = (("led", "by"), ("headed", "by"), ("commanded", "by"))
_COMMAND = frozenset({"command", "leadership", "orders", "control", "direction"})


def beyond_dateline(parsed: Parsed, token: Token, cast: Cast) -> Token:
    """The noun that opens the sentence proper, where the parser took the town of the dateline for it."""
    end = dateline_end(parsed.sentence.span.text)
    if token.idx >= end:
        return token
    start = next((word.i for word in parsed.doc if word.idx >= end), token.i)
    entry = item_from(parsed, start, cast)
    return entry.head if entry is not None else token


def partitive(parsed: Parsed, entry: Item, cast: Cast) -> Item:
    """The group behind a partitive: "a group of 20 officers" are officers; "a number of countries" stays."""
    words, seen = noun_words(), 0
    while entry.naming is None and seen < 3:
        lemma = entry.head.lemma_.lower()
        inner = _of(entry.head)
        counts = lemma in words.partitives or entry.head.tag_ == "CD"
        if not counts or lemma in words.quantifiers or inner is None:
            break
        entry, seen = item(parsed, inner, cast), seen + 1
    return entry


def _of(head: Token) -> Token | None:
    behind = (noun for prep in head.children if prep.lower_ == "of" for noun in children(prep, "pobj"))
    return next((noun for noun in behind if noun.pos_ in ("NOUN", "PROPN")), None)


def counted_pronoun(entry: Item) -> Token | None:
    """The pronoun that a number, or a word of amount, counts: "nine of them", "of whom 86", "most of those"."""
    head = entry.head
    if any(token.lower_ == "how" for token in entry.tokens):
        return None  # "how many of them" asks
    if entry.naming is not None or not (head.tag_ in ("CD", "DT") or head.lemma_.lower() in noun_words().partitives):
        return None
    for preposition in head.children:
        if preposition.lower_ == "of":
            return next((word for word in preposition.children if word.pos_ == "PRON"), None)
    before = head.doc[max(0, entry.first - 2) : entry.first]
    return before[1] if [word.lower_ for word in before] == ["of", "whom"] else None


def appositive(parsed: Parsed, entry: Item, cast: Cast) -> Item | None:
    """The name a description stands beside: "the ambassador, Jan Kvist,", "a group calling itself Red Dawn"."""
    if entry.naming is not None and entry.naming.kind != "place":
        return None
    for child in entry.head.children:
        if child.i < entry.head.i or _is_part(child):
            continue
        named = [child] if child.dep_ == "appos" else _called(child)
        for token in named:
            name = item(parsed, token, cast)
            if name.naming is not None and name.naming.kind in _NAMED:
                return name
    return _behind_comma(parsed, entry, cast) or _behind_clause(parsed, entry, cast) or _turned_out(parsed, entry, cast)


def _turned_out(parsed: Parsed, entry: Item, cast: Cast) -> Item | None:
    """Who "the man who ran it" was: "the man who led the march was Jan Lund"."""
    be = entry.head.head
    if entry.head.dep_ != "nsubj" or be.lemma_ != "be" or children(be, "neg") or not children(entry.head, "relcl"):
        return None
    for token in children(be, "attr"):
        name = item(parsed, token, cast)
        if name.naming is not None and name.naming.kind in ("person", "thing") and token.pos_ == "PROPN":
            return name
    return None


def _behind_clause(parsed: Parsed, entry: Item, cast: Cast) -> Item | None:
    """The name behind a clause on somebody, or behind "the last one": "the man who runs it, Ada Lund"."""
    clauses = [child.right_edge.i for child in entry.head.children if child.dep_ == "relcl"]
    at = clauses[-1] + 1 if clauses else entry.last + 1 if entry.head.lower_ == "one" else 0
    if not at or at + 1 >= len(parsed.doc) or parsed.doc[at].text != "," or entry.head.tag_ in ("NNS", "NNPS"):
        return None
    name = item_from(parsed, at + 1, cast)
    if name is None or name.naming is None or name.naming.kind != "person" or name.head.dep_ in ("nsubj", "nsubjpass"):
        return None
    closed = name.last + 1 >= len(parsed.doc) or parsed.doc[name.last + 1].text in (",", ".", ";")
    return name if closed and name.first == at + 1 else None


def _is_part(name: Token) -> bool:
    """ "Nine hostages, Ada Lund among them": she is one of them, and not what they are called."""
    behind = [word.lower_ for word in name.doc[name.i + 1 : name.i + 3]]
    return behind in (["among", "them"], ["among", "whom"])


def _behind_comma(parsed: Parsed, entry: Item, cast: Cast) -> Item | None:
    """The name that the parser hung elsewhere: "the head of the navy, Admiral Lund,", "by his cousin, Ada Lund,"."""
    body, head = _of(entry.head), entry.head
    if head.tag_ in ("NNS", "NNPS"):
        return None
    if body is not None and _is_office(head):
        at = body.i + 1
    elif head.dep_ == "pobj" and head.head.dep_ == "agent" and head.pos_ in ("NOUN", "ADJ"):
        at = head.right_edge.i + 1
    else:
        return None
    if at + 1 >= len(parsed.doc) or parsed.doc[at].text != ",":
        return None
    name = item_from(parsed, at + 1, cast)
    if name is None or name.naming is None or name.naming.kind != "person":
        return None
    if name.head.dep_ != "appos" and (body is not None or name.head.dep_ != "npadvmod"):
        return None
    closed = name.last + 1 >= len(parsed.doc) or parsed.doc[name.last + 1].text in (",", ".", ";")
    return name if closed else None


def _is_office(head: Token) -> bool:
    """Whether a noun is a word of office, "president-elect" among them, which the tokeniser cuts."""
    elect = head.lower_ in ("elect", "designate") and head.i > 1 and head.nbor(-1).text == "-"
    return bool(role_word(head.nbor(-2).lower_ if elect else head.lower_))


def _called(verb: Token) -> list[Token]:
    if verb.dep_ not in ("acl", "relcl") or verb.lemma_.lower() not in _NAMING_VERBS:
        return []
    return [token for token in verb.subtree if token.i > verb.i and token.pos_ == "PROPN"][:1]


def leader(parsed: Parsed, entry: Item, cast: Cast) -> Item | None:
    """Who leads a group: "soldiers led by X", "the army under X"."""
    at = entry.last + 1
    words = tuple(token.lower_ for token in parsed.doc[at : at + 3])
    if words[:1] == (",",) and (words[1:] in _LED or words[1:2] == ("under",)):  # "soldiers, led by X, ..."
        at += 1
    words = tuple(token.lower_ for token in parsed.doc[at : at + 2])
    step = 2 if words in _LED else int(words[:1] == ("under",))
    if not step or at + step >= len(parsed.doc):
        return None
    found = item_from(parsed, at + step, cast)
    return found if found is not None and found.naming is not None and found.naming.kind in _NAMED else None


def commander(entry: Item) -> Token | None:
    """The pronoun for who leads a group: "soldiers under his command"."""
    behind = entry.head.doc[entry.last + 1 : entry.last + 4]
    if len(behind) < 3 or behind[0].lower_ != "under" or behind[2].lower_ not in _COMMAND:
        return None
    return behind[1] if behind[1].lower_ in ("his", "her") else None


def owners(parsed: Parsed, entry: Item, cast: Cast) -> tuple[Item | Token, ...]:
    """Whose website, network or win it is: named owners as phrases, a possessive pronoun as its token."""
    head = entry.head.lemma_.lower()
    if entry.naming is not None or not (head in noun_words().owned or head in noun_words().won):
        return ()
    inner = _of(entry.head)
    if inner is not None:
        return listed(parsed, inner, cast)
    for token in entry.tokens:
        if token.dep_ == "poss":
            owner = item(parsed, token, cast)
            own = owner.naming is not None and owner.naming.kind not in ("organisation", "place")
            if own and entry.head.lemma_.lower() not in noun_words().won:
                return ()  # a man's website is his; a ministry's is the ministry
            return (token,) if token.tag_ in ("PRP$", "WP$") else (owner,)
    return ()
