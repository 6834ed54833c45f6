"""Articles: files of many kinds to `Article` values, and an article to its sentences."""

from timeline.articles.metadata import read_text
from timeline.articles.reader import ArticleStream, nothing_read, read, read_folder, read_inputs
from timeline.articles.segment import sentences
from timeline.articles.values import Contributor, DatasetInfo, InputProblem, Reading

__all__ = [
    "ArticleStream",
    "Contributor",
    "DatasetInfo",
    "InputProblem",
    "Reading",
    "nothing_read",
    "read",
    "read_folder",
    "read_inputs",
    "read_text",
    "sentences",
]
