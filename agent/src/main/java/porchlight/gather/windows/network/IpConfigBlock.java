package porchlight.gather.windows.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.facts.IpAddress;
import porchlight.facts.Network;

/**
 * The rows of one adapter. They come in this order in every language: suffix, description, hardware
 * address, whether DHCP is on, whether it configures itself; its own addresses, the mask, when the
 * lease was obtained and when it ends; gateways, DHCP server; IAID and DUID of DHCPv6; name
 * servers; WINS servers, which are passed over; NetBIOS.
 */
final class IpConfigBlock {
  private static final Pattern MASK =
      Pattern.compile("(?:255|254|252|248|240|224|192|128|0)(?:\\.\\d{1,3}){3}");
  private static final Pattern DUID = Pattern.compile("[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){7,}");
  private static final int LINK_LOCAL = 0xfe80 >>> 6;

  private final List<IpConfigRow> rows;
  private final int own;
  private final int mask;
  private final int hardware;

  IpConfigBlock(List<IpConfigRow> rows) {
    this.rows = rows.stream().filter(row -> !row.isWins()).toList();
    this.hardware = hardwareRow();
    int marked = -1;
    int masked = -1;
    for (int i = 0; i < this.rows.size(); i++) {
      marked = this.rows.get(i).isMarked() ? i : marked;
      masked = isMask(i) ? i : masked;
    }
    this.own = marked;
    this.mask = masked;
  }

  /** It follows an IPv4 address. */
  private boolean isMask(int row) {
    return row > 0
        && row < rows.size()
        && MASK.matcher(rows.get(row).first()).matches()
        && rows.get(row).isAddresses()
        && prefix(rows.get(row).first()).isPresent()
        && IpConfigRow.address(rows.get(row - 1).first()).filter(IpAddress::isIpv4).isPresent();
  }

  /** How many bits are set, if those are the first. */
  private static Optional<Integer> prefix(String mask) {
    long bits = IpAddress.of(mask).orElseThrow().low();
    int count = Long.bitCount(bits);
    return (bits << count & 0xffff_ffffL) == 0 ? Optional.of(count) : Optional.empty();
  }

  private int hardwareRow() {
    for (int i = 0; i < Math.min(4, rows.size()); i++) {
      if (Macs.of(rows.get(i).first()).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  /** An adapter without a medium has none. */
  boolean hasAddress() {
    return own >= 0 || mask >= 0;
  }

  /** Whether it is what {@code /all} prints: name servers stand in nothing less. */
  boolean isWhole() {
    return own >= 0;
  }

  String mac() {
    return hardware < 0 ? "" : Macs.of(rows.get(hardware).first()).orElse("");
  }

  /** It stands before the hardware address; a tunnel's is empty. */
  String description() {
    if (hardware > 0) {
      return rows.get(hardware - 1).first();
    }
    return rows.size() > 2 && rows.get(2).isEmpty() ? rows.get(1).first() : "";
  }

  String suffix() {
    boolean isFirst = hardware == 2 || (hardware < 0 && !description().isEmpty());
    return isFirst && rows.get(0).values().size() == 1 ? rows.get(0).first() : "";
  }

  /** Without link-local ones, as everywhere. */
  List<Network> addresses() {
    var found = new ArrayList<Network>();
    for (int i = 0; i < rows.size(); i++) {
      var address = IpConfigRow.address(rows.get(i).first());
      boolean isMasked = isMask(i + 1);
      if ((rows.get(i).isMarked() || isMasked)
          && address.isPresent()
          && !isLinkLocal(address.get())) {
        String width = isMasked ? rows.get(i + 1).first() : "255.255.255.255";
        int bits = address.get().isIpv4() ? prefix(width).orElse(32) : 64;
        found.add(new Network(address.get(), bits));
      }
    }
    return found;
  }

  /** The first row behind the own addresses that has addresses or nothing; dates do not. */
  private int gatewayRow() {
    for (int i = Math.max(own, mask) + 1; i < rows.size(); i++) {
      if (rows.get(i).isEmpty() || rows.get(i).isAddresses()) {
        return i;
      }
    }
    return -1;
  }

  List<String> gateways() {
    int row = gatewayRow();
    return row < 0
        ? List.of()
        : rows.get(row).addresses().stream()
            .filter(one -> !IpAddress.of(one).orElseThrow().isAny())
            .toList();
  }

  /** The dates of a lease stand between the mask and the gateways. */
  private boolean isLeased() {
    return mask >= 0 && gatewayRow() > Math.max(own, mask) + 1;
  }

  private int duidRow() {
    for (int i = Math.max(own, mask) + 1; i < rows.size(); i++) {
      if (DUID.matcher(rows.get(i).first()).matches()) {
        return i;
      }
    }
    return -1;
  }

  String dhcpServer() {
    int row = gatewayRow() + 1;
    return isLeased()
            && row > 0
            && row < rows.size()
            && rows.get(row).isAddresses()
            && rows.get(row).values().size() == 1
        ? rows.get(row).addresses().getFirst()
        : "";
  }

  /** Behind the DUID; where IPv6 is off, behind the gateways and the DHCP server. */
  Optional<List<String>> dns() {
    int gateway = gatewayRow();
    int duid = duidRow();
    int row = duid >= 0 ? duid + 1 : gateway + (dhcpServer().isEmpty() ? 1 : 2);
    if (gateway < 0) {
      return Optional.empty(); // cut off, or hidden by somebody
    }
    if (row < rows.size() && rows.get(row).isAddresses()) {
      return Optional.of(rows.get(row).addresses());
    }
    // NetBIOS ends every adapter: cut off before it, or with addresses further down, nothing says
    // that there are none.
    var rest = rows.subList(Math.min(row, rows.size()), rows.size());
    return rest.isEmpty() || rest.stream().anyMatch(IpConfigRow::isAddresses)
        ? Optional.empty()
        : Optional.of(List.of());
  }

  static boolean isLinkLocal(IpAddress address) {
    return address.isIpv4() ? address.low() >>> 16 == 0xa9fe : address.high() >>> 54 == LINK_LOCAL;
  }
}
