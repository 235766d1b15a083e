package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.daemon.StatusFile;
import porchlight.daemon.worker.Step.State;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.json.RoadSettings;
import porchlight.uplink.Canned;
import porchlight.uplink.road.Road;

class DoctorFaultsTest extends DoctorsPatient {
  @Test
  void a_clock_that_is_wrong() {
    central.say(
        health(clock.instant().plus(Duration.ofMinutes(90))), Canned.problem(404, "no-policy"));
    var steps = examine();
    assertEquals("clock", broken(steps).getFirst());
    assertEquals("This laptop's clock is 90 minutes behind central's.", step("clock", steps).saw());
  }

  @Test
  void a_device_that_central_does_not_know_and_one_that_it_says_nothing_of() {
    central.say(health(clock.instant()), Canned.problem(410, "retired"));
    var steps = examine();
    assertEquals("device", broken(steps).getFirst());
    screen("retired", steps);
    for (Canned odd :
        List.of(
            Canned.problem(503, "unavailable"),
            Canned.problem(404, "not-found"),
            new Canned(403, "<html>", Map.of()))) {
      central.say(health(clock.instant()), odd);
      assertEquals(State.UNSEEN, step("device", examine()).state());
    }
  }

  @Test
  void a_laptop_that_is_not_enrolled() throws IOException {
    Files.delete(state().resolve("identity.json"));
    central.say(health(clock.instant()));
    var steps = examine();
    assertEquals("enrolment", broken(steps).getFirst());
    assertEquals(State.SKIPPED, step("device", steps).state());
  }

  @Test
  void a_last_report_that_is_long_ago_or_never_was() throws IOException {
    isWell();
    Files.writeString(
        StatusFile.in(state()),
        StatusFile.text(status(clock.instant().minus(Duration.ofHours(9)))));
    assertEquals(State.BROKEN, step("last-report", examine()).state());
    isWell();
    Files.delete(StatusFile.in(state()));
    assertEquals(State.BROKEN, step("last-report", examine()).state());
  }

  @Test
  void a_source_that_tells_nothing_and_a_service_that_does_not_run() {
    isWell();
    facts = SampleFacts.blind(Reason.TOOL_MISSING, "nmcli and iw are not installed");
    var steps = examine();
    assertEquals(List.of("service"), broken(steps));
    assertEquals(State.UNSEEN, step("source wifi", steps).state());
    screen("no-service", steps);
  }

  @Test
  void the_ways_that_were_tried_are_told() {
    central.close();
    var road =
        new Road(
            RoadSettings.DEFAULTS,
            () -> new Road.Told(List.of("http://127.0.0.1:9", "wpad"), ""),
            () -> ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    server = Optional.of(URI.create("https://central.invalid"));
    try {
      Files.delete(state().resolve("identity.json"));
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    }
    String saw = step("connection", examine(road)).saw();
    assertTrue(saw.contains("through the proxy 127.0.0.1:9: "), saw);
    assertTrue(saw.contains("without a proxy: "), saw);
    assertTrue(saw.contains("a proxy that we cannot go through"), saw);
  }
}
