package porchlight.central.views;

/** Numbers with their nouns. */
public final class Counted {
  private Counted() {}

  /** "1 laptop", "3 laptops". */
  public static String of(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
