"""What merging needs to know of a mention beyond its columns: how its words point to other mentions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.merge.names import fold, word_set
from timeline.models import Mention

_DEFINITE = word_set("the this that these those his her its their our both")
_ANOTHER = word_set("""
    another second third fourth new fresh separate further more other additional similar repeat previous earlier
    next subsequent later different
""")
_STOPS = word_set("""
    a an and or but of in on at by for from to with against after before during over under since until as than
    who which that's was were is are has have had been be will would said says
""")
_NOUNS = word_set("""
    vote votes election elections poll polls ballot ballots runoff run-off referendum plebiscite protest
    protests march marches rally rallies riot riots rioting unrest strike strikes sit-in vigil arrest arrests
    release releases crackdown roundup raid raids attack attacks hack hacks breach coup putsch takeover uprising
    recall sanctions embargo ban bans measures freeze oath ceremony swearing-in decision curfew lockdown win
    victory re-election result results outcome plot conspiracy clashes violence disturbances gathering
    congratulations amnesty pardon seizure
""")
_NOUN_ENDING = re.compile(r"(?:tion|tions|sion|sions|ment|ments|ance|ence)$")
_OFFICES = {
    "presidential": "presidential", "parliamentary": "legislative", "legislative": "legislative",
    "congressional": "legislative", "local": "local", "municipal": "local", "regional": "local", "mayoral": "local",
    "gubernatorial": "local", "provincial": "local", "referendum": "referendum", "plebiscite": "referendum",
    "by-election": "by-election", "byelection": "by-election",
}  # fmt: skip
_OFFICE_NOUNS = {
    "president": "presidential", "presidency": "presidential", "parliament": "legislative", "senate": "legislative",
    "assembly": "legislative", "congress": "legislative", "council": "local", "mayor": "local", "governor": "local",
}  # fmt: skip
_SECOND_ROUND = re.compile(r"\b(?:run-?offs?|second round|second-round|ballotage)\b", re.IGNORECASE)
_FIRST_ROUND = re.compile(r"\b(?:first round|first-round)\b", re.IGNORECASE)
_AMOUNT = r"\d[\d,.]*|dozens|hundreds|thousands|two|three|four|five|six|seven|eight|nine|ten"
_MORE_OF_THEM = re.compile(
    rf"\b(?:another|a further|an additional)\s+(?:{_AMOUNT})\b|\b(?:{_AMOUNT})\s+more\s+(?!than)"
    rf"|(?<!\band )\b(?:{_AMOUNT}|many|several|some)\s+(?:of\s+)?others\b",  # "X and 12 others" is one group
    re.IGNORECASE,
)
_ABOUT_A_VOTE = re.compile(
    r"elect|\bvot(?:e|es|ing)\b|\bpoll|ballot|\bresult|outcome|victor|\bwin\b|\bwon\b|winner|defeat|concede",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\bthe [A-Z][\w-]+ $")
_TOLD_HACKERS = re.compile(
    r"\b(?:the|these|those) (?:hackers|attackers|intruders|perpetrators|culprits)\b", re.IGNORECASE
)
_HELD_ON = re.compile(
    r"\b(?:still|remain(?:s|ed)?|stay(?:s|ed)?|kept|extend(?:s|ed)?|prolong(?:s|ed)?|renew(?:s|ed)?)\b", re.IGNORECASE
)
_ONCE_MORE = re.compile(r"\b(?:a (?:second|third|fourth) time|once (?:more|again)|again|anew)\b", re.IGNORECASE)
_TWICE = ("inauguration", "coup", "cyberattack")  # types of which "again" tells another
_NEAR = 48  # characters on each side of a trigger in which an office or a round is its own


@dataclass(frozen=True, slots=True)
class Pointers:
    """How a mention's words point: back to one already told, to another one, to which office and round."""

    definite: bool = False
    another: bool = False
    continues: bool = False  # it tells that a detention goes on: "remains in custody"
    offices: frozenset[str] = frozenset()
    round: str = ""


def read_pointers(mention: Mention) -> Pointers:
    """Read the noun phrase before the trigger and, for an election, the words around it."""
    before = _words_before(mention)
    noun = is_noun(mention.trigger.text)
    phrase = _noun_phrase(before)
    adjacent = before[-1:]
    another = (noun and bool(_ANOTHER & set(phrase))) or bool(_MORE_OF_THEM.search(mention.sentence.span.text))
    another = another or _once_more(mention)
    definite = _is_definite(phrase) if noun else bool({"the", "these", "those"} & set(adjacent))
    if mention.event_type == "cyberattack":
        definite = (definite and not _has_own_name(mention)) or _by_those_told(mention)
    near = _near(mention) if mention.event_type == "election" else ""
    return Pointers(
        definite=definite and not another,
        another=another,
        continues=goes_on(mention),
        offices=_offices(near, before[-2:]) if near else frozenset(),
        round=_round(near),
    )


def _once_more(mention: Mention) -> bool:
    """Whether a clause tells that it happened again: "took the oath a second time", "was hacked again"."""
    if mention.event_type not in _TWICE:
        return False
    sentence = mention.sentence.span
    start, end = mention.trigger.start - sentence.start, mention.trigger.end - sentence.start
    behind = re.split(r"[.;:,]", sentence.text[end : end + _NEAR])[0]
    return bool(_ONCE_MORE.search(f"{sentence.text[max(start - 12, 0) : start]} | {behind}"))


def _by_those_told(mention: Mention) -> bool:
    """ "The hackers tried to jam the system": whoever they are was told before, with what they did."""
    before = mention.sentence.span.text[: max(mention.trigger.start - mention.sentence.span.start, 0)]
    return bool(_TOLD_HACKERS.search(before))


def _has_own_name(mention: Mention) -> bool:
    """ "The Bluewater intrusion": called by a name, it is not the one just told."""
    sentence = mention.sentence.span
    return bool(_NAMED.search(sentence.text[: max(mention.trigger.start - sentence.start, 0)]))


def goes_on(mention: Mention) -> bool:
    """Whether a sentence tells that somebody who was held before is held on: it is no new detention."""
    if mention.event_type != "detention":
        return False
    start = mention.trigger.start - mention.sentence.span.start
    end = mention.trigger.end - mention.sentence.span.start
    return bool(_HELD_ON.search(mention.sentence.span.text[max(start - _NEAR, 0) : end]))


def is_noun(trigger: str) -> bool:
    """Whether a trigger reads as a noun: "the arrests" can point back, "police arrested" cannot."""
    words = trigger.casefold().split()
    return any(word in _NOUNS or _NOUN_ENDING.search(word) for word in words)


def _words_before(mention: Mention) -> list[str]:
    sentence = mention.sentence.span
    text = sentence.text[: max(mention.trigger.start - sentence.start, 0)]
    return re.findall(r"[\w’'-]+|[,;:.()“”\"]", text.casefold())[-6:]


def _noun_phrase(before: list[str]) -> list[str]:
    phrase: list[str] = []
    for word in reversed(before):
        if word in _STOPS or not word[0].isalnum():
            break
        phrase.append(word)
        if word in _DEFINITE:
            break
    return phrase


def _is_definite(phrase: list[str]) -> bool:
    return any(word in _DEFINITE or word.endswith(("'s", "’s", "s’", "s'")) for word in phrase)


def _near(mention: Mention) -> str:
    sentence, trigger = mention.sentence.span, mention.trigger
    start, end = trigger.start - sentence.start, trigger.end - sentence.start
    return sentence.text[max(start - _NEAR, 0) : end + _NEAR // 2]


def _offices(near: str, before: list[str]) -> frozenset[str]:
    """Offices by adjective around the trigger, or by noun right before it: "assembly election"."""
    words = [word for word in re.findall(r"[\w-]+", near.casefold()) if word in _OFFICES]
    nouns = [word for word in before if word in _OFFICE_NOUNS]
    return frozenset([*(_OFFICES[word] for word in words), *(_OFFICE_NOUNS[word] for word in nouns)])


def _round(near: str) -> str:
    if _SECOND_ROUND.search(near):
        return "second"
    return "first" if _FIRST_ROUND.search(near) else ""


def is_about_a_vote(mention: Mention) -> bool:
    """Whether the sentence of a recognition speaks of an election or its result, and not of a state."""
    return bool(_ABOUT_A_VOTE.search(mention.sentence.span.text))


def describes(name: str) -> str:
    """The head of an unnamed group: "hundreds of angry teachers" are "teacher"."""
    words = fold(name).split()
    return words[-1].removesuffix("s") if words else ""
