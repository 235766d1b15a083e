package porchlight.gather.linux.firewall;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How iptables writes ports, addresses, flags and other values. Anything not clear is empty. */
final class IptablesValues {
  private IptablesValues() {}

  static Optional<BigInteger> flagBits(String list) {
    return switch (list) {
      case "NONE" -> Optional.of(BigInteger.ZERO);
      case "ALL" -> Optional.of(BigInteger.valueOf(0x3f));
      default -> words(Field.TCPFLAGS, list).map(IptablesValues::orOf);
    };
  }

  static BigInteger orOf(List<Ranges> parts) {
    return parts.stream().map(Ranges::first).reduce(BigInteger.ZERO, BigInteger::or);
  }

  /** The meanings of words with commas between; empty when one is not known. */
  static Optional<List<Ranges>> words(Field field, String list) {
    var out = new ArrayList<Ranges>();
    for (String word : list.split(",", -1)) {
      Optional<Ranges> meaning = Words.meaning(field, word.toLowerCase(Locale.ROOT));
      if (meaning.isEmpty()) {
        return Optional.empty();
      }
      out.add(meaning.get());
    }
    return Optional.of(out);
  }

  static Optional<Condition> protocol(String word, boolean negated) {
    if (word.equals("all") || word.equals("0")) {
      return Optional.of(new Condition.Fixed(!negated));
    }
    return Words.meaning(Field.L4PROTO, word)
        .map(wanted -> new Condition.In(Field.L4PROTO, wanted, negated));
  }

  static Optional<Condition> network(Field field, String text, boolean negated) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    String mask = slash < 0 ? "" : text.substring(slash + 1);
    Optional<Ranges> network =
        slash < 0
            ? Addresses.parse(address)
            : mask.matches("[0-9]{1,3}")
                ? Addresses.prefix(address, Long.parseLong(mask))
                : Addresses.number(mask)
                    .flatMap(bits -> length(bits, Addresses.isV6(mask) ? 128 : 32))
                    .flatMap(length -> Addresses.prefix(address, length));
    return network.map(wanted -> new Condition.In(field, wanted, negated));
  }

  /** The length of a mask whose ones are all in front. */
  private static Optional<Integer> length(BigInteger mask, int width) {
    int ones = mask.bitCount();
    return Addresses.prefix(mask, ones, width).first().equals(mask) && ones <= width
        ? Optional.of(ones)
        : Optional.empty();
  }

  static Optional<Ranges> between(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      return Addresses.parse(text);
    }
    return Addresses.number(text.substring(0, dash))
        .flatMap(first ->
            Addresses.number(text.substring(dash + 1)).map(last -> Ranges.of(first, last)));
  }

  /** Ranges with commas between them. */
  static Optional<Ranges> ranges(String list) {
    var parts = new ArrayList<Ranges>();
    for (String part : list.split(",", -1)) {
      Optional<Ranges> range = range(part);
      if (range.isEmpty()) {
        return range;
      }
      parts.add(range.get());
    }
    return Optional.of(Ranges.join(parts));
  }

  /** {@code 22}, {@code 20:25}, {@code 1024:} or {@code :1023}. */
  static Optional<Ranges> range(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return Words.number(text).map(Ranges::just);
    }
    String low = text.substring(0, colon);
    String high = text.substring(colon + 1);
    Optional<BigInteger> first = low.isEmpty() ? Optional.of(BigInteger.ZERO) : Words.number(low);
    Optional<BigInteger> last =
        high.isEmpty() ? Optional.of(BigInteger.valueOf(65535)) : Words.number(high);
    return first.flatMap(a -> last.map(b -> Ranges.of(a, b)));
  }
}
