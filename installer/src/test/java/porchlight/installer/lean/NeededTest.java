package porchlight.installer.lean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class NeededTest {
  private static final String PACKAGE = "porchlight/installer/lean/";

  private static Map<String, byte[]> compiled(String prefix) throws Exception {
    var classes = new TreeMap<String, byte[]>();
    Path folder =
        Path.of(NeededTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (var files = Files.list(folder.resolve(PACKAGE))) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.startsWith(prefix)) {
          classes.put(PACKAGE + name, Files.readAllBytes(file));
        }
      }
    }
    assertFalse(classes.isEmpty(), prefix);
    return classes;
  }

  private static Map<String, byte[]> needed() throws Exception {
    var library = compiled("Shelf");
    library.put("a/LICENSE", new byte[] {1});
    library.put(
        "META-INF/services/java.lang.Runnable",
        "# one\nporchlight.installer.lean.Shelf$Serving # of ours\n"
            .getBytes(StandardCharsets.UTF_8));
    return new Needed(List.of(compiled("Wanting")), List.of(library)).of(library);
  }

  private static Set<String> methods(byte[] file) {
    var names = new TreeSet<String>();
    new ClassReader(file)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] thrown) {
                names.add(name);
                return new MethodVisitor(Opcodes.ASM9) {};
              }
            },
            0);
    return names;
  }

  private static Set<String> methods(Map<String, byte[]> jar, String name) {
    byte[] file = jar.get(PACKAGE + "Shelf$" + name + ".class");
    return file == null ? Set.of("gone") : methods(file);
  }

  @Test
  void what_is_left_does_what_the_whole_did() throws Exception {
    var left = new HashMap<>(needed());
    left.putAll(compiled("Wanting"));
    var loader =
        new ClassLoader(ClassLoader.getPlatformClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] file = left.get(name.replace('.', '/') + ".class");
            if (file == null) {
              throw new ClassNotFoundException(name);
            }
            return defineClass(name, file, 0, file.length);
          }
        };
    Object found = loader.loadClass(Wanting.class.getName()).getMethod("found").invoke(null);
    assertEquals(Wanting.found(), found);
    assertEquals("beganjoined aboveabove [b, a] looked up", found);
  }

  @Test
  void what_no_path_leads_to_is_gone() throws Exception {
    var left = needed();
    assertEquals(Set.of("gone"), methods(left, "Unneeded"));
    assertEquals(Set.of("gone"), methods(left, "NeverMade"));
    assertEquals(Set.of("called"), methods(left, "Called"));
    assertEquals(Set.of("<clinit>", "<init>", "toString"), methods(left, "Further"));
    assertEquals(Set.of("both", "name"), methods(left, "Kind"));
    assertEquals(Set.of("<init>"), methods(left, "Made"));
  }

  @Test
  void what_the_jdk_calls_or_may_be_looked_up_stays() throws Exception {
    var left = needed();
    assertTrue(methods(left, "Order").contains("compare"));
    assertEquals(Set.of("compare"), methods(left, "Helped"));
    assertEquals(Set.of("<init>", "lookedUpPerhaps"), methods(left, "Began"));
    assertEquals(Set.of("<init>", "lookedUp"), methods(left, "Named"));
    assertEquals(Set.of("<init>", "run"), methods(left, "Serving"));
    assertTrue(left.containsKey("a/LICENSE"));
  }
}
