package porchlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import porchlight.cli.Doors;
import porchlight.cli.Typed;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;
import porchlight.machine.Answer;

/** A bundle of each remembered machine: nobody is in it, and it is judged as the machine is. */
class ShareTest {
  private static final int MACHINES = 15;

  @TempDir Path folder;

  static Typed type(String... arguments) {
    var doors =
        new Doors(
            Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC),
            "linux",
            false,
            "1.2.3",
            question -> new Answer.Failed("a replay asks no machine"),
            OperatingSystem::gatherer,
            (server, token, config) -> new Doors.Enrolled(false, ""),
            config -> java.util.Optional.empty(),
            rules -> porchlight.gather.Memory.NONE,
            new porchlight.cli.TypedAgent());
    return Typed.through(doors, false, arguments);
  }

  /** The outcome of each check. */
  static Map<String, String> verdicts(Path recording) throws Exception {
    Typed typed = type("check", "--json", "--replay", recording.toString());
    var verdicts = new TreeMap<String, String>();
    for (Json one :
        JsonText.parse(typed.out())
            .asObject()
            .flatMap(all -> all.get("findings"))
            .flatMap(Json::asItems)
            .orElseThrow(() -> new AssertionError(typed.err()))) {
      Json.Obj finding = one.asObject().orElseThrow();
      verdicts.put(
          finding.text("check").orElseThrow(),
          finding.text("outcome").orElseThrow() + finding.text("reason").orElse(""));
    }
    verdicts.put("exit", String.valueOf(typed.exit()));
    return verdicts;
  }

  private Path share(Path recording) {
    Path bundle = folder.resolve(recording.getFileName() + ".zip");
    Typed typed = type("share", "--replay", recording.toString(), "--out", bundle.toString());
    assertEquals(0, typed.exit(), typed.err());
    return bundle;
  }

  /** The machines as they were before they were recorded, with people in them. */
  @TestFactory
  Stream<DynamicTest> of_a_machine_with_people_nobody_is_left_and_the_verdicts_are_the_same()
      throws IOException {
    List<Path> machines = MachinesTest.machines();
    assertTrue(machines.size() >= MACHINES, machines.size() + " machines");
    return machines.stream()
        .map(machine ->
            DynamicTest.dynamicTest(
                machine.getFileName().toString(),
                () -> {
                  Path peopled = folder.resolve(machine.getFileName());
                  Files.writeString(peopled, Peopled.of(Files.readString(machine)));
                  proven(peopled);
                }));
  }

  private void proven(Path machine) throws Exception {
    Path bundle = share(machine);
    var left = new ArrayList<String>();
    String source = Files.readString(machine);
    List<Peopled.Hay> hays = Peopled.everyByte(bundle);
    for (String secret : Peopled.secrets(source)) {
      for (Peopled.Hay hay : hays) {
        Peopled.form(secret, hay).ifPresent(form -> left.add(secret + " as " + form));
      }
    }
    assertEquals(List.of(), left.stream().distinct().toList());
    assertEquals(List.of(), otherwise(verdicts(machine), verdicts(bundle)));
  }

  private static List<String> otherwise(Map<String, String> live, Map<String, String> shared) {
    assertEquals(live.keySet(), shared.keySet());
    return live.keySet().stream()
        .filter(check -> !java.util.Objects.equals(live.get(check), shared.get(check)))
        .map(check -> check + ": " + live.get(check) + ", shared " + shared.get(check))
        .toList();
  }

  @Test
  void what_is_in_it_is_shown_and_no_file_is_written_over() throws Exception {
    Path machine = MachinesTest.machines().getFirst();
    Path out = folder.resolve("out.zip");
    Typed typed = type("share", "--replay", machine.toString(), "--out", out.toString());
    assertTrue(typed.out().replaceAll("\\s+", " ").contains("nothing was sent"), typed.out());
    assertTrue(typed.out().contains("machine.txt"), typed.out());
    assertTrue(typed.out().contains("It is judged as the laptop is."), typed.out());
    byte[] before = Files.readAllBytes(out);
    Typed again = type("share", "--replay", machine.toString(), "--out", out.toString());
    assertEquals(78, again.exit());
    assertTrue(again.err().contains("there is such a file already"), again.err());
    assertEquals(
        new String(before, StandardCharsets.ISO_8859_1),
        new String(Files.readAllBytes(out), StandardCharsets.ISO_8859_1));
  }

  @Test
  void everything_can_be_read_before_anything_is_written() throws Exception {
    Path machine = MachinesTest.machines().getFirst();
    Typed shown = type("share", "--replay", machine.toString(), "--show");
    for (String file : List.of("README.txt", "report.txt", "report.json", "machine.txt")) {
      assertTrue(shown.out().contains("=== " + file + " ===\n"), file);
    }
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void what_is_no_bundle_is_refused_in_one_line() throws Exception {
    Path empty = Files.write(folder.resolve("empty.zip"), new byte[] {'P', 'K', 3, 4, 0});
    for (Path file : List.of(empty, bomb())) {
      Typed typed = type("check", "--replay", file.toString());
      assertEquals(78, typed.exit(), typed.out());
      assertEquals(1, typed.err().lines().count(), typed.err());
      assertFalse(typed.err().contains("Exception"), typed.err());
    }
  }

  /** 80 MiB of nothing. */
  private Path bomb() throws IOException {
    Path file = folder.resolve("bomb.zip");
    try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new java.util.zip.ZipEntry("machine.txt"));
      byte[] piece = new byte[1 << 20];
      for (int i = 0; i < 80; i++) {
        zip.write(piece);
      }
      zip.closeEntry();
    }
    return file;
  }
}
