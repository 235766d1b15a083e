package porchlight.gather.place;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.facts.Place.Sign;

/** What names of Wi-Fi networks are usual for; anybody can take any. */
record NetworkNames(String table) {
  private static final int LONGEST = 32;

  static NetworkNames shipped() {
    return new NetworkNames(Shipped.text("network-names.tsv"));
  }

  /** What a network of that name would be; nothing for a name like any. */
  Optional<Sign> of(String name) {
    if (name.isBlank() || name.length() > LONGEST) {
      return Optional.empty();
    }
    String small = name.toLowerCase(Locale.ROOT);
    for (String line : table.split("\n", -1)) {
      int tab = line.indexOf('\t');
      if (tab > 0 && fits(line.substring(tab + 1), name, small)) {
        return kind(line.substring(0, tab));
      }
    }
    return Optional.empty();
  }

  private static boolean fits(String wanted, String name, String small) {
    return wanted.startsWith("~")
        ? Pattern.compile(wanted.substring(1)).matcher(name).find()
        : wanted.equals(small);
  }

  private static Optional<Sign> kind(String word) {
    return switch (word) {
      case "public" -> Optional.of(Sign.PUBLIC_NAME);
      case "guest" -> Optional.of(Sign.GUEST_NAME);
      case "phone" -> Optional.of(Sign.PHONE_NAME);
      case "home" -> Optional.of(Sign.HOME_NAME);
      default -> Optional.empty();
    };
  }
}
