package porchlight.machine.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each adapter is set to ask for names, and whether encrypted: DNS_INTERFACE_SETTINGS3, which
 * Windows fills with pointers of its own and frees itself.
 */
final class DnsSettings {
  private static final int VERSION = 3;
  private static final int SIZE = 128;
  private static final int ENABLED_IPV6 = 1;
  private static final int DOH = 1;
  private static final int SERVER = 24;
  private static final int MOST = 64;

  private DnsSettings() {}

  static String ask() throws Refused {
    var blocks = new Block();
    for (String adapter : adapters()) {
      settings(blocks, adapter, 4);
      settings(blocks, adapter, 6);
    }
    return blocks.toString();
  }

  private static Set<String> adapters() throws Refused {
    var names = new LinkedHashSet<String>();
    for (String line : IpTables.adapters().split("\n", -1)) {
      if (line.startsWith("adapter={")) {
        names.add(line.substring("adapter=".length()));
      }
    }
    return names;
  }

  private static void settings(Block blocks, String adapter, int family) throws Refused {
    var settings = new Memory(SIZE);
    settings.clear();
    settings.setInt(0, VERSION);
    settings.setLong(8, family == 6 ? ENABLED_IPV6 : 0);
    int code = get(Com.guid(adapter), settings);
    blocks.begin("settings", adapter).put("family", family);
    if (code != 0) {
      blocks.put("code", code);
      return;
    }
    try {
      blocks
          .put("version", settings.getInt(0))
          .put("flags", settings.getLong(8))
          .some("domain", Dll.text(settings.getPointer(16)))
          .some("nameServer", Dll.text(settings.getPointer(24)))
          .some("searchList", Dll.text(settings.getPointer(32)))
          .some("profileNameServer", Dll.text(settings.getPointer(56)));
      servers(blocks, adapter, family, settings.getInt(80), settings.getPointer(88), 0);
      servers(blocks, adapter, family, settings.getInt(96), settings.getPointer(104), 1);
    } finally {
      Dll.function("iphlpapi", "FreeInterfaceDnsSettings").invokeVoid(new Object[] {settings});
    }
  }

  /** By value, which on x64 means a pointer to a copy and on ARM two registers. */
  private static int get(Memory guid, Memory settings) {
    return System.getProperty("os.arch", "").equals("aarch64")
        ? Dll.call(
            "iphlpapi", "GetInterfaceDnsSettings", guid.getLong(0), guid.getLong(8), settings)
        : Dll.call("iphlpapi", "GetInterfaceDnsSettings", guid, settings);
  }

  private static void servers(
      Block blocks, String adapter, int family, int count, @Nullable Pointer servers, int profile) {
    for (int i = 0; servers != null && i < Math.min(count, MOST); i++) {
      long at = (long) i * SERVER;
      blocks
          .begin("server", servers.getInt(at + 4))
          .put("settings", adapter)
          .put("family", family)
          .put("profile", profile)
          .put("type", servers.getInt(at + 8));
      Pointer doh = servers.getInt(at + 8) == DOH ? servers.getPointer(at + 16) : null;
      if (doh != null) {
        blocks
            .put("flags", doh.getLong(8))
            .some("template", RegistryLines.protocol(Dll.text(doh.getPointer(0))));
      }
    }
  }
}
