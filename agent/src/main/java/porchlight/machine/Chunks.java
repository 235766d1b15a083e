package porchlight.machine;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a body that comes in pieces (RFC 9112, 7.1); it ends where that is not kept to. */
final class Chunks extends ByPieces {
  private static final int LONGEST_LINE = 100;

  private final InputStream in;
  private long left;
  private boolean isBegun;
  private boolean isOver;

  Chunks(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    if (left == 0 && !isOver) {
      if (isBegun) {
        line(); // behind a piece
      }
      isBegun = true;
      left = size(line());
      isOver = left == 0;
    }
    if (isOver) {
      return -1;
    }
    int n = in.read(into, from, (int) Math.min(most, left));
    isOver = n < 0;
    left -= Math.max(0, n);
    return n;
  }

  private static long size(String line) {
    int end = line.indexOf(';');
    String digits = (end < 0 ? line : line.substring(0, end)).strip();
    return digits.matches("[0-9A-Fa-f]{1,8}") ? Long.parseLong(digits, 16) : 0;
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    while (line.length() < LONGEST_LINE) {
      int one = in.read();
      if (one < 0 || one == '\n') {
        break;
      }
      line.append((char) one);
    }
    return line.toString();
  }
}
