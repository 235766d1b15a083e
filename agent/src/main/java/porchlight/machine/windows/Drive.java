package porchlight.machine.windows;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;

/** What a letter stands for, and of what plug that is. */
final class Drive {
  private static final String FOLDER = "\\??\\";

  /** IOCTL_STORAGE_QUERY_PROPERTY; a question of zeros is for STORAGE_DEVICE_DESCRIPTOR. */
  private static final int QUERY_PROPERTY = 0x2D1400;

  private static final int QUERY = 12;
  private static final int ANSWER = 1024;
  private static final int BUS_TYPE = 28;

  private Drive() {}

  static void tell(Block blocks, char letter) {
    device(blocks, letter);
    bus(blocks, letter);
  }

  /** Of a folder that was given a letter, only that it is one. */
  private static void device(Block blocks, char letter) {
    char[] target = new char[2048];
    if (Dll.call("kernel32", "QueryDosDeviceW", Dll.wide(letter + ":"), target, target.length)
        != 0) {
      String name = Native.toString(target);
      blocks.put("device", name.startsWith(FOLDER) ? FOLDER : name);
    }
  }

  /** Opened without any right to what is on it. */
  private static void bus(Block blocks, char letter) {
    Pointer drive;
    try {
      drive = OpenFile.open("\\\\.\\" + letter + ":", 0, 0);
    } catch (Refused refused) {
      blocks.put("busCode", refused.code());
      return;
    }
    try (var query = new Memory(QUERY);
        var answer = new Memory(ANSWER)) {
      query.clear();
      var size = new IntByReference();
      int well =
          Dll.call(
              "kernel32",
              "DeviceIoControl",
              drive,
              QUERY_PROPERTY,
              query,
              QUERY,
              answer,
              ANSWER,
              size,
              null);
      if (well != 0 && size.getValue() >= BUS_TYPE + Integer.BYTES) {
        blocks.put("bus", answer.getInt(BUS_TYPE));
      } else {
        blocks.put("busCode", well == 0 ? Dll.lastError() : 0);
      }
    } finally {
      Dll.call("kernel32", "CloseHandle", drive);
    }
  }
}
