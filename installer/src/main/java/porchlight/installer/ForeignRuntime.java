package porchlight.installer;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Links small Java runtimes for other systems out of whole ones, on any system. {@code jlink} wants
 * modules as they were before a runtime was linked of them, so they are made such again.
 *
 * <p>Argument: a folder with zips that hold the whole ones, each named like its {@link
 * ForeignSystem}; the small ones are made beside them. Does nothing when they are made already.
 */
public final class ForeignRuntime {
  private static final String BASE = "java.base";

  private final ForeignSystem system;
  private final Map<String, List<String>> modules;
  private final Path jre;
  private final Path work;
  private final String version;
  private final String pretended;

  private ForeignRuntime(ForeignSystem system, Path jre, Path work) throws IOException {
    this.system = system;
    this.modules = system.modules();
    this.jre = jre;
    this.work = work;
    this.version = version(jre);
    // jlink links modules of its own version only; the real one is put back in the end, and is as
    // long.
    this.pretended = Runtime.version().feature() + version.substring(version.indexOf('.'));
    if (pretended.length() != version.length()) {
      throw new IOException("a JDK " + Runtime.version() + " cannot link a Java " + version);
    }
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]).toAbsolutePath().normalize();
    try (var zips = Files.newDirectoryStream(folder, "*.zip")) {
      for (Path zip : zips) {
        String name = String.valueOf(zip.getFileName());
        make(ForeignSystem.named(name.substring(0, name.length() - ".zip".length())), zip);
      }
    }
  }

  private static void make(ForeignSystem system, Path zip) throws Exception {
    Path out = zip.resolveSibling(system.name());
    Path mark = zip.resolveSibling(system.name() + "-made-from");
    String from = system.sha256() + " by " + Runtime.version() + " with " + system.modules();
    if (Files.exists(mark) && Files.readString(mark).equals(from)) {
      Image.say("runtime is up to date: " + out);
      return;
    }
    if (!sha256(zip).equals(system.sha256())) {
      throw new IOException(zip + " is not the archive that is expected here");
    }
    Files.deleteIfExists(mark);
    Image.delete(out);
    Path work = Files.createTempDirectory("foreign-runtime");
    try {
      new ForeignRuntime(system, unpack(zip, work), work).link(out);
    } finally {
      Image.delete(work);
    }
    Files.writeString(mark, from);
    Image.say("runtime: " + out);
  }

  private static String sha256(Path file) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The runtime in the zip, wherever it lies there. */
  private static Path unpack(Path zip, Path work) throws IOException {
    try (FileSystem packed = FileSystems.newFileSystem(zip);
        Stream<Path> all = Files.walk(packed.getPath("/"))) {
      Path inside =
          all.filter(path -> path.endsWith("lib/modules"))
              .findFirst()
              .orElseThrow(() -> new IOException(zip + " has no runtime in it"));
      Path jre = work.resolve("jre");
      copy(Objects.requireNonNull(inside.getParent()).resolveSibling(""), jre);
      return jre;
    }
  }

  private static String version(Path jre) throws IOException {
    return Files.readAllLines(jre.resolve("release")).stream()
        .filter(line -> line.startsWith("JAVA_VERSION="))
        .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", ""))
        .findFirst()
        .orElseThrow(() -> new IOException(jre + " does not say its version"));
  }

  private void link(Path out) throws IOException {
    try (FileSystem linked =
        FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", jre.toString()))) {
      for (String module : modules.keySet()) {
        makeModule(module, linked.getPath("/modules", module));
      }
    }
    run(
        "jlink",
        List.of(
            "--module-path",
            jmods().toString(),
            "--add-modules",
            String.join(",", modules.keySet()),
            // Both write classes for the JVM that jlink runs on.
            "--disable-plugin",
            "generate-jli-classes",
            "--disable-plugin",
            "system-modules",
            "--strip-java-debug-attributes",
            "--no-header-files",
            "--no-man-pages",
            "--output",
            out.toString()));
    putVersionBack(out.resolve("lib/modules"));
    describe(out.resolve("release"));
  }

  /**
   * As the whole runtime describes itself, but for the modules, which are those that were linked.
   */
  private void describe(Path release) throws IOException {
    String linked =
        Files.readAllLines(release).stream()
            .filter(ForeignRuntime::names)
            .findFirst()
            .orElseThrow();
    Files.write(
        release,
        Files.readAllLines(jre.resolve("release")).stream()
            .map(line -> names(line) ? linked : line)
            .toList());
  }

  private static boolean names(String line) {
    return line.startsWith("MODULES=");
  }

  private Path jmods() throws IOException {
    return Files.createDirectories(work.resolve("jmods"));
  }

  private void makeModule(String module, Path linked) throws IOException {
    Path parts = work.resolve(module);
    Path classes = parts.resolve("classes");
    copy(linked, classes);
    UnlinkedModule.restore(classes);
    Path libraries = Files.createDirectories(parts.resolve("lib"));
    Path here = jre.resolve(system.folder());
    for (String pattern : modules.getOrDefault(module, List.of())) {
      copyMatching(here, pattern, libraries);
    }
    var words =
        new ArrayList<>(
            List.of(
                "create",
                "--class-path",
                classes.toString(),
                "--libs",
                libraries.toString(),
                "--legal-notices",
                jre.resolve("legal").resolve(module).toString(),
                "--target-platform",
                system.target(),
                "--module-version",
                pretended));
    if (module.equals(BASE)) {
      Path conf = parts.resolve("conf");
      copy(jre.resolve("conf/security"), conf.resolve("security"));
      copyMatching(jre.resolve("conf"), "net.properties", conf);
      copyMatching(here.resolve("server"), system.file("jvm"), libraries.resolve("server"));
      copyMatching(jre.resolve("lib"), "{jvm.cfg,tzdb.dat,tzmappings,jspawnhelper}", libraries);
      copy(jre.resolve("lib/security"), libraries.resolve("security"));
      // Windows has a program of ours instead.
      Path commands = parts.resolve("bin");
      copyMatching(jre.resolve("bin"), "java", commands);
      words.addAll(List.of("--config", conf.toString(), "--cmds", commands.toString()));
    }
    words.add(jmods().resolve(module + ".jmod").toString());
    run("jmod", words);
  }

  private void putVersionBack(Path image) throws IOException {
    byte[] all = Files.readAllBytes(image);
    byte[] from = pretended.getBytes(StandardCharsets.US_ASCII);
    byte[] to = version.getBytes(StandardCharsets.US_ASCII);
    int put = 0;
    for (int at = 3; at <= all.length - from.length; at++) {
      // A text among the constants of a class: 1, its length in two bytes, its letters.
      if (all[at - 3] == 1
          && all[at - 2] == 0
          && all[at - 1] == from.length
          && java.util.Arrays.equals(all, at, at + from.length, from, 0, from.length)) {
        System.arraycopy(to, 0, all, at, to.length);
        put++;
      }
    }
    if (put != modules.size()) {
      throw new IOException(put + " modules say their version, not " + modules.size());
    }
    Files.write(image, all);
  }

  private static void run(String tool, List<String> words) {
    int code =
        ToolProvider.findFirst(tool)
            .orElseThrow(() -> new IllegalStateException("this JDK has no " + tool))
            .run(System.out, System.err, words.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException(tool + " ended with " + code);
    }
  }

  private static void copyMatching(Path from, String pattern, Path to) throws IOException {
    Files.createDirectories(to);
    try (DirectoryStream<Path> found = Files.newDirectoryStream(from, pattern)) {
      for (Path file : found) {
        Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path at = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(at);
        } else {
          Files.copy(path, at);
        }
      }
    }
  }
}
