"""Which language an article is in: only English is read, and what is not English is named, never read wrongly."""

from __future__ import annotations

from functools import cache
from typing import Any

_ENOUGH = 20  # letters; a shorter text tells too little
_SURE = 0.99  # that a text is English, or that it is not; between other languages the likeliest is named
_READ = 4000  # characters of a text that are looked at
_ENGLISH = ("en", "pcm")  # Nigerian Pidgin is what short capital-letter English is taken for


def foreign_language(text: str, stated: str = "") -> str:
    """The English name of the language of a text, "" if it is English or tells too little.

    A text that is long and clear enough decides; else what is stated does ("fr", "en-GB"), since templates of pages
    state a language that their texts are not always in.
    """
    seen = _seen(text)
    code = seen or stated.replace("_", "-").split("-")[0].lower()
    return "" if not code or code in _ENGLISH or code in ("eng", "english") else _name(code)


def _seen(text: str) -> str:
    """ISO code of the language of a text: "en" if it surely is, another if it surely is not English, else ""."""
    if sum(map(str.isalpha, text[:_READ])) < _ENOUGH:
        return ""
    ranked = _identifier().rank(text[:_READ])
    english = sum(probability for code, probability in ranked if code in _ENGLISH)
    if english >= _SURE:
        return "en"
    return str(ranked[0][0]) if english <= 1 - _SURE else ""


@cache
def _identifier() -> Any:  # noqa: ANN401 - py3langid has no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # a tenth of a second that `--help` does not need

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _name(code: str) -> str:
    import pycountry

    known = pycountry.languages.get(alpha_2=code) or pycountry.languages.get(alpha_3=code)
    return known.name if known else code
