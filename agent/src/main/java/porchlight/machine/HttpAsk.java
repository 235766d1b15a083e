package porchlight.machine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;

/**
 * One GET by hand: what a library would hide (a redirection, a page in the place of another, the
 * address that was really spoken to) is what is asked for. The connection is to end with the
 * answer; a few kB and no more are let in.
 */
final class HttpAsk {
  /** Our word to the other side, and the header it comes back in, hashed: see protocol.md. */
  static final String CHALLENGE = "Porchlight-Challenge";

  static final String ANSWER = "Porchlight-Answer";

  /**
   * As browsers call themselves when they look for a login page. A network that knew whom it
   * answers could let us through and nobody else.
   */
  private static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

  private static final int LONGEST = 4096;
  private static final int LONGEST_HEAD = 16_384;

  /** Of the limit, so that what came so far is told before nobody waits any more. */
  private static final int MARGIN_MILLIS = 250;

  private static final Pattern PLACE =
      Pattern.compile("(?i)(https?)://([A-Za-z0-9.\\-\\[\\]:]{1,200})(?:[/?#].*)?");

  private static final Pattern LENGTH =
      Pattern.compile("(?i)content-length[ \t]*:[ \t]*(\\d{1,9})[ \t]*");

  private static final Pattern CHUNKED =
      Pattern.compile("(?i)transfer-encoding[ \t]*:[ \t]*chunked[ \t]*");

  private HttpAsk() {}

  static Answer ask(Probe.HttpGet get, Held held) throws IOException {
    long end = System.nanoTime() + Math.max(1, get.limitMillis() - MARGIN_MILLIS) * 1_000_000L;
    InetAddress to = SocketAsk.address(get.host(), get.over());
    if (!get.link().isEmpty()
        && !SocketAsk.link(new InetSocketAddress(to, get.port())).equals(get.link())) {
      return new Answer.Failed("it lies on another network than the one that names it");
    }
    var socket = held.hold(new Socket(Proxy.NO_PROXY));
    try (socket) {
      socket.setReceiveBufferSize(LONGEST); // what is not read should not be sent either
      socket.setSoTimeout(get.limitMillis());
      socket.setTcpNoDelay(true);
      SocketAsk.connect(socket, to, get.port(), get.over(), get.limitMillis());
      return get.tls() ? overTls(get, to, socket, end) : over(get, to, socket, end);
    }
  }

  private static Answer overTls(Probe.HttpGet get, InetAddress to, Socket socket, long end)
      throws IOException {
    var factory = trusted();
    try (var secured = (SSLSocket) factory.createSocket(socket, get.host(), get.port(), true)) {
      SSLParameters parameters = secured.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secured.setSSLParameters(parameters);
      secured.startHandshake();
      return over(get, to, secured, end);
    } catch (SSLException distrusted) {
      return new Answer.Failed("no TLS with a trusted certificate");
    }
  }

  private static SSLSocketFactory trusted() throws IOException {
    try {
      return SSLContext.getDefault().getSocketFactory();
    } catch (NoSuchAlgorithmException none) {
      throw new IOException(none);
    }
  }

  private static Answer over(Probe.HttpGet get, InetAddress to, Socket socket, long end)
      throws IOException {
    String challenge = get.challenge() ? DnsAsk.word() + DnsAsk.word() : "";
    String host = get.host().indexOf(':') >= 0 ? "[" + get.host() + "]" : get.host();
    boolean usual = get.port() == (get.tls() ? 443 : 80);
    String request =
        "GET "
            + get.path()
            + " HTTP/1.1\r\nHost: "
            + host
            + (usual ? "" : ":" + get.port())
            + "\r\nUser-Agent: "
            + BROWSER
            + "\r\nAccept: */*\r\nAccept-Language: en-US,en;q=0.5\r\nCache-Control: no-cache\r\n"
            + (challenge.isEmpty() ? "" : CHALLENGE + ": " + challenge + "\r\n")
            + "Pragma: no-cache\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return read(new Hurried(socket, end), to.getHostAddress(), challenge);
  }

  /** What comes until the end, however it drips. */
  private static final class Hurried extends ByPieces {
    private final Socket socket;
    private final long end;

    Hurried(Socket socket, long end) {
      this.socket = socket;
      this.end = end;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new SocketTimeoutException();
      }
      socket.setSoTimeout((int) left);
      return socket.getInputStream().read(into, from, most);
    }
  }

  /** The answer as lines; {@link Answer.Failed} for what is no HTTP. */
  static Answer read(InputStream in, String to, String challenge) throws IOException {
    var head = new ByteArrayOutputStream();
    int last = 0;
    while (last != '\n' || !endsBlank(head)) {
      last = in.read();
      if (last < 0 || head.size() >= LONGEST_HEAD) {
        return new Answer.Failed(
            head.size() == 0 ? "the connection ended without an answer" : "not an HTTP answer");
      }
      head.write(last);
    }
    String[] lines = head.toString(StandardCharsets.ISO_8859_1).split("\r?\n", -1);
    Matcher status = Pattern.compile("HTTP/1[.][01] (\\d{3})(?: .*)?").matcher(lines[0]);
    if (!status.matches()) {
      return new Answer.Failed("not an HTTP answer");
    }
    var out = new StringBuilder();
    out.append("to ").append(to).append("\nstatus ").append(status.group(1)).append('\n');
    if (!challenge.isEmpty()) {
      out.append("challenge ").append(challenge).append('\n');
    }
    for (String line : lines) {
      header(out, line);
    }
    int length = status.group(1).equals("204") ? 0 : length(lines);
    boolean chunked = Stream.of(lines).anyMatch(line -> CHUNKED.matcher(line).matches());
    byte[] body = body(chunked ? new Chunks(in) : in, Math.min(length, LONGEST));
    out.append("length ").append(body.length).append('\n');
    if (body.length < Math.min(length, LONGEST) && length < Integer.MAX_VALUE) {
      out.append("cut yes\n");
    }
    out.append("sha256 ").append(sha256(body)).append('\n');
    captive(out, body);
    return new Answer.Said(0, out.toString());
  }

  /** What its head says; endless where it does not, for then the connection's end says so. */
  private static int length(String[] lines) {
    for (String line : lines) {
      Matcher length = LENGTH.matcher(line);
      if (length.matches()) {
        return Integer.parseInt(length.group(1));
      }
    }
    return Integer.MAX_VALUE;
  }

  /** What comes of it: some keep the connection open after all has come, or before. */
  private static byte[] body(InputStream in, int most) throws IOException {
    var body = new ByteArrayOutputStream();
    byte[] some = new byte[LONGEST];
    try {
      for (int n = 0; n >= 0 && body.size() < most; ) {
        n = in.read(some, 0, most - body.size());
        body.write(some, 0, Math.max(0, n));
      }
    } catch (SocketTimeoutException late) {
      return body.toByteArray();
    }
    return body.toByteArray();
  }

  private static boolean endsBlank(ByteArrayOutputStream head) {
    byte[] bytes = head.toByteArray();
    int n = bytes.length;
    return (n >= 2 && bytes[n - 2] == '\n')
        || (n >= 3 && bytes[n - 2] == '\r' && bytes[n - 3] == '\n');
  }

  private static void header(StringBuilder out, String line) {
    int colon = line.indexOf(':');
    String name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    String value = line.substring(colon + 1).strip();
    if (name.equals("location")) {
      // Without its path, which may hold who somebody is.
      Matcher place = PLACE.matcher(value);
      out.append("location ")
          .append(
              place.matches()
                  ? (place.group(1) + "://" + place.group(2)).toLowerCase(Locale.ROOT)
                  : value.startsWith("/") ? "/" : "?")
          .append('\n');
    } else if (name.equals("content-type")
        && value.toLowerCase(Locale.ROOT).matches("application/captive[+]json(?:\\s*;.*)?")) {
      out.append("type captive\n");
    } else if (name.equals(ANSWER.toLowerCase(Locale.ROOT)) && value.matches("[0-9a-f]{64}")) {
      out.append("answer ").append(value).append('\n');
    }
  }

  /** A portal's own word for it: RFC 8908. */
  private static void captive(StringBuilder out, byte[] body) {
    if (body.length == 0 || body[0] != '{') {
      return;
    }
    try {
      var object = JsonText.parse(new String(body, StandardCharsets.UTF_8)).asObject();
      var told = object.flatMap(all -> all.get("captive"));
      var login = object.flatMap(all -> all.get("user-portal-url"));
      if (login.isPresent() && login.get() instanceof Json.Str(var page)) {
        // As with a redirection, without its path.
        Matcher place = PLACE.matcher(page);
        if (place.matches()) {
          String host = place.group(1) + "://" + place.group(2);
          out.append("json user-portal-url ").append(host.toLowerCase(Locale.ROOT)).append('\n');
        }
      }
      if (told.isPresent() && told.get() instanceof Json.Bool(var captive)) {
        out.append("json captive ").append(captive).append('\n');
      }
    } catch (JsonText.NotJson notJson) {
      out.append("json none\n");
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(bytes, bytes.length)));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
