"""The web pages of a published dataset: a page for each chart with its quotes, and an index with what to copy."""

from timeline.site.pages import ChartPage, Picture, chart_page, index_page

__all__ = ["ChartPage", "Picture", "chart_page", "index_page"]
