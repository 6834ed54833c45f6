"""The place that a sentence gives for a trigger: a phrase of place, or a word that points back to one ("there")."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from timeline.frames.match import Match
from timeline.frames.syntax.parsing import children, verb_above
from timeline.frames.syntax.tokens import Token
from timeline.frames.where.story import Story
from timeline.gazetteers.places import PlaceMention

SMALL = ("city", "capital", "region", "subnational")
_LOCATIVE = frozenset({"in", "at", "across", "outside", "near", "throughout", "around", "through", "inside", "within"})
_GOING = ("protest", "detention", "release")  # people march to a place, and are taken and brought to one
_SITES = frozenset(
    "prison jail gaol nick slammer cell custody court courtroom airport port hospital town city village capital island "
    "province district soil territory street university parliament camp border water".split()
)
_TOWNS = ("city of ", "town of ", "village of ", "port of ")
_REACH = 250  # characters that "there" points back


def named_place(match: Match, told: Story) -> PlaceMention | None:
    """The place a locative phrase of the sentence names, nearest to the trigger, smaller places first."""
    span = match.parsed.sentence.span
    candidates = [*_in_phrases(match, told), *_pointed_at(match, told)]
    if candidates:
        near = min(candidates, key=lambda item: (item[1].place.kind not in SMALL, item[0], item[1].start))
        return near[1]
    at = told.written_in  # "LIMA, Dec 21 -": where the sentence behind it plays, unless it says otherwise
    return at if at is not None and span.start <= at.start < span.end else None


def covering(places: Iterable[PlaceMention], offset: int) -> tuple[PlaceMention, ...]:
    """The place names that an offset lies in."""
    return tuple(place for place in places if place.start <= offset < place.end)


def phrase(head: Token) -> Iterator[Token]:
    """The words of a noun phrase without its clauses ("the bloc, meeting in Lima,"); of "whose", those of its owner."""
    yield head
    for child in head.children:
        if child.dep_ not in ("acl", "relcl", "advcl", "conj", "appos"):
            yield from phrase(child)
    owner = next((child for child in head.children if child.lower_ == "whose"), None)
    clause = next((token for token in head.ancestors if token.dep_ == "relcl"), None) if owner is not None else None
    if clause is not None:
        yield from antecedent(clause)


def antecedent(clause: Token) -> Iterator[Token]:
    """The words that a relative clause stands behind."""
    return (token for token in phrase(clause.head) if token.i < clause.left_edge.i)


def _in_phrases(match: Match, told: Story) -> Iterator[tuple[int, PlaceMention]]:
    """The places of the sentence in phrases of place, with how many words they stand off."""
    span = match.parsed.sentence.span
    for mention in told.within(span.start, span.end):
        token = (
            None if _lies_in_another(mention, told) or _is_namesake(mention, match) else _token_at(match, mention.start)
        )
        if token is None or not _is_locative(token, match):
            continue
        if (mention.place.kind != "demonym" or _is_site(token)) and _plays_there(token, match):
            yield abs(token.i - match.trigger.i), mention


def _pointed_at(match: Match, told: Story) -> Iterator[tuple[int, PlaceMention]]:
    """The places that "there", "here" and "where" stand for, with how many words these stand off."""
    for token in match.parsed.doc:
        mention = _meant(token, match, told) if _points(token) else None
        if mention is not None and (token.lower_ == "here" or _plays_there(token, match)):
            yield abs(token.i - match.trigger.i), mention


def _points(token: Token) -> bool:
    """Whether a word stands for a place: "There police fired", and not "There was a vote"."""
    opens = token.dep_ == "expl" and token.head.lemma_ not in ("be", "exist", "remain", "seem")
    return token.lower_ in ("there", "here", "where") and (token.dep_ == "advmod" or opens)


def _meant(token: Token, match: Match, told: Story) -> PlaceMention | None:
    if token.lower_ == "here":
        return None if any(mark in match.parsed.sentence.span.text for mark in '"“') else told.written_in
    if token.lower_ == "where":
        clause = next((head for head in token.ancestors if head.dep_ == "relcl"), None)
        if clause is None or not (clause == match.trigger or clause in match.trigger.ancestors):
            return None
        named = (covering(told.places, match.parsed.offset(word)) for word in antecedent(clause))
        return next((found[0] for found in named if found and found[0].place.kind != "demonym"), None)
    at = match.parsed.offset(token)
    first, last = (bisect_left(told.places, offset, key=lambda place: place.start) for offset in (at - _REACH, at))
    return next((place for place in reversed(told.places[first:last]) if place.place.kind != "demonym"), None)


def _lies_in_another(mention: PlaceMention, told: Story) -> bool:
    """Whether the text puts a place in another country than its usual namesake: "San Marcos in Lima" is in Peru."""
    behind = bisect_right(told.places, mention.end, key=lambda place: place.start)
    after = told.places[behind : behind + 1]
    holder = after[0] if after and after[0].start - mention.end <= len(" in the ") else None
    return (
        holder is not None
        and holder.place.kind in ("capital", "city")
        and holder.place.country != mention.place.country
    )


def _is_namesake(mention: PlaceMention, match: Match) -> bool:
    """Whether what is called like a country is no country: "in the city of Trinidad", in Bolivia."""
    before = match.parsed.sentence.span.text[: mention.start - match.parsed.sentence.span.start].lower()
    return mention.place.kind == "country" and before.endswith(_TOWNS)


def _token_at(match: Match, offset: int) -> Token | None:
    at = offset - match.parsed.sentence.span.start
    return next((token for token in match.parsed.doc if token.idx <= at < token.idx + len(token)), None)


def _is_locative(token: Token, match: Match) -> bool:
    """Whether a place name stands in a phrase of place, also as a later item of its list."""
    head = token
    while head.dep_ in ("conj", "compound", "appos", "nmod", "amod", "poss") or _is_part_of(head):
        head = head.head.head if _is_part_of(head) else head.head
    if head.dep_ != "pobj":
        return False
    preposition = head.head
    left = preposition.lower_ == "from" or (preposition.lower_ == "of" and preposition.head.lower_ == "out")
    if left and _is_site(token):
        return True
    return preposition.lower_ in _LOCATIVE or (preposition.lower_ == "to" and _goes(preposition, match))


def _is_site(token: Token) -> bool:
    """Whether a word tells where something stands: "in a Chadian jail", "from Lima's Lurigancho prison".

    Not "at a Chadian embassy".
    """
    return token.dep_ in ("amod", "poss") and token.head.lemma_.lower() in _SITES


def _goes(preposition: Token, match: Match) -> bool:
    """Whether people of the event go to a place: "marched to Lima", and not "tied by spies to Lima"."""
    return match.event_type in _GOING and preposition.head == match.trigger


def _is_part_of(token: Token) -> bool:
    """ "The centre of X", "the streets of X": the place stands for the phrase."""
    return token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.dep_ in ("pobj", "dobj")


def _plays_there(token: Token, match: Match) -> bool:
    """Whether a phrase of place can tell where the trigger happened: a later clause has a place of its own.

    "Crowds stormed the palace and the minister fled to Oslo."
    """
    if any(_tells_of_others(head, match.trigger) for head in token.ancestors) or _is_said_there(token, match.trigger):
        return False
    if any(head.lemma_ == "exile" for head in token.ancestors) and match.event_type != "inauguration":
        return False  # "coming home from exile in Oslo, he was arrested"
    governor = verb_above(token)
    clause = match.trigger
    while clause.pos_ not in ("VERB", "AUX") and clause.head != clause:
        clause = clause.head
    if governor is None or governor == clause or governor.i < clause.i:
        return True
    return not (governor.dep_ == "conj" and clause in governor.ancestors)


def _is_said_there(token: Token, trigger: Token) -> bool:
    """Whether a phrase of place tells where the event was spoken of: "said in Oslo", "X, speaking in Oslo, said"."""
    told = next((clause for clause in (trigger, *trigger.ancestors) if clause.dep_ == "ccomp"), None)
    if told is None or told in token.ancestors or told.head not in token.ancestors:
        return False
    governor = next(head for head in token.ancestors if head == told.head or head.dep_ in ("nsubj", "acl", "advcl"))
    return governor.dep_ != "nsubj"


def _tells_of_others(clause: Token, trigger: Token) -> bool:
    """Whether a clause without the trigger tells of somebody else: "X, who was in Oslo", "while X was in Oslo"."""
    if clause == trigger or clause in trigger.ancestors:
        return False
    if clause.dep_ == "relcl":
        aside = any(word.lower_ == "," for word in clause.doc[max(0, clause.left_edge.i - 1) : clause.left_edge.i])
        person = any(word.lower_ in ("who", "whom", "whose") for word in clause.doc[clause.left_edge.i : clause.i])
        return clause.head != trigger and (clause.head.pos_ == "PROPN" or (aside and person))
    if clause.dep_ != "advcl" or all(mark.lower_ != "while" for mark in clause.children):
        return False
    crowd = any(subject.tag_ == "NNS" for subject in children(clause, "nsubj"))  # "while crowds marched in Oslo"
    return clause.i > trigger.i or not crowd
