package porchlight.gather.linux.patches.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import porchlight.gather.OnDisk;
import porchlight.gather.linux.Rooted;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Run;
import porchlight.machine.SystemFolders;

/** The real package managers of this machine, at work on a folder. */
record Tools(Path root, Map<String, List<String>> options) implements Machine {

  /** Skips, naming what is not there. */
  static void need(String... programs) throws IOException {
    for (String program : programs) {
      assumeTrue(SystemFolders.find(program).isPresent(), "no " + program + " here");
    }
    assumeTrue(Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0), "not root");
  }

  /** One of those programs with the options that keep it in the folder. */
  Answer.Said run(String program, List<String> arguments) {
    var command = new ArrayList<>(List.of(program));
    command.addAll(options.getOrDefault(program, List.of()));
    command.addAll(arguments);
    try {
      Path errors = Files.createTempFile(root, "error", "");
      var builder = new ProcessBuilder(command).redirectError(errors.toFile());
      builder.environment().clear();
      builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "HOME", root + "/home"));
      builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Answer.Said(process.waitFor(), said, Files.readString(errors));
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(asked);
    }
  }

  /** The same, which must go well. */
  String must(String program, String... arguments) {
    Answer.Said said = run(program, List.of(arguments));
    if (said.code() != 0) {
      throw new IllegalStateException(program + " " + List.of(arguments) + ": " + said);
    }
    return said.text();
  }

  void write(String name, String text) {
    OnDisk.write(root.resolve(name), text);
  }

  @Override
  public Answer ask(Question question) {
    if (question instanceof Run run) {
      return options.containsKey(run.program())
          ? run(run.program(), run.arguments())
          : new Answer.Missing();
    }
    return new Rooted(root).ask(question);
  }
}
