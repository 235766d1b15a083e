package porchlight.machine.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import porchlight.machine.Answer;
import porchlight.machine.ReadWmi;

/** WMI without anything between: who is denied, who is absent and who is late stays apart. */
final class WmiQuery {
  private static final String LOCATOR = "{4590F811-1D3A-11D0-891F-00AA004B2E24}";
  private static final String LOCATOR_INTERFACE = "{DC12A687-737F-11CF-884D-00AA004B2E24}";
  private static final String CONTEXT = "{674B6698-EE92-11D0-AD71-00C04FD8FDFF}";
  private static final String CONTEXT_INTERFACE = "{44ACA674-E8FC-11D0-A07C-00C04FB68820}";
  private static final int CONNECT_SERVER = 3;
  private static final int EXEC_QUERY = 20;
  private static final int NEXT = 4;
  private static final int GET = 4;
  private static final int SET_VALUE = 8;
  private static final int MAX_WAIT = 0x80;
  private static final int FORWARD_AT_ONCE = 0x30;
  private static final int TIMED_OUT = 0x40004;
  private static final int NO_SUCH_PROPERTY = 0x80041002;
  private static final int UNSIGNED = 19;
  private static final int MILLIS = 6_000;
  private static final int MOST = 5_000;

  private WmiQuery() {}

  private static final class Late extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static Answer read(ReadWmi question) throws Refused {
    try {
      return new Answer.Said(0, Com.free(() -> ask(question)));
    } catch (Late late) {
      return new Answer.TimedOut();
    }
  }

  private static String ask(ReadWmi question) throws Refused {
    Pointer locator = Com.create(LOCATOR, LOCATOR_INTERFACE);
    Pointer context = null;
    Pointer services = null;
    Pointer found = null;
    try {
      context = context(question);
      var opened = new PointerByReference();
      Pointer namespace = Variant.string(question.namespace());
      int code =
          Com.call(
              locator,
              CONNECT_SERVER,
              namespace,
              null,
              null,
              null,
              MAX_WAIT,
              null,
              context,
              opened);
      free(namespace);
      Refused.ifFailed(code);
      services = Dll.pointer(opened);
      secure(services);
      found = query(services, question, context);
      return instances(found, question.properties());
    } finally {
      Com.release(found);
      Com.release(services);
      Com.release(context);
      Com.release(locator);
    }
  }

  private static @Nullable Pointer context(ReadWmi question) throws Refused {
    if (question.context().isEmpty()) {
      return null;
    }
    Pointer context = Com.create(CONTEXT, CONTEXT_INTERFACE);
    try (var value = Variant.of(question.context().get())) {
      Refused.ifFailed(Com.call(context, SET_VALUE, Dll.wide("PolicyStore"), 0, value.pointer()));
    }
    return context;
  }

  /** BitLocker's namespace wants its answers to be sealed; objects in our own process refuse it. */
  private static void secure(Pointer proxy) {
    Dll.call("ole32", "CoSetProxyBlanket", proxy, 10, 0, null, 6, 3, null, 0);
  }

  private static Pointer query(Pointer services, ReadWmi question, @Nullable Pointer context)
      throws Refused {
    Pointer language = Variant.string("WQL");
    Pointer text =
        Variant.string(
            "SELECT * FROM "
                + question.className()
                + question.where().map(condition -> " WHERE " + condition).orElse(""));
    var found = new PointerByReference();
    int code = Com.call(services, EXEC_QUERY, language, text, FORWARD_AT_ONCE, context, found);
    free(language);
    free(text);
    Refused.ifFailed(code);
    Pointer many = Dll.pointer(found);
    secure(many);
    return many;
  }

  private static void free(Pointer string) {
    Dll.function("oleaut32", "SysFreeString").invokeVoid(new Object[] {string});
  }

  private static String instances(Pointer many, List<String> properties) throws Refused {
    var out = new StringBuilder();
    for (int i = 0; i < MOST; i++) {
      var one = new PointerByReference();
      var count = new IntByReference();
      int code = Com.call(many, NEXT, MILLIS, 1, one, count);
      Refused.ifFailed(code);
      if (code == TIMED_OUT) {
        throw new Late();
      }
      if (count.getValue() == 0) {
        return out.toString();
      }
      Pointer instance = Dll.pointer(one);
      try {
        out.append(out.isEmpty() ? "" : "\n");
        for (String name : properties) {
          property(out, instance, name);
        }
      } finally {
        Com.release(instance);
      }
    }
    throw new IndexOutOfBoundsException("more than " + MOST + " instances");
  }

  private static void property(StringBuilder out, Pointer instance, String name) throws Refused {
    try (var value = new Variant()) {
      var kind = new Memory(4);
      kind.clear();
      int code = Com.call(instance, GET, Dll.wide(name), 0, value.pointer(), kind, null);
      if (code == NO_SUCH_PROPERTY) {
        return; // of a newer Windows
      }
      Refused.ifFailed(code);
      out.append(name).append('=').append(text(value.value(), kind.getInt(0))).append('\n');
    }
  }

  /** As wmic writes it. */
  static String text(@Nullable Object value, int kind) {
    return switch (value) {
      case null -> "";
      case Boolean truth -> truth ? "TRUE" : "FALSE";
      case Long number when (kind & 0xfff) == UNSIGNED && number < 0 ->
          Long.toString(number & 0xffffffffL);
      case List<?> many ->
          many.stream()
              .map(one ->
                  one instanceof String word
                      ? "\"" + escaped(word.replace("\\", "\\\\").replace("\"", "\\\"")) + "\""
                      : text(one, kind))
              .collect(Collectors.joining(",", "{", "}"));
      default -> escaped(value.toString());
    };
  }

  private static String escaped(String text) {
    if (text.chars().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)) {
      return text;
    }
    var out = new StringBuilder();
    text.chars()
        .forEach(c ->
            out.append(
                Character.isISOControl(c) || c == 0x2028 || c == 0x2029
                    ? String.format(Locale.ROOT, "\\u%04x", c)
                    : String.valueOf((char) c)));
    return out.toString();
  }
}
