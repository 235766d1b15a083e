package porchlight.machine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Stand-ins for private IPv4 addresses, by bits that are turned over below each private range and
 * above the last byte: whatever was in one network, or in a range of a firewall's rule, is so
 * again. Which bits, follows from all that was learned, so nobody without it can turn them back.
 */
final class HomeAddresses {
  /** Third bytes of the networks that routers for homes make, one as telling as the other. */
  private static final List<Integer> HOMES = List.of(1, 0, 178, 2, 68, 4, 86, 50, 100);

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<![\\d.])((?:10|172|192|100|169)(?:\\.\\d{1,3}){3})(?![\\d.]|[~+]|-\\d{1,3}(?![.\\d]))"
              + "(?=/(\\d{1,2})(?![\\d.])|[ \\t]+(?:netmask[ \\t]+)?(255(?:\\.\\d{1,3}){3})(?![\\d.])|)");

  /** As macOS shortens the networks in its table of routes. */
  private static final Pattern SHORT =
      Pattern.compile(
          "(?m)^((?:10|172|100)(?:\\.\\d{1,3}){1,2}|(?:192\\.168|169\\.254)\\.\\d{1,3})"
              + "(?=(?:/\\d{1,2})?\\s+\\S+\\s+U[A-Za-z]*(?:\\s|$))");

  /** A network in the names that lead from addresses to names, its bytes turned around. */
  private static final Pattern BACKWARDS =
      Pattern.compile(
          "(?i)(?<![\\d.])((?:\\d{1,3}\\.){1,3}(?:10|168\\.192|172|100))(?=\\.in-addr\\.arpa)");

  private static final int TRIES = 200;
  private static final int LAST_BYTE = 0xff;

  private final Set<Integer> seen = new TreeSet<>();
  private final MessageDigest learned;
  private int turned;
  private int turned24;
  private boolean settled;

  HomeAddresses() {
    try {
      learned = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** To be told of all before anything is replaced. */
  void learn(String text) {
    learned.update(text.getBytes(StandardCharsets.UTF_8));
    WRITTEN.matcher(text).results().forEach(found -> learn(Dotted.bits(found.group(1))));
  }

  void learn(int address) {
    if (isPrivate(address)) {
      seen.add(address);
    }
  }

  boolean knows(int address) {
    return seen.contains(address);
  }

  /** The text with every private address replaced. */
  String of(String text) {
    String clean = WRITTEN.matcher(text).replaceAll(HomeAddresses.this::of);
    clean = SHORT.matcher(clean).replaceAll(found -> shortened(found.group(1)));
    return BACKWARDS.matcher(clean).replaceAll(found -> around(shortened(around(found.group(1)))));
  }

  private String of(MatchResult found) {
    int address = Dotted.bits(found.group(1));
    if (!isPrivate(address)) {
      return found.group(1);
    }
    String prefix = found.group(2);
    String mask = found.group(3);
    int length =
        prefix != null
            ? Math.min(32, Integer.parseInt(prefix))
            : mask != null ? Integer.bitCount(Dotted.bits(mask)) : guessed(address);
    return Dotted.text(of(address, length));
  }

  /** Where no length stands beside it: a network's own address and its last one end alike. */
  static int guessed(int address) {
    int tail = address & 0xffff;
    return tail == 0 || tail == 0xffff ? 16 : 32;
  }

  static boolean isPrivate(int address) {
    return PrivateRange.ALL.stream().anyMatch(range -> range.holds(address));
  }

  /** What stands for an address, or for a network of that length. */
  int of(int address, int length) {
    settle();
    // Bits behind the network's: an address with its network's length beside it.
    int prefix = (address & ~top(length)) == 0 || guessed(address) == length ? length : 32;
    for (PrivateRange range : PrivateRange.MAKERS) {
      if (range.holds(address)) {
        return range.bits() == 24 ? host(address) : address;
      }
    }
    return turned(address, prefix, turned, turned24);
  }

  private static int turned(int address, int prefix, int mask, int mask24) {
    for (PrivateRange range : PrivateRange.ALL) {
      if (range.holds(address)) {
        int below = range.bits() == 16 ? mask24 : mask;
        return address ^ (below & top(Math.min(prefix, 24)) & ~top(range.bits()));
      }
    }
    return address;
  }

  /** Another laptop in a network that has its address from the makers; the router stays. */
  private int host(int address) {
    int host = address & LAST_BYTE;
    boolean stays = host < 2 || host > 253;
    return stays
        ? address
        : (address & ~LAST_BYTE) | (2 + (host - 2 + 1 + (turned >>> 8 & 63)) % 252);
  }

  private static int top(int bits) {
    return bits <= 0 ? 0 : -1 << (32 - bits);
  }

  /** Chooses the bits so that no stand-in is an address that was there, as far as that can be. */
  private void settle() {
    if (settled) {
      return;
    }
    settled = true;
    byte[] drawn = learned.digest();
    for (int round = 0; round < TRIES; round++) {
      turned = byteOf(drawn[0], 0x1f) << 16 | byteOf(drawn[1], LAST_BYTE) << 8;
      turned24 = home(round, byteOf(drawn[2], LAST_BYTE)) << 8;
      if (seen.stream()
          .noneMatch(one ->
              turned(one, 32, turned, turned24) != one
                  && seen.contains(turned(one, 32, turned, turned24)))) {
        return;
      }
      drawn = learned.digest(drawn);
    }
  }

  /** Never zero, which would turn nothing over. */
  private static int byteOf(byte drawn, int most) {
    return (drawn & most) | 1;
  }

  /** A home's network becomes another home's, while there are such bits. */
  private int home(int round, int drawn) {
    int third = -1;
    for (int one : seen) {
      int at = one >>> 8 & 0xff;
      if (one >>> 16 == (192 << 8 | 168) && HOMES.contains(at) && (one & LAST_BYTE) == 1) {
        third = at;
      }
    }
    int start = drawn % HOMES.size();
    int other = HOMES.get((start + round) % HOMES.size());
    return third < 0 || round >= HOMES.size() || third == other ? drawn : third ^ other;
  }

  private String shortened(String network) {
    String[] parts = network.split("\\.", -1);
    if (parts.length > 4) {
      return network;
    }
    int address = Dotted.bits(network + ".0".repeat(4 - parts.length));
    if (!isPrivate(address)) {
      return network;
    }
    String[] out = Dotted.text(of(address, 8 * parts.length)).split("\\.", -1);
    return String.join(".", List.of(out).subList(0, parts.length));
  }

  private static String around(String bytes) {
    return String.join(".", List.of(bytes.split("\\.", -1)).reversed());
  }
}
