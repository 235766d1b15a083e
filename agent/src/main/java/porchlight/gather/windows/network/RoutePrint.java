package porchlight.gather.windows.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.IpAddress;
import porchlight.facts.Network;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.windows.Lines;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * {@code route print}, in any language: rows are known by the shape of their columns, and the word
 * for "no gateway needed" may be several words. What is merely kept for later has no interface.
 */
final class RoutePrint {
  static final Run PRINT = Run.of("C:\\Windows\\System32\\route.exe", "print");

  private static final Pattern INTERFACE =
      Pattern.compile("\\s*(\\d{1,9})\\.\\.\\.((?:[0-9a-f]{2} ?)*)\\.*\\.{3}(.*)");
  private static final Pattern ROW4 =
      Pattern.compile(
          "\\s*([0-9.]{7,15})\\s+([0-9.]{7,15})\\s+(\\S.{0,60}?)\\s+([0-9.]{7,15})\\s+(\\d{1,9})");
  private static final Pattern ROW6 =
      Pattern.compile("\\s*(\\d{1,9})\\s+(\\d{1,10})\\s+([0-9a-fA-F:.]+/\\d{1,3})(?:\\s+(\\S.*))?");
  private static final String LINE = "=====";
  private static final int SECTIONS = 6;

  private final List<Adapter> adapters;
  private final List<Route> routes = new ArrayList<>();
  private int lines;
  private boolean isIn6;
  private boolean isPast6;
  private Optional<Matcher> open = Optional.empty(); // a row whose gateway is on the next line

  private RoutePrint(List<Adapter> adapters) {
    this.adapters = new ArrayList<>(adapters);
  }

  /**
   * The table.
   *
   * @param adapters those that are known otherwise; the table knows little of them
   */
  static Reading<Ways> read(Answer answer, List<Adapter> adapters) {
    return Answers.read(
        PRINT,
        answer,
        said ->
            said.code() == 0
                ? new RoutePrint(adapters).parse(said.text())
                : Answers.notUnderstood(PRINT, "code " + said.code()));
  }

  private Reading<Ways> parse(String text) {
    for (String line : Lines.of(text)) {
      if (line.strip().startsWith(LINE)) {
        lines++;
        isPast6 |= isIn6;
        open = Optional.empty();
      } else if (lines < 2) {
        named(line);
      } else {
        row(line);
      }
    }
    boolean four = routes.stream().anyMatch(Route::isIpv4);
    boolean six = routes.stream().anyMatch(route -> !route.isIpv4());
    return four || six
        // Between its third and its fourth line stands IPv4; a line ends the rows of IPv6, too.
        ? Reading.known(new Ways(adapters, routes, lines >= 4, isPast6 || lines > SECTIONS))
        : Answers.notUnderstood(PRINT, "no route in it");
  }

  /** Ties a number to an adapter that is known by its description, or else is known by it only. */
  private void named(String line) {
    Matcher row = INTERFACE.matcher(line);
    if (!row.matches()) {
      return;
    }
    long index = Long.parseLong(row.group(1));
    String mac = Macs.of(row.group(2).strip()).orElse("");
    String description = Answers.brief(row.group(3));
    for (int i = 0; i < adapters.size(); i++) {
      Adapter one = adapters.get(i);
      boolean fits =
          one.description().equals(description) || (!mac.isEmpty() && one.mac().equals(mac));
      if (one.index() < 0 && fits) {
        adapters.set(i, one.numbered(index));
        return;
      }
    }
    adapters.add(Adapter.numbered(index, mac, description));
  }

  private void row(String line) {
    Matcher four = ROW4.matcher(line);
    Matcher six = ROW6.matcher(line);
    if (four.matches()) {
      ipv4(four);
    } else if (six.matches()) {
      isIn6 = true;
      if (six.group(4) == null) {
        open = Optional.of(six);
      } else {
        ipv6(six, six.group(4));
      }
    } else if (open.isPresent()) {
      ipv6(open.get(), line.strip());
      open = Optional.empty();
    }
  }

  private void ipv4(Matcher row) {
    var destination = IpAddress.of(row.group(1));
    var mask = IpAddress.of(row.group(2));
    var own = IpAddress.of(row.group(4));
    if (destination.isEmpty() || mask.isEmpty() || own.isEmpty()) {
      return;
    }
    int prefix = Long.bitCount(mask.get().low());
    String gateway = IpAddress.of(row.group(3)).map(IpAddress::text).orElse("");
    routes.add(
        new Route(
            new Network(destination.get(), prefix),
            gateway,
            owner(own.get()),
            Long.parseLong(row.group(5))));
  }

  private Adapter owner(IpAddress own) {
    for (Adapter adapter : adapters) {
      if (adapter.hasAddress(own)) {
        return adapter;
      }
    }
    // The table does not say which of its interfaces has that address.
    return Adapter.at(own);
  }

  private void ipv6(Matcher row, String gateway) {
    long index = Long.parseLong(row.group(1));
    var destination = Network.of(row.group(3));
    if (index > 0 && destination.isPresent()) { // 0 is what is kept for later
      routes.add(
          new Route(
              destination.get(),
              IpAddress.of(gateway.replaceFirst("%.*", "")).map(IpAddress::text).orElse(""),
              Ways.numbered(index, adapters),
              Long.parseLong(row.group(2))));
    }
  }
}
