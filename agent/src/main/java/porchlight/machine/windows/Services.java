package porchlight.machine.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import porchlight.machine.Answer;
import porchlight.machine.ReadServices;

/** The service manager. */
final class Services {
  private static final int CONNECT = 1;
  private static final int ENUMERATE = 4;
  private static final int QUERY_STATUS = 4;
  private static final int QUERY_CONFIG = 1;
  private static final int ALL_KINDS = 0x3B;
  private static final int ANY_STATE = 3;
  private static final int NOT_THERE = 1060;
  private static final int BAD_NAME = 123;
  private static final int MORE_DATA = 234;
  private static final int MOST = 4 << 20;

  private Services() {}

  /** A service that runs, or does not. */
  record Service(String name, int state, long process) {}

  /** One at a time: asked from several threads at once, Wine's manager mixes up its handles. */
  static synchronized Answer read(ReadServices question) throws Refused {
    var names = new TreeSet<String>();
    Pointer manager = handle("OpenSCManagerW", null, null, CONNECT | ENUMERATE);
    try {
      var blocks = new Block();
      List<Service> all = List.of();
      for (String asked : question.names()) {
        if (!asked.endsWith("*")) {
          tell(blocks, manager, asked);
          continue;
        }
        all = all.isEmpty() ? all(manager) : all;
        String start = asked.substring(0, asked.length() - 1).toLowerCase(Locale.ROOT);
        for (Service one : all) {
          if (one.name().toLowerCase(Locale.ROOT).startsWith(start) && names.add(one.name())) {
            tell(blocks, manager, one.name());
          }
        }
      }
      return new Answer.Said(0, blocks.toString());
    } finally {
      Dll.call("advapi32", "CloseServiceHandle", manager);
    }
  }

  /** Every service that this account may see, with the process that hosts it. */
  static synchronized List<Service> all() throws Refused {
    Pointer manager = handle("OpenSCManagerW", null, null, CONNECT | ENUMERATE);
    try {
      return all(manager);
    } finally {
      Dll.call("advapi32", "CloseServiceHandle", manager);
    }
  }

  private static Pointer handle(String function, @Nullable Object... arguments) throws Refused {
    var handle = Dll.function("advapi32", function).invokePointer(arguments);
    if (handle == null) {
      throw new Refused(Dll.lastError());
    }
    return handle;
  }

  private static void tell(Block blocks, Pointer manager, String name) throws Refused {
    blocks.begin("service", name);
    Pointer service;
    try {
      service = handle("OpenServiceW", manager, Dll.wide(name), QUERY_STATUS | QUERY_CONFIG);
    } catch (Refused refused) {
      if (refused.code() == NOT_THERE || refused.code() == BAD_NAME) {
        blocks.put("state", "absent");
      } else if (refused.answer() instanceof Answer.Denied) {
        blocks.put("state", "denied").put("start", "denied");
      } else {
        throw refused;
      }
      return;
    }
    try {
      var status = new Memory(64);
      if (Dll.call("advapi32", "QueryServiceStatus", service, status) != 0) {
        blocks.put("state", status.getInt(4));
      }
      var config = new Memory(8192);
      if (Dll.call(
              "advapi32",
              "QueryServiceConfigW",
              service,
              config,
              (int) config.size(),
              new IntByReference())
          != 0) {
        blocks.put("start", config.getInt(4));
      }
    } finally {
      Dll.call("advapi32", "CloseServiceHandle", service);
    }
  }

  private static List<Service> all(Pointer manager) throws Refused {
    var memory = new Memory(64 << 10);
    while (true) {
      var needed = new IntByReference();
      var count = new IntByReference();
      var resume = new IntByReference();
      int done =
          Dll.call(
              "advapi32",
              "EnumServicesStatusExW",
              manager,
              0,
              ALL_KINDS,
              ANY_STATE,
              memory,
              (int) memory.size(),
              needed,
              count,
              resume,
              null);
      if (done != 0) {
        return services(
            new Bytes(memory.getByteArray(0, (int) memory.size()), Pointer.nativeValue(memory)),
            count.getValue());
      }
      if (Dll.lastError() != MORE_DATA || memory.size() > MOST) {
        throw new Refused(Dll.lastError());
      }
      memory = new Memory(memory.size() + needed.getValue() + 4096L);
    }
  }

  /** Of ENUM_SERVICE_STATUS_PROCESSW, 56 bytes each. */
  static List<Service> services(Bytes bytes, int count) {
    var services = new ArrayList<Service>();
    for (int i = 0; i < count; i++) {
      int at = 56 * i;
      services.add(new Service(bytes.wideAt(at), bytes.i32(at + 20), bytes.u32(at + 44)));
    }
    return services;
  }
}
