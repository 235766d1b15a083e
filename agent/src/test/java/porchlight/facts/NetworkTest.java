package porchlight.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "192.168.0.0/16, 192.168.255.255, true",
    "192.168.0.0/16, 192.169.0.0, false",
    "10.0.0.1, 10.0.0.1, true",
    "10.0.0.1, 10.0.0.2, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "::/0, 2001:db8::1, true",
    "::/0, 192.0.2.1, false",
    "64.28.176.0/20, 64.28.191.255, true",
    "64.28.176.0/20, 64.28.192.0, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "2001:DB8::1, 2001:db8:0:0::1, true",
    "fe80::/10, fe80::1, true",
    "192.168.1.77/24, 192.168.1.1, true",
    "10.0.0.0/8, dns.example, false",
    "10.0.0.0/8, '', false",
  })
  void an_address_is_in_a_range_or_not(String range, String address, boolean within) {
    assertEquals(within, Network.of(range).orElseThrow().contains(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "dns.example", "10.0.0", "10.0.0.256", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1",
        "10.0.0.0/8/8", "::/129", ":::1", "1:2:3", "fe80::1%eth0", " 10.0.0.1", "10.0.0.1 ",
        "010.0.0.0.1", "1e1.0.0.1", "localhost", "2130706433", "/8"
      })
  void what_is_no_range_is_refused(String text) {
    assertTrue(Network.of(text).isEmpty(), text);
  }

  @Test
  void a_name_is_never_an_address() {
    assertTrue(IpAddress.of("192.0.2.1").isPresent());
    assertTrue(IpAddress.of("2001:db8::1").isPresent());
    assertFalse(IpAddress.of("localhost").isPresent());
    assertFalse(IpAddress.of("2130706433").isPresent());
    assertFalse(IpAddress.of("fe80::1%eth0").isPresent());
  }
}
