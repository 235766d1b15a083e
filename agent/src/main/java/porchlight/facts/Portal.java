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
   * @param challenge whether the right answer is made for our word, so that none that was kept is
   *     right; who lets that one page through has the right answer, too
   * @param empty whether the right answer is nothing at all, which anybody can give
   * @param ipv6 whether it was asked for by IPv6
   */
  public record Page(
      String url, String address, boolean challenge, boolean empty, boolean ipv6, Seen seen) {

    /** One that was asked for by IPv4. */
    public Page(String url, String address, boolean challenge, boolean empty, Seen seen) {
      this(url, address, challenge, empty, false, seen);
    }

    /** One whose right answer says something. */
    public Page(String url, String address, boolean challenge, Seen seen) {
      this(url, address, challenge, false, seen);
    }
  }

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

    /** No connection by IPv6, while there is a way by IPv4, which programs then take. */
    record Unreached(String detail) implements Seen {}

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

  /**
   * Whether somebody answered in the place of a page and let none through: only then is all that is
   * wrong here a login page's doing.
   */
  public boolean isClosed() {
    return isInTheWay()
        && pages.stream().noneMatch(page -> page.seen() instanceof Seen.Right && !page.empty());
  }

  /** Whether somebody answered in the place of a page. */
  public boolean isInTheWay() {
    return pages.stream()
        .anyMatch(page -> page.seen() instanceof Seen.Sent || page.seen() instanceof Seen.Other);
  }
}
