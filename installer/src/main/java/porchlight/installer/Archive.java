package porchlight.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes the archive of prepared classes (AppCDS) from real runs: what a person types (a check on a
 * screen, a check for programs, the facts, the status) and what the worker does (an enrolment and
 * reports to a server of our own, over TLS and by the connection that the other half keeps). One
 * for both: two would make a check a tenth lighter, and a laptop 29 MB heavier. It gets the classes
 * that read and judge what a network and a laptop answered, learned from recordings: a build asks
 * no network, and is no laptop. The half that stays has one of its own, see {@link ResidentHalf}. A
 * static archive is used, not JDK 25's AOT cache, because it refuses to serve when a jar has
 * changed (JDK-8377932: the cache of 25.0.3 goes on with the old classes), and starts as fast.
 */
final class Archive {
  /** Of the list in {@code classes}, and of the archive in {@code cache}. */
  private static final String NAME = "porchlight";

  private static final int LONGEST_RUN_SECONDS = 180;
  private static final List<String> RECORDINGS = List.of("network.txt", "laptop.txt");
  private static final Pattern JUDGING =
      Pattern.compile("porchlight/(?:facts|checks|policy|machine|gather|places)/");

  private Archive() {}

  static void make(Path image, Path config) throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("porchlight-training");
    try (var central = TrainingCentral.start(work)) {
      String settings = work.resolve("agent.json").toString();
      Path policy = central.policy(config.resolve("policy.json"));
      central.settings(Path.of(settings), work.resolve("state"), policy);
      var worker = List.of("cycle", "--config", settings);
      // The third time without a word of our server's certificate: it reads the certificates that a
      // laptop has, which are of more kinds, and is turned away.
      var lists = new ArrayList<Path>();
      for (String recording : RECORDINGS) {
        lists.add(judging(image, work, recording));
      }
      lists.addAll(
          train(
              image,
              work,
              new Lesson("working", List.of(worker, worker, worker), central.trust(), 2)));
      if (central.reports() < 2) {
        throw new IllegalStateException(
            "the training cycles sent "
                + central.reports()
                + " reports, not 2:\n"
                + Files.readString(work.resolve("out")));
      }
      var asking =
          List.of(
              List.of("check", "--policy", policy.toString()),
              List.of("check", "--json", "--policy", policy.toString()),
              List.of("facts", "--json", "--offline"),
              List.of("status", "--config", settings));
      lists.addAll(train(image, work, new Lesson("asking", asking, List.of(), 0)));
      lists.addAll(kept(image, work, central, policy));
      merge(lists, image.resolve("classes").resolve(NAME));
      dump(image, work);
    } finally {
      Image.delete(work);
    }
  }

  /** The lists of what workers needed whose reports the half that stays has carried. */
  private static List<Path> kept(Path image, Path work, TrainingCentral central, Path policy)
      throws IOException, InterruptedException {
    Path settings = work.resolve("kept.json");
    central.settings(settings, work.resolve("kept-state"), policy);
    var worker = java(image);
    worker.addAll(central.trust());
    worker.addAll(program(image));
    worker.addAll(List.of("cycle", "--config", settings.toString()));
    return ResidentHalf.train(image, work, central, worker);
  }

  /** The list of classes that read and judge what that recording says. */
  private static Path judging(Path image, Path work, String name)
      throws IOException, InterruptedException {
    Path recording = work.resolve(name);
    try (var in = Objects.requireNonNull(Archive.class.getResourceAsStream(name))) {
      Files.copy(in, recording);
    }
    Path list = work.resolve("judging-" + name);
    run(
        image,
        work,
        List.of("-XX:DumpLoadedClassList=" + list),
        List.of("check", "--json", "--replay", recording.toString()));
    var ours =
        Files.readAllLines(list).stream()
            .filter(line -> JUDGING.matcher(line).lookingAt())
            .toList();
    return Files.write(list, ours);
  }

  /**
   * What one list of classes is learned from.
   *
   * @param trust the JVM flags by which the first {@code trusting} runs know our server
   */
  private record Lesson(String name, List<List<String>> runs, List<String> trust, int trusting) {}

  /** The lists of the classes that each run of a lesson needed. */
  private static List<Path> train(Path image, Path work, Lesson lesson)
      throws IOException, InterruptedException {
    var lists = new ArrayList<Path>();
    for (var arguments : lesson.runs) {
      Path list = work.resolve(lesson.name + "-" + lists.size());
      var flags = new ArrayList<String>(lists.size() < lesson.trusting ? lesson.trust : List.of());
      lists.add(list);
      flags.add("-XX:DumpLoadedClassList=" + list);
      run(image, work, flags, arguments);
    }
    return lists;
  }

  /**
   * Runs the agent as its launcher would; a check that finds something ends with 1 or 2, which is
   * as good a training.
   */
  private static void run(Path image, Path work, List<String> flags, List<String> arguments)
      throws IOException, InterruptedException {
    var command = java(image);
    command.addAll(flags);
    command.addAll(program(image));
    command.addAll(arguments);
    Path out = work.resolve("out");
    int code =
        await(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()));
    if (code > 2) {
      throw new IllegalStateException(
          arguments + " ended with " + code + ":\n" + Files.readString(out));
    }
  }

  /**
   * Sorted, so that the same classes give the same list whichever thread was quicker; what is to be
   * prepared of a class (a line with an {@code @}) counts only behind the class itself.
   */
  static void merge(List<Path> lists, Path into) throws IOException {
    var once =
        new TreeSet<>(
            Comparator.comparing((String line) -> line.startsWith("@"))
                .thenComparing(Comparator.naturalOrder()));
    for (Path list : lists) {
      // Each run numbers its classes by itself; without the numbers the lists agree.
      Files.readAllLines(list).forEach(line -> once.add(line.replaceFirst(" id: \\d+$", "")));
    }
    Files.createDirectories(Objects.requireNonNull(into.getParent()));
    Files.write(into, once);
  }

  /** As it is done where a package is installed: by the image's own script. */
  private static void dump(Path image, Path work) throws IOException, InterruptedException {
    Path out = work.resolve("dump");
    int code =
        await(
            new ProcessBuilder(image.resolve("bin/prepare").toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile()));
    if (code != 0) {
      throw new IllegalStateException(
          "making the archives ended with " + code + ":\n" + Files.readString(out));
    }
    for (String name : List.of(NAME, ResidentHalf.NAME)) {
      long bytes = Files.size(image.resolve("cache").resolve(name + ".jsa"));
      Image.say("archive of prepared classes, " + name + ", " + (bytes >> 20) + " MB");
    }
  }

  static List<String> java(Path image) {
    return new ArrayList<>(
        List.of(
            image.resolve("runtime/bin/java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData"));
  }

  private static List<String> program(Path image) throws IOException {
    return List.of("-Dporchlight.home=" + image, "-cp", classPath(image), "porchlight.Main");
  }

  private static String classPath(Path image) throws IOException {
    return Image.jars(image).stream()
        .map(name -> image.resolve("lib").resolve(name).toString())
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }

  private static int await(ProcessBuilder builder) throws IOException, InterruptedException {
    for (String name :
        List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH")) {
      builder.environment().remove(name);
    }
    Process process =
        builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null"))).start();
    if (!process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new IllegalStateException(
          "it ran for more than " + LONGEST_RUN_SECONDS + " s: " + builder.command());
    }
    return process.exitValue();
  }
}
