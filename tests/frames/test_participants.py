"""Whom the fillers of a match stand for."""

import pytest

from timeline.frames.match import Match
from timeline.frames.naming.names import cast
from timeline.frames.roles.participants import participants
from timeline.frames.syntax.parsing import parse
from timeline.models import Sentence, Span


def read(texts, slots, event_type="detention"):
    """Participants of the last sentence, whose slots are (role, word) pairs; the word's last token is the head."""
    sentences, start = [], 0
    for index, text in enumerate(texts):
        sentences.append(Sentence(index, Span(start, start + len(text), text), 0))
        start += len(text) + 1
    parsed = parse(sentences)
    last = parsed[-1]
    heads = tuple((role, next(token for token in last.doc if token.text == word)) for role, word in slots)
    match = Match(last, event_type, "test:row", last.doc[0], (last.doc[0],), heads)
    return participants(match, cast(" ".join(texts), sentences), parsed[:-1])


def written(entry):
    """One participant as a row of the tables below: name, kind, country; a tilde marks the unnamed."""
    return f"{'' if entry.named else '~'}{entry.name} {entry.kind[0]}{entry.country and ':' + entry.country}"


NAMES = [
    ("Guards arrested Foreign Minister Ola Berg.", "Berg", ["Ola Berg p"]),
    ("Guards arrested Norwegian Foreign Minister Ola Berg.", "Berg", ["Ola Berg p:NOR"]),
    ("Guards arrested the ambassador, Moussa Traore, at noon.", "ambassador", ["Moussa Traore p"]),
    ("The interior minister, Jan Kvist, was arrested.", "minister", ["Jan Kvist p"]),
    ("Kenya's ambassador was expelled.", "ambassador", ["~Kenya's ambassador p:KEN"]),
    ("The Kenyan ambassador was expelled.", "ambassador", ["~Kenyan ambassador p:KEN"]),
    ("The Bolivian Foreign Ministry recalled its envoy.", "Ministry", ["Bolivian Foreign Ministry o:BOL"]),
    ("Serbia's parliament rejected it.", "parliament", ["Serbia's parliament o:SRB"]),
    ("Moscow expelled two diplomats.", "Moscow", ["Moscow c:RUS"]),
    ("Costa Rica refused.", "Rica", ["Costa Rica c:CRI"]),
    ("The United States refused.", "States", ["United States c:USA"]),
    ("The European Union froze assets.", "Union", ["European Union o"]),
    ("The Northern Command (NORCOM) was accused.", "Command", ["Northern Command (NORCOM) o"]),
    ("A group calling itself Red Dawn hacked the bank.", "group", ["Red Dawn o"]),
    ("Hackers knocked out the websites of the central bank and the tax office.", "websites",
     ["~central bank o", "~tax office o"]),
    ("Peru refused to recognise Okello's victory.", "victory", ["Okello p"]),
]  # fmt: skip

GROUPS = [
    ("Police detained protesters.", "protesters", ["~protesters g"]),
    ("Police detained more than 2,200 rioters.", "rioters", ["~rioters g"]),
    ("Police detained a group of 20 officers.", "group", ["~officers g"]),
    ("Dozens of students were detained.", "Dozens", ["~students g"]),
    ("Between 20 and 30 people were held.", "people", ["~people g"]),
    ("Several countries refused.", "countries", ["~Several countries g"]),
    ("A number of countries refused.", "number", ["~a number of countries g"]),
    ("Niger's military rulers expelled him.", "rulers", ["~Niger's military rulers g:NER"]),
    ("Supporters of the coup filled a stadium.", "Supporters", ["~Supporters of the coup g"]),
    ("London expelled 23 Russians.", "Russians", ["~Russians g:RUS"]),
    ("US officials planned it.", "officials", ["~US officials g:USA"]),
    ("The police chief was held.", "chief", ["~police chief p"]),
    ("The rest were freed.", "rest", []),
    ("The protest began that evening.", "evening", []),
    ("The opposition refused.", "opposition", ["~opposition g"]),
    ("One of thousands of opponents of the law was freed.", "One", ["~opponents of the law g"]),
]

LISTS = [
    ("Russia, Bolivia, Honduras, Iran and Cuba congratulated him.", "Russia",
     ["Russia c:RUS", "Bolivia c:BOL", "Honduras c:HND", "Iran c:IRN", "Cuba c:CUB"]),
    ("Russia, Bolivia, Honduras, Iran and Cuba congratulated him.", "Honduras",
     ["Russia c:RUS", "Bolivia c:BOL", "Honduras c:HND", "Iran c:IRN", "Cuba c:CUB"]),
    ("A number of states, including Ghana, the Gambia and Togo, refused.", "number",
     ["Ghana c:GHA", "Gambia c:GMB", "Togo c:TGO", "~a number of states g"]),
    ("Several states such as Ghana and Togo refused.", "states", ["Ghana c:GHA", "Togo c:TGO", "~Several states g"]),
    ("Three countries - Spain, Italy and Malta - refused.", "countries", ["Spain c:ESP", "Italy c:ITA", "Malta c:MLT"]),
    ("Police arrested Anna Berg, Tom Holt, a lawyer, and 12 others.", "Berg",
      ["Anna Berg p", "Tom Holt p", "~others g"]),
    ("Police arrested Anna Berg, the mayor, and Tom Holt, her deputy.", "Berg", ["Anna Berg p", "Tom Holt p"]),
    ("Guards held Prime Minister Anna Berg as well as Gen. Tom Holt.", "Berg", ["Anna Berg p", "Tom Holt p"]),
    ("Peru expelled the envoy, and Chile protested.", "envoy", ["~envoy p"]),
    ("Peru expelled diplomats, and Chile recalled its ambassador.", "diplomats", ["~diplomats g"]),
    ("Students, trade unionists and artists marched.", "Students", ["~Students g", "~trade unionists g", "~artists g"]),
    ("Serbia's parliament and the Greek government refused.", "parliament",
     ["Serbia's parliament o:SRB", "Greek government o:GRC"]),
    ("Canada, Costa Rica and the Organization of American States refused.", "Canada",
     ["Canada c:CAN", "Costa Rica c:CRI", "Organization of American States o"]),
    ("Ties with Bosnia and Herzegovina were cut.", "Bosnia", ["Bosnia and Herzegovina c:BIH"]),
    ("Congratulations came from Syria, Iraq's Hadi Karim and the Hamas movement.", "Syria",
     ["Syria c:SYR", "Hadi Karim p:IRQ", "Hamas o:PSE"]),
    ("Soldiers led by Gen. Oumar Sylla seized power.", "Soldiers", ["~Soldiers g", "Oumar Sylla p"]),
    ("Spain 12, Italy 10 and Malta two expelled diplomats.", "Spain", ["Spain c:ESP", "Italy c:ITA", "Malta c:MLT"]),
    ("Gen. Oumar Sylla has been behind such calls, first as head of the army, as well as Vice President Ola Berg, the"
     " Northern Command (NORCOM), and the US embassy.", "Sylla",
     ["Oumar Sylla p", "Ola Berg p", "Northern Command (NORCOM) o", "US embassy o:USA"]),
    ("Mali has expelled French, German and Danish diplomats.", "diplomats",
     ["~French diplomats g:FRA", "~German diplomats g:DEU", "~Danish diplomats g:DNK"]),
    ("Ana Lopes and her ally Tom Holt were among those detained.", "those", ["Ana Lopes p", "Tom Holt p"]),
    ("Guards freed Ana Lopes and seven members of the Reform party.", "Lopes",
     ["Ana Lopes p", "~members of the Reform party g"]),
    ("The Kestrel and Llama criminal organisations were hired.", "organisations",
     ["Kestrel o", "Llama o"]),
    ("He and about 100 other reformists were held.", "He", ["~reformists g"]),
]  # fmt: skip

BACK = [
    # earlier sentences, sentence, word, participants
    (["Ghana, Togo and Mali refused."], "The ministry recalled its envoys from these countries.", "countries",
     ["Ghana c:GHA", "Togo c:TGO", "Mali c:MLI"]),
    (["A number of states, including Ghana and Togo, refused."], "Those states were criticised.", "states",
     ["Ghana c:GHA", "Togo c:TGO"]),
    (["Ghana, Togo and Mali refused."], "It expelled diplomats of the three countries.", "countries",
     ["Ghana c:GHA", "Togo c:TGO", "Mali c:MLI"]),
    (["Ghana recalled its envoy.", "Togo protested."], "Both governments closed the border.", "governments",
     ["Ghana c:GHA", "Togo c:TGO"]),
    (["Nothing happened."], "These countries were criticised.", "countries", ["~countries g"]),
    (["President Ilse Aakjaer left."], "She was arrested at the airport.", "She", ["Ilse Aakjaer p"]),
    (["President Ilse Aakjaer met Tom Holt."], "Guards arrested her at noon.", "her", ["Ilse Aakjaer p"]),
    (["Peruvian President Luz Arce spoke."], "The president took the oath.", "president", ["Luz Arce p:PER"]),
    (["Gen. Oumar Sylla read a statement."], "Troops freed the general.", "general", ["Oumar Sylla p"]),
    (["Protesters burned tyres."], "They were later arrested.", "They", ["~Protesters g"]),
    (["Ghana and Togo refused."], "They recalled their envoys.", "They", ["Ghana c:GHA", "Togo c:TGO"]),
    (["Ghana protested."], "It recalled its envoy.", "It", ["Ghana c:GHA"]),
    (["It rained."], "They were arrested.", "They", []),
    (["It rained."], "He was arrested.", "He", []),
    (["Tom Holt, a lawyer, spoke."], "Police arrested Holt.", "Holt", ["Tom Holt p"]),
    (["Tom Holt spoke."], "Guards who had beaten Holt arrested students.", "who", ["~Guards g"]),
    ([], "A teacher told us that he was held.", "he", ["~teacher p"]),
    ([], "Anna Berg, who was arrested on Monday, denies it.", "who", ["Anna Berg p"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "expected"), [*NAMES, *GROUPS, *LISTS])
def test_participants(text, word, expected):
    assert [written(entry) for entry in read([text], [("actor", word)])] == expected


@pytest.mark.parametrize(("earlier", "text", "word", "expected"), BACK)
def test_what_earlier_sentences_tell(earlier, text, word, expected):
    assert [written(entry) for entry in read([*earlier, text], [("target", word)])] == expected


def test_roles_are_kept_apart_and_names_unique():
    found = read(
        ["Peru expelled the envoy and Peru closed it."], [("actor", "Peru"), ("target", "envoy"), ("actor", "Peru")]
    )
    assert [(entry.role, entry.name) for entry in found] == [("actor", "Peru"), ("target", "envoy")]


def test_candidates_of_an_election_come_from_its_results():
    found = read(["Ana Lopes won 52 percent of the vote, Tom Holt 41 percent."], [], "election")
    assert [(entry.role, entry.name) for entry in found] == [("candidate", "Ana Lopes"), ("candidate", "Tom Holt")]


def test_every_token_of_a_hostile_sentence_may_be_a_filler():
    text = "“<script>, and, the of , Ana Lopes (X (Y), who—they, these 12 and including: such as both.”"
    sentence = Sentence(0, Span(0, len(text), text), 0)
    (parsed,) = parse([sentence])
    slots = tuple(("actor", token) for token in parsed.doc)
    participants(Match(parsed, "protest", "test:row", parsed.doc[0], (), slots), cast(text, [sentence]), ())
