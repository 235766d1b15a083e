package porchlight.gather.linux.patches.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import porchlight.facts.Patches;
import porchlight.facts.Reading;
import porchlight.gather.linux.patches.LinuxPatches;
import porchlight.machine.LocalMachine;
import porchlight.machine.SystemFolders;

/** This very machine, if it is a Debian or Ubuntu whose lists were fetched. Nothing is changed. */
class RealListsLiveTest {
  private static final Pattern INSTALL = Pattern.compile("Inst (\\S+) .*\\([^)]*[Ss]ecurity.*");

  @Test
  void what_apt_would_do_on_this_machine_is_what_we_say_waits() throws Exception {
    assumeTrue(SystemFolders.find("apt-get").isPresent(), "no apt-get here");
    var reading = LinuxPatches.read(new LocalMachine());
    assumeTrue(reading instanceof Reading.Known<Patches>, "no security lists here: " + reading);
    var ours = new TreeSet<String>();
    assertInstanceOf(Reading.Known.class, reading);
    ((Reading.Known<Patches>) reading).value().pending().forEach(one -> ours.add(one.name()));
    Set<String> apts =
        run("apt-get", "-s", "-o", "Debug::NoLocking=true", "dist-upgrade")
            .lines()
            .map(INSTALL::matcher)
            .filter(Matcher::matches)
            .map(line -> line.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    var missed = new TreeSet<>(apts);
    missed.removeAll(ours);
    // A new package has nothing old to wait.
    missed.removeIf(name -> policy(name).contains("Installed: (none)"));
    assertEquals(Set.of(), missed, "apt has these, we do not");
    var more = new TreeSet<>(ours);
    more.removeAll(apts);
    for (String name : more) {
      assertTrue(policy(name).contains("security"), name + " is in no security list of apt's");
    }
  }

  private static String policy(String name) {
    try {
      return run("apt-cache", "policy", name);
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static String run(String... command) throws Exception {
    var builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return said;
  }
}
