package porchlight.facts;

import java.util.List;

/**
 * The names that this laptop answers for itself, before it asks anybody: its hosts file.
 *
 * @param isAsked whether programs look there at all
 * @param pointed the names of the internet that are given an address, in the file's order
 * @param blocked how many names of the internet are given an address where nobody answers, as lists
 *     against advertising do
 */
public record Hosts(boolean isAsked, List<Entry> pointed, int blocked) {

  public Hosts {
    pointed = List.copyOf(pointed);
  }

  /** One name, in small letters. */
  public record Entry(String name, String address) {}
}
