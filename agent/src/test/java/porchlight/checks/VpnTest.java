package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.facts.Vpn.Path;

class VpnTest {
  private static final Path TUNNEL = new Path.Tunnel("wg0", "wireguard");
  private static final Path DIRECT = new Path.Direct("wlan0");
  private static final Path NONE = new Path.NoRoute();

  private static Verdict judge(boolean required, Path ipv4, Path ipv6) {
    return new Vpn(required).judge(new SampleFacts().vpn(ipv4, ipv6).build());
  }

  @Test
  void all_traffic_in_a_tunnel_passes() {
    assertEquals(Outcome.PASS, judge(true, TUNNEL, TUNNEL).outcome());
    assertEquals(Outcome.PASS, judge(true, TUNNEL, NONE).outcome());
    assertEquals(Outcome.PASS, judge(false, NONE, TUNNEL).outcome());
  }

  @Test
  void a_tunnel_that_carries_half_of_it_fails_whatever_the_policy_asks() {
    for (boolean required : new boolean[] {true, false}) {
      assertEquals(
          "a VPN is up, but IPv6 traffic goes beside it",
          judge(required, TUNNEL, DIRECT).because());
      assertEquals(
          "a VPN is up, but IPv4 traffic goes beside it",
          judge(required, DIRECT, TUNNEL).because());
      assertEquals(Outcome.FAIL, judge(required, TUNNEL, DIRECT).outcome());
      assertEquals(Outcome.FAIL, judge(required, DIRECT, TUNNEL).outcome());
    }
  }

  @Test
  void no_tunnel_fails_only_where_one_is_asked_for() {
    assertEquals(Outcome.FAIL, judge(true, DIRECT, NONE).outcome());
    assertEquals(Outcome.NOT_APPLICABLE, judge(false, DIRECT, NONE).outcome());
    assertEquals(Outcome.NOT_APPLICABLE, judge(false, DIRECT, DIRECT).outcome());
  }

  @Test
  void without_a_way_out_the_question_does_not_arise() {
    assertEquals(Outcome.NOT_APPLICABLE, judge(true, NONE, NONE).outcome());
  }

  @Test
  void what_could_not_be_read_is_neither_good_nor_bad() {
    Verdict verdict =
        new Vpn(true)
            .judge(
                new SampleFacts()
                    .vpn(Reading.unknown(Reason.TIMED_OUT, "ip did not answer in time"))
                    .build());
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertEquals(Optional.of(Reason.TIMED_OUT), verdict.reason());
  }
}
