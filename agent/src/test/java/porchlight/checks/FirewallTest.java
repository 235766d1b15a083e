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

  private static Side crafted(Side ordinary, Side crafted) {
    return new Side(ordinary.ordinary(), crafted.crafted());
  }

  @Test
  void any_port_for_a_stranger_who_picks_its_port_or_address_fails() {
    Side guile = crafted(Side.blocked(), Side.open());
    for (Side other : List.of(Side.blocked(), SSH, DARK)) {
      assertEquals(Outcome.FAIL, judge(guile, other).outcome());
      assertEquals(Outcome.FAIL, judge(other, guile).outcome());
    }
    assertEquals(
        "a stranger who picks its source port, a link-local address or a group to call can reach"
            + " any port of this laptop over IPv6",
        judge(SSH, guile).because());
    assertTrue(judge(guile, guile).because().endsWith("laptop"));
    assertTrue(
        judge(guile, Side.blocked())
            .evidence()
            .contains(Evidence.of("IPv4 special", "any port is let in")));
    assertEquals(
        "a stranger on this network can reach any port of this laptop over IPv4",
        judge(Side.open(), guile).because(),
        "what anybody finds comes first");
  }

  @Test
  void a_crafted_call_that_could_not_be_decided_is_never_a_pass() {
    Verdict verdict = judge(crafted(Side.blocked(), DARK), SSH);
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertEquals("a rule jumps to a set of its own", verdict.because());
    assertEquals(Outcome.FAIL, judge(crafted(Side.blocked(), DARK), Side.open()).outcome());
    assertEquals(Outcome.UNKNOWN, judge(crafted(DARK, SSH), Side.blocked()).outcome());
  }

  @Test
  void ports_for_crafted_calls_are_shown_and_change_nothing() {
    Ports mdns = new Ports(Protocol.UDP, 5353, 5353);
    Verdict verdict = judge(crafted(Side.blocked(), Side.only(List.of(mdns))), Side.blocked());
    assertEquals(Outcome.PASS, verdict.outcome());
    assertEquals(
        "a stranger on this network reaches nothing of this laptop by ordinary calls",
        verdict.because());
    assertEquals(
        List.of(
            Evidence.of("IPv4", "nothing is let in"),
            Evidence.of("IPv4 special", "let in: 5353/udp"),
            Evidence.of("IPv6", "nothing is let in")),
        verdict.evidence());
    Ports ssh = new Ports(Protocol.TCP, 22, 22);
    Verdict more = judge(crafted(SSH, Side.only(List.of(ssh, mdns))), Side.blocked());
    assertEquals(Outcome.PASS, more.outcome());
    assertTrue(
        more.evidence().contains(Evidence.of("IPv4 special", "let in: 5353/udp")),
        "what everybody reaches is not said twice");
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
