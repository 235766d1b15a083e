package porchlight.facts;

import java.util.List;

/**
 * What keeps the passwords of the people who use a laptop.
 *
 * @param places one for each profile of each browser that each person has used, for programs of
 *     people who have used none, and for what could not be looked into
 */
public record PasswordManager(List<Place> places) {
  public PasswordManager {
    places = List.copyOf(places);
  }

  /**
   * Where a person types passwords.
   *
   * @param person the account's name; empty for people whose accounts are not on this laptop
   * @param browser its name for people; empty when there is none, or it is not known which
   * @param profile the name of the profile's folder; empty when it is not known which
   */
  public record Place(String person, String browser, String profile, Keeper keeper) {}

  /** What keeps passwords there. */
  public sealed interface Keeper {
    /** A product of its own: an extension that runs, or a program that the person has used. */
    record Dedicated(String name) implements Keeper {}

    /** The browser offers to keep them itself. */
    record BuiltIn() implements Keeper {}

    /** No product, and the browser does not offer it. */
    record Nothing() implements Keeper {}

    /** No product; whether the browser offers it could not be told. */
    record NotDedicated(Reason reason, String detail) implements Keeper {}

    /** Could not tell. */
    record Unclear(Reason reason, String detail) implements Keeper {}
  }
}
