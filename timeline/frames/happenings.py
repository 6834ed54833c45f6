"""Which of the frames that match in a sentence tell one happening, and what each of them tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from timeline.event_types import event_types
from timeline.frames.match import Match
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.lexicon import lemmas
from timeline.frames.words.name_words import name_words

_THEN = ("since", "after", "before", "following", "until")
_STATES = ("under", "in", "into")


def happenings(matches: Iterable[Match]) -> tuple[Match, ...]:
    """One match per happening, in the order of the text."""
    return _besides_others(_one_per_happening(matches))


def _one_per_happening(matches: Iterable[Match]) -> Iterator[Match]:
    """Drop weaker readings of the same happening: the same trigger, or coordinated triggers of one type."""
    kept: list[Match] = []
    for match in sorted(matches, key=_strongest_first):
        twin = next((old for old in kept if _same_happening(old, match)), None)
        if twin is None:
            kept.append(match)
        else:
            kept[kept.index(twin)] = _joined(twin, match)
    yield from sorted(kept, key=lambda match: match.trigger.i)


def _strongest_first(match: Match) -> tuple[object, ...]:
    """Lone ones last: what goes with an event may tell more of it, and is none itself."""
    return match.rule in lone_rules(), match.trigger.i, -len(match.words), -len(match.slots), match.rule


def _same_happening(old: Match, new: Match) -> bool:
    if old.event_type != new.event_type or (old.mode != new.mode and old.event_type == "recognition"):
        return False
    if new.event_type == "election" and _is_share(new.trigger):
        return True  # "won the election with 55 % of the vote"
    if old.trigger == new.trigger or set(old.words) & set(new.words) or _told_of_agent(old, new):
        return True
    if _is_put_into(old, new) or _summed_up(old, new) or _won_thereby(old, new):
        return True
    if _done_thereby(old, new) or _opens_clause(old, new):
        return True
    if old.trigger.dep_ == "nsubj" and new.trigger.dep_ == "pobj" and new.trigger.head.head == old.trigger.head:
        return new.trigger.head.lower_ in ("into", "in")  # "a rally turned into looting", "a march ended in scuffles"
    coordinated = new.trigger in old.trigger.conjuncts and old.trigger.pos_ == new.trigger.pos_ == "NOUN"
    if _once_more(new.trigger) or _in_other_years(old.trigger, new.trigger):
        return False
    first = new.trigger  # "marched, burning tyres and attacking a bank": of a row the first
    while first.dep_ == "conj" and first.head != old.trigger:
        first = first.head
    governed = first.head == old.trigger or old.trigger.head == new.trigger
    noun = _grouped(new.trigger)
    through = noun.head.head == old.trigger and noun.head.dep_ in ("prep", "agent")
    through = through and noun.head.lower_ not in _THEN  # "no vote since the election of 1999"
    return coordinated or ((governed or through) and not _rival(old, new))


def _grouped(noun: Token) -> Token:
    """The noun that groups events: of "hit by a wave of attacks" the wave."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in lemmas("quantity"):
        noun = noun.head.head
    return noun


def _is_put_into(old: Match, new: Match) -> bool:
    """ "Put the chief, General Ana Torvik, under house arrest": wherever the parse hung "under", it is one arrest."""
    into = new.trigger.head
    if old.trigger.pos_ != "VERB" or new.trigger.dep_ != "pobj" or into.lower_ not in _STATES:
        return False
    between = old.trigger.doc[old.trigger.i + 1 : into.i]
    return old.trigger.i < into.i and not any(token.pos_ in ("VERB", "AUX") for token in between)


def _summed_up(old: Match, new: Match) -> bool:
    """ "Toppled him in what is the second coup this year": what the act is called is no other act."""
    noun = new.trigger
    label = noun.head
    summed = noun.pos_ == "NOUN" and label.dep_ == "pcomp" and label.head.lower_ in ("in", "by")
    return summed and old.trigger.i < noun.i and any(word.lower_ == "what" for word in label.children)


def _won_thereby(old: Match, new: Match) -> bool:
    """ "Was declared the winner of a repeat election": of the election that is told as won."""
    of = new.trigger.head
    won = of.head if new.trigger.dep_ == "pobj" and of.lower_ == "of" else None
    if won is None or new.event_type != "election" or won.lemma_.lower() not in ("winner", "victor", "loser"):
        return False
    dated = any(word.lower_ in name_words().calendar for word in new.trigger.subtree)
    return won.head == old.trigger and not dated  # "the winner of Saturday's vote" tells a day of its own


def _once_more(verb: Token) -> bool:
    """ "Was held in May, freed in June and picked up once more in July"."""
    return verb.pos_ == "VERB" and any(
        word.lower_ in ("again", "anew") or (word.lower_ == "more" and any(w.lower_ == "once" for w in word.children))
        for word in children(verb, "advmod")
    )


def _opens_clause(old: Match, new: Match) -> bool:
    """ "In the last election, in 2019, it won 54 percent": the vote and how it ended."""
    prep = old.trigger.head
    opens = old.trigger.dep_ == "pobj" and prep.lower_ in ("in", "at") and prep.head == new.trigger
    return opens and old.event_type == "election" and prep.i < new.trigger.i and new.trigger.pos_ == "VERB"


def _in_other_years(old: Token, new: Token) -> bool:
    """ "Was elected in 2006 and re-elected in 2011", "and won a second term five years later"."""
    new = new.head if new.dep_ == "dobj" and new.pos_ == "NOUN" else new  # "and staged a coup in 2021"
    if new.pos_ != "VERB" or new.dep_ != "conj":
        return False
    row = set(new.subtree)
    before, now = (_years(words) for words in ((word for word in old.subtree if word not in row), row))
    later = any(word.lemma_ == "year" and any(by.lower_ == "later" for by in word.head.subtree) for word in row)
    return bool(before) and ((bool(now) and not now & before) or (later and not now))


def _years(words: Iterable[Token]) -> frozenset[str]:
    return frozenset(word.text for word in words if word.tag_ == "CD" and len(word.text) == 4 and word.text.isdigit())


def _done_thereby(old: Match, new: Match) -> bool:
    """ "Imposed sanctions on the ministry, freezing its assets": what the act does is no second one."""
    act, doing = old.trigger, new.trigger
    thereby = doing.tag_ == "VBG" and doing.dep_ == "advcl" and not children(doing, "mark", "nsubj")
    return thereby and act.pos_ == "NOUN" and act.dep_ == "dobj" and doing.head == act.head and act.i < doing.i


def _told_of_agent(old: Match, new: Match) -> bool:
    """ "Crippled by the Zebra gang, which had broken into it": what is told of who did it is how it was done."""
    who = new.trigger.head
    by = who.head
    return new.trigger.dep_ == "relcl" and who.dep_ == "pobj" and by.dep_ == "agent" and by.head == old.trigger


def _is_share(noun: Token) -> bool:
    """ "55 % of the vote"; not "with 60 percent of ballots from Sunday's vote counted"."""
    of_part = noun.dep_ == "pobj" and noun.head.lower_ == "of" and not children(noun, "poss")
    return of_part and noun.head.head.lemma_.lower() in ("%", "percent", "cent", "share")


def _rival(old: Match, new: Match) -> bool:
    """Whether two matches name different targets, so that they are two happenings."""
    mine, theirs = (
        tuple(token for token in match.fillers("target") if token.tag_ != "PRP$") for match in (old, new)
    )  # "froze its assets and put the country under an embargo": one target
    return bool(
        mine and theirs and set(mine) != set(theirs) and {old.trigger.pos_, new.trigger.pos_} <= {"VERB", "AUX"}
    )


def _joined(old: Match, new: Match) -> Match:
    if _summed_up(old, new):
        return old  # "in what is the country's fourth coup": the country made none
    if _opens_clause(old, new):
        old, new = new, old
    have = {role for role, _ in old.slots}
    extra = tuple((role, token) for role, token in new.slots if role not in have)
    return replace(
        old,
        slots=old.slots + extra,
        mode=old.mode or new.mode,
        form=old.form or new.form,
        status=old.status or new.status,
    )


@cache
def lone_rules() -> frozenset[str]:
    """The rules that tell of an event by what goes with it, as a police charge does."""
    kinds = event_types().values()
    return frozenset(f"{kind.name}:{frame.id}" for kind in kinds for frame in kind.frames if frame.alone)


def _besides_others(found: Iterable[Match]) -> tuple[Match, ...]:
    """Matches without the lone ones that stand beside others of their type: "groups clashed, police used a charge"."""
    matches = tuple(found)
    told = {match.event_type for match in matches if match.rule not in lone_rules()}
    return tuple(match for match in matches if match.rule not in lone_rules() or match.event_type not in told)
