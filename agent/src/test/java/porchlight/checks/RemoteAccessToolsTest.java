package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.RemoteTools;
import porchlight.facts.RemoteTools.Found;
import porchlight.facts.RemoteTools.Tool;
import porchlight.facts.SampleFacts;
import porchlight.facts.Unseen;

class RemoteAccessToolsTest {
  private static final Found NINJA =
      new Found(Tool.NINJAONE, List.of("/opt/NinjaRMMAgent"), List.of("ninjarmm-linage"));
  private static final Found ANYDESK =
      new Found(Tool.ANYDESK, List.of("/usr/bin/anydesk"), List.of());
  private static final Found X11VNC = new Found(Tool.X11VNC, List.of(), List.of("x11vnc"));
  private static final Optional<Unseen> HIDDEN =
      Optional.of(new Unseen(Reason.NEEDS_PRIVILEGE, "processes are hidden"));

  private static Verdict judge(List<Tool> allowed, Optional<Unseen> unseen, Found... found) {
    return new RemoteAccessTools(allowed)
        .judge(
            new SampleFacts()
                .remoteTools(Reading.known(new RemoteTools(List.of(found), unseen)))
                .build());
  }

  @Test
  void none_of_them_passes_when_every_place_was_looked_into() {
    assertEquals(Outcome.PASS, judge(List.of(), Optional.empty()).outcome());
    Verdict blind = judge(List.of(), HIDDEN);
    assertEquals(Outcome.UNKNOWN, blind.outcome());
    assertEquals(Optional.of(Reason.NEEDS_PRIVILEGE), blind.reason());
  }

  @Test
  void the_administrators_own_passes_and_is_told() {
    Verdict verdict = judge(List.of(Tool.NINJAONE), Optional.empty(), NINJA);
    assertEquals(Outcome.PASS, verdict.outcome());
    assertEquals("only remote control that the policy names: NinjaOne runs", verdict.because());
    assertEquals(
        List.of("ninjaone: ninjarmm-linage", "ninjaone: /opt/NinjaRMMAgent"),
        verdict.evidence().stream().map(Evidence::value).toList());
  }

  @Test
  void the_administrators_own_is_no_pass_when_another_could_be_hidden() {
    assertEquals(Outcome.UNKNOWN, judge(List.of(Tool.NINJAONE), HIDDEN, NINJA).outcome());
  }

  @Test
  void any_other_fails_and_the_one_that_runs_is_told_first() {
    Verdict verdict = judge(List.of(Tool.NINJAONE), Optional.empty(), ANYDESK, NINJA, X11VNC);
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals(
        "remote control that the policy does not name: x11vnc runs, AnyDesk is installed",
        verdict.because());
  }

  @Test
  void what_was_found_fails_whatever_else_was_not_seen() {
    Verdict verdict = judge(List.of(), HIDDEN, ANYDESK);
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertTrue(verdict.evidence().contains(Evidence.of("not looked into", "processes are hidden")));
  }

  @Test
  void what_could_not_be_read_is_neither_good_nor_bad() {
    Verdict verdict =
        new RemoteAccessTools(List.of()).judge(SampleFacts.blind(Reason.TIMED_OUT, "late"));
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
  }
}
