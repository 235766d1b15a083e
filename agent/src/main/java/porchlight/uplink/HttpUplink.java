package porchlight.uplink;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import porchlight.json.Replies;
import porchlight.json.ServerUrl;
import porchlight.uplink.road.Carrier;
import porchlight.uplink.road.Held.Carried;

/**
 * Central over HTTPS: signed, never redirected, never retried behind our back. Closing it lets go
 * of the connection at once.
 */
public final class HttpUplink implements Uplink, AutoCloseable {
  private static final int LONGEST_POLICY = 512 << 10;
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  private static final Duration PROMPT = Duration.ofSeconds(2);

  private final Carrier carrier;
  private final URI server;
  private final DeviceKey key;
  private final Seal seal;
  private final Outside outside;
  private final Skew skew;
  private final Copies copies;
  private Optional<Kept> kept = Optional.empty();
  private boolean doubted;
  private boolean misread;

  HttpUplink(URI server, DeviceKey key, Seal seal, Outside outside, Skew skew, Copies copies) {
    this(server, key, seal, outside, skew, copies, Duration.ofSeconds(30));
  }

  HttpUplink(
      URI server,
      DeviceKey key,
      Seal seal,
      Outside outside,
      Skew skew,
      Copies copies,
      Duration limit) {
    if (ServerUrl.of(server.toString()).isEmpty()) {
      throw new IllegalArgumentException("the server is not " + ServerUrl.EXPECTED);
    }
    this.server = server;
    this.key = key;
    this.seal = seal;
    this.outside = outside;
    this.skew = skew;
    this.copies = copies;
    this.carrier = new Carrier(outside.road(), server, limit);
  }

  @Override
  public Delivery report(UUID id, byte[] packed, int waiting) {
    var what = Outgoing.report(id, packed, waiting);
    return Verdicts.on(id, byKept(what).orElseGet(() -> inFull(what)));
  }

  /** Has reports go by that connection, as long as it carries them. */
  public HttpUplink by(Optional<Kept> way) {
    kept = way;
    return this;
  }

  /** Whether central refused a report in brief that it took in full: an older one, or a gateway. */
  public boolean isMisread() {
    return misread;
  }

  private Reply inFull(Outgoing what) {
    Reply reply = send(what);
    misread |= doubted && reply instanceof Reply.Said said && said.status() < 300;
    doubted = false;
    return reply;
  }

  /** Central's answer by the connection that is kept; without one, it is to be sent in full. */
  private Optional<Reply> byKept(Outgoing what) {
    // One that has died unseen is told from one that is new: so twice, each signed anew.
    for (int tries = 0; tries < 2 && kept.isPresent(); tries++) {
      Instant now = outside.now();
      var headers =
          Signed.headers(
              what, key, Math.max(0, skew.there(now).getEpochSecond()), outside.random());
      String brief = kept.get().brief(headers);
      Copies.Copy copy = copies.leaves(now, server, what, Map.of(Brief.NAME, brief));
      long begun = outside.ticks().getAsLong();
      switch (kept.get().report(brief, what)) {
        case Carried.Answer(var bytes) -> {
          var way = kept.get();
          var reply = Kept.heard(bytes).flatMap(heard -> said(way, heard, headers));
          reply.ifPresent(said -> learn(said, begun));
          copy.answered(reply.map(Reply::brief).orElse("no answer: not understood"));
          if (reply.isPresent() && isUsual(reply.get().status())) {
            return Optional.of(reply.get());
          }
          doubted = true;
          kept = Optional.empty(); // what may be a last word is said, and sealed, to one in full
        }
        case Carried.Unsent(var why) -> {
          copy.answered("not sent: " + why);
          kept = Optional.empty();
        }
        case Carried.Lost(var why) -> {
          copy.answered("no answer: " + why);
          if (outside.ticks().getAsLong() - begun > PROMPT.toNanos()) {
            kept = Optional.empty(); // no report waits for it twice
          }
        }
      }
    }
    kept = Optional.empty();
    return Optional.empty();
  }

  /** A receipt, or a word that costs nothing. */
  private static boolean isUsual(int status) {
    return status < 300 || status == 429 || status >= 500;
  }

  private Optional<Reply.Said> said(Kept way, Kept.Heard heard, Map<String, String> headers) {
    return way.text(heard, headers)
        .map(text ->
            new Reply.Said(
                heard.status() == 204 ? 200 : heard.status(),
                text,
                retryAfter(heard.header("Retry-After")),
                Seal.Trust.NONE));
  }

  /** What central's clock says. */
  private void learn(Reply reply, long begun) {
    Duration trip = Duration.ofNanos(outside.ticks().getAsLong() - begun);
    if (reply instanceof Reply.Said said) {
      Replies.serverTime(said.text()).ifPresent(time -> skew.learn(time, outside.now(), trip));
    }
  }

  /**
   * Whether central knows this device.
   *
   * @param known none: it did not say
   * @param words central's, or why it did not answer
   */
  public record Standing(Optional<Boolean> known, String words) {}

  /** Asks it, by a signed request that changes nothing. */
  public Standing standing() {
    return switch (send(Outgoing.get("/v1/policy", Optional.empty(), LONGEST_POLICY))) {
      case Reply.Said said -> {
        String code = said.problem().code();
        boolean knows = said.status() == 200 || code.equals("no-policy");
        boolean denies =
            Set.of("unknown-key", "bad-signature").contains(code)
                || (said.believed() && Set.of("revoked", "retired").contains(code));
        yield new Standing(knows || denies ? Optional.of(knows) : Optional.empty(), said.words());
      }
      case Reply.Silent(var why) -> new Standing(Optional.empty(), why);
    };
  }

  @Override
  public void close() {
    carrier.close();
  }

  /** Sends it; a wrong clock is put right by central's word, once. */
  Reply send(Outgoing what) {
    Reply reply = sendOnce(what);
    return reply instanceof Reply.Said said
            && said.status() == 401
            && said.problem().code().equals("clock")
            && said.problem().serverTime().isPresent()
            && skew.correctOnce()
        ? sendOnce(what)
        : reply;
  }

  private Reply sendOnce(Outgoing what) {
    Instant now = outside.now();
    Map<String, String> headers =
        Signed.headers(what, key, Math.max(0, skew.there(now).getEpochSecond()), outside.random());
    Copies.Copy copy = copies.leaves(now, server, what, headers);
    long begun = outside.ticks().getAsLong();
    Reply reply;
    try (Response response = carrier.send(request(what, headers))) {
      byte[] body = response.peekBody(what.longestReply()).bytes();
      reply =
          new Reply.Said(
              response.code(),
              new String(body, StandardCharsets.UTF_8),
              retryAfter(Optional.ofNullable(response.header("Retry-After"))),
              seal.of(
                  headers,
                  Optional.ofNullable(response.header(Seal.HEADER)),
                  response.code(),
                  body));
    } catch (IOException failed) {
      reply = new Reply.Silent(brief(failed));
    }
    learn(reply, begun);
    copy.answered(reply.brief());
    return reply;
  }

  private Request request(Outgoing what, Map<String, String> headers) {
    var request =
        new Request.Builder()
            .url(server.resolve(what.path()).toString())
            .header("User-Agent", "porchlight");
    headers.forEach(request::header);
    what.body().ifPresent(body -> request.post(new Once(body)));
    return request.build();
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
      Duration wait = Duration.between(skew.there(outside.now()), at);
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
      return MediaType.get(Signed.JSON);
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
