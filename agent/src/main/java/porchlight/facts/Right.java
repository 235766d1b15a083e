package porchlight.facts;

/**
 * What it takes to read a fact on one operating system.
 *
 * @param part what only root, or an administrator, can see of it; empty where everybody sees all
 */
public record Right(Need need, String part) {

  /** Who can see it. */
  public enum Need {
    USER("as a user"),
    PARTLY("as a user, and more as " + Need.ROOT_WORD),
    ROOT("needs " + Need.ROOT_WORD),
    NOT_READ("not read on this system");

    private static final String ROOT_WORD = "root";

    private final String words;

    Need(String words) {
      this.words = words;
    }

    /** For people on that system, by what it calls whoever may do everything. */
    public String words(String system) {
      return system.equals("windows") ? words.replace(ROOT_WORD, "an administrator") : words;
    }
  }

  /** Everybody sees all of it. */
  public static Right user() {
    return new Right(Need.USER, "");
  }

  /** Everybody sees it but for that part. */
  public static Right userBut(String part) {
    return new Right(Need.PARTLY, part);
  }

  /** Without root, or an administrator, it is unknown. */
  public static Right root(String part) {
    return new Right(Need.ROOT, part);
  }

  /** Nobody sees it yet. */
  public static Right notRead() {
    return new Right(Need.NOT_READ, "");
  }
}
