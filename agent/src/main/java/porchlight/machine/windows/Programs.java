package porchlight.machine.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The programs that run, by the numbers of their processes: Windows tells names to everybody. */
final class Programs {
  private static final int PROCESSES = 2;
  private static final int ENTRY = 568;
  private static final int MOST = 100_000;
  private static final int LIMITED = 0x1000;

  private static final long IDLE = 0;
  private static final long KERNEL = 4;

  private Programs() {}

  /** Names of files, without folders. */
  static Map<Long, String> running() throws Refused {
    Pointer snapshot =
        Dll.function("kernel32", "CreateToolhelp32Snapshot")
            .invokePointer(new Object[] {PROCESSES, 0});
    if (snapshot == null || Pointer.nativeValue(snapshot) == -1) {
      throw new Refused(Dll.lastError());
    }
    try {
      var entry = new Memory(ENTRY);
      entry.clear();
      entry.setInt(0, ENTRY);
      var names = new HashMap<Long, String>();
      int more = Dll.call("kernel32", "Process32FirstW", snapshot, entry);
      while (more != 0 && names.size() < MOST) {
        var bytes = new Bytes(entry.getByteArray(0, ENTRY));
        names.put(bytes.u32(8), bytes.wide(44, 260));
        more = Dll.call("kernel32", "Process32NextW", snapshot, entry);
      }
      return names;
    } finally {
      Dll.call("kernel32", "CloseHandle", snapshot);
    }
  }

  /** Whether its program is one of an app of the store or of the system; nothing if not told. */
  static Optional<Boolean> isApp(long process) {
    if (process == IDLE || process == KERNEL) {
      return Optional.of(false);
    }
    Pointer handle =
        Dll.function("kernel32", "OpenProcess")
            .invokePointer(new Object[] {LIMITED, 0, (int) process});
    if (handle == null) {
      return Optional.empty();
    }
    try {
      char[] path = new char[1024];
      var length = new IntByReference(path.length);
      if (Dll.call("kernel32", "QueryFullProcessImageNameW", handle, 0, path, length) == 0) {
        return Optional.empty();
      }
      String text = new String(path, 0, Math.min(length.getValue(), path.length));
      return Optional.of(text.contains("\\WindowsApps\\") || text.contains("\\SystemApps\\"));
    } finally {
      Dll.call("kernel32", "CloseHandle", handle);
    }
  }
}
