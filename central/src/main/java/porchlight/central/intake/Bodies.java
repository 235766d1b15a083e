package porchlight.central.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads bodies and never more of them than is allowed, packed or unpacked. */
final class Bodies {
  static final int MOST_SENT = 256 * 1024;
  static final int MOST_UNPACKED = 1024 * 1024;

  /** A body that is too large is read on up to here, so that its sender can hear why. */
  private static final int MOST_DRAINED = 8 * 1024 * 1024;

  private Bodies() {}

  /** The body as sent, after a look at its headers. */
  static byte[] sent(Incoming request) throws Refused {
    String type = request.header("content-type").orElse("");
    if (!type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals("application/json")) {
      throw new Refused(Code.UNSUPPORTED_MEDIA, "the body must be application/json");
    }
    Optional<String> encoding = request.header("content-encoding");
    if (encoding.isPresent() && !encoding.get().equals("gzip")) {
      throw new Refused(Code.UNSUPPORTED_MEDIA, "the body may be encoded with gzip only");
    }
    try {
      byte[] body = request.body().readNBytes(MOST_SENT + 1);
      if (body.length > MOST_SENT) {
        drain(request.body());
        throw new Refused(Code.TOO_LARGE, "a body is at most " + MOST_SENT + " bytes as sent");
      }
      return body;
    } catch (IOException e) {
      throw new Refused(Code.MALFORMED, "the body ended early");
    }
  }

  /** The body unpacked. */
  static byte[] unpacked(Incoming request, byte[] sent) throws Refused {
    byte[] body = request.header("content-encoding").isPresent() ? gunzip(sent) : sent;
    if (body.length > MOST_UNPACKED) {
      throw new Refused(Code.TOO_LARGE, "a body is at most " + MOST_UNPACKED + " bytes unpacked");
    }
    return body;
  }

  private static byte[] gunzip(byte[] sent) throws Refused {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
      return in.readNBytes(MOST_UNPACKED + 1);
    } catch (IOException e) {
      throw new Refused(Code.MALFORMED, "the body is not gzip");
    }
  }

  private static void drain(InputStream body) throws IOException {
    byte[] scrap = new byte[8192];
    long drained = 0;
    int read = body.read(scrap);
    while (read >= 0 && drained < MOST_DRAINED) {
      drained += read;
      read = body.read(scrap);
    }
  }
}
