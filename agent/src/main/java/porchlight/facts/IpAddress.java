package porchlight.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An IPv4 or IPv6 address; an IPv4 address in IPv6's clothes ({@code ::ffff:192.0.2.1}) is the IPv4
 * address. Never a name, so nothing is ever resolved.
 *
 * @param high the first 8 bytes of an IPv6 address; 0 for IPv4
 * @param low the last 8 bytes, or the IPv4 address
 */
public record IpAddress(boolean isIpv4, long high, long low) {
  private static final long MAPPED = 0xffffL;

  public static IpAddress ipv4(long bits) {
    return new IpAddress(true, 0, bits & 0xffff_ffffL);
  }

  public static IpAddress ipv6(long high, long low) {
    return high == 0 && low >>> 32 == MAPPED ? ipv4(low) : new IpAddress(false, high, low);
  }

  /** The address of that text: dotted decimal or RFC 4291, without zone, brackets or port. */
  public static Optional<IpAddress> of(String text) {
    return text.indexOf(':') >= 0
        ? groups(text).map(IpAddress::fromGroups)
        : dotted(text).map(IpAddress::ipv4);
  }

  /** Only this machine answers there. */
  public boolean isLoopback() {
    return isIpv4 ? low >>> 24 == 127 : high == 0 && low == 1;
  }

  /** {@code 0.0.0.0} or {@code ::}. */
  public boolean isAny() {
    return high == 0 && low == 0;
  }

  /** The usual text; for IPv6 that of RFC 5952. */
  public String text() {
    return isIpv4 ? ipv4Text() : ipv6Text();
  }

  private String ipv4Text() {
    return (low >>> 24) + "." + (low >> 16 & 255) + "." + (low >> 8 & 255) + "." + (low & 255);
  }

  private String ipv6Text() {
    int start = -1;
    int length = 1; // a single zero group is written out
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && group(end) == 0) {
        end++;
      }
      if (end - i > length) {
        start = i;
        length = end - i;
      }
    }
    var out = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == start) {
        out.append("::");
        i += length - 1;
      } else {
        boolean first = out.isEmpty() || out.charAt(out.length() - 1) == ':';
        out.append(first ? "" : ":").append(Long.toHexString(group(i)));
      }
    }
    return out.toString();
  }

  private long group(int index) {
    return (index < 4 ? high >>> (48 - 16 * index) : low >>> (112 - 16 * index)) & 0xffff;
  }

  private static IpAddress fromGroups(List<Integer> groups) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < 4; i++) {
      high = high << 16 | groups.get(i);
      low = low << 16 | groups.get(i + 4);
    }
    return ipv6(high, low);
  }

  // By hand, here and below: every start of the agent reads a policy's ranges, and a pattern costs
  // a start more than it saves.
  private static Optional<Long> dotted(String text) {
    long bits = 0;
    int parts = 0;
    for (int at = 0; at <= text.length(); parts++) {
      int dot = text.indexOf('.', at);
      int end = dot < 0 ? text.length() : dot;
      int part = digits(text, at, end, 10, 3);
      boolean padded = end - at > 1 && text.charAt(at) == '0';
      if (part < 0 || part > 255 || padded || parts == 4) {
        return Optional.empty();
      }
      bits = bits << 8 | part;
      at = end + 1;
    }
    return parts == 4 ? Optional.of(bits) : Optional.empty();
  }

  /** The number that stands there, of 1 to {@code most} ASCII digits; -1 for none. */
  private static int digits(String text, int start, int end, int radix, int most) {
    if (end <= start || end - start > most) {
      return -1;
    }
    int number = 0;
    for (int i = start; i < end; i++) {
      char letter = text.charAt(i);
      int digit = letter < 128 ? Character.digit(letter, radix) : -1;
      if (digit < 0) {
        return -1;
      }
      number = number * radix + digit;
    }
    return number;
  }

  private static Optional<List<Integer>> groups(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return side(text, true).filter(all -> all.size() == 8);
    }
    var before = side(text.substring(0, gap), false);
    var after = side(text.substring(gap + 2), true);
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    int zeros = 8 - before.get().size() - after.get().size();
    if (zeros < 1) {
      return Optional.empty();
    }
    var all = new ArrayList<Integer>(before.get());
    for (int i = 0; i < zeros; i++) {
      all.add(0);
    }
    all.addAll(after.get());
    return Optional.of(all);
  }

  /** Groups between colons; the very last may be a dotted IPv4 address. */
  private static Optional<List<Integer>> side(String text, boolean isEnd) {
    var found = new ArrayList<Integer>();
    String[] parts = text.isEmpty() ? new String[0] : text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      int group = digits(parts[i], 0, parts[i].length(), 16, 4);
      if (group >= 0) {
        found.add(group);
      } else if (isEnd && i == parts.length - 1 && dotted(parts[i]).isPresent()) {
        long bits = dotted(parts[i]).get();
        found.add((int) (bits >>> 16));
        found.add((int) (bits & 0xffff));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }
}
