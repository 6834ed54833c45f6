"""The web pages of a published dataset: a page for each chart with its quotes; a landing page, a codebook and feeds.

`write_site` of `timeline.site.landing` writes all but the chart pages, which the charts write with `chart_page`.
"""

from timeline.site.pages import ChartPage, Picture, chart_page

__all__ = ["ChartPage", "Picture", "chart_page"]
