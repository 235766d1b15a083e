package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.Wifi;
import porchlight.json.Totals;
import porchlight.uplink.Canned;
import porchlight.uplink.Enrolment;
import porchlight.uplink.Fixed;
import porchlight.uplink.StateFolder;
import porchlight.uplink.TestCentral;

/**
 * A process that runs whole cycles without pause, that is asked for other keys and told that its
 * disk was copied, is killed at any moment, over and over.
 */
class KilledCycleTest {
  private static final int KILLS = 20;

  @TempDir Path folder;

  @Test
  void a_kill_at_any_moment_leaves_a_device_that_central_knows_and_every_report() throws Exception {
    var random = new Random(7);
    int killedAtWork = 0;
    int copies = 0;
    try (var central = new TestCentral(Instant::now)) {
      var calm = new Laptop(folder, Fixed.now()).seeded();
      calm.cycle(central);
      assertTrue(calm.status().enrolled());
      for (int i = 0; i < KILLS; i++) {
        Process agent = agent(central.url());
        assertTrue(agent.getInputStream().read() >= 0, "the agent did not begin");
        central.rotateKey = random.nextBoolean();
        if (random.nextInt(3) == 0) {
          central.sayAt("/v1/reports", Canned.problem(409, "cloned"));
          copies++;
        }
        Thread.sleep(random.nextInt(1500));
        killedAtWork += agent.isAlive() ? 1 : 0;
        agent.destroyForcibly();
        assertTrue(agent.waitFor(10, TimeUnit.SECONDS));
        assertTrue(
            Enrolment.current(new StateFolder(calm.state())).isPresent(), "nobody after " + i);
      }
      central.rotateKey = false;
      central.sayAt("/v1/reports", new Canned(503, "", java.util.Map.of()));
      for (int i = 0; i < 6; i++) {
        calm.clock.pass(Duration.ofMinutes(20));
        calm.cycle(central);
      }
      assertEquals(KILLS, killedAtWork);
      assertEquals(0, calm.status().waiting(), calm.status().toString());
      assertEquals(0, calm.status().refused());
      assertEquals(Totals.NONE.dropped(), calm.progress().tally().all().dropped());
      var member = Enrolment.current(new StateFolder(calm.state())).orElseThrow();
      assertTrue(central.keysKnown().contains(member.identity().keyId()));
      assertTrue(central.devicesKnown().contains(member.identity().device()));
      assertTrue(central.devicesKnown().size() <= copies + 1, copies + " copies");
      assertTrue(
          central.devicesKnown().size() > 1,
          copies + " copies: " + Files.readString(calm.state().resolve("agent.log")));
      assertTrue(central.reports().size() > KILLS, central.reports().size() + " reports");
      assertEquals(List.of(), central.faults());
      assertFalse(Files.exists(calm.token()));
    }
  }

  private Process agent(URI central) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            classes(),
            Agent.class.getName(),
            folder.toString(),
            central.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Those of this test, whoever loaded it. */
  private static String classes() {
    var paths = new ArrayList<String>();
    if (KilledCycleTest.class.getClassLoader() instanceof URLClassLoader loader) {
      for (var url : loader.getURLs()) {
        paths.add(Path.of(URI.create(url.toString())).toString());
      }
    }
    paths.add(System.getProperty("java.class.path"));
    return String.join(File.pathSeparator, paths);
  }

  /** Runs cycles until it is killed; what it finds is another thing each time. */
  static final class Agent {
    public static void main(String[] args) {
      var laptop = new Laptop(Path.of(args[0]), Fixed.now());
      laptop.cycle(URI.create(args[1]));
      System.out.write('!');
      System.out.flush();
      while (true) {
        laptop.security =
            laptop.security == Wifi.Security.OPEN ? Wifi.Security.WPA3 : Wifi.Security.OPEN;
        laptop.clock.pass(Duration.ofSeconds(130)); // past any wait after a failure
        laptop.cycle(URI.create(args[1]));
      }
    }
  }
}
