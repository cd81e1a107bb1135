"""The words that pages say from Python: the sentence of a refusal, and what belongs to no scenario."""

from collections.abc import Mapping

from django.utils.translation import get_language

from game import content


def refusal_sentence(language: str, code: str, params: Mapping[str, str | int | float]) -> str:
    """Return what to tell someone whose request was refused."""
    return content.fill(content.catalogue(language), f"refused.{code}", params, language)


def said(code: str, **params: str | int) -> str:
    """Return the sentence of a code that belongs to no scenario, in the request's language."""
    language = get_language() or "nl"
    return content.fill(content.catalogue(language), code, params, language)
