package porchlight.facts;

import java.util.List;

/**
 * The names that this laptop answers for itself, before it asks anybody: its hosts file.
 *
 * @param isAsked whether programs look there at all
 * @param pointed the names of the internet that are given an address, in the file's order
 * @param blocked how many names of the internet are given an address where nobody answers, as lists
 *     against advertising do
 * @param isMoved whether programs are sent to another file than the system's own, which is not read
 */
public record Hosts(boolean isAsked, List<Entry> pointed, int blocked, boolean isMoved) {

  public Hosts {
    pointed = List.copyOf(pointed);
  }

  /** Of the system's own file. */
  public Hosts(boolean isAsked, List<Entry> pointed, int blocked) {
    this(isAsked, pointed, blocked, false);
  }

  /** The system's own file is not the one that is asked. */
  public static Hosts moved() {
    return new Hosts(true, List.of(), 0, true);
  }

  /** One name, in small letters. */
  public record Entry(String name, String address) {}
}
