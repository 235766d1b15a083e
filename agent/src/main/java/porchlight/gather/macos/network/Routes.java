package porchlight.gather.macos.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Run;

/**
 * {@code netstat -rn}: the kernel's table of routes, in which the neighbours' hardware addresses
 * stand too. Its columns differ from version to version, so they are found by their titles.
 */
record Routes(List<Row> rows) {
  static final Run TABLE = Run.of("netstat", "-rn");

  /**
   * One route.
   *
   * @param gateway an address without its zone, a hardware address, {@code link#4}
   */
  record Row(boolean isIpv4, String destination, String gateway, String flags, String link) {
    /** A route for all; one that is scoped serves only programs that bind to its interface. */
    boolean isDefault() {
      return destination.equals("default") && !isScoped();
    }

    /**
     * Whether it is for all, for a half, a quarter or an eighth of all: a DHCP server may give
     * those instead of a route for all (RFC 3442).
     */
    boolean isWide() {
      return destination.equals("default") || destination.matches("[0-9a-f.:]+/[0-3]");
    }

    /** Whether it leads to a router on a local network. */
    boolean isLan() {
      return link.matches("(en|bridge|vlan|bond)[0-9]+") && IpAddress.of(gateway).isPresent();
    }

    boolean isScoped() {
      return flags.indexOf('I') >= 0;
    }
  }

  Routes {
    rows = List.copyOf(rows);
  }

  static Reading<Routes> read(Answer answer) {
    return Answers.read(
        TABLE,
        answer,
        said -> said.code() == 0 ? parse(said.text()) : Refusal.because(TABLE, said));
  }

  private static Reading<Routes> parse(String text) {
    var rows = new ArrayList<Row>();
    Optional<Boolean> ipv4 = Optional.empty();
    List<String> titles = List.of();
    for (String line : text.lines().map(String::strip).toList()) {
      List<String> words = List.of(line.split("\\s+", -1));
      if (line.equals("Internet:") || line.equals("Internet6:")) {
        ipv4 = Optional.of(line.equals("Internet:"));
        titles = List.of();
      } else if (words.getFirst().equals("Destination")) {
        titles = words;
      } else if (!line.isEmpty() && !line.equals("Routing tables")) {
        var row = ipv4.isEmpty() ? Optional.<Row>empty() : row(ipv4.get(), titles, words);
        if (row.isEmpty()) {
          return Answers.notUnderstood(TABLE, line);
        }
        rows.add(row.get());
      }
    }
    return ipv4.isPresent() && !titles.isEmpty()
        ? Reading.known(new Routes(rows))
        : Answers.notUnderstood(TABLE, text);
  }

  /** The last column, Expire, is often empty. */
  private static Optional<Row> row(boolean ipv4, List<String> titles, List<String> words) {
    int gateway = titles.indexOf("Gateway");
    int flags = titles.indexOf("Flags");
    int link = titles.indexOf("Netif");
    if (gateway != 1 || flags < 2 || link < 3 || words.size() <= link) {
      return Optional.empty();
    }
    var name = LinkName.of(words.get(link));
    return name.isEmpty() || !words.get(flags).matches("[A-Za-z0-9]{1,20}")
        ? Optional.empty()
        : Optional.of(
            new Row(
                ipv4,
                bare(words.getFirst()),
                bare(words.get(gateway)),
                words.get(flags),
                name.get().value()));
  }

  /** Without the interface that stands behind a link-local address. */
  private static String bare(String address) {
    int zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }

  List<Row> defaults() {
    return rows.stream().filter(Row::isDefault).toList();
  }

  /** The hardware address that answers for an address there; empty when the table has none. */
  String mac(String address, String link) {
    return rows.stream()
        .filter(row -> row.link().equals(link) && isSame(row.destination(), address))
        .flatMap(row -> Mac.of(row.gateway()).stream())
        .findFirst()
        .orElse("");
  }

  private static boolean isSame(String one, String other) {
    return IpAddress.of(one).isPresent() && IpAddress.of(one).equals(IpAddress.of(other));
  }
}
