package porchlight.uplink;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import porchlight.json.Jwk;
import porchlight.json.Schema;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;

/**
 * A central over real HTTP, written from {@code config/protocol.md} alone: it shares nothing with
 * the code under test but the JSON tree. Answers are its own unless some were put in line.
 */
public final class TestCentral implements AutoCloseable {
  public static final String TOKEN = "tok-7Jq2vX0wK9";
  private static final Pattern INPUT =
      Pattern.compile(
          "porchlight=(\\(([^)]*)\\);created=(\\d+);nonce=\"([A-Za-z0-9_-]{22,64})\";"
              + "keyid=\"([A-Za-z0-9_-]{43})\";alg=\"ecdsa-p256-sha256\")");

  private final HttpServer server;
  private final Supplier<Instant> clock;
  private final Schema schema = new Schema();
  private final Queue<Canned> line = new ArrayDeque<>();
  private final Map<String, Canned> lineAt = new HashMap<>();
  private final List<Taken> taken = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final Map<String, PublicKey> keys = new HashMap<>();
  private final Map<String, UUID> devices = new HashMap<>();
  private final Map<String, String> reports = new HashMap<>();
  private final Map<UUID, TreeMap<Long, String>> sequences = new HashMap<>();
  private final Map<String, String> before = new HashMap<>();
  private final Set<String> said = new HashSet<>();
  private DeviceKey policyKey = DeviceKey.make(new SecureRandom());
  private final List<DeviceKey> earlierPolicyKeys = new ArrayList<>();
  private String lastSeal = "";
  private Optional<String> policy = Optional.empty();
  private Optional<String> policyDigest = Optional.empty();
  private final Set<String> digests = new HashSet<>();
  private final Set<String> nonces = new HashSet<>();
  private int tokenUses;

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

  /** An answer put in line. */
  public record Canned(int status, String body, Map<String, String> headers) {
    public static Canned problem(int status, String code) {
      return new Canned(
          status,
          "{\"status\": " + status + ", \"code\": \"" + code + "\", \"detail\": \"as told\"}",
          Map.of("Content-Type", "application/problem+json"));
    }

    /** Said by somebody who reads along, and cannot seal it. */
    public Canned forged() {
      return with("Bare", "yes");
    }

    public Canned with(String name, String value) {
      var more = new HashMap<>(headers);
      more.put(name, value);
      return new Canned(status, body, more);
    }
  }

  /** A request as it came. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Taken(String path, Map<String, String> headers, byte[] body, String text) {
    public Json.Obj json() {
      try {
        return JsonText.parse(text).asObject().orElseThrow();
      } catch (JsonText.NotJson notJson) {
        throw new IllegalStateException(notJson);
      }
    }
  }

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
    return tokenUses;
  }

  /** From now on answers so many requests, and of those after it takes so many in silence. */
  public synchronized void muteAfter(int first, int silent) {
    answered = first;
    mute = silent;
  }

  /** Loses the full reports, as one would that was restored from an old copy. */
  public synchronized void forget() {
    digests.clear();
  }

  /** Has a policy of that payload, signed by the key that it has now. */
  public synchronized void policy(String payload) {
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    byte[] signed = ("porchlight-policy/1\n" + payload).getBytes(StandardCharsets.UTF_8);
    policyDigest = Optional.of("sha256:" + url(sha256(bytes)));
    policyDocument(
        url(bytes),
        policyKey.id(),
        url(Signature.sign(signed, policyKey.secret(), new SecureRandom())));
  }

  public synchronized void policyDocument(String payload, String keyId, String signature) {
    policy =
        Optional.of(
            "{\"payload\": \"%s\", \"keyid\": \"%s\", \"signature\": \"%s\"}"
                .formatted(payload, keyId, signature));
  }

  /** The same policy, signed by the keys before as well. */
  public synchronized void policyByAll(String payload) {
    policy(payload);
    byte[] signed = ("porchlight-policy/1\n" + payload).getBytes(StandardCharsets.UTF_8);
    var others = new ArrayList<String>();
    for (DeviceKey key : earlierPolicyKeys) {
      others.add(
          "{\"keyid\": \"%s\", \"signature\": \"%s\"}"
              .formatted(key.id(), url(Signature.sign(signed, key.secret(), new SecureRandom()))));
    }
    policy = policy.map(text -> text.replaceFirst("\\}$", ", \"others\": " + others + "}"));
  }

  /** Whatever is asked for as the policy. */
  public synchronized void policyText(String text, String digest) {
    policy = Optional.of(text);
    policyDigest = Optional.of(digest);
  }

  /** Another key for policies; answers it as JSON says it. */
  public synchronized String otherPolicyKey() {
    earlierPolicyKeys.add(policyKey);
    policyKey = DeviceKey.make(new SecureRandom());
    return jwk(policyKey);
  }

  private static String jwk(DeviceKey key) {
    return "{\"kty\": \"EC\", \"crv\": \"P-256\", \"x\": \"%s\", \"y\": \"%s\"}"
        .formatted(key.jwk().x(), key.jwk().y());
  }

  /** The key for policies, and for seals. */
  public synchronized Jwk policyJwk() {
    return policyKey.jwk();
  }

  /** The seal that the next answer gets. */
  public String sealOfNext(Canned answer, Runnable request) {
    say(answer);
    request.run();
    synchronized (this) {
      return lastSeal;
    }
  }

  private void seal(HttpExchange exchange, Taken request, Canned answer) {
    String signature = request.headers().getOrDefault("signature", "");
    if (answer.headers().containsKey("Bare") || signature.length() < 14) {
      return;
    }
    byte[] base =
        ("porchlight-answer/1\n"
                + signature.substring("porchlight=:".length(), signature.length() - 1)
                + "\n"
                + answer.status()
                + "\n"
                + answer.body())
            .getBytes(StandardCharsets.UTF_8);
    var seals = new ArrayList<String>();
    for (DeviceKey key : earlierPolicyKeys) {
      seals.add(key.id() + "=" + url(Signature.sign(base, key.secret(), new SecureRandom())));
    }
    seals.add(
        policyKey.id() + "=" + url(Signature.sign(base, policyKey.secret(), new SecureRandom())));
    lastSeal = String.join(", ", seals);
    exchange.getResponseHeaders().set("Porchlight-Seal", lastSeal);
  }

  /** No longer knows a key, as one would that was restored from an old copy. */
  public synchronized void forgetKey(String id) {
    keys.remove(id);
    devices.remove(id);
  }

  /** The ids of the keys that it takes. */
  public synchronized Set<String> keysKnown() {
    return Set.copyOf(keys.keySet());
  }

  /** Every device that it has, by the key that it has now. */
  public synchronized Set<UUID> devicesKnown() {
    return Set.copyOf(devices.values());
  }

  /** The sequence numbers that it has of a device. */
  public synchronized List<Long> numbers(UUID device) {
    return List.copyOf(sequences.getOrDefault(device, new TreeMap<>()).keySet());
  }

  /** The ids of the reports that it has. */
  public synchronized Set<String> reports() {
    return Set.copyOf(reports.keySet());
  }

  /** What every device said last words for. */
  public synchronized Set<String> goodbyes() {
    return Set.copyOf(said);
  }

  /** Makes a device known without enrolment. */
  synchronized void know(DeviceKey key, UUID device) {
    keys.put(key.id(), key.open());
    devices.put(key.id(), device);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      var headers = new HashMap<String, String>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) ->
              headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
      String path = exchange.getRequestURI().getPath();
      boolean packed = "gzip".equals(headers.get("content-encoding"));
      var request = new Taken(path, headers, body, packed ? unpacked(body) : text(body));
      taken.add(request);
      Canned answer;
      try {
        var told =
            Optional.ofNullable(lineAt.remove(path)).or(() -> Optional.ofNullable(line.poll()));
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
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      seal(exchange, request, answer);
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** A request must be in order also where the answer is put in line. */
  private Canned checked(Taken request, Canned answer) throws GeneralSecurityException {
    if (request.path().equals("/v1/reports")) {
      Optional<String> key = signer(request);
      key.flatMap(id -> Optional.ofNullable(keys.get(id)))
          .ifPresent(known -> {
            try {
              if (!signed(request, known)) {
                faults.add("bad signature");
              }
            } catch (GeneralSecurityException wrong) {
              faults.add(String.valueOf(wrong));
            }
          });
      faults.addAll(schema.errors(request.text()));
    }
    return answer;
  }

  private Canned answer(Taken request) throws GeneralSecurityException {
    return switch (request.path()) {
      case "/v1/enroll" -> enrol(request);
      case "/v1/reports" -> report(request);
      case "/v1/policy" -> policy(request);
      case "/v1/key" -> key(request);
      case "/v1/goodbye" -> goodbye(request);
      default -> Canned.problem(404, "none");
    };
  }

  private Canned enrol(Taken request) throws GeneralSecurityException {
    Json.Obj key = request.json().get("key").flatMap(Json::asObject).orElseThrow();
    PublicKey open = key(key.text("x").orElseThrow(), key.text("y").orElseThrow());
    String id = thumbprint(key.text("x").orElseThrow(), key.text("y").orElseThrow());
    if (!signer(request).equals(Optional.of(id)) || !signed(request, open)) {
      return fault(request, 401, "bad-signature");
    }
    if (devices.containsKey(id)) {
      return enrolled(200, id);
    }
    if (request.json().text("clonedFrom").isPresent()) {
      return clone(request, id, open);
    }
    if (!request.json().text("token").equals(Optional.of(TOKEN))) {
      return Canned.problem(401, "bad-token");
    }
    if (approvalMissing) {
      return new Canned(
          202,
          "{\"pending\": true, \"nextReportSeconds\": 900, \"serverTime\": \"%s\"}"
              .formatted(clock.get()),
          Map.of());
    }
    tokenUses++;
    keys.put(id, open);
    devices.put(id, UUID.randomUUID());
    return enrolled(201, id);
  }

  private Canned clone(Taken request, String id, PublicKey open) throws GeneralSecurityException {
    String from = request.json().text("clonedFrom").orElseThrow();
    byte[] text = ("porchlight-clone/1\n" + from + "\n" + id).getBytes(StandardCharsets.UTF_8);
    byte[] proof = Base64.getUrlDecoder().decode(request.json().text("proof").orElseThrow());
    boolean proven = false;
    for (var known : devices.entrySet()) {
      proven |=
          known.getValue().toString().equals(from)
              && keys.containsKey(known.getKey())
              && Signature.isBy(Objects.requireNonNull(keys.get(known.getKey())), text, proof);
    }
    if (!proven) {
      return fault(request, 401, "bad-signature");
    }
    keys.put(id, open);
    devices.put(id, UUID.randomUUID());
    return enrolled(201, id);
  }

  private Canned key(Taken request) throws GeneralSecurityException {
    String old = signer(request).orElseThrow();
    if (!keys.containsKey(old)) {
      return Canned.problem(401, "unknown-key");
    }
    Json.Obj key = request.json().get("key").flatMap(Json::asObject).orElseThrow();
    String id = thumbprint(key.text("x").orElseThrow(), key.text("y").orElseThrow());
    PublicKey open = key(key.text("x").orElseThrow(), key.text("y").orElseThrow());
    String device = request.json().text("device").orElseThrow();
    byte[] text = ("porchlight-key/1\n" + device + "\n" + old).getBytes(StandardCharsets.UTF_8);
    byte[] proof = Base64.getUrlDecoder().decode(request.json().text("proof").orElseThrow());
    if (!signed(request, keys.get(old)) || !Signature.isBy(open, text, proof)) {
      return fault(request, 401, "bad-signature");
    }
    keys.put(id, open);
    devices.put(id, Objects.requireNonNull(devices.get(old)));
    before.put(id, old);
    return new Canned(
        200,
        "{\"device\": \"%s\", \"keyId\": \"%s\", \"serverTime\": \"%s\"}"
            .formatted(device, id, clock.get()),
        Map.of());
  }

  private Canned goodbye(Taken request) throws GeneralSecurityException {
    String key = signer(request).orElseThrow();
    if (!keys.containsKey(key) || !signed(request, keys.get(key))) {
      return fault(request, 401, "bad-signature");
    }
    said.add(request.json().text("reason").orElseThrow());
    return new Canned(
        200,
        "{\"device\": \"%s\", \"serverTime\": \"%s\"}".formatted(devices.get(key), clock.get()),
        Map.of());
  }

  private Canned policy(Taken request) throws GeneralSecurityException {
    String key = signer(request).orElse("");
    if (!keys.containsKey(key) || !signed(request, keys.get(key))) {
      return fault(request, 401, "bad-signature");
    }
    if (policy.isEmpty()) {
      return Canned.problem(404, "no-policy");
    }
    if (policyDigest
        .map(digest -> "\"" + digest + "\"")
        .equals(Optional.ofNullable(request.headers().get("if-none-match")))) {
      return new Canned(304, "", Map.of());
    }
    return new Canned(200, policy.get(), Map.of());
  }

  private String stamp() {
    return policyDigest
        .map(digest -> ", \"policy\": {\"revision\": 7, \"digest\": \"" + digest + "\"}")
        .orElse("");
  }

  private Canned enrolled(int status, String key) {
    return new Canned(
        status,
        "{\"device\": \""
            + devices.get(key)
            + "\", \"organisation\": \"Acme Dental\", \"nextReportSeconds\": "
            + nextReportSeconds
            + ", \"serverTime\": \""
            + clock.get()
            + "\", \"policyKeys\": ["
            + jwk(policyKey)
            + "], \"seals\": true"
            + stamp()
            + "}",
        Map.of("Content-Type", "application/json"));
  }

  private Canned report(Taken request) throws GeneralSecurityException {
    Optional<String> id = signer(request);
    if (id.isEmpty() || !keys.containsKey(id.get())) {
      return Canned.problem(401, "unknown-key");
    }
    if (!signed(request, keys.get(id.get()))) {
      return fault(request, 401, "bad-signature");
    }
    Matcher input = input(request);
    long created = Long.parseLong(input.group(3));
    if (Math.abs(created - clock.get().getEpochSecond()) > 300) {
      return new Canned(
          401,
          "{\"status\": 401, \"code\": \"clock\", \"serverTime\": \"" + clock.get() + "\"}",
          Map.of());
    }
    if (!nonces.add(input.group(4))) {
      return fault(request, 401, "replayed");
    }
    Optional.ofNullable(before.remove(id.get())).ifPresent(keys::remove);
    List<String> errors = schema.errors(request.text());
    if (!errors.isEmpty()) {
      faults.addAll(errors);
      return Canned.problem(422, "invalid");
    }
    return stored(request.json(), request.text(), Objects.requireNonNull(devices.get(id.get())));
  }

  private Canned stored(Json.Obj report, String text, UUID device) {
    String id = report.text("id").orElseThrow();
    if (!report.text("device").equals(Optional.of(device.toString()))) {
      faults.add("a report of another device");
    }
    long sequence = ((Json.Num) report.get("sequence").orElseThrow()).whole().orElseThrow();
    boolean fresh = !reports.containsKey(id);
    var taken = sequences.computeIfAbsent(device, key -> new TreeMap<>());
    if (fresh && taken.containsKey(sequence)) {
      return new Canned(
          409,
          "{\"status\": 409, \"code\": \"sequence-taken\", \"nextSequence\": "
              + (taken.lastKey() + 1)
              + "}",
          Map.of());
    }
    reports.put(id, text);
    if (fresh) {
      taken.put(sequence, id);
    }
    boolean fullWanted = false;
    if (report.text("kind").equals(Optional.of("full"))) {
      int from = text.indexOf(",\"content\":") + ",\"content\":".length();
      digests.add(
          "sha256:"
              + url(
                  sha256(
                      text.substring(from, text.length() - 1).getBytes(StandardCharsets.UTF_8))));
    } else {
      fullWanted = !digests.contains(report.text("same").orElseThrow());
    }
    return receipt(id, fresh, fullWanted);
  }

  /** The answer to a report. */
  public Canned receipt(String id, boolean stored, boolean fullWanted) {
    return new Canned(
        stored ? 202 : 200,
        "{\"report\": \""
            + id
            + "\", \"stored\": "
            + stored
            + ", \"fullWanted\": "
            + fullWanted
            + ", \"nextReportSeconds\": "
            + nextReportSeconds
            + ", \"serverTime\": \""
            + clock.get()
            + "\", \"later\": {\"version\": 2}"
            + (rotateKey ? ", \"rotateKey\": true" : "")
            + (more > 0 ? ", \"more\": " + more : "")
            + stamp()
            + "}",
        Map.of("Content-Type", "application/json"));
  }

  private Canned fault(Taken request, int status, String code) {
    faults.add(code + " on " + request.path() + " " + request.headers());
    return Canned.problem(status, code);
  }

  private static Optional<String> signer(Taken request) {
    Matcher input = input(request);
    return input.matches() ? Optional.of(input.group(5)) : Optional.empty();
  }

  private static Matcher input(Taken request) {
    Matcher input = INPUT.matcher(request.headers().getOrDefault("signature-input", ""));
    input.matches();
    return input;
  }

  private static boolean signed(Taken request, PublicKey key) throws GeneralSecurityException {
    Matcher input = input(request);
    if (!input.matches()) {
      return false;
    }
    var headers = request.headers();
    boolean get = request.path().equals("/v1/policy");
    String digest = "sha-256=:" + Base64.getEncoder().encodeToString(sha256(request.body())) + ":";
    if (!get && !digest.equals(headers.get("content-digest"))) {
      return false;
    }
    var demanded =
        new ArrayList<>(
            get ? List.of("@method", "@path") : List.of("@method", "@path", "content-type"));
    if (headers.containsKey("content-encoding")) {
      demanded.add("content-encoding");
    }
    if (!get) {
      demanded.add("content-digest");
    }
    if (request.path().equals("/v1/reports")) {
      demanded.add("idempotency-key");
    }
    if (!input.group(2).equals("\"" + String.join("\" \"", demanded) + "\"")) {
      return false;
    }
    var base = new StringBuilder();
    for (String name : demanded) {
      String value =
          switch (name) {
            case "@method" -> get ? "GET" : "POST";
            case "@path" -> request.path();
            default -> headers.getOrDefault(name, "?");
          };
      base.append('"').append(name).append("\": ").append(value).append('\n');
    }
    base.append("\"@signature-params\": ").append(input.group(1));
    String signature = headers.getOrDefault("signature", "");
    var verifier = java.security.Signature.getInstance("SHA256withECDSAinP1363Format");
    verifier.initVerify(key);
    verifier.update(base.toString().getBytes(StandardCharsets.UTF_8));
    return signature.startsWith("porchlight=:")
        && signature.endsWith(":")
        && verifier.verify(
            Base64.getDecoder().decode(signature.substring(12, signature.length() - 1)));
  }

  static ECPublicKey key(String x, String y) throws GeneralSecurityException {
    var parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    var decoder = Base64.getUrlDecoder();
    return (ECPublicKey)
        KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(
                    new ECPoint(
                        new BigInteger(1, decoder.decode(x)), new BigInteger(1, decoder.decode(y))),
                    parameters.getParameterSpec(ECParameterSpec.class)));
  }

  private static String thumbprint(String x, String y) {
    String members = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(x, y);
    return url(sha256(members.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String unpacked(byte[] bytes) {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return text(gzip.readAllBytes());
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
