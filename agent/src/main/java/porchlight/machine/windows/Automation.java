package porchlight.machine.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object that is asked by names (IDispatch), so that no table of functions can be mistaken. */
final class Automation implements AutoCloseable {
  private static final String DISPATCH = "{00020400-0000-0000-C000-000000000046}";
  private static final int IDS_OF_NAMES = 5;
  private static final int INVOKE = 6;
  private static final short METHOD_OR_GET = 3;
  private static final short PUT = 4;
  private static final int PROPERTY_PUT = -3;
  private static final int TROUBLE = 64;
  private static final int EXCEPTION = 0x80020009;
  private static final int NOT_THERE = 0x80020003;
  private static final int NAME_NOT_THERE = 0x80020006;
  private static final int NO_POINTER = 0x80004003;
  private static final int NEW_ENUM = -4;
  private static final int NEXT = 3;
  private static final String ENUMERATION = "{00020404-0000-0000-C000-000000000046}";

  private final Pointer object;

  /** Numbers of names, which all objects of a kind share. */
  private final Map<String, Integer> numbers;

  private Automation(Pointer object, Map<String, Integer> numbers) {
    this.object = object;
    this.numbers = numbers;
  }

  static Automation of(String program) throws Refused {
    return new Automation(Com.create(Com.type(program), DISPATCH), new HashMap<>());
  }

  private int number(String name) throws Refused {
    Integer known = numbers.get(name);
    if (known == null) {
      var names = new Memory(8);
      Memory text = Dll.text(name);
      names.setPointer(0, text);
      var id = new IntByReference();
      Refused.ifFailed(Com.call(object, IDS_OF_NAMES, nothing(), names, 1, 0, id));
      known = id.getValue();
      numbers.put(name, known);
    }
    return known;
  }

  private static Memory nothing() {
    var id = new Memory(16);
    id.clear();
    return id;
  }

  private Variant invoke(String name, short how, List<Variant> arguments) throws Refused {
    var values = new Memory(Math.max(1, arguments.size()) * (long) Variant.SIZE);
    for (int i = 0; i < arguments.size(); i++) { // the last one first
      byte[] one = arguments.get(arguments.size() - 1 - i).pointer().getByteArray(0, Variant.SIZE);
      values.write((long) i * Variant.SIZE, one, 0, one.length);
    }
    var parameters = new Memory(24);
    parameters.clear();
    parameters.setPointer(0, values);
    parameters.setInt(16, arguments.size());
    var named = new Memory(4);
    named.setInt(0, PROPERTY_PUT);
    if (how == PUT) {
      parameters.setPointer(8, named);
      parameters.setInt(20, 1);
    }
    var result = new Variant();
    var trouble = new Memory(TROUBLE);
    trouble.clear();
    int code =
        Com.call(
            object,
            INVOKE,
            number(name),
            nothing(),
            0,
            how,
            parameters,
            how == PUT ? null : result.pointer(),
            trouble,
            null);
    if (code < 0) {
      result.close();
      throw new Refused(code == EXCEPTION ? cause(trouble) : code);
    }
    return result;
  }

  /** EXCEPINFO: three texts that are ours to free, and the code at its end. */
  private static int cause(Memory trouble) {
    for (int at = 8; at <= 24; at += 8) {
      Dll.function("oleaut32", "SysFreeString").invokeVoid(new Object[] {trouble.getPointer(at)});
    }
    int code = trouble.getInt(56);
    return code < 0 ? code : EXCEPTION;
  }

  /** What it answers, as {@link Variant#value} has it. */
  @Nullable Object value(String name, Variant... arguments) throws Refused {
    try (var result = invoke(name, METHOD_OR_GET, List.of(arguments))) {
      return result.value();
    }
  }

  /** The same as text: a number, {@code 1} or {@code 0}, a text; empty for nothing. */
  String text(String name, Variant... arguments) throws Refused {
    Object value = value(name, arguments);
    return switch (value) {
      case null -> "";
      case Boolean truth -> truth ? "1" : "0";
      case List<?> many -> Integer.toString(many.size());
      default -> value.toString();
    };
  }

  /** The same, empty where objects of this Windows have no such name. */
  String textIfThere(String name) throws Refused {
    try {
      return text(name);
    } catch (Refused refused) {
      if (refused.code() == NOT_THERE || refused.code() == NAME_NOT_THERE) {
        return "";
      }
      throw refused;
    }
  }

  /** The object that it answers. */
  Automation object(String name, Variant... arguments) throws Refused {
    return object(name, new HashMap<>(), arguments);
  }

  /** The same, one of many of its kind. */
  Automation object(String name, Map<String, Integer> kind, Variant... arguments) throws Refused {
    try (var result = invoke(name, METHOD_OR_GET, List.of(arguments))) {
      return owned(result, kind);
    }
  }

  private static Automation owned(Variant result, Map<String, Integer> kind) throws Refused {
    Pointer found = result.object();
    if (found == null) {
      throw new Refused(NO_POINTER);
    }
    var dispatch = new PointerByReference();
    Refused.ifFailed(Com.call(found, 0, Com.guid(DISPATCH), dispatch));
    return new Automation(Dll.pointer(dispatch), kind); // ours, after the variant has gone
  }

  /** Asks each member of a collection, at most so many. */
  void each(int most, Each each) throws Refused {
    numbers.put("_NewEnum", NEW_ENUM);
    var kind = new HashMap<String, Integer>();
    try (var members = invoke("_NewEnum", METHOD_OR_GET, List.of())) {
      Pointer unknown = members.object();
      if (unknown == null) {
        throw new Refused(NO_POINTER);
      }
      var found = new PointerByReference();
      Refused.ifFailed(Com.call(unknown, 0, Com.guid(ENUMERATION), found));
      Pointer all = Dll.pointer(found);
      try {
        for (int i = 0; i <= most; i++) {
          var one = new Variant();
          var count = new IntByReference();
          Refused.ifFailed(Com.call(all, NEXT, 1, one.pointer(), count));
          if (count.getValue() == 0) {
            return;
          }
          try (one;
              var member = owned(one, kind)) {
            each.ask(member, i);
          }
        }
        throw new IndexOutOfBoundsException("more than " + most + " members");
      } finally {
        Com.release(all);
      }
    }
  }

  /** What is asked of a member. */
  interface Each {
    void ask(Automation member, int place) throws Refused;
  }

  void put(String name, Variant value) throws Refused {
    invoke(name, PUT, List.of(value)).close();
  }

  @Override
  public void close() {
    Com.release(object);
  }
}
