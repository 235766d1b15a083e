package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.daemon.worker.Enroll;
import porchlight.json.EnrolmentJson.Hints;
import porchlight.json.Progress;
import porchlight.json.tree.Json;
import porchlight.uplink.Enrolment.Result;

class EnrolmentTest {
  private final Fixed clock = Fixed.now();
  private final TestCentral central;
  @TempDir Path folder;

  EnrolmentTest() throws IOException {
    central = new TestCentral(clock::instant);
  }

  @BeforeEach
  void seed() throws IOException {
    Files.writeString(token(), "  " + TestCentral.TOKEN + "\n");
  }

  @AfterEach
  void nothingWasOutOfOrder() {
    central.close();
    assertEquals(List.of(), central.faults());
  }

  private Path token() {
    return folder.resolve("token");
  }

  private StateFolder state() {
    return new StateFolder(folder.resolve("state"));
  }

  private Result enrol() throws IOException {
    return enrol(central.url());
  }

  private Result enrol(URI server) throws IOException {
    var hints = new Hints(Optional.of("LT-0042"), Optional.empty(), Optional.of("sha256:ab"));
    return Enroll.run(applicant(hints), server, token());
  }

  private Enrolment.Applicant applicant(Hints hints) {
    return new Enrolment.Applicant(
        state(), "0.1.0", hints, clock.outside(), new Skew(Optional.empty()));
  }

  private Enrolment.Member member() throws IOException {
    return Enrolment.current(state()).orElseThrow();
  }

  private Progress progress() throws IOException {
    return Progress.of(Files.readString(state().delivery()));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void a_token_makes_this_laptop_known_and_is_gone_then() throws IOException {
    var done = assertInstanceOf(Result.Done.class, enrol());
    assertEquals("Acme Dental", done.identity().organisation());
    assertEquals(900, done.nextReportSeconds());
    assertEquals(done.identity(), member().identity());
    assertFalse(Files.exists(token()));
    var request = central.taken().get(0).json();
    assertEquals(Optional.of(TestCentral.TOKEN), request.text("token"));
    assertEquals(
        Optional.of("LT-0042"),
        request.get("hints").flatMap(Json::asObject).flatMap(hints -> hints.text("name")));
    assertEquals("rwx------", mode(state().path()));
    try (var files = Files.walk(state().path())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertEquals("rw-------", mode(file), file.toString());
        assertFalse(Files.readString(file).contains(TestCentral.TOKEN), file.toString());
      }
    }
  }

  @Test
  void when_the_answer_is_lost_the_next_try_is_the_same_device_and_uses_no_second_token()
      throws IOException {
    central.say(); // none in line: central answers by itself
    assertInstanceOf(Result.Done.class, enrol());
    var first = member().identity();
    // As if the power had gone before the answer was kept.
    Files.delete(state().identity());
    seed();
    assertInstanceOf(Result.Done.class, enrol());
    assertEquals(first, member().identity());
    assertEquals(1, central.tokenUses());
    assertFalse(Files.exists(token()));
  }

  @Test
  void a_failure_keeps_the_token_and_the_key() throws IOException {
    central.say(
        Canned.problem(401, "bad-token"),
        new Canned(200, "<html>Welcome</html>", Map.of()),
        Canned.problem(429, "slow-down").with("Retry-After", "33"));
    assertEquals("401 bad-token: as told", failed(enrol()).why());
    String key = Files.readString(state().key());
    assertEquals("answered 200, not as central does", failed(enrol()).why());
    assertEquals(33, failed(enrol()).after().toSeconds());
    assertEquals(key, Files.readString(state().key()));
    assertTrue(Files.exists(token()));
    assertEquals(Optional.empty(), Enrolment.current(state()));
    assertInstanceOf(Result.Done.class, enrol());
  }

  private static Result.Failed failed(Result result) {
    return assertInstanceOf(Result.Failed.class, result);
  }

  @Test
  void without_a_token_file_nothing_is_sent() throws IOException {
    Files.delete(token());
    var result = Enrolment.enrol(applicant(Hints.NONE), central.url(), token());
    assertTrue(failed(result).why().startsWith("there is no enrolment token file"));
    assertEquals(List.of(), central.taken());
    assertFalse(Files.exists(state().path()));
  }

  @Test
  void what_is_no_token_is_not_sent() throws IOException {
    for (String text : List.of("", "  \n", "two words", "x".repeat(600), "caf\u00e9", "a\u0000b")) {
      Files.writeString(token(), text);
      String message = String.valueOf(assertThrows(IOException.class, this::enrol).getMessage());
      assertTrue(text.isBlank() || !message.contains(text), "the message must not show it");
    }
    assertEquals(List.of(), central.taken());
  }

  @Test
  void a_dismissed_device_comes_back_as_another_and_leaves_what_was_waiting() throws IOException {
    enrol();
    var before = member().identity();
    Durable.write(
        state().delivery(),
        progress().sending(sending -> sending.stopped("403 revoked", Optional.empty())).text());
    new Sequence(state().sequence(), before.device()).used(42);
    var spool = new Spool(state(), Spool.Bounds.USUAL, line -> {});
    spool.add(new Spooled(42, clock.instant(), Spooled.Kind.FULL, UUID.randomUUID()), "{}");
    seed();
    assertInstanceOf(Result.Done.class, enrol());
    assertNotEquals(before.device(), member().identity().device());
    assertNotEquals(before.keyId(), member().identity().keyId());
    assertEquals(List.of(), spool.newestFirst());
    assertEquals(1, new Sequence(state().sequence(), member().identity().device()).after(0));
    assertEquals(Optional.empty(), progress().sending().stopped());
  }

  @Test
  void a_move_to_another_central_that_fails_leaves_the_old_one_in_use() throws IOException {
    enrol();
    var before = member().identity();
    seed();
    try (var other = new TestCentral(clock::instant)) {
      other.say(Canned.problem(401, "bad-token"));
      assertInstanceOf(Result.Failed.class, enrol(other.url()));
      assertEquals(before, member().identity());
      assertInstanceOf(Result.Done.class, enrol(other.url()));
      assertEquals(other.url(), member().identity().server());
      assertNotEquals(before.keyId(), member().identity().keyId());
      assertEquals(List.of(), other.faults());
    }
  }

  @Test
  void a_damaged_key_or_identity_means_not_enrolled() throws IOException {
    enrol();
    String identity = Files.readString(state().identity());
    String key = Files.readString(state().key());
    for (String damaged : List.of("", "{}", "\0\0", identity.substring(0, 40))) {
      Files.writeString(state().identity(), damaged);
      assertEquals(Optional.empty(), Enrolment.current(state()));
    }
    Files.writeString(state().identity(), identity);
    assertTrue(Enrolment.current(state()).isPresent());
    for (String damaged : List.of("", key.substring(0, 90), key.replace('M', 'N'))) {
      Files.writeString(state().key(), damaged);
      assertEquals(Optional.empty(), Enrolment.current(state()));
    }
    DeviceKey.make(new SecureRandom()).save(state().key());
    assertEquals(Optional.empty(), Enrolment.current(state()), "another key");
  }

  @Test
  void a_key_says_nothing_of_its_secret() throws IOException {
    var key = DeviceKey.make(new SecureRandom());
    assertEquals("DeviceKey " + key.id(), key.toString());
    key.save(folder.resolve("key"));
    assertEquals(key.id(), DeviceKey.load(folder.resolve("key")).orElseThrow().id());
  }

  @Test
  void the_machine_hint_cannot_be_turned_back_and_is_always_the_same() {
    String hint = Enrolment.machineHint("0123456789abcdef0123456789abcdef\n");
    assertEquals(hint, Enrolment.machineHint("0123456789abcdef0123456789abcdef"));
    assertTrue(hint.matches("sha256:[0-9a-f]{32}"), hint);
    assertFalse(hint.contains("0123456789abcdef"));
  }
}
