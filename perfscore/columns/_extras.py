"""Libraries of the extra ``frames``, imported when they are needed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from perfscore.errors import InputError


def library(name: str) -> Any:
    """Import a library.

    Raises
    ------
    InputError
        If it is not installed; the error names the extra.

    Examples
    --------
    >>> library("json").__name__
    'json'
    """
    try:
        return import_module(name)
    except ImportError as error:
        raise InputError(
            "library", name, "a library that is installed", "install perfscore[frames]"
        ) from error


def arrow() -> Any:
    """Return Arrow.

    Examples
    --------
    >>> arrow().__name__
    'pyarrow'
    """
    return library("pyarrow")


def compute() -> Any:
    """Return Arrow's functions over arrays.

    Examples
    --------
    >>> compute().__name__
    'pyarrow.compute'
    """
    return library("pyarrow.compute")
