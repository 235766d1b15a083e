package porchlight.gather.windows.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porchlight.facts.Network;
import porchlight.gather.linux.Told;
import porchlight.gather.windows.network.Nearby;
import porchlight.machine.WindowsNative;

/** Whom the addresses of a rule mean, for a laptop at 192.168.43.7 and 2001:db8:1::7. */
class ScopeTest {
  private static final Nearby CAFE = nearby("192.168.43.7/24", "2001:db8:1::7/64", "fe80::7/64");

  private static Nearby nearby(String... networks) {
    return new Nearby(
        Optional.of(List.of(networks).stream().map(one -> Network.of(one).orElseThrow()).toList()));
  }

  private static String both(String address, Nearby nearby) {
    return Scope.of(List.of(address), false, nearby)
        + " "
        + Scope.of(List.of(address), true, nearby);
  }

  @ParameterizedTest
  @CsvSource({
    "192.168.43.0/24, ORDINARY NOBODY",
    "192.168.0.0/16, ORDINARY NOBODY",
    "192.168.43.9-192.168.43.20, ORDINARY NOBODY",
    "0.0.0.0/0, ORDINARY NOBODY",
    "0.0.0.0-255.255.255.255, ORDINARY NOBODY",
    "10.0.0.0/8, CRAFTED NOBODY",
    "10.0.0.0/255.0.0.0, CRAFTED NOBODY",
    "192.168.42.0-192.168.42.255, CRAFTED NOBODY",
    "2001:db8:1::/64, NOBODY ORDINARY",
    "2001:db8::/32, NOBODY ORDINARY",
    "::/0, NOBODY ORDINARY",
    "2001:db9::/32, NOBODY CRAFTED",
    "2001:db8:1:0:8000::/65, NOBODY ORDINARY",
  })
  void a_range_without_a_neighbour_in_it_is_for_who_pretends(String address, String expected) {
    assertEquals(expected, both(address, CAFE));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.0/8, NOBODY NOBODY",
    "127.0.0.0/1, CRAFTED NOBODY",
    "127.0.0.1-255.255.255.255, ORDINARY NOBODY",
    "::1-ffff::, NOBODY ORDINARY",
    "::1, NOBODY NOBODY",
    "fe80::/10, NOBODY CRAFTED",
    "fe80::/9, NOBODY ORDINARY",
    "fe80::-ffff::, NOBODY ORDINARY",
    "169.254.0.0/16, CRAFTED NOBODY",
    "169.254.0.0-192.168.43.255, ORDINARY NOBODY",
  })
  void where_a_range_begins_says_nothing_of_where_it_ends(String address, String expected) {
    assertEquals(expected, both(address, CAFE));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/33",
    "10.0.0.0/255.0.255.0",
    "10.0.0.9-10.0.0.1",
    "10.0.0.1-2001:db8::",
    "10.0.0.0/",
    "10.0.0.x",
    "-",
  })
  void what_is_no_range_may_mean_anybody(String address) {
    assertEquals("ORDINARY ORDINARY", both(address, CAFE));
  }

  @Test
  void where_the_own_networks_are_not_told_every_range_may_hold_a_neighbour() {
    assertEquals("ORDINARY NOBODY", both("10.0.0.0/8", Nearby.UNTOLD));
    assertEquals("ORDINARY NOBODY", both("10.0.0.0/8", nearby()));
    assertEquals("NOBODY ORDINARY", both("2001:db9::/32", nearby("192.168.43.7/24")));
    assertEquals(Nearby.UNTOLD, Nearby.of(new Told()));
  }

  @Test
  void one_address_alone_says_little_of_its_network() {
    assertEquals("ORDINARY NOBODY", both("192.168.43.0/29", nearby("192.168.43.99/32")));
  }

  @Test
  void a_tunnel_s_network_is_no_stranger_s_and_what_is_down_is_none() {
    String adapters =
        """
        adapter={A}
        index=1
        name=Wi-Fi
        type=71
        status=1
        addresses=192.168.43.7/24

        adapter={B}
        index=2
        name=Company
        description=WireGuard Tunnel
        type=53
        status=1
        addresses=10.1.2.3/16

        adapter={C}
        index=3
        name=Ethernet
        type=6
        status=2
        addresses=172.16.0.3/16
        """;
    var told = new Told().says(WindowsNative.ADAPTERS, adapters);
    assertEquals(nearby("192.168.43.7/24"), Nearby.of(told));
    String other = adapters.replace("WireGuard Tunnel", "Something");
    told.says(WindowsNative.ADAPTERS, other);
    assertEquals(nearby("192.168.43.7/24", "10.1.2.3/16"), Nearby.of(told));
  }
}
