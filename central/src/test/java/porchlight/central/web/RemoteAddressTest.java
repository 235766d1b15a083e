package porchlight.central.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is limited together with whom, whatever a front end writes. */
class RemoteAddressTest {
  private static String network(String text) {
    return RemoteAddress.read(text).map(RemoteAddress::network).orElse("none");
  }

  @Test
  void addresses_of_one_ipv6_network_are_one_sender_however_they_are_spelled() {
    String network = network("2001:db8:0:0:a:b:c:d");
    for (String same :
        List.of(
            "2001:db8::a:b:c:d",
            "2001:DB8::1",
            "[2001:db8::ffff]",
            "[2001:db8::2]:443",
            "2001:db8::3%eth0")) {
      assertEquals(network, network(same), same);
    }
    assertNotEquals(network, network("2001:db8:0:1::1"));
  }

  @Test
  void a_port_makes_nobody_a_sender_of_their_own() {
    assertEquals("203.0.113.9", network("203.0.113.9"));
    assertEquals("203.0.113.9", network("203.0.113.9:51234"));
    assertEquals("203.0.113.9", network("::ffff:203.0.113.9"));
  }

  @Test
  void what_is_no_address_is_none_and_is_not_looked_up() {
    for (String none :
        List.of(
            "", "unknown", "localhost", "300.1.1.1", "1.2.3", "::::", "1:2", "x".repeat(9_000))) {
      assertEquals(Optional.empty(), RemoteAddress.read(none), none);
    }
  }
}
