package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.central.json.ContentReader;
import porchlight.central.ledger.Device;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.Sight;
import porchlight.central.ledger.Verdict;
import porchlight.central.people.Viewer;

/** What is told of more devices than one answer holds: all of them, each once. */
class PiecesTest {
  private static final int DEVICES = 620;
  private Running running;

  @BeforeEach
  void fill(@TempDir Path folder) throws Exception {
    ManyDays.fill(folder, DEVICES, 1, 1, Instant.parse("2026-11-22T09:00:00Z"));
    running = new Running(folder, 100);
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void lists_of_devices_come_in_pieces_and_exports_whole() {
    Set<String> seen = new LinkedHashSet<>();
    JsonNode piece = running.json("/v1/devices");
    int told = take(piece, seen);
    assertEquals(500, told);
    while (piece.has("next")) {
      piece = running.json("/v1/devices?after=" + piece.path("next").asText());
      told += take(piece, seen);
    }
    assertEquals(DEVICES, told);
    assertEquals(DEVICES, seen.size());
    assertEquals(
        DEVICES + 1,
        running.page("/v1/exports/devices.csv").body().lines().count(),
        "and a header");
    int standing = 0;
    for (JsonNode one : running.json("/v1/organisations").path("organisations")) {
      JsonNode own = running.json("/v1/devices?organisation=" + one.path("id").asText());
      assertFalse(own.has("next"), "nobody has so many");
      assertEquals(one.path("devices").asInt(), own.path("devices").size());
      standing += one.path("devices").asInt();
    }
    assertEquals(DEVICES, standing);
  }

  private static int take(JsonNode piece, Set<String> seen) {
    piece.path("devices").forEach(device -> seen.add(device.path("id").asText()));
    return piece.path("devices").size();
  }

  @Test
  void what_is_kept_of_contents_is_what_they_say_also_where_it_is_missing_or_of_another()
      throws Exception {
    Map<String, List<Verdict>> said = said();
    assertTrue(said.size() > DEVICES / 2);
    assertTrue(
        said.values().stream().flatMap(List::stream).anyMatch(one -> one.reason().isPresent()));
    assertEquals(said, kept());
    change("delete from verdicts where device < '8'");
    change(
        "update verdicts set digest = 'sha256:of another', said = 'firewall pass' where device > 'c'");
    assertEquals(said, kept());
    running.restartAfter(Duration.ofMinutes(1));
    change("update verdicts set digest = digest where device < '8'"); // They are there again.
    assertEquals(said, kept());
  }

  private void change(String sql) throws SQLException {
    try (var connection = Books.open(running.folder);
        var statement = connection.createStatement()) {
      assertTrue(statement.executeUpdate(sql) > 0);
    }
  }

  private Map<String, List<Verdict>> kept() throws Exception {
    Map<String, List<Verdict>> kept = new HashMap<>();
    try (Ledger ledger = running.ledger()) {
      Sight sight = ledger.seenBy(Viewer.operator());
      sight.organisations().forEach(one -> kept.putAll(sight.verdicts(one.id())));
    }
    return kept;
  }

  private Map<String, List<Verdict>> said() throws Exception {
    Map<String, List<Verdict>> said = new HashMap<>();
    try (Ledger ledger = running.ledger()) {
      Sight sight = ledger.seenBy(Viewer.operator());
      for (Device device : sight.devices(Optional.empty(), "", DEVICES)) {
        sight
            .content(device.id())
            .map(ContentReader::read)
            .ifPresent(content ->
                said.put(
                    device.id(),
                    content.findings().stream()
                        .map(one -> new Verdict(one.check(), one.outcome(), one.reason()))
                        .toList()));
      }
    }
    return said;
  }
}
