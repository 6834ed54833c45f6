"""The published dataset: one schema, and from it the files, their checks and their codebook."""

from timeline.package.changes import Diff, diff, render_diff
from timeline.package.descriptor import describe
from timeline.package.large import sorted_tables
from timeline.package.layout import package_root
from timeline.package.meta import Contributor, DatasetMeta, Source, read_meta
from timeline.package.problems import Problem, report_json
from timeline.package.reader import count_rows, read, read_package_meta, read_rows, read_tables
from timeline.package.reasons import Reason
from timeline.package.releases import Release, ReleaseNotes, release
from timeline.package.schema import all_resources, resource
from timeline.package.swap import built_aside, clean_up, swap_in
from timeline.package.validator import validate
from timeline.package.withdrawn import Withdrawn, read_withdrawn
from timeline.package.writer import refuse_other_folders, write, write_tables

__all__ = [
    "Contributor",
    "DatasetMeta",
    "Diff",
    "Problem",
    "Reason",
    "Release",
    "ReleaseNotes",
    "Source",
    "Withdrawn",
    "all_resources",
    "built_aside",
    "clean_up",
    "count_rows",
    "describe",
    "diff",
    "package_root",
    "read",
    "read_meta",
    "read_package_meta",
    "read_rows",
    "read_tables",
    "read_withdrawn",
    "refuse_other_folders",
    "release",
    "render_diff",
    "report_json",
    "resource",
    "sorted_tables",
    "swap_in",
    "validate",
    "write",
    "write_tables",
]
