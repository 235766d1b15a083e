package porchlight.machine.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/** Wlanapi: the adapters, the joined network as far as consent reaches, the stored networks. */
final class Wlan {
  private static final int CURRENT_CONNECTION = 7;
  private static final int QUALITY = 0x13;
  private static final int CONNECTED = 1;
  private static final int INTERFACE = 532;
  private static final int PROFILE = 516;
  private static final int MOST = 64;
  private static final int MOST_PROFILES = 5_000;

  private final Pointer handle;
  private final Block blocks = new Block();

  private Wlan(Pointer handle) {
    this.handle = handle;
  }

  static String ask() throws Refused {
    var opened = new PointerByReference();
    Dll.require("wlanapi", "WlanOpenHandle", 2, null, new IntByReference(), opened);
    Pointer handle = Dll.pointer(opened);
    try {
      return new Wlan(handle).interfaces();
    } finally {
      Dll.call("wlanapi", "WlanCloseHandle", handle, null);
    }
  }

  private String interfaces() throws Refused {
    var found = new PointerByReference();
    Dll.require("wlanapi", "WlanEnumInterfaces", handle, null, found);
    Pointer list = Dll.pointer(found);
    Bytes bytes;
    try {
      int count = Math.min(list.getInt(0), MOST);
      bytes = new Bytes(list.getByteArray(0, 8 + count * INTERFACE));
    } finally {
      free(list);
    }
    boolean mayAsk = bytes.i32(0) > 0 && Consent.given();
    for (int at = 8; at < bytes.length(); at += INTERFACE) {
      blocks.begin("interface", bytes.guid(at)).put("state", bytes.i32(at + 528));
      current(bytes.slice(at, 16), bytes.i32(at + 528), mayAsk);
      quality(bytes.slice(at, 16), bytes.i32(at + 528));
    }
    for (int at = 8; at < bytes.length(); at += INTERFACE) {
      profiles(bytes.slice(at, 16), bytes.guid(at));
    }
    return blocks.toString();
  }

  private void current(byte[] guid, int state, boolean mayAsk) {
    if (state != CONNECTED) {
      return;
    }
    if (!mayAsk) {
      blocks.put("current", "not-asked");
      return;
    }
    try {
      WlanBytes.connection(query(guid, CURRENT_CONNECTION), blocks);
    } catch (Refused refused) {
      blocks.put("current", refused.code());
    }
  }

  private void quality(byte[] guid, int state) {
    if (state != CONNECTED) {
      return;
    }
    try {
      WlanBytes.quality(query(guid, QUALITY), blocks);
    } catch (Refused refused) {
      blocks.put("quality", refused.code());
    }
  }

  private Bytes query(byte[] guid, int code) throws Refused {
    var size = new IntByReference();
    var data = new PointerByReference();
    Dll.require(
        "wlanapi", "WlanQueryInterface", handle, memory(guid), code, null, size, data, null);
    Pointer found = Dll.pointer(data);
    try {
      return new Bytes(found.getByteArray(0, size.getValue()));
    } finally {
      free(found);
    }
  }

  private void profiles(byte[] guid, String name) throws Refused {
    var found = new PointerByReference();
    Dll.require("wlanapi", "WlanGetProfileList", handle, memory(guid), null, found);
    Pointer list = Dll.pointer(found);
    Bytes bytes;
    try {
      int count = list.getInt(0);
      if (count > MOST_PROFILES) {
        throw new IndexOutOfBoundsException(count + " profiles");
      }
      bytes = new Bytes(list.getByteArray(0, 8 + count * PROFILE));
    } finally {
      free(list);
    }
    for (int at = 8; at < bytes.length(); at += PROFILE) {
      String profile = bytes.wide(at, 256);
      int flags = bytes.i32(at + 512);
      profile(
          guid,
          profile,
          () ->
              blocks
                  .begin("profile", Block.plain(profile.replace("\\", "\\x5c")))
                  .put("interface", name)
                  .put("flags", flags));
    }
  }

  /** Without the flag that would have Windows add the key. */
  private void profile(byte[] guid, String name, Runnable head) {
    var xml = new PointerByReference();
    int code =
        Dll.call(
            "wlanapi",
            "WlanGetProfile",
            handle,
            memory(guid),
            new WString(name),
            null,
            xml,
            null,
            null);
    Pointer text = xml.getValue();
    if (code != 0 || text == null) {
      head.run();
      blocks.put("xml", code);
      return;
    }
    try {
      WlanProfile.tell(text.getWideString(0), head, blocks);
    } finally {
      free(text);
    }
  }

  private static Memory memory(byte[] bytes) {
    var memory = new Memory(bytes.length);
    memory.write(0, bytes, 0, bytes.length);
    return memory;
  }

  private static void free(Pointer memory) {
    Dll.function("wlanapi", "WlanFreeMemory").invokeVoid(new Object[] {memory});
  }
}
