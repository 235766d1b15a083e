package porchlight.machine.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.IntUnaryOperator;

/** iphlpapi: adapters, ways and neighbours. */
final class IpTables {
  private static final int WITH_GATEWAYS_ONLY_UNICAST = 0x86;
  private static final int OVERFLOW = 111;
  private static final int NO_DATA = 232;
  private static final int LINK_ROW = 1352;
  private static final int NOT_FOUND = 1168;
  private static final int INVALID_FUNCTION = 1;
  private static final int BOTH = 0;
  private static final int IPV4 = 2;
  private static final String LIBRARY = "iphlpapi";

  /** As {@link porchlight.machine.WindowsNative} says: in the internet, whichever way. */
  private static final String[] FAR = {"193.0.14.129", "84.205.64.1", "2001:7fd::1"};

  private IpTables() {}

  static String adapters() throws Refused {
    var memory = new Memory(64 << 10);
    for (int tries = 0; tries < 4; tries++) {
      var size = new IntByReference((int) memory.size());
      int code =
          Dll.call(
              LIBRARY, "GetAdaptersAddresses", 0, WITH_GATEWAYS_ONLY_UNICAST, null, memory, size);
      if (code == NO_DATA) {
        return "";
      }
      if (code != OVERFLOW) {
        Refused.unless(code);
        var blocks = new Block();
        var bytes =
            new Bytes(memory.getByteArray(0, (int) memory.size()), Pointer.nativeValue(memory));
        IpBytes.adapters(bytes, blocks, IpTables::link);
        return blocks.toString();
      }
      memory = new Memory(size.getValue() + 4096L);
    }
    throw new Refused(OVERFLOW);
  }

  private static void link(int index, Block blocks) {
    var row = new Memory(LINK_ROW);
    row.clear();
    row.setInt(8, index);
    if (Dll.call(LIBRARY, "GetIfEntry2", row) == 0) {
      IpBytes.link(new Bytes(row.getByteArray(0, LINK_ROW)), blocks);
    }
  }

  static String routes() throws Refused {
    var blocks = new Block();
    IpBytes.routes(table("GetIpForwardTable2", BOTH, IpBytes::routeTable), blocks);
    return blocks.toString();
  }

  static String neighbours() throws Refused {
    var blocks = new Block();
    try {
      IpBytes.neighbours(table("GetIpNetTable2", BOTH, IpBytes::neighbourTable), blocks);
    } catch (Refused refused) {
      if (refused.code() != INVALID_FUNCTION) {
        throw refused;
      }
      // Wine knows those of IPv4 only; a neighbour that is not told is nobody's gateway.
      IpBytes.neighbours(table("GetIpNetTable2", IPV4, IpBytes::neighbourTable), blocks);
    }
    return blocks.toString();
  }

  private static Bytes table(String function, int family, IntUnaryOperator length) throws Refused {
    var found = new PointerByReference();
    int code = Dll.call(LIBRARY, function, (short) family, found);
    if (code == NOT_FOUND) {
      return new Bytes(new byte[8]);
    }
    Refused.unless(code);
    Pointer table = Dll.pointer(found);
    try {
      return new Bytes(table.getByteArray(0, length.applyAsInt(table.getInt(0))));
    } finally {
      Dll.function(LIBRARY, "FreeMibTable").invokeVoid(new Object[] {table});
    }
  }

  static String bestRoute() throws Refused {
    var blocks = new Block();
    for (String far : FAR) {
      blocks.begin("destination", far);
      var row = new Memory(IpBytes.routeRow());
      var source = new Memory(28);
      row.clear();
      source.clear();
      int code = Dll.call(LIBRARY, "GetBestRoute2", null, 0, null, address(far), 0, row, source);
      if (code != 0) {
        blocks.put("code", code);
      } else {
        IpBytes.best(
            new Bytes(row.getByteArray(0, (int) row.size())),
            new Bytes(source.getByteArray(0, (int) source.size())),
            blocks);
      }
    }
    return blocks.toString();
  }

  /** SOCKADDR_INET of a literal. */
  private static Memory address(String literal) {
    var memory = new Memory(28);
    memory.clear();
    try {
      byte[] bytes = InetAddress.getByName(literal).getAddress();
      memory.setShort(0, (short) (bytes.length == 4 ? 2 : 23));
      memory.write(bytes.length == 4 ? 4 : 8, bytes, 0, bytes.length);
    } catch (UnknownHostException neverOfALiteral) {
      throw new IllegalArgumentException(neverOfALiteral);
    }
    return memory;
  }
}
