package porchlight.machine;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;

/** Objective-C by JNA: every message is sent with the type that it answers with. */
final class ObjectiveC implements CoreWlan.Messages {
  private final NativeLibrary runtime;
  private final Function send;

  ObjectiveC(NativeLibrary runtime) {
    this.runtime = runtime;
    this.send = runtime.getFunction("objc_msgSend");
  }

  /** What is asked of a framework; all that it hands out is let go afterwards. */
  interface Asking {
    Answer ask(CoreWlan.Messages messages);
  }

  static Answer within(String framework, Asking asking) {
    var messages = new ObjectiveC(NativeLibrary.getInstance("objc"));
    // It lies in the system's cache of libraries, where no file of that name is to be found.
    NativeLibrary.getInstance(
        "/System/Library/Frameworks/" + framework + ".framework/" + framework);
    return messages.pooled(asking);
  }

  Answer pooled(Asking asking) {
    Pointer pool = runtime.getFunction("objc_autoreleasePoolPush").invokePointer(new Object[0]);
    try {
      return asking.ask(this);
    } finally {
      runtime.getFunction("objc_autoreleasePoolPop").invokeVoid(new Object[] {pool});
    }
  }

  @Override
  public long type(String name) {
    return address(runtime.getFunction("objc_getClass").invokePointer(new Object[] {name}));
  }

  @Override
  public long object(long receiver, String selector) {
    return address(send.invokePointer(message(receiver, selector)));
  }

  @Override
  public long integer(long receiver, String selector) {
    return send.invokeLong(message(receiver, selector));
  }

  /** A BOOL is one byte, of which only the lowest bits are set by some processors. */
  @Override
  public boolean truth(long receiver, String selector) {
    return (send.invokeInt(message(receiver, selector)) & 0xff) != 0;
  }

  @Override
  public String text(long string) {
    Pointer bytes = send.invokePointer(message(string, "UTF8String"));
    return address(bytes) == 0 ? "" : bytes.getString(0, StandardCharsets.UTF_8.name());
  }

  private Object[] message(long receiver, String selector) {
    if (receiver == 0) {
      throw new IllegalArgumentException("a message to nothing: " + selector);
    }
    Pointer name = runtime.getFunction("sel_registerName").invokePointer(new Object[] {selector});
    return new Object[] {new Pointer(receiver), name};
  }

  private static long address(Pointer pointer) {
    return Pointer.nativeValue(pointer);
  }
}
