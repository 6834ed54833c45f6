"""Who an article is about: people, organisations and their short forms, from the raw text alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from timeline.frames.naming.capitals import Piece, Run, names_nobody, pieces, runs
from timeline.frames.naming.introductions import Introduction, NameKind, introduce
from timeline.frames.naming.roll import Name, Roll
from timeline.frames.naming.titles import Title
from timeline.frames.words.name_words import name_words, role_word
from timeline.gazetteers import places
from timeline.gazetteers.given_names import Sex, sex_of
from timeline.gazetteers.names import key
from timeline.models import Sentence

# The new, the present, the leaving president: all of them are the president.
_TRANSPARENT = frozenset(
    {"new", "current", "incumbent", "sitting", "outgoing", "newly", "elected", "re-elected", "then"}
)
_STANCE = re.compile(r"(?:Anti|Pro|Non)-[a-z]|(?:anti|pro|non)-")


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the article: the fullest form of the name, the offices named with it, a country if one is told."""

    name: str
    titles: tuple[Title, ...] = ()
    country: str = ""
    start: int = 0  # where the article names the person first
    sure: bool = True  # False: only the form of the name suggests a person
    sex: Sex = ""  # "f" or "m" where a title or the given name tells it

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words of the name."""
        return tuple(key(self.name).split())


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation of the article: its fullest name, its acronym if the article gives one, its country if told."""

    name: str
    acronym: str = ""
    country: str = ""
    start: int = 0
    owner: str = ""  # "Peru" of "Peru's Foreign Ministry"

    @property
    def full(self) -> str:
        """The name with its owner and acronym, as the article writes it: "Joint Border Command (JBC)"."""
        name = f"{self.owner}'s {self.name}" if self.owner else self.name
        return f"{name} ({self.acronym})" if self.acronym else name


@dataclass(frozen=True, eq=False)
class Cast:
    """The people and organisations of one article, and where each name stands."""

    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    namings: tuple[Introduction, ...] = ()  # every capitalised name, in the order of the text
    sentences: tuple[Sentence, ...] = ()  # those of the article, for what pronouns point back to

    @cached_property
    def _by_start(self) -> dict[int, Introduction]:
        return {offset: item for item in self.namings for offset in range(item.start, item.end)}

    def at(self, offset: int) -> Introduction | None:
        """The name that covers an offset of the article, or None."""
        return self._by_start.get(offset)

    @cached_property
    def _by_title(self) -> dict[int, Introduction]:
        return {offset: item for item in self.namings for offset in range(item.left, item.start)}

    def titled(self, offset: int) -> Introduction | None:
        """The name whose title covers an offset of the article, or None."""
        return self._by_title.get(offset)

    def resolve(self, name: str) -> Person | None:
        """The person a full or short name stands for, accents and titles aside; None if nobody or several fit."""
        if name not in self._resolved:
            self._resolved[name] = self._person(tuple(key(_untitled(name)).split()))
        return self._resolved[name]

    @cached_property
    def _resolved(self) -> dict[str, Person | None]:
        return {}  # what was asked before: a name is asked about for every event it may have a part in

    @cached_property
    def _person(self) -> Callable[[Name], Person | None]:
        return _finder(self.people, self.sentences)

    def organisation(self, name: str) -> Organisation | None:
        """The organisation of this name or acronym, or the only one whose name has its words ("the ministry")."""
        wanted = key(name)
        for item in self.organisations:
            if wanted in (key(item.name), key(item.acronym), key(item.full)):
                return item
        words = set(wanted.split())
        fitting = [item for item in self.organisations if words and words < set(key(item.name).split())]
        return fitting[0] if len(fitting) == 1 else None

    def by_role(self, role: str, country: str = "", at: int | None = None) -> Person | None:
        """Who was introduced with an office ("president", "the general"), of a country if one is given.

        None if nobody holds it in the article, or several people do; of several it is the one whom the article has
        named ``at`` the offset where the office is told.
        """
        wanted = read_role(role)
        if wanted is None:
            return None
        country = country or wanted.country
        holders = [(person, _country_of(person, title)) for person in self.people if (title := _holds(person, wanted))]
        if country:
            named = [person for person, own in holders if own == country]
            holders = [(person, own) for person, own in holders if not own and not named] + [
                (p, country) for p in named
            ]
        people = {person.name: person for person, _ in holders}
        if len(people) > 1 and at is not None:
            people = {name: person for name, person in people.items() if person.start < at}
        return next(iter(people.values())) if len(people) == 1 else None


def cast(text: str, sentences: Sequence[Sentence]) -> Cast:
    """The cast of an article: one linear scan over its sentences, boilerplate left out, no parse."""
    read = (sentence for sentence in sentences if sentence.kind != "boilerplate")
    found = [item for sentence in read for item in _introductions(text, sentence)]
    people, organisations = _people(found, text), _organisations(found)
    who = _finder(people, sentences)
    shouted = [item for sentence in sentences if sentence.kind == "title" for item in _headline(sentence, who)]
    namings = sorted({item.start: item for item in (*shouted, *found)}.values(), key=lambda item: item.start)
    return Cast(people, organisations, tuple(namings), tuple(sentences))


def read_role(phrase: str) -> Title | None:
    """The office a description names ("the Venezuelan foreign minister"), None if it names none."""
    words = [word.strip(".,") for word in phrase.replace("’", "'").split()]
    words = words[: next((at for at, word in enumerate(words) if word in ("of", "for", "in", "to") and at), len(words))]
    if not words or not role_word(words[-1]):
        return None
    telling = name_words().modifiers - _TRANSPARENT
    modifiers = [word.lower() for word in words[:-1] if word.lower() in telling]
    return Title((*modifiers, role_word(words[-1])), places.country_of(phrase))


def _introductions(text: str, sentence: Sentence) -> list[Introduction]:
    if names_nobody(sentence.span.text):
        return []
    found = pieces(sentence.span.text, sentence.span.start)
    if sentence.kind == "title" and _shouted(found):
        return []
    return [introduce(found, run, text) for run in runs(found) if not _is_stance(found, run)]


def _is_stance(found: Sequence[Piece], run: Run) -> bool:
    """ "Anti-government protests", "a pro-Russian group": a capital for the sentence, or for whom they are."""
    text = found[run.first].text
    return run.last - run.first == 1 and bool(_STANCE.match(text)) and (run.first == 0 or text[0].islower())


def _shouted(found: Sequence[Piece]) -> bool:
    """Whether a headline is set in capitals throughout, so that capitals tell nothing."""
    capitals = [piece.capital for piece in found if len(piece.text) > 3 and piece.kind == "word"]
    return len(capitals) > 3 and sum(capitals) > 0.8 * len(capitals)


def _headline(sentence: Sentence, who: Callable[[Name], Person | None]) -> Iterator[Introduction]:
    """The people of the body, and the places, that a headline in capitals names; nothing else can be told."""
    found, base, at = pieces(sentence.span.text), sentence.span.start, 0
    if not _shouted(found):
        return
    while at < len(found):
        size = next((size for size in range(min(4, len(found) - at), 0, -1) if _known(found[at : at + size], who)), 0)
        if size:
            first, last = found[at], found[at + size - 1]
            text = sentence.span.text[first.start : last.end]
            kind: NameKind = "place" if places.find_place(text) is not None else "person"
            yield Introduction(text, kind, base + first.start, base + last.end, base + first.start)
        at += size or 1


def _known(found: Sequence[Piece], who: Callable[[Name], Person | None]) -> bool:
    if not found or not all(piece.capital for piece in found):
        return False
    text = " ".join(piece.text for piece in found)
    person = who(tuple(key(text).split()))
    ends = person is not None and person.words[-1] == key(found[-1].text).split()[-1]
    return ends or places.find_place(text) is not None


def _people(found: Sequence[Introduction], text: str) -> tuple[Person, ...]:
    """One person per full name; shorter full names, then titled surnames, join the person they can only mean."""
    named = [item for item in found if item.kind == "person"]
    people: dict[Name, Person] = {}
    roll = Roll()
    for item in sorted(named, key=lambda item: (-len(key(item.name).split()), item.start)):
        words = tuple(key(item.name).split())
        known = roll.meant(words)
        person = Person(_in_lower_case(item.name), item.titles, item.country, item.start, item.sure, _sex(item, text))
        if known is not None:
            people[known] = _joined(people[known], person)
        elif len(words) > 1 or (words and not roll.holds(words)):
            people[words] = person
            roll.add(words)
    return tuple(sorted(people.values(), key=lambda person: (person.start, person.name)))


def _in_lower_case(name: str) -> str:
    """A name without the capitals that open an article: "IMRAN Abara" is Imran Abara."""
    first, *others = name.split()
    opening = len(first) > 3 and first.isalpha() and first.isupper() and others
    return " ".join((first.title(), *others)) if opening and not any(word.isupper() for word in others) else name


def _joined(known: Person, other: Person) -> Person:
    titles = known.titles + tuple(title for title in other.titles if title not in known.titles)
    accented = not other.name.isascii() and known.name.isascii() and known.words == other.words
    return Person(
        other.name if accented else known.name, titles, known.country or other.country,
        min(known.start, other.start), known.sure or other.sure, known.sex or other.sex,
    )  # fmt: skip


def _sex(item: Introduction, text: str) -> Sex:
    """What the titles before a name and the given name tell of a person's sex."""
    before = {word.strip(".,").lower() for word in text[max(0, item.left - 5) : item.start].split()}
    told = before | {word for title in item.titles for word in title.words}
    if told & name_words().male:
        return "m"
    return "f" if told & name_words().female else sex_of(item.name)


def _finder(people: Iterable[Person], sentences: Sequence[Sentence]) -> Callable[[Name], Person | None]:
    """What tells who of these people a name means."""
    named = {person.words: person for person in people}
    roll = Roll(tuple(person.words for person in people))
    family: defaultdict[str, list[Person]] = defaultdict(list)
    for person in named.values():
        for word in dict.fromkeys(person.words[1:] or person.words):  # the surname may be followed by the mother's
            family[word].append(person)

    def who(words: Name) -> Person | None:
        first = _first_told(family.get(words[0], []), sentences) if len(words) == 1 else None
        meant = roll.meant(words) if first is None else first.words
        return named[meant] if meant is not None else None

    return who


def _first_told(family: Sequence[Person], sentences: Sequence[Sentence]) -> Person | None:
    """Of several who share a surname the one who has it alone: told in a sentence before all others; else None."""
    if len(family) < 2:
        return None
    first, second = sorted(family, key=lambda person: person.start)[:2]
    end = next((s.span.end for s in sentences if s.span.start <= first.start < s.span.end), None)
    return first if end is not None and second.start >= end else None


def _untitled(name: str) -> str:
    """A name without the titles and forms of address before it, and without a possessive ending."""
    name = name.removesuffix("'s").removesuffix("’s")
    found = pieces(name)
    for run in runs(found):
        return introduce(found, run, name).name
    return name


def _organisations(found: Sequence[Introduction]) -> tuple[Organisation, ...]:
    named: dict[str, Organisation] = {}
    for item in found:
        if item.kind == "organisation" or (item.acronym and item.kind == "thing"):
            known = named.get(key(item.name))
            acronym = item.acronym or (known.acronym if known else "")
            country, start = (known.country or item.country, known.start) if known else (item.country, item.start)
            whose = known.owner or item.owner if known else item.owner
            named[key(item.name)] = Organisation(known.name if known else item.name, acronym, country, start, whose)
    short = {key(item.acronym) for item in named.values() if item.acronym}
    return tuple(item for folded, item in named.items() if folded not in short)


def _holds(person: Person, wanted: Title) -> Title | None:
    """The office of a person that a description can mean: the same head, and no word of rank more or less."""
    telling = {"vice", "deputy", "former", "ex", "prime", "assistant"}
    for title in person.titles:
        same = title.head == wanted.head and set(wanted.words) <= set(title.words)
        if same and not (telling & set(title.words)) - set(wanted.words):
            return title
    return None


def _country_of(person: Person, title: Title) -> str:
    return title.country or person.country
