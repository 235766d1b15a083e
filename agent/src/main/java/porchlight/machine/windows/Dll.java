package porchlight.machine.windows;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions of the system's own libraries, which are loaded from the system's folder only. */
final class Dll {
  private static final Map<String, ?> STANDARD =
      Map.of(Library.OPTION_CALLING_CONVENTION, Function.ALT_CONVENTION);

  private static final String FOLDER = folder();

  private Dll() {}

  private static String folder() {
    char[] path = new char[512];
    // It is one of those that Windows never looks for elsewhere.
    NativeLibrary.getInstance("kernel32", STANDARD)
        .getFunction("GetSystemDirectoryW")
        .invokeInt(new Object[] {path, path.length});
    return Native.toString(path);
  }

  /** The function; {@link UnsatisfiedLinkError} when this Windows has none. */
  static Function function(String library, String name) {
    return NativeLibrary.getInstance(FOLDER + "\\" + library + ".dll", STANDARD).getFunction(name);
  }

  /** What the function answers: a Win32 code, an HRESULT or a truth. */
  static int call(String library, String name, @Nullable Object... arguments) {
    return function(library, name).invokeInt(arguments);
  }

  /** The same, refused unless it is 0. */
  static void require(String library, String name, @Nullable Object... arguments) throws Refused {
    Refused.unless(call(library, name, arguments));
  }

  /** The code of the call that came before on this thread. */
  static int lastError() {
    return Native.getLastError();
  }

  /** Where a pointer that was answered leads; a call that succeeds gives one. */
  static Pointer pointer(PointerByReference reference) throws Refused {
    Pointer value = reference.getValue();
    if (value == null) {
      throw new Refused(0);
    }
    return value;
  }

  /** Gives back what the system gave us. */
  static void free(Pointer memory) {
    function("kernel32", "LocalFree").invokePointer(new Object[] {memory});
  }

  /** A text with its end. */
  static WString wide(String text) {
    return new WString(text);
  }

  /** A text in memory that lives as long as it is held. */
  static Memory text(String text) {
    byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_16LE);
    var memory = new Memory(bytes.length);
    memory.write(0, bytes, 0, bytes.length);
    return memory;
  }

  /** A text that the system wrote; empty for none. */
  static String text(@Nullable Pointer pointer) {
    return pointer == null ? "" : pointer.getWideString(0);
  }
}
