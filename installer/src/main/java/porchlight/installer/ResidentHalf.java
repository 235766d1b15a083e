package porchlight.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
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
   * Writes the list of classes that it needs: it starts, carries by one connection the reports of
   * two workers after the one that found central, and rests. Answers what those workers needed.
   *
   * @param worker the command of one, without its flags
   */
  static List<Path> train(Path image, Path work, TrainingCentral central, List<String> worker)
      throws IOException, InterruptedException {
    Path home = Files.createDirectories(work.resolve("home"));
    Path ended = work.resolve("workers-ended");
    Path script = Files.createDirectories(home.resolve("bin")).resolve("porchlight");
    Files.writeString(
        script,
        """
        #!/bin/sh
        if [ "$1" = cycle-setup ]; then
          printf 'stateFolder %s\\nreportSeconds 900\\nworkerSeconds %d\\nconnection kept\\n'
        else
          for turn in 1 2 3; do
            '%s' -XX:DumpLoadedClassList='%s'-$turn '%s'
          done
          : >'%s'
        fi
        """
            .formatted(
                work.resolve("resident-state"),
                LONGEST_TRAINING_SECONDS,
                worker.getFirst(),
                work.resolve("carried"),
                String.join("' '", worker.subList(1, worker.size())),
                ended));
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
    run(command, work, ended);
    if (central.briefs() < 2) {
      throw new IllegalStateException(
          "the half that stays carried "
              + central.briefs()
              + " reports in its training, not 2:\n"
              + Files.readString(work.resolve("resident-out")));
    }
    Archive.merge(List.of(list), image.resolve("classes").resolve(NAME));
    return List.of(work.resolve("carried-2"), work.resolve("carried-3"));
  }

  private static void run(List<String> command, Path work, Path ended)
      throws IOException, InterruptedException {
    Path out = work.resolve("resident-out");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      for (int i = 0; i < LONGEST_TRAINING_SECONDS && !Files.exists(ended); i++) {
        process.waitFor(1, TimeUnit.SECONDS);
      }
      process.waitFor(2, TimeUnit.SECONDS); // it rests
    } finally {
      process.destroy();
      process.waitFor();
    }
  }
}
