package porchlight.machine.windows;

import com.sun.jna.Memory;
import com.sun.jna.ptr.IntByReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sockets that wait for others, with the process of each. */
final class Listeners {
  private static final int INET = 2;
  private static final int INET6 = 23;
  private static final int TCP_LISTENERS = 3;
  private static final int UDP_OWNERS = 1;
  private static final int TOO_SMALL = 122;
  private static final int MOST = 16 << 20;

  private Listeners() {}

  /** One socket. */
  record Socket(String protocol, String address, int port, long process) {}

  static String ask() throws Refused {
    var all = new ArrayList<Socket>();
    all.addAll(tcp(table("GetExtendedTcpTable", INET, TCP_LISTENERS)));
    all.addAll(tcp6(table("GetExtendedTcpTable", INET6, TCP_LISTENERS)));
    all.addAll(udp(table("GetExtendedUdpTable", INET, UDP_OWNERS)));
    all.addAll(udp6(table("GetExtendedUdpTable", INET6, UDP_OWNERS)));
    Map<Long, String> names = Programs.running();
    Map<Long, List<String>> services = new HashMap<>();
    for (Services.Service one : Services.all()) {
      if (one.process() != 0) {
        services.computeIfAbsent(one.process(), process -> new ArrayList<>()).add(one.name());
      }
    }
    return blocks(all, names, services, new HashMap<>());
  }

  private static String blocks(
      List<Socket> all,
      Map<Long, String> names,
      Map<Long, List<String>> services,
      Map<Long, Boolean> apps) {
    var blocks = new Block();
    for (Socket one : all) {
      blocks
          .begin("listener", one.protocol())
          .put("address", one.address())
          .put("port", one.port())
          .put("pid", one.process())
          .put("program", names.getOrDefault(one.process(), ""))
          .some("services", services.getOrDefault(one.process(), List.of()));
      if (apps.computeIfAbsent(one.process(), Programs::isApp)) {
        blocks.put("package", 1);
      }
    }
    return blocks.toString();
  }

  private static Bytes table(String function, int family, int kind) throws Refused {
    var memory = new Memory(64 << 10);
    while (true) {
      var size = new IntByReference((int) memory.size());
      int code = Dll.call("iphlpapi", function, memory, size, 0, family, kind, 0);
      if (code != TOO_SMALL || size.getValue() > MOST) {
        Refused.unless(code);
        return new Bytes(memory.getByteArray(0, (int) memory.size()));
      }
      memory = new Memory(size.getValue() + 4096L);
    }
  }

  static List<Socket> tcp(Bytes bytes) {
    var all = new ArrayList<Socket>();
    for (int i = 0; i < bytes.i32(0); i++) {
      int at = 4 + 24 * i;
      all.add(
          new Socket("tcp", bytes.address(at + 4, 4, 0), port(bytes, at + 8), bytes.u32(at + 20)));
    }
    return all;
  }

  static List<Socket> tcp6(Bytes bytes) {
    var all = new ArrayList<Socket>();
    for (int i = 0; i < bytes.i32(0); i++) {
      int at = 4 + 56 * i;
      all.add(
          new Socket(
              "tcp",
              bytes.address(at, 16, bytes.u32(at + 16)),
              port(bytes, at + 20),
              bytes.u32(at + 52)));
    }
    return all;
  }

  static List<Socket> udp(Bytes bytes) {
    var all = new ArrayList<Socket>();
    for (int i = 0; i < bytes.i32(0); i++) {
      int at = 4 + 12 * i;
      all.add(new Socket("udp", bytes.address(at, 4, 0), port(bytes, at + 4), bytes.u32(at + 8)));
    }
    return all;
  }

  static List<Socket> udp6(Bytes bytes) {
    var all = new ArrayList<Socket>();
    for (int i = 0; i < bytes.i32(0); i++) {
      int at = 4 + 28 * i;
      all.add(
          new Socket(
              "udp",
              bytes.address(at, 16, bytes.u32(at + 16)),
              port(bytes, at + 20),
              bytes.u32(at + 24)));
    }
    return all;
  }

  /** In the network's order of bytes. */
  private static int port(Bytes bytes, int at) {
    return bytes.u8(at) << 8 | bytes.u8(at + 1);
  }
}
