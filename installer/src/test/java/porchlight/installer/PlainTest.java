package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class PlainTest {
  private static final String PACKAGE = "porchlight/installer/";

  private static Map<String, byte[]> compiled() throws Exception {
    var classes = new LinkedHashMap<String, byte[]>();
    Path folder =
        Path.of(PlainTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (var files = Files.list(folder.resolve(PACKAGE))) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.startsWith("Forms")) {
          classes.put(PACKAGE + name, Files.readAllBytes(file));
        }
      }
    }
    assertTrue(classes.size() >= 8, classes.keySet()::toString);
    return classes;
  }

  /** Sees only these classes and the JDK's. */
  private static final class Own extends ClassLoader {
    private final Map<String, byte[]> classes;

    Own(Map<String, byte[]> classes) {
      super(ClassLoader.getPlatformClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name.replace('.', '/') + ".class");
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  private static List<?> said(Map<String, byte[]> classes) throws Exception {
    var all = new Own(classes).loadClass("porchlight.installer.Forms").getDeclaredMethod("all");
    all.setAccessible(true);
    return (List<?>) all.invoke(null);
  }

  /** What is still made at run time. */
  private static Set<String> left(Map<String, byte[]> classes) {
    var left = new TreeSet<String>();
    classes
        .values()
        .forEach(bytes ->
            new ClassReader(bytes)
                .accept(
                    new ClassVisitor(Opcodes.ASM9) {
                      @Override
                      public MethodVisitor visitMethod(
                          int access,
                          String name,
                          String type,
                          String signature,
                          String[] exceptions) {
                        return new MethodVisitor(Opcodes.ASM9) {
                          @Override
                          public void visitInvokeDynamicInsn(
                              String called, String of, Handle bootstrap, Object... arguments) {
                            left.add(bootstrap.getName() + " " + name);
                          }
                        };
                      }
                    },
                    0));
    return left;
  }

  @Test
  void what_is_rewritten_does_just_what_it_did() throws Exception {
    var before = compiled();
    var after = Plain.all(before);
    var said = said(before);
    assertTrue(said.size() > 250, said::toString);
    assertEquals(said, said(after));
    assertTrue(after.containsKey(PACKAGE + "Orders.class"), after.keySet()::toString);
  }

  @Test
  void only_a_switch_over_numbers_is_left_as_it_was() throws Exception {
    var left = left(Plain.all(compiled()));
    left.removeIf(site -> site.startsWith("makeConcatWithConstants"));
    assertEquals(Set.of("typeSwitch number"), left);
    var before = left(compiled());
    assertTrue(before.contains("bootstrap toString"), before::toString);
    assertTrue(before.contains("metafactory lambdas"), before::toString);
    assertTrue(before.contains("typeSwitch shape"), before::toString);
    assertTrue(before.contains("typeSwitch colour"), before::toString);
  }

  @Test
  void the_same_jar_gives_the_same_bytes() throws Exception {
    var once = Plain.all(compiled());
    var again = Plain.all(compiled());
    assertEquals(List.copyOf(once.keySet()), List.copyOf(again.keySet()));
    once.forEach((name, bytes) ->
        assertEquals(
            new String(bytes, StandardCharsets.ISO_8859_1),
            new String(again.get(name), StandardCharsets.ISO_8859_1),
            name));
  }

  @Test
  void what_is_no_class_goes_through_untouched() throws IOException {
    byte[] text = "a page".getBytes(StandardCharsets.UTF_8);
    assertEquals(text, Plain.all(Map.of("page.md", text)).get("page.md"));
  }
}
