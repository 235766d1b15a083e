package porchlight.daemon;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * The connection to central that stays while workers come and go. It knows nothing of what it
 * carries but where an answer ends, and believes one certificate: the one that a worker verified.
 */
final class Line {
  private static final int TO_CONNECT_MILLIS = 5_000;
  private static final int TO_ANSWER_MILLIS = 10_000;

  /** One that was forgotten somewhere on the way says nothing at all. */
  private static final int TO_ANSWER_AGAIN_MILLIS = 5_000;

  private static final int LONGEST_ANSWER = 64 << 10;

  /** So often in a row it was of no use here: a network or a front end that keeps none. */
  private static final int MOST_LOSSES = 3;

  private static final long REST_NANOS = 86_400_000_000_000L;

  private final int againMillis;
  private Optional<SSLSocket> socket = Optional.empty();
  private String end = "";
  private int losses;
  private long lastLoss;
  private boolean shaken;

  Line() {
    this(TO_ANSWER_AGAIN_MILLIS);
  }

  /** One that waits so long for an answer over a connection that it has used before. */
  Line(int againMillis) {
    this.againMillis = againMillis;
  }

  /** After a handshake: what it left behind is not kept until the next one. */
  synchronized void rest() {
    if (shaken) {
      shaken = false;
      System.gc();
    }
  }

  /** On another network the connection is another, and may be of use again. */
  synchronized void renew() {
    close();
    losses = 0;
  }

  /** Does what a worker's line asks for: {@code carry HOST PORT SHA-256 MESSAGE}. */
  synchronized String carry(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 5 || words[2].length() > 5 || !isDigits(words[2])) {
      return "none it was not understood";
    }
    if (losses >= MOST_LOSSES && System.nanoTime() - lastLoss < REST_NANOS) {
      return "none connections do not last here";
    }
    String wanted = String.join(" ", words[1], words[2], words[3]);
    boolean reused = false;
    try {
      byte[] message = Base64.getDecoder().decode(words[4]);
      reused = isOpen(wanted);
      if (!reused) {
        socket = Optional.of(open(words[1], Integer.parseInt(words[2]), words[3]));
        end = wanted;
        shaken = true;
      }
      SSLSocket open = socket.orElseThrow();
      byte[] answer;
      try {
        open.setSoTimeout(reused ? againMillis : TO_ANSWER_MILLIS);
        open.getOutputStream().write(message);
        answer = answer(open.getInputStream());
      } catch (IOException failed) {
        lost();
        return "lost ".concat(brief(failed));
      }
      losses = reused ? 0 : losses;
      return "answer ".concat(Base64.getEncoder().encodeToString(answer));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException failed) {
      lost();
      return "none ".concat(brief(failed));
    }
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Whether it leads there and nobody has hung up; nothing may come while nothing was asked. */
  private boolean isOpen(String wanted) {
    if (socket.isEmpty()) {
      return false;
    }
    try {
      if (end.equals(wanted)) {
        socket.get().setSoTimeout(1);
        socket.get().getInputStream().read();
        lost(); // it was closed, or something came that nobody asked for
        return false;
      }
    } catch (SocketTimeoutException quiet) {
      return true;
    } catch (IOException broken) {
      lost();
      return false;
    }
    close();
    return false;
  }

  private static SSLSocket open(String host, int port, String leaf)
      throws IOException, GeneralSecurityException {
    var context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Known(leaf)}, null);
    var plain = new Socket(Proxy.NO_PROXY); // a way by a proxy is a worker's own
    try {
      plain.connect(new InetSocketAddress(host, port), TO_CONNECT_MILLIS);
      plain.setTcpNoDelay(true);
      plain.setSoTimeout(TO_CONNECT_MILLIS);
      var secure = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
      var parameters = secure.getSSLParameters();
      parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
      // One kind of curve: a key of another kind would be made for nothing, with forty classes of
      // its own.
      parameters.setNamedGroups(new String[] {"secp256r1", "secp384r1"});
      secure.setSSLParameters(parameters);
      secure.startHandshake();
      return secure;
    } catch (IOException failed) {
      plain.close();
      throw failed;
    }
  }

  /** A whole answer; the connection is closed when it will not serve again. */
  private byte[] answer(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream(512);
    int head = -1;
    long whole = Long.MAX_VALUE;
    boolean closes = false;
    byte[] part = new byte[2048];
    while (bytes.size() < whole) {
      int count = in.read(part);
      if (count < 0 || bytes.size() + count > LONGEST_ANSWER) {
        throw new IOException("the answer does not end well");
      }
      bytes.write(part, 0, count);
      if (head < 0) {
        String text = bytes.toString(StandardCharsets.ISO_8859_1);
        head = text.indexOf("\r\n\r\n");
        if (head >= 0) {
          String said = text.substring(0, head).toLowerCase(Locale.ROOT).concat("\r\n");
          whole = head + 4L + length(said);
          closes = said.contains("\r\nconnection: close\r\n");
        }
      }
    }
    if (bytes.size() > whole) {
      throw new IOException("more came than was asked for");
    }
    if (closes) {
      lost();
    }
    return bytes.toByteArray();
  }

  private static int length(String head) throws IOException {
    if (head.startsWith("http/1.1 204")) {
      return 0;
    }
    String name = "\r\ncontent-length:";
    int at = head.indexOf(name);
    String value =
        at < 0 ? "" : head.substring(at + name.length(), head.indexOf("\r\n", at + 2)).strip();
    if (value.length() > 6 || !isDigits(value)) {
      throw new IOException("the answer does not say how long it is");
    }
    return Integer.parseInt(value);
  }

  private void lost() {
    close();
    losses++;
    lastLoss = System.nanoTime();
  }

  private void close() {
    if (socket.isPresent()) {
      try {
        socket.get().close();
      } catch (IOException gone) {
        // It is gone either way.
      }
      socket = Optional.empty();
    }
  }

  private static String brief(Exception failed) {
    String text = String.join(" ", failed.getClass().getSimpleName(), failed.getMessage());
    String line = text.replace('\n', ' ').replace('\r', ' ');
    return line.length() <= 150 ? line : line.substring(0, 150);
  }
}
