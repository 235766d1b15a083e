package porchlight.start;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts central on any Java from 11 on: on one older than 21, which could not even load it, it
 * looks for a newer one on this machine and runs central there, ending with it and it with us.
 */
public final class Start {
  private static final int NEEDED = 21;
  private static final int UNAVAILABLE = 69;
  private static final String LED = "porchlight.led";

  private Start() {}

  public static void main(String[] args) throws Exception {
    if (Runtime.version().feature() < NEEDED) {
      System.exit(elsewhere(args));
    }
    if (Boolean.getBoolean(LED)) {
      endWithLeader();
    }
    try {
      Class.forName("porchlight.central.Main")
          .getMethod("main", String[].class)
          .invoke(null, (Object) args);
    } catch (InvocationTargetException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }

  private static int elsewhere(String[] args) throws IOException, InterruptedException {
    File java = newest();
    if (java == null) {
      System.err.println(
          "central: needs Java "
              + NEEDED
              + " or newer; this is "
              + Runtime.version().feature()
              + ", and no newer one was found in JAVA_HOME or /usr/lib/jvm");
      return UNAVAILABLE;
    }
    List<String> command = new ArrayList<>();
    command.add(java.getPath());
    command.addAll(Arrays.asList("-D" + LED + "=true", "-jar", new File(jar()).getPath()));
    command.addAll(Arrays.asList(args));
    // Its input is ours to close: however we end, it sees the end of it and ends as well.
    Process central =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(central), "stop"));
    return central.waitFor();
  }

  private static void stop(Process central) {
    central.destroy();
    try {
      central.waitFor();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private static void endWithLeader() {
    Thread watch =
        new Thread(
            () -> {
              try (InputStream in = System.in) {
                while (in.read() >= 0) {}
              } catch (IOException gone) {
                // As good as its end.
              }
              Runtime.getRuntime().halt(137);
            },
            "leader");
    watch.setDaemon(true);
    watch.start();
  }

  private static String jar() {
    return Start.class.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  private static File newest() {
    List<File> homes = new ArrayList<>();
    String named = System.getenv("JAVA_HOME");
    if (named != null) {
      homes.add(new File(named));
    }
    File[] installed = new File("/usr/lib/jvm").listFiles();
    if (installed != null) {
      homes.addAll(Arrays.asList(installed));
    }
    File best = null;
    int most = NEEDED - 1;
    for (File home : homes) {
      File java = new File(home, "bin/java");
      int version = java.canExecute() ? version(java) : 0;
      if (version > most) {
        most = version;
        best = java;
      }
    }
    return best;
  }

  /** The feature number that a Java says it is, 0 when it does not say. */
  private static int version(File java) {
    try {
      Process asked =
          new ProcessBuilder(java.getPath(), "-XshowSettings:properties", "-version")
              .redirectErrorStream(true)
              .start();
      String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher found = Pattern.compile("java\\.specification\\.version = (\\d+)").matcher(said);
      return found.find() ? Integer.parseInt(found.group(1)) : 0;
    } catch (IOException broken) {
      return 0;
    }
  }
}
