"""Which country an event lies in: its own place first, then the story's."""

import pytest

from timeline.models import Article
from timeline.pipeline import read_article

CASES = {  # text, trigger, country
    "a later clause has a place of its own": (
        "Crowds stormed the parliament in March and the president fled to Spain.\n\nPeru has a new president. The "
        "congress of Peru will meet on Monday. In Peru the streets are calm.", "stormed", "PER",
    ),
    "a clause of the actor is not its country": (
        "The Commonwealth, meeting in Auckland, suspended Fiji on Monday.\n\nFiji has a new junta. The capital of "
        "Fiji was calm.", "suspended", "",
    ),
    "the owner of what was attacked": (
        "Norway's port authority, whose servers were hacked by a gang on Monday, is back at work.", "hacked", "NOR",
    ),
    "a namesake lies at home": (
        "Police in Pakistan are out in force.\n\nPakistan's ministry said 40 people were arrested across Punjab.",
        "arrested", "PAK",
    ),
    "a foreign power named more often is not the story": (
        "LUSAKA, May 8 - President Hakainde Hichilema broke off talks with the United States.\n\nHichilema said that "
        "Washington was to blame. The United States denied it.\n\nHichilema spoke after 40 people were arrested at a "
        "rally. The United States asked for calm.", "arrested", "ZMB",
    ),
    "the story is of whoever acts in the headline": (
        "Chile Cuts Ties With Peru Over Spying\n\nSANTIAGO, May 8 - Chile broke off relations with Peru on Monday.\n\n"
        "Peru called the step hasty. Peru said it would answer. Peru's envoys were given a day.\n\n"
        "Police said 40 people were arrested on Sunday.", "arrested", "CHL",
    ),
    "an ambassador stands abroad": (
        "The Peruvian ambassador spoke on Monday.\n\nThe Peruvian embassy is in Osorno. A Peruvian consul was there. "
        "Chile is calm.\n\n40 people were arrested on Sunday.", "arrested", "CHL",
    ),
    "a country's own towns tell more than what another is called": (
        "An old judge remembers.\n\nHe worked in Tamale. He married in Kumasi. Nigeria was far. Tabloids in Abuja had "
        "it wrong. Nigeria's police looked on.\n\nGhana has changed. 40 people were arrested on Sunday.",
        "arrested", "GHA",
    ),
    "a town's name with a given name is somebody's": (
        "Maria Osorno has a shop.\n\n40 people were arrested on Sunday, Osorno said. Nobody knows why. Osorno wept. "
        "Kenya was quiet.", "arrested", "KEN",
    ),
    "where somebody was who had no part in it": (
        "Officers in Ghana tried to overthrow President Mensah, who was then resting in Norway.\n\nGhana is calm.",
        "overthrow", "GHA",
    ),
    "where somebody was meanwhile": (
        "Ghana is calm.\n\nWhile the president was in Oslo, soldiers staged a coup. Ghana has no parliament.",
        "coup", "GHA",
    ),
    "there is the place named before": (
        "Ghana is calm, and Accra is open. Ghana has elected nobody.\n\nThe contrast with Norway is plain. There "
        "police arrested 40 people.", "arrested", "NOR",
    ),
    "where is the place it stands behind": (
        "Ghana is calm.\n\nOn reports that Norway, where voters elect a parliament on Sunday, had asked for help, "
        "Ghana said nothing.", "elect", "NOR",
    ),
    "here is the place of the dateline": (
        "ACCRA, May 8 - Norway is calm, and Norway's king is well.\n\n40 people marched here on Monday against "
        "the king of Norway.", "marched", "GHA",
    ),
    "a leader of another country": (
        "Norway is calm.\n\nThe king of Norway spoke. Hakainde Hichilema was arrested in April, and Norway was "
        "silent. Hichilema was sworn in in August.", "sworn in", "ZMB",
    ),
    "police of another country": (
        "Norway is calm.\n\nNorway's king spoke. The Zambian navy arrested 12 fishermen on Monday.", "arrested", "ZMB",
    ),
    "police of another country that came to this one": (
        "Norway is calm.\n\nNorway's king spoke. Zambian troops arrested 12 men in the north of the country.",
        "arrested", "NOR",
    ),
    "a jail of another country": (
        "Norway is calm.\n\nNorway's king spoke. Ada Lund was released from a Zambian prison on Monday.",
        "released", "ZMB",
    ),
    "a government somewhere": (
        "Norway is calm.\n\nNorway's king spoke. Ghana recognised the new government in Zambia.", "recognised", "ZMB",
    ),
    "an office somewhere": (
        "Norway is calm.\n\nNorway's king spoke. Ghana did not accept the general as Zambia's lawful leader.",
        "accept", "ZMB",
    ),
    "whose banks were attacked": (
        "Norway is calm.\n\nNorway's king spoke. Ghana was slow: hackers paralysed its ministries' websites in May.",
        "paralysed", "GHA",
    ),
    "who blames others for an attack": (
        "Norway is calm.\n\nNorway's king spoke. Ghana blamed Zambia for the cyberattack in May.",
        "cyberattack", "GHA",
    ),
    "the flight of somebody else": (
        "Norway is calm.\n\nHer brother fled to Ghana in May and police arrested her husband. Norway's king spoke.",
        "arrested", "NOR",
    ),
    "a paragraph that opens elsewhere": (
        "Norway is calm.\n\nNorway's king spoke.\n\nIn Zambia the mood is dark. Police arrested 40 people on Monday.",
        "arrested", "ZMB",
    ),
    "a paragraph that comes home": (
        "Norway is calm.\n\nNorway's king spoke.\n\nIn Zambia the mood is dark. Norway is calmer. Police arrested "
        "40 people on Monday.", "arrested", "NOR",
    ),
    "a language is no country": (
        "Norway is calm.\n\nA French-speaking crowd came. The French-speaking police went. Police arrested 40 people.",
        "arrested", "NOR",
    ),
    "where a speaker was": (
        "Norway is calm.\n\nKing Harald, speaking in Accra, said 30 people had been arrested in May. Norway has kings.",
        "arrested", "NOR",
    ),
    "where crowds marched meanwhile": (
        "Norway is calm.\n\nWhile crowds marched in Lagos, police arrested 30 people. Norway has a king.",
        "arrested", "NGA",
    ),
    "spies tell nothing of the place": (
        "Norway is calm.\n\nHackers whom spies tie to Lusaka broke into the ministry's servers on Monday.",
        "broke into", "NOR",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "country"), CASES.values(), ids=CASES)
def test_country(text: str, trigger: str, country: str) -> None:
    mentions = read_article(Article("a", text, published="2031-05-09")).mentions
    assert next(m.country for m in mentions if m.trigger.text.lower().startswith(trigger)) == country


def test_paragraphs_on_countries_of_their_own_are_a_digest() -> None:
    text = "\n\n".join(
        f"A quiet week is over in {name}. On Monday police arrested 20 students."
        for name in ("Peru", "Kenya", "Norway", "Nepal", "Chile")
    )
    mentions = read_article(Article("a", text, published="2031-05-09")).mentions
    assert [m.country for m in mentions if m.event_type == "detention"] == ["PER", "KEN", "NOR", "NPL", "CHL"]
