package porchlight.facts;

import java.util.List;

/**
 * Whether the browsers of a laptop warn of pages that are known to deceive or to harm.
 *
 * @param profiles one for each profile of each browser that each person has used, and for what
 *     could not be looked into; empty when nobody has used a browser
 */
public record PhishingProtection(List<Profile> profiles) {
  public PhishingProtection {
    profiles = List.copyOf(profiles);
  }

  /**
   * A profile.
   *
   * @param person the account's name; empty for people whose accounts are not on this laptop
   * @param browser its name for people; empty when it is not known which
   * @param name the name of its folder; empty when it is not known which
   */
  public record Profile(String person, String browser, String name, Warning warning, Names names) {

    /** Of which it is not known whom it asks for names. */
    public Profile(String person, String browser, String name, Warning warning) {
      this(
          person,
          browser,
          name,
          warning,
          new Names.Unclear(Reason.NOT_SUPPORTED, "whom it asks for names is not known"));
    }
  }

  /** What a browser does before it shows a page that is on the list. */
  public sealed interface Warning {
    /** It warns; {@code by} says what decided so: {@code the browser's default}. */
    record On(String by) implements Warning {}

    /** It shows it; {@code by} says what decided so: {@code a policy}. */
    record Off(String by) implements Warning {}

    /** Could not tell. */
    record Unclear(Reason reason, String detail) implements Warning {}
  }

  /**
   * Whom a browser asks where names lead; {@code by} says what decided so, as above. Who asks a
   * resolver of its own (DNS over HTTPS) goes around what the laptop's resolver blocks.
   */
  public sealed interface Names {
    /** Whom the laptop asks. */
    record Laptops(String by) implements Names {}

    /** Whom the laptop asks; where that is a well-known provider, by a way of its own. */
    record Upgraded(String by) implements Names {}

    /** A resolver of its own, unless something tells it not to. */
    record Perhaps(String by) implements Names {}

    /** A resolver of its own. */
    record Own(String by) implements Names {}

    /** Could not tell. */
    record Unclear(Reason reason, String detail) implements Names {}
  }
}
