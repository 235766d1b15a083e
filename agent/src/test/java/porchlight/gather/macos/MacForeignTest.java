package porchlight.gather.macos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import porchlight.checks.Outcome;
import porchlight.gather.Gathering;
import porchlight.json.PolicyReader;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.policy.Policy;

/**
 * A Mac on which every question is answered by the same words, which are what a real Mac said to
 * another question: usage, warnings, refusals, other tools' tables. Nothing of it makes a pass.
 */
class MacForeignTest {
  private static final Instant AT = Instant.parse("2026-10-01T08:00:00Z");
  private static final Policy POLICY = PolicyReader.packed();

  /** A hosts file may hold anything: words that are no addresses send no name elsewhere. */
  private static final Set<String> ANY_FILE = Set.of("hosts-file");

  /** A list of settings may hold anything, and one without a name logs nobody in. */
  private static final String SETTINGS = "auto-login";

  /** Words that really answer the question of that check. */
  private static final Map<String, String> TRUE_ANSWERS =
      Map.ofEntries(
          Map.entry("clock/systemsetup-getusingnetworktime_on_2021.txt", "clock"),
          Map.entry(
              "dns/scutil-dns_eduvpn-split-supplemental_10.15.3_excerpt.txt", "dns-resolvers"),
          Map.entry("dns/scutil-dns_local-etc-resolver-test-domain.txt", "dns-resolvers"),
          Map.entry("dns/scutil-dns_router-v6-and-v4_26.5_excerpt.txt", "dns-resolvers"),
          Map.entry("dns/scutil-dns_router_old-reach-format_10.12.txt", "dns-resolvers"),
          Map.entry("dns/scutil-dns_split-vpn-corp-domain.txt", "dns-resolvers"),
          Map.entry("firewall/socketfilterfw_getglobalstate_state2_new-wording_15.txt", "firewall"),
          Map.entry("firewall/socketfilterfw_getglobalstate_state2_old-wording.txt", "firewall"),
          Map.entry(
              "known-networks/com.apple.wifi.known-networks_3-networks_open-wpa2-wpa3.plist",
              "wifi-auto-join"),
          Map.entry(
              "softwareupdate/defaults-SoftwareUpdate_stuck-nightly_15.7_trimmed.txt", SETTINGS),
          Map.entry("softwareupdate/defaults-SoftwareUpdate_up-to-date_10.15.7.txt", SETTINGS),
          Map.entry("softwareupdate/sw_vers_15.5.txt", "os-support"));

  @Test
  void the_words_of_another_tool_never_make_a_pass() {
    var passes = new TreeMap<String, Set<String>>();
    for (String file : MacCaptures.all()) {
      String text = MacCaptures.text(file);
      for (Answer answer :
          List.of(
              new Answer.Said(0, text),
              new Answer.Said(0, "", text),
              new Answer.Said(1, text, ""),
              new Answer.Said(1, "", text))) {
        for (String check : passing(question -> answer)) {
          passes.computeIfAbsent(file, name -> new TreeSet<>()).add(check);
        }
      }
    }
    passes.values().forEach(checks -> checks.removeAll(ANY_FILE));
    passes.values().removeIf(Set::isEmpty);
    var said = new TreeMap<String, String>();
    passes.forEach((file, checks) -> said.put(file, String.join(" ", checks)));
    assertEquals(new TreeMap<>(TRUE_ANSWERS), said);
    assertTrue(MacCaptures.all().size() >= 150, MacCaptures.all().size() + " captures");
  }

  private static Set<String> passing(Machine machine) {
    var facts =
        new Gathering(POLICY.needs(), Gathering.USUAL_LIMIT, fact -> {})
            .gather(new MacGatherer(machine), AT);
    var found = new TreeSet<String>();
    POLICY
        .judge(facts)
        .findings()
        .forEach(finding -> {
          String because = finding.verdict().because();
          assertTrue(!because.contains("our own mistake"), because);
          if (finding.verdict().outcome() == Outcome.PASS) {
            found.add(finding.check());
          }
        });
    return found;
  }
}
