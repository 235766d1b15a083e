package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.uplink.CentralPolicy;
import porchlight.uplink.Fixed;
import porchlight.uplink.TestCentral;

/** Policies that central signs, over real HTTP, and those that somebody else would like to. */
class CentralPolicyTest {
  private static final String RULE = "{\"check\": \"wifi-encryption\", \"severity\": \"low\"}";

  private final Fixed clock = new Fixed(Instant.parse("2026-11-22T12:00:00Z"));
  private final TestCentral central;
  @TempDir Path folder;

  CentralPolicyTest() throws IOException {
    central = new TestCentral(clock::instant);
  }

  @AfterEach
  void nothingWasOutOfOrder() {
    central.close();
    assertEquals(List.of(), central.faults());
  }

  private static String payload(String organisation, int revision, String rules, String more) {
    return """
    {"organisation": "%s", "revision": %d, "issued": "2026-11-22T09:00:00Z"%s,
     "policy": {"revision": %d, "rules": [%s]}}
    """
        .formatted(organisation, revision, more, revision, rules);
  }

  private static String payload(int revision) {
    return payload("Acme Dental", revision, RULE, "");
  }

  private Laptop enrolled() throws IOException {
    var laptop = new Laptop(folder, clock).seeded();
    laptop.cycle(central);
    return laptop;
  }

  /** Central offers what it has; then a report is made of what is in force. */
  private String reported(Laptop laptop) {
    cycle(laptop);
    cycle(laptop);
    var reports =
        central.taken().stream()
            .filter(request -> request.text().contains("\"kind\":\"full\""))
            .toList();
    String text = reports.get(reports.size() - 1).text();
    return text.substring(text.indexOf("\"agent\":"), text.indexOf("\"machine\":"));
  }

  private void cycle(Laptop laptop) {
    clock.pass(Duration.ofMinutes(15));
    laptop.cycle(central);
  }

  private long asked() {
    return central.taken().stream().filter(request -> request.path().equals("/v1/policy")).count();
  }

  private Optional<Integer> held(Laptop laptop) throws IOException {
    return CentralPolicy.held(laptop.state()).map(held -> held.policy().revision());
  }

  @Test
  void a_policy_that_a_pinned_key_signed_is_in_force_from_the_next_cycle_on() throws IOException {
    var laptop = enrolled();
    central.policies.have(payload(7));
    String agent = reported(laptop);
    assertTrue(agent.contains("\"policyRevision\":7,\"policySource\":\"central\""), agent);
    assertEquals(1, asked(), "and is not asked for again");
    assertEquals("central", laptop.status().judged().from());
    central.policies.have(payload(8));
    assertTrue(reported(laptop).contains("\"policyRevision\":8"));
    assertEquals(2, asked());
  }

  private void keptOut(Laptop laptop, String why) throws IOException {
    long before = asked();
    String agent = reported(laptop);
    assertTrue(agent.contains("\"policyRefused\":{\"revision\":"), agent);
    assertTrue(agent.contains(why), agent);
    assertTrue(agent.contains("\"policyRevision\":7,\"policySource\":\"central\""), agent);
    assertEquals(before + 1, asked(), "and is not fetched again and again");
    assertTrue(laptop.status().judged().keptOut().orElseThrow().contains(why));
    assertEquals(Optional.of(7), held(laptop));
  }

  @Test
  void what_may_not_be_taken_is_kept_out_and_told_and_the_held_one_stays() throws IOException {
    var laptop = enrolled();
    central.policies.have(payload(7));
    reported(laptop);
    central.policies.have(payload("Mallory Ltd", 8, RULE, ""));
    keptOut(laptop, "another organisation's");
    central.policies.have(payload(6));
    keptOut(laptop, "revision 6 is not after 7");
    for (String rule :
        List.of(
            "{\"check\": \"firewall\", \"severity\": \"high\", \"program\": \"/bin/sh\"}",
            "{\"check\": \"vpn\", \"severity\": \"high\", \"path\": \"/etc/shadow\"}",
            "{\"check\": \"hosts-file\", \"severity\": \"low\", \"script\": \"rm -rf /\"}")) {
      central.policies.have(payload("Acme Dental", 9, rule, ""));
      keptOut(laptop, "there is no such setting");
    }
    central.policies.have(
        payload("Acme Dental", 10, "{\"check\": \"karma\", \"severity\": \"low\"}", ""));
    keptOut(laptop, "unknown check");
    central.policies.have(
        payload("Acme Dental", 11, RULE, "").replace("{\"revision\": 11", "{\"revision\": 12"));
    keptOut(laptop, "within and");
    central.policies.have("\u0000 not JSON");
    keptOut(laptop, "not understood");
    central.policies.text("x".repeat(300_000), "sha256:" + "a".repeat(43));
    keptOut(laptop, "longer than 256 KiB");
    central.policies.otherKey();
    central.policies.have(payload(13));
    keptOut(laptop, "no key that was pinned");
  }

  @Test
  void a_later_one_that_may_be_taken_ends_the_complaint() throws IOException {
    var laptop = enrolled();
    central.policies.have(payload("Mallory Ltd", 8, RULE, ""));
    assertTrue(reported(laptop).contains("policyRefused"));
    central.policies.have(payload(9));
    String agent = reported(laptop);
    assertTrue(!agent.contains("policyRefused") && agent.contains("\"policyRevision\":9"), agent);
  }

  @Test
  void keys_that_a_signed_policy_names_are_pinned_instead() throws IOException {
    var laptop = enrolled();
    central.policies.have(payload(7));
    reported(laptop);
    var other = new TestCentral(clock::instant);
    other.close();
    String key = other.policies.otherKey();
    central.policies.have(payload("Acme Dental", 8, RULE, ", \"keys\": [" + key + "]"));
    reported(laptop);
    assertEquals(Optional.of(8), held(laptop), "still verified, by the key that signed it");
    central.policies.have(payload(9));
    assertTrue(reported(laptop).contains("no key that was pinned"), "the old key is none now");
    assertEquals(Optional.of(8), held(laptop));
  }

  @Test
  void a_policy_that_rots_on_the_disk_or_is_exchanged_there_is_not_in_force() throws IOException {
    var laptop = enrolled();
    central.policies.have(payload(7));
    reported(laptop);
    Path file = laptop.state().resolve("policy.json");
    String text = Files.readString(file);
    String forged =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(payload(8).getBytes(StandardCharsets.UTF_8));
    for (String damaged :
        List.of(
            "",
            "{}",
            text.substring(0, 90),
            text.replaceFirst("\"payload\": \"[^\"]*\"", "\"payload\": \"" + forged + "\""))) {
      Files.writeString(file, damaged);
      assertEquals(Optional.empty(), held(laptop));
    }
    cycle(laptop);
    assertEquals(Optional.of(7), held(laptop), "it is fetched anew");
    assertEquals(
        "rw-------",
        java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void without_a_policy_at_central_nothing_is_asked() throws IOException {
    var laptop = enrolled();
    cycle(laptop);
    assertEquals(0, asked());
    assertEquals("built-in", laptop.status().judged().from());
  }
}
