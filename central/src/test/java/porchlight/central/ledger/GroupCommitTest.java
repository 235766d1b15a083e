package porchlight.central.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {
  @Test
  void an_error_in_the_one_writer_is_told_at_once_and_ends_the_process(@TempDir Path folder)
      throws Exception {
    for (Error struck : List.of(new OutOfMemoryError("as told"), new NoClassDefFoundError("X"))) {
      CountDownLatch died = new CountDownLatch(1);
      try (Database database = Database.open(new Store.File(folder.resolve("ledger.sqlite")));
          GroupCommit writer = new GroupCommit(database, 10, died::countDown)) {
        assertEquals("done", writer.write(sql -> "done"));
        assertTrue(writer.isAlive());
        long before = System.nanoTime();
        assertThrows(
            LedgerFault.class,
            () ->
                writer.write(sql -> {
                  throw struck;
                }));
        assertTrue(died.await(5, TimeUnit.SECONDS));
        assertFalse(writer.isAlive());
        assertThrows(Overloaded.class, () -> writer.write(sql -> "done"));
        assertTrue(System.nanoTime() - before < 5_000_000_000L, "nobody waits for the dead");
      }
    }
  }

  @Test
  void work_of_ours_that_fails_is_undone_alone(@TempDir Path folder) throws Exception {
    try (Database database = Database.open(new Store.File(folder.resolve("ledger.sqlite")));
        GroupCommit writer = new GroupCommit(database, 10, () -> {})) {
      assertThrows(
          LedgerFault.class,
          () ->
              writer.write(sql -> {
                throw new IllegalStateException("as told");
              }));
      assertTrue(writer.isAlive());
      assertEquals("done", writer.write(sql -> "done"));
    }
  }
}
