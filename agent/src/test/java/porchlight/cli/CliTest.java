package porchlight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porchlight.Golden;
import porchlight.facts.Facts;
import porchlight.facts.Firewall.Side;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.json.PolicyReader;

class CliTest {
  private static final String CHECKS =
      "wifi-encryption, firewall, listening-services, dns-resolvers, vpn, os-patches, os-support,"
          + " disk-encryption, reboot-pending, auto-updates, hosts-file, screen-lock,"
          + " wifi-auto-join, auto-login, dns-encryption, clock, reporting, name-broadcast,"
          + " gateway-identity, place, phishing-protection, proxy, password-manager,"
          + " remote-access-tools, antivirus, system-integrity, management, trusted-roots, sharing,"
          + " dns-integrity, dns-filtering, captive-portal, tls-interception, router-exposure";

  private static final Facts SAFE = new SampleFacts().build();

  /** A high one fails, and a medium one with it. */
  private static final Facts OPEN =
      new SampleFacts().firewall(Side.open(), Side.open()).dns("85.255.112.36").build();

  private static final Facts MEDIUM = new SampleFacts().dns("85.255.112.36").build();
  private static final Facts BLIND =
      new SampleFacts()
          .firewall(Reading.unknown(Reason.NEEDS_PRIVILEGE, "nft: permission denied"))
          .build();

  private static Facts named(String name) {
    return switch (name) {
      case "safe" -> SAFE;
      case "open" -> OPEN;
      case "medium" -> MEDIUM;
      case "blind" -> BLIND;
      default -> SampleFacts.blind(Reason.NOT_SUPPORTED, "not yet");
    };
  }

  @ParameterizedTest
  @CsvSource({
    "safe, , 0",
    "open, , 1",
    "medium, , 1",
    "blind, , 2",
    "nothing, , 2",
    "safe, --fail-on info, 0",
    "open, --fail-on critical, 0",
    "open, --fail-on high, 1",
    "open, --verbose, 1",
    "open, --json, 1",
    "medium, --fail-on high, 0",
    "medium, --fail-on low, 1",
    "medium, --only firewall, 0",
    "medium, --only dns-resolvers, 1",
    "medium, '--only firewall,dns-resolvers', 1",
    "blind, --fail-on high, 2",
    "blind, --fail-on critical, 0",
    "blind, --json, 2",
    "nothing, --fail-on critical, 2",
    "safe, --only vpn, 2",
    "safe, --offline, 2",
    "safe, --help, 0",
  })
  void the_exit_code_tells_the_answer(String facts, String options, int exit) {
    String[] typed = ("check" + (options == null ? "" : " " + options)).split(" ", -1);
    assertEquals(exit, Typed.on(named(facts), typed).exit());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "chek => porchlight: unknown command \"chek\"; did you mean \"check\"? porchlight --help"
            + " lists them",
        "--jsn => porchlight: unknown option \"--jsn\"; porchlight --help lists them",
        "check --jsn => porchlight: check: unknown option \"--jsn\"; did you mean \"--json\"?"
            + " porchlight check --help lists the options",
        "check --js => porchlight: check: unknown option \"--js\"; did you mean \"--json\"?"
            + " porchlight check --help lists the options",
        "check --jsn=1 => porchlight: check: unknown option \"--jsn\"; did you mean \"--json\"?"
            + " porchlight check --help lists the options",
        "check now => porchlight: check: \"now\" is one argument too many; porchlight check --help"
            + " lists the options",
        "check --only firewal => porchlight: check: unknown check \"firewal\"; did you mean"
            + " \"firewall\"? known: "
            + CHECKS,
        "check --only => porchlight: check: Missing required parameter for option '--only' (ID);"
            + " porchlight check --help lists the options",
        "check --fail-on bad => porchlight: check: unknown severity \"bad\"; known: critical, high,"
            + " medium, low, info",
        "explain => porchlight: explain: Missing required parameter: 'ID'; porchlight explain"
            + " --help lists the options",
        "explain wifi => porchlight: explain: unknown check \"wifi\"; did you mean"
            + " \"wifi-encryption\"? known: "
            + CHECKS,
        "facts --only firewal => porchlight: facts: unknown fact \"firewal\"; did you mean"
            + " \"firewall\"? known: device, wifi, dns, gateway, vpn, firewall, listening, patches,"
            + " os-support, disks, reboot, updating, hosts, screen-lock, wifi-auto-join,"
            + " auto-login, clock, name-broadcast, lan, phishing-protection, proxy,"
            + " password-manager, remote-tools, antivirus, integrity, management, trusted-roots,"
            + " sharing, dns-answers, portal, tls-chains, place, router-exposure, wifi-encryption, listening-services,"
            + " dns-resolvers, os-patches, disk-encryption, reboot-pending, auto-updates,"
            + " hosts-file, dns-encryption, reporting, gateway-identity, remote-access-tools, system-integrity,"
            + " dns-integrity, dns-filtering, captive-portal, tls-interception",
      })
  void what_is_not_understood_is_said_in_one_line(String typed, String message) {
    Typed answer = Typed.on(SAFE, typed.split(" ", -1));
    assertEquals(message + "\n", answer.err().replace(System.lineSeparator(), "\n"));
    assertEquals(Exit.USAGE, answer.exit());
    assertEquals("", answer.out());
  }

  @Test
  void what_is_touched_to_speak_to_central_is_on_the_list_too() {
    String out = Typed.on(SAFE, "commands").out();
    assertTrue(out.contains("  ip monitor address route link\n"), out);
    assertTrue(out.contains("  /etc/ssl/certs/ca-certificates.crt\n"), out);
  }

  @Test
  void a_look_judges_by_the_policy_in_force_and_says_whose_it_is() {
    var agent = new TypedAgent();
    agent.judging =
        new Doors.Judging(
            PolicyReader.read(
                "central's policy",
                "{\"revision\": 7, \"rules\": [{\"check\": \"clock\", \"severity\": \"high\"}]}"),
            Optional.of("judged by central's policy, revision 7"));
    Typed typed =
        Typed.on(
            (system, machine) -> new FactsGatherer(SAFE),
            question -> new porchlight.machine.Answer.Missing(),
            false,
            agent,
            "check",
            "--json");
    assertEquals("porchlight: judged by central's policy, revision 7\n", typed.err());
    assertTrue(typed.out().contains("\"clock\""), typed.out());
    assertFalse(typed.out().contains("\"firewall\""), typed.out());
    assertEquals("", Typed.on(SAFE, "check", "--json").err());
  }

  @Test
  void a_bad_policy_or_recording_is_a_matter_of_configuration(@TempDir Path folder)
      throws IOException {
    Path policy = Files.writeString(folder.resolve("p.json"), "{\"revision\": 0}");
    Typed refused = Typed.on(SAFE, "check", "--policy", policy.toString());
    assertEquals(Exit.CONFIGURATION, refused.exit());
    assertTrue(refused.err().startsWith("porchlight: " + policy + ": revision: expected"));
    for (String option : new String[] {"--policy", "--replay"}) {
      Typed missing = Typed.on(SAFE, "check", option, folder.resolve("none").toString());
      assertEquals(Exit.CONFIGURATION, missing.exit());
      assertTrue(missing.err().contains("there is no such file"), missing.err());
    }
    Typed garbled = Typed.on(SAFE, "check", "--replay", policy.toString());
    assertEquals(Exit.CONFIGURATION, garbled.exit());
    assertTrue(garbled.err().contains("not a recorded machine: line 1"), garbled.err());
  }

  @Test
  void a_mistake_of_ours_is_one_line_and_never_an_answer() {
    Typed answer =
        Typed.on(
            (system, machine) -> {
              throw new IllegalStateException("a mistake of ours");
            },
            false,
            "check");
    assertEquals(Exit.OURS, answer.exit());
    assertEquals("", answer.out());
    assertEquals(1, answer.err().lines().count());
    assertTrue(answer.err().contains("a mistake of ours; --debug shows where"), answer.err());
  }

  @Test
  void results_and_talk_go_their_own_ways() {
    Typed still = Typed.on(SAFE, "check");
    assertTrue(still.out().startsWith("SAFE to work from here\n"), still.out());
    assertEquals("", still.err());
    Typed live = Typed.live(SAFE, "check");
    assertEquals(still.out(), live.out());
    assertTrue(live.err().contains("looking… wifi, dns, gateway, vpn, firewall"), live.err());
    assertTrue(live.err().endsWith("\r\u001b[K"), "what is erased at the end");
    assertEquals("", Typed.live(SAFE, "check", "--json").err());
  }

  @Test
  void the_documents_look_like_their_golden_files() {
    Golden.check("json/check-safe.json", Typed.on(SAFE, "check", "--json").out());
    Golden.check("json/check-open.json", Typed.on(OPEN, "check", "--json").out());
    Golden.check("json/check-blind.json", Typed.on(BLIND, "check", "--json").out());
    Golden.check("json/facts.json", Typed.on(SAFE, "facts", "--json").out());
    Golden.check(
        "json/facts-only.json", Typed.on(BLIND, "facts", "--json", "--only", "firewall").out());
  }

  @Test
  void the_other_screens_look_like_their_golden_files() {
    Golden.check("screens/facts.txt", Typed.on(OPEN, "facts").out());
    Golden.check("screens/help.txt", Typed.on(SAFE, "--help").out());
    Golden.check("screens/check-help.txt", Typed.on(SAFE, "check", "--help").out());
    Golden.check("screens/facts-help.txt", Typed.on(SAFE, "facts", "--help").out());
  }

  @Test
  void everything_that_may_be_touched_is_listed() {
    String screen = Typed.on(SAFE, "commands").out();
    for (String line :
        new String[] {
          "  ss -H -tulnp",
          "  /etc/resolv.conf",
          "  /sys/class/net",
          "  firewall        needs root: the loaded rules",
          "  wifi            as a user"
        }) {
      assertTrue(screen.lines().anyMatch(line::equals), line);
    }
  }

  @Test
  void help_has_many_names_and_version_too() {
    String help = Typed.on(SAFE, "--help").out();
    for (String word : new String[] {"-h", "help"}) {
      assertEquals(help, Typed.on(SAFE, word).out());
    }
    assertEquals(help, Typed.on(SAFE).out());
    assertEquals(Typed.on(SAFE, "check", "--help").out(), Typed.on(SAFE, "help", "check").out());
    for (String word : new String[] {"--version", "-V", "version"}) {
      assertEquals("porchlight 1.2.3\n", Typed.on(SAFE, word).out());
    }
  }

  @Test
  void facts_are_asked_for_by_their_own_name_or_by_that_of_a_check() {
    Typed some = Typed.on(SAFE, "facts", "--json", "--only", "wifi-encryption");
    assertTrue(some.out().contains("\"wifi\"") && some.out().contains("\"vpn\""), some.out());
    assertFalse(some.out().contains("\"dns\""), some.out());
  }
}
