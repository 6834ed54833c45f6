"""Who an article introduces, and what short names and roles stand for later."""

import pytest

from timeline.frames.naming.names import Cast, cast, read_role
from timeline.models import Sentence, Span


def people(*texts: str, kind="body") -> Cast:
    """The cast of a text given as sentences."""
    sentences, start = [], 0
    for index, text in enumerate(texts):
        sentences.append(Sentence(index, Span(start, start + len(text), text), 0, kind))
        start += len(text) + 1
    return cast(" ".join(texts), sentences)


INTRODUCED = [
    # sentence, name, office, country
    ("Chilean Foreign Minister Tomás Vera Ruiz spoke.", "Tomás Vera Ruiz", "foreign minister", "CHL"),
    ("President Ilse Aakjaer left on Monday.", "Ilse Aakjaer", "president", ""),
    ("Gen. Oumar Sylla read a statement.", "Oumar Sylla", "general", ""),
    ("Troops loyal to Lt. Col. Bakary Diop took the palace.", "Bakary Diop", "colonel", ""),
    ("On Friday opposition leader Mira Tolen was seized.", "Mira Tolen", "opposition leader", ""),
    ("US Secretary of State Alan Prewitt flew to Oslo.", "Alan Prewitt", "secretary", "USA"),
    ("Prime Minister of Slovakia Jozef Hruby conceded.", "Jozef Hruby", "prime minister", "SVK"),
    ("French president Odile Marchand resigned.", "Odile Marchand", "president", "FRA"),
    ("Jan Kvist, the interior minister, denied it.", "Jan Kvist", "interior minister", ""),
    ("Laila Haddad, a former prime minister turned critic, was freed.", "Laila Haddad", "former prime minister", ""),
    ("The interior minister, Jan Kvist, denied it.", "Jan Kvist", "interior minister", ""),
    ("Mali's ambassador, Moussa Traore, was expelled.", "Moussa Traore", "ambassador", "MLI"),
    ("The head of the Constitutional Court, Anwar Sabri, took over.", "Anwar Sabri", "head", ""),
    ("Kenya's Daniel Otieno sent congratulations.", "Daniel Otieno", "", "KEN"),
    ("Sheikh Khalid bin Nasser al-Amri visited.", "Khalid bin Nasser al-Amri", "sheikh", ""),
    ("Supporters of Pieter van der Linde marched.", "Pieter van der Linde", "", ""),
    ("Lawyer J. B. Adeyemi said so.", "J. B. Adeyemi", "", ""),
    ("The journalist Siobhán O'Neill-Byrne was held.", "Siobhán O'Neill-Byrne", "journalist", ""),
    ("The exiled former President Ugo Bassi returned.", "Ugo Bassi", "president", ""),
    ("Deputy Speaker Nana Owusu opened the session.", "Nana Owusu", "deputy speaker", ""),
    ("Vice President Rosa Lindt took the oath.", "Rosa Lindt", "vice president", ""),
    ("Ada Berg, an adviser to the president, was held.", "Ada Berg", "adviser", ""),
    ("Ada Berg, the ambassador to Peru, was held.", "Ada Berg", "ambassador", ""),
]


@pytest.mark.parametrize(("text", "name", "office", "country"), INTRODUCED)
def test_introduction(text, name, office, country):
    person = people(text).resolve(name)
    assert person is not None, [entry.name for entry in people(text).people]
    assert person.name == name
    assert any(" ".join(title.words).endswith(office) for title in person.titles) or not office, person.titles
    assert person.country == country


NOBODY = [
    "Russia, Costa Rica and the Dominican Republic refused.",
    "On Sunday the Supreme Electoral Council met in Santa Cruz.",
    "They marched down Liberty Avenue to Independence Square.",
    "The World Cup and the Nobel Prize were mentioned.",
    "Hundreds of Police officers and Lawmakers left.",
    "In June and July the Workers' Party and the Ministry of Foreign Affairs protested.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_no_person(text):
    assert [person.name for person in people(text).people] == []


SHORT = [
    # earlier text, short form, full name ("" stays as written)
    (("Minister Iván Gil Prado spoke.", "Gil Prado left."), "Gil Prado", "Iván Gil Prado"),
    (("Minister Iván Gil Prado spoke.",), "Ivan Gil Prado", "Iván Gil Prado"),
    (("Maria Elena Vask and Tom Vask spoke.",), "Vask", ""),
    (("Maria Elena Vask spoke.",), "Mrs Vask", "Maria Elena Vask"),
    (("Ahmed el-Masri was held.",), "el-Masri", "Ahmed el-Masri"),
    (("Ahmed el-Masri was held.",), "President Ahmed el-Masri", "Ahmed el-Masri"),
    (("Edmundo Rivas Castaño ran.",), "Rivas", "Edmundo Rivas Castaño"),
    (("President Okello spoke.", "James Okello Bwana was there."), "Okello", "James Okello Bwana"),
    (("President Okello spoke.",), "Mr Okello", "Okello"),
    (("Ana Lopes spoke.", "Ana Lopes Dias, the candidate, left."), "Lopes", "Ana Lopes Dias"),
    (("Ana Lopes spoke.",), "Pereira", ""),
]


@pytest.mark.parametrize(("texts", "short", "full"), SHORT)
def test_short_form(texts, short, full):
    person = people(*texts).resolve(short)
    assert (person.name if person else "") == full


ROLES = [
    (("Peruvian President Luz Arce spoke.",), "the president", "", "Luz Arce"),
    (("Peruvian President Luz Arce spoke.",), "the President of Peru", "PER", "Luz Arce"),
    (("Peruvian President Luz Arce spoke.",), "the president", "CHL", ""),
    (("Peruvian President Luz Arce met Chilean President Eva Montt.",), "the president", "", ""),
    (("Peruvian President Luz Arce met Chilean President Eva Montt.",), "the Chilean president", "", "Eva Montt"),
    (("Vice President Rosa Lindt took the oath.",), "the president", "", ""),
    (("Former president Ugo Bassi returned.",), "the president", "", ""),
    (("Former president Ugo Bassi returned.",), "the former president", "", "Ugo Bassi"),
    (("Foreign Minister Ola Berg met Interior Minister Nils Dahl.",), "the interior minister", "", "Nils Dahl"),
    (("Foreign Minister Ola Berg met Interior Minister Nils Dahl.",), "the minister", "", ""),
    (("Gen. Oumar Sylla read a statement.",), "the general", "", "Oumar Sylla"),
    (("Gen. Oumar Sylla read a statement.",), "the crowd", "", ""),
]


@pytest.mark.parametrize(("texts", "role", "country", "full"), ROLES)
def test_role(texts, role, country, full):
    person = people(*texts).by_role(role, country)
    assert (person.name if person else "") == full


def test_who_is_close_to_the_president_is_not_the_president() -> None:
    assert (
        people("Two of them, Ada Berg and Olu Marsh, close to the president, were held.").by_role("president") is None
    )


def test_acronym_stands_for_the_organisation():
    found = people("The Northern Command (NORCOM) denied it.", "NORCOM said so.").organisation("NORCOM")
    assert found is not None
    assert found.full == "Northern Command (NORCOM)"


def test_accented_spelling_wins_and_makes_no_second_person():
    found = people("Jose Nunez ran.", "José Núñez won.")
    assert [person.name for person in found.people] == ["José Núñez"]


def test_boilerplate_introduces_nobody():
    assert people("President Ilse Aakjaer left.", kind="boilerplate").people == ()


def test_shouted_headline_introduces_nobody():
    assert people("Minister Accuses Union Of Planning Strike", kind="title").people == ()


def test_headline_in_capitals_names_whom_the_body_introduces():
    headline, body = "Aakjaer Accuses Norway Of Planning Border Closure", "President Ilse Aakjaer spoke."
    sentences = [
        Sentence(0, Span(0, len(headline), headline), 0, "title"),
        Sentence(1, Span(len(headline) + 1, len(headline) + 1 + len(body), body), 1),
    ]
    found = cast(f"{headline}\n{body}", sentences)
    named = [(item.name, item.kind) for item in found.namings if item.end <= len(headline)]
    assert named == [("Aakjaer", "person"), ("Norway", "place")]


def test_offsets_are_those_of_the_article():
    texts = ("KYIV, May 3 (Agency) — Nothing happened.", "President Ilse Aakjaer left.")
    whole = " ".join(texts)
    for naming in people(*texts).namings:
        assert whole[naming.start : naming.end] == naming.name


@pytest.mark.parametrize("text", ["", "’s", "(A) (B", "— , , and of the", "Ö" * 2000, "Al " * 500, "A.B.C. de de de"])
def test_odd_text_never_raises(text):
    people(text, text)


def test_role_words():
    assert read_role("the Venezuelan foreign minister") is not None
    assert read_role("the weather") is None


def test_a_surname_inside_a_name_is_that_of_whoever_has_borne_it_alone() -> None:
    told = people("Soldiers deposed Omar Sylla Diop.", "Sylla is held at home.", "His son Noura Sylla was arrested.")
    assert told.resolve("Sylla").name == "Omar Sylla Diop"
    assert told.resolve("Noura Sylla").name == "Noura Sylla"


def test_what_a_body_is_for_may_be_two_things() -> None:
    text = "The ministers met the Ministry of Intelligence and Security and the Ministry of Norland and Sudland."
    names = [item.name for item in people(text).namings]
    assert "Ministry of Intelligence and Security" in names
    assert not any("and Sudland" in name for name in names)
