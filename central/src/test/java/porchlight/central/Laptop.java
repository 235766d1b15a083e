package porchlight.central;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** A client written from protocol.md alone; it shares no code with what it tests. */
final class Laptop {
  static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final SecureRandom RANDOM = new SecureRandom();
  final InstantSource clock;
  KeyPair keys = LaptopKeys.make();
  String base;
  String device = "";
  String boot = "00000000-0000-4000-8000-000000000001";
  String machine = "sha256:of-a-machine";
  long sequence;

  Laptop(String base, InstantSource clock) {
    this.base = base;
    this.clock = clock;
  }

  /** The same disk in another machine, or as it was kept: key, identity and number. */
  Laptop copy() {
    Laptop copy = new Laptop(base, clock);
    copy.keys = keys;
    copy.device = device;
    copy.sequence = sequence;
    return copy.rebooted();
  }

  Laptop rebooted() {
    boot = UUID.randomUUID().toString();
    return this;
  }

  static Laptop enrolled(String base, InstantSource clock, String token, String name) {
    Laptop laptop = new Laptop(base, clock);
    HttpResponse<String> answer = laptop.enroll(token, name).send();
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    laptop.device = Samples.parse(answer.body()).path("device").asText();
    return laptop;
  }

  Request enroll(String token, String name) {
    String body =
        Samples.json(
            Map.of(
                "token",
                token,
                "key",
                jwk(),
                "agent",
                "0.1.0",
                "hints",
                Map.of("name", name, "os", "Debian GNU/Linux 12", "machine", machine)));
    return new Request("/v1/enroll", body.getBytes(StandardCharsets.UTF_8));
  }

  /** Asks to be another device than the one whose key this was; signed by the key of now. */
  Request enrollAsCloneOf(String origin, KeyPair originKeys) {
    String proof =
        LaptopKeys.signature(originKeys, "porchlight-clone/1\n" + origin + "\n" + keyId());
    return post(
        "/v1/enroll", Map.of("clonedFrom", origin, "proof", proof, "key", jwk(), "agent", "0.1.0"));
  }

  /** Offers another key, signed by the key of now. */
  Request rekey(KeyPair next) {
    String proof = LaptopKeys.signature(next, "porchlight-key/1\n" + device + "\n" + keyId());
    return post("/v1/key", Map.of("device", device, "key", LaptopKeys.jwk(next), "proof", proof));
  }

  Request goodbye(String reason) {
    return post("/v1/goodbye", Map.of("device", device, "reason", reason));
  }

  Request policy() {
    Request request = new Request("/v1/policy", new byte[0]);
    request.method = "GET";
    request.headers.clear();
    return request;
  }

  private Request post(String path, Map<String, Object> body) {
    return new Request(path, Samples.json(body).getBytes(StandardCharsets.UTF_8));
  }

  Samples.Head head(String id) {
    return new Samples.Head(id, device, sequence, boot, clock.instant());
  }

  /** The next report, full, with this content. */
  Request full(String content) {
    sequence++;
    String id = UUID.randomUUID().toString();
    return report(id, Samples.full(head(id), content));
  }

  Request unchanged(String content) {
    sequence++;
    String id = UUID.randomUUID().toString();
    return report(id, Samples.unchanged(head(id), LaptopKeys.digestOf(content)));
  }

  Request report(String id, String body) {
    Request request = new Request("/v1/reports", body.getBytes(StandardCharsets.UTF_8));
    request.headers.put("idempotency-key", id);
    return request;
  }

  String x() {
    return LaptopKeys.x(keys);
  }

  String y() {
    return LaptopKeys.y(keys);
  }

  Map<String, String> jwk() {
    return LaptopKeys.jwk(keys);
  }

  String keyId() {
    return LaptopKeys.id(keys);
  }

  static String nonce() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return LaptopKeys.url(bytes);
  }

  /** A request that can be spoilt in one place before it is sent. */
  final class Request {
    final String path;
    String method = "POST";
    final Map<String, String> headers = new LinkedHashMap<>();
    byte[] body;
    long created = clock.instant().getEpochSecond();
    String nonce = nonce();
    String keyId = keyId();
    boolean signed = true;

    Request(String path, byte[] body) {
      this.path = path;
      this.body = body;
      headers.put("content-type", "application/json");
    }

    Request gzip() {
      try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
          zip.write(body);
        }
        body = out.toByteArray();
        headers.put("content-encoding", "gzip");
        return this;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Request header(String name, String value) {
      headers.put(name, value);
      return this;
    }

    Request without(String name) {
      headers.remove(name);
      return this;
    }

    /** Adds digest and signature where they were not set by hand; again gives a new nonce. */
    Request sign() {
      if (method.equals("POST")) {
        headers.putIfAbsent(
            "content-digest",
            "sha-256=:" + Base64.getEncoder().encodeToString(LaptopKeys.sha256(body)) + ":");
      }
      StringBuilder names = new StringBuilder();
      StringBuilder lines = new StringBuilder();
      line(names, lines, "@method", method);
      line(names, lines, "@path", path);
      for (String name :
          new String[] {"content-type", "content-encoding", "content-digest", "idempotency-key"}) {
        if (headers.containsKey(name)) {
          line(names, lines, name, headers.get(name));
        }
      }
      String parameters =
          "(%s);created=%d;nonce=\"%s\";keyid=\"%s\";alg=\"ecdsa-p256-sha256\""
              .formatted(names, created, nonce, keyId);
      lines.append("\"@signature-params\": ").append(parameters);
      headers.putIfAbsent("signature-input", "porchlight=" + parameters);
      headers.putIfAbsent(
          "signature", "porchlight=:" + LaptopKeys.base64(keys, lines.toString()) + ":");
      return this;
    }

    private void line(StringBuilder names, StringBuilder lines, String name, String value) {
      names.append(names.isEmpty() ? "" : " ").append('"').append(name).append('"');
      lines.append('"').append(name).append("\": ").append(value).append('\n');
    }

    HttpResponse<String> send() {
      try {
        return trySend();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    HttpResponse<String> trySend() throws IOException {
      if (signed) {
        sign();
      }
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(base + path))
              .timeout(Duration.ofSeconds(40))
              .method(
                  method,
                  body.length == 0 && method.equals("GET")
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofByteArray(body));
      headers.forEach(request::header);
      try {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
