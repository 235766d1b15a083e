package porchlight.central.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import porchlight.central.json.Json;
import porchlight.central.signing.Digests;
import porchlight.central.signing.SignatureBase;
import porchlight.central.signing.SigningKey;

/** A laptop's half of the protocol: its key, its identity and its numbers. */
final class Talker {
  private static final int NONCE_BYTES = 18;
  private final HttpClient http;
  private String base;
  private final InstantSource clock;
  private final SecureRandom random;
  private final SigningKey key;
  private final Persona persona;
  private final Set<String> met = new HashSet<>();
  private String boot = UUID.randomUUID().toString();
  private String device = "";
  private String said = "";
  private long sequence;
  private boolean gone;

  Talker(HttpClient http, String base, InstantSource clock, SecureRandom random, Persona persona) {
    this.http = http;
    this.base = base;
    this.clock = clock;
    this.random = random;
    this.persona = persona;
    key = SigningKey.parse(SigningKey.make(random));
  }

  Persona persona() {
    return persona;
  }

  /** Speaks to this address from now on. */
  void goTo(String address) {
    base = address;
  }

  /** Whether it has an identity and has not left. */
  boolean isIn() {
    return !device.isEmpty() && !gone;
  }

  /** Enrols; without an identity it waits for a person's approval. */
  void enrol(String token) {
    String body =
        Json.write(
            Map.of(
                "token",
                token,
                "key",
                Map.of("kty", "EC", "crv", "P-256", "x", key.open().x(), "y", key.open().y()),
                "agent",
                "0.1.0",
                "hints",
                Map.of("name", persona.name(), "os", persona.maker().os())));
    device = Json.member(post("/v1/enroll", body, ""), "device");
  }

  /** Reports what it would say at this place with these faults; unchanged when it said so last. */
  void report(Spot spot, List<Fault> faults) {
    String place = Speech.id(persona.organisation(), spot);
    String content = Speech.content(persona, spot, met.contains(place), faults);
    boolean same = content.equals(said);
    if (!same) {
      said = content;
    }
    met.add(place);
    sequence++;
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("schema", "porchlight-report/1");
    head.put("kind", same ? "unchanged" : "full");
    String id = UUID.randomUUID().toString();
    head.put("id", id);
    head.put("device", device);
    head.put("sequence", sequence);
    head.put("boot", boot);
    head.put("collectedAt", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    if (same) {
      byte[] bytes = Speech.bytes(content);
      head.put("same", Digests.ofContent(bytes, 0, bytes.length));
    }
    String text = Json.write(head);
    post(
        "/v1/reports",
        same ? text : text.substring(0, text.length() - 1) + ",\"content\":" + content + "}",
        id);
  }

  /** Says that it is shut down, or is gone for good. */
  void leave(String reason) {
    post("/v1/goodbye", Json.write(Map.of("device", device, "reason", reason)), "");
    gone = reason.equals("uninstalled");
    boot = UUID.randomUUID().toString();
  }

  private String post(String path, String text, String idempotencyKey) {
    byte[] body = Speech.bytes(text);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("@method", "POST");
    values.put("@path", path);
    values.put("content-type", "application/json");
    values.put("content-digest", Digests.contentDigest(body));
    if (!idempotencyKey.isEmpty()) {
      values.put("idempotency-key", idempotencyKey);
    }
    List<String> covered = new ArrayList<>(values.keySet());
    String parameters = parameters(covered, clock.instant());
    String signed = SignatureBase.of(covered, name -> values.getOrDefault(name, ""), parameters);
    byte[] signature = key.sign(Speech.bytes(signed));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(60))
            .header("signature-input", "porchlight=" + parameters)
            .header("signature", "porchlight=:" + base64(signature) + ":")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    values.forEach((name, value) -> {
      if (!name.startsWith("@")) {
        request.header(name, value);
      }
    });
    return answer(request.build());
  }

  private String answer(HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            "the demo was refused: " + answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new IllegalStateException("central does not answer the demo", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the demo was stopped", e);
    }
  }

  private String parameters(List<String> covered, Instant created) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    return "(\""
        + String.join("\" \"", covered)
        + "\");created="
        + created.getEpochSecond()
        + ";nonce=\""
        + Digests.base64Url(nonce)
        + "\";keyid=\""
        + key.open().thumbprint()
        + "\";alg=\"ecdsa-p256-sha256\"";
  }

  private static String base64(byte[] bytes) {
    return java.util.Base64.getEncoder().encodeToString(bytes);
  }
}
