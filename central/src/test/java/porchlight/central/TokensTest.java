package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens from the command line, and a person's approval, over real HTTP. */
class TokensTest extends OneCentral {
  private static final String CONTENT = Samples.content("LT", "safe", 90, "firewall:pass:high");

  @BeforeEach
  void today() {
    running.now = Instant.now();
  }

  private String token(String... more) {
    List<String> line = new ArrayList<>(List.of("token", "add", "--organisation", "Acme Dental"));
    line.addAll(List.of(more));
    return running.command(line.toArray(String[]::new));
  }

  private Laptop stranger() {
    return new Laptop(running.central.url(), running.clock);
  }

  @Test
  void a_token_is_printed_once_listed_by_another_name_and_revoked_by_it() {
    String token = token("--uses", "3");
    assertEquals(201, stranger().enroll(token, "LT-1").send().statusCode());
    String list = running.command("token", "list");
    assertFalse(list.contains(token), "the token itself is not kept");
    assertTrue(list.contains("open") && list.contains("2 left") && list.contains("Acme Dental"));
    String id = list.split(" ", 2)[0];
    assertEquals(1, running.exit("token", "revoke", "--id", "nonsense"));
    assertEquals(0, running.exit("token", "revoke", "--id", id));
    Answers.refused(401, "bad-token", stranger().enroll(token, "LT-2"));
    assertTrue(running.command("token", "list").contains("revoked"));
  }

  @Test
  void one_use_is_one_laptop_however_many_ask_at_once() throws Exception {
    String token = token("--uses", "2");
    List<Callable<Integer>> crowd = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Laptop laptop = stranger();
      crowd.add(() -> laptop.enroll(token, "LT").send().statusCode());
    }
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> answer : threads.invokeAll(crowd)) {
        answers.add(answer.get());
      }
    }
    assertEquals(2, answers.stream().filter(code -> code == 201).count(), answers.toString());
    assertEquals(10, answers.stream().filter(code -> code == 401).count(), answers.toString());
  }

  @Test
  void who_waits_for_approval_gets_no_identity_and_is_not_heard() {
    String token = token("--approval", "yes");
    Laptop laptop = stranger();
    HttpResponse<String> answer = laptop.enroll(token, "LT-1").send();
    assertEquals(202, answer.statusCode());
    JsonNode body = Samples.parse(answer.body());
    assertTrue(body.path("pending").asBoolean());
    assertFalse(body.has("device") || body.has("policyKeys"));
    assertEquals(900, body.path("nextReportSeconds").intValue());
    assertEquals(202, laptop.enroll(token, "LT-1").send().statusCode(), "and asks again");
    JsonNode device = running.json("/v1/devices").path("devices").path(0);
    assertEquals("pending", device.path("standing").asText());
    laptop.device = device.path("id").asText();
    Answers.refused(401, "unknown-key", laptop.full(CONTENT));
    Answers.refused(401, "unknown-key", laptop.policy());
    String page = running.page("/devices/" + laptop.device).body();
    assertTrue(page.contains("device approve --device " + laptop.device), page);

    String list = running.command("device", "list", "--organisation", "Acme Dental");
    assertTrue(list.contains("pending"), list);
    String events = "/v1/exports/events.csv";
    assertFalse(running.page(events).body().contains("device.enrolled"), "it only waits");
    assertEquals(0, running.exit("device", "approve", "--device", laptop.device));
    assertEquals(1, running.exit("device", "approve", "--device", laptop.device), "once");
    assertEquals(2, running.page(events).body().split("device.enrolled", -1).length);
    HttpResponse<String> identity = laptop.enroll(token, "LT-1").send();
    assertEquals(200, identity.statusCode());
    assertEquals(laptop.device, Samples.parse(identity.body()).path("device").asText());
    assertEquals(202, laptop.full(CONTENT).send().statusCode());
  }

  @Test
  void an_approval_outlives_its_token_and_a_refusal_is_final() {
    String token = token("--approval", "yes", "--uses", "2", "--days", "1");
    Laptop wanted = stranger();
    Laptop unwanted = stranger();
    wanted.enroll(token, "LT-1").send();
    unwanted.enroll(token, "LT-2").send();
    running.now = running.now.plus(Duration.ofDays(2));
    for (JsonNode device : running.json("/v1/devices").path("devices")) {
      String what = device.path("name").asText().equals("LT-1") ? "approve" : "revoke";
      assertEquals(0, running.exit("device", what, "--device", device.path("id").asText()));
    }
    assertEquals(200, wanted.enroll(token, "LT-1").send().statusCode());
    Answers.refused(403, "revoked", unwanted.enroll(token, "LT-2"));
  }

  @Test
  void an_approval_in_the_middle_of_many_questions_makes_one_device() throws Exception {
    String token = token("--approval", "yes");
    Laptop laptop = stranger();
    laptop.enroll(token, "LT-1").send();
    String id = running.json("/v1/devices").path("devices").path(0).path("id").asText();
    List<Callable<String>> crowd = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      boolean decides = i == 7 || i == 8;
      crowd.add(() ->
          decides
              ? "exit " + running.exit("device", "approve", "--device", id)
              : Samples.parse(laptop.enroll(token, "LT-1").send().body())
                  .path("device")
                  .asText("waits"));
    }
    Set<String> answers = new HashSet<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> answer : threads.invokeAll(crowd)) {
        answers.add(answer.get());
      }
    }
    assertTrue(Set.of("waits", id, "exit 0", "exit 1").containsAll(answers), answers.toString());
    assertTrue(answers.containsAll(Set.of("exit 0", "exit 1")), "approved once");
    assertEquals(1, running.json("/v1/devices").path("devices").size());
  }

  @Test
  void a_reinstalled_laptop_is_suggested_and_merged_by_a_person_only() throws IOException {
    Laptop before = running.laptop("Acme Dental", "LT-0042");
    before.full(CONTENT).send();
    running.now = running.now.plusSeconds(3600);
    Laptop elsewhere = running.laptop("Cedar Legal", "LT-0042");
    Laptop after = running.laptop("Acme Dental", "LT-0042 new");
    JsonNode device = running.device(after);
    assertEquals(before.device, device.path("looksLike").asText());
    assertFalse(running.device(elsewhere).has("looksLike"), "another client's is none of ours");
    String merge = "merge --old " + before.device + " --new " + after.device;
    assertTrue(running.page("/devices/" + after.device).body().contains(merge));
    assertEquals(202, before.full(CONTENT).send().statusCode(), "nothing happens by itself");
    assertFalse(running.device(after).has("looksLike"), "it lives: it cannot be the same");

    assertEquals(1, running.exit("device", "merge", "--old", after.device, "--new", after.device));
    assertEquals(
        1, running.exit("device", "merge", "--old", before.device, "--new", elsewhere.device));
    assertEquals(0, running.exit("device", "merge", "--old", before.device, "--new", after.device));
    Answers.refused(410, "retired", before.full(CONTENT));
    after.goodbye("uninstalled").send();
    running.now = running.now.plusSeconds(3600);
    Laptop again = running.laptop("Acme Dental", "LT-0042 newer");
    assertEquals(after.device, running.device(again).path("looksLike").asText());
    assertEquals(after.device, running.device(before).path("mergedInto").asText());
    assertTrue(
        running.page("/devices/" + after.device).body().contains("/devices/" + before.device));
  }
}
