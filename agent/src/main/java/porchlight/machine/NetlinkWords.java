package porchlight.machine;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses in the registers that {@code nft --debug=netlink} prints, four bytes a word. */
final class NetlinkWords {
  private static final Pattern SIX =
      Pattern.compile("0x([0-9a-f]{8}) 0x([0-9a-f]{8}) 0x([0-9a-f]{8}) 0x([0-9a-f]{8})");
  private static final Pattern FOUR = Pattern.compile("(?<=0x)[0-9a-f]{8}\\b");

  private NetlinkWords() {}

  /** Only addresses that were met elsewhere: a register may as well hold a mark or a port. */
  static String of(String text, Addresses addresses) {
    String clean =
        SIX.matcher(text)
            .replaceAll(found -> {
              var words = new StringBuilder();
              for (int i = 1; i <= 4; i++) {
                words.append(turned(found.group(i)));
              }
              String digits = HexAddresses.plain(words.toString(), addresses);
              var out = new StringBuilder();
              for (int i = 0; i < 32; i += 8) {
                out.append(i == 0 ? "0x" : " 0x").append(turned(digits.substring(i, i + 8)));
              }
              return out.toString();
            });
    return FOUR.matcher(clean)
        .replaceAll(found -> Matcher.quoteReplacement(word(found.group(), addresses)));
  }

  private static String word(String word, Addresses addresses) {
    int network = Integer.parseUnsignedInt(turned(word), 16); // as older versions print it
    if (addresses.knows(Dotted.text(network))) {
      return HexAddresses.four(word.toUpperCase(Locale.ROOT), prefix(network), addresses)
          .toLowerCase(Locale.ROOT);
    }
    int plain = Integer.parseUnsignedInt(word, 16);
    return addresses.knows(Dotted.text(plain))
        ? turned(
            HexAddresses.four(turned(word).toUpperCase(Locale.ROOT), prefix(plain), addresses)
                .toLowerCase(Locale.ROOT))
        : word;
  }

  private static int prefix(int address) {
    return HomeAddresses.guessed(address);
  }

  private static String turned(String word) {
    return word.substring(6) + word.substring(4, 6) + word.substring(2, 4) + word.substring(0, 2);
  }
}
