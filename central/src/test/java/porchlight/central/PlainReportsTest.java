package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports that only move time on are filed together, and each for itself is still judged. */
class PlainReportsTest {
  private static final String CONTENT = Samples.content("LT", "safe", 90, "firewall:pass:high");

  @Test
  void many_at_once_are_each_stored_once(@TempDir Path folder) throws Exception {
    try (Running running = new Running(folder, 1000);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Laptop> laptops = new ArrayList<>();
      List<Callable<Integer>> work = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Laptop laptop = running.laptop("Acme Dental", "LT-" + i);
        laptop.full(CONTENT).send();
        laptops.add(laptop);
        for (int j = 0; j < 4; j++) { // Of one device, too, in whatever order.
          Laptop.Request request = laptop.unchanged(CONTENT);
          work.add(() -> request.send().statusCode());
        }
      }
      for (Future<Integer> status : threads.invokeAll(work)) {
        assertEquals(202, status.get());
      }
      assertEquals(12 * 5, GoodAmongBadTest.stored(folder));
      for (Laptop laptop : laptops) {
        assertEquals(0, running.device(laptop).path("missing").intValue());
        assertEquals("safe", running.device(laptop).path("answer").asText());
      }
    }
  }

  @Test
  void a_nonce_or_a_number_that_was_used_stores_nothing(@TempDir Path folder) throws Exception {
    try (Running running = new Running(folder, 100)) {
      Laptop laptop = running.laptop("Acme Dental", "LT-1");
      laptop.full(CONTENT).send();
      Laptop.Request first = laptop.unchanged(CONTENT);
      assertEquals(202, first.send().statusCode());
      Laptop.Request replayed = laptop.unchanged(CONTENT);
      replayed.nonce = first.nonce;
      Answers.refused(401, "replayed", replayed);
      laptop.sequence--;
      assertEquals(202, laptop.unchanged(CONTENT).send().statusCode(), "that number is still free");
      laptop.sequence--;
      Answers.refused(409, "sequence-taken", laptop.unchanged(CONTENT));
      assertEquals(3, GoodAmongBadTest.stored(folder));
      assertEquals(0, running.device(laptop).path("missing").intValue());
    }
  }
}
