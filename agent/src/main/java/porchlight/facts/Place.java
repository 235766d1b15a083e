package porchlight.facts;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The local networks that this laptop is on, seen as places, the preferred one first; none when it
 * is on none.
 */
public record Place(List<Spot> spots) {

  public Place {
    spots = List.copyOf(spots);
  }

  /**
   * One of them.
   *
   * @param id what stands for it under a key; empty where there is no key, or where its gateway has
   *     not told who it is
   * @param signs what hints at its kind, in the order of all of them; anybody can make such hints
   * @param met earlier visits; empty on the first
   * @param label what it was said to be
   */
  public record Spot(
      String link,
      Optional<String> id,
      List<Sign> signs,
      Reading<Optional<Met>> met,
      Optional<Label> label) {

    public Spot {
      signs = signs.stream().distinct().sorted(Comparator.naturalOrder()).toList();
    }
  }

  /**
   * Earlier visits.
   *
   * @param last when the last of them ended
   * @param visits how many, this one not counted
   */
  public record Met(Instant first, Instant last, int visits) {}

  /** What it was said to be, and what is known of its being that very place. */
  public record Label(Kind kind, By by, Proof proof) {}

  /** Who said so. */
  public enum By {
    POLICY,
    PERSON;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What shows that it is the place that was meant, best first. */
  public enum Proof {
    /** A Wi-Fi network of that name took a password, and behind it is the same gateway. */
    PASSWORD,
    /** Gateway and addresses are the same, which whoever knows them can copy. */
    ADDRESSES,
    /** Wi-Fi that anybody can pretend to be, or another way in than the one that was meant. */
    NOTHING;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What kind of place. */
  public enum Kind {
    HOME("a home"),
    OFFICE("an office"),
    GUEST("a network for guests"),
    PUBLIC_HOTSPOT("a public hotspot"),
    PHONE_HOTSPOT("a phone's hotspot"),
    WIRED("a network by cable"),
    UNKNOWN("a network of unknown kind");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** How a person says it. */
    public String label() {
      return label;
    }

    /** The word used in JSON, policies and on the command line: {@code public-hotspot}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of that word. */
    public static Optional<Kind> of(String word) {
      for (Kind kind : values()) {
        if (kind.word().equals(word)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /** What hints at a kind. */
  public enum Sign {
    OPEN_WIFI("the Wi-Fi is open"),
    PASSWORD_WIFI("the Wi-Fi has a password"),
    COMPANY_WIFI("everybody logs in to the Wi-Fi (802.1X)"),
    CABLE("a cable"),
    PUBLIC_NAME("the name is that of hotspots"),
    GUEST_NAME("the name is that of networks for guests"),
    PHONE_NAME("the name is that of phones"),
    HOME_NAME("the name is one that routers for homes come with"),
    COMPANY_MAKER("the gateway's maker makes networks for companies"),
    HOME_MAKER("the gateway's maker makes routers for homes"),
    PROVIDER_MAKER("the gateway's maker makes routers that providers hand out"),
    MODEM_MAKER("the gateway's maker makes mobile routers"),
    PHONE_MAKER("the gateway's maker makes phones"),
    VIRTUAL_MAKER("the gateway is a virtual machine's"),
    MADE_UP_MAC("the gateway's hardware address is made up"),
    SHARED_MAC("the gateway is several routers that take turns"),
    IPHONE_RANGE("the addresses are those of an iPhone"),
    ANDROID_RANGE("the addresses are those of an Android phone"),
    SHARING_RANGE("the addresses are those of a laptop that shares its connection"),
    MOBILE_RANGE("the addresses are those of mobile routers"),
    HOME_RANGE("the addresses are those of routers for homes"),
    CARRIER_RANGE("the address is a provider's own (CGNAT)"),
    WIDE_RANGE("the range has room for thousands"),
    HOME_SUFFIX("the names' suffix is that of routers for homes"),
    OWN_SUFFIX("the names' suffix is somebody's own domain"),
    PUBLIC_CATEGORY("the operating system calls it public"),
    PRIVATE_CATEGORY("the operating system calls it private"),
    DOMAIN_CATEGORY("the operating system has seen its own domain there"),
    LOGIN_PAGE("a login page answers in the place of others");

    private final String label;

    Sign(String label) {
      this.label = label;
    }

    /** How a person says it. */
    public String label() {
      return label;
    }

    /** The word used in JSON: {@code open-wifi}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
