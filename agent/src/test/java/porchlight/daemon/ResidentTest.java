package porchlight.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static porchlight.daemon.ResidentProcess.lives;
import static porchlight.daemon.ResidentProcess.pids;
import static porchlight.daemon.ResidentProcess.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes: a resident one, and shell scripts for its workers. */
class ResidentTest {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  @TempDir Path folder;

  @BeforeEach
  void needsLinux() {
    assumeTrue(Files.exists(Path.of("/proc/self/environ")), "needs Linux's /proc");
    assumeTrue(Files.exists(Path.of("/bin/sh")), "needs a shell");
  }

  private ResidentProcess start(Duration deadline, Duration cadence, String script)
      throws IOException {
    return ResidentProcess.start(List.of(), folder, deadline, cadence, script);
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private long lines(String name) {
    try {
      return Files.exists(file(name)) ? Files.readAllLines(file(name)).size() : 0;
    } catch (IOException halfWritten) {
      return 0;
    }
  }

  @Test
  void a_late_worker_is_ended_with_everything_that_came_of_it_and_counted() throws Exception {
    // A child, one in a session of its own whose parent has gone, and one with another environment.
    String script =
        """
        echo $PORCHLIGHT_WORKERS_LOST >> lost
        echo $$ >> pids
        sleep 300 & echo $! >> pids
        sh -c 'setsid sleep 301 & echo $! >> pids'
        env -i PORCHLIGHT_RUN=$$.7 /bin/sh -c 'setsid sleep 302 & echo $! >> pids'
        wait
        """;
    try (var resident = start(Duration.ofSeconds(2), SHORT, script)) {
      assertTrue(within(PATIENCE, () -> lines("lost") >= 2), resident.log());
      var first = pids(file("pids")).subList(0, 4);
      assertTrue(
          within(Duration.ofSeconds(2), () -> first.stream().noneMatch(ResidentProcess::lives)),
          first + " " + resident.log());
      assertTrue(resident.log().contains("took more than 2 s and was ended"), resident.log());
      assertEquals(List.of("0", "1"), Files.readAllLines(file("lost")).subList(0, 2));
    }
    assertTrue(
        within(
            Duration.ofSeconds(3),
            () -> pids(file("pids")).stream().noneMatch(ResidentProcess::lives)),
        "something outlived the resident process");
  }

  @Test
  void a_worker_that_crashes_is_counted_until_one_finishes() throws Exception {
    String script =
        """
        echo $PORCHLIGHT_WORKERS_LOST $PORCHLIGHT_WAKE >> lost
        [ $(wc -l < lost) -ge 3 ] && { echo talk; echo 'next 60 0.5'; exit 0; }
        exit 3
        """;
    try (var resident = start(LONG, SHORT, script)) {
      assertTrue(within(PATIENCE, () -> lines("lost") >= 3), resident.log());
      assertEquals(
          List.of("0 START", "1 SCHEDULE", "2 SCHEDULE"), Files.readAllLines(file("lost")));
      Thread.sleep(2500);
      assertEquals(3, lines("lost"), "the cadence that the worker told is kept");
      assertTrue(resident.log().contains("ended with status 3"), resident.log());
    }
  }

  @Test
  void reports_that_went_with_a_worker_are_counted_and_handed_on() throws Exception {
    String script =
        """
        echo $PORCHLIGHT_REPORTS_LOST >> lost
        [ $(wc -l < lost) -ge 4 ] && { echo 'next 60 0.5'; exit 0; }
        echo unkept $([ $(wc -l < lost) = 3 ] && echo full || echo unchanged) 0b9c
        [ $(wc -l < lost) = 2 ] && echo taken 0b9c
        [ $(wc -l < lost) = 3 ] && kill -9 $$
        exit 1
        """;
    try (var resident = start(LONG, SHORT, script)) {
      assertTrue(within(PATIENCE, () -> lines("lost") >= 4), resident.log());
      assertEquals(List.of("0 0 0", "1 0 0", "1 0 0", "1 1 0"), Files.readAllLines(file("lost")));
    }
  }

  @Test
  void turns_that_were_missed_while_it_was_suspended_are_made_up_once() throws Exception {
    try (var resident = start(LONG, Duration.ofSeconds(2), "echo x >> runs; exit 1")) {
      assertTrue(within(PATIENCE, () -> lines("runs") >= 1), resident.log());
      signal("-STOP", resident);
      long before = lines("runs");
      Thread.sleep(9_000); // four turns
      assertTrue(lines("runs") <= before + 1, "a worker that was at work may end");
      before = lines("runs");
      signal("-CONT", resident);
      Thread.sleep(1_500);
      assertEquals(before + 1, lines("runs"), resident.log());
      assertTrue(within(PATIENCE, () -> lines("runs") >= 4), "it goes on");
    }
  }

  private static void signal(String name, ResidentProcess resident) throws Exception {
    String pid = Long.toString(resident.process().pid());
    assertEquals(0, new ProcessBuilder("/bin/kill", name, pid).start().waitFor());
  }

  @Test
  void asked_to_end_at_rest_it_ends_with_status_0_at_once() throws Exception {
    try (var resident = start(LONG, LONG, "echo x >> runs; echo next 900 0.5")) {
      assertTrue(within(PATIENCE, () -> lines("runs") == 1), resident.log());
      Thread.sleep(500);
      endsInTime(resident);
    }
  }

  @Test
  void asked_to_end_while_a_worker_will_not_it_ends_both_in_time() throws Exception {
    String script = "trap '' TERM; echo $$ > pids; sleep 300 & echo $! >> pids; wait; wait";
    try (var resident = start(LONG, LONG, script)) {
      assertTrue(within(PATIENCE, () -> lines("pids") == 2), resident.log());
      endsInTime(resident);
      assertTrue(
          within(
              Duration.ofSeconds(1),
              () -> pids(file("pids")).stream().noneMatch(ResidentProcess::lives)));
    }
  }

  private static void endsInTime(ResidentProcess resident) throws Exception {
    List<Long> children = resident.process().toHandle().children().map(ProcessHandle::pid).toList();
    resident.process().destroy();
    assertTrue(resident.process().waitFor(5, TimeUnit.SECONDS), resident.log());
    assertEquals(0, resident.process().exitValue(), resident.log());
    assertTrue(resident.log().endsWith("porchlight: stopped\n"), resident.log());
    assertTrue(
        within(Duration.ofSeconds(1), () -> children.stream().noneMatch(ResidentProcess::lives)),
        "a child was left");
  }

  @Test
  void a_second_one_on_the_same_folder_is_refused() throws Exception {
    try (var first = start(LONG, LONG, "echo x >> runs; echo next 900 0.5")) {
      assertTrue(within(PATIENCE, () -> lines("runs") == 1), first.log());
      try (var second = start(LONG, LONG, "echo x >> runs; echo next 900 0.5")) {
        assertTrue(second.process().waitFor(20, TimeUnit.SECONDS));
        assertEquals(Resident.BUSY, second.process().exitValue(), second.log());
        assertTrue(second.log().contains("another one is running on"), second.log());
      }
      assertEquals(1, lines("runs"));
      first.process().destroyForcibly().waitFor();
      try (var third = start(LONG, LONG, "echo x >> runs; echo next 900 0.5")) {
        assertTrue(within(PATIENCE, () -> lines("runs") == 2), third.log());
      }
    }
  }

  @Test
  void a_child_that_outlives_its_worker_with_the_pipe_in_its_hand_holds_nothing_up()
      throws Exception {
    String script =
        "echo x >> runs; sleep 300 & echo $! > pids; [ $(wc -l < runs) -ge 2 ] && exit 0; exit 1";
    try (var resident = start(LONG, SHORT, script)) {
      assertTrue(within(PATIENCE, () -> lines("runs") >= 2), resident.log());
    }
    assertTrue(
        within(
            Duration.ofSeconds(15),
            () -> pids(file("pids")).stream().noneMatch(pid -> lives(pid))));
  }

  @Test
  void a_worker_that_floods_its_output_is_borne() throws Exception {
    String script =
        "echo x >> runs; head -c 60000000 /dev/zero; echo; yes | head -c 60000000; exit 1";
    try (var resident = start(LONG, SHORT, script)) {
      assertTrue(within(PATIENCE, () -> lines("runs") >= 2), resident.log());
      assertFalse(resident.log().contains("OutOfMemory"), resident.log());
    }
  }

  @Test
  void a_worker_that_says_nothing_is_tried_again_at_the_cadence() throws Exception {
    try (var resident = start(LONG, SHORT, "echo x >> runs; echo hello")) {
      assertTrue(within(PATIENCE, () -> lines("runs") >= 2), resident.log());
      assertTrue(resident.log().contains("did not say when to come again"), resident.log());
    }
  }

  @Test
  void refused_settings_are_not_a_lost_worker() throws Exception {
    String script = "echo $PORCHLIGHT_WORKERS_LOST >> lost; exit 78";
    try (var resident = start(LONG, SHORT, script)) {
      assertTrue(within(PATIENCE, () -> lines("lost") >= 2), resident.log());
      assertEquals("0", Files.readAllLines(file("lost")).get(1));
    }
  }

  @Test
  void a_state_folder_that_cannot_be_made_is_said() throws Exception {
    Files.writeString(file("state"), "in the way");
    try (var resident = start(LONG, LONG, "true")) {
      assertTrue(resident.process().waitFor(20, TimeUnit.SECONDS));
      assertEquals(Resident.CANNOT_WRITE, resident.process().exitValue());
      assertTrue(resident.log().contains("cannot use"), resident.log());
    }
  }

  @Test
  void what_it_makes_is_for_its_owner_only() throws Exception {
    try (var resident = start(LONG, LONG, "echo x >> runs; echo next 900 0.5")) {
      assertTrue(within(PATIENCE, () -> lines("runs") == 1), resident.log());
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file("state"))));
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(
              Files.getPosixFilePermissions(file("state").resolve("resident.lock"))));
    }
  }
}
