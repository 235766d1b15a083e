package porchlight.gather.place;

import java.util.Optional;
import porchlight.facts.Place.Sign;

/**
 * What kind of maker a hardware address names. Each line of the table has four digits that
 * addresses begin with, then the next two and a letter for the kind, one after another.
 */
record NetworkMakers(String table) {
  private static final int START = 4;

  static NetworkMakers shipped() {
    return new NetworkMakers(Shipped.text("network-makers.txt"));
  }

  /** Of a hardware address in lower case with colons; nothing for a made-up or unlisted one. */
  Optional<Sign> of(String mac) {
    String digits = mac.replace(":", "");
    if (digits.length() != 12) {
      return Optional.empty();
    }
    int line = table.indexOf("\n" + digits.substring(0, START) + " ");
    if (line < 0) {
      return Optional.empty();
    }
    int end = table.indexOf('\n', line + 1);
    String wanted = " " + digits.substring(START, START + 2);
    int at = table.indexOf(wanted, line + START);
    return at < 0 || at >= end ? Optional.empty() : kind(table.charAt(at + wanted.length()));
  }

  private static Optional<Sign> kind(char letter) {
    return switch (letter) {
      case 'e' -> Optional.of(Sign.COMPANY_MAKER);
      case 'h' -> Optional.of(Sign.HOME_MAKER);
      case 'i' -> Optional.of(Sign.PROVIDER_MAKER);
      case 'm' -> Optional.of(Sign.MODEM_MAKER);
      case 'p' -> Optional.of(Sign.PHONE_MAKER);
      case 'v' -> Optional.of(Sign.VIRTUAL_MAKER);
      default -> Optional.empty();
    };
  }
}
