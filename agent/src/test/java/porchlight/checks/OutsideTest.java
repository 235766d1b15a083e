package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutsideTest {
  @Test
  void an_ipv6_resolver_that_may_tell_a_household_is_called_by_its_address_in_evidence_alone() {
    for (String telling :
        List.of("fe80::200:5eff:fe00:5301", "fd12:3456::1", "2001:db8:1::1", "fe80::1%eth0")) {
      assertEquals("an IPv6 resolver of this network", Outside.shown(telling));
      assertEquals(
          Evidence.personal("resolver", telling + ", x"), Outside.resolver(telling, ", x"));
    }
    for (String plain : List.of("192.168.1.1", "9.9.9.9", "2620:fe::fe", "::1", "127.0.0.53")) {
      assertEquals(plain, Outside.shown(plain));
      assertEquals(Evidence.of("resolver", plain), Outside.resolver(plain, ""));
    }
  }
}
