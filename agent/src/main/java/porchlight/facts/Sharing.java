package porchlight.facts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What this laptop is set to offer to those around it, beside programs that listen. */
public record Sharing(List<Offer> offers) {
  public Sharing {
    offers = List.copyOf(offers);
  }

  /** One thing that can be offered, and to whom it is. */
  public record Offer(Kind kind, Reading<Audience> audience) {}

  /** What can be offered. */
  public enum Kind {
    AIRDROP("AirDrop"),
    AIRPLAY("AirPlay Receiver"),
    BLUETOOTH("Bluetooth Sharing"),
    CONTENT_CACHE("Content Caching"),
    GUEST_FILES("file sharing for guests"),
    INTERNET("Internet Sharing"),
    MEDIA("Media Sharing with guests"),
    NEARBY("Nearby sharing"),
    PRINTERS("Printer Sharing"),
    SMB1("file sharing by SMB 1");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The word used in JSON and in policies: {@code content-cache}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As people know it. */
    public String label() {
      return label;
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

  /** To whom. */
  public enum Audience {
    NOBODY,
    /** To people or accounts that were chosen before. */
    CHOSEN,
    EVERYBODY;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
