package porchlight.installer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porchlight.installer.lean.Lean;
import porchlight.installer.lean.Needed;

/**
 * Makes a folder that runs by itself: {@code bin/porchlight}, the jars, the configuration, a Java
 * runtime linked from the JDK this runs on, and an archive of prepared classes that halves its
 * start, with the list that {@code bin/prepare} makes it from elsewhere. Does nothing when nothing
 * has changed.
 *
 * <p>Arguments: the folder of jars, the folder of configuration files, the folder to make.
 */
public final class Image {
  /**
   * What the agent and its libraries need. Libraries mention more (java.desktop, java.naming,
   * java.management, java.xml), on ways that the agent does not go.
   */
  static final String MODULES = "java.base,java.logging,jdk.crypto.ec,jdk.net";

  private Image() {}

  public static void main(String[] args) throws Exception {
    Path jars = Path.of(args[0]);
    Path config = Path.of(args[1]);
    Path image = Path.of(args[2]).toAbsolutePath().normalize();
    String fingerprint = Fingerprint.of(jars, config);
    Path mark = image.resolve("cache/made-from");
    if (Files.exists(mark) && Files.readString(mark).equals(fingerprint)) {
      say("image is up to date: " + image);
      return;
    }
    delete(image);
    Files.createDirectories(image);
    copy(jars, image.resolve("lib"), ".jar");
    for (String name : jars(image)) {
      if (name.startsWith("picocli")) {
        Modern.rewrite(image.resolve("lib").resolve(name));
      } else if (name.startsWith("agent")) {
        Jar.rewrite(image.resolve("lib").resolve(name), Plain::all);
      } else if (name.startsWith("jackson-core")) {
        Jar.rewrite(image.resolve("lib").resolve(name), LaterDecimals::all);
      }
    }
    leaner(image.resolve("lib"));
    ResidentHalf.jar(image);
    copy(config, image.resolve("config"), "");
    launcher(image);
    link(image.resolve("runtime"));
    Archive.make(image, config);
    Files.writeString(mark, fingerprint);
    say("image: " + image);
  }

  private static void copy(Path from, Path to, String ending) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file :
          files
              .filter(Files::isRegularFile)
              .filter(name -> name.toString().endsWith(ending))
              .sorted()
              .toList()) {
        // With its time: the archive of classes knows a jar by it.
        Files.copy(
            file,
            to.resolve(Objects.requireNonNull(file.getFileName())),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /**
   * The jars in one order everywhere: a folder's own order differs between machines, and the
   * archive would not fit.
   */
  static List<String> jars(Path image) throws IOException {
    try (var files = Files.list(image.resolve("lib"))) {
      return files
          .map(file -> Objects.requireNonNull(file.getFileName()).toString())
          .sorted(
              Comparator.comparing((String name) -> !name.startsWith("agent"))
                  .thenComparing(name -> name))
          .toList();
    }
  }

  /**
   * Leaves out of the jars what no run needs, and whole jars of which nothing is. JNA, which only
   * Windows' package carries, reads itself by its members' names and stays as it is.
   */
  private static void leaner(Path lib) throws IOException {
    var roots = new ArrayList<Map<String, byte[]>>();
    var libraries = new TreeMap<Path, Map<String, byte[]>>();
    try (var jars = Files.list(lib)) {
      for (Path jar : jars.sorted().toList()) {
        String name = String.valueOf(jar.getFileName());
        if (name.startsWith("agent")) {
          Jar.rewrite(jar, Lean::ours);
          roots.add(Jar.files(jar));
        } else if (name.startsWith("jna")) {
          roots.add(Jar.files(jar));
        } else {
          libraries.put(jar, Lean.theirs(Jar.files(jar)));
        }
      }
    }
    var needed = new Needed(roots, List.copyOf(libraries.values()));
    for (var library : libraries.entrySet()) {
      var files = needed.of(library.getValue());
      if (files.keySet().stream().anyMatch(file -> file.endsWith(".class"))) {
        Jar.compress(library.getKey(), files);
      } else {
        Files.delete(library.getKey());
      }
    }
  }

  private static void launcher(Path image) throws IOException {
    String classPath =
        jars(image).stream().map(name -> "$home/lib/" + name).collect(Collectors.joining(":"));
    Path bin = Files.createDirectories(image.resolve("bin"));
    for (String name : List.of("porchlight", "prepare")) {
      Path script = bin.resolve(name);
      Files.writeString(script, resource(name + ".sh").replace("@CLASS_PATH@", classPath));
      script.toFile().setExecutable(true, false);
    }
    String windowsPath =
        jars(image).stream()
            .map(name -> "%HOME_FOLDER%\\lib\\" + name)
            .collect(Collectors.joining(";"));
    Files.writeString(
        bin.resolve("porchlight.cmd"),
        resource("porchlight.cmd").replace("@CLASS_PATH@", windowsPath).replace("\n", "\r\n"));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(Image.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void link(Path runtime) throws IOException {
    ToolProvider jlink =
        ToolProvider.findFirst("jlink")
            .orElseThrow(() ->
                new IllegalStateException(
                    "this JDK has no jlink: " + System.getProperty("java.home")));
    int code =
        jlink.run(
            System.out,
            System.err,
            "--add-modules",
            MODULES,
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            // What is read of it at every start is in the archives.
            "--compress=zip-6",
            "--generate-cds-archive",
            "--output",
            runtime.toString());
    if (code != 0) {
      throw new IllegalStateException("jlink ended with " + code);
    }
    // For heaps of more than 32 GB; ours have 48 MB.
    for (String folder : List.of("lib/server", "bin/server")) {
      Files.deleteIfExists(runtime.resolve(folder).resolve("classes_nocoops.jsa"));
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(path -> {
            try {
              Files.delete(path);
            } catch (IOException failed) {
              throw new UncheckedIOException(failed);
            }
          });
    }
  }

  static void say(String line) {
    System.out.println("[image] " + line);
  }
}
