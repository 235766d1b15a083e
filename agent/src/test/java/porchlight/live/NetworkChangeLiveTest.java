package porchlight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static porchlight.daemon.ResidentProcess.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.daemon.ResidentProcess;

/** A resident process in a network namespace of its own, whose links come and go. */
class NetworkChangeLiveTest {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String WORKER = "echo $PORCHLIGHT_WAKE >> wakes; echo next 900 0.5";

  private final String namespace = "porchlight-" + ProcessHandle.current().pid();
  @TempDir Path folder;

  @BeforeEach
  void makeNamespace() throws Exception {
    assumeTrue(
        run("ip", "netns", "add", namespace), "needs root and ip, to make a network namespace");
    assertTrue(ip("link set lo up"));
  }

  @AfterEach
  void removeNamespace() throws Exception {
    run("ip", "netns", "delete", namespace);
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  private boolean ip(String words) throws InterruptedException {
    var command = new ArrayList<>(List.of("ip", "-n", namespace));
    command.addAll(List.of(words.split(" ", -1)));
    return run(command.toArray(String[]::new));
  }

  private void join(String link, String address, String gateway) throws InterruptedException {
    assertTrue(ip("link add " + link + " type veth peer name " + link + "-far"));
    assertTrue(ip("link set " + link + "-far up"));
    assertTrue(ip("link set " + link + " up"));
    assertTrue(ip("address add " + address + " dev " + link));
    assertTrue(ip("route add default via " + gateway + " dev " + link));
  }

  private ResidentProcess start() throws IOException {
    return ResidentProcess.start(
        List.of("ip", "netns", "exec", namespace), folder, LONG, LONG, WORKER);
  }

  private List<String> wakes() {
    try {
      Path file = folder.resolve("wakes");
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException halfWritten) {
      return List.of();
    }
  }

  private boolean wakesTo(int count) throws InterruptedException {
    return within(PATIENCE, () -> wakes().size() >= count);
  }

  @Test
  void joining_a_network_and_losing_and_finding_one_starts_a_cycle_each() throws Exception {
    try (var resident = start()) {
      assertTrue(wakesTo(1), resident.log());
      Thread.sleep(1000);
      join("lan0", "192.0.2.5/24", "192.0.2.1");
      assertTrue(wakesTo(2), resident.log());

      // The same network again after a loss: it may be another one with the same numbers.
      Thread.sleep(1000);
      assertTrue(ip("route delete default"));
      assertTrue(ip("route add default via 192.0.2.1 dev lan0"));
      assertTrue(wakesTo(3), resident.log());

      assertEquals(List.of("START", "NETWORK", "NETWORK"), wakes());
    }
  }

  @Test
  void noise_on_a_link_starts_no_cycle() throws Exception {
    join("lan0", "192.0.2.5/24", "192.0.2.1");
    try (var resident = start()) {
      assertTrue(wakesTo(1), resident.log());
      Thread.sleep(1000);
      for (int i = 0; i < 20; i++) {
        assertTrue(ip("link set lan0 mtu " + (1400 + i)));
        Thread.sleep(100);
      }
      Thread.sleep(6000);
      assertEquals(List.of("START"), wakes(), resident.log());
    }
  }

  @Test
  void when_nobody_tells_of_changes_it_looks_by_itself() throws Exception {
    try (var resident = start()) {
      assertTrue(wakesTo(1), resident.log());
      Thread.sleep(500);
      var listeners =
          resident.process().descendants().filter(process -> isMonitor(process)).toList();
      assertEquals(1, listeners.size(), "one listener");
      listeners.forEach(ProcessHandle::destroyForcibly);
      Thread.sleep(500);
      join("lan0", "192.0.2.5/24", "192.0.2.1");
      assertTrue(wakesTo(2), resident.log());
      assertEquals(List.of("START", "NETWORK"), wakes());
    }
  }

  private static boolean isMonitor(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("/ip");
  }
}
