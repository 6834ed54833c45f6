"""When something was said, and who relayed it: told in the clause of its cue, or in the next sentence."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from timeline.frames.claims.attribution import Attribution
from timeline.frames.claims.retelling import speaks_of_words
from timeline.frames.scene import Scene
from timeline.frames.when.expressions import standing
from timeline.frames.when.when import Link, link
from timeline.models import (
    Claim,
    Sentence,
)


def said_when(said: Attribution | None, scene: Scene) -> Link | None:
    """The expression that dates the saying of a claim: the one its cue's clause carries."""
    if said is None:
        return None
    behind = bisect_right(scene.parsed, said.cue_start, key=lambda item: item.sentence.span.start)
    item = scene.parsed[behind - 1] if behind else None
    if item is None or said.cue_start >= item.sentence.span.end:
        return None
    at = said.cue_start - item.sentence.span.start
    cue = next((token for token in item.doc if token.idx <= at < token.idx + len(token)), None)
    found = link(item, cue, scene.expressions) if cue is not None else None
    return found if found and found.distance <= 1 else _made_when(item.sentence, scene)


def relayed(claim: Claim | None, said_in: Sentence, scene: Scene) -> Claim | None:
    """The outlet that relays a claim, if the next sentence tells of the saying "according to" somebody."""
    after = _made_in(said_in, scene)
    if claim is None or claim.outlet or after is None:
        return claim
    relays = (item.source for item in scene.sayings if item.sentence == after.index and item.source != claim.claimant)
    return replace(claim, outlet=next(relays, ""))


def _made_in(said_in: Sentence, scene: Scene) -> Sentence | None:
    """The next sentence, if it speaks of these words: "made these statements"."""
    behind = bisect_right(scene.sentences, said_in.index, key=lambda item: item.index)
    following = (scene.sentences[at] for at in range(behind, len(scene.sentences)))
    after = next((item for item in following if item.kind == "body"), None)
    return after if after is not None and speaks_of_words(after.span.text) else None


def _made_when(said_in: Sentence, scene: Scene) -> Link | None:
    """The date in the next sentence, if that tells of the saying: "made these statements on Thursday"."""
    after = _made_in(said_in, scene)
    if after is None:
        return None
    inside = standing(scene.expressions, after.span.start, after.span.end)
    dated = (index for index in inside if scene.expressions[index].type in ("DATE", "TIME"))
    return next((Link(index, 1) for index in dated), None)
