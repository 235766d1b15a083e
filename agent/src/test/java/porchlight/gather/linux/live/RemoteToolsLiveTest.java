package porchlight.gather.linux.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.Reading;
import porchlight.facts.RemoteTools;
import porchlight.facts.RemoteTools.Found;
import porchlight.facts.RemoteTools.Tool;
import porchlight.gather.linux.remote.LinuxRemoteTools;
import porchlight.machine.LocalMachine;

/** Real processes with the names of tools for remote control; they only sleep. */
class RemoteToolsLiveTest {
  private static final Path SLEEP = Path.of("/usr/bin/sleep");

  @TempDir Path folder = Path.of("");

  private static Optional<Found> found(Tool tool) {
    var known = assertInstanceOf(Reading.Known.class, LinuxRemoteTools.read(new LocalMachine()));
    return assertInstanceOf(RemoteTools.class, known.value()).found().stream()
        .filter(one -> one.tool() == tool)
        .findFirst();
  }

  private static List<String> running(Tool tool) {
    return found(tool).map(Found::running).orElse(List.of());
  }

  private static void seen(Tool tool, String name, List<String> command) {
    Assumptions.assumeTrue(running(tool).isEmpty(), "a real " + name + " runs here");
    try (var processes = new Processes(Map.of())) {
      processes.start(command);
      Processes.await(name + " is seen", () -> running(tool).equals(List.of(name)));
    }
    Processes.await(name + " is gone", () -> running(tool).isEmpty());
  }

  private String program(String name) throws IOException {
    Assumptions.assumeTrue(Files.isExecutable(SLEEP), "there is no " + SLEEP);
    Path program = Files.copy(SLEEP, folder.resolve(name));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program.toString();
  }

  @Test
  void a_program_is_seen_while_it_runs_wherever_it_was_started_from() throws IOException {
    seen(Tool.X11VNC, "x11vnc", List.of(program("x11vnc"), "60"));
  }

  @Test
  void a_long_name_is_seen_as_linux_cuts_it() throws IOException {
    seen(
        Tool.GNOME_REMOTE_DESKTOP,
        "gnome-remote-de",
        List.of(program("gnome-remote-desktop-daemon"), "60"));
    seen(
        Tool.CHROME_REMOTE_DESKTOP,
        "chrome-remote-d",
        List.of(program("chrome-remote-desktop-host"), "60"));
  }

  @Test
  void a_script_bears_its_own_name() throws IOException {
    Path script = folder.resolve("xpra");
    Files.writeString(script, "#!/bin/sh\nsleep 60\ntrue\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    seen(Tool.XPRA, "xpra", List.of(script.toString()));
  }

  @Test
  void what_is_told_of_this_machine_is_the_same_twice() {
    assertEquals(
        LinuxRemoteTools.read(new LocalMachine()), LinuxRemoteTools.read(new LocalMachine()));
    assertTrue(Files.exists(Path.of("/proc/1/comm")));
  }
}
