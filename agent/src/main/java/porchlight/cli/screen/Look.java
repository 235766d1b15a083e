package porchlight.cli.screen;

/**
 * What a screen may use.
 *
 * @param colour whether escape sequences are understood and wanted
 * @param unicode whether more than ASCII arrives as it was meant
 * @param columns how wide a line may be
 */
public record Look(boolean colour, boolean unicode, int columns) {
  private static final int USUAL = 80;
  private static final int NARROWEST = 40;

  /** Plain ASCII, as wide as usual. */
  public static Look plain() {
    return new Look(false, false, USUAL);
  }

  /**
   * The width that the environment's {@code COLUMNS} asks for, never wider than is good to read.
   */
  public static int columns(String wanted) {
    try {
      return Math.min(USUAL, Math.max(NARROWEST, Integer.parseInt(wanted.strip())));
    } catch (NumberFormatException notTold) {
      return USUAL;
    }
  }
}
