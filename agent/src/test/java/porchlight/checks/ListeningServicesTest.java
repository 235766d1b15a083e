package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Firewall.Ports;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Firewall.Side;
import porchlight.facts.Listening.Reach;
import porchlight.facts.Listening.Service;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;

class ListeningServicesTest {
  private static final Service SSH = new Service(Protocol.TCP, "0.0.0.0", 22, Reach.IPV4, "sshd");
  private static final Service SSH6 = new Service(Protocol.TCP, "::", 22, Reach.IPV6, "sshd");
  private static final Service WEB = new Service(Protocol.TCP, "::", 8080, Reach.BOTH, "");
  private static final Service MDNS =
      new Service(Protocol.UDP, "0.0.0.0", 5353, Reach.IPV4, "avahi-daemon");
  private static final Side SSH_ONLY = Side.only(List.of(new Ports(Protocol.TCP, 22, 22)));
  private static final Side DARK = Side.unknown("a rule jumps to a set of its own");
  private static final ListeningServices NONE = new ListeningServices(List.of());

  private static Verdict judge(Side ipv4, Side ipv6, Service... services) {
    return NONE.judge(new SampleFacts().listening(services).firewall(ipv4, ipv6).build());
  }

  @Test
  void a_service_that_is_let_in_fails_and_is_named() {
    Verdict verdict = judge(Side.open(), Side.open(), SSH, WEB);
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals("a stranger on this network can reach ssh (22/tcp), 8080/tcp", verdict.because());
    assertTrue(verdict.evidence().contains(Evidence.of("reachable", "22/tcp on 0.0.0.0 by sshd")));
    assertTrue(verdict.evidence().contains(Evidence.of("reachable", "8080/tcp on ::")));
  }

  @Test
  void a_service_behind_the_firewall_passes() {
    Verdict verdict = judge(Side.blocked(), Side.blocked(), SSH, WEB);
    assertEquals(Outcome.PASS, verdict.outcome());
    assertEquals(
        "services listen, and the firewall lets no stranger in to them", verdict.because());
  }

  @Test
  void only_the_port_that_is_let_in_counts() {
    assertEquals(
        "a stranger on this network can reach ssh (22/tcp)",
        judge(SSH_ONLY, SSH_ONLY, SSH, WEB).because());
    assertEquals(Outcome.PASS, judge(SSH_ONLY, SSH_ONLY, WEB).outcome());
  }

  @Test
  void each_family_is_weighed_with_its_own_firewall() {
    assertEquals(Outcome.PASS, judge(Side.blocked(), Side.open(), SSH).outcome());
    assertEquals(Outcome.FAIL, judge(Side.blocked(), Side.open(), SSH6).outcome());
    assertEquals(Outcome.FAIL, judge(Side.blocked(), Side.open(), WEB).outcome());
  }

  @Test
  void a_service_on_this_laptop_only_is_nobodys_business() {
    var local = new Service(Protocol.TCP, "127.0.0.1", 5432, Reach.LOOPBACK, "postgres");
    Verdict verdict = judge(Side.open(), Side.open(), local);
    assertEquals(Outcome.PASS, verdict.outcome());
    assertEquals("no service listens to anything but this laptop itself", verdict.because());
    assertEquals(Outcome.PASS, judge(Side.open(), Side.open()).outcome());
  }

  @Test
  void a_service_that_the_policy_allows_passes() {
    var check = new ListeningServices(List.of(new Ports(Protocol.UDP, 5353, 5353)));
    var facts = new SampleFacts().firewall(Side.open(), Side.open());
    assertEquals(Outcome.PASS, check.judge(facts.listening(MDNS).build()).outcome());
    assertEquals(Outcome.FAIL, check.judge(facts.listening(MDNS, SSH).build()).outcome());
  }

  @Test
  void a_port_that_udp_programs_only_ask_from_is_no_service_but_one_of_tcp_is() {
    var asks = new Service(Protocol.UDP, "0.0.0.0", 41000, Reach.IPV4, "browser");
    var serves = new Service(Protocol.TCP, "0.0.0.0", 41000, Reach.IPV4, "sync");
    assertEquals(Outcome.PASS, judge(Side.open(), Side.open(), asks).outcome());
    assertEquals(Outcome.FAIL, judge(Side.open(), Side.open(), serves).outcome());
  }

  @Test
  void a_firewall_that_could_not_be_decided_makes_it_unknown() {
    Verdict verdict = judge(DARK, Side.blocked(), SSH);
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertEquals(Optional.of(Reason.NOT_UNDERSTOOD), verdict.reason());
    assertTrue(verdict.because().contains("ssh (22/tcp)"), verdict.because());
    assertTrue(verdict.because().contains("a set of its own"), verdict.because());
  }

  @Test
  void what_is_known_to_be_let_in_fails_beside_what_could_not_be_decided() {
    var partly =
        new Side(
            porchlight.facts.Firewall.Inbound.UNKNOWN,
            List.of(new Ports(Protocol.TCP, 22, 22)),
            "another rule");
    assertEquals(Outcome.FAIL, judge(partly, Side.blocked(), SSH).outcome());
    assertEquals(Outcome.FAIL, judge(DARK, Side.open(), SSH, SSH6).outcome());
  }

  @Test
  void a_firewall_that_could_not_be_read_makes_it_unknown_with_its_reason() {
    var facts =
        new SampleFacts()
            .firewall(Reading.unknown(Reason.NEEDS_PRIVILEGE, "nft: permission denied"));
    Verdict verdict = NONE.judge(facts.listening(SSH).build());
    assertEquals(Optional.of(Reason.NEEDS_PRIVILEGE), verdict.reason());
    assertEquals(
        Outcome.PASS,
        NONE.judge(facts.listening().build()).outcome(),
        "nothing listens, so no firewall matters");
  }

  @Test
  void services_that_could_not_be_read_are_unknown() {
    Verdict verdict =
        NONE.judge(
            new SampleFacts()
                .listening(Reading.unknown(Reason.TOOL_MISSING, "ss is not there"))
                .build());
    assertEquals(Optional.of(Reason.TOOL_MISSING), verdict.reason());
  }
}
