"""Who stands in an election that a sentence only mentions: "the vote, in which X faces Y", "lost the run-off to Z"."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.frames.match import Match
from timeline.frames.roles.passives import is_passive
from timeline.frames.roles.slots import objects, prepositions, surface_subject
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.lexicon import satisfies

_STANDING = frozenset(
    """run stand compete contest contend enter fight skip win lose scrape scrap squeak limp sweep triumph prevail
    poll""".split()
)
_AGAINST = frozenset(
    """face challenge oppose beat defeat trounce edge oust unseat outpoll battle thrash rout overwhelm pit""".split()
)
_OUTCOMES = frozenset({"defeat", "victory", "win", "loss", "triumph", "candidacy", "bid"})
_WINS = frozenset({"victory", "win", "triumph"})
_ROLES = frozenset({"challenger", "candidate", "contender", "rival", "opponent", "frontrunner", "nominee", "runner"})
_OFFICES = frozenset({"term", "re-election", "reelection", "mandate", "presidency", "premiership", "office"})
_BODIES = ("party", "coalition", "alliance", "bloc", "front")
_WINNING = frozenset(
    "win triumph prevail secure take get poll score receive garner clinch return elect re-elect emerge".split()
)
_IN_OFFICE = frozenset("return elect re-elect reelect stay remain keep retain come".split())
_PLACES = frozenset({"first", "second", "third", "fourth", "fifth", "last"})
_CLAIMING = frozenset({"claim", "declare", "win", "secure", "score", "celebrate", "proclaim"})
_CONCEDED = frozenset({"defeat", "election", "victory", "race", "loss", "vote", "result"})
_LINKS = ("in", "at", "for", "during", "of")


def contenders(match: Match) -> Iterator[Token]:
    """The heads of those who stand: of the verb told of the election, of its outcome, of a clause on it."""
    noun = match.trigger
    if noun.pos_ == "VERB":
        yield from _in_clause(noun)
        yield from _beaten(noun)
        votes = (vote for name in ("in", "at") for vote in prepositions(noun).get(name, ()))
        for clause in (clause for vote in votes for clause in children(vote, "relcl", "acl")):
            yield from _rivals(clause)  # "voted in an election pitting X against Y"
        return
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "pit":
        yield from _rivals(noun.head)
    if noun.lemma_.lower() in _OUTCOMES:
        owners = children(noun, "poss") or _back_in_office(noun)
        yield from (one for who in (*owners, *_named_by(noun)) for one in _able(who))
    for clause in children(noun, "relcl", "acl"):
        if any(word.lower_ in ("which", "where") for word in clause.subtree) or clause.tag_ == "VBG":
            yield from _rivals(clause)
    governor = _governor(noun)
    if governor is None:
        return
    if governor.lemma_.lower() in _ROLES:
        yield from _who_is(governor)
    elif governor.pos_ == "VERB":
        yield from _beaten(governor)
        faced = noun.dep_ == "dobj" and governor.lemma_.lower() in _AGAINST
        yield from _facing(governor) if faced else _in_clause(governor)
    elif governor.lemma_.lower() in _OUTCOMES:
        yield from (who for who in (*children(governor, "poss"), *_named_by(governor)) for who in _able(who))
    if governor.lemma_.lower() not in _OUTCOMES and governor.pos_ != "VERB":
        return
    verb = governor if governor.pos_ == "VERB" else governor.head  # "claimed victory over Berg in the election"
    for outcome in children(verb, "dobj"):
        if outcome.lemma_.lower() in _OUTCOMES and verb.lemma_.lower() in _CLAIMING:
            yield from (one for who in (*surface_subject(verb), *_named_by(outcome)) for one in _able(who))


def victors(match: Match) -> Iterator[Token]:
    """The heads of those who won: "lost the run-off to X", "X's victory over Y"."""
    noun = match.trigger
    if noun.pos_ == "NOUN" and noun.lemma_.lower() in _WINS:
        yield from (one for who in children(noun, "poss") for one in _able(who))
    verb = noun if noun.pos_ == "VERB" else _governor(noun)
    if verb is None or verb.lemma_ != "lose" or verb.pos_ != "VERB" or children(verb, "neg"):
        return
    for place in (verb, *children(verb, "dobj")):
        yield from (one for who in prepositions(place).get("to", ()) for one in _able(who))


def conceding(match: Match) -> Iterator[Token]:
    """Whoever concedes in a sentence that tells the vote: "Berg conceded defeat, a day after Lund took 58%"."""
    for verb in match.parsed.doc:
        things = {thing.lemma_.lower() for thing in children(verb, "dobj")}
        if verb.lemma_ == "concede" and verb != match.trigger and (not things or things & _CONCEDED):
            yield from (one for who in surface_subject(verb) for one in _able(who))


def _in_clause(verb: Token) -> Iterator[Token]:
    if verb.lemma_.lower() in _AGAINST:
        yield from _rivals(verb)
    elif (verb.lemma_.lower() in _CLAIMING and any(won.lemma_ in _WINS for won in children(verb, "dobj"))) or (
        (verb.lemma_.lower() in _STANDING or _seeks_office(verb) or _is_placed(verb))
        and not is_passive(verb)
        and not children(verb, "neg")
    ):
        yield from (one for who in surface_subject(verb) for one in _able(who))


def _beaten(verb: Token) -> Iterator[Token]:
    """Those whom a winner leaves behind: "won 52 per cent, beating X", "won in a run-off against X"."""
    if verb.lemma_.lower() not in _WINNING or children(verb, "neg"):
        return
    for clause in children(verb, "advcl"):
        if clause.tag_ == "VBG" and clause.lemma_.lower() in _AGAINST:
            yield from (one for who in objects(clause) for one in _able(who))
    things = (
        verb,
        *children(verb, "dobj"),
        *(low for prep in children(verb, "prep") for low in children(prep, "pobj")),
    )
    for thing in things:
        for name in ("against", "over"):
            yield from (one for who in prepositions(thing).get(name, ()) for one in _able(who))


def _back_in_office(outcome: Token) -> tuple[Token, ...]:
    """Who "was returned to office after a narrow win": the subject of what the win is told with."""
    verb = outcome.head.head if outcome.dep_ == "pobj" else outcome
    return surface_subject(verb) if verb.pos_ == "VERB" and verb.lemma_.lower() in _IN_OFFICE else ()


def _facing(verb: Token) -> Iterator[Token]:
    """ "President Lund faces an election"; not "Peru faces", nor what is avoided."""
    if verb.lemma_ == "face" and not children(verb, "neg"):
        yield from (one for who in surface_subject(verb) for one in _able(who))


def _seeks_office(verb: Token) -> bool:
    """ "Is to seek a second term in the election"."""
    sought = (thing.lemma_.lower() for thing in children(verb, "dobj"))
    return verb.lemma_ == "seek" and not _OFFICES.isdisjoint(sought)


def _is_placed(verb: Token) -> bool:
    """ "Came second in the vote", "came out on top", "finished third"."""
    if verb.lemma_ not in ("come", "finish", "place"):
        return False
    top = any(place.lower_ in ("top", "place") for place in prepositions(verb).get("on", ()))
    return top or any(word.lower_ in _PLACES for word in children(verb, "advmod", "acomp", "oprd", "dobj"))


def _rivals(verb: Token) -> Iterator[Token]:
    """Both of "X faces Y" and of "Y was beaten by X"."""
    if verb.lemma_.lower() not in _AGAINST or children(verb, "neg"):
        return
    agents = () if not is_passive(verb) else prepositions(verb).get("by", ())
    hosts = (verb, *objects(verb)) if verb.lemma_ == "pit" else ()
    others = tuple(who for host in hosts for who in prepositions(host).get("against", ()))
    sides = (*(() if is_passive(verb) else surface_subject(verb)), *objects(verb), *agents, *others)
    if len(sides) > 1:
        yield from (one for who in sides for one in _able(who))


def _governor(noun: Token) -> Token | None:
    """What the election is told with: the verb it is the object of, what stands before its preposition."""
    if noun.dep_ in ("dobj", "nsubjpass"):
        return noun.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in _LINKS:
        return None
    above = noun.head.head
    while above.pos_ == "NOUN" and above.lemma_.lower() not in (_OUTCOMES | _ROLES) and above.head != above:
        above = above.head if above.dep_ != "pobj" else above.head.head  # "with a minority in the election"
    return above


def _named_by(outcome: Token) -> Iterator[Token]:
    """ "His defeat by X's alliance", wherever the parse hung it."""
    for name in ("by", "over", "against"):
        yield from prepositions(outcome).get(name, ())
    for prep in children(outcome, "prep"):
        for noun in (*children(prep, "pobj"), *(deep for low in children(prep, "pobj") for deep in _below(low))):
            yield from prepositions(noun).get("by", ())


def _below(noun: Token) -> Iterator[Token]:
    yield from (deep for prep in children(noun, "prep") for deep in children(prep, "pobj"))


def _who_is(role: Token) -> Iterator[Token]:
    """Who "is the main challenger", or is told beside it: "X, a candidate in the election,"."""
    if role.dep_ == "appos":
        yield from _able(role.head)
    elif role.dep_ == "attr" and not children(role.head, "neg"):
        yield from (one for who in surface_subject(role.head) for one in _able(who))


def _able(who: Token) -> Iterator[Token]:
    """Somebody named, or a pronoun for one; of "X's alliance" X too; no state."""
    person = who.lower_ in ("he", "she", "his", "her", "him", "who", "whom")
    if person or (who.pos_ == "PROPN" and not satisfies(who, ("@state",))):
        yield who
    elif who.lemma_.lower() in _BODIES:
        owners = [owner for owner in children(who, "poss") if owner.pos_ == "PROPN"]
        named = [owner for owner in owners if not satisfies(owner, ("@state",))]
        yield from named or ((who,) if owners or children(who, "amod") else ())  # "Peru's governing party"
    else:
        yield from (name for name in children(who, "appos") if name.pos_ == "PROPN")  # "the banker Ivo Berg"
