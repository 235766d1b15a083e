package porchlight.machine.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The networks that Windows says it is connected to, and how it thinks of each. */
final class NetworkList {
  private static final String MANAGER = "{DCB00C01-570F-4A9B-8D69-199FDBA5723B}";
  private static final String MANAGER_INTERFACE = "{DCB00000-570F-4A9B-8D69-199FDBA5723B}";
  private static final int CONNECTIONS = 9;
  private static final int NEXT = 8;
  private static final int MOST = 200;

  // Of a connection.
  private static final int GET_NETWORK = 7;
  private static final int IS_CONNECTED = 9;
  private static final int ADAPTER = 12;

  // Of a network.
  private static final int NAME = 7;
  private static final int ID = 11;
  private static final int DOMAIN_TYPE = 12;
  private static final int CONNECTIVITY = 17;
  private static final int CATEGORY = 18;

  private final Block networks = new Block();
  private final Block connections = new Block();
  private final List<String> seen = new ArrayList<>();

  private NetworkList() {}

  static String ask() throws Refused {
    return Com.apartment(() -> new NetworkList().all());
  }

  private String all() throws Refused {
    Pointer manager = Com.create(MANAGER, MANAGER_INTERFACE);
    Pointer list = null;
    try {
      list = object(manager, CONNECTIONS);
      for (int i = 0; i < MOST; i++) {
        var one = new PointerByReference();
        var count = new IntByReference();
        Refused.ifFailed(Com.call(list, NEXT, 1, one, count));
        if (count.getValue() == 0) {
          return networks + (seen.isEmpty() ? "" : "\n") + connections;
        }
        Pointer connection = Dll.pointer(one);
        try {
          connection(connection);
        } finally {
          Com.release(connection);
        }
      }
      throw new IndexOutOfBoundsException("more than " + MOST + " connections");
    } finally {
      Com.release(list);
      Com.release(manager);
    }
  }

  private void connection(Pointer connection) throws Refused {
    var connected = new Memory(4);
    connected.clear();
    Refused.ifFailed(Com.call(connection, IS_CONNECTED, connected));
    if (connected.getShort(0) == 0) {
      return;
    }
    Pointer network = object(connection, GET_NETWORK);
    try {
      String id = guid(network, ID);
      if (!seen.contains(id)) {
        seen.add(id);
        networks
            .begin("network", seen.size())
            .put("category", number(network, CATEGORY))
            .put("connectivity", number(network, CONNECTIVITY))
            .put("domainType", number(network, DOMAIN_TYPE))
            .some("name", name(network));
      }
      connections
          .begin("connection", seen.indexOf(id) + 1)
          .put("adapter", guid(connection, ADAPTER));
    } finally {
      Com.release(network);
    }
  }

  private static Pointer object(Pointer from, int place) throws Refused {
    var found = new PointerByReference();
    Refused.ifFailed(Com.call(from, place, found));
    return Dll.pointer(found);
  }

  private static String guid(Pointer from, int place) throws Refused {
    var id = new Memory(16);
    Refused.ifFailed(Com.call(from, place, id));
    return new Bytes(id.getByteArray(0, 16)).guid(0);
  }

  private static int number(Pointer from, int place) throws Refused {
    var number = new IntByReference();
    Refused.ifFailed(Com.call(from, place, number));
    return number.getValue();
  }

  private static String name(Pointer network) throws Refused {
    var found = new PointerByReference();
    Refused.ifFailed(Com.call(network, NAME, found));
    @Nullable Pointer string = found.getValue();
    try {
      return Variant.text(string);
    } finally {
      Dll.function("oleaut32", "SysFreeString").invokeVoid(new Object[] {string});
    }
  }
}
