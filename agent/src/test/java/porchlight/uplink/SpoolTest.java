package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.uplink.Spooled.Kind;

class SpoolTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final List<String> log = new ArrayList<>();
  @TempDir Path folder;

  private Spool spool() throws IOException {
    return spool(Spool.Bounds.USUAL);
  }

  private Spool spool(Spool.Bounds bounds) throws IOException {
    return new Spool(new StateFolder(folder), bounds, log::add);
  }

  private static Spooled report(long sequence, boolean full) {
    return report(sequence, full ? Kind.FULL : Kind.UNCHANGED);
  }

  private static Spooled report(long sequence, Kind kind) {
    return new Spooled(sequence, NOON.plusSeconds(sequence), kind, UUID.randomUUID());
  }

  private static List<Long> sequences(Spool spool) throws IOException {
    return spool.newestFirst().stream().map(Spooled::sequence).toList();
  }

  private String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void what_is_kept_comes_back_newest_first() throws IOException {
    var spool = spool();
    for (long sequence : List.of(2L, 10L, 1L, 9L)) {
      spool.add(report(sequence, true), "{\"sequence\":" + sequence + "}");
    }
    assertEquals(List.of(10L, 9L, 2L, 1L), sequences(spool()));
    byte[] packed = spool.packed(spool.newestFirst().get(0)).orElseThrow();
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      assertArrayEquals("{\"sequence\":10}".getBytes(StandardCharsets.UTF_8), gzip.readAllBytes());
    }
  }

  @Test
  void names_come_back_as_they_were() {
    var report = new Spooled(9_007_199_254_740_991L, NOON, Kind.UNCHANGED, UUID.randomUUID());
    assertEquals(
        Optional.of(report.name()), Spooled.of(Path.of("x", report.name())).map(Spooled::name));
  }

  @Test
  void only_the_owner_may_look() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    new StateFolder(folder).prepare();
    assertEquals("rwx------", mode(folder));
    var spool = spool();
    var report = report(1, true);
    spool.add(report, "{}");
    assertEquals("rwx------", mode(folder.resolve("spool")));
    assertEquals("rw-------", mode(folder.resolve("spool").resolve(report.name())));
    spool.refuse(report, "422 invalid");
    assertEquals("rwx------", mode(folder.resolve("refused")));
    assertEquals("rw-------", mode(folder.resolve("refused").resolve(report.name())));
    assertEquals("rw-------", mode(folder.resolve("refused").resolve(report.name() + ".why")));
  }

  @Test
  void a_torn_file_is_set_aside_and_the_others_go_on() throws IOException {
    var spool = spool();
    var whole = report(1, true);
    spool.add(whole, "{}");
    byte[] bytes = spool.packed(whole).orElseThrow();
    int torn = 0;
    for (int length = 0; length < bytes.length; length++) {
      var report = report(2 + length, true);
      Files.write(
          folder.resolve("spool").resolve(report.name()), java.util.Arrays.copyOf(bytes, length));
      assertEquals(Optional.empty(), spool.packed(report).map(any -> report), length + " bytes");
      spool.refuse(report, "damaged");
      torn++;
    }
    assertTrue(torn > 20);
    assertEquals(List.of(1L), sequences(spool));
    assertEquals(20, spool.setAside());
    assertEquals(torn, log.size(), "each was said");
  }

  @Test
  void foreign_files_are_set_aside() throws IOException {
    var spool = spool();
    spool.add(report(1, true), "{}");
    Path spooled = folder.resolve("spool");
    Files.writeString(spooled.resolve("notes.txt"), "x");
    Files.writeString(spooled.resolve("0000000000000002-1-full-x.json.gz"), "x");
    Files.createDirectory(spooled.resolve("folder"));
    Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "x");
    Files.createSymbolicLink(spooled.resolve(report(3, true).name()), elsewhere);
    Files.writeString(spooled.resolve("line\nbreak\u001b[31m"), "x");
    assertEquals(List.of(1L), sequences(spool));
    assertEquals(5, spool.setAside());
    assertTrue(log.stream().noneMatch(line -> line.contains("\n")), log.toString());
    assertTrue(Files.exists(elsewhere));
  }

  @Test
  void an_unfinished_write_is_removed() throws IOException {
    var spool = spool();
    Path unfinished = folder.resolve("spool").resolve(report(1, true).name() + ".tmp");
    Files.writeString(unfinished, "half");
    assertEquals(List.of(), sequences(spool));
    assertFalse(Files.exists(unfinished));
    assertEquals(1, log.size());
  }

  @Test
  void refused_reports_are_kept_with_the_reason_but_not_for_ever() throws IOException {
    var spool = spool();
    for (int i = 1; i <= 25; i++) {
      var report = report(i, true);
      spool.add(report, "{}");
      spool.refuse(report, "422 invalid: /sequence");
    }
    assertEquals(20, spool.setAside());
    try (var names = Files.list(folder.resolve("refused"))) {
      var left = names.map(path -> path.getFileName().toString()).sorted().toList();
      assertEquals(40, left.size());
      assertTrue(left.get(0).startsWith("0000000000000006-"), left.get(0));
      assertEquals(
          "422 invalid: /sequence\n",
          Files.readString(folder.resolve("refused").resolve(left.get(1))));
    }
  }

  private static List<Long> surplus(Spool spool, Instant counted) throws IOException {
    return spool.surplus(counted).stream().map(Spooled::sequence).toList();
  }

  @Test
  void what_is_older_than_a_week_is_surplus() throws IOException {
    var spool = spool();
    spool.add(report(1, true), "{}");
    spool.add(report(1000, true), "{}");
    assertEquals(List.of(), surplus(spool, NOON.plus(Duration.ofDays(7))));
    assertEquals(List.of(1L), surplus(spool, NOON.plus(Duration.ofDays(7)).plusSeconds(2)));
  }

  @Test
  void when_too_much_waits_heartbeats_go_first_and_transitions_last_and_old_before_new()
      throws IOException {
    var spool = spool();
    var kinds =
        List.of(
            Kind.TRANSITION, Kind.UNCHANGED, Kind.FULL, Kind.UNCHANGED, Kind.FULL, Kind.TRANSITION);
    for (int i = 0; i < kinds.size(); i++) {
      spool.add(report(i + 1, kinds.get(i)), "{}");
    }
    long size = spool.packed(spool.newestFirst().get(0)).orElseThrow().length;
    List<Long> order = List.of(2L, 4L, 3L, 5L, 1L, 6L);
    for (int room = 0; room <= 6; room++) {
      var tight = spool(new Spool.Bounds(room * size, Duration.ofDays(7)));
      assertEquals(order.subList(0, 6 - room), surplus(tight, NOON), room + " fit");
    }
  }

  private static final UUID DEVICE = UUID.fromString("0b9c8f6e-5d0f-4a57-9d63-1f0a2b3c4d5e");

  private Sequence numbers() {
    return new Sequence(folder.resolve("sequence"), DEVICE);
  }

  @Test
  void new_numbers_keep_order_ids_and_content() throws IOException {
    var spool = spool();
    for (long old : List.of(7L, 5L, 9L)) {
      spool.add(report(old, true), porchlight.json.Samples.full(old));
    }
    var ids = spool.newestFirst().stream().map(Spooled::id).toList();
    spool.renumber(numbers(), DEVICE, 100);
    assertEquals(List.of(102L, 101L, 100L), sequences(spool));
    assertEquals(ids, spool.newestFirst().stream().map(Spooled::id).toList());
    assertEquals(103, numbers().after(0));
    for (Spooled report : spool.newestFirst()) {
      String text = unpacked(spool.packed(report).orElseThrow());
      assertTrue(text.contains("\"sequence\":" + report.sequence() + ","), text);
    }
    spool.renumber(numbers(), DEVICE, 1);
    assertEquals(List.of(3L, 2L, 1L), sequences(spool), "back, too");
    assertEquals(4, numbers().after(0));
  }

  @Test
  void of_a_report_that_lies_there_twice_one_is_left() throws IOException {
    var spool = spool();
    var report = report(5, true);
    spool.add(report, "{}");
    spool.add(report.numbered(9), "{}");
    assertEquals(List.of(9L), sequences(spool));
    assertEquals(List.of(9L), sequences(spool()));
  }

  private static String unpacked(byte[] bytes) throws IOException {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void on_a_full_disk_nothing_is_half_written() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        new ProcessBuilder(
                    "mount", "-t", "tmpfs", "-o", "size=128k", "porchlight-test", disk.toString())
                .start()
                .waitFor()
            == 0,
        "needs root, to mount a small disk");
    try {
      var spool = new Spool(new StateFolder(disk), Spool.Bounds.USUAL, log::add);
      String noise = noise(20_000);
      int kept = 0;
      IOException full = null;
      while (full == null && kept < 100) {
        try {
          spool.add(report(kept + 1, true), noise);
          kept++;
        } catch (IOException failed) {
          full = failed;
        }
      }
      assertTrue(full != null && kept > 0, "the disk never filled");
      assertEquals(kept, spool.newestFirst().size());
      for (Spooled report : spool.newestFirst()) {
        assertTrue(spool.packed(report).isPresent());
      }
      try (var names = Files.list(disk.resolve("spool"))) {
        assertEquals(kept, names.count(), "something unfinished was left");
      }
      spool.remove(spool.newestFirst().get(0));
      spool.add(report(1000, true), noise);
      assertEquals(1000, spool.newestFirst().get(0).sequence());
    } finally {
      assertEquals(0, new ProcessBuilder("umount", disk.toString()).start().waitFor());
    }
  }

  private static String noise(int length) {
    var random = new java.util.Random(7);
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('0' + random.nextInt(64)));
    }
    return text.toString();
  }

  @Test
  void in_a_folder_that_cannot_be_written_it_fails_as_an_io_exception() {
    assertThrows(
        IOException.class,
        () ->
            new Spool(
                new StateFolder(Path.of("/proc/porchlight-test")), Spool.Bounds.USUAL, line -> {}));
  }
}
