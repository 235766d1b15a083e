package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another client, in another language, that knows nothing but protocol.md: it is all that a
 * newcomer needs.
 */
class PythonLaptopIT {
  private static final Path CLIENT = Path.of("src/test/python/laptop.py").toAbsolutePath();
  private static final String SAFE = Samples.content("PY-0001", "safe", 100, "firewall:pass:high");

  @TempDir Path folder;
  private Running running;
  private String content = SAFE;

  @BeforeEach
  void begin() throws Exception {
    assumeTrue(
        new ProcessBuilder("python3", "-c", "import cryptography").start().waitFor() == 0,
        "needs python3 and python3-cryptography");
    running = new Running(folder.resolve("data"), 100);
    Files.writeString(folder.resolve("token"), running.token("Acme Dental", 1));
  }

  @AfterEach
  void end() {
    if (running != null) {
      running.close();
    }
  }

  private JsonNode turn() throws Exception {
    return turnOf("laptop");
  }

  /** One turn of the laptop in that folder; what it knows after it. */
  private JsonNode turnOf(String laptop, String... atOnce) throws Exception {
    Files.writeString(folder.resolve("content"), content);
    Files.createDirectories(folder.resolve(laptop));
    Path out = folder.resolve("out");
    var command =
        new ArrayList<>(
            List.of(
                "python3",
                CLIENT.toString(),
                running.central.url(),
                folder.resolve(laptop).toString(),
                folder.resolve("token").toString(),
                folder.resolve("content").toString()));
    command.addAll(List.of(atOnce));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    String said = Files.readString(out);
    assertEquals(0, process.exitValue(), said);
    return Samples.parse(said);
  }

  /** The reports in the ledger by sequence number: full or unchanged. */
  private List<String> ledger() throws Exception {
    var kinds = new ArrayList<String>();
    try (var books = Books.open(running.folder);
        var rows =
            books
                .createStatement()
                .executeQuery("select sequence, content from report order by sequence")) {
      while (rows.next()) {
        kinds.add(rows.getLong(1) + (rows.getString(2) == null ? " unchanged" : " full"));
      }
    }
    return kinds;
  }

  @Test
  void a_page_is_all_it_takes() throws Exception {
    assertTrue(Files.readAllLines(CLIENT).size() <= 150, "an afternoon's work");
    JsonNode first = turn();
    assertEquals("Acme Dental", first.path("organisation").asText());
    turn();
    content = Samples.content("PY-0001", "unsafe", 20, "firewall:fail:high");
    turn();
    turn();
    assertEquals(List.of("1 full", "2 unchanged", "3 full", "4 unchanged"), ledger());
    JsonNode device = running.json("/v1/devices/" + first.path("device").asText());
    assertEquals("unsafe", device.path("answer").asText());
    assertEquals(0, device.path("missing").asInt());
  }

  @Test
  void what_could_not_be_sent_waits_and_is_sent_later() throws Exception {
    turn();
    String url = running.central.url();
    running.central.close();
    assertEquals(1, turn().path("failures").asInt());
    assertEquals(2, turn().path("waiting").size(), "its own wait is kept");
    running.central = running.start(100);
    assertNotEquals(url, running.central.url());
    assertEquals(0, turnOf("laptop", "at-once").path("waiting").size());
    assertEquals(List.of("1 full", "2 unchanged", "3 unchanged", "4 unchanged"), ledger());
  }

  @Test
  void a_policy_is_taken_when_it_is_central_s_and_newer() throws Exception {
    assertEquals(0, turn().path("policy").path("revision").asInt());
    policy(2);
    assertEquals(2, turn().path("policy").path("revision").asInt());
    policy(5);
    JsonNode held = turn().path("policy");
    assertEquals(5, held.path("revision").asInt());
    assertEquals(held, turn().path("policy"));
    assertEquals(4, ledger().size());
  }

  private void policy(int revision) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("policy.json"),
            "{\"revision\": "
                + revision
                + ", \"rules\": [{\"check\": \"firewall\", \"severity\": \"high\"}]}");
    running.command("policy", "set", "--organisation", "Acme Dental", "--file", file.toString());
  }

  @Test
  void it_changes_its_key_when_asked() throws Exception {
    JsonNode first = turn();
    running.command("device", "rotate", "--device", first.path("device").asText());
    JsonNode second = turn();
    assertNotEquals(first.path("key"), second.path("key"));
    JsonNode third = turn();
    assertEquals(second.path("key"), third.path("key"));
    assertEquals(first.path("device"), third.path("device"));
    assertEquals(3, ledger().size());
  }

  @Test
  void a_disk_that_was_set_back_loses_nothing() throws Exception {
    turn();
    Path backup = Files.createDirectory(folder.resolve("backup"));
    for (String name : List.of("state.json", "key.pem")) {
      Files.copy(folder.resolve("laptop").resolve(name), backup.resolve(name));
    }
    turn();
    turn();
    JsonNode restored = turnOf("backup");
    assertEquals(0, restored.path("refused").size(), restored.toString());
    assertEquals(0, restored.path("waiting").size(), restored.toString());
    assertEquals(4, ledger().size());
    assertEquals(4, restored.path("sequence").asInt());
  }

  @Test
  void who_is_revoked_falls_silent() throws Exception {
    JsonNode first = turn();
    running.command("device", "revoke", "--device", first.path("device").asText());
    assertEquals("revoked", turn().path("stopped").asText());
    assertEquals("revoked", turnOf("laptop", "at-once").path("stopped").asText());
    assertEquals(1, ledger().size());
  }

  @Test
  void where_a_person_approves_it_asks_until_one_has() throws Exception {
    Files.writeString(
        folder.resolve("token"),
        running.command("token", "add", "--organisation", "Acme Dental", "--approval", "yes"));
    assertTrue(turn().path("device").isMissingNode());
    String device = running.command("device", "list").lines().toList().getLast().split(" ", 2)[0];
    running.command("device", "approve", "--device", device);
    running.now = running.now.plus(Duration.ofHours(1));
    assertEquals(device, turnOf("laptop", "at-once").path("device").asText());
    assertEquals(List.of("1 full"), ledger());
  }
}
