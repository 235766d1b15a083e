package porchlight.uplink;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import porchlight.json.ServerUrl;

/**
 * Central over HTTPS: signed, never redirected, never retried behind our back. Closing it lets go
 * of the connection at once.
 */
public final class HttpUplink implements Uplink, AutoCloseable {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final int LONGEST_REPLY = 64 << 10;
  private static final int NONCE_BYTES = 16;
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private final OkHttpClient client;
  private final URI server;
  private final DeviceKey key;
  private final Outside outside;

  /** How far central's clock is ahead of ours, once central has said so. */
  private Duration skew = Duration.ZERO;

  HttpUplink(URI server, DeviceKey key, Outside outside) {
    this(server, key, outside, Duration.ofSeconds(30));
  }

  HttpUplink(URI server, DeviceKey key, Outside outside, Duration limit) {
    if (ServerUrl.of(server.toString()).isEmpty()) {
      throw new IllegalArgumentException("the server is not " + ServerUrl.EXPECTED);
    }
    this.server = server;
    this.key = key;
    this.outside = outside;
    this.client =
        new OkHttpClient.Builder()
            .socketFactory(new PromptSockets())
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(min(limit, Duration.ofSeconds(10)))
            .readTimeout(min(limit, Duration.ofSeconds(20)))
            .writeTimeout(min(limit, Duration.ofSeconds(20)))
            .callTimeout(limit)
            .build();
  }

  @Override
  public Delivery report(UUID id, byte[] packed) {
    return Verdicts.on(id, post("/v1/reports", packed, Optional.of(id)));
  }

  /** Sends an enrolment. */
  Reply enroll(String request) {
    return post("/v1/enroll", request.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  @Override
  public void close() {
    // Else the process cannot exit before a reader inside OkHttp gives up: 300 ms.
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
  }

  /** A wrong clock is put right by central's word, once. */
  private Reply post(String path, byte[] body, Optional<UUID> report) {
    Reply reply = postOnce(path, body, report);
    if (reply instanceof Reply.Said said
        && said.status() == 401
        && said.problem().code().equals("clock")
        && said.problem().serverTime().isPresent()
        && skew.isZero()) {
      skew = Duration.between(outside.now(), said.problem().serverTime().get());
      return postOnce(path, body, report);
    }
    return reply;
  }

  private Reply postOnce(String path, byte[] body, Optional<UUID> report) {
    Call call = client.newCall(request(path, body, report));
    try (Response response = call.execute()) {
      return new Reply.Said(
          response.code(),
          new String(response.peekBody(LONGEST_REPLY).bytes(), StandardCharsets.UTF_8),
          retryAfter(Optional.ofNullable(response.header("Retry-After"))));
    } catch (IOException failed) {
      return new Reply.Silent(brief(failed));
    }
  }

  private Request request(String path, byte[] body, Optional<UUID> report) {
    String digest = Digest.header(body);
    var parts = new ArrayList<Signature.Part>();
    parts.add(new Signature.Part("@method", "POST"));
    parts.add(new Signature.Part("@path", path));
    parts.add(new Signature.Part("content-type", JSON.toString()));
    report.ifPresent(id -> parts.add(new Signature.Part("content-encoding", "gzip")));
    parts.add(new Signature.Part("content-digest", digest));
    report.ifPresent(id -> parts.add(new Signature.Part("idempotency-key", id.toString())));
    var signature =
        Signature.sign(
            parts,
            outside.now().plus(skew).getEpochSecond(),
            nonce(),
            key.id(),
            key.secret(),
            outside.random());
    var request =
        new Request.Builder()
            .url(server.resolve(path).toString())
            .post(new Once(body))
            .header("User-Agent", "porchlight")
            .header("Content-Digest", digest)
            .header("Signature-Input", signature.input())
            .header("Signature", signature.signature());
    report.ifPresent(
        id -> request.header("Content-Encoding", "gzip").header("Idempotency-Key", id.toString()));
    return request.build();
  }

  private String nonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    outside.random().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Seconds or a date; what is neither asks for nothing. */
  private Duration retryAfter(Optional<String> header) {
    return header.map(String::strip).flatMap(this::parse).orElse(Duration.ZERO);
  }

  private Optional<Duration> parse(String text) {
    if (text.matches("\\d{1,9}")) {
      return Optional.of(min(Duration.ofSeconds(Long.parseLong(text)), LONGEST_WAIT));
    }
    try {
      Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(outside.now().plus(skew), at);
      return Optional.of(min(wait.isNegative() ? Duration.ZERO : wait, LONGEST_WAIT));
    } catch (DateTimeException neither) {
      return Optional.empty();
    }
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static String brief(IOException failed) {
    String line =
        (failed.getClass().getSimpleName() + ": " + failed.getMessage())
            .replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= 200 ? line : line.substring(0, 200);
  }

  /** A body that OkHttp sends once at most: the same nonce again would be a replay. */
  private static final class Once extends RequestBody {
    private final byte[] bytes;

    Once(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public MediaType contentType() {
      return JSON;
    }

    @Override
    public long contentLength() {
      return bytes.length;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.write(bytes);
    }
  }
}
