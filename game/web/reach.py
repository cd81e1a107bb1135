"""Whether a page came over the internet or over the room's own network, which decides what to advise when it fails."""

import ipaddress

from django.http import HttpRequest
from django.http.request import split_domain_port


def is_public(request: HttpRequest) -> bool:
    """Tell whether this page can be had from anywhere: its host is a name of the internet.

    On a laptop it is an address in the room, or a name without a dot or ending in .local: mobile data does not help there.
    """
    name = split_domain_port(request.get_host())[0].strip("[]")
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return "." in name and not name.endswith(".local")
    return False
