package porchlight.installer.lean;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What of libraries the agent can reach: classes to which no path leads, and methods of others, are
 * left out of their jars.
 */
public final class Needed {
  private static final String CLASS = ".class";
  private static final String SERVICES = "META-INF/services/";

  private final Map<String, Code> all = new HashMap<>();
  private final Map<String, List<String>> services = new HashMap<>();

  /**
   * Goes every way from the roots.
   *
   * @param roots the files of jars that stay as they are
   * @param libraries the files of the others, in which nothing is of another Java's version
   */
  public Needed(List<Map<String, byte[]>> roots, List<Map<String, byte[]>> libraries) {
    roots.forEach(this::read);
    libraries.forEach(this::read);
    var reach = new Reach(all, services);
    for (var jar : roots) {
      jar.keySet().stream().filter(Needed::isClass).forEach(file -> reach.from(name(file)));
    }
    services.entrySet().stream()
        .filter(service -> !all.containsKey(service.getKey())) // the JDK looks for them by itself
        .forEach(service -> service.getValue().forEach(reach::from));
  }

  private static boolean isClass(String file) {
    return file.endsWith(CLASS) && !file.endsWith("-info.class");
  }

  private static String name(String file) {
    return file.substring(0, file.length() - CLASS.length());
  }

  private void read(Map<String, byte[]> jar) {
    jar.forEach((file, bytes) -> {
      if (isClass(file)) {
        CodeReader.read(bytes, all.computeIfAbsent(name(file), Code::new));
      } else if (file.startsWith(SERVICES)) {
        Arrays.stream(new String(bytes, StandardCharsets.UTF_8).split("\\R"))
            .map(line -> line.replaceFirst("#.*", "").strip().replace('.', '/'))
            .filter(server -> !server.isEmpty())
            .forEach(
                services.computeIfAbsent(
                        file.substring(SERVICES.length()).replace('.', '/'),
                        key -> new ArrayList<>())
                    ::add);
      }
    });
  }

  /** The files of a library's jar, without the code that is not needed. */
  public Map<String, byte[]> of(Map<String, byte[]> jar) {
    var needed = new LinkedHashMap<String, byte[]>();
    jar.forEach((file, bytes) -> {
      Code code = isClass(file) ? Objects.requireNonNull(all.get(name(file))) : null;
      if (code == null) {
        needed.put(file, bytes);
      } else if (code.isPresent) {
        needed.put(file, reached(code, bytes));
      }
    });
    return needed;
  }

  private static byte[] reached(Code code, byte[] bytes) {
    var writer = new ClassWriter(0); // without the constants of what goes
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public @Nullable MethodVisitor visitMethod(
                  int access,
                  String name,
                  String descriptor,
                  String signature,
                  String[] exceptions) {
                return Objects.requireNonNull(code.methods.get(name + descriptor)).isReached
                    ? super.visitMethod(access, name, descriptor, signature, exceptions)
                    : null;
              }
            },
            0);
    return writer.toByteArray();
  }
}
