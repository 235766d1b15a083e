package porchlight.machine.windows;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/** COM by hand: an object is a pointer to a table of functions. */
final class Com {
  private static final int RELEASE = 2;
  private static final int EVERYWHERE = 0x17;
  private static final int CHANGED_MODE = 0x80010106;

  private Com() {}

  /** What is asked while COM is there for this thread. */
  interface Asking {
    String ask() throws Refused;
  }

  /** With a room of its own for the objects, which interfaces of the desktop want. */
  static String apartment(Asking asking) throws Refused {
    return within(2, asking);
  }

  static String free(Asking asking) throws Refused {
    return within(0, asking);
  }

  private static String within(int mode, Asking asking) throws Refused {
    int begun = Dll.call("ole32", "CoInitializeEx", null, mode);
    if (begun < 0 && begun != CHANGED_MODE) {
      throw new Refused(begun);
    }
    try {
      return asking.ask();
    } finally {
      if (begun >= 0) {
        Dll.function("ole32", "CoUninitialize").invokeVoid(new Object[0]);
      }
    }
  }

  /** An object of that class as that interface; both are GUIDs as text. */
  static Pointer create(String type, String as) throws Refused {
    var object = new PointerByReference();
    Refused.ifFailed(
        Dll.call("ole32", "CoCreateInstance", guid(type), null, EVERYWHERE, guid(as), object));
    return Dll.pointer(object);
  }

  /** The class of a program's name, such as {@code Shell.Application}. */
  static String type(String program) throws Refused {
    var id = new Memory(16);
    Refused.ifFailed(Dll.call("ole32", "CLSIDFromProgID", Dll.wide(program), id));
    return new Bytes(id.getByteArray(0, 16)).guid(0);
  }

  static Memory guid(String text) throws Refused {
    var id = new Memory(16);
    Refused.ifFailed(Dll.call("ole32", "IIDFromString", Dll.wide(text), id));
    return id;
  }

  /** Calls the function at that place of the object's table. */
  static int call(Pointer object, int place, @Nullable Object... arguments) {
    var all = new @Nullable Object[arguments.length + 1];
    all[0] = object;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    Pointer function = object.getPointer(0).getPointer((long) place * 8);
    return Function.getFunction(function, Function.ALT_CONVENTION).invokeInt(all);
  }

  static void release(@Nullable Pointer object) {
    if (object != null) {
      call(object, RELEASE);
    }
  }
}
