package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Firewall.Ports;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Firewall.Side;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;

class FirewallTest {
  private static final Side SSH = Side.only(List.of(new Ports(Protocol.TCP, 22, 22)));
  private static final Side DARK = Side.unknown("a rule jumps to a set of its own");

  private static Verdict judge(Side ipv4, Side ipv6) {
    return new Firewall().judge(new SampleFacts().firewall(ipv4, ipv6).build());
  }

  @Test
  void open_on_both_sides_fails() {
    assertEquals(
        Verdict.fail("a stranger on this network can reach any port of this laptop").because(),
        judge(Side.open(), Side.open()).because());
    assertEquals(Outcome.FAIL, judge(Side.open(), Side.open()).outcome());
  }

  @Test
  void open_on_one_side_fails_and_says_which() {
    assertTrue(judge(Side.open(), Side.blocked()).because().endsWith(" over IPv4"));
    assertTrue(judge(SSH, Side.open()).because().endsWith(" over IPv6"));
  }

  @Test
  void open_on_one_side_fails_even_when_the_other_could_not_be_decided() {
    assertEquals(Outcome.FAIL, judge(DARK, Side.open()).outcome());
    assertEquals(Outcome.FAIL, judge(Side.open(), DARK).outcome());
  }

  @Test
  void blocked_on_both_sides_passes() {
    Verdict verdict = judge(Side.blocked(), Side.blocked());
    assertEquals(Outcome.PASS, verdict.outcome());
    assertEquals("a stranger on this network reaches nothing of this laptop", verdict.because());
  }

  @Test
  void only_some_ports_passes_and_shows_them() {
    Verdict verdict = judge(SSH, Side.blocked());
    assertEquals(Outcome.PASS, verdict.outcome());
    assertTrue(verdict.evidence().contains(Evidence.of("IPv4", "let in: 22/tcp")));
    assertTrue(verdict.evidence().contains(Evidence.of("IPv6", "nothing is let in")));
  }

  @Test
  void a_side_that_could_not_be_decided_is_never_a_pass() {
    for (Side other : List.of(Side.blocked(), SSH, DARK)) {
      assertEquals(Outcome.UNKNOWN, judge(DARK, other).outcome());
      assertEquals(Outcome.UNKNOWN, judge(other, DARK).outcome());
    }
    Verdict verdict = judge(Side.blocked(), DARK);
    assertEquals(Optional.of(Reason.NOT_UNDERSTOOD), verdict.reason());
    assertEquals("a rule jumps to a set of its own", verdict.because());
  }

  @Test
  void what_could_not_be_read_keeps_its_reason() {
    Verdict verdict =
        new Firewall()
            .judge(
                new SampleFacts()
                    .firewall(Reading.unknown(Reason.NEEDS_PRIVILEGE, "nft: permission denied"))
                    .build());
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertEquals(Optional.of(Reason.NEEDS_PRIVILEGE), verdict.reason());
  }
}
