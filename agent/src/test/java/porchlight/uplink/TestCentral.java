package porchlight.uplink;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import porchlight.json.Schema;
import porchlight.json.tree.Json;

/**
 * A central over real HTTP, written from {@code config/protocol.md} alone: it shares nothing with
 * the code under test but the JSON tree. Answers are its own unless some were put in line.
 */
public final class TestCentral implements AutoCloseable {
  public static final String TOKEN = "tok-7Jq2vX0wK9";
  private final HttpServer server;
  private final Supplier<Instant> clock;
  private final Schema schema = new Schema();
  private final Queue<Canned> line = new ArrayDeque<>();
  private final Map<String, Canned> lineAt = new HashMap<>();
  private final List<Taken> taken = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final TestMembers members = new TestMembers(this);
  private final TestLedger ledger = new TestLedger(this, members);
  private String lastSeal = "";

  /** Its policy, and the keys that it signs and seals with. */
  public final TestPolicies policies = new TestPolicies();

  /** Cadence that it asks for. */
  public int nextReportSeconds = 900;

  /** Whether a person has yet to approve who enrols. */
  public boolean approvalMissing;

  /** How many may follow of those that wait. */
  public int more;

  private int answered;
  private int mute;

  /** Whether every answer asks for another key. */
  public boolean rotateKey;

  public TestCentral(Supplier<Instant> clock) {
    this(clock, 0);
  }

  /** One at that port; 0: any. */
  public TestCentral(Supplier<Instant> clock, int port) {
    this.clock = clock;
    server = listening(port);
    server.setExecutor(
        Executors.newCachedThreadPool(task -> {
          var thread = new Thread(task, "test-central");
          thread.setDaemon(true);
          return thread;
        }));
    server.createContext("/", this::serve);
    server.start();
  }

  private static HttpServer listening(int port) {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Puts an answer in line; each is given once, before it answers by itself again. */
  public synchronized void say(Canned... answers) {
    line.addAll(List.of(answers));
  }

  /** The same, for the next request to that path. */
  public synchronized void sayAt(String path, Canned answer) {
    lineAt.put(path, answer);
  }

  public synchronized List<Taken> taken() {
    return List.copyOf(taken);
  }

  public synchronized List<Json.Obj> storedReports() {
    return taken.stream()
        .filter(request -> request.path().equals("/v1/reports"))
        .map(Taken::json)
        .toList();
  }

  /** What no request of ours may do. */
  public synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  /** How many tokens were used up. */
  public synchronized int tokenUses() {
    return members.tokenUses();
  }

  /** From now on answers so many requests, and of those after it takes so many in silence. */
  public synchronized void muteAfter(int first, int silent) {
    answered = first;
    mute = silent;
  }

  /** Loses the full reports, as one would that was restored from an old copy. */
  public synchronized void forget() {
    ledger.forget();
  }

  /** The seal that the next answer gets. */
  public String sealOfNext(Canned answer, Runnable request) {
    say(answer);
    request.run();
    synchronized (this) {
      return lastSeal;
    }
  }

  /** No longer knows a key, as one would that was restored from an old copy. */
  public synchronized void forgetKey(String id) {
    members.forget(id);
  }

  /** The ids of the keys that it takes. */
  public synchronized Set<String> keysKnown() {
    return members.keys();
  }

  /** Every device that it has, by the key that it has now. */
  public synchronized Set<UUID> devicesKnown() {
    return members.devices();
  }

  /** The sequence numbers that it has of a device. */
  public synchronized List<Long> numbers(UUID device) {
    return ledger.numbers(device);
  }

  /** The ids of the reports that it has. */
  public synchronized Set<String> reports() {
    return ledger.reports();
  }

  /** What every device said last words for. */
  public synchronized Set<String> goodbyes() {
    return members.goodbyes();
  }

  /** Makes a device known without enrolment. */
  synchronized void know(DeviceKey key, UUID device) {
    members.know(key.id(), key.open(), device);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = Taken.of(exchange);
      taken.add(request);
      Canned answer;
      try {
        var told =
            Optional.ofNullable(lineAt.remove(request.path()))
                .or(() -> Optional.ofNullable(line.poll()));
        answer = told.isPresent() ? checked(request, told.get()) : answer(request);
      } catch (GeneralSecurityException | RuntimeException ours) {
        faults.add(String.valueOf(ours));
        answer = Canned.problem(500, "ours");
      }
      if (answered > 0) {
        answered--;
      } else if (mute > 0) {
        mute--;
        return; // the connection ends without an answer
      }
      policies
          .seal(request, answer)
          .ifPresent(seal -> {
            lastSeal = seal;
            exchange.getResponseHeaders().set("Porchlight-Seal", seal);
          });
      answer.to(exchange);
    }
  }

  /** A request must be in order also where the answer is put in line. */
  private Canned checked(Taken request, Canned answer) throws GeneralSecurityException {
    if (request.path().equals("/v1/reports")) {
      Optional<String> key = TestSignature.signer(request);
      key.flatMap(members::key)
          .ifPresent(known -> {
            try {
              if (!TestSignature.signed(request, known)) {
                faults.add("bad signature");
              }
            } catch (GeneralSecurityException wrong) {
              faults.add(String.valueOf(wrong));
            }
          });
      errors(request);
    }
    return answer;
  }

  private Canned answer(Taken request) throws GeneralSecurityException {
    return switch (request.path()) {
      case "/v1/enroll" -> members.enrol(request);
      case "/v1/reports" -> report(request);
      case "/v1/policy" -> policy(request);
      case "/v1/key" -> members.key(request);
      case "/v1/goodbye" -> goodbye(request);
      default -> Canned.problem(404, "none");
    };
  }

  private Canned report(Taken request) throws GeneralSecurityException {
    if (TestSignature.signer(request).flatMap(members::key).isEmpty()) {
      return Canned.problem(401, "unknown-key");
    }
    Optional<String> key = member(request);
    return key.isPresent()
        ? ledger.report(request, key.get())
        : fault(request, 401, "bad-signature");
  }

  private Canned goodbye(Taken request) throws GeneralSecurityException {
    Optional<String> key = member(request);
    return key.isPresent()
        ? members.goodbye(request, key.get())
        : fault(request, 401, "bad-signature");
  }

  private Canned policy(Taken request) throws GeneralSecurityException {
    return member(request).isPresent()
        ? policies.answer(request)
        : fault(request, 401, "bad-signature");
  }

  /** The key of who signed it; empty when nobody known did. */
  private Optional<String> member(Taken request) throws GeneralSecurityException {
    Optional<String> id = TestSignature.signer(request);
    Optional<PublicKey> key = id.flatMap(members::key);
    return key.isPresent() && TestSignature.signed(request, key.get()) ? id : Optional.empty();
  }

  /** Its answer to a report. */
  public synchronized Canned receipt(String id, boolean stored, boolean fullWanted) {
    return ledger.receipt(id, stored, fullWanted);
  }

  /** What the schema has against a request; each is a fault of whoever sent it. */
  List<String> errors(Taken request) {
    List<String> errors = schema.errors(request.text());
    faults.addAll(errors);
    return errors;
  }

  /** By its own clock. */
  Instant now() {
    return clock.get();
  }

  synchronized void fault(String what) {
    faults.add(what);
  }

  Canned fault(Taken request, int status, String code) {
    faults.add(code + " on " + request.path() + " " + request.headers());
    return Canned.problem(status, code);
  }
}
