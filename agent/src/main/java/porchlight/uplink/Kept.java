package porchlight.uplink;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import porchlight.json.PolicyStamp;
import porchlight.uplink.road.Held;
import porchlight.uplink.road.Held.Carried;
import porchlight.uplink.road.Road;

/**
 * Reports over a connection that the resident half holds, in brief: they cost neither a handshake
 * nor the headers that say nothing new. The other end is believed by the certificate that a worker
 * has verified in full, not more than a day ago.
 */
public final class Kept {
  private static final Duration LONGEST_TRUST = Duration.ofDays(1);
  private static final String NOT_READ = "-";

  private final Held held;
  private final URI server;
  private final String leaf;
  private final Optional<PolicyStamp> policy;

  Kept(Held held, URI server, String leaf, Optional<PolicyStamp> policy) {
    this.held = held;
    this.server = server;
    this.leaf = leaf;
    this.policy = policy;
  }

  /**
   * An answer.
   *
   * @param head what stands before the body, without the blank line
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Heard(int status, String head, byte[] body) {
    Optional<String> header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      for (String line : head.split("\r\n", -1)) {
        if (line.toLowerCase(Locale.ROOT).startsWith(start)) {
          return Optional.of(line.substring(start.length()).strip());
        }
      }
      return Optional.empty();
    }
  }

  /**
   * The way, where a process holds a connection, no proxy is before it, and central is known.
   *
   * @param policy which one central named last
   */
  public static Optional<Kept> of(
      StateFolder state, URI server, Road road, Instant now, Optional<PolicyStamp> policy)
      throws IOException {
    if (road.held().isEmpty() || !road.goesStraight(server)) {
      return Optional.empty();
    }
    Held held = road.held().get();
    return recent(state, server, road, now)
        .filter(leaf -> leaf.matches("[0-9a-f]{64}"))
        .map(leaf -> new Kept(held, server, leaf, policy));
  }

  private static boolean isRecent(String seconds, Instant now) {
    if (!seconds.matches("\\d{1,11}")) {
      return false;
    }
    Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now);
    return !age.isNegative() && age.compareTo(LONGEST_TRUST) < 0;
  }

  /**
   * Remembers that central, or what stands before it, does not read reports in brief: for a day.
   */
  public static void shun(StateFolder state, URI server, Road road, Instant now)
      throws IOException {
    write(state, server, road, now, NOT_READ);
  }

  /** Remembers the certificate that central showed to this process and that was verified. */
  public static void note(StateFolder state, URI server, Road road, Instant now)
      throws IOException {
    if (road.held().isPresent()
        && road.leaf().isPresent()
        && !recent(state, server, road, now).equals(Optional.of(NOT_READ))) {
      write(state, server, road, now, road.leaf().get());
    }
  }

  private static void write(StateFolder state, URI server, Road road, Instant now, String leaf)
      throws IOException {
    Durable.write(
        state.leaf(),
        server + " " + road.pinsMark() + " " + now.getEpochSecond() + " " + leaf + "\n");
  }

  /** What was remembered of that server, by those pins, not more than a day ago. */
  private static Optional<String> recent(StateFolder state, URI server, Road road, Instant now)
      throws IOException {
    String[] words = Durable.read(state.leaf()).orElse("").strip().split(" ", -1);
    return words.length == 4
            && words[0].equals(server.toString())
            && words[1].equals(road.pinsMark())
            && isRecent(words[2], now)
        ? Optional.of(words[3])
        : Optional.empty();
  }

  /** What a report's one header says. */
  String brief(Map<String, String> headers) {
    return Brief.of(headers, policy);
  }

  /** What an answer says at length; nothing when it is none to that request. */
  Optional<String> text(Heard heard, Map<String, String> headers) {
    return heard.status() == 204
        ? heard.header(Brief.NAME).flatMap(words -> Brief.receipt(words, headers, policy))
        : Optional.of(new String(heard.body(), StandardCharsets.UTF_8));
  }

  Carried report(String brief, Outgoing what) {
    byte[] body = what.body().orElseThrow();
    String waiting = what.waiting() > 0 ? "Porchlight-Waiting: " + what.waiting() + "\r\n" : "";
    String head =
        "POST /v1/reports HTTP/1.1\r\nHost: "
            + server.getRawAuthority()
            + "\r\n"
            + Brief.NAME
            + ": "
            + brief
            + "\r\n"
            + waiting
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
    byte[] message = new byte[start.length + body.length];
    System.arraycopy(start, 0, message, 0, start.length);
    System.arraycopy(body, 0, message, start.length, body.length);
    int port = server.getPort() < 0 ? 443 : server.getPort();
    return held.carry(String.valueOf(server.getHost()), port, leaf, message);
  }

  /** The answer in those bytes; nothing when they are none. */
  static Optional<Heard> heard(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0 || !text.matches("(?s)HTTP/1\\.[01] \\d{3}\\b.*")) {
      return Optional.empty();
    }
    return Optional.of(
        new Heard(
            Integer.parseInt(text.substring(9, 12)),
            text.substring(0, end),
            Arrays.copyOfRange(bytes, end + 4, bytes.length)));
  }
}
