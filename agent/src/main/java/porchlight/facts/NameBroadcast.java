package porchlight.facts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether this laptop asks everybody on its networks for names. Answering others is not told here.
 *
 * @param asking each way of asking, on each link
 * @param unseen what could not be looked into; empty when these are all
 */
public record NameBroadcast(List<Asking> asking, Optional<Unseen> unseen) {

  public NameBroadcast {
    asking = List.copyOf(asking);
  }

  /**
   * One of them.
   *
   * @param by the program or the module that asks
   * @param link empty: any
   */
  public record Asking(Way way, String by, String link) {}

  /** How the neighbours are asked. */
  public enum Way {
    /** For names of one word that no name server knows: RFC 4795. */
    LLMNR,
    /** For names under {@code .local}: RFC 6762. */
    MDNS,
    /** For names of one word, as old Windows does: RFC 1001. */
    NETBIOS;

    /** The word used in JSON and in policies: {@code llmnr}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** As people write it. */
    public String label() {
      return switch (this) {
        case LLMNR -> "LLMNR";
        case MDNS -> "mDNS";
        case NETBIOS -> "NetBIOS";
      };
    }
  }
}
