"""Turn the syntactic fillers of a match into participants: lists expanded, names in full, descriptions resolved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from timeline.frames.claims.scopes import kind_of
from timeline.frames.figures.results import results
from timeline.frames.match import Match
from timeline.frames.naming.antecedents import NOBODY, Apart, antecedents
from timeline.frames.naming.definite import pointed_at
from timeline.frames.naming.describing import Description, describe, described, shared_noun
from timeline.frames.naming.names import Cast
from timeline.frames.naming.spelled_before import spelled_earlier
from timeline.frames.roles.aims import aims, is_grievance, is_vote, labelled_thing
from timeline.frames.roles.fitting import fitting
from timeline.frames.roles.implied import implied
from timeline.frames.roles.mending import names_attempt
from timeline.frames.roles.represented import represented
from timeline.frames.roles.singled_out import singled_out
from timeline.frames.roles.slots import surface_subject
from timeline.frames.roles.stand_ins import (
    appositive,
    beyond_dateline,
    commander,
    counted_pronoun,
    leader,
    owners,
    partitive,
)
from timeline.frames.syntax.lists import examples, listed
from timeline.frames.syntax.parsing import Parsed, children
from timeline.frames.syntax.phrases import Item, item
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import role_words
from timeline.frames.words.lexicon import satisfies
from timeline.frames.words.name_words import role_word
from timeline.frames.words.noun_words import noun_words
from timeline.gazetteers import places
from timeline.models import Participant, Role

_OF_STATES = ("diplomacy", "sanction")  # acts of a state, whoever tells of them
_COUNTING = frozenset({"estimate", "count", "account", "reckoning", "tally", "calculation"})
_IN_ANSWER = frozenset(
    {"protest", "response", "retaliation", "anger", "order", "solidarity", "return", "turn", "line", "view"}
)
_RANKS = frozenset({"member", "people", "activist", "cadre", "rank"})
_ITS = frozenset({"its", "it", "their"})
_FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})


def participants(match: Match, cast: Cast, before: Sequence[Parsed], speaker: str = "") -> tuple[Participant, ...]:
    """Who takes part in a match, one participant per role and name, in the order of the slots.

    ``before`` holds the parsed sentences of the article in front of this one, in order. Pronouns without a plain
    antecedent are left out; unnamed groups have ``named`` False. ``speaker`` is who is quoted: whom "I" and "we" mean.
    """
    found: dict[tuple[Role, str], Participant] = {}
    match = fitting(match)
    for role, token in (*match.slots, *implied(match)):
        if _takes_no_part(match, role, token):
            continue
        token = represented(match.parsed, match, role, labelled_thing(token), cast)
        quoted = _speaker(speaker, cast) if _means_speaker(token) else ()
        if token.lower_ == "we" and match.event_type in _OF_STATES and any(one.kind == "person" for one in quoted):
            quoted = (Description("government", "group", quoted[0].country, False),)  # "we cut ties with them"
        apart = _others(match, role, found.values())
        who = quoted or tuple(_filler(match.parsed, token, cast, before, apart))
        if role == "target" and match.event_type in _OF_STATES and token.lower_ in _ITS:
            who = _other_than_actors(match, token, who, found, cast)
        _enter(found, role, who)
        for owner in _speaks_for(match, token) if role == "actor" else ():
            _enter(found, role, _filler(match.parsed, owner, cast, before))
        for inner in singled_out(match, token, cast) if role == "target" else ():
            _enter(found, role, _plain(match.parsed, inner, cast, before))
    if match.event_type == "protest":
        for token in aims(match):
            who = tuple(_filler(match.parsed, token, cast, before))
            _enter(found, "target", who or _thing(match.parsed, token, cast))
    crowd = [entry for (role, _), entry in found.items() if role == "actor" and not _force(entry)]
    if match.event_type == "protest" and crowd:
        found = {key: entry for key, entry in found.items() if key[0] != "actor" or not _force(entry)}
    if match.event_type == "election":
        for entry in _candidates(match, cast):
            found.setdefault((entry.role, entry.name.casefold()), entry)
    return tuple(found.values())


def _other_than_actors(
    match: Match,
    pronoun: Token,
    who: tuple[Description, ...],
    found: Mapping[tuple[Role, str], Participant],
    cast: Cast,
) -> tuple[Description, ...]:
    """ "Closed its borders with Niger and froze its assets": Niger's, for nobody penalises himself."""
    if not who or any(("actor", one.name.casefold()) not in found for one in who):
        return who
    states = (word for word in reversed(match.parsed.doc[: pronoun.i]) if word.dep_ in ("pobj", "dobj"))
    other = next((word for word in states if word.pos_ == "PROPN" and satisfies(word, ("@state",))), None)
    return tuple(_filler(match.parsed, other, cast, ())) if other is not None else ()


def _thing(parsed: Parsed, token: Token, cast: Cast) -> tuple[Description, ...]:
    """What a protest is against and no phrase describes: "a rigged vote", of "the arrest of X on Friday" the arrest."""
    if is_vote(token):
        return (described(item(parsed, token, cast)),)
    return (Description(token.lower_, "group", "", False),) if is_grievance(token) else ()


def _enter(found: dict[tuple[Role, str], Participant], role: Role, who: Iterable[Description]) -> None:
    """Enter everybody who is described, once for each role and name."""
    for one in who:
        found.setdefault((role, one.name.casefold()), Participant(role, one.name, one.kind, one.country, one.named))


def _takes_no_part(match: Match, role: Role, token: Token) -> bool:
    """Whether the filler of a slot is nobody who takes part."""
    if match.event_type == "recognition" and role == "target" and _is_result(token):
        return True  # the result, or the state, that was told before: see `completion`
    if token in match.words and len(match.words) > 1:
        return True  # "declared the envoy persona non grata": "non" is a part of the trigger
    if role == "actor" and match.event_type in ("cyberattack", "coup") and _blames(token, match.trigger):
        return True  # "Peru blamed Chad for the attack": Peru did not attack
    if role == "actor" and token.lemma_.lower() in _COUNTING and token.head.lower_ == "by":
        return True  # "drew 30,000 people by police estimates"
    if role == "target" and token.lower_ in _IN_ANSWER and token.dep_ == "pobj":
        return True  # "recalled its envoy in protest", "closed its mission in order to save"
    if role == "actor" and token.lower_ == "others":
        return True  # "30 were held and 12 others taken away": a passive that lost its verb
    return role == "actor" and _swears_nothing(match, token)  # "he won after hackers had struck, and was sworn in"


def _blames(who: Token, deed: Token) -> bool:
    """Whether somebody accuses others of a deed told as a noun."""
    accuses = who.dep_ == "nsubj" and kind_of(who.head) == "accusation" and deed.pos_ == "NOUN"
    return accuses and who.head in deed.ancestors and deed.dep_ == "pobj"


def _others(match: Match, role: Role, found: Iterable[Participant]) -> Apart:
    """Who acts, where it is asked whom it is done to: nobody congratulates himself."""
    if match.event_type == "inauguration":
        return Apart(_well_wishers(match))
    if role != "target":
        return NOBODY
    own = match.trigger.pos_ == "VERB" and not names_attempt(match.trigger)
    subjects = surface_subject(match.trigger) if own else ()
    names = frozenset(entry.name for entry in found if entry.role == "actor" and entry.kind == "person")
    return Apart((*match.fillers("actor"), *subjects), names)


def _well_wishers(match: Match) -> tuple[Token, ...]:
    """ "Peru's king congratulated Lund, and she was sworn in": not whoever congratulates."""
    wishes = (verb for verb in match.parsed.doc[: match.trigger.i] if verb.lemma_ in ("congratulate", "recognise"))
    return tuple(who for verb in wishes for who in children(verb, "nsubj"))


def _speaks_for(match: Match, token: Token) -> tuple[Token, ...]:
    """Who takes a position with a body that is his or hers: "said his party did not recognise her victory".

    A body marches where its members do: "the union says its people will rally".
    """
    if match.event_type == "protest":
        ranks = [who for who in (token, *_counted_in(token)) if who.lemma_.lower() in _RANKS]
        return tuple(owner for who in ranks for owner in children(who, "poss") if owner.lower_ == "its")
    if match.event_type == "coup" and token.lemma_.lower() in noun_words().forces:
        return tuple(owner for owner in children(token, "poss") if owner.lower_ in ("his", "her"))  # "his troops"
    if match.event_type != "recognition" or token.lemma_.lower() not in role_words("led"):
        return ()
    return tuple(owner for owner in children(token, "poss") if owner.lower_ in ("his", "her"))


def _counted_in(number: Token) -> tuple[Token, ...]:
    return tuple(who for prep in children(number, "prep") if prep.lower_ == "of" for who in children(prep, "pobj"))


def _means_speaker(token: Token) -> bool:
    """Whether "I", "we", "four of us" speak of whoever is quoted."""
    return token.lower_ in _FIRST_PERSON or any(
        word.lower_ == "us" for prep in children(token, "prep") if prep.lower_ == "of" for word in prep.children
    )


def _swears_nothing(match: Match, token: Token) -> bool:
    """Whether a plural in front of "was sworn in" names nobody who takes an oath."""
    if match.event_type != "inauguration" or match.trigger.pos_ != "VERB":
        return False
    return token.tag_ == "NNS" and role_word(token.lower_) not in role_words("sworn")


def _is_result(token: Token) -> bool:
    """Whether a pronoun stands for figures: "it", or "called the figures false and refused to accept them"."""
    if token.lower_ != "them":
        return token.lower_ == "it"
    return any(word.lemma_.lower() in role_words("counted") for word in token.doc[: token.i] if word.tag_ == "NNS")


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


def _filler(
    parsed: Parsed, token: Token, cast: Cast, before: Sequence[Parsed], apart: Apart = NOBODY
) -> Iterable[Description]:
    """The descriptions of everyone a slot's head stands for, none of them one of those ``apart``."""
    token = _before_participle(beyond_dateline(parsed, token, cast))
    counts = token.tag_ == "DT" and any(who.pos_ in ("NOUN", "PROPN") for who in _counted_in(token))  # "some of them"
    if not counts and (token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$", "WP", "WDT", "WP$")):
        for source, meant in antecedents(parsed, token, cast, before, apart):
            yield from _named(source, meant, cast, before)
        for other in token.conjuncts:
            if other.i > token.i and other.pos_ in ("NOUN", "PROPN"):
                yield from _named(parsed, item(parsed, other, cast), cast, before)
        return
    for entry in listed(parsed, token, cast):
        yield from _named(parsed, entry, cast, before)


def _before_participle(token: Token) -> Token:
    """ "Leaders meeting in Minsk agreed": the leaders, where the parse took what they were doing for the subject."""
    if not token.lower_.endswith("ing") or not token.i or token.tag_ not in ("NN", "VBG"):
        return token
    before = token.nbor(-1)
    own = before.head == token and before.dep_ in ("compound", "nsubj")
    return before if own and before.tag_ in ("NNS", "NNPS") else token


def _named(parsed: Parsed, entry: Item, cast: Cast, before: Sequence[Parsed]) -> Iterable[Description]:
    """The descriptions of one phrase: whom it spells out, whom it points back to, who is in apposition, itself."""
    entry = partitive(parsed, entry, cast)
    pronoun = counted_pronoun(entry)
    if pronoun is not None:
        for source, meant in antecedents(parsed, pronoun, cast, before):
            yield from _plain(source, meant, cast, before)
        return
    for beside in _beside(entry):
        yield from _filler(parsed, beside, cast, before)
    owned = owners(parsed, entry, cast)
    for owner in owned:
        yield from (
            _filler(parsed, owner, cast, before) if isinstance(owner, Token) else _plain(parsed, owner, cast, before)
        )
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


def _beside(entry: Item) -> tuple[Token, ...]:
    """Who takes part with a group: whoever "was among 17 members whom police held", the party of "whose leaders"."""
    head = entry.head
    kin = role_word(head.lower_) or head.lemma_.lower() in noun_words().kin  # "whose son was held": she was not
    owners_of = () if kin else tuple(token for token in entry.tokens if token.dep_ == "poss" and token.tag_ == "WP$")
    counted = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head  # "dozens of people held"
    listed_in = counted.dep_ == "pobj" and counted.head.lower_ == "among" and counted.head.head.lemma_ == "be"
    if entry.naming is not None or not (
        listed_in and children(head, "relcl", "acl") + children(counted, "relcl", "acl")
    ):
        return owners_of
    return (*owners_of, *(who for who in children(counted.head.head, "nsubj") if who.tag_ not in ("WP", "WDT", "EX")))


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
        pronoun = commander(entry)
        for source, leading in antecedents(parsed, pronoun, cast, before) if pronoun is not None else ():
            led = describe(source, leading, cast)
            if led is not None and led.kind == "person" and led.named:
                yield led


def _told_of(parsed: Parsed, entry: Item, cast: Cast) -> Item | None:
    """The name that a description stands behind: "Ada Lund, a lawyer who was held in May"."""
    if entry.naming is not None or entry.head.dep_ != "appos" or entry.head.tag_ not in ("NN", "NNP"):
        return None
    if children(entry.head, "conj") and children(entry.head, "poss"):
        return None  # "Lund, her son and two aides": the parse took the second of a row for what is told of the first
    named = item(parsed, entry.head.head, cast)
    return named if named.naming is not None and named.naming.kind == "person" else None


def _holds_office(parsed: Parsed, entry: Item, cast: Cast) -> bool:
    """Whether the article has introduced somebody with just this office."""
    description = describe(parsed, entry, cast)
    return description is not None and description.named and description.kind == "person"
