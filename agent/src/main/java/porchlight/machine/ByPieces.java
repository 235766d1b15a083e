package porchlight.machine;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that are read in pieces; one is a piece of one. */
abstract class ByPieces extends InputStream {
  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public abstract int read(byte[] into, int from, int most) throws IOException;
}
