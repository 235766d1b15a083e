package porchlight.uplink.road.pac;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The functions of proxy scripts that are about names and addresses. */
final class NetFunctions {
  private static final java.util.regex.Pattern FOUR =
      java.util.regex.Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

  private NetFunctions() {}

  static void into(Map<String, Object> names, PacHost host, Budget budget) {
    Globals.define(names, "isPlainHostName", name -> !Convert.text(name).contains("."));
    Globals.define(
        names,
        "dnsDomainLevels",
        name -> (double) Convert.text(name).chars().filter(letter -> letter == '.').count());
    Globals.define(
        names,
        "dnsResolve",
        name ->
            host.addresses(Convert.text(name)).stream()
                .findFirst()
                .<Object>map(text -> text)
                .orElse(Nothing.NULL));
    Globals.define(
        names, "dnsResolveEx", name -> String.join(";", host.addresses(Convert.text(name))));
    for (String name : List.of("isResolvable", "isResolvableEx")) {
      Globals.define(names, name, word -> !host.addresses(Convert.text(word)).isEmpty());
    }
    Globals.define(
        names, "myIpAddress", none -> host.own().stream().findFirst().orElse("127.0.0.1"));
    Globals.define(names, "myIpAddressEx", none -> String.join(";", host.own()));
    Globals.define(names, "sortIpAddressList", list -> Convert.text(list));
    Globals.define(names, "convert_addr", text -> (double) number(Convert.text(text)));
    Globals.define(names, "getClientVersion", none -> "1.0");
    Globals.define(names, "alert", text -> Nothing.UNDEFINED);
    two(
        names,
        "dnsDomainIs",
        (name, domain) -> name.toLowerCase(Locale.ROOT).endsWith(domain.toLowerCase(Locale.ROOT)));
    two(
        names,
        "localHostOrDomainIs",
        (name, full) -> name.equals(full) || (!name.contains(".") && full.startsWith(name + ".")));
    two(names, "shExpMatch", (text, pattern) -> like(text, pattern, budget));
    two(names, "isInNetEx", (name, net) -> isInside(name, net, host));
    names.put(
        "isInNet",
        (Callable)
            (self, words) ->
                isInNet(
                    Convert.text(Callable.word(words, 0)),
                    Convert.text(Callable.word(words, 1)),
                    Convert.text(Callable.word(words, 2)),
                    host));
  }

  /** A question about two texts. */
  @FunctionalInterface
  private interface Two {
    boolean ask(String one, String other);
  }

  private static void two(Map<String, Object> names, String name, Two test) {
    names.put(
        name,
        (Callable)
            (self, words) ->
                test.ask(
                    Convert.text(Callable.word(words, 0)), Convert.text(Callable.word(words, 1))));
  }

  private static boolean isInNet(String name, String net, String mask, PacHost host) {
    String address =
        FOUR.matcher(name).matches()
            ? name
            : host.addresses(name).stream()
                .filter(text -> FOUR.matcher(text).matches())
                .findFirst()
                .orElse("");
    return !address.isEmpty() && (number(address) & number(mask)) == (number(net) & number(mask));
  }

  /** An address of version 4 as a number; 0 when it is none. */
  private static int number(String text) {
    var parts = FOUR.matcher(text.strip());
    if (!parts.matches()) {
      return 0;
    }
    int number = 0;
    for (int i = 1; i <= 4; i++) {
      number = (number << 8) | (Integer.parseInt(parts.group(i)) & 255);
    }
    return number;
  }

  private static boolean isInside(String name, String net, PacHost host) {
    int slash = net.indexOf('/');
    byte[] first = bytes(slash < 0 ? net : net.substring(0, slash));
    double length = slash < 0 ? first.length * 8 : Convert.number(net.substring(slash + 1));
    List<String> addresses = bytes(name).length > 0 ? List.of(name) : host.addresses(name);
    return addresses.stream().anyMatch(text -> begins(bytes(text), first, length));
  }

  private static boolean begins(byte[] address, byte[] net, double length) {
    if (address.length != net.length || net.length == 0 || !(length >= 0)) {
      return false;
    }
    for (int bit = 0; bit < Math.min(length, net.length * 8); bit++) {
      int at = 7 - bit % 8;
      if (((address[bit / 8] ^ net[bit / 8]) >> at & 1) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Of an address, never of a name; none when it is neither version. */
  private static byte[] bytes(String text) {
    if (!FOUR.matcher(text).matches() && !text.matches("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*")) {
      return new byte[0];
    }
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException notOne) {
      return new byte[0];
    }
  }

  /** Stars and question marks, by two pointers: no pattern can make it long. */
  private static boolean like(String text, String pattern, Budget budget) {
    int at = 0;
    int in = 0;
    int star = -1;
    int mark = 0;
    while (at < text.length()) {
      budget.step();
      char sign = in < pattern.length() ? pattern.charAt(in) : '\0';
      if (sign == '*') {
        star = in++;
        mark = at;
      } else if (in < pattern.length() && (sign == '?' || sign == text.charAt(at))) {
        in++;
        at++;
      } else if (star >= 0) {
        in = star + 1;
        at = ++mark;
      } else {
        return false;
      }
    }
    while (in < pattern.length() && pattern.charAt(in) == '*') {
      in++;
    }
    return in == pattern.length();
  }
}
