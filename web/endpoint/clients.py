"""Who asks: clients are told apart by their addresses, and a proxy is believed only where it is one of ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Self

from kzedu_graph.store.engine.scheduler import IPV6_BLOCK
from kzedu_graph.store.stores import StoreError

HEADER, PROXIES = "KZEDU_CLIENT_HEADER", "KZEDU_TRUSTED_PROXIES"
_OURS = "127.0.0.0/8, ::1"


@dataclass(frozen=True, slots=True)
class Clients:
    """`header` in which a proxy tells who asks, and the `proxies` that are believed, as addresses and networks.

    Without a header, or where somebody else sent it, the client is the connection's other end.
    """

    header: str = ""
    proxies: str = _OURS

    def __post_init__(self) -> None:
        try:
            _networks(self.proxies)
        except ValueError as error:
            raise StoreError(f"{PROXIES}: {error}; write addresses or networks, as in {_OURS}") from error

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Self:
        """What an operator set; raises `StoreError` for what is no list of networks."""
        return cls(environment.get(HEADER, ""), environment.get(PROXIES, _OURS))

    def name(self, environ: Mapping[str, str]) -> str:
        """The client of a WSGI request: never empty, for the empty name is the project's own."""
        end = environ.get("REMOTE_ADDR", "")
        told = environ.get("HTTP_" + self.header.upper().replace("-", "_"), "") if self.header else ""
        return _name(end, told[-_LONGEST:], self.proxies)

    def is_proxy(self, end: str) -> bool:
        """Whether a connection's other end is a proxy that tells who asks: it brings many clients."""
        return bool(self.header) and _is_ours(end, self.proxies)


_LONGEST = 1_000


@lru_cache(maxsize=1024)
def _name(end: str, told: str, proxies: str) -> str:
    """The last address that is none of our proxies, read from the nearest on: what stands before was not told by us."""
    name = end
    for address in [end, *reversed(told.split(","))]:
        if not (address := address.strip()):
            continue
        name = address
        if not _is_ours(address, proxies):
            break
    return _client_of(name) or "unknown"


def _is_ours(address: str, proxies: str) -> bool:
    known = _address(address)
    return known is not None and any(known in network for network in _networks(proxies))


def _client_of(name: str) -> str:
    known = _address(name)
    return str(IPv6Network((known, IPV6_BLOCK), strict=False)) if isinstance(known, IPv6Address) else name


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        known = ip_address(text)
    except ValueError:
        return None
    return known.ipv4_mapped or known if isinstance(known, IPv6Address) else known


@lru_cache(maxsize=8)
def _networks(proxies: str) -> tuple[IPv4Network | IPv6Network, ...]:
    return tuple(ip_network(part.strip()) for part in proxies.split(",") if part.strip())
