package porchlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import porchlight.checks.Outcome;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Right;
import porchlight.gather.Gathering;
import porchlight.gather.macos.MacMatrix;
import porchlight.json.PolicyReader;
import porchlight.machine.Recorded;
import porchlight.machine.Transcript;
import porchlight.machine.TranscriptText;

/** Each major version of macOS at home, in a café, in a company's VPN, and without root. */
class MacMatrixTest {
  private interface Each {
    void mac(String version, String situation, Recorded recorded) throws Exception;
  }

  private static int each(Each each) throws Exception {
    int macs = 0;
    for (String version : MacMatrix.VERSIONS.keySet()) {
      for (String situation : MacMatrix.SITUATIONS) {
        each.mac(version, situation, MacMatrix.of(version, situation));
        macs++;
      }
    }
    assertEquals(24, macs);
    return macs;
  }

  private static Facts facts(Recorded recorded) {
    return new Gathering(EnumSet.allOf(Fact.class), Gathering.USUAL_LIMIT, fact -> {})
        .gather(OperatingSystem.gatherer("macos", new Transcript(recorded)), recorded.at());
  }

  private static Map<String, Outcome> outcomes(Recorded recorded) {
    var outcomes = new HashMap<String, Outcome>();
    PolicyReader.packed()
        .judge(facts(recorded))
        .findings()
        .forEach(finding -> outcomes.put(finding.check(), finding.verdict().outcome()));
    return outcomes;
  }

  @TestFactory
  Stream<DynamicTest> every_composed_mac_is_judged_as_its_golden_screen_says(@TempDir Path folder)
      throws Exception {
    var tests = new ArrayList<DynamicTest>();
    each((version, situation, recorded) -> {
      String name = version + "-" + situation + ".txt";
      Path file = folder.resolve(name);
      Files.writeString(file, TranscriptText.write(recorded));
      String screen = recorded.about() + "\n\n" + MachinesTest.screen(file);
      tests.add(DynamicTest.dynamicTest(name, () -> Golden.check("macos/" + name, screen)));
    });
    return tests.stream();
  }

  @Test
  void a_cafe_is_never_fine_and_a_tunnel_or_a_good_password_is() throws Exception {
    each((version, situation, recorded) -> {
      var outcomes = outcomes(recorded);
      boolean cafe = situation.equals("cafe");
      assertEquals(
          cafe ? Outcome.FAIL : Outcome.PASS,
          outcomes.get("wifi-encryption"),
          version + " " + situation);
      assertEquals(
          cafe ? Outcome.FAIL : Outcome.PASS, outcomes.get("firewall"), version + " " + situation);
      Outcome untunnelled = cafe ? Outcome.FAIL : Outcome.NOT_APPLICABLE;
      Outcome tunnel = situation.equals("corporate-vpn") ? Outcome.PASS : untunnelled;
      assertEquals(tunnel, outcomes.get("vpn"), version + " " + situation);
    });
  }

  @Test
  void what_a_user_may_see_is_never_said_to_need_root() throws Exception {
    var gatherer =
        OperatingSystem.gatherer("macos", question -> new porchlight.machine.Answer.Missing());
    int denied = 0;
    for (String version : MacMatrix.VERSIONS.keySet()) {
      Facts facts = facts(MacMatrix.of(version, "no-root"));
      for (Fact fact : Fact.values()) {
        if (facts.reading(fact) instanceof Reading.Unknown<?>(var reason, var detail)
            && List.of(Reason.NEEDS_PRIVILEGE, Reason.NEEDS_CONSENT).contains(reason)) {
          assertTrue(
              gatherer.right(fact).need() != Right.Need.USER,
              version + " " + fact.word() + " " + detail);
          denied++;
        }
      }
    }
    assertTrue(denied >= 6, denied + " were denied");
  }

  @Test
  void a_composed_mac_is_the_same_once_it_was_written_down() throws Exception {
    each((version, situation, recorded) ->
        assertEquals(
            outcomes(recorded),
            outcomes(TranscriptText.read(TranscriptText.write(recorded))),
            version + " " + situation));
  }
}
