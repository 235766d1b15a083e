package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Disks that were set back: one machine all the same. */
class SetBackTest extends CopiedDisk {
  @Test
  void a_disk_that_was_set_back_is_told_the_first_free_number_and_goes_on() throws Exception {
    takes(laptop, SAFE);
    Laptop kept = laptop.copy();
    for (int i = 0; i < 5; i++) {
      takes(laptop, SAFE);
    }
    HttpResponse<String> refusal = kept.full(UNSAFE).send();
    assertEquals(409, refusal.statusCode());
    assertEquals(7, Samples.parse(refusal.body()).path("nextSequence").longValue());
    assertEquals("safe", running.device(laptop).path("answer").asText());
    kept.sequence = 6;
    takes(kept, UNSAFE);
    takes(kept, UNSAFE);
    JsonNode device = running.device(laptop);
    assertEquals("unsafe", device.path("answer").asText());
    assertEquals(0, device.path("missing").intValue());
    assertEquals(8, GoodAmongBadTest.stored(folder));
  }

  @Test
  void a_disk_set_back_to_where_numbers_were_never_used_does_not_hide_behind_old_news() {
    takes(laptop, SAFE);
    Laptop kept = laptop.copy();
    laptop.sequence += 20;
    takes(laptop, SAFE);
    takes(kept, UNSAFE);
    assertEquals(23, kept.sequence);
    assertEquals("unsafe", running.device(laptop).path("answer").asText());
  }

  @Test
  void what_was_stored_before_and_is_numbered_anew_is_neither_doubled_nor_missing()
      throws Exception {
    String id = UUID.randomUUID().toString();
    laptop.sequence = 1;
    byte[] body = laptop.report(id, Samples.full(laptop.head(id), SAFE)).body;
    Laptop kept = laptop.copy();
    laptop.report(id, new String(body, StandardCharsets.UTF_8)).send();
    takes(laptop, SAFE);
    kept.sequence = 3;
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> again = kept.report(id, Samples.full(kept.head(id), SAFE)).send();
      assertEquals(200, again.statusCode());
    }
    takes(kept, UNSAFE);
    assertEquals(0, running.device(laptop).path("missing").intValue());
    assertEquals(3, GoodAmongBadTest.stored(folder));
  }

  @Test
  void a_machine_set_back_in_mid_run_is_no_clone_though_an_old_boot_returns() {
    takes(laptop, SAFE);
    Laptop snapshot = laptop.copy();
    snapshot.boot = laptop.boot;
    takes(laptop.rebooted(), SAFE);
    takes(laptop, SAFE);
    takes(snapshot, SAFE);
    takes(snapshot, SAFE);
    takes(snapshot.rebooted(), SAFE);
    assertFalse(running.device(laptop).has("clones"));
  }

  @Test
  void many_reboots_with_what_waited_sent_newest_first_are_one_machine() {
    long number = 0;
    for (int reboot = 0; reboot < 10; reboot++) {
      List<Laptop.Request> waiting = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        laptop.rebooted();
        waiting.add(laptop.full(SAFE));
        running.now = running.now.plusSeconds(100);
        number++;
      }
      for (Laptop.Request request : waiting.reversed()) {
        assertEquals(202, request.send().statusCode());
      }
    }
    assertEquals(number, laptop.sequence);
    assertEquals(0, running.device(laptop).path("missing").intValue());
  }
}
