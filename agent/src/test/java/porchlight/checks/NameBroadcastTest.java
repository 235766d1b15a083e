package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.NameBroadcast.Asking;
import porchlight.facts.NameBroadcast.Way;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.facts.Unseen;

class NameBroadcastTest {
  private static final Asking LLMNR = new Asking(Way.LLMNR, "systemd-resolved", "wlan0");
  private static final Asking MDNS = new Asking(Way.MDNS, "nss-mdns4_minimal", "");
  private static final Asking NETBIOS = new Asking(Way.NETBIOS, "nss-wins", "");

  private static Verdict judge(List<Asking> asking, Optional<Unseen> unseen) {
    return new NameBroadcast(List.of(Way.MDNS))
        .judge(
            new SampleFacts()
                .nameBroadcast(Reading.known(new porchlight.facts.NameBroadcast(asking, unseen)))
                .build());
  }

  private static Verdict judge(Asking... asking) {
    return judge(List.of(asking), Optional.empty());
  }

  @Test
  void asking_nobody_passes() {
    assertEquals(Outcome.PASS, judge().outcome());
  }

  @Test
  void what_the_policy_allows_passes_and_is_told() {
    assertEquals(Outcome.PASS, judge(MDNS).outcome());
    assertEquals("mDNS (nss-mdns4_minimal)", judge(MDNS).evidence().get(0).value());
  }

  @Test
  void any_other_way_of_asking_fails() {
    assertEquals(Outcome.FAIL, judge(LLMNR).outcome());
    assertEquals(
        "the neighbours on a network are asked for names (LLMNR, NetBIOS), and any of them may"
            + " answer",
        judge(NETBIOS, MDNS, LLMNR, LLMNR).because());
    var strict = new NameBroadcast(List.of());
    var facts =
        new SampleFacts()
            .nameBroadcast(
                Reading.known(new porchlight.facts.NameBroadcast(List.of(MDNS), Optional.empty())))
            .build();
    assertEquals(Outcome.FAIL, strict.judge(facts).outcome());
  }

  @Test
  void what_was_not_looked_into_is_no_pass_and_hides_no_failure() {
    var unseen = Optional.of(new Unseen(Reason.TIMED_OUT, "late"));
    assertEquals(Outcome.UNKNOWN, judge(List.of(), unseen).outcome());
    assertEquals(Optional.of(Reason.TIMED_OUT), judge(List.of(MDNS), unseen).reason());
    assertEquals(Outcome.FAIL, judge(List.of(LLMNR), unseen).outcome());
  }

  @Test
  void what_could_not_be_read_is_neither_good_nor_bad() {
    Verdict verdict = new NameBroadcast(List.of()).judge(SampleFacts.blind(Reason.STALE, "old"));
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertTrue(verdict.evidence().isEmpty());
  }
}
