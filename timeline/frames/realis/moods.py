"""The mood of the words on a trigger and its clauses: modals, negation, conditions, questions, "planned", "alleged"."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.frames.match import Match
from timeline.frames.realis.effects import VERBAL, Effect
from timeline.frames.realis.timing import timed
from timeline.frames.syntax.parsing import children, infinitive
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.cues import cue_words, realis_words


def on_noun(noun: Token, match: Match) -> Iterator[Effect]:
    """What the words on a noun trigger say of its event: "no arrests", "the planned march", "a strike set for May"."""
    for child in noun.children:
        lemma, before = child.lemma_.lower(), child.i < noun.i
        if child.dep_ in ("amod", "compound", "nmod", "advmod") and before:
            yield from modifier(child)
        elif (child.dep_ == "det" and child.lower_ == "no") or (child.dep_ == "neg" and before):
            yield "denied"
        elif child.dep_ == "det" and child.lower_ == "any":
            yield "conditional"
        elif child.dep_ in ("acl", "amod") and lemma in realis_words("on_noun_planned"):
            if not _set_on_fire(child):
                yield "scheduled"
        elif child.dep_ == "acl" and child.tag_ == "VBN" and lemma == "call":
            if not _felt(noun):
                yield "scheduled" if timed(child) else "planned"
        elif child.dep_ == "relcl" and match.event_type != "coup" and _calls(child, noun):
            yield "scheduled" if timed(child) else "demanded"
    first = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i else noun
    if noun.dep_ == "pobj" and any(neg.i < noun.head.i for neg in children(noun.head, "neg")):
        yield "denied"  # "the result of an update and not of an attack"
    elif first.lower_ == "not" and first.head.pos_ not in VERBAL and first.head != noun:
        yield "denied"  # "blamed an update, not an attack": the negation hangs on the first of the two
    elif noun.dep_ == "pobj" and noun.head.i and noun.head.nbor(-1).lower_ == "not":
        yield "denied"  # "caused by a fault and not by an attack"
    said = (child for child in noun.children if child.lower_ not in ("many", "several", "numerous", "countless"))
    plural = noun.tag_ == "NNS" and not any(child.dep_ in ("nummod", "det", "poss", "amod") for child in said)
    usual = match.event_type == "coup" or (match.event_type == "cyberattack" and _of_habit(noun))
    if plural and usual and not _in_a_year(noun):
        yield "generic"


def _in_a_year(noun: Token) -> bool:
    """ "Suffered coups in 2012 and 2020": those that have a year are no coups in general."""
    hosts = (noun, noun.head) if noun.head.pos_ in VERBAL else (noun,)
    within = (prep for host in hosts for prep in children(host, "prep") if prep.lower_ == "in")
    times = (time for prep in within for time in children(prep, "pobj"))
    return any(time.tag_ == "CD" and len(time.text) == 4 and time.text.isdigit() for time in times)


def _set_on_fire(verb: Token) -> bool:
    """ "A mob set on fire a shop", "youths set alight cars", where the parser took the verb for a participle."""
    behind = [word.lower_ for word in verb.doc[verb.i + 1 : verb.i + 3]]
    return behind == ["on", "fire"] or behind[:1] in (["alight"], ["ablaze"], ["fire"])


def _of_habit(noun: Token) -> bool:
    """ "Breaches involve phishing": what a kind of thing does, told in the present."""
    verb = noun.head
    return noun.dep_ in ("nsubj", "nsubjpass") and verb.tag_ in ("VBP", "VBZ") and not children(verb, "aux", "auxpass")


def _felt(noun: Token) -> bool:
    """Whether a strike that was called is under way: it "hit the city", shops shut "during", "due to" it."""
    prep = noun.head
    told = noun.dep_ == "nsubj" and (prep, *(word for word in children(prep, "amod") if word.i > noun.i))
    if told and any(word.tag_ in ("VBD", "VBN") and word.lemma_ in realis_words("felt") for word in told):
        return True  # "paralysed the city"; taken for a participle in "a strike called by unions paralysed life"
    if prep.lower_ in ("during", "after", "since", "amid", "following") or prep.dep_ == "agent":
        return True
    before = prep.nbor(-1).lower_ if prep.i else ""
    return (before, prep.lower_) in (("due", "to"), ("response", "to"), ("owing", "to"), ("because", "of"))


def modifiers(noun: Token) -> Iterator[Effect]:
    """What the words on a governing noun say of the event below it: "no plans for", "a foiled plot to"."""
    for child in noun.children:
        if child.dep_ in ("amod", "compound") and child.i < noun.i:
            yield from modifier(child)
        elif child.dep_ == "det" and child.lower_ == "no":
            yield "denied"
        elif child.dep_ in ("acl", "amod") and child.lemma_.lower() in realis_words("on_noun_planned"):
            yield "scheduled"


def modifier(word: Token) -> Iterator[Effect]:
    """What one modifier says of the event its noun stands for."""
    forms = {word.lower_, word.lemma_.lower()}
    if word.lower_ in realis_words("on_noun_planned"):
        yield "scheduled"
    elif forms & realis_words("on_noun_denied"):
        yield "denied"
    elif word.lower_ in realis_words("on_noun_conditional"):
        yield "conditional"
    elif word.lower_ in realis_words("attempted"):
        yield "attempted"
    elif word.lower_ in realis_words("alleged") - realis_words("alleged_of"):
        yield "alleged"


def _calls(verb: Token, noun: Token) -> bool:
    """ "a strike that unions have called for Monday": a relative clause that sets the event."""
    return (
        verb.lemma_.lower() in ("call", "plan", "schedule", "organise", "organize", "propose", "pencil", "order")
        and noun.i < verb.i
    )


def on_clause(verb: Token, below: Token) -> Iterator[Effect]:
    """What a clause says of the event in it, inside out: adverbs, modals, negation, condition, question, command."""
    yield from _adverbs(verb)
    yield from _modals(verb)
    if negated(verb, below):
        yield "denied"
    yield from _openness(verb)


def _modals(verb: Token) -> Iterator[Effect]:
    source = _auxiliaries_of(verb)
    for aux in (*children(source, "aux"), *children(source, "auxpass")):
        word = aux.lower_
        if word in ("will", "shall", "'ll", "’ll", "wo"):
            yield "planned"
        elif word in ("would", "'d", "’d") and aux.tag_ == "MD":
            if not _later(source):
                yield "future_in_past"
        elif word in ("may", "might") or (word in ("can", "ca", "could") and not _able(source)):
            yield "conditional"
        elif word in ("should", "ought") and _was_due(source):
            yield "called_off"
        elif word in ("should", "must", "ought"):
            yield "demanded"
        elif word == "to" and source.dep_ == "ROOT" and _is_headlined(source):
            yield "planned"


def _is_headlined(verb: Token) -> bool:
    """ "Banda to take oath on Monday": the future of headlines, which stand in running text too."""
    told_of = children(verb, "nsubj", "nsubjpass")
    return bool(told_of) and all(aux.lower_ in ("to", "be") for aux in children(verb, "aux"))


def _was_due(verb: Token) -> bool:
    """ "Should have taken place on 3 May": it was set for a day and did not come about then."""
    held = verb.lemma_ in ("hold", "happen", "start", "begin") or (
        verb.lemma_ == "take" and any(thing.lower_ == "place" for thing in children(verb, "dobj"))
    )
    return held and any(aux.lower_ == "have" for aux in children(verb, "aux")) and timed(verb)


def soon(verb: Token, match: Match) -> bool:
    """ "Voters go to the polls on Sunday": a present with a day to come, for events that are held by the calendar."""
    helpers = children(verb, "aux", "auxpass")
    finite = verb if not helpers else helpers[0] if len(helpers) == 1 and helpers[0].dep_ == "auxpass" else None
    if finite is None or finite.tag_ not in ("VBP", "VBZ") or match.parsed.sentence.kind == "title":
        return False
    words = {token.lower_ for token in verb.subtree}
    if any(word.lower_ == "back" for word in children(verb, "advmod", "prt")):
        return False  # "the quarrel goes back to October's election"
    if "tomorrow" in words or ("next" in words and timed(verb)):
        return True
    calendar = match.event_type == "inauguration" or (
        match.event_type == "election" and verb.lemma_.lower() in realis_words("polling")
    )
    return calendar and timed(verb)


def _auxiliaries_of(verb: Token) -> Token:
    """The verb whose auxiliaries stand for it too: of "can steal, log and send" the first."""
    for _ in range(len(verb.doc)):
        if verb.dep_ != "conj" or not _shares(verb):
            break
        verb = verb.head
    return verb


def _shares(verb: Token) -> bool:
    """Whether a coordinated verb shares the auxiliaries of the first: "will be tried and jailed"."""
    own = any(child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "expl") for child in verb.children)
    return not own and verb.tag_ in ("VB", "VBN") and verb.head.pos_ in VERBAL


def _later(verb: Token) -> bool:
    """ "Would later be freed" looks ahead from the past; in "would be made soon" the adverb only tells when."""
    said = verb.dep_ == "ccomp"  # "said he would soon be freed": what somebody expects
    return any(
        child.lower_ in realis_words("later_adverb") and child.i < verb.i and not (said and child.lower_ == "soon")
        for child in children(verb, "advmod")
    )


def _able(verb: Token) -> bool:
    """ "Could see troops arresting" reports and "could not accept" refuses; "could be arrested" leaves open."""
    return verb.lemma_.lower() in ("see", "hear") or bool(children(verb, "neg"))


def negated(verb: Token, below: Token) -> bool:
    """Whether a clause is negated: "not", "never", "nobody"; the noun ``below`` has had its own negation read."""
    negatives = children(verb, "neg") or (children(verb.head, "neg") if verb.dep_ == "conj" and _shares(verb) else ())
    if any(token.lower_ in ("not", "n't", "n’t", "never", "no") for token in negatives if not _cut_off(token, verb)):
        return not _only(verb)
    adverbs = children(verb, "advmod", "preconj", "cc")
    if verb.dep_ == "conj" and any(pair.lower_ == "neither" for pair in children(verb.head, "preconj", "cc", "advmod")):
        return True  # "have neither recalled nor expelled anyone"
    if any(child.lower_ in ("never", "nor", "neither") or _no_longer(child) for child in adverbs):
        return True
    first = verb.head if verb.dep_ == "conj" and _shares(verb) else verb  # "nobody was identified or arrested"
    subjects = children(first, "nsubj", "nsubjpass")
    return any(_nobody(child) for child in (*subjects, *children(verb, "dobj")) if child != below)


def _cut_off(negative: Token, verb: Token) -> bool:
    """ "Peru does not: on Friday it recalled its envoy", "none came, not even one": it is another phrase's."""
    if negative.i > verb.i and negative.i + 1 < len(verb.doc) and negative.nbor(1).lower_ == "even":
        return True
    return any(token.text in (":", ";") for token in verb.doc[negative.i : verb.i])


def _no_longer(adverb: Token) -> bool:
    return adverb.lower_ == "longer" and any(child.lower_ == "no" for child in adverb.children)


def _only(verb: Token) -> bool:
    """ "not only arrested", "not just": no negation at all."""
    return any(
        token.lower_ in ("only", "just", "merely") and token.i and token.nbor(-1).lower_ in ("not", "n't")
        for token in verb.subtree
    )


def _nobody(noun: Token) -> bool:
    if noun.lower_ in realis_words("nobody"):
        return True
    few = children(noun, "det", "advmod", "preconj", "cc")
    return any(child.lower_ in ("no", "neither", "hardly", "scarcely") for child in few)


def _adverbs(verb: Token) -> Iterator[Effect]:
    present = verb.tag_ in ("VBP", "VBZ") or any(
        aux.tag_ in ("VBP", "VBZ") and aux.lemma_ == "be" for aux in children(verb, "auxpass")
    )
    if present and any(det.lower_ in ("every", "each") for time in children(verb, "npadvmod") for det in time.children):
        yield "generic"
    usual = children(verb.head, "advmod") if verb.dep_ == "conj" and not children(verb, "nsubj", "nsubjpass") else ()
    if any(child.lower_ in realis_words("generic_adverb") for child in usual):
        yield "generic"  # "typically break in and then encrypt everything"
    for child in children(verb, "advmod"):
        word = child.lower_
        if word in realis_words("generic_adverb") and present:
            yield "generic"
        elif word in realis_words("open_adverb"):
            yield "conditional"
        elif word in realis_words("near_adverb"):
            yield "denied"
        elif word in ("allegedly", "purportedly", "supposedly"):
            yield "alleged"


def _openness(verb: Token) -> Iterator[Effect]:
    """Conditions, questions, commands: clauses that do not say that anything happened."""
    subjects = children(verb, "nsubj", "nsubjpass", "expl")
    asked = verb.dep_ == "ROOT" and any("?" in token.text for token in verb.doc[-2:])
    if _conditioned(verb) or _inverted(verb, subjects) or asked:
        yield "conditional"
    helped = any(child.lower_ in ("could", "can") for child in children(verb, "aux"))
    if verb.dep_ == "advcl" and helped and any(child.lower_ == "before" for child in verb.children):
        yield "denied"
    bare = verb.tag_ == "VB" and not subjects and not children(verb, "aux", "auxpass", "mark")
    if bare and (
        verb.dep_ == "ROOT"
        or (verb.dep_ in ("advcl", "ccomp", "parataxis") and verb.head.lemma_.lower() in cue_words("statement"))
    ):
        yield "demanded"


def _conditioned(verb: Token) -> bool:
    for mark in verb.children:
        if mark.i > verb.i or mark.lower_ not in realis_words("open_mark") or children(mark, "pobj"):
            continue  # "until mid-June" is a date, no condition
        if mark.lower_ in ("until", "till") and _came(verb):
            continue  # "ruled until he was ousted in 1979"
        if mark.tag_ in ("IN", "RB", "WRB", "CC"):
            return True
    ahead = infinitive(verb) or any(aux.lower_ in ("will", "would", "'ll", "’ll") for aux in children(verb, "aux"))
    hedged = (mark for clause in children(verb, "advcl") for mark in children(clause, "mark"))
    if ahead and any(mark.lower_ == "if" for mark in hedged):
        return True  # "unless the court rules otherwise" leaves a plan a plan
    if ahead and [word.lower_ for word in verb.doc[verb.i + 1 : verb.i + 3]] in (["only", "when"], ["only", "once"]):
        return True  # "elections would be held only when the time was right"
    before = verb.doc[max(0, verb.i - 3) : verb.i]
    return any(token.lower_ in ("if", "unless") for token in before) and not any(
        token.pos_ == "VERB" and len(token) > 2 for token in before[1:]
    )


def _came(verb: Token) -> bool:
    """Whether what something lasted until is told as past, as that is: "was held until she was freed"."""
    helpers = {aux.lower_ for aux in children(verb, "aux", "auxpass")}
    above = verb.head
    ahead = any(aux.tag_ in ("MD", "TO") for aux in children(above, "aux")) or bool(children(above, "neg"))
    past = verb.tag_ == "VBD" if not helpers else helpers <= {"was", "were", "had", "been"}
    return past and above.tag_ in ("VBD", "VBN") and not ahead


def _inverted(verb: Token, subjects: tuple[Token, ...]) -> bool:
    """ "Had he been arrested", "should they march": the auxiliary opens the clause."""
    helpers = [aux for aux in children(verb, "aux", "auxpass") if aux.lower_ in ("had", "should", "were")]
    return bool(helpers and subjects) and helpers[0].i < subjects[0].left_edge.i and helpers[0] == verb.left_edge
