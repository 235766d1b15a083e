package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;

/** What the lists say is inside the packages is what is inside, file by file and no more. */
class InsideIT {
  private static final String ENDING = ".cdx.json";
  private static final int LONGEST_SECONDS = 300;

  /** How packages call the processors that the lists name. */
  private static final Map<String, String> OF_DEBIAN =
      Map.of("x86_64", "amd64", "aarch64", "arm64");

  @TempDir Path folder = Path.of("");

  @Test
  void each_file_of_each_package_is_listed_with_its_sum() throws Exception {
    int packages = 0;
    for (Path list : files("", ENDING)) {
      String[] of = name(list).replace(ENDING, "").split("-", 4);
      var listed = listed(Files.readString(list));
      assertTrue(listed.keySet().stream().anyMatch(file -> file.endsWith(".jar")), list::toString);
      for (Path one : of(of[2], of[3])) {
        packages++;
        var inside = inside(one);
        if (inside.keySet().removeIf(file -> file.equals("README") || file.startsWith("doc/"))) {
          // Without installing: what an installation runs is left out.
          assertEquals(Set.of(), less(inside.entrySet(), listed.entrySet()), one::toString);
          assertTrue(
              less(listed.keySet(), inside.keySet()).stream().allMatch(f -> f.startsWith("bin/")));
        } else {
          assertEquals(listed, inside, one::toString);
        }
      }
    }
    System.out.printf("%d packages hold what their lists say%n", packages);
    assertTrue(packages >= 4, packages + " packages");
  }

  private static <T> Set<T> less(Set<T> all, Set<T> but) {
    var rest = new HashSet<>(all);
    rest.removeAll(but);
    return rest;
  }

  private static List<Path> of(String system, String processor) throws IOException {
    return switch (system) {
      case "windows" -> files("windows-" + processor, ".msi");
      case "macos" -> files("macos-" + processor, ".pkg");
      default -> {
        var found = new ArrayList<>(files("linux-" + processor, ".tar.gz"));
        found.addAll(files("linux-" + processor, ".zip"));
        found.addAll(files("1." + processor, ".rpm"));
        found.addAll(files("_" + OF_DEBIAN.getOrDefault(processor, processor), ".deb"));
        yield found;
      }
    };
  }

  private static List<Path> files(String before, String ending) throws IOException {
    assumeTrue(Files.isDirectory(PackagedLaptop.PACKAGES), "no packages: mvn -Ppackages package");
    try (var all = Files.list(PackagedLaptop.PACKAGES)) {
      return all.filter(file -> name(file).endsWith(before + ending)).sorted().toList();
    }
  }

  private static String name(Path file) {
    return Objects.requireNonNull(file.getFileName()).toString();
  }

  private SortedMap<String, String> inside(Path file) throws Exception {
    Path home = folder.resolve(name(file));
    var unpacked =
        Built.run(
            List.of("src/test/unpack", file.toString(), home.toString()),
            Map.of(),
            LONGEST_SECONDS);
    assertEquals(0, unpacked.code(), unpacked.err());
    return Sums.below(home);
  }

  /** Every file that is listed, with its sum; none twice. */
  private static SortedMap<String, String> listed(String text) throws Exception {
    var found = new TreeMap<String, String>();
    var list = JsonText.parse(text).asObject().orElseThrow();
    assertEquals("CycloneDX", list.text("bomFormat").orElseThrow());
    var program = object(object(list, "metadata"), "component");
    collect(program, found);
    collect(list, found);
    return found;
  }

  private static Json.Obj object(Json.Obj in, String name) {
    return in.get(name).flatMap(Json::asObject).orElseThrow();
  }

  private static List<Json.Obj> objects(Json.Obj in, String name) {
    return in.get(name).flatMap(Json::asItems).orElse(List.of()).stream()
        .map(item -> item.asObject().orElseThrow())
        .toList();
  }

  private static void collect(Json.Obj of, Map<String, String> found) {
    for (Json.Obj component : objects(of, "components")) {
      for (Json.Obj sum : objects(component, "hashes")) {
        assertEquals("SHA-256", sum.text("alg").orElseThrow());
        String place = place(component);
        assertEquals(null, found.put(place, sum.text("content").orElseThrow()), place + " twice");
      }
      collect(component, found);
    }
  }

  /** A file's name is its place; a library says where its jar lies. */
  private static String place(Json.Obj component) {
    return component.get("evidence").flatMap(Json::asObject).stream()
        .flatMap(evidence -> objects(evidence, "occurrences").stream())
        .findFirst()
        .flatMap(occurrence -> occurrence.text("location"))
        .orElseGet(() -> component.text("name").orElseThrow());
  }
}
