package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Central as a process of its own, killed after its commit and before its answer arrives: the
 * sender cannot know, asks again, and nothing is lost, doubled or used up twice.
 */
class KilledTest {
  private static final String CONTENT = Samples.content("LT", "safe", 90, "firewall:pass:high");
  private Path folder;
  private Path ledger;
  private Spawned central;

  @BeforeEach
  void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    ledger = folder.resolve("ledger.sqlite");
    central = Spawned.serve(folder);
  }

  @AfterEach
  void stop() {
    central.close();
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
            URI.create(central.address()).getPort(),
            () -> Tables.count(ledger, committed) == 1,
            () -> central.kill())) {
      laptop.base = "http://127.0.0.1:" + snatcher.port();
      assertThrows(IOException.class, () -> sends.request().trySend());
    }
    assertTrue(central.wasKilled());
    central = Spawned.serve(folder);
    laptop.base = central.address();
    return sends.request().send();
  }

  @Test
  void a_report_is_stored_once_and_an_enrolment_pays_once() throws Exception {
    Laptop laptop = new Laptop(central.address(), InstantSource.system());
    String token = Books.token(folder, "Acme Dental");
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
    Laptop laptop =
        Laptop.enrolled(
            central.address(), InstantSource.system(), Books.token(folder, "Acme Dental"), "LT-1");
    KeyPair next = LaptopKeys.make();
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
    Laptop laptop =
        Laptop.enrolled(
            central.address(), InstantSource.system(), Books.token(folder, "Acme Dental"), "LT-1");
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
    copy.keys = LaptopKeys.make();
    HttpResponse<String> made =
        lose(
            copy,
            "select count(*) from device where cloned_from is not null",
            () -> copy.enrollAsCloneOf(laptop.device, old));
    assertEquals(200, made.statusCode(), made.body());
    assertEquals(2, Tables.count(ledger, "select count(*) from device"));
  }
}
