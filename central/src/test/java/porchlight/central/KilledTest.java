package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.NewToken;
import porchlight.central.signing.Digests;

/**
 * Central as a process of its own, killed after its commit and before its answer arrives: the
 * sender cannot know, asks again, and nothing is lost, doubled or used up twice.
 */
class KilledTest {
  private static final String CONTENT = Samples.content("LT", "safe", 90, "firewall:pass:high");
  private Path folder;
  private Path ledger;
  private Process process;

  @BeforeEach
  void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    ledger = folder.resolve("ledger.sqlite");
    process = serve();
  }

  @AfterEach
  void stop() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private Process serve() throws Exception {
    Path ready = folder.resolve("ready.json");
    Files.deleteIfExists(ready);
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "porchlight.central.Main",
                "serve",
                "--listen",
                "127.0.0.1:0",
                "--ready-file",
                ready.toString()));
    line.addAll(Books.options(folder));
    Process started =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();
    while (!Files.exists(ready)) {
      assertTrue(started.isAlive(), () -> "central ended: " + out());
      Thread.sleep(20);
    }
    return started;
  }

  /** What this class sees, also where a launcher of tests has a class loader of its own. */
  private static String classPath() {
    return KilledTest.class.getClassLoader() instanceof URLClassLoader loader
        ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(":"))
        : System.getProperty("java.class.path");
  }

  private String out() {
    try {
      return Files.readString(folder.resolve("out.txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private String address() throws IOException {
    return Samples.parse(Files.readString(folder.resolve("ready.json"))).path("address").asText();
  }

  private String token() {
    String token = "porch_" + UUID.randomUUID();
    try (Ledger opened = Ledger.open(Books.of(folder), 1)) {
      opened.issue(
          new NewToken(
              UUID.randomUUID().toString(),
              "Acme Dental",
              Digests.ofText(token),
              2,
              Instant.now().plusSeconds(9999),
              false,
              Instant.now()));
    }
    return token;
  }

  private interface Sends {
    Laptop.Request request();
  }

  /**
   * Sends a request whose answer never arrives: central dies as soon as {@code committed} counts
   * one. It is then asked again, after a restart.
   */
  private HttpResponse<String> lose(Laptop laptop, String committed, Sends sends) throws Exception {
    try (Snatcher snatcher =
        new Snatcher(
            URI.create(address()).getPort(),
            () -> Tables.count(ledger, committed) == 1,
            () -> process.destroyForcibly().waitFor())) {
      laptop.base = "http://127.0.0.1:" + snatcher.port();
      assertThrows(IOException.class, () -> sends.request().trySend());
    }
    assertTrue(!process.isAlive() && process.exitValue() == 137, "killed");
    process = serve();
    laptop.base = address();
    return sends.request().send();
  }

  @Test
  void a_report_is_stored_once_and_an_enrolment_pays_once() throws Exception {
    Laptop laptop = new Laptop(address(), InstantSource.system());
    String token = token();
    HttpResponse<String> identity =
        lose(laptop, "select count(*) from device", () -> laptop.enroll(token, "LT-1"));
    assertEquals(200, identity.statusCode(), "it had been enrolled");
    laptop.device = Samples.parse(identity.body()).path("device").asText();
    assertEquals(1, Tables.count(ledger, "select uses_left from token"));
    assertEquals(1, Tables.count(ledger, "select count(*) from device"));

    laptop.sequence = 1;
    String id = UUID.randomUUID().toString();
    String report = Samples.full(laptop.head(id), CONTENT);
    HttpResponse<String> answer =
        lose(laptop, "select count(*) from report", () -> laptop.report(id, report));
    assertEquals(200, answer.statusCode());
    assertEquals(1, Tables.count(ledger, "select count(*) from report"));
    assertEquals(1, Tables.count(ledger, "select received from device"));
  }

  @Test
  void a_key_that_was_taken_is_taken_again_and_a_goodbye_was_said() throws Exception {
    Laptop laptop = Laptop.enrolled(address(), InstantSource.system(), token(), "LT-1");
    KeyPair next = Laptop.newKeys();
    HttpResponse<String> rekeyed =
        lose(
            laptop,
            "select count(*) from device where next_key_id is not null",
            () -> laptop.rekey(next));
    assertEquals(200, rekeyed.statusCode());
    KeyPair old = laptop.keys;
    laptop.keys = next;
    String id = UUID.randomUUID().toString();
    laptop.sequence = 1;
    String report = Samples.full(laptop.head(id), CONTENT);
    HttpResponse<String> answer =
        lose(laptop, "select count(*) from report", () -> laptop.report(id, report));
    assertEquals(200, answer.statusCode(), "the new key is in force, the report was stored");
    laptop.keys = old;
    Answers.refused(401, "unknown-key", laptop.rekey(next));
    laptop.keys = next;
    HttpResponse<String> gone =
        lose(
            laptop,
            "select count(*) from device where standing = 'retired'",
            () -> laptop.goodbye("uninstalled"));
    assertEquals(410, gone.statusCode());
  }

  @Test
  void a_clone_that_was_given_an_identity_is_given_it_again() throws Exception {
    Laptop laptop = Laptop.enrolled(address(), InstantSource.system(), token(), "LT-1");
    laptop.full(CONTENT).send();
    Laptop copy = laptop.copy();
    copy.sequence = 1;
    copy.full(CONTENT).send();
    laptop.sequence = 2;
    laptop.full(CONTENT).send();
    copy.sequence = 4;
    String id = UUID.randomUUID().toString();
    String report = Samples.full(copy.head(id), CONTENT);
    HttpResponse<String> told =
        lose(copy, "select count(*) from clone", () -> copy.report(id, report));
    assertEquals("cloned", Answers.code(told));
    KeyPair old = copy.keys;
    copy.keys = Laptop.newKeys();
    HttpResponse<String> made =
        lose(
            copy,
            "select count(*) from device where cloned_from is not null",
            () -> copy.enrollAsCloneOf(laptop.device, old));
    assertEquals(200, made.statusCode(), made.body());
    assertEquals(2, Tables.count(ledger, "select count(*) from device"));
  }
}
