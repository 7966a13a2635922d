"""How Sphinx makes the site: `make docs`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

import cablegrammar

project = "cablegrammar"
author = "The cablegrammar authors"
copyright = author
version = release = cablegrammar.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "cable_docs"]
exclude_patterns = ["_ext"]
# anchors of headings, as links between pages use them
myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence", "deflist"]
suppress_warnings = ["myst.header"]

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 110
add_module_names = False
toc_object_entries_show_parents = "hide"

html_theme = "furo"
html_title = "cablegrammar"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sphinx = False
# doctests are read as sessions of Python, not as plain text
highlight_language = "none"
