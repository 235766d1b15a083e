package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.LedgerFault;
import porchlight.central.people.Viewer;

/** A ledger that the central before wrote, with real reports of a fleet, opened by this one. */
class UpgradeTest {
  private static final Instant WRITTEN = Instant.parse(line("now")[1]);
  private static final String UNSAFE = Samples.content("LT", "unsafe", 9, "firewall:fail:high");
  private static final List<String> HISTORY = List.of("flyway_schema_history");
  private Path folder;
  private Path file;

  @BeforeEach
  void unpack(@TempDir Path temporary) throws IOException, SQLException {
    folder = temporary;
    file = folder.resolve("ledger.sqlite");
    try (InputStream in = UpgradeTest.class.getResourceAsStream("/ledger-1.sqlite.gz");
        GZIPInputStream unpacked = new GZIPInputStream(in)) {
      Files.copy(unpacked, file);
    }
    Books.adopt(file, folder);
  }

  private static String[] line(String name) {
    try (InputStream in = UpgradeTest.class.getResourceAsStream("/ledger-1.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(name + " "))
          .findFirst()
          .orElseThrow()
          .split(" ", -1);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Laptop laptop(Running running, String name) throws Exception {
    String[] parts = line(name);
    Laptop laptop = new Laptop(running.central.url(), running.clock);
    laptop.device = parts[1];
    laptop.sequence = Long.parseLong(parts[2]);
    KeyFactory keys = KeyFactory.getInstance("EC");
    laptop.keys =
        new KeyPair(
            keys.generatePublic(new X509EncodedKeySpec(Base64.getUrlDecoder().decode(parts[4]))),
            keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getUrlDecoder().decode(parts[3]))));
    return laptop;
  }

  @Test
  void everything_is_still_there_and_every_device_goes_on() throws Exception {
    try (Running running = new Running(folder, 100)) {
      running.now = WRITTEN;
      assertEquals(14, GoodAmongBadTest.stored(folder));
      Laptop unsafe = laptop(running, "unsafe");
      assertEquals("unsafe", running.device(unsafe).path("answer").asText());
      assertEquals(3, running.device(unsafe).path("missing").intValue());
      assertFalse(running.device(unsafe).path("history").isEmpty());
      assertEquals(200, running.page("/devices/" + unsafe.device).statusCode());
      assertEquals("silent", running.device(laptop(running, "silent")).path("presence").asText());

      assertEquals(202, unsafe.full(UNSAFE).send().statusCode());
      Laptop waiting = laptop(running, "waiting");
      assertEquals(202, waiting.full(UNSAFE).send().statusCode());
      assertEquals(200, unsafe.rekey(LaptopKeys.make()).send().statusCode());
      String revoked = line("revoked")[1];
      assertTrue(running.command("device", "list").contains(revoked + "  revoked"));
      assertTrue(running.command("token", "list").contains("3 left"));
      Laptop.enrolled(running.central.url(), running.clock, line("token")[1], "LT-new");
      assertTrue(running.command("token", "list").contains("2 left"));
    }
  }

  @Test
  void what_did_not_pass_before_is_on_the_pages_before_anybody_says_it_again() throws Exception {
    try (Running running = new Running(folder, 100)) {
      running.now = WRITTEN;
      String page = running.page("/checks/firewall").body();
      assertTrue(page.contains("It fails on 1 laptop of 1 client."), page);
      assertTrue(page.contains(laptop(running, "unsafe").device), page);
      assertTrue(
          running
              .page("/devices/" + laptop(running, "unsafe").device)
              .body()
              .contains("full reports"));
    }
  }

  @Test
  void a_disk_set_back_across_the_upgrade_is_noticed() throws Exception {
    try (Running running = new Running(folder, 100)) {
      running.now = WRITTEN;
      Laptop kept = laptop(running, "unsafe").rebooted();
      kept.sequence = 4;
      JsonNode answer = Samples.parse(kept.full(UNSAFE).send().body());
      assertEquals(13, answer.path("nextSequence").longValue());
      assertEquals(14, GoodAmongBadTest.stored(folder));
    }
  }

  @Test
  void many_who_open_it_at_once_upgrade_it_once() throws Exception {
    List<Callable<Integer>> crowd = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      crowd.add(() -> {
        try (Ledger ledger = Ledger.open(Books.of(folder), 1)) {
          return ledger.seenBy(Viewer.operator()).devices(Optional.empty(), "", 99).size();
        }
      });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<Integer> seen : threads.invokeAll(crowd)) {
        assertEquals(7, seen.get());
      }
    }
  }

  @Test
  void an_upgrade_that_fails_leaves_the_ledger_as_it_was() throws SQLException {
    Tables.execute(file, "create table policy (something_else text)");
    List<String> before = Tables.dump(file, HISTORY);
    assertThrows(LedgerFault.class, () -> Ledger.open(Books.of(folder), 1));
    assertEquals(before, Tables.dump(file, HISTORY), "not one column more");
    Tables.execute(file, "drop table policy");
    Ledger.open(Books.of(folder), 1).close();
  }

  @Test
  void a_ledger_of_a_newer_central_is_left_alone() throws SQLException {
    Ledger.open(Books.of(folder), 1).close();
    Tables.execute(file, "update flyway_schema_history set version = '99' where version = '4'");
    LedgerFault fault = assertThrows(LedgerFault.class, () -> Ledger.open(Books.of(folder), 1));
    assertEquals("the ledger was made by a newer central", fault.getMessage());
    List<String> line = new ArrayList<>(List.of("device", "list"));
    line.addAll(Books.options(folder));
    assertEquals(70, Main.run(line, System.out));
  }
}
