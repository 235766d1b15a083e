package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.central.intake.Code;
import porchlight.central.reports.Word;
import porchlight.central.settings.Settings;

/** Walks every way to be refused; after each the ledger is, row by row, what it was. */
class RefusedTest {
  /**
   * Nonces are kept of refusals too, or they could be sent again; central's heart beats by itself.
   */
  private static final List<String> OWN = List.of("nonce", "meta");

  private static final String CONTENT = Samples.content("LT", "safe", 90, "firewall:pass:high");
  private final Set<String> seen = new TreeSet<>();
  private Path ledger;
  private Running running;
  private Laptop laptop;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    running = new Running(folder, 100, Settings.DEFAULTS.withLimits(20, 1000));
    ledger = folder.resolve("ledger.sqlite");
    laptop = running.laptop("Acme Dental", "LT-1");
    laptop.full(CONTENT).send();
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private void stores_nothing(String code, Laptop.Request request) throws SQLException {
    List<String> before = Tables.dump(ledger, OWN);
    HttpResponse<String> answer = request.send();
    assertEquals(code, Answers.code(answer), answer.body());
    assertEquals(
        Code.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')).status(),
        answer.statusCode());
    assertEquals(before, Tables.dump(ledger, OWN), code + " on " + request.path);
    seen.add(code);
  }

  @Test
  void every_refusal_stores_nothing() throws Exception {
    bodies();
    signatures();
    senders();
    numbers();
    enrolments();
    limits();
    // Who finds the queue full is GoodAmongBadTest's, what calls are answered CallTest's and
    // CallCheatsTest's.
    Set<String> all =
        EnumSet.complementOf(
                EnumSet.of(Code.UNAVAILABLE, Code.NO_VERIFICATION, Code.VERIFICATION_OVER))
            .stream()
            .map(Word::of)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(all, seen, "every code was met");
  }

  private void bodies() throws SQLException {
    for (Laptop.Request request :
        List.of(laptop.full(CONTENT), laptop.goodbye("shutdown"), laptop.rekey(laptop.keys))) {
      request.body = "{".getBytes(StandardCharsets.UTF_8);
      stores_nothing("malformed", request);
      request.headers.remove("content-digest");
      request.headers.remove("signature");
      request.headers.remove("signature-input");
      request.nonce = Laptop.nonce();
      request.body = "[]".getBytes(StandardCharsets.UTF_8);
      stores_nothing("invalid", request);
    }
    Laptop.Request large = laptop.full(CONTENT);
    large.body = new byte[300 * 1024];
    stores_nothing("too-large", large);
    stores_nothing("unsupported-media", laptop.full(CONTENT).header("content-type", "text/xml"));
    Laptop.Request spoilt = laptop.goodbye("uninstalled").sign();
    spoilt.body[3] ^= 1;
    stores_nothing("bad-digest", spoilt);
    stores_nothing("invalid", laptop.goodbye("forever"));
    stores_nothing(
        "invalid", laptop.full(CONTENT.replace("\"policyRevision\":3", "\"policyRevision\":-3")));
  }

  private void signatures() throws SQLException {
    for (Laptop.Request request :
        List.of(
            laptop.full(CONTENT),
            laptop.goodbye("uninstalled"),
            laptop.rekey(LaptopKeys.make()),
            laptop.policy())) {
      request.created -= 301;
      stores_nothing("clock", request);
    }
    for (Laptop.Request request :
        List.of(laptop.full(CONTENT), laptop.goodbye("uninstalled"), laptop.policy())) {
      request.header("signature", "porchlight=:" + "AAAA".repeat(20) + ":");
      stores_nothing("bad-signature", request);
    }
    Laptop.Request bye = laptop.goodbye("shutdown");
    assertEquals(200, bye.send().statusCode());
    stores_nothing("replayed", bye);
    Laptop.Request report = laptop.full(CONTENT);
    assertEquals(202, report.send().statusCode());
    stores_nothing("replayed", report);
    Laptop.Request elsewhere = laptop.goodbye("uninstalled");
    elsewhere.headers.putAll(report.headers);
    stores_nothing("bad-signature", elsewhere);
  }

  private void senders() throws IOException, SQLException {
    Laptop stranger = new Laptop(laptop.base, laptop.clock);
    stranger.device = laptop.device;
    for (Laptop.Request request :
        List.of(
            stranger.full(CONTENT),
            stranger.goodbye("uninstalled"),
            stranger.rekey(LaptopKeys.make()),
            stranger.policy())) {
      stores_nothing("unknown-key", request);
    }
    Laptop other = running.laptop("Acme Dental", "LT-2");
    String id = other.device;
    other.device = laptop.device;
    stores_nothing("invalid", other.full(CONTENT));
    stores_nothing("invalid", other.goodbye("uninstalled"));
    stores_nothing("invalid", other.rekey(LaptopKeys.make()));
    other.device = id;
    stores_nothing("invalid", other.rekey(laptop.keys));
    stores_nothing("no-policy", other.policy());
    assertEquals(200, other.rekey(LaptopKeys.make()).send().statusCode());
    stores_nothing("key-pending", other.rekey(LaptopKeys.make()));
    for (String standing : List.of("revoke", "retire")) {
      running.exit("device", standing, "--device", other.device);
      String code = standing + (standing.endsWith("e") ? "d" : "ed");
      stores_nothing(code, other.full(CONTENT));
      stores_nothing(code, other.goodbye("shutdown"));
      stores_nothing(code, other.rekey(LaptopKeys.make()));
      stores_nothing(code, other.policy());
      stores_nothing(code, other.enroll("porch_any", "x"));
    }
  }

  @Test
  void what_is_refused_leaves_no_nonce_behind() throws Exception {
    long before = Tables.count(ledger, "select count(*) from nonce");
    Laptop stranger = new Laptop(laptop.base, laptop.clock);
    Answers.refused(401, "bad-token", stranger.enroll("porch_never", "x"));
    laptop.sequence--;
    Answers.refused(409, "sequence-taken", laptop.full(CONTENT));
    Answers.refused(422, "invalid", laptop.goodbye("forever"));
    assertEquals(before, Tables.count(ledger, "select count(*) from nonce"));
  }

  @Test
  void a_number_that_would_leave_a_device_without_numbers_is_not_taken() throws Exception {
    laptop.sequence = 2_000_000;
    HttpResponse<String> answer = laptop.full(CONTENT).send();
    assertEquals("sequence-taken", Answers.code(answer));
    assertEquals(2, Samples.parse(answer.body()).path("nextSequence").longValue());
    String id = "0b9c0000-0000-4000-8000-000000000001";
    laptop.sequence = 2;
    laptop.report(id, Samples.full(laptop.head(id), CONTENT)).send();
    laptop.sequence = 1L << 50;
    assertEquals(
        200, laptop.report(id, Samples.full(laptop.head(id), CONTENT)).send().statusCode());
    laptop.sequence = 2;
    assertEquals(202, laptop.full(CONTENT).send().statusCode());
  }

  @Test
  void every_refusal_tells_the_time_and_no_number_of_a_signature_breaks_anything() {
    for (long created : List.of(0L, -1L, -62_000_000_000L, 99_999_999_999_999L)) {
      Laptop.Request wild = laptop.full(CONTENT);
      wild.created = created;
      HttpResponse<String> answer = wild.send();
      assertEquals("clock", Answers.code(answer), answer.body());
      assertTrue(Samples.parse(answer.body()).has("serverTime"));
    }
    for (Laptop.Request request :
        List.of(laptop.goodbye("forever"), laptop.policy(), laptop.full("{}"))) {
      assertTrue(Samples.parse(request.send().body()).has("serverTime"));
    }
  }

  private void numbers() throws IOException, SQLException {
    Laptop one = running.laptop("Acme Dental", "LT-3");
    Laptop copy = one.copy();
    one.full(CONTENT).send();
    stores_nothing("sequence-taken", copy.full(CONTENT));
    copy.full(CONTENT).send();
    stores_nothing("sequence-taken", one.full(CONTENT));
    one.full(CONTENT).send();
    stores_nothing("sequence-taken", copy.full(CONTENT));
    List<String> before = Tables.dump(ledger, List.of("nonce", "meta", "clone"));
    Laptop.Request turn = copy.full(CONTENT);
    Answers.refused(409, "cloned", turn);
    assertEquals(before, Tables.dump(ledger, List.of("nonce", "meta", "clone")));
    seen.add("cloned");
    Laptop again = copy.copy();
    again.boot = copy.boot;
    stores_nothing("cloned", again.full(CONTENT));
  }

  private void enrolments() throws SQLException {
    Laptop stranger = new Laptop(laptop.base, laptop.clock);
    stores_nothing("bad-token", stranger.enroll("porch_never", "x"));
    stores_nothing("bad-token", stranger.enrollAsCloneOf(laptop.device, laptop.keys));
    stores_nothing("bad-signature", stranger.enrollAsCloneOf(laptop.device, stranger.keys));
    Laptop.Request thief = laptop.enroll("porch_never", "x");
    thief.keyId = stranger.keyId();
    stores_nothing("bad-signature", thief);
    Laptop.Request late = stranger.enroll("porch_never", "x");
    late.created += Duration.ofHours(1).toSeconds();
    stores_nothing("clock", late);
  }

  private void limits() throws IOException, SQLException {
    Laptop fast = running.laptop("Acme Dental", "LT-4");
    for (Laptop.Request request :
        List.of(fast.full(CONTENT), fast.goodbye("uninstalled"), fast.rekey(LaptopKeys.make()))) {
      int admitted = 0;
      while (fast.policy().send().statusCode() != 429) {
        assertTrue(admitted++ < 400, "nobody is slowed down");
      }
      stores_nothing("slow-down", request);
    }
  }

  @Test
  void the_codes_are_those_of_the_protocol() throws IOException {
    String protocol = Files.readString(Path.of("../config/protocol.md"));
    List<String> missing =
        Arrays.stream(Code.values())
            .map(code -> "`" + Word.of(code) + "`")
            .filter(word -> !protocol.contains(word))
            .toList();
    assertEquals(List.of(), missing);
  }
}
