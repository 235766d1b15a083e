package porchlight.machine.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/** When this machine sleeps by itself, and whether it locks then. */
final class Power {
  private static final int SYSTEM_POWER_CAPABILITIES = 4;
  private static final int ABILITIES = 76;

  private Power() {}

  static String ask() throws Refused {
    var found = new PointerByReference();
    Dll.require("powrprof", "PowerGetActiveScheme", null, found);
    Pointer active = Dll.pointer(found);
    byte[] scheme;
    try {
      scheme = active.getByteArray(0, 16);
    } finally {
      Dll.free(active);
    }
    var memory = new Memory(16);
    memory.write(0, scheme, 0, 16);
    var blocks = new Block();
    blocks.begin("power", new Bytes(scheme).guid(0));
    setting(
        blocks,
        "consoleLock",
        memory,
        "{FEA3413E-7E05-4911-9A71-700331F1C294}",
        "{0E796BDB-100D-47D6-A2D5-F7D2DAA51F51}");
    setting(
        blocks,
        "standby",
        memory,
        "{238C9FA8-0AAD-41ED-83F4-97BE242C8F20}",
        "{29F6C1DB-86DA-48C5-9FDB-F2B67B1F44DA}");
    setting(
        blocks,
        "hibernate",
        memory,
        "{238C9FA8-0AAD-41ED-83F4-97BE242C8F20}",
        "{9D7815A6-7EE4-497E-8888-515A05F02364}");
    setting(
        blocks,
        "video",
        memory,
        "{7516B95F-F776-4464-8C53-06167F40CC99}",
        "{3C0BC021-C8A8-4E07-A973-6B14CBCB2B7E}");
    abilities(blocks);
    return blocks.toString();
  }

  /**
   * SYSTEM_POWER_CAPABILITIES: a machine that can none of it never sleeps, whatever is set; one
   * hibernates only into a file.
   */
  private static void abilities(Block blocks) throws Refused {
    var abilities = new Memory(ABILITIES);
    abilities.clear();
    int code =
        Dll.call(
            "powrprof",
            "CallNtPowerInformation",
            SYSTEM_POWER_CAPABILITIES,
            null,
            0,
            abilities,
            ABILITIES);
    if (code != 0) {
      blocks.put("abilitiesCode", code);
      return;
    }
    blocks.put("s1", abilities.getByte(3));
    blocks.put("s2", abilities.getByte(4));
    blocks.put("s3", abilities.getByte(5));
    blocks.put("s4", abilities.getByte(6));
    blocks.put("hiberFile", abilities.getByte(8));
    blocks.put("aoAc", abilities.getByte(20));
    blocks.put("hiberFileType", abilities.getByte(22));
  }

  private static void setting(
      Block blocks, String name, Memory scheme, String group, String setting) throws Refused {
    for (String source : new String[] {"Ac", "Dc"}) {
      var value = new IntByReference();
      int code =
          Dll.call(
              "powrprof",
              source.equals("Ac") ? "PowerReadACValueIndex" : "PowerReadDCValueIndex",
              null,
              scheme,
              Com.guid(group),
              Com.guid(setting),
              value);
      if (code == 0) {
        blocks.put(name + source, Integer.toUnsignedLong(value.getValue()));
      } else {
        blocks.put(name + source + "Code", code);
      }
    }
  }
}
