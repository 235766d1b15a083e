package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Disks that were copied: two machines with one key. */
class ClonesTest extends CopiedDisk {
  private void becomeAnother(Laptop copy) {
    String origin = copy.device;
    KeyPair old = copy.keys;
    copy.keys = LaptopKeys.make();
    HttpResponse<String> answer = copy.enrollAsCloneOf(origin, old).send();
    assertEquals(201, answer.statusCode(), answer.body());
    copy.device = Samples.parse(answer.body()).path("device").asText();
    assertEquals("Acme Dental", Samples.parse(answer.body()).path("organisation").asText());
    HttpResponse<String> again = copy.enrollAsCloneOf(origin, old).send();
    assertEquals(200, again.statusCode(), "the answer may have been lost");
    assertEquals(copy.device, Samples.parse(again.body()).path("device").asText());
  }

  /** Sends each of its reports until it is stored, doing all that it is told. */
  private static Laptop live(Laptop one, int reports, CyclicBarrier together) throws Exception {
    for (int i = 0; i < reports; i++) {
      together.await(1, TimeUnit.MINUTES);
      String id = UUID.randomUUID().toString();
      one.sequence++;
      int status = 0;
      for (int attempt = 0; status != 202 && attempt < 100; attempt++) {
        HttpResponse<String> answer = one.report(id, Samples.full(one.head(id), UNSAFE)).send();
        status = answer.statusCode();
        JsonNode body = Samples.parse(answer.body());
        if (body.has("nextSequence")) {
          one.sequence = body.path("nextSequence").longValue();
        } else if (body.path("code").asText().equals("cloned")) {
          String origin = one.device;
          KeyPair old = one.keys;
          one.keys = LaptopKeys.make();
          HttpResponse<String> made = one.enrollAsCloneOf(origin, old).send();
          assertEquals(201, made.statusCode(), made.body());
          one.device = Samples.parse(made.body()).path("device").asText();
          one.sequence = 1;
        } else {
          assertEquals(202, status, answer.body());
        }
      }
      assertEquals(202, status, "stored in the end");
    }
    return one;
  }

  @Test
  void two_machines_that_take_turns_become_two_devices() {
    takes(laptop, SAFE);
    Laptop copy = laptop.copy();
    takes(laptop, SAFE);
    takes(copy, UNSAFE);
    takes(laptop, SAFE);
    HttpResponse<String> told = insist(copy, UNSAFE);
    assertEquals(409, told.statusCode());
    assertEquals("cloned", Answers.code(told));
    assertEquals("cloned", Answers.code(insist(copy, UNSAFE)), "as long as it changes nothing");

    becomeAnother(copy);
    copy.sequence = 0;
    takes(copy, UNSAFE);
    takes(laptop, SAFE);
    assertEquals("unsafe", running.device(copy).path("answer").asText());
    assertEquals("safe", running.device(laptop).path("answer").asText());
    assertEquals(laptop.device, running.device(copy).path("clonedFrom").asText());
    assertEquals(copy.device, running.device(laptop).path("clones").path(0).asText());
    assertTrue(running.page("/devices/" + laptop.device).body().contains(copy.device));
    assertTrue(running.page("/devices/" + copy.device).body().contains(laptop.device));
  }

  @Test
  void nobody_becomes_a_clone_who_was_not_told_so_or_has_not_the_key() throws IOException {
    takes(laptop, SAFE);
    Laptop thief = laptop.copy();
    thief.keys = LaptopKeys.make();
    Answers.refused(401, "bad-token", thief.enrollAsCloneOf(laptop.device, laptop.keys));
    Laptop copy = laptop.copy();
    takes(copy, SAFE);
    takes(laptop, SAFE);
    assertEquals("cloned", Answers.code(insist(copy, SAFE)));
    Answers.refused(401, "bad-signature", thief.enrollAsCloneOf(laptop.device, thief.keys));
    Answers.refused(401, "bad-signature", thief.enrollAsCloneOf("nobody", laptop.keys));
    Laptop stranger = running.laptop("Cedar Legal", "LT-9");
    Answers.refused(401, "bad-signature", thief.enrollAsCloneOf(laptop.device, stranger.keys));
    KeyPair old = copy.keys;
    becomeAnother(copy);
    Answers.refused(401, "bad-token", thief.enrollAsCloneOf(laptop.device, old));
    running.exit("device", "revoke", "--device", laptop.device);
    Answers.refused(403, "revoked", laptop.full(SAFE));
  }

  @Test
  void one_disk_becomes_so_many_devices_and_the_rest_wait_for_a_person() throws Exception {
    takes(laptop, SAFE);
    Laptop copy = laptop.copy();
    takes(copy, SAFE);
    takes(laptop, SAFE);
    assertEquals("cloned", Answers.code(insist(copy, SAFE)));
    Tables.execute(
        folder.resolve("ledger.sqlite"),
        "insert into device (id, organisation, key_id, key_x, key_y, standing, agent, enrolled_at,"
            + " last_seen, cadence_seconds, highest, received, cloned_from, clone_root)"
            + " with recursive n(i) as (select 1 union all select i + 1 from n where i < 50)"
            + " select 'a-copy-no-' || i, organisation, 'key-' || i, key_x, key_y, 'active', agent, "
            + running.now.toEpochMilli()
            + ", last_seen, 900, 0, 0, id, id from device, n");
    KeyPair old = copy.keys;
    copy.keys = LaptopKeys.make();
    HttpResponse<String> waits = copy.enrollAsCloneOf(laptop.device, old).send();
    assertEquals(202, waits.statusCode(), waits.body());
    assertTrue(Samples.parse(waits.body()).path("pending").asBoolean());
    String id =
        running
            .command("device", "list")
            .lines()
            .filter(line -> line.contains("pending"))
            .findFirst()
            .orElseThrow()
            .substring(0, 36);
    assertEquals(0, running.exit("device", "approve", "--device", id));
    assertEquals(200, copy.enrollAsCloneOf(laptop.device, old).send().statusCode());
  }

  @Test
  void copies_of_copies_count_for_the_disk_that_all_came_of_and_fall_with_it() throws Exception {
    Laptop last = laptop;
    List<Laptop> line = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      takes(last, SAFE);
      Laptop copy = last.copy();
      takes(copy, SAFE);
      takes(last, SAFE);
      assertEquals("cloned", Answers.code(insist(copy, SAFE)));
      becomeAnother(copy);
      copy.sequence = 0;
      line.add(copy);
      last = copy;
    }
    Path ledger = folder.resolve("ledger.sqlite");
    assertEquals(
        3,
        Tables.count(
            ledger, "select count(*) from device where clone_root = '" + laptop.device + "'"));
    assertEquals(
        "and 3 that came of its disk",
        running.command("device", "revoke", "--device", laptop.device));
    for (Laptop copy : line) {
      Answers.refused(403, "revoked", copy.full(SAFE));
    }
  }

  @Test
  void who_became_another_once_is_not_let_in_again_however_often_it_is_told() {
    takes(laptop, SAFE);
    Laptop thief = laptop.copy();
    takes(thief, SAFE);
    takes(laptop, SAFE);
    assertEquals("cloned", Answers.code(insist(thief, SAFE)));
    KeyPair stolen = thief.keys;
    String origin = thief.device;
    becomeAnother(thief);
    thief.keys = stolen;
    thief.device = origin;
    thief.sequence = laptop.sequence;
    assertEquals("cloned", Answers.code(insist(thief, SAFE)));
    thief.keys = LaptopKeys.make();
    Answers.refused(401, "bad-token", thief.enrollAsCloneOf(origin, stolen));
  }

  @Test
  void what_a_clone_was_told_does_not_last() {
    takes(laptop, SAFE);
    Laptop copy = laptop.copy();
    takes(copy, SAFE);
    takes(laptop, SAFE);
    assertEquals("cloned", Answers.code(insist(copy, SAFE)));
    running.now = running.now.plus(Duration.ofDays(2));
    copy.keys = LaptopKeys.make();
    Answers.refused(401, "bad-token", copy.enrollAsCloneOf(laptop.device, laptop.keys));
  }

  @Test
  void copies_that_report_in_parallel_all_become_devices_and_nothing_is_lost() throws Exception {
    takes(laptop, SAFE);
    int copies = 6;
    int each = 5;
    // Each waits for the others before its next report: one after the other they would be one
    // machine that was restarted.
    CyclicBarrier together = new CyclicBarrier(copies);
    List<Callable<Laptop>> machines = new ArrayList<>();
    for (int i = 0; i < copies; i++) {
      Laptop copy = laptop.copy();
      machines.add(() -> live(copy, each, together));
    }
    Set<String> devices = new HashSet<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Laptop> machine : threads.invokeAll(machines)) {
        devices.add(machine.get().device);
      }
    }
    assertEquals(copies * each + 1, GoodAmongBadTest.stored(folder), "each report once");
    assertTrue(devices.size() >= 2, "more than one machine was seen");
    for (JsonNode device : running.json("/v1/devices").path("devices")) {
      assertEquals(0, device.path("missing").intValue(), device.toString());
    }
  }
}
