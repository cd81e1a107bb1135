"""The content security policy of a page: the settings' one, with the sockets of the host the page came from.

Some browsers of 2022 do not take 'self' in connect-src to include ws: and wss:. Django's admin builds its pages with
innerHTML, so Trusted Types are off there; it needs nothing inline.
"""

from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest, HttpResponseBase

ADMIN = "/admin/"
WITHOUT_TRUSTED_TYPES = {"require-trusted-types-for": None, "trusted-types": None}


class ContentSecurityPolicy(CSPMiddleware):
    """django-csp's middleware, naming this host's sockets in connect-src."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """Return the policy's parts for one response; raises DisallowedHost as get_host does."""
        parts = super().get_policy_parts(request, response, report_only)
        scheme = "wss" if request.is_secure() else "ws"
        parts.update = {**(parts.update or {}), "connect-src": [f"{scheme}://{request.get_host()}"]}
        if request.path_info.startswith(ADMIN):
            parts.replace = {**(parts.replace or {}), **WITHOUT_TRUSTED_TYPES}
        return parts
