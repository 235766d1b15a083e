package porchlight.uplink.road;

/** A connection to central that another process holds from one report to the next. */
public interface Held {
  /** What came of it. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  sealed interface Carried {
    /** The answer, an HTTP/1.1 message. */
    record Answer(byte[] bytes) implements Carried {}

    /** Nothing has left. */
    record Unsent(String why) implements Carried {}

    /** It left, or a part of it, and no answer came. */
    record Lost(String why) implements Carried {}
  }

  /**
   * Has an HTTP/1.1 message carried.
   *
   * @param leaf the SHA-256, in hex, of the certificate that the other end must show
   */
  Carried carry(String host, int port, String leaf, byte[] message);
}
