package porchlight.gather.linux.live;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import porchlight.machine.Answer;
import porchlight.machine.LocalMachine;
import porchlight.machine.Machine;
import porchlight.machine.Probe;
import porchlight.machine.Question;
import porchlight.machine.Run;
import porchlight.machine.SystemFolders;

/** A network of its own, without any link to the machine's: real programs, asked inside it. */
final class Namespace implements Machine, AutoCloseable {
  private final Processes processes = new Processes(Map.of());
  private final String pid;
  private final List<String> absent = new ArrayList<>();
  private Optional<Path> resolvConf = Optional.empty();

  Namespace() {
    Processes.require("unshare", "nsenter", "ip", "ss", "sleep");
    Process holder = processes.start(List.of("unshare", "--net", "sleep", "300"));
    pid = Long.toString(holder.pid());
    String ours = link("/proc/self/ns/net");
    try {
      Processes.await("a namespace", () -> !link("/proc/" + pid + "/ns/net").equals(ours));
    } catch (AssertionError none) {
      close();
      Assumptions.abort("namespaces cannot be made here");
    }
  }

  private static String link(String path) {
    try {
      return Files.readSymbolicLink(Path.of(path)).toString();
    } catch (java.io.IOException gone) {
      return "";
    }
  }

  /** Runs a command inside; it must succeed. */
  void sh(String command) {
    Answer.Said said = processes.run(inside(List.of(command.split(" ", -1))));
    if (said.code() != 0) {
      throw new AssertionError(command + ": " + said.error());
    }
  }

  /** Whether the kernel has what the command needs. */
  boolean can(String command) {
    return processes.run(inside(List.of(command.split(" ", -1)))).code() == 0;
  }

  /** Starts a Python program inside that goes on. */
  void python(String program, String... arguments) {
    Processes.require("python3");
    var command = new ArrayList<>(List.of("/usr/bin/python3", "-c", program));
    command.addAll(List.of(arguments));
    processes.start(inside(command));
  }

  /** Starts a program inside that goes on until the end, or until it is ended. */
  Process start(String... command) {
    return processes.start(inside(List.of(command)));
  }

  /** A cable from here to there. */
  void wire(String link, Namespace other, String port) {
    sh("ip link add " + link + " type veth peer name " + port + " netns " + other.pid);
  }

  /** What a program inside says. */
  Answer.Said said(List<String> command) {
    return processes.run(inside(command));
  }

  /** Names are looked up as this file says. */
  void resolvConf(Path file) {
    resolvConf = Optional.of(file);
  }

  /** From now on there is no such program. */
  Namespace without(String program) {
    absent.add(program);
    return this;
  }

  @Override
  public Answer ask(Question question) {
    return switch (question) {
      case Run run -> run(run);
      case Question.ReadFile(var path) -> {
        Answer.Said said = path.startsWith("/sys/") ? sys("cat", path) : said(List.of("cat", path));
        yield said.code() == 0 ? said : new Answer.Missing();
      }
      case Question.ListFolder(var path) when path.startsWith("/sys/") -> {
        Answer.Said said = sys("ls", path);
        yield said.code() == 0 ? said : new Answer.Missing();
      }
      case Probe probe -> Indoors.run(pid, resolvConf, () -> new LocalMachine().ask(probe));
      case Question other -> new Answer.Missing();
    };
  }

  /** The kernel's folders as they are in here: they show the links of whoever mounts them. */
  private Answer.Said sys(String program, String path) {
    return said(
        List.of(
            "unshare",
            "--mount",
            "sh",
            "-c",
            "mount -t sysfs sysfs /sys && exec " + program + " \"$0\"",
            path));
  }

  private Answer run(Run run) {
    if (absent.contains(run.program()) || SystemFolders.find(run.program()).isEmpty()) {
      return new Answer.Missing();
    }
    var command = new ArrayList<>(List.of(run.program()));
    command.addAll(run.arguments());
    return processes.run(inside(command));
  }

  private List<String> inside(List<String> command) {
    var all = new ArrayList<>(List.of("nsenter", "--net=/proc/" + pid + "/ns/net"));
    all.addAll(command);
    return all;
  }

  @Override
  public void close() {
    processes.close();
  }
}
