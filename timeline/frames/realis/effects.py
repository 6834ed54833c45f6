"""What a governing verb, noun or adjective does to the event below it: its list, and the construction it needs."""

from __future__ import annotations

from typing import Literal

from timeline.frames.realis.summons import calls_out, idle, of_a_year, sets_a_day, was_held
from timeline.frames.realis.timing import timed
from timeline.frames.syntax.parsing import children, infinitive, joined_lemma
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import cue_words, realis_words
from timeline.frames.words.lexicon import lemmas

Effect = Literal[
    "planned", "scheduled", "demanded", "threatened", "conditional", "denied", "denied_by", "attempted", "foiled",
    "failed", "called_off", "alleged", "generic", "occurs", "future_in_past", "unreached",
]  # fmt: skip
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
VERBAL = ("VERB", "AUX")
_ORDER: tuple[Effect, ...] = (
    "denied_by", "attempted", "failed", "threatened", "demanded", "planned", "denied", "alleged", "conditional",
)  # fmt: skip
_LIST = {"denied_by": "sourced_denial"}
_SET = frozenset({"run-off", "by-election", "election", "poll", "referendum", "vote"})  # by announcing them


def is_clause(token: Token) -> bool:
    """Whether a token heads a clause: a verb, or a noun or adjective said of something by "be"."""
    if token.dep_ in ("amod", "compound", "pobj", "dobj") and token.tag_ in ("VBN", "VBG", "VBD"):
        return False
    return token.pos_ in VERBAL or any(child.dep_ == "aux" for child in token.children)


def definite(noun: Token) -> bool:
    """Whether a noun phrase points at something known: "the coup", "Monday's vote", "their arrests"."""
    for child in noun.children:
        if child.dep_ == "det" and child.lower_ in ("the", "this", "that", "these", "those", "both"):
            return True
        if child.dep_ == "poss":
            return True
    return noun.i > 1 and noun.nbor(-1).text == "-" and definite(noun.nbor(-2))  # "her re-election" is three tokens


def effect_of(governor: Token, below: Token) -> tuple[Effect, ...]:
    """What a governing verb, noun or adjective does to the event below it; () if it leaves it alone."""
    lemma = governor.lemma_.lower()
    if _by_its_organiser(governor, below):
        return ()
    if lemma == "call" and governor.pos_ in VERBAL:
        called_out = calls_out(governor, below) and sets_a_day(governor, below)  # "called on them to march on Sunday"
        return _called_off(governor, below) or (("planned",) if called_out else _call(governor, below))
    special = _called_off(governor, below) or _foiled(governor, below, lemma) or _announced(governor, below, lemma)
    if special:
        return special
    if calls_out(governor, below):
        return ("planned",) if sets_a_day(governor, below) else ("demanded",)
    if idle(governor, below):
        return ("conditional",)
    open_ones = _waiting(governor, below, lemma)
    if open_ones:
        return open_ones
    if lemma == "let" and governor.tag_ in ("VBZ", "VBP") and _opens_a_way(governor, below):
        return ("conditional",)  # "the law lets police detain suspects", "a bug that lets attackers run code"
    if lemma in ("have", "be") and any(child.lower_ == "yet" for child in governor.children) and is_clause(below):
        return ("denied",)
    if _left_open(governor, lemma):
        return ("generic",)
    withheld = children(governor, "nsubjpass", "dative") or below.lemma_.lower() in ("permission", "request", "leave")
    if lemma == "deny" and below.dep_ in ("dobj", "oprd") and withheld:
        return ("denied",)
    out = any(child.lower_ == "out" for child in governor.children)
    if lemma in ("order", "rule") and not out and below.lemma_.lower() in realis_words("keeping"):
        return () if is_clause(below) else ("occurs",)  # an order to keep somebody in custody takes effect as given
    if lemma in realis_words("plotting") and governor.pos_ in VERBAL:
        return ("attempted",)
    for effect in _ORDER:
        if lemma in realis_words(_LIST.get(effect, effect)) and _applies(effect, governor, below, lemma):
            return (effect,)
    return ()


def _by_its_organiser(governor: Token, below: Token) -> bool:
    """ "The march was organised by the union": who staged what has taken place; not what "was called for May"."""
    if below.dep_ != "nsubjpass" or not (definite(below) and _of_street(below)) or not children(governor, "agent"):
        return False
    past = any(aux.lower_ in ("was", "were") for aux in children(governor, "auxpass"))
    return past and not any(prep.lower_ == "for" for prep in children(governor, "prep"))


def _waiting(governor: Token, below: Token, lemma: str) -> tuple[Effect, ...]:
    """What is called for, waited for or still to be ruled on has not come about."""
    if lemma in ("call", "appeal") and governor.pos_ == "NOUN" and below.head.lower_ == "for":
        street = _of_street(below) and any(timed(part) for part in (governor, governor.head))
        return ("planned",) if street else ("demanded",)
    if lemma == "mean" and below.dep_ == "xcomp" and infinitive(below):
        return ("planned",)  # "they mean to march on Monday"
    if lemma == "face" and below.lemma_.lower() in realis_words("faced"):
        return ("conditional",)
    if lemma in realis_words("wanting") and below.head.lower_ == "for":
        return ("demanded",)  # "are waiting for the release", "rallied for the release"
    if lemma in ("rule", "decide", "deliberate", "ruling", "decision", "hearing") and below.head.lower_ == "on":
        return ("conditional",)  # "will rule on his release"
    return ()


def _opens_a_way(verb: Token, below: Token) -> bool:
    """Whether a law or a flaw lets somebody do it, or anything lets an attacker."""
    things = (verb.head,) if verb.dep_ == "relcl" else children(verb, "nsubj")
    ways = realis_words("rule_book") | realis_words("weakness")
    intruders = lemmas("hacker") | lemmas("intruder")
    return any(thing.lemma_.lower() in ways for thing in things) or any(
        who.lemma_.lower() in intruders for who in children(below, "nsubj")
    )


def _left_open(governor: Token, lemma: str) -> bool:
    """ "Cannot be ruled out", "is not to be excluded": nobody says that it happened."""
    if lemma == "rule" and not any(child.lower_ == "out" for child in governor.children):
        return False
    return lemma in ("rule", "exclude", "discount") and bool(children(governor, "neg") or _negated_above(governor))


def _negated_above(governor: Token) -> bool:
    """ "Is not to be excluded": the negation stands on the verb above an infinitive."""
    return governor.dep_ == "xcomp" and infinitive(governor) and bool(children(governor.head, "neg"))


def _applies(effect: Effect, governor: Token, below: Token, lemma: str) -> bool:
    clause = is_clause(below) and below.dep_ != "nsubj"
    prep = below.head.lower_ if below.head != governor else ""
    if governor.lower_ == "back" and governor.pos_ == "ADV":
        return False  # "goes back to the election"
    if governor.pos_ in VERBAL:
        return _verb_applies(effect, governor, below, lemma, clause, prep)
    if lemma == "call" and prep == "of":
        return False  # "took calls of congratulation"
    if lemma == "certain" and not infinitive(below):
        return False  # "certain that he was arrested", but "certain to win"
    if governor.pos_ == "ADJ" and prep == "of" and lemma not in ("afraid", "capable", "guilty"):
        return False
    if effect == "demanded" and governor.pos_ in NOMINAL and not clause and prep not in ("for", "of", ""):
        return False
    open_talk = lemma in ("talk", "negotiation", "discussion")
    return open_talk or not (effect == "conditional" and definite(below) and not clause and prep not in ("of", "for"))


def _verb_applies(effect: Effect, governor: Token, below: Token, lemma: str, clause: bool, prep: str) -> bool:
    if lemma == "warn" and _under_way(below):
        return False
    if lemma == "want" and _wanted_by_the_law(governor, below):
        return False
    if effect == "planned" and not clause and definite(below) and (of_a_year(below) or was_held(below)):
        return lemma not in realis_words("commissioning")  # "ordered the 2016 raid"
    if lemma == "claim":
        return False  # the attribution tells whether the claim is about oneself
    if effect == "alleged":
        return lemma not in realis_words("alleged_of") or clause or prep in ("of", "with", "for", "over", "in")
    if effect == "denied_by" and not clause and lemma not in ("deny", "refute", "rebut"):
        return below.lemma_.lower() in cue_words("rumour")
    if lemma in realis_words("everyday"):
        return _everyday(governor, below, lemma, clause, prep)
    if effect == "conditional" and not clause and below.dep_ == "dobj" and definite(below):
        return lemma in ("await", "fear", "risk", "anticipate", "negotiate", "discuss", "mull", "weigh")
    return lemma != "expect" or effect != "planned" or clause or below.dep_ in ("nsubjpass", "dobj")


def _under_way(clause: Token) -> bool:
    """ "Warned that a gang is exploiting the flaw", "that data had been stolen": what has begun is told, not feared."""
    helpers = {aux.lower_ for aux in children(clause, "aux", "auxpass")}
    told = clause.tag_ in ("VBG", "VBN") and bool(helpers & {"is", "are", "was", "were", "has", "have", "had"})
    open_to_doubt = any(aux.tag_ == "MD" for aux in children(clause, "aux"))
    return clause.dep_ == "ccomp" and told and not open_to_doubt


def _wanted_by_the_law(governor: Token, below: Token) -> bool:
    """ "A man wanted over the theft was arrested", where the parser took the participle for the main verb."""
    finite = any(aux.tag_ in ("VBD", "VBZ") for aux in children(below, "aux", "auxpass"))
    return governor.tag_ == "VBD" and below.dep_ == "ccomp" and finite and not children(below, "nsubjpass", "mark")


def _everyday(governor: Token, below: Token, lemma: str, clause: bool, prep: str) -> bool:
    """Verbs of many senses: only the construction tells which."""
    particles = {child.lower_ for child in children(governor, "prt", "advmod")}
    if lemma == "have":  # "has to leave", but "had to detain 20" tells that they did
        return clause and infinitive(below) and below.dep_ == "xcomp" and governor.tag_ != "VBD"
    if lemma == "go":
        return clause and governor.tag_ == "VBG" and below.dep_ == "xcomp"
    if lemma == "vote":
        return clause and infinitive(below)
    if lemma in ("suggest", "insist"):  # with a finite clause they tell, with a subjunctive they ask
        return not clause or (below.tag_ == "VB" and not any(aux.tag_ == "MD" for aux in children(below, "aux")))
    if lemma in realis_words("enlisting"):
        return prep == "for" or clause
    if lemma == "set":  # but a fall that "set off riots" brought them about
        return not particles & {"off", "alight", "ablaze"} and (
            clause or below.dep_ in ("dobj", "nsubjpass") or prep == "for"
        )
    if lemma == "stop":
        return prep in ("from",) or "short" in particles
    if lemma == "rule":
        return "out" in particles
    if lemma in ("mean", "amount", "hold", "tap", "gear", "bill"):
        return clause and below.dep_ == "xcomp"
    if lemma in ("back", "support"):  # but "backed her in a vote"
        return not definite(below) and prep != "in"
    return clause or prep == "for" or (lemma == "fix" and below.dep_ in ("dobj", "nsubjpass"))


_MOVING = frozenset({"move", "put", "push", "bring"})  # to another day


def _called_off(governor: Token, below: Token) -> tuple[Effect, ...]:
    lemma = governor.lemma_.lower()
    if is_clause(below):
        return ()
    kept = lemma in realis_words("watching") and governor.dep_ in ("relcl", "acl")  # "Vesna, which tracks arrests"
    if (kept or lemma in realis_words("ruling")) and governor.pos_ in VERBAL and _any_of_them(below):
        return ("generic",)  # a rule for all of them, not the end of one
    if lemma not in realis_words("called_off") or was_held(below):
        return ()
    if definite(below) and (lemma == "suspend" or (lemma not in _MOVING and _lasts(below))):
        return ()  # "suspended their strike", "called off the week-long strike": it was under way
    if lemma == "call" or lemma in _MOVING:
        particles = {child.lower_ for child in governor.subtree if child.dep_ in ("prt", "advmod")}
        moved = lemma in _MOVING and any(prep.lower_ == "to" and timed(prep) for prep in children(governor, "prep"))
        return ("called_off",) if moved or particles & realis_words("called_off_particle") else ()
    if governor.pos_ in NOMINAL and lemma == "ban" and _any_of_them(below):
        return ("generic",)  # "lifted the ban on demonstrations"
    if governor.pos_ in NOMINAL:
        return ("called_off",) if below.head.lower_ in ("of", "on") else ()
    undergone = below.dep_ in ("dobj", "nsubjpass") or bool(children(governor, "agent"))
    return ("called_off",) if undergone else ()


def _lasts(noun: Token) -> bool:
    """ "The week-long strike", "his fast": what goes on for days and is somebody's was begun; a march takes a day."""
    if any(word.lower_ == "long" for word in noun.subtree):
        return True
    ahead = any(word.lower_ in ("planned", "proposed", "scheduled") for word in noun.children)
    return noun.lemma_.lower() in realis_words("lasting") and bool(children(noun, "poss")) and not ahead


def _any_of_them(noun: Token) -> bool:
    """ "Protests", "all strikes": no particular one."""
    bare = noun.tag_ in ("NN", "NNS") and not any(child.dep_ in ("det", "poss", "nummod") for child in noun.children)
    return bare or any(child.lower_ in ("all", "any", "every") for child in noun.children)


def _call(governor: Token, below: Token) -> tuple[Effect, ...]:
    """ "Called a strike", "called elections for May" set an event; "called for a march" does so only with a time."""
    if below.lemma_.lower() in ("congratulate", "concede", "thank", "wish"):
        return ()  # on the telephone
    particles = {child.lower_ for child in children(governor, "prt", "advmod", "oprd")}
    if particles & {"home", "back", "up", "in", "away", "off"}:
        return ()
    if below.dep_ in ("dobj", "nsubjpass") and not children(governor, "oprd"):
        return ("planned",)
    if below.dep_ == "oprd" and not children(governor, "dobj", "nsubjpass"):
        return ("planned",)  # "called a 12-hour strike", whose object the parser took for a name
    street = below.head.lower_ == "for" and not is_clause(below)
    if street and _of_street(below) and timed(governor):
        return ("planned",)
    return ("demanded",) if street or (is_clause(below) and below.dep_ in ("xcomp", "advcl", "ccomp")) else ()


def _of_street(noun: Token) -> bool:
    """Whether a noun is a street action, or counts some: "three days of demonstrations"."""
    if joined_lemma(noun) in realis_words("street"):
        return True
    counted = noun.lemma_.lower() in realis_words("quantity")
    inner = (what for prep in children(noun, "prep") if prep.lower_ == "of" for what in children(prep, "pobj"))
    return counted and any(joined_lemma(what) in realis_words("street") for what in inner)


def _foiled(governor: Token, below: Token, lemma: str) -> tuple[Effect, ...]:
    down = lemma not in ("vote", "throw") or any(child.lower_ in ("down", "out") for child in children(governor, "prt"))
    if lemma in realis_words("voted_down") and down and below.lemma_.lower() in realis_words("proposal"):
        return ("foiled",)
    if lemma not in realis_words("foiled") or governor.pos_ not in VERBAL:
        return ()
    if lemma in realis_words("foils_with_object"):
        named = below.lemma_.lower() in realis_words("plot") | realis_words("seizure") | {
            "attempt",
            "bid",
            "effort",
            "attack",
        }
        named = named and (lemma != "put" or any(child.lower_ == "down" for child in children(governor, "prt")))
        return ("foiled",) if named and below.dep_ in ("dobj", "nsubjpass") else ()
    return ("foiled",)


def _announced(governor: Token, below: Token, lemma: str) -> tuple[Effect, ...]:
    """ "Announced a strike", "declared a day of protest", with a time: what is announced is to come."""
    if lemma not in realis_words("declaring") or is_clause(below) or definite(below):
        return ()
    undergone = below.dep_ in ("dobj", "nsubjpass")
    return ("planned",) if undergone and (_of_street(below) or joined_lemma(below) in _SET) else ()
