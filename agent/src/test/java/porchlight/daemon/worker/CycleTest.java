package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.SampleLan;
import porchlight.facts.Wifi;

/** Whole cycles against a real server. */
class CycleTest extends CyclingLaptop {
  @Test
  void a_laptop_without_a_server_is_checked_and_says_nothing_to_anybody() throws IOException {
    assertEquals("next 900 0.0000", cycle(Optional.empty()));
    assertFalse(status().enrolled());
    assertEquals("unsafe", status().answer());
    assertEquals(List.of(), central.taken());
  }

  @Test
  void the_gateways_that_were_seen_are_remembered() throws IOException {
    lan = Reading.known(new SampleLan().build());
    cycle(Optional.empty());
    assertEquals(1, Files.readAllLines(state().resolve("gateways")).size()); // open Wi-Fi
    security = Wifi.Security.WPA3;
    cycle(Optional.empty());
    // By its name too, so that another range under that name is no first visit.
    assertEquals(3, Files.readAllLines(state().resolve("gateways")).size());
    assertFalse(Files.readString(state().resolve("gateways")).contains(NETWORK));
    Files.delete(state().resolve("gateways"));
    Files.createDirectory(state().resolve("gateways"));
    assertEquals("next 900 0.0000", cycle(Optional.empty()), "and if it cannot be, it goes on");
    assertTrue(status().troubles().get(0).contains("remembered"), status().toString());
  }

  @Test
  void a_laptop_without_a_token_is_checked_and_says_that_it_is_not_enrolled() throws IOException {
    assertEquals("next 900 0.0000", cycle());
    assertFalse(status().enrolled());
    assertEquals(central.url().toString(), status().server());
    assertEquals(List.of(), central.taken());
  }

  @Test
  void a_token_is_all_it_takes() throws IOException {
    seed();
    assertTrue(cycle().matches("next 900 0\\.\\d{4}"));
    assertEquals(List.of("full"), kinds());
    var report = central.storedReports().get(0);
    assertEquals(Optional.of(BOOT.toString()), report.text("boot"));
    assertEquals(Optional.of("2026-11-22T12:00:00Z"), report.text("collectedAt"));
    assertTrue(status().enrolled());
    assertEquals("Acme Dental", status().organisation());
    assertEquals(Optional.of(clock.instant()), status().lastAccepted());
    assertEquals(0, status().waiting());
    assertFalse(Files.exists(token()));
  }
}
