package porchlight.central.views;

import io.nayuki.qrcodegen.QrCode;

/** A QR code to draw: so many modules wide, the dark ones as an SVG path. */
public record Picture(int size, String path) {
  /** The modules around it that have to be light. */
  private static final int QUIET = 4;

  /** The picture of a text. */
  public static Picture of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET).append(',').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return new Picture(code.size + 2 * QUIET, path.toString());
  }
}
