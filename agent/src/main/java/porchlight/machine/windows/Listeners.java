package porchlight.machine.windows;

import com.sun.jna.Memory;
import com.sun.jna.ptr.IntByReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sockets that wait for others, with the process of each. */
final class Listeners {
  private static final int TOO_SMALL = 122;
  private static final int MOST = 16 << 20;

  private Listeners() {}

  /** One socket. */
  record Socket(String protocol, String address, int port, long process) {}

  /** The tables, whose rows stand behind their number, 4 bytes, and hold these at these bytes. */
  enum Table {
    TCP("tcp", "GetExtendedTcpTable", 2, 3, 24, 4, 8, 20),
    TCP6("tcp", "GetExtendedTcpTable", 23, 3, 56, 0, 20, 52),
    UDP("udp", "GetExtendedUdpTable", 2, 1, 12, 0, 4, 8),
    UDP6("udp", "GetExtendedUdpTable", 23, 1, 28, 0, 20, 24);

    private static final int INET6 = 23;

    private final String protocol;
    private final String function;
    private final int family;
    private final int kind;
    private final int row;
    private final int address;
    private final int port;
    private final int process;

    Table(
        String protocol,
        String function,
        int family,
        int kind,
        int row,
        int address,
        int port,
        int process) {
      this.protocol = protocol;
      this.function = function;
      this.family = family;
      this.kind = kind;
      this.row = row;
      this.address = address;
      this.port = port;
      this.process = process;
    }

    List<Socket> sockets(Bytes bytes) {
      var all = new ArrayList<Socket>();
      for (int i = 0; i < bytes.i32(0); i++) {
        int at = 4 + row * i;
        String own =
            family == INET6
                ? bytes.address(at + address, 16, bytes.u32(at + address + 16))
                : bytes.address(at + address, 4, 0);
        all.add(new Socket(protocol, own, port(bytes, at + port), bytes.u32(at + process)));
      }
      return all;
    }
  }

  static String ask() throws Refused {
    var all = new ArrayList<Socket>();
    for (Table table : Table.values()) {
      all.addAll(table.sockets(ask(table)));
    }
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
      Map<Long, Optional<Boolean>> apps) {
    var blocks = new Block();
    for (Socket one : all) {
      blocks
          .begin("listener", one.protocol())
          .put("address", one.address())
          .put("port", one.port())
          .put("pid", one.process())
          .put("program", names.getOrDefault(one.process(), ""))
          .some("services", services.getOrDefault(one.process(), List.of()));
      Optional<Boolean> app = apps.computeIfAbsent(one.process(), Programs::isApp);
      if (app.isEmpty()) {
        blocks.put("package", "?");
      } else if (app.get()) {
        blocks.put("package", 1);
      }
    }
    return blocks.toString();
  }

  private static Bytes ask(Table table) throws Refused {
    var memory = new Memory(64 << 10);
    while (true) {
      var size = new IntByReference((int) memory.size());
      int code = Dll.call("iphlpapi", table.function, memory, size, 0, table.family, table.kind, 0);
      if (code != TOO_SMALL || size.getValue() > MOST) {
        Refused.unless(code);
        return new Bytes(memory.getByteArray(0, (int) memory.size()));
      }
      memory = new Memory(size.getValue() + 4096L);
    }
  }

  /** In the network's order of bytes. */
  private static int port(Bytes bytes, int at) {
    return bytes.u8(at) << 8 | bytes.u8(at + 1);
  }
}
