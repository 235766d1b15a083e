package porchlight.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.Deflater;

/** A jar whose files are rewritten in their place. */
final class Jar {
  private Jar() {}

  static Map<String, byte[]> files(Path jar) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    try (var in = new JarFile(jar.toFile())) {
      for (JarEntry entry : in.stream().toList()) {
        try (var bytes = in.getInputStream(entry)) {
          files.put(entry.getName(), bytes.readAllBytes());
        }
      }
    }
    return files;
  }

  /**
   * Replaces the jar, keeping its time; the same input gives the same bytes. They are not
   * compressed: a package compresses all of it at once, and far better, as thousands of small
   * classes are alike.
   */
  static void rewrite(Path jar, UnaryOperator<Map<String, byte[]>> how) throws IOException {
    replace(jar, how.apply(files(jar)), Deflater.NO_COMPRESSION);
  }

  /** Replaces the jar's files, keeping its time: smaller on a disk, and larger in a package. */
  static void compress(Path jar, Map<String, byte[]> files) throws IOException {
    replace(jar, files, Deflater.BEST_COMPRESSION);
  }

  private static void replace(Path jar, Map<String, byte[]> files, int level) throws IOException {
    FileTime time = Files.getLastModifiedTime(jar);
    Path fresh = jar.resolveSibling(jar.getFileName() + ".new");
    write(fresh, files, time, level);
    Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Writes a jar of those files, all of that time, without compression. */
  static void write(Path jar, Map<String, byte[]> files, FileTime time) throws IOException {
    write(jar, files, time, Deflater.NO_COMPRESSION);
  }

  private static void write(Path jar, Map<String, byte[]> files, FileTime time, int level)
      throws IOException {
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.setLevel(level);
      for (var file : files.entrySet()) {
        var entry = new JarEntry(file.getKey());
        entry.setTime(time.toMillis());
        out.putNextEntry(entry);
        out.write(file.getValue());
        out.closeEntry();
      }
    }
    Files.setLastModifiedTime(jar, time);
  }
}
