package porchlight.installer.lean;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** What one class says of others, and how far any path leads into it. */
final class Code {
  final String name;

  /** The classes and interfaces that it is a kind of, by their names; its class first. */
  final List<String> parents = new ArrayList<>();

  final Map<String, Method> methods = new LinkedHashMap<>();

  /** What it mentions outside of methods: the class around it, and what its fields are. */
  final Set<Mention> mentions = new LinkedHashSet<>();

  boolean isAnnotation;

  /** It is the JDK's: it stays, and may call any method that it knows of. */
  boolean isOutside;

  /** Its file is needed. */
  boolean isPresent;

  /** Its own beginning runs. */
  boolean hasBegun;

  /** Objects of it are made. */
  boolean isMade;

  /** It may be looked into, so every member of it is needed. */
  boolean isWhole;

  Code(String name) {
    this.name = name;
  }

  /** A class of the JDK that this runs on, or one that nobody has. */
  static Code outside(String name) {
    var code = new Code(name);
    try (InputStream file = ClassLoader.getSystemResourceAsStream(name + ".class")) {
      if (file != null) {
        CodeReader.read(file.readAllBytes(), code);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    code.isOutside = true;
    code.mentions.clear();
    code.methods.values().forEach(method -> method.mentions.clear());
    return code;
  }

  /** A method, which is known by its name and descriptor. */
  static final class Method {
    final Code owner;
    final String key;
    final int access;
    final Set<Mention> mentions = new LinkedHashSet<>();
    boolean isReached;

    Method(Code owner, String key, int access) {
      this.owner = owner;
      this.key = key;
      this.access = access;
    }

    /** Whether a class of some kind may have one of its own. */
    boolean isInherited() {
      return (access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0 && !key.startsWith("<");
    }
  }

  /** How a class is mentioned. */
  enum How {
    /** Its file is needed. */
    NAME,
    /** A field of it is used. */
    FIELD,
    /** An object of it is made. */
    MADE,
    /** It is a value: its members may be looked up. */
    VALUE,
    /** A text may be its name: the same. */
    TEXT,
    /** Exactly this method of it is called. */
    CALL,
    /** This method is called of an object of its kind. */
    KIND
  }

  /**
   * One mention of a class.
   *
   * @param of its name, or the text
   * @param method which is called; empty where none is
   */
  record Mention(How how, String of, String method) {
    Mention(How how, String of) {
      this(how, of, "");
    }
  }
}
