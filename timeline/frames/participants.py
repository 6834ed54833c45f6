"""Turn the syntactic fillers of a match into participants: lists expanded, names in full, descriptions resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from timeline.frames.aims import aims
from timeline.frames.antecedents import antecedents, spelled_earlier
from timeline.frames.definite import pointed_at
from timeline.frames.describing import Description, describe, shared_noun
from timeline.frames.lists import examples, listed
from timeline.frames.lexicon import satisfies
from timeline.frames.match import Match
from timeline.frames.name_words import name_words
from timeline.frames.names import Cast
from timeline.frames.noun_words import noun_words
from timeline.frames.phrases import Item, item
from timeline.frames.results import results
from timeline.frames.scopes import kind_of
from timeline.frames.slots import objects, prepositions, subject, surface_subject
from timeline.frames.stand_ins import appositive, beyond_dateline, counted_pronoun, leader, owners, partitive
from timeline.frames.syntax import Parsed, children
from timeline.gazetteers import places
from timeline.models import Participant, Role


_CROWD = frozenset({"protester", "protestor", "demonstrator", "marcher", "rioter", "striker", "picketer", "crowd", "mob"})
_FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})
_DEPOSING = frozenset(
    {"detain", "arrest", "oust", "depose", "overthrow", "topple", "remove", "capture", "seize", "hold", "dissolve", "unseat"}
)


def participants(match: Match, cast: Cast, before: Sequence[Parsed], speaker: str = "") -> tuple[Participant, ...]:
    """Who takes part in a match, one participant per role and name, in the order of the slots.

    ``before`` holds the parsed sentences of the article in front of this one, in order. Pronouns without a plain
    antecedent are left out; unnamed groups have ``named`` False. ``speaker`` is who is quoted: whom "I" and "we" mean.
    """
    found: dict[tuple[Role, str], Participant] = {}
    for role, token in (*match.slots, *_implied(match), *_arresting(match)):
        if match.event_type == "recognition" and role == "target" and token.lower_ == "it":
            continue  # the result, or the state, that was told before: see `completion`
        if role == "actor" and token.lower_ == "others":
            continue  # "30 were held and 12 others taken away": a passive that lost its verb
        quoted = _speaker(speaker, cast) if token.lower_ in _FIRST_PERSON else ()
        for description in quoted or _filler(match.parsed, token, cast, before):
            entry = Participant(role, description.name, description.kind, description.country, description.named)
            found.setdefault((role, entry.name.casefold()), entry)
    if match.event_type == "protest":
        for token in aims(match):
            for description in _filler(match.parsed, token, cast, before):
                entry = Participant("target", description.name, description.kind, description.country, description.named)
                found.setdefault(("target", entry.name.casefold()), entry)
    crowd = [entry for (role, _), entry in found.items() if role == "actor" and not _force(entry)]
    if match.event_type == "protest" and crowd:
        found = {key: entry for key, entry in found.items() if key[0] != "actor" or not _force(entry)}
    if match.event_type == "election":
        for entry in _candidates(match, cast):
            found.setdefault((entry.role, entry.name.casefold()), entry)
    return tuple(found.values())


def _force(entry: Participant) -> bool:
    """Whether a group keeps order: it stands beside the crowd, not in it."""
    return not entry.named and entry.name.lower().rstrip("s") in noun_words().forces


def _speaker(name: str, cast: Cast) -> tuple[Description, ...]:
    """Who says "I" or "we" in a quotation: a person of the article, or whatever the source is called."""
    person = cast.resolve(name) if name else None
    if person is not None:
        return (Description(person.name, "person", person.country),)
    body = cast.organisation(name) if name else None
    if body is not None:
        return (Description(body.full, "organisation", body.country),)
    return (Description(name, "group", places.country_of(name), False),) if name else ()


def _implied(match: Match) -> Iterator[tuple[Role, Token]]:
    """Roles that stand in the clause around: "seized power, detaining X", "held X in what Y called a coup"."""
    if match.event_type == "protest" and match.trigger.pos_ == "NOUN" and not match.fillers("actor"):
        yield from (("actor", token) for token in _crowd(match))
    if match.event_type == "sanction" and not match.fillers("target") and not match.rule.endswith(":ban-on-trade"):
        yield from (("target", token) for token in _sanctioned(match))
    if match.event_type != "coup":
        return
    verb = _clause_of_label(match.trigger)
    if verb is not None:
        if not match.fillers("actor"):
            yield from (("actor", token) for token in subject(verb))
        if not match.fillers("target"):
            ousted = (*objects(verb), *(objects(verb.head) if verb.dep_ == "conj" else ()))
            named = [token for token in ousted if token.pos_ != "PRON"]
            yield from (("target", token) for token in named or ousted)
    elif not match.fillers("target") and match.trigger.pos_ == "VERB":
        for clause in children(match.trigger, "advcl", "conj"):
            if clause.lemma_ in _DEPOSING:
                yield from (("target", token) for token in objects(clause))


def _arresting(match: Match) -> Iterator[tuple[Role, Token]]:
    """The police a sentence tells of beside arrests that nobody is said to make: "police used batons; 12 were held"."""
    if match.event_type != "detention" or match.fillers("actor") or match.trigger.pos_ != "VERB":
        return
    held = {token for target in match.fillers("target") for token in target.subtree}
    for token in match.parsed.doc:
        force = token.lemma_.lower() in noun_words().forces and token.dep_ == "nsubj" and token not in held
        if force and token.head.pos_ == "VERB" and not children(token.head, "neg") and kind_of(token.head) is None:
            yield "actor", token
            return


def _sanctioned(match: Match) -> tuple[Token, ...]:
    """Whom a penalty falls on: "imposed travel bans and asset freezes on four men"."""
    verb = match.trigger if match.trigger.pos_ == "VERB" else match.trigger.head
    things = children(verb, "dobj", "nsubjpass") if verb.pos_ == "VERB" else ()
    for place in (match.trigger, verb, *things, *(other for thing in things for other in thing.conjuncts)):
        found = prepositions(place)
        hit = (token for name in ("on", "against") for token in found.get(name, ()))
        if named := tuple(token for token in hit if token.lower_ not in name_words().months | name_words().weekdays):
            return named
    return ()


def _crowd(match: Match) -> Iterator[Token]:
    """Who is at a protest that its sentence only mentions: "gathered for a rally", "demonstrators threw stones"."""
    above = [token for token in match.trigger.ancestors if token.pos_ == "VERB"][:1]
    for verb in above:
        if verb.lemma_ in noun_words().joining and match.trigger.dep_ == "pobj":
            yield from (who for who in surface_subject(verb) if satisfies(who, ("@people",)))
            return
    for token in match.parsed.doc:
        if token.dep_ in ("nsubj", "nsubjpass") and token.lemma_.lower() in _CROWD:
            yield token


def _clause_of_label(trigger: Token) -> Token | None:
    """The verb that "in what the union called a coup" sums up, or that a coup tells how: "toppled in a coup"."""
    if trigger.dep_ == "pobj" and trigger.head.lower_ == "in" and trigger.head.head.lemma_ in _DEPOSING:
        return trigger.head.head
    label = trigger.head.head if trigger.head.lower_ == "as" else trigger.head
    summed = label.dep_ == "pcomp" and any(child.lower_ == "what" for child in label.children)
    above = label.head.head if summed and label.head.dep_ == "prep" else None
    return above if above is not None and above.pos_ == "VERB" else None


def _candidates(match: Match, cast: Cast) -> Iterable[Participant]:
    """Those whom the sentence credits with votes."""
    for figure in results(match.parsed, cast):
        if figure.subject:
            person = cast.resolve(figure.subject)
            organisation = cast.organisation(figure.subject) if person is None else None
            yield Participant(
                "candidate",
                figure.subject,
                "person" if person else "organisation",
                person.country if person else (organisation.country if organisation else ""),
                person is not None or organisation is not None,
            )


def _filler(parsed: Parsed, token: Token, cast: Cast, before: Sequence[Parsed]) -> Iterable[Description]:
    """The descriptions of everyone a slot's head stands for."""
    token = beyond_dateline(parsed, token, cast)
    if token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$", "WP", "WDT", "WP$"):
        for source, meant in antecedents(parsed, token, cast, before):
            yield from _named(source, meant, cast, before)
        for other in token.conjuncts:
            if other.i > token.i and other.pos_ in ("NOUN", "PROPN"):
                yield from _named(parsed, item(parsed, other, cast), cast, before)
        return
    for entry in listed(parsed, token, cast):
        yield from _named(parsed, entry, cast, before)


def _named(parsed: Parsed, entry: Item, cast: Cast, before: Sequence[Parsed]) -> Iterable[Description]:
    """The descriptions of one phrase: whom it spells out, whom it points back to, who is in apposition, itself."""
    entry = partitive(parsed, entry, cast)
    pronoun = counted_pronoun(entry)
    if pronoun is not None:
        for source, meant in antecedents(parsed, pronoun, cast, before):
            yield from _plain(source, meant, cast, before)
        return
    owned = owners(parsed, entry, cast)
    for owner in owned:
        yield from _filler(parsed, owner, cast, before) if isinstance(owner, Token) else _plain(parsed, owner, cast, before)
    if owned:
        return
    spelled, whole = examples(parsed, entry.head, cast)
    for inner in spelled:
        yield from _plain(parsed, inner, cast, before)
    if not spelled:
        earlier = spelled_earlier(parsed, entry, cast, before)
        if earlier:
            for source, inner in earlier:
                yield from _plain(source, inner, cast, before)
            return
    if not (spelled and whole):
        yield from _plain(parsed, entry, cast, before)


def _plain(parsed: Parsed, entry: Item, cast: Cast, before: Sequence[Parsed]) -> Iterable[Description]:
    several = shared_noun(parsed, entry, cast)
    if several:
        yield from several
        return
    beside = appositive(parsed, entry, cast) or _told_of(parsed, entry, cast)
    meant = pointed_at(parsed, entry, cast, before) if beside is None else None
    if meant is not None and not _holds_office(parsed, entry, cast):
        parsed, beside = meant
    description = describe(parsed, beside or entry, cast)
    if description is not None:
        yield description
        head = leader(parsed, entry, cast)
        person = describe(parsed, head, cast) if head is not None else None
        if person is not None and person.kind == "person":
            yield person


def _told_of(parsed: Parsed, entry: Item, cast: Cast) -> Item | None:
    """The name that a description stands behind: "Ada Lund, a lawyer who was held in May"."""
    if entry.naming is not None or entry.head.dep_ != "appos" or entry.head.tag_ not in ("NN", "NNP"):
        return None
    named = item(parsed, entry.head.head, cast)
    return named if named.naming is not None and named.naming.kind == "person" else None


def _holds_office(parsed: Parsed, entry: Item, cast: Cast) -> bool:
    """Whether the article has introduced somebody with just this office."""
    description = describe(parsed, entry, cast)
    return description is not None and description.named and description.kind == "person"
