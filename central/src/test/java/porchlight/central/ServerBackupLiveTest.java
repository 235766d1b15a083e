package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.central.settings.Settings;

/**
 * The way back that docs/central.md describes for a ledger on PostgreSQL: pg_dump, psql, the keys.
 */
@OnPostgres
class ServerBackupLiveTest {
  private static final String CONTENT = Samples.content("LT", "care", 60, "firewall:fail:low");

  @Test
  void a_dump_and_the_keys_are_a_central(@TempDir Path temporary) throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("first"));
    Path keys = temporary.resolve("keys.zip");
    Path dump = temporary.resolve("dump.sql");
    String url = Books.settings(Settings.DEFAULTS, folder).server().orElseThrow().url();
    String schema = url.substring(url.indexOf("currentSchema=") + 14);
    String device;
    try (Running running = new Running(folder, 100)) {
      Laptop laptop = running.laptop("Acme Dental", "LT-1");
      laptop.full(CONTENT).send();
      device = laptop.device;
      assertEquals(0, running.exit("backup", "--file", keys.toString()));
      Postgres.shared().run("pg_dump", "-n", schema, "-f", dump.toString(), "postgres");
    }
    Postgres.shared().run("createdb", "again");
    Postgres.shared()
        .run("psql", "-q", "-v", "ON_ERROR_STOP=1", "-d", "again", "-f", dump.toString());

    Path secret = Files.writeString(temporary.resolve("password"), Postgres.PASSWORD + "\n");
    Path settings =
        Files.writeString(
            temporary.resolve("central.json"),
            Samples.json(
                Map.of(
                    "ledger",
                    url.replace("/postgres?", "/again?"),
                    "ledgerPasswordFile",
                    secret.toString(),
                    "data",
                    temporary.resolve("other").toString())));
    assertEquals(0, run(settings, "restore", "--file", keys.toString()).code());
    Said said = run(settings, "device", "list");
    assertEquals(0, said.code());
    assertTrue(said.out().contains(device), said.out());
    assertEquals(
        Files.readString(folder.resolve("policy.key")),
        Files.readString(temporary.resolve("other").resolve("policy.key")));
  }

  private record Said(int code, String out) {}

  private static Said run(Path settings, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(List.of("--config", settings.toString()));
    int code = Main.run(line, new PrintStream(out, true, StandardCharsets.UTF_8));
    return new Said(code, out.toString(StandardCharsets.UTF_8));
  }
}
