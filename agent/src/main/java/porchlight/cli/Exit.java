package porchlight.cli;

/** What the process says to the one that started it. */
public final class Exit {
  /** Safe; or the command did what it was asked. */
  public static final int SAFE = 0;

  /** Something at or above {@code --fail-on} failed. */
  public static final int FOUND = 1;

  /** Nothing failed, but something that matters could not be seen. */
  public static final int CANNOT_SAY = 2;

  /** The command line is not one. */
  public static final int USAGE = 64;

  /** Our own mistake. */
  public static final int OURS = 70;

  /** A file that the operator wrote or named cannot be used. */
  public static final int CONFIGURATION = 78;

  private Exit() {}
}
