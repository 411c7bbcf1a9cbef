"""Optional libraries, imported when they are needed; one that is missing is named with its extra."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from perfscore.errors import InputError


def library(name: str, *, extra: str) -> Any:
    """Import a library.

    Parameters
    ----------
    name
        The library.
    extra
        The extra of perfscore that brings it.

    Raises
    ------
    InputError
        If it is not installed; the error names the extra.

    Examples
    --------
    >>> library("json", extra="frames").__name__
    'json'
    """
    try:
        return import_module(name)
    except ImportError as error:
        raise InputError(
            "library", name, "a library that is installed", f"install perfscore[{extra}]"
        ) from error


def arrow() -> Any:
    """Return Arrow.

    Examples
    --------
    >>> arrow().__name__
    'pyarrow'
    """
    return library("pyarrow", extra="frames")


def compute() -> Any:
    """Return Arrow's functions over arrays.

    Examples
    --------
    >>> compute().__name__
    'pyarrow.compute'
    """
    return library("pyarrow.compute", extra="frames")
