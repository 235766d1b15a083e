package porchlight.installer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.objectweb.asm.ClassReader;

/**
 * The half that stays has in memory, all day, the table of contents of each jar that it opens and
 * the pages of each archive that it maps: so it has a jar and an archive of its own, with the
 * classes that it needs and no others.
 */
final class ResidentHalf {
  /** Of its list in {@code classes}, its archive in {@code cache} and its jar. */
  static final String NAME = "resident";

  private static final String MAIN = "porchlight/Main";
  private static final String ROOT = "porchlight/Staying";
  private static final int CLASS_CONSTANT = 7;
  private static final int MOST_CLASSES = 60;
  private static final int LONGEST_TRAINING_SECONDS = 120;

  private ResidentHalf() {}

  /** Makes its jar of what its classes in the agent's jar lead to. */
  static void jar(Path image) throws IOException {
    Path agent = image.resolve("lib").resolve(Image.jars(image).getFirst());
    Map<String, byte[]> all = Jar.files(agent);
    var needed = new TreeMap<String, byte[]>();
    // The program's first class leads to all halves, and is loaded without them.
    needed.put(MAIN + ".class", Objects.requireNonNull(all.get(MAIN + ".class")));
    var open = new ArrayDeque<>(List.of(ROOT));
    while (!open.isEmpty()) {
      String name = open.remove();
      byte[] code = all.get(name + ".class");
      if (code != null && needed.put(name + ".class", code) == null) {
        open.addAll(mentioned(code));
      }
    }
    if (needed.size() > MOST_CLASSES) {
      throw new IllegalStateException(
          "what stays in memory leads to "
              + needed.size()
              + " classes of ours: "
              + needed.keySet());
    }
    Files.createDirectories(image.resolve("classes"));
    Jar.write(
        image.resolve("classes").resolve(NAME + ".jar"), needed, Files.getLastModifiedTime(agent));
  }

  private static List<String> mentioned(byte[] code) {
    var reader = new ClassReader(code);
    char[] buffer = new char[reader.getMaxStringLength()];
    return java.util.stream.IntStream.range(1, reader.getItemCount())
        .map(reader::getItem)
        .filter(at -> at > 0 && reader.readByte(at - 1) == CLASS_CONSTANT)
        .mapToObj(at -> reader.readUTF8(at, buffer))
        .map(name -> name.replaceFirst("^\\[+L(.*);$", "$1"))
        .filter(name -> !name.equals(MAIN))
        .toList();
  }

  /**
   * Writes the list of classes that it needs: it starts, sends twice over one connection what a
   * worker asks it to, and rests. The worker is a script; the central is real TLS.
   */
  static void train(Path image, Path work, TrainingCentral central)
      throws IOException, InterruptedException {
    Path home = Files.createDirectories(work.resolve("home"));
    Path heard = work.resolve("heard");
    String message = "POST /v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n";
    String carry =
        "carry localhost "
            + central.port()
            + " "
            + central.leaf()
            + " "
            + Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.US_ASCII));
    Path script = Files.createDirectories(home.resolve("bin")).resolve("porchlight");
    Files.writeString(
        script,
        """
        #!/bin/sh
        if [ "$1" = cycle-setup ]; then
          printf 'stateFolder %s\\nreportSeconds 900\\nworkerSeconds 60\\nconnection kept\\n'
        else
          for turn in 1 2; do
            echo '%s'
            read -r answer
            echo "$answer" >>'%s.new'
          done
          echo 'next 900 0.5'
          mv '%s.new' '%s'
        fi
        """
            .formatted(work.resolve("resident-state"), carry, heard, heard, heard));
    script.toFile().setExecutable(true, false);
    Path list = work.resolve("resident-classes");
    var command = Archive.java(image);
    command.addAll(
        List.of(
            "-Xint",
            "-XX:DumpLoadedClassList=" + list,
            "-Dporchlight.home=" + home,
            "-cp",
            image.resolve("classes").resolve(NAME + ".jar").toString(),
            "porchlight.Main",
            "run"));
    run(command, work, heard);
    Archive.merge(List.of(list), image.resolve("classes").resolve(NAME));
  }

  private static void run(List<String> command, Path work, Path heard)
      throws IOException, InterruptedException {
    Path out = work.resolve("resident-out");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      for (int i = 0; i < LONGEST_TRAINING_SECONDS && !Files.exists(heard); i++) {
        process.waitFor(1, TimeUnit.SECONDS);
      }
      process.waitFor(2, TimeUnit.SECONDS); // it rests
    } finally {
      process.destroy();
      process.waitFor();
    }
    if (!Files.exists(heard)
        || !Files.readAllLines(heard).stream().allMatch(line -> line.startsWith("answer "))) {
      throw new IllegalStateException(
          "the half that stays did not carry a report in its training:\n" + Files.readString(out));
    }
  }
}
