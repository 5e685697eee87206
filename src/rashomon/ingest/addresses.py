"""Which network addresses may be asked: none that lies inside the user's own networks."""

import ipaddress
import socket

from rashomon.ingest.draft import SetAsideError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""IPv4 addresses behind NAT64 (RFC 6052)."""


def resolve(host: str, port: int, *, allow_private: bool) -> list[str]:
    """Return the addresses of a host, all of them allowed.

    The caller must connect to one of these and not ask for the name again, else a second answer could lead elsewhere.

    Raises:
        SetAsideError: the name is unknown, or any of its addresses is not public.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SetAsideError(f"unreachable: the name {host} cannot be resolved ({_why(error)})") from None
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not allow_private:
        for address in addresses:
            if not is_public(address):
                raise SetAsideError(f"refused: {host} is {address}, a private, local or reserved address")
    return addresses


def is_public(address: str) -> bool:
    """Whether an address belongs to the public internet; what wraps an IPv4 address counts as that one."""
    try:
        parsed: Address = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour or (parsed.teredo[1] if parsed.teredo else None)
        if parsed in TRANSLATED:
            inner = ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)
        if inner is not None and not is_public(str(inner)):
            return False
        if parsed in TRANSLATED:
            return True
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved and not parsed.is_unspecified


def _why(error: Exception) -> str:
    """Return the system's words for an error."""
    return getattr(error, "strerror", None) or type(error).__name__
