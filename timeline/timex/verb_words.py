"""Verbs and the words around them, in closed lists: what tells where a verb points."""

from __future__ import annotations

from timeline.timex.lexicon import word_set

MODALS = word_set("will shall would may might could can must should cannot")
WILL = word_set("ll wo sha")
PLANNED = word_set(
    "due scheduled expected slated set planned likely unlikely poised bound tipped forecast predicted upcoming "
    "deadline plans plan planning expect expects"
)
"""Words that point ahead by themselves, as adjectives or participles ("set" and "forecast" also with "to" or "for")."""
TO_GOVERNORS = word_set(
    "agreed agree agrees plan plans planned planning hope hopes hoped hoping want wants wanted decide decided vow "
    "vowed vows promise promised promises pledge pledged pledges intend intends intended aim aims aimed expect "
    "expects expected scheduled due set slated order ordered orders ask asked asks invited urged likely unlikely "
    "ready about going threatened threatens prepare prepared preparing prepares proposed proposes is are was were "
    "be am being need needs allow supposed meant wait waiting deadline told warned have has "
    "reason reasons chance chances opportunity option intention"
)
"""Words whose infinitive lies ahead of them; what one tried, began or was forced to do lies where they do."""
PAST_AUX = word_set("was were had did has have been")
PRESENT_AUX = word_set("is are am being do does")
IRREGULAR = word_set(
    "said told began came went took gave made met left held won lost fell rose grew became got found kept knew "
    "led paid put ran saw sent shot sold sat spoke spent stood struck swept swore took taught thought threw "
    "understood woke wrote broke brought built bought caught chose dealt drew drove fed fought flew fled forgot "
    "froze heard hid hit hurt laid lay lit meant read rode rang sang sank shook shut slept slid split spread "
    "stole stuck swam tore wore wound withdrew bore beat beaten blew born bred burnt cast cost cut dug died done "
    "drank eaten felt flung gone known let overthrew seen shown slain sought sped spun stated stolen taken thrown "
    "won undertook upheld arose awoke forgave foresaw hung leapt learnt lent proven quit rid rebuilt sprang stung "
    "swung trod wept underwent overtook"
)
NOT_VERBS = word_set(
    "need speed indeed hundred united red bed seed feed breed sacred naked wicked kindred shed unprecedented so- "
    "called limited embed exceed proceed succeed agreed-upon alleged armed hatred"
)
SCHEDULE = word_set(
    "begins starts opens ends meets resumes returns expires faces convenes arrives reopens begin meet resume "
    "convene travels departs kicks hosts enters leaves plays turns goes takes testifies debuts premieres airs appears"
)
"""Verbs whose present tense, with a day, tells of what is on a calendar."""
AMBIGUOUS = word_set("cut set put hit hurt cost cast read let split spread beat bid")
DETERMINERS = word_set("a an the of its his their her this that any no another such in for on with new further big")
COORDINATED = word_set("and or")
ARTICLES = word_set("a an the than no such")
POSTPONED = word_set("adjourned postponed delayed deferred extended suspended moved rescheduled put pushed remanded")
PUT_OFF = word_set(
    "postpone postpones postponed postponing delay delayed delaying defer deferred reschedule rescheduled"
)
"""What is put off had still to come: "postponed September's election"."""
BARRED = word_set("barred bars bar barring forbade prohibited restrained stopped prevented protected shielded")
"""Whoever is barred from something "until" a day is so from now on."""
DOUBTED = word_set("would may might could can must should cannot")
"""Verbs that judge what a day brought as often as what it will bring: "Tuesday's verdict should stand"."""
STOPS = frozenset(";—")
DECIDED = word_set("winner winners victor victors loser losers")
"""What a vote has only once it was held."""
DELIVERED = word_set("delivery contract contracts futures")
"""What is traded under the name of a coming month: "crude for December delivery fell"."""
AWAITING = word_set(
    "wait waits waited waiting brace braces braced bracing prepare prepares prepared preparing look looks looked "
    "looking ready complete prepared preparations"
)
CALLING = word_set(
    "announced announce announces called call calls scheduled planned plan plans set slated convened convene summoned "
    "booked organised organized pencilled due billed"
)
"""What is called or planned "for" a month lies ahead."""
AWAITED = word_set("await awaits awaited awaiting")
"""What one waits or braces for lies ahead: "traders awaited Friday's report"."""
COMMODITIES = word_set(
    "crude wheat corn soybeans soybean beans soymeal oats sugar coffee cocoa cotton copper gold silver platinum "
    "palladium gasoline diesel rubber cattle hogs lumber natural heating unleaded light sweet brent"
)
EXCHANGES = word_set("settled settle exchange barrel bushel ounce mercantile comex nymex bullion pound gallon")
"""Words that tell a trade in futures: "November crude settled at $60 a barrel"."""
CLOSING = word_set("to ended through")
LENGTH_OPENERS = word_set("the two three four five six seven eight nine ten eleven twelve 12 fiscal full")
BE = word_set("is are was were be been being 's ’s")
FORECASTERS = word_set("it he she they we i analysts economists had previously earlier")
CONTRAST = frozenset({"but", "until", "before"})
"""Words after a plan of the past that say it came to nothing; of months, too, it is not known whether they are over."""
OBJECTS = word_set("to a an the its his her their another more two three four five six for")
NOT_INFINITIVE = word_set(
    "the a an his her its their our my your this that these those about more less nearly almost all both some any "
    "one two three four five six seven eight nine ten"
)


VERBISH = (
    MODALS | WILL | PLANNED | PAST_AUX | PRESENT_AUX | SCHEDULE | IRREGULAR | STOPS | TO_GOVERNORS | {"to", "next"}
)
