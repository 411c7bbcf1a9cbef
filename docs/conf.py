"""Sphinx configuration of perfscore's documentation."""

import perfscore

project = "perfscore"
author = "The perfscore developers"
copyright = "2026, the perfscore developers"  # noqa: A001  # Sphinx asks for this name
release = version = perfscore.__version__

extensions = ["sphinx.ext.autodoc", "sphinx.ext.doctest", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"perfscore {release}"

napoleon_google_docstring = False
napoleon_use_ivar = True
autodoc_member_order = "bysource"
autodoc_typehints = "none"
autodoc_default_options = {"members": True, "undoc-members": False}

# The examples of docstrings are run by pytest in their modules; here run those of the pages.
doctest_test_doctest_blocks = ""

# The standard library and attrs are not linked: the documentation builds without a network.
nitpick_ignore_regex = [
    ("py:.*", r"(fractions|decimal|datetime|enum|attrs|collections|typing|importlib)\..*"),
    ("py:class", "Fraction|Certainty"),
    ("py:class", r"numpy\..*|NDArray|Ints|Codes|RecordBatch"),
]
