package porchlight.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Vpn.Path;

/** Which of two ways out protects less. */
class VpnTest {
  @Test
  void a_tunnel_that_encrypts_nothing_protects_less_than_one_that_does() {
    var byStrength =
        List.of(
            new Path.NoRoute(),
            new Path.Tunnel("wg0", "wireguard"),
            new Path.Tunnel("gre1", "gre"),
            new Path.Direct("wlan0"));
    for (int i = 0; i < byStrength.size(); i++) {
      for (Path stronger : byStrength.subList(0, i)) {
        assertEquals(byStrength.get(i), Path.weaker(stronger, byStrength.get(i)));
        assertEquals(byStrength.get(i), Path.weaker(byStrength.get(i), stronger));
      }
    }
  }
}
