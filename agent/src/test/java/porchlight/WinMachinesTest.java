package porchlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import porchlight.checks.Outcome;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Right;
import porchlight.gather.Gathering;
import porchlight.gather.windows.WinMachines;
import porchlight.json.FactsJson;
import porchlight.json.PolicyReader;
import porchlight.json.tree.JsonText;
import porchlight.machine.Recorded;
import porchlight.machine.Transcript;
import porchlight.machine.TranscriptText;

/**
 * Composed machines with Windows: their transcripts among the remembered machines, whose screens
 * {@link MachinesTest} holds, are what they answer, and what is judged of them is right.
 */
class WinMachinesTest {
  private static final Path MACHINES = Path.of("src/test/machines");

  private static Facts facts(Recorded recorded) {
    return new Gathering(EnumSet.allOf(Fact.class), Gathering.USUAL_LIMIT, fact -> {})
        .gather(OperatingSystem.gatherer("windows", new Transcript(recorded)), recorded.at());
  }

  private static Map<String, Outcome> outcomes(String name) {
    var outcomes = new HashMap<String, Outcome>();
    PolicyReader.packed()
        .judge(facts(WinMachines.of(name)))
        .findings()
        .forEach(finding -> outcomes.put(finding.check(), finding.verdict().outcome()));
    return outcomes;
  }

  @TestFactory
  Stream<DynamicTest> every_transcript_is_what_the_composed_machine_answers() {
    var tests = new ArrayList<DynamicTest>();
    for (String name : WinMachines.ALL.keySet()) {
      tests.add(
          DynamicTest.dynamicTest(
              name,
              () ->
                  Golden.check(
                      MACHINES.resolve(name + ".txt"),
                      TranscriptText.write(WinMachines.of(name)))));
    }
    assertTrue(tests.size() >= 7, tests.size() + " machines");
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> every_machine_s_facts_in_json_are_as_they_were() {
    return WinMachines.ALL.keySet().stream()
        .map(name ->
            DynamicTest.dynamicTest(
                name,
                () ->
                    Golden.check(
                        "windows/" + name + ".json",
                        JsonText.pretty(
                            FactsJson.write(
                                facts(WinMachines.of(name)), EnumSet.allOf(Fact.class))))));
  }

  @Test
  void a_cafe_is_never_fine_and_what_is_turned_off_there_fails() {
    var outcomes = outcomes("windows-11-cafe");
    for (String check :
        List.of("os-patches", "auto-updates", "reboot-pending", "clock", "phishing-protection")) {
      assertEquals(Outcome.FAIL, outcomes.get(check), check);
    }
    assertTrue(outcomes.get("firewall") != Outcome.PASS);
  }

  @Test
  void at_home_with_everything_on_nothing_fails_that_is_read() {
    var outcomes = outcomes("windows-11-home");
    for (String check :
        List.of(
            "os-support",
            "os-patches",
            "auto-updates",
            "reboot-pending",
            "clock",
            "phishing-protection")) {
      assertEquals(Outcome.PASS, outcomes.get(check), check);
    }
  }

  @Test
  void windows_10_without_a_licence_for_more_has_ended() {
    assertEquals(Outcome.FAIL, outcomes("windows-10-german").get("os-support"));
    assertEquals(Outcome.FAIL, outcomes("windows-11-24h2-denied").get("os-support"));
    assertEquals(Outcome.PASS, outcomes("windows-11-domain").get("os-support"));
  }

  @Test
  void what_a_user_may_see_is_never_said_to_need_a_privilege() {
    for (String name : WinMachines.ALL.keySet()) {
      Facts facts = facts(WinMachines.of(name));
      for (Fact fact : Fact.values()) {
        if (facts.reading(fact) instanceof Reading.Unknown<?>(var reason, var detail)
            && reason == Reason.NEEDS_PRIVILEGE) {
          var right =
              OperatingSystem.gatherer("windows", new Transcript(WinMachines.of(name))).right(fact);
          assertTrue(right.need() != Right.Need.USER, name + " " + fact.word() + " " + detail);
        }
      }
    }
  }
}
