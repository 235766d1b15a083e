package porchlight.installer.lean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import porchlight.installer.lean.Code.How;
import porchlight.installer.lean.Code.Mention;

/** The image's libraries, held against the ones that they were made of. */
class LeanIT {
  private static final Path WHOLE = Path.of("target/jars");
  private static final Path LEAN = Path.of("target/porchlight/lib");

  @Test
  void whatever_is_mentioned_in_the_image_is_there_as_it_was_in_the_libraries() throws Exception {
    assumeTrue(Files.isDirectory(LEAN), "no image: needs Linux and mvn package");
    var whole = classes(WHOLE);
    var lean = classes(LEAN);
    var missing = new TreeSet<String>();
    int looked = 0;
    for (Code code : lean.values()) {
      for (var method : code.methods.values()) {
        for (Mention mention : method.mentions) {
          if (mention.how() != How.TEXT) {
            looked++;
            if (has(whole, mention.of(), mention.method())
                && !has(lean, mention.of(), mention.method())) {
              missing.add(mention + " by " + code.name);
            }
          }
        }
      }
      var above = new ArrayList<>(code.parents);
      code.mentions.stream()
          .filter(one -> one.how() != How.TEXT)
          .forEach(one -> above.add(one.of()));
      above.removeIf(name -> !whole.containsKey(name) || lean.containsKey(name));
      above.forEach(name -> missing.add(name + " of " + code.name));
    }
    assertEquals(List.of(), List.copyOf(missing));
    assertTrue(looked > 100_000, looked + " mentions");
    assertTrue(notOurs(lean) < notOurs(whole) * 3 / 4, notOurs(lean) + " of " + notOurs(whole));
  }

  private static long notOurs(Map<String, Code> all) {
    return all.keySet().stream().filter(name -> !name.startsWith("porchlight/")).count();
  }

  /** Whether that class is there and has or inherits that method, if one is named. */
  private static boolean has(Map<String, Code> all, String name, String method) {
    Code code = all.get(name);
    return code != null
        && (method.isEmpty()
            || code.methods.containsKey(method)
            || code.parents.stream().anyMatch(parent -> has(all, parent, method)));
  }

  private static Map<String, Code> classes(Path folder) throws IOException {
    var all = new HashMap<String, Code>();
    try (var jars = Files.list(folder)) {
      for (Path jar : jars.sorted().toList()) {
        try (var file = new JarFile(jar.toFile(), false, JarFile.OPEN_READ, Runtime.version())) {
          for (var entry : file.versionedStream().toList()) {
            String name = entry.getName();
            if (name.endsWith(".class") && !name.endsWith("-info.class")) {
              String type = name.substring(0, name.length() - ".class".length());
              try (var in = file.getInputStream(entry)) {
                CodeReader.read(in.readAllBytes(), all.computeIfAbsent(type, Code::new));
              }
            }
          }
        }
      }
    }
    return all;
  }
}
