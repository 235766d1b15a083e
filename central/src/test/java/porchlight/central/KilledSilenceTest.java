package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Central is killed (-9) and comes back hours later: by its own clocks, which no test turns. */
class KilledSilenceTest {
  private static final String CONTENT = Samples.content("LT", "safe", 90, "firewall:pass:high");
  private static final long HOURS = 3_600_000;

  @Test
  void what_central_slept_through_is_no_silence(@TempDir Path folder) throws Exception {
    Path ledger = folder.resolve("ledger.sqlite");
    String device;
    String mute;
    try (Spawned central = Spawned.serve(folder)) {
      device = report(central, folder, "LT-1");
      mute = report(central, folder, "LT-2");
      central.kill();
    }
    // All that was noted moves so far back as if the machine had stood without central since then.
    Tables.execute(ledger, "update device set heard_at = heard_at - " + 9 * HOURS);
    Tables.execute(
        ledger,
        "update device set heard_at = heard_at - " + 5 * HOURS + " where id = '" + mute + "'");
    back(ledger, "alive", 9 * HOURS);
    back(ledger, "alive_wall", 9 * HOURS);
    back(ledger, "alive_nanos", 9 * HOURS * 1_000_000);
    try (Spawned central = Spawned.serve(folder)) {
      assertEquals("online", presence(central, device), "it had no ear to speak to");
      assertEquals("silent", presence(central, mute), "it was silent before");
      central.kill();
    }
    try (Spawned central = Spawned.serve(folder)) {
      assertEquals("online", presence(central, device), "killed once more");
      assertEquals(
          1, Tables.count(ledger, "select count(*) from outage where to_at - from_at > " + HOURS));
    }
  }

  private static void back(Path ledger, String name, long by) throws Exception {
    long before =
        Tables.count(ledger, "select cast(value as bigint) from meta where name = '" + name + "'");
    Tables.execute(
        ledger, "update meta set value = '" + (before - by) + "' where name = '" + name + "'");
  }

  private static String report(Spawned central, Path folder, String name) {
    Laptop laptop =
        Laptop.enrolled(
            central.address(), InstantSource.system(), Books.token(folder, "Acme Dental"), name);
    laptop.full(CONTENT).send();
    return laptop.device;
  }

  private static String presence(Spawned central, String device)
      throws IOException, InterruptedException {
    String key = Files.readString(central.folder().resolve("dashboard.key")).strip();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(central.address() + "/v1/devices/" + device))
            .header("Authorization", "Bearer " + key)
            .build();
    return Samples.parse(Laptop.HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body())
        .path("presence")
        .asText();
  }
}
