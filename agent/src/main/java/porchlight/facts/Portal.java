package porchlight.facts;

import java.time.Instant;
import java.util.List;

/**
 * Whether pages whose answer is known are answered rightly.
 *
 * @param asOf when they were asked for
 * @param told what the network says itself
 */
public record Portal(Instant asOf, List<Page> pages, Told told) {

  public Portal {
    pages = List.copyOf(pages);
  }

  /** In a network that does not say where it tells more. */
  public Portal(Instant asOf, List<Page> pages) {
    this(asOf, pages, new Told.Nothing());
  }

  /**
   * A page.
   *
   * @param address the address that its host's name led to; empty when that is not told
   * @param challenge whether nobody else can answer it rightly
   */
  public record Page(String url, String address, boolean challenge, Seen seen) {}

  /** What was there. */
  public sealed interface Seen {
    /** What is known to be there. */
    record Right() implements Seen {}

    /** The way to another page. */
    record Sent() implements Seen {}

    /** Another page, or another emptiness. */
    record Other(int status) implements Seen {}

    /** A refusal or a trouble, which may be the server's own. */
    record Trouble(int status) implements Seen {}

    /** Nothing that can be relied on. */
    record Silent(Reason reason, String detail) implements Seen {}
  }

  /** A network's own word, at the place that it names by DHCP (RFC 8908). */
  public sealed interface Told {
    /** It names no such place, or this laptop does not keep it. */
    record Nothing() implements Told {}

    /**
     * Its word.
     *
     * @param login the host of the page to log in at; empty when it is not told
     */
    record Said(boolean captive, String login) implements Told {}

    /** Nothing that can be relied on. */
    record Silent(Reason reason, String detail) implements Told {}
  }

  /** Whether somebody answered in the place of a page. */
  public boolean isInTheWay() {
    return pages.stream()
        .anyMatch(page -> page.seen() instanceof Seen.Sent || page.seen() instanceof Seen.Other);
  }
}
