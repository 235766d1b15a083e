package porchlight.gather.linux.wifi;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.wifi.Offer.Akm;
import porchlight.gather.linux.wifi.Offer.Cipher;
import porchlight.gather.linux.wifi.Offer.Suite;

/** One network of {@code iw scan}. */
final class IwBlock {
  private static final Pattern CAPABILITY =
      Pattern.compile("\\s+capability: (.*) \\(0x([0-9a-f]{4})\\)\\s*");
  private static final Pattern ELEMENT = Pattern.compile("(?:\\t| {1,4})([A-Z][A-Za-z0-9 ]*):(.*)");
  private static final Pattern SSID = Pattern.compile("(?:\\t| {1,4})SSID: ?(.*)");
  private static final List<String> ALWAYS =
      List.of("freq:", "beacon interval:", "capability:", "SSID:", "Supported rates:");
  private static final int ESS_OR_IBSS = 0x3;
  private static final int PRIVACY = 0x10;

  private IwBlock() {}

  /** Its name; empty when hidden. */
  static String name(List<String> lines) {
    for (String line : lines) {
      Matcher m = SSID.matcher(line);
      if (m.matches()) {
        return NetworkName.unescaped(m.group(1));
      }
    }
    return "";
  }

  /** What every network has is there, and once: nothing was lost or slipped in. */
  static boolean isWhole(List<String> lines) {
    return ALWAYS.stream()
        .allMatch(key -> lines.stream().filter(line -> line.strip().startsWith(key)).count() == 1);
  }

  static Reading<Offer> offer(List<String> lines) {
    Optional<Boolean> isPrivate = Optional.empty();
    Optional<Suite> wpa = Optional.empty();
    Optional<Suite> rsn = Optional.empty();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher element = ELEMENT.matcher(line);
      if (line.strip().startsWith("capability:")) {
        var bit = privacy(line);
        if (isPrivate.isPresent() || bit.isEmpty()) {
          return notUnderstood(line);
        }
        isPrivate = bit;
      } else if (element.matches() && isElement(element.group(1))) {
        var suite = suite(element.group(2), lines, i + 1);
        if (suite.isEmpty()) {
          return notUnderstood("its " + element.group(1) + " element");
        }
        if (element.group(1).equals("RSN")) {
          rsn = rsn.map(suite.get()::plus).or(() -> suite);
        } else {
          wpa = wpa.map(suite.get()::plus).or(() -> suite);
        }
      }
    }
    if (isPrivate.isEmpty()) {
      return notUnderstood("a network without capabilities");
    }
    return Reading.known(new Offer(isPrivate.get(), wpa, rsn));
  }

  private static Reading<Offer> notUnderstood(String what) {
    return Reading.unknown(Reason.NOT_UNDERSTOOD, what);
  }

  /** OSEN is read like the others, and its only key management is one that is not understood. */
  private static boolean isElement(String name) {
    return name.equals("RSN") || name.equals("WPA") || name.equals("OSEN");
  }

  /** The word and the bit must agree. */
  private static Optional<Boolean> privacy(String line) {
    Matcher m = CAPABILITY.matcher(line);
    if (!m.matches()) {
      return Optional.empty();
    }
    int bits = Integer.parseInt(m.group(2), 16);
    boolean bit = (bits & PRIVACY) != 0;
    boolean word = List.of(m.group(1).split(" ", -1)).contains("Privacy");
    boolean isNetwork = (bits & ESS_OR_IBSS) != 0;
    return bit == word && isNetwork ? Optional.of(bit) : Optional.empty();
  }

  /** The lines that are set in deeper, and the rest of the first. */
  private static Optional<Suite> suite(String first, List<String> lines, int from) {
    Set<Akm> akms = EnumSet.noneOf(Akm.class);
    Set<Cipher> pairwise = EnumSet.noneOf(Cipher.class);
    Set<Cipher> group = EnumSet.noneOf(Cipher.class);
    if (!first.strip().equals("* Version: 1")) {
      return Optional.empty();
    }
    for (int i = from; i < lines.size() && isDeeper(lines.get(i)); i++) {
      String line = lines.get(i).strip();
      boolean understood =
          add(line, "* Group cipher:", IwWords::cipher, group)
              && add(line, "* Pairwise ciphers:", IwWords::cipher, pairwise)
              && add(line, "* Authentication suites:", IwWords::akm, akms)
              && !line.contains("bogus");
      if (!understood) {
        return Optional.empty();
      }
    }
    return Optional.of(new Suite(akms, pairwise, group)).filter(Suite::isComplete);
  }

  private static boolean isDeeper(String line) {
    return line.startsWith("\t\t") || line.startsWith("        ");
  }

  /** False for a word that is not known; a line of another key is none of its business. */
  private static <E> boolean add(
      String line, String key, Function<String, Optional<E>> word, Set<E> into) {
    if (!line.startsWith(key)) {
      return true;
    }
    for (String text : IwWords.split(line.substring(key.length()))) {
      var known = word.apply(text);
      if (known.isEmpty()) {
        return false;
      }
      into.add(known.get());
    }
    return true;
  }
}
