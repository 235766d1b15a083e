package porchlight.machine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of answers what names a person, a network or a place, the same thing always by the same
 * stand-in, so that a recording is judged like the machine it came from: names that a question
 * declares personal, the host name, hardware addresses, and public addresses (but for well-known
 * public resolvers, which are no secret and are judged by).
 */
final class Redaction {
  private static final Pattern MAC =
      Pattern.compile("(?i)(?<![0-9a-f:])([0-9a-f]{2}(:[0-9a-f]{2}){5})(?![0-9a-f:])");
  private static final Pattern IPV4 =
      Pattern.compile("(?<![\\d.])(\\d{1,3}(?:\\.\\d{1,3}){3})(?![\\d.])");
  private static final Pattern IPV6_GLOBAL =
      Pattern.compile("(?i)(?<![0-9a-f:])([23][0-9a-f]{3}:[0-9a-f:]{2,34})(?![0-9a-f:])");

  /** An address of the link itself may hold the hardware address. */
  private static final Pattern IPV6_LINK =
      Pattern.compile("(?i)(?<![0-9a-f:])(fe80:[0-9a-f:]{2,34})(?![0-9a-f:])");

  private static final Pattern SEARCH = Pattern.compile("(?m)^(?:search|domain)[ \\t]+(\\S+)");

  /** Private, loopback, link-local, group and documentation addresses, the same in every home. */
  private static final Pattern NO_ONES =
      Pattern.compile(
          "0\\.|10\\.|127\\.|169\\.254\\.|172\\.(1[6-9]|2\\d|3[01])\\.|192\\.168\\.|192\\.0\\.[02]\\."
              + "|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\.|198\\.1[89]\\.|198\\.51\\.100\\.|203\\.0\\.113\\."
              + "|2(2[4-9]|[34]\\d|5[0-5])\\.|(?i:2001:0?db8:)");

  private static final Set<String> PUBLIC_RESOLVERS =
      Set.of(
          "1.1.1.1",
          "1.0.0.1",
          "1.1.1.2",
          "1.1.1.3",
          "8.8.8.8",
          "8.8.4.4",
          "9.9.9.9",
          "149.112.112.112",
          "208.67.222.222",
          "208.67.220.220",
          "94.140.14.14",
          "94.140.15.15",
          "2606:4700:4700::1111",
          "2606:4700:4700::1001",
          "2001:4860:4860::8888",
          "2001:4860:4860::8844",
          "2620:fe::fe",
          "2620:fe::9");

  private static final Pattern DEVICE_NAME = Pattern.compile("(?m)^name=(.+)$");

  /** A shorter one would be found inside half the words there are. */
  private static final int SHORTEST_NAME = 3;

  /** Longest first, so that a name inside another does not spoil it. */
  private final Map<String, String> names =
      new TreeMap<>(
          java.util.Comparator.comparingInt(String::length).reversed().thenComparing(name -> name));

  private final Map<String, String> addresses = new HashMap<>();
  private final Map<Pattern, String> shapes = new LinkedHashMap<>();

  private final Predicate<String> kept;

  Redaction(Predicate<String> kept) {
    this.kept = kept;
    shapes.put(MAC, "mac");
    shapes.put(IPV6_LINK, "local");
    shapes.put(IPV6_GLOBAL, "v6");
    shapes.put(IPV4, "v4");
  }

  void learn(Question question, Answer answer) {
    if (!(answer instanceof Answer.Said said)) {
      return;
    }
    if (question instanceof Run run) {
      for (Pattern personal : run.personal()) {
        learn(personal, said.text() + "\n" + said.error(), "network");
      }
    }
    if (question instanceof Question.ReadFile) {
      learn(SEARCH, said.text(), "domain");
    }
    if (question instanceof Question.Native) {
      learn(DEVICE_NAME, said.text(), "laptop");
    }
  }

  private void learn(Pattern pattern, String text, String kind) {
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      String name = found.group(1);
      if (name != null && name.strip().length() >= SHORTEST_NAME && !name.equals("localhost")) {
        names.computeIfAbsent(name.strip(), unused -> kind + "-" + (names.size() + 1));
      }
    }
  }

  Answer of(Answer answer) {
    return switch (answer) {
      case Answer.Said(int code, var text, var error) -> new Answer.Said(code, of(text), of(error));
      case Answer.Failed(var detail) -> new Answer.Failed(of(detail));
      case Answer.Missing missing -> missing;
      case Answer.Denied denied -> denied;
      case Answer.TimedOut late -> late;
      case Answer.TooLong tooLong -> tooLong;
    };
  }

  private String of(String text) {
    String clean = text;
    for (var name : names.entrySet()) {
      clean = clean.replace(name.getKey(), name.getValue());
    }
    for (var shape : shapes.entrySet()) {
      clean =
          shape
              .getKey()
              .matcher(clean)
              .replaceAll(
                  found -> Matcher.quoteReplacement(standIn(found.group(1), shape.getValue())));
    }
    return clean;
  }

  private String standIn(String address, String kind) {
    String like =
        switch (kind) {
          case "mac" -> isNobodys(address) ? "" : "02:00:5e:00:%02x:%02x";
          case "v6" -> isKept(address) ? "" : "2001:db8::%x:%x";
          case "local" -> kept.test(address) ? "" : "fe80::%x:%x";
          default -> isKept(address) ? "" : "198.18.%d.%d";
        };
    return like.isEmpty() ? address : addresses.computeIfAbsent(address, a -> next(like));
  }

  private boolean isKept(String address) {
    return PUBLIC_RESOLVERS.contains(address)
        || NO_ONES.matcher(address).lookingAt()
        || kept.test(address);
  }

  private String next(String format) {
    int next = addresses.size() + 1;
    return String.format(format, next / 256, next % 256);
  }

  /** All zeros, all ones and the addresses of groups belong to no device. */
  private static boolean isNobodys(String mac) {
    String lower = mac.toLowerCase(java.util.Locale.ROOT);
    return lower.equals("00:00:00:00:00:00")
        || lower.equals("ff:ff:ff:ff:ff:ff")
        || lower.startsWith("33:33:")
        || lower.startsWith("01:00:5e:");
  }
}
