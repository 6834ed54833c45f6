"""A headline joins the body sentence it sums up, and takes its attribution and status."""

from merge_making import article, crowd, grouped, merged, people, person, said, tell

BODY = tell(
    "detention", "Police said they *detained* 40 miners on 4 May.", crowd("miners"),
    figures=[people(40)], day="2031-05-04", claim=said("Police"), status="alleged",
)  # fmt: skip
HEADLINE = tell("detention", "Forty miners *detained*", crowd("miners"), figures=[people(40)], title=True)


def test_a_headline_joins_its_sentence():
    assert grouped(HEADLINE, BODY) == [[0, 1]]


def test_it_takes_claim_and_status():
    dataset = merged(article("a", HEADLINE, BODY))
    headline = next(m for m in dataset.results[0].mentions if m.sentence.kind == "title")
    assert headline.claim == said("Police")
    assert headline.status == "alleged"
    assert dataset.events[0].status == "alleged"


def test_it_comes_after_the_body_as_evidence():
    event = merged(article("a", HEADLINE, BODY)).events[0]
    assert [m.sentence.kind for m in event.mentions] == ["body", "title"]
    assert event.joined_by == ("first", "headline of sentence 1")


def test_it_chooses_by_name():
    other = tell("detention", "Ana Lopes was *arrested* on 2 May.", person("Ana Lopes"), day="2031-05-02")
    title = tell("detention", "Lopes *arrested*", person("Lopes"), title=True)
    assert grouped(title, BODY, other) == [[0, 2], [1]]


def test_it_joins_nobody_else():
    other = tell("detention", "Juma Otieno was *arrested* on 2 May.", person("Juma Otieno"), day="2031-05-02")
    title = tell("detention", "Lopes *arrested*", person("Lopes"), title=True)
    assert grouped(title, other) == [[0], [1]]


def test_alone_it_keeps_its_status():
    assert merged(article("a", HEADLINE)).events[0].status == "reported"
