"""Which address goes first, over the names and addresses that Linux, macOS and Windows give."""

import pytest

from game.network.ranking import Choice, Interface, Kind, kind_of, plain, rank

KINDS = [
    # name, address, prefix, kind
    ("lo", "127.0.0.1", 8, Kind.LOOPBACK),
    ("Loopback Pseudo-Interface 1", "127.0.0.1", 8, Kind.LOOPBACK),
    ("lo", "10.9.9.9", 32, Kind.INSIDE),
    ("wlan0", "192.168.1.20", 24, Kind.WIFI),
    ("wlp3s0", "10.0.0.5", 24, Kind.WIFI),
    ("Wi-Fi", "192.168.1.20", 24, Kind.WIFI),
    ("WiFi 2", "192.168.1.20", 24, Kind.WIFI),
    ("Draadloze netwerkverbinding", "192.168.1.20", 24, Kind.WIFI),
    ("wlan0", "172.20.10.4", 28, Kind.WIFI),  # a guest of an iPhone's hotspot
    ("wlan0", "10.42.0.1", 24, Kind.HOTSPOT),  # NetworkManager's own
    ("wlan0", "10.42.0.77", 24, Kind.WIFI),  # a guest of another laptop's
    ("ap0", "192.168.12.1", 24, Kind.HOTSPOT),
    ("Local Area Connection* 2", "192.168.137.1", 24, Kind.HOTSPOT),
    ("LAN-verbinding* 12", "192.168.137.1", 24, Kind.HOTSPOT),
    ("LAN-verbinding* 1", "169.254.10.2", 16, Kind.UNSETTLED),
    ("Ethernet 2", "192.168.137.1", 24, Kind.HOTSPOT),
    ("bridge100", "192.168.2.1", 24, Kind.HOTSPOT),  # a Mac that shares its connection
    ("bridge100", "192.168.64.1", 24, Kind.INSIDE),  # a Mac's virtual machines
    ("bridge101", "10.211.55.2", 24, Kind.INSIDE),
    ("en0", "192.168.1.20", 24, Kind.NETWORK),
    ("en5", "169.254.8.1", 16, Kind.UNSETTLED),
    ("eth0", "145.100.3.4", 22, Kind.CABLE),
    ("enp0s31f6", "10.0.0.5", 24, Kind.CABLE),
    ("enx00e04c680001", "172.20.10.2", 28, Kind.CABLE),
    ("Ethernet", "10.0.0.5", 24, Kind.CABLE),
    ("Ethernet 3", "10.66.0.9", 32, Kind.TUNNEL),  # no network around it
    ("LAN-verbinding", "10.0.0.5", 24, Kind.CABLE),
    ("Local Area Connection", "10.0.0.5", 24, Kind.CABLE),
    ("br0", "192.168.1.20", 24, Kind.NETWORK),
    ("vEthernet (External Switch)", "192.168.1.20", 24, Kind.NETWORK),
    ("Bluetooth-netwerkverbinding", "172.20.10.5", 28, Kind.NETWORK),
    ("wwan0", "100.80.1.2", 30, Kind.MOBILE),
    ("Mobiel", "100.80.1.2", 32, Kind.MOBILE),
    ("Cellular", "100.80.1.2", 29, Kind.MOBILE),
    ("utun4", "10.8.0.2", 32, Kind.TUNNEL),
    ("tun0", "192.168.255.6", 24, Kind.TUNNEL),
    ("tap0", "10.8.0.2", 24, Kind.TUNNEL),
    ("wg0", "10.64.0.3", 32, Kind.TUNNEL),
    ("ppp0", "10.0.0.5", 32, Kind.TUNNEL),
    ("tailscale0", "100.101.1.1", 32, Kind.TUNNEL),
    ("ztabcdef12", "10.147.17.5", 24, Kind.TUNNEL),
    ("NordLynx", "10.5.0.2", 16, Kind.TUNNEL),
    ("OpenVPN TAP-Windows6", "10.8.0.2", 24, Kind.TUNNEL),
    ("docker0", "172.17.0.1", 16, Kind.INSIDE),
    ("br-0a1b2c3d4e5f", "172.18.0.1", 16, Kind.INSIDE),
    ("virbr0", "192.168.122.1", 24, Kind.INSIDE),
    ("vboxnet0", "192.168.56.1", 24, Kind.INSIDE),
    ("vmnet8", "192.168.79.1", 24, Kind.INSIDE),
    ("vEthernet (WSL)", "172.29.16.1", 20, Kind.INSIDE),
    ("vEthernet (WSL (Hyper-V firewall))", "172.29.16.1", 20, Kind.INSIDE),
    ("vEthernet (Default Switch)", "172.24.0.1", 20, Kind.INSIDE),
    ("VirtualBox Host-Only Network", "192.168.56.1", 24, Kind.INSIDE),
    ("VMware Network Adapter VMnet8", "192.168.79.1", 24, Kind.INSIDE),
]


@pytest.mark.parametrize(("name", "address", "prefix", "kind"), KINDS)
def test_what_an_address_is_of(name: str, address: str, prefix: int, kind: Kind) -> None:
    assert kind_of(Interface(name, address, prefix)) is kind


LINUX = [
    Interface("lo", "127.0.0.1", 8),
    Interface("docker0", "172.17.0.1", 16),
    Interface("tun0", "10.8.0.2", 24),
    Interface("enp3s0", "10.1.2.3", 16),
    Interface("wlp2s0", "192.168.1.20", 24),
    Interface("wlp2s0", "2a02:a45f::7", 64),
    Interface("wlp2s0", "fd00::7", 64),
    Interface("wlp2s0", "fe80::7", 64),
]
MAC = [
    Interface("lo0", "127.0.0.1", 8),
    Interface("en0", "192.168.1.20", 24),
    Interface("en7", "145.20.3.4", 23),
    Interface("bridge100", "192.168.64.1", 24),
    Interface("utun3", "100.101.1.1", 32, is_point_to_point=True, mtu=1280),
    Interface("awdl0", "fe80::1", 64),
]
WINDOWS = [
    Interface("Loopback Pseudo-Interface 1", "127.0.0.1", 8),
    Interface("vEthernet (WSL)", "172.29.16.1", 20),
    Interface("Ethernet 2", "10.20.30.40", 24, mtu=1300),  # an office VPN that is called like a cable
    Interface("Ethernet", "10.1.2.3", 24),
    Interface("Local Area Connection* 2", "192.168.137.1", 24),
    Interface("Bluetooth Network Connection", "169.254.1.1", 16, is_up=False),
    Interface("Wi-Fi", "192.168.1.20", 24),
]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (LINUX, ["192.168.1.20", "10.1.2.3", "fd00::7", "10.8.0.2", "172.17.0.1"]),
        (MAC, ["192.168.1.20", "145.20.3.4", "100.101.1.1", "192.168.64.1"]),
        (WINDOWS, ["192.168.137.1", "192.168.1.20", "10.1.2.3", "10.20.30.40", "172.29.16.1"]),
        # On one interface a private address goes first; a settled one before one that it gave itself.
        (
            [Interface("eth0", "145.1.1.1", 24), Interface("eth0", "10.0.0.1", 24)],
            ["10.0.0.1", "145.1.1.1"],
        ),
        (
            [Interface("wlan0", "169.254.1.1", 16), Interface("eth0", "10.0.0.9", 24)],
            ["10.0.0.9", "169.254.1.1"],
        ),
        ([Interface("en10", "10.0.0.9", 24), Interface("en2", "10.0.1.9", 24)], ["10.0.1.9", "10.0.0.9"]),
        ([Interface("wlan0", "192.168.1.20", 24, is_up=False)], ["127.0.0.1"]),
        ([Interface("lo", "127.0.0.1", 8), Interface("lo", "::1", 128)], ["127.0.0.1"]),
        ([Interface("wlan0", "fe80::1", 64), Interface("eth0", "0.0.0.0", 0)], ["127.0.0.1"]),
        ([], ["127.0.0.1"]),
    ],
)
def test_the_order(found: list[Interface], expected: list[str]) -> None:
    assert [one.address for one in rank(found)] == expected
    assert [one.address for one in rank(reversed(found))] == expected


def test_what_phones_came_in_over_goes_first_but_a_tunnel_or_container_never_before_the_room() -> None:
    assert rank(LINUX, {"10.1.2.3"})[0].address == "10.1.2.3"
    assert rank(LINUX, {"10.1.2.3", "192.168.1.20"})[0].address == "192.168.1.20"
    assert rank(LINUX, {"10.8.0.2", "172.17.0.1"})[0].address == "192.168.1.20"
    assert [one.address for one in rank(LINUX, {"10.8.0.2"}) if one.reached] == ["10.8.0.2"]


@pytest.mark.parametrize(
    ("choice", "first", "chosen"),
    [
        (Choice("tun0", "10.8.0.2"), "10.8.0.2", True),
        (Choice("enp3s0", "10.77.0.9"), "10.1.2.3", True),  # the same interface on another network
        (Choice("eth9", "10.1.2.3"), "10.1.2.3", True),  # the same address on an interface called otherwise
        (Choice("eth9", "10.99.0.1"), "192.168.1.20", False),
        (None, "192.168.1.20", False),
    ],
)
def test_a_choice_beats_all(choice: Choice | None, first: str, chosen: bool) -> None:
    ranked = rank(LINUX, {"192.168.1.20"}, choice)

    assert (ranked[0].address, ranked[0].chosen) == (first, chosen)
    assert [one.chosen for one in ranked[1:]] == [False] * 4
    assert len({one.address for one in ranked}) == 5


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("fe80::1%eth0", "fe80::1"),
        ("::ffff:192.168.1.20", "192.168.1.20"),
        ("[fd00::2]", "fd00::2"),
        ("10.0.0.1", "10.0.0.1"),
        ("laptop.local", "laptop.local"),
        ("", ""),
    ],
)
def test_plain(given: str, found: str) -> None:
    assert plain(given) == found
