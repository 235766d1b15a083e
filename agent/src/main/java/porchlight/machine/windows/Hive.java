package porchlight.machine.windows;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An open key of the registry, in one of its two views. */
record Hive(Pointer handle, int view) implements AutoCloseable {
  static final int VIEW_64 = 0x100;
  static final int VIEW_32 = 0x200;

  private static final int READ = 0x20019;
  private static final int NOT_FOUND = 2;
  private static final int NO_PATH = 3;
  private static final int MORE_DATA = 234;
  private static final int NO_MORE = 259;
  private static final int DELETED = 1018;
  private static final int LONGEST = 1 << 20;
  private static final int NAME = 16_384;

  /** What a value is and holds. */
  record Value(String name, int kind, Bytes data) {}

  static Hive localMachine(int view) {
    return new Hive(new Pointer(0xFFFFFFFF80000002L), view);
  }

  static Hive users() {
    return new Hive(new Pointer(0xFFFFFFFF80000003L), VIEW_64);
  }

  static Hive currentUser() {
    return new Hive(new Pointer(0xFFFFFFFF80000001L), VIEW_64);
  }

  /** The key below it; nothing when there is none. */
  Optional<Hive> open(String path) throws Refused {
    var opened = new PointerByReference();
    int code =
        Dll.call("advapi32", "RegOpenKeyExW", handle, Dll.wide(path), 0, READ | view, opened);
    if (code == NOT_FOUND || code == NO_PATH || code == DELETED) {
      return Optional.empty();
    }
    Refused.unless(code);
    return Optional.of(new Hive(Dll.pointer(opened), view));
  }

  /** The names of the keys directly below, at most so many. */
  List<String> subkeys(int most) throws Refused {
    return names("RegEnumKeyExW", most);
  }

  /** The names of its values, at most so many. */
  List<String> names(int most) throws Refused {
    return names("RegEnumValueW", most);
  }

  private List<String> names(String function, int most) throws Refused {
    var names = new ArrayList<String>();
    while (true) {
      char[] name = new char[NAME];
      var length = new IntByReference(NAME);
      int code =
          Dll.call(
              "advapi32", function, handle, names.size(), name, length, null, null, null, null);
      if (code == NO_MORE) {
        return names;
      }
      Refused.unless(code);
      names.add(Native.toString(name));
      if (names.size() > most) {
        throw new IndexOutOfBoundsException("more than " + most + " names");
      }
    }
  }

  /** The value of that name, the unnamed one for an empty name; nothing when there is none. */
  Optional<Value> value(String name) throws Refused {
    var data = new Memory(512);
    while (true) {
      var kind = new IntByReference();
      var size = new IntByReference((int) data.size());
      int code =
          Dll.call("advapi32", "RegQueryValueExW", handle, Dll.wide(name), null, kind, data, size);
      if (code == NOT_FOUND) {
        return Optional.empty();
      }
      if (code != MORE_DATA) {
        Refused.unless(code);
        return Optional.of(
            new Value(name, kind.getValue(), new Bytes(data.getByteArray(0, size.getValue()))));
      }
      if (size.getValue() > LONGEST) {
        throw new IndexOutOfBoundsException("a value of " + size.getValue() + " bytes");
      }
      data = new Memory(Math.max(size.getValue(), 2 * (int) data.size()));
    }
  }

  /** Whether there is such a value; what it holds is never read. */
  boolean holds(String name) throws Refused {
    int code =
        Dll.call("advapi32", "RegQueryValueExW", handle, Dll.wide(name), null, null, null, null);
    if (code == NOT_FOUND) {
      return false;
    }
    Refused.unless(code);
    return true;
  }

  @Override
  public void close() {
    Dll.call("advapi32", "RegCloseKey", handle);
  }
}
