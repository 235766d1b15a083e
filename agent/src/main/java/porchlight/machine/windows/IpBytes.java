package porchlight.machine.windows;

import java.util.ArrayList;
import java.util.List;

/** What iphlpapi answers, at byte offsets. */
final class IpBytes {
  private static final int ROUTE = 104;
  private static final int NEIGHBOUR = 88;
  private static final int MOST = 1024;
  private static final int DHCP = 4;

  private IpBytes() {}

  /** What GetIfEntry2 adds to an adapter, if it does. */
  interface More {
    void tell(int index, Block blocks);
  }

  /** IP_ADAPTER_ADDRESSES, a list that is linked within one piece of memory. */
  static void adapters(Bytes bytes, Block blocks, More more) {
    int seen = 0;
    for (int at = 0; at >= 0; at = bytes.pointer(at + 8)) {
      if (++seen > MOST) {
        throw new IndexOutOfBoundsException("more than " + MOST + " adapters");
      }
      int index = bytes.i32(at + 4);
      int index6 = bytes.i32(at + 108);
      int dhcp = bytes.i32(at + 92) & DHCP;
      blocks
          .begin("adapter", bytes.narrowAt(at + 16))
          .put("index", index)
          .put("index6", index6)
          .put("name", bytes.wideAt(at + 72))
          .put("description", bytes.wideAt(at + 64))
          .put("type", bytes.u32(at + 100))
          .put("status", bytes.i32(at + 104))
          .some("mac", bytes.hardware(at + 80, Math.min(bytes.i32(at + 88), 8)))
          .put("dhcp", dhcp == 0 ? 0 : 1)
          .some("dhcpServer", socket(bytes, at + 232))
          .some("suffix", bytes.wideAt(at + 56))
          .put("metric4", bytes.u32(at + 216))
          .put("metric6", bytes.u32(at + 220))
          .some("addresses", addresses(bytes, at + 24, true))
          .some("gateways", addresses(bytes, at + 208, false))
          .some("dns", addresses(bytes, at + 48, false));
      more.tell(index == 0 ? index6 : index, blocks);
    }
  }

  private static String socket(Bytes bytes, int at) {
    int address = bytes.pointer(at);
    return address < 0 ? "" : bytes.socketAddress(address);
  }

  private static List<String> addresses(Bytes bytes, int first, boolean prefix) {
    var all = new ArrayList<String>();
    for (int at = bytes.pointer(first); at >= 0; at = bytes.pointer(at + 8)) {
      String address = socket(bytes, at + 16);
      if (!address.isEmpty()) {
        all.add(prefix ? address + "/" + bytes.u8(at + 56) : address);
      }
      if (all.size() > MOST) {
        throw new IndexOutOfBoundsException("more than " + MOST + " addresses");
      }
    }
    return all;
  }

  /** MIB_IF_ROW2. */
  static void link(Bytes bytes, Block blocks) {
    blocks
        .put("medium", bytes.i32(1140))
        .put("hardware", bytes.u8(1152) & 1)
        .put("connect", bytes.i32(1164));
  }

  /** MIB_IPFORWARD_TABLE2. */
  static void routes(Bytes bytes, Block blocks) {
    for (int at = 8; at < bytes.length(); at += ROUTE) {
      blocks
          .begin("route", prefix(bytes, at))
          .put("nextHop", bytes.socketAddress(at + 44))
          .put("index", bytes.u32(at + 8))
          .put("metric", bytes.u32(at + 84))
          .put("protocol", bytes.i32(at + 88));
    }
  }

  /** MIB_IPFORWARD_ROW2 and the address that is used for it. */
  static void best(Bytes row, Bytes source, Block blocks) {
    blocks
        .put("index", row.u32(8))
        .put("nextHop", row.socketAddress(44))
        .put("source", source.socketAddress(0))
        .put("prefix", prefix(row, 0));
  }

  private static String prefix(Bytes bytes, int at) {
    return bytes.socketAddress(at + 12) + "/" + bytes.u8(at + 40);
  }

  /** MIB_IPNET_TABLE2. */
  static void neighbours(Bytes bytes, Block blocks) {
    for (int at = 8; at < bytes.length(); at += NEIGHBOUR) {
      blocks
          .begin("neighbour", bytes.socketAddress(at))
          .put("index", bytes.u32(at + 28))
          .some("mac", bytes.hardware(at + 40, (int) Math.min(bytes.u32(at + 72), 32)))
          .put("state", bytes.i32(at + 76))
          .put("router", bytes.u8(at + 80) & 1);
    }
  }

  static int tableLength(int rows, int most, int size) {
    if (rows < 0 || rows > most) {
      throw new IndexOutOfBoundsException(rows + " rows");
    }
    return 8 + rows * size;
  }

  static int routeTable(int rows) {
    return tableLength(rows, 4_000, ROUTE);
  }

  static int neighbourTable(int rows) {
    return tableLength(rows, 20_000, NEIGHBOUR);
  }

  static int routeRow() {
    return ROUTE;
  }
}
