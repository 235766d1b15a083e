package porchlight.machine.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A file or folder that is open, with the path at which it truly lies.
 *
 * @param expected where it ought to lie; elsewhere means that a link led there
 */
record OpenFile(Pointer handle, String real, String expected) implements AutoCloseable {
  enum Kind {
    FILE,
    FOLDER,
    LINK,
    OTHER
  }

  private static final int READ = 0x80000000;
  private static final int LOOK = 0x80;
  private static final int SHARED = 7;
  private static final int EXISTING = 3;
  private static final int FOLDERS_TOO = 0x02000000;
  private static final int THE_LINK_ITSELF = 0x00200000;
  private static final int BAD_NAME = 123;
  private static final int DENIED = 5;
  private static final int DISK = 1;
  private static final int LINK = 0x400;
  private static final int FOLDER = 0x10;
  private static final int NO_MORE_FILES = 18;
  private static final int NAMES = 10;
  private static final int NAMES_FROM_START = 11;
  private static final int BUFFER = 64 << 10;

  /** The folder above all; a link to it is its administrator's. */
  static OpenFile top(Path folder) throws Refused {
    Pointer handle = open("\\\\?\\" + folder.toAbsolutePath(), READ, FOLDERS_TOO);
    String real = real(handle);
    return new OpenFile(handle, real, real);
  }

  /** What lies below by that path of names with a slash between them. */
  OpenFile below(String path) throws Refused {
    for (String name : path.split("/", -1)) {
      if (name.isEmpty()
          || name.equals(".")
          || name.equals("..")
          || name.chars().anyMatch(c -> c < ' ' || "\\:*?\"<>|".indexOf(c) >= 0)) {
        throw new Refused(BAD_NAME);
      }
    }
    String expected = real + "\\" + path.replace('/', '\\');
    Pointer opened;
    try {
      opened = open(expected, READ, FOLDERS_TOO | THE_LINK_ITSELF);
    } catch (Refused refused) {
      if (refused.code() != DENIED) {
        throw refused;
      }
      opened = open(expected, LOOK, FOLDERS_TOO | THE_LINK_ITSELF); // at least what it is
    }
    return new OpenFile(opened, real(opened), expected);
  }

  /** With those rights; 0 for none, which a drive needs no more than for being asked what it is. */
  static Pointer open(String path, int access, int flags) throws Refused {
    Pointer handle =
        Dll.function("kernel32", "CreateFileW")
            .invokePointer(
                new Object[] {Dll.wide(path), access, SHARED, null, EXISTING, flags, null});
    if (handle == null || Pointer.nativeValue(handle) == -1) {
      throw new Refused(Dll.lastError());
    }
    return handle;
  }

  /** It begins with {@code \\?\}. */
  private static String real(Pointer handle) throws Refused {
    char[] path = new char[4096];
    int length = Dll.call("kernel32", "GetFinalPathNameByHandleW", handle, path, path.length, 0);
    if (length <= 0 || length >= path.length) {
      int code = Dll.lastError();
      Dll.call("kernel32", "CloseHandle", handle);
      throw new Refused(code);
    }
    return new String(path, 0, length);
  }

  Kind kind() throws Refused {
    if (Dll.call("kernel32", "GetFileType", handle) != DISK) {
      return Kind.OTHER;
    }
    var facts = new Memory(52);
    if (Dll.call("kernel32", "GetFileInformationByHandle", handle, facts) == 0) {
      throw new Refused(Dll.lastError());
    }
    int attributes = facts.getInt(0);
    boolean elsewhere = !real.toLowerCase(Locale.ROOT).equals(expected.toLowerCase(Locale.ROOT));
    return (attributes & LINK) != 0 || elsewhere
        ? Kind.LINK
        : (attributes & FOLDER) != 0 ? Kind.FOLDER : Kind.FILE;
  }

  /** At most so many bytes from its start. */
  byte[] read(int most) throws Refused {
    var all = new ByteArrayOutputStream();
    var buffer = new Memory(BUFFER);
    while (all.size() < most) {
      var count = new IntByReference();
      int wanted = Math.min(BUFFER, most - all.size());
      if (Dll.call("kernel32", "ReadFile", handle, buffer, wanted, count, null) == 0) {
        throw new Refused(Dll.lastError());
      }
      if (count.getValue() == 0) {
        break;
      }
      all.write(buffer.getByteArray(0, count.getValue()), 0, count.getValue());
    }
    return all.toByteArray();
  }

  /** The names in it, and one more than {@code most} at most. */
  List<String> names(int most) throws Refused {
    var names = new ArrayList<String>();
    var buffer = new Memory(BUFFER);
    int how = NAMES_FROM_START;
    while (names.size() <= most) {
      buffer.clear();
      if (Dll.call("kernel32", "GetFileInformationByHandleEx", handle, how, buffer, BUFFER) == 0) {
        if (Dll.lastError() == NO_MORE_FILES) {
          break;
        }
        throw new Refused(Dll.lastError());
      }
      names(new Bytes(buffer.getByteArray(0, BUFFER)), names);
      how = NAMES;
    }
    return names;
  }

  /** Of FILE_ID_BOTH_DIR_INFO. */
  static void names(Bytes bytes, List<String> names) {
    int at = 0;
    while (true) {
      String name = bytes.wide(at + 104, bytes.i32(at + 60) / 2);
      if (!name.equals(".") && !name.equals("..")) {
        names.add(name);
      }
      int next = bytes.i32(at);
      if (next <= 0) {
        return;
      }
      at += next;
    }
  }

  @Override
  public void close() {
    Dll.call("kernel32", "CloseHandle", handle);
  }
}
