package porchlight.gather.linux.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Run;

/**
 * A laptop and a stranger on its network, in two network namespaces of their own: the laptop
 * answers on every port, the stranger really knocks.
 */
final class Lane implements AutoCloseable {
  private static final Path FOLDER = Path.of("src/test/rulesets").toAbsolutePath();

  private final String laptop;
  private final String stranger;
  private final List<Process> started = new ArrayList<>();
  private final Partner listener;
  private final Partner knocker;

  /** A program that answers each line with a line. */
  private record Partner(BufferedReader from, Writer to) {
    static Partner of(Process process) throws IOException {
      var partner = new Partner(process.inputReader(), process.outputWriter());
      if (!"ready".equals(partner.from.readLine())) {
        throw new IOException(
            new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
      }
      return partner;
    }

    String ask(String line) throws IOException {
      to.write(line + "\n");
      to.flush();
      String answer = from.readLine();
      if (answer == null) {
        throw new IOException("a partner of the test has ended");
      }
      return answer;
    }
  }

  Lane(String name, String ports) throws IOException {
    laptop = name + "l";
    stranger = name + "s";
    try {
      must(run(List.of("sh", FOLDER.resolve("lane.sh").toString(), laptop, stranger)));
      listener =
          Partner.of(start(laptop, "python3", FOLDER.resolve("listen.py").toString(), ports));
      knocker =
          Partner.of(start(stranger, "python3", FOLDER.resolve("knock.py").toString(), ports));
    } catch (IOException | RuntimeException failed) {
      close();
      throw failed;
    }
  }

  private Process start(String namespace, String... command) throws IOException {
    var words = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
    words.addAll(List.of(command));
    Process process =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    started.add(process);
    return process;
  }

  /** Loads a ruleset in place of the last one; what went wrong, or "". */
  String load(Path ruleset) throws IOException {
    must(inside("sh", FOLDER.resolve("reset.sh").toString()));
    String file = ruleset.toAbsolutePath().toString();
    Answer.Said loaded =
        file.endsWith(".nft")
            ? inside("nft", "-f", file)
            // With mounts of its own, which "ip netns exec" gives: ufw needs them.
            : run(List.of("ip", "netns", "exec", laptop, "sh", file));
    listener.ask("forget");
    return loaded.code() == 0 ? "" : "exit " + loaded.code() + " " + loaded.error().strip();
  }

  /** What the stranger reached, as {@code tcp4:22}. */
  Set<String> knock(double seconds) throws IOException {
    String line = knocker.ask(Double.toString(seconds));
    return line.isEmpty() ? Set.of() : new TreeSet<>(List.of(line.split(" ", -1)));
  }

  /** The laptop as the agent would ask it. */
  Machine machine() {
    return question -> {
      try {
        return switch (question) {
          case Run run -> {
            var words = new ArrayList<>(List.of(run.program()));
            words.addAll(run.arguments());
            Answer.Said said = inside(words.toArray(String[]::new));
            yield said.code() == 127 && said.error().contains("failed to execute")
                ? new Answer.Missing()
                : said;
          }
          case Question.ReadFile(var path) -> {
            Answer.Said said = inside("cat", path);
            yield said.code() == 0 ? said : new Answer.Missing();
          }
          default -> new Answer.Failed("not asked in this test");
        };
      } catch (IOException failed) {
        return new Answer.Failed(String.valueOf(failed.getMessage()));
      }
    };
  }

  private Answer.Said inside(String... command) throws IOException {
    var words = new ArrayList<>(List.of("nsenter", "--net=/run/netns/" + laptop));
    words.addAll(List.of(command));
    return run(words);
  }

  private static Answer.Said run(List<String> words) throws IOException {
    Process process =
        new ProcessBuilder(words).redirectInput(Path.of("/dev/null").toFile()).start();
    var error = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
    String out = text(process.getInputStream());
    try {
      process.waitFor();
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
    return new Answer.Said(process.exitValue(), out, error.join());
  }

  private static String text(InputStream in) {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      return "";
    }
  }

  private static void must(Answer.Said said) throws IOException {
    if (said.code() != 0) {
      throw new IOException("exit " + said.code() + " " + said.error());
    }
  }

  @Override
  public void close() throws IOException {
    for (Process process : started) {
      process.destroyForcibly();
      try {
        boolean ended = process.waitFor(5, TimeUnit.SECONDS);
        if (!ended) {
          throw new IOException("a partner of the test does not end");
        }
      } catch (InterruptedException asked) {
        Thread.currentThread().interrupt();
      }
    }
    run(List.of("ip", "netns", "del", laptop));
    run(List.of("ip", "netns", "del", stranger));
  }
}
