"""Whether a sentence tells what a book, a film or a game tells: nothing of it happened."""

from __future__ import annotations

from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Doc
from timeline.frames.words.cues import realis_words


def is_fiction(doc: Doc) -> bool:
    """ "The novel follows a spy who is arrested", "the play ends with a mob at the palace"; not "the novel won"."""
    for root in doc:
        if root.dep_ == "ROOT" and root.tag_ in ("VBZ", "VBP") and root.lemma_ != "be":
            return any(who.lemma_.lower() in realis_words("fiction") for who in children(root, "nsubj"))
    return False
