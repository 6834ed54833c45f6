"""The wording of election results: counting, turnout, margins, who a number is for."""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE | re.VERBOSE | re.DOTALL

ELECTORAL = re.compile(
    r"""\b(?: votes? | vot(?:ed|ing|ers?) | ballots? | elect\w* | re-?elect\w* | polls? | poll(?:ed|ing) | run-?off
    | rounds? | candidates? | turnout | seats? | won | winner | victory | incumbent | rival | figures | results?
    | majority | party | beat(?:en|ing)? | defeat\w* | credited | awarded )\b""",
    _FLAGS,
)
COUNTED = re.compile(
    r"""\b(?: count(?:ed|ing) | process(?:ed|ing) | tall(?:y|ied|ying) | report(?:ed|ing) | scrutini[sz]ed
    | results?\ from | ballots?\ in )\b""",
    _FLAGS,
)
_TOOK_PART = r"""t(?:ook|aken)\ part | participated | turned\ out
    | cast\ (?:their\ |a\ |valid\ )*(?:ballots?|votes?) | went\ to\ the\ polls"""
# "74 per cent of the vote with half the ballots counted": two numbers, the second in words.
WHILE_COUNTING = re.compile(r"\b(?:with|after|once) (?:half|all|most|nearly|almost|a third|two|three|some|about|the)\b")
# Before a number that repeats the measure of the one before: "to Berg's ", "and the Greens ", "trailed with ".
OWNED_NUMBER = re.compile(
    r"(?:[A-Z][\w-]*(?:['’]s?)?|\b(?:with|on|got|took|had|won|for|to|against))\s+(?:only |just |about )?$"
)
ALONE = re.compile(r"\s*(?:[.,;)]|$|and\b|in\b|to\b|while\b|for\b)")
TURNOUT = re.compile(rf"\b(?: turn-?out | participation | voting\ rate | {_TOOK_PART} )\b", _FLAGS)
TURNOUT_AFTER = re.compile(
    rf"""^\s* (?:of\ (?:the\ |all\ )? (?:(?!votes?\b|ballots?\b)[\w-]+\ ){{1,3}} )?
    (?: (?:entitled|eligible|registered|allowed|able)\ to\ vote\ )? (?:had\ |have\ |has\ )?
    (?: {_TOOK_PART} | turn-?out | voted(?!\ for|\ to|\ against|\ in\ favou?r|\ yes|\ no) )\b""",
    _FLAGS,
)
AWAY = re.compile(
    r"""\b(?: stayed\ (?:at\ )?home | abstain\w* | abstention | did\ not\ vote | spoil\w* | blank | invalid
    | boycott\w* )\b""",
    _FLAGS,
)
_ROUGHLY = r"(?: about | some | around | nearly | almost | just\ over | just\ under | roughly )?"
COMPARED = re.compile(  # what a figure is held against is that of another vote: "down from 52 percent"
    rf"\b (?: up|down|rose|fell|dropped|jumped|climbed|slipped )\ from \s+ {_ROUGHLY} \s* (?:the\s+)? $", _FLAGS
)
COMPARED_WITH = re.compile(rf"\b compared\ (?:with|to) \s+ {_ROUGHLY} \s* (?:the\s+)? $", _FLAGS)
LAST_TIME = re.compile(
    r"^\s*(?:in|at|last|previously|the (?:last|previous)|\w+ years (?:ago|earlier|before))\b", re.IGNORECASE
)
THAN = re.compile(r"\bthan the\b", re.IGNORECASE)  # "less than the 52 percent of the last vote" is told as one number
MARGIN_BEFORE = re.compile(
    r"\b(?: by | (?:margin|lead|majority|difference|gap)\ of | just )\s+ (?:only\ |just\ |a\ mere\ )?$", _FLAGS
)
MARGIN_AFTER = re.compile(
    r"""^\s* (?:votes?|ballots?|percent\w*|points?)? \s*
    (?: ahead | behind | clear | more\ than | fewer | short | margin | majority | lead )\b""",
    _FLAGS,
)
PAIRED = re.compile(r"\s* (?:votes?|ballots?)? ,? \s* (?:to|against) \s+ (?:\w+\s+){0,2}$", _FLAGS)
# "for the incumbent X", "went to X": what stands between a number and the name behind it.
FOR = re.compile(
    r"""^(?:\s*\([^)]*\))? \s*,? [^,;.()]*?
    \b(?: for | to | in\ favou?r\ of | behind | backed | supported | chose | picked )
    \s+ (?P<rest>.*)$""",
    _FLAGS,
)
NEW_CLAUSE = re.compile(r"; | \b(?:while|whereas|but)\b | \d", _FLAGS)
# Between two numbers of one owner: "votes, or 57 percent", "votes (57 percent".
SAME = re.compile(
    rf"^\s*(?: ,?\s*or | \( | ,\s*(?:that\ is|i\.e\.) | ,?\s*equal\ to | ,\s*about )\s*{_ROUGHLY}\s*$", _FLAGS
)
AND_SHARE = re.compile(r"^\s*(?: and | , | with )\s*$", _FLAGS)
# Between the numbers of two rivals: "52 percent to 44 percent".
TO = re.compile(
    r"""^\s* (?:of\ the\ votes?)? ,? \s* (?: to | against | versus | vs\.? | compared\ (?:with|to) | - | – )\s*
    (?:his\ |her\ |their\ |only\ |just\ |about\ |some\ )*$""",
    _FLAGS,
)
SHARE_BEHIND = re.compile(r"\s+(?:about |only |just |nearly )?\d[\d.,]*\s?(?:%|per ?cent)")  # "gave Union 24 percent"
SHARE_PAST_COMMA = re.compile(  # "Union, close to the miners, had 24 percent"
    r", [^,.;:\d]{3,60}, (?:had|has|took|won|got|received|polled|scored|drew) (?:about |only |just |nearly |some )?"
    r"\d[\d.,]*\s?(?:%|per ?cent)"
)
NEXT_OWNER = re.compile(r"['’]s?\s+(?:about |only |just )?\d")
OF_NAME = re.compile(r"^\s*of\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$")
VOTES_WORD = re.compile(r"^\s* (?:of\ (?:the\ )?)? (?:votes?|ballots?|seats?) (?:\ cast)?", _FLAGS)
# A name behind one of these is not the one a number belongs to.
NOT_OWNER = re.compile(
    r"\b(?: according\ to | of | against | over | beat | beaten | defeated | under | said | behind )\s+ (?:the\s+)?$",
    _FLAGS,
)
BEATEN = re.compile(r"\b(?: beat(?:en|ing)? | defeat\w* )\s", _FLAGS)
# Bodies that count, report and observe, and do not stand.
NO_CANDIDATE = re.compile(
    r"""\b(?: council | commission | ministry | court | tribunal | committee | authority | agency | police | press | tv
    | television | news | radio | office | army | embassy | observers? | parliament | congress | senate | assembly
    | bureau | institute | university | union\ of | poll(?:ster)?s? | nations )\b""",
    _FLAGS,
)
