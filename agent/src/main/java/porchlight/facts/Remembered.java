package porchlight.facts;

import java.time.Instant;
import java.util.List;

/** What earlier looks left behind about the networks that this laptop is on now. */
public record Remembered(List<Earlier> networks) {

  /** As on the first day. */
  public static final Remembered NOTHING = new Remembered(List.of());

  public Remembered {
    networks = List.copyOf(networks);
  }

  /**
   * A network that was met before.
   *
   * @param link the link that leads there now
   * @param since when it was met first
   * @param boxes those of the gateways there now that were met before
   */
  public record Earlier(String link, By by, Instant since, List<Box> boxes) {
    public Earlier {
      boxes = List.copyOf(boxes);
    }
  }

  /** How it is known to be the same network. */
  public enum By {
    /** The link has been up without a break. */
    CONNECTION,
    /** A Wi-Fi network of this name, kind and range, which cannot be joined without a password. */
    WIFI,
    /** The same whatever its range is: that is chosen by whoever answers for DHCP. */
    NAME
  }

  /**
   * A gateway, known by its hardware address.
   *
   * @param since when it was met first there
   * @param days on how many days it was seen
   * @param alone whether no other address of the network shared its hardware address at first
   */
  public record Box(String mac, Instant since, int days, boolean alone) {}
}
