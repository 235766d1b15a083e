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
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Links a small Java runtime for Windows out of a whole one, on any system. {@code jlink} wants
 * modules as they were before a runtime was linked of them, so they are made such again.
 *
 * <p>Arguments: a zip with a runtime for Windows in it, and the folder to make. Does nothing when
 * it is made already.
 */
public final class WindowsRuntime {
  /**
   * The archive that Maven fetches: a Temurin JRE 21.0.9+10 as the makers of another program repack
   * it.
   */
  private static final String SHA_256 =
      "52b35b24be4ce5ec2e2933b32683db45db139581c46945546d9739b0c8866231";

  private static final String BASE = "java.base";

  /**
   * The modules of {@link Image}, what they need, and the list of authorities of Windows, with the
   * libraries of each.
   */
  private static final Map<String, List<String>> MODULES =
      new TreeMap<>(
          Map.of(
              BASE,
              List.of(
                  "java",
                  "jimage",
                  "jli",
                  "net",
                  "nio",
                  "verify",
                  "zip",
                  "msvcp140",
                  "vcruntime140",
                  "vcruntime140_1",
                  "ucrtbase",
                  "api-ms-*"),
              "java.logging",
              List.of(),
              "jdk.crypto.ec",
              List.of(),
              "jdk.crypto.mscapi",
              List.of("sunmscapi"),
              "jdk.net",
              List.of("extnet")));

  private final Path jre;
  private final Path work;
  private final String version;
  private final String pretended;

  private WindowsRuntime(Path jre, Path work) throws IOException {
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
    Path zip = Path.of(args[0]);
    Path out = Path.of(args[1]).toAbsolutePath().normalize();
    Path mark = out.resolveSibling("runtime-made-from");
    String from = SHA_256 + " by " + Runtime.version();
    if (Files.exists(mark) && Files.readString(mark).equals(from)) {
      Image.say("runtime for Windows is up to date: " + out);
      return;
    }
    if (!sha256(zip).equals(SHA_256)) {
      throw new IOException(zip + " is not the archive that is expected here");
    }
    Files.deleteIfExists(mark);
    Image.delete(out);
    Path work = Files.createTempDirectory("windows-runtime");
    try {
      new WindowsRuntime(unpack(zip, work), work).link(out);
    } finally {
      Image.delete(work);
    }
    Files.writeString(mark, from);
    Image.say("runtime for Windows: " + out);
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
      for (String module : MODULES.keySet()) {
        makeModule(module, linked.getPath("/modules", module));
      }
    }
    run(
        "jlink",
        List.of(
            "--module-path",
            modules().toString(),
            "--add-modules",
            String.join(",", MODULES.keySet()),
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
    Files.copy(
        jre.resolve("release"),
        out.resolve("release"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private Path modules() throws IOException {
    return Files.createDirectories(work.resolve("jmods"));
  }

  private void makeModule(String module, Path linked) throws IOException {
    Path parts = work.resolve(module);
    Path classes = parts.resolve("classes");
    copy(linked, classes);
    UnlinkedModule.restore(classes);
    Path libraries = Files.createDirectories(parts.resolve("lib"));
    for (String pattern : MODULES.getOrDefault(module, List.of())) {
      copyMatching(jre.resolve("bin"), pattern + ".dll", libraries);
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
                "windows-amd64",
                "--module-version",
                pretended));
    if (module.equals(BASE)) {
      Path conf = parts.resolve("conf");
      copy(jre.resolve("conf/security"), conf.resolve("security"));
      copyMatching(jre.resolve("conf"), "net.properties", conf);
      copyMatching(jre.resolve("bin/server"), "jvm.dll", libraries.resolve("server"));
      copyMatching(jre.resolve("lib"), "{jvm.cfg,tzdb.dat,tzmappings}", libraries);
      copy(jre.resolve("lib/security"), libraries.resolve("security"));
      words.addAll(List.of("--config", conf.toString()));
    }
    words.add(modules().resolve(module + ".jmod").toString());
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
    if (put != MODULES.size()) {
      throw new IOException(put + " modules say their version, not " + MODULES.size());
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
