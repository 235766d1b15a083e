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

  /** Milliseconds from now until that many wakes are seen. */
  private long millisToWake(int count) throws InterruptedException {
    long begun = System.nanoTime();
    return wakesTo(count) ? (System.nanoTime() - begun) / 1_000_000 : Long.MAX_VALUE;
  }

  private void assertSettlesInTime(ResidentProcess resident, int count) throws Exception {
    long millis = millisToWake(count);
    assertTrue(millis < 10_000, "wake " + count + " after " + millis + " ms\n" + resident.log());
    Thread.sleep(1500);
  }

  @Test
  void another_address_another_route_and_an_advertised_router_start_a_cycle_each_within_10_s()
      throws Exception {
    join("lan0", "192.0.2.5/24", "192.0.2.1");
    Thread.sleep(3000); // until the kernel has its own address of version 6
    try (var resident = start()) {
      assertTrue(wakesTo(1), resident.log());
      Thread.sleep(1500);

      assertTrue(ip("address add 192.0.2.6/24 dev lan0"));
      assertSettlesInTime(resident, 2);
      assertTrue(ip("route replace default via 192.0.2.2 dev lan0"));
      assertSettlesInTime(resident, 3);
      // As an advertisement of a rogue router makes it: nothing else changes.
      assertTrue(ip("-6 route add default via fe80::bad dev lan0 metric 1024 expires 600"));
      assertSettlesInTime(resident, 4);
      assertTrue(ip("link set lan0-far down"));
      assertSettlesInTime(resident, 5);
      assertEquals(
          List.of("START", "NETWORK", "NETWORK", "NETWORK", "NETWORK"), wakes(), resident.log());
    }
  }

  @Test
  void a_link_that_flaps_for_half_a_minute_starts_few_cycles_and_one_after_it() throws Exception {
    join("lan0", "192.0.2.5/24", "192.0.2.1");
    Thread.sleep(3000);
    try (var resident =
        ResidentProcess.start(
            List.of("ip", "netns", "exec", namespace),
            folder,
            LONG,
            LONG,
            Duration.ofSeconds(15),
            WORKER)) {
      assertTrue(wakesTo(1), resident.log());
      Thread.sleep(1000);
      for (int i = 0; i < 30; i++) {
        assertTrue(ip("link set lan0-far " + (i % 2 == 0 ? "down" : "up")));
        Thread.sleep(1000);
      }
      int during = wakes().size() - 1;
      assertTrue(during >= 1 && during <= 2, during + " cycles\n" + resident.log());
      Thread.sleep(17_000);
      int all = wakes().size() - 1;
      assertTrue(all <= 4, all + " cycles\n" + resident.log());
      Thread.sleep(16_000);
      assertEquals(all, wakes().size() - 1, "it is quiet again\n" + resident.log());
    }
  }

  @Test
  void other_name_servers_alone_are_seen_though_nobody_tells() throws Exception {
    join("lan0", "192.0.2.5/24", "192.0.2.1");
    Path names = folder.resolve("resolv.conf");
    Files.writeString(names, "nameserver 192.0.2.1\n");
    Thread.sleep(3000);
    String mounted = "mount --bind " + names + " /etc/resolv.conf && exec \"$@\"";
    try (var resident =
        ResidentProcess.start(
            List.of("ip", "netns", "exec", namespace, "sh", "-c", mounted, "sh"),
            folder,
            LONG,
            LONG,
            WORKER)) {
      assertTrue(wakesTo(1), resident.log());
      Thread.sleep(1500);
      Files.writeString(names, "# the same\nnameserver 192.0.2.1\n");
      Thread.sleep(7000);
      assertEquals(List.of("START"), wakes(), resident.log());
      Files.writeString(names, "nameserver 203.0.113.66\n");
      assertTrue(wakesTo(2), resident.log());
      assertEquals(List.of("START", "NETWORK"), wakes());
    }
  }

  private static boolean isMonitor(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("/ip");
  }
}
