package porchlight.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IpAddressTest {
  @Test
  void addresses_are_written_in_the_usual_way() {
    assertEquals("192.0.2.1", text("192.0.2.1"));
    assertEquals("255.255.255.255", text("255.255.255.255"));
    assertEquals("::", text("0:0:0:0:0:0:0:0"));
    assertEquals("::1", text("::0001"));
    assertEquals("2001:db8::1", text("2001:0DB8:0:0:0::1"));
    assertEquals("2001:db8:0:1:1:1:1:1", text("2001:db8:0:1:1:1:1:1"));
    assertEquals("2001:0:0:1::1", text("2001:0:0:1:0:0:0:1"));
    assertEquals("fe80::", text("fe80::"));
    assertEquals("192.0.2.33", text("::ffff:192.0.2.33"));
    assertEquals("64:ff9b::c000:221", text("64:ff9b::192.0.2.33"));
    assertEquals("1:2:3:4:5:6:7:8", text("1:2:3:4:5:6:7:8"));
    assertEquals("1:0:3:4:5:6:7:8", text("1::3:4:5:6:7:8"));
  }

  @Test
  void what_is_no_address_is_none() {
    for (String text :
        List.of(
            "",
            ".",
            ":",
            ":::",
            "1.2.3",
            "1.2.3.4.5",
            "256.1.1.1",
            "01.2.3.4",
            "1.2.3.-4",
            "example.org",
            "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9",
            "1::2::3",
            "12345::",
            "::1%lo",
            "[::1]",
            "::1.2.3",
            "1:2:3:4:5:6:7::8:9",
            "1.2.3.4::",
            " 1.2.3.4",
            "１.2.3.4",
            "1:2:3:4:5:6:7:8::")) {
      assertEquals(Optional.empty(), IpAddress.of(text), text);
    }
  }

  @Test
  void loopback_is_known_in_every_dress() {
    assertTrue(IpAddress.of("127.0.0.53").orElseThrow().isLoopback());
    assertTrue(IpAddress.of("::ffff:127.0.0.1").orElseThrow().isLoopback());
    assertTrue(IpAddress.of("::1").orElseThrow().isLoopback());
    assertFalse(IpAddress.of("128.0.0.1").orElseThrow().isLoopback());
    assertFalse(IpAddress.of("::7f00:1").orElseThrow().isLoopback());
  }

  private static String text(String address) {
    return IpAddress.of(address).orElseThrow().text();
  }
}
