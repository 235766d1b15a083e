package porchlight.central.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer. Whatever waits is written in one transaction, and nobody is answered before it is
 * committed; reports are filed together. Work that fails is undone alone and leaves the rest of its
 * batch standing.
 */
final class GroupCommit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final int BATCH = 256;
  private final BlockingQueue<Waiting> queue;
  private final Database database;
  private final Thread thread;
  private final Runnable onDeath;
  private final AtomicLong commits = new AtomicLong();
  private volatile boolean closing;
  private volatile boolean dead;

  /** Used by the one thread alone; empty until there is something to write, and after a failure. */
  private Optional<Sql> connected = Optional.empty();

  GroupCommit(Database database, int capacity, Runnable onDeath) {
    this.database = database;
    this.onDeath = onDeath;
    queue = new ArrayBlockingQueue<>(capacity);
    thread = Thread.ofPlatform().name("ledger-writer").start(this::run);
  }

  /** What is done within a transaction. */
  interface Work<T> {
    T in(Sql sql) throws SQLException;
  }

  private sealed interface Waiting {
    CompletableFuture<?> done();
  }

  private record Alone<T>(Work<T> work, CompletableFuture<T> done) implements Waiting {}

  private record Report(Arrival arrival, CompletableFuture<Filed> done) implements Waiting {}

  /** Does the work and returns once it is committed; throws Overloaded when too much waits. */
  <T> T write(Work<T> work) {
    Alone<T> alone = new Alone<>(work, new CompletableFuture<>());
    return done(alone, alone.done());
  }

  /** Work that has nothing to answer. */
  interface Step {
    void in(Sql sql) throws SQLException;

    /** The same as work that always says that it was done. */
    default Work<Boolean> asWork() {
      return sql -> {
        in(sql);
        return true;
      };
    }
  }

  /** Does it and returns once it is committed; throws Overloaded when too much waits. */
  void perform(Step step) {
    write(step.asWork());
  }

  /** Files a report together with the others that wait; returns and throws as above. */
  Filed append(Arrival arrival) {
    Report report = new Report(arrival, new CompletableFuture<>());
    return done(report, report.done());
  }

  private <T> T done(Waiting waiting, CompletableFuture<T> done) {
    if (closing || dead || !queue.offer(waiting)) {
      throw new Overloaded();
    }
    try {
      return done.get(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerFault("stopping", e);
    } catch (Exception e) {
      throw new LedgerFault("the ledger cannot be written", e);
    }
  }

  /** The transactions that were committed since the start. */
  long commits() {
    return commits.get();
  }

  /** Whether it writes. */
  boolean isAlive() {
    return !dead && thread.isAlive();
  }

  /**
   * An error (no memory, a class that cannot be loaded) may strike anywhere, so nothing that was
   * begun can be trusted: what waits is told so, and the one who runs us has to start anew.
   */
  private void run() {
    List<Waiting> batch = new ArrayList<>();
    try {
      run(batch);
    } catch (RuntimeException | Error struck) {
      dead = true;
      fail(batch, struck);
      LOG.error("the writer cannot go on: {}", struck.toString());
      onDeath.run();
    }
  }

  private void fail(List<Waiting> batch, Throwable why) {
    queue.drainTo(batch);
    batch.forEach(waiting -> waiting.done().completeExceptionally(why));
  }

  private void run(List<Waiting> batch) {
    while (!closing || !queue.isEmpty()) {
      try {
        Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, BATCH - 1);
          write(batch);
          batch.clear();
        }
      } catch (InterruptedException e) {
        closing = true;
      }
    }
  }

  private void write(List<Waiting> batch) {
    List<Runnable> answers = new ArrayList<>();
    try {
      Sql sql = connection();
      sql.begin();
      List<Report> reports = new ArrayList<>();
      for (Waiting waiting : batch) {
        switch (waiting) {
          case Alone<?> alone -> answers.add(alone(sql, alone));
          case Report report -> reports.add(report);
        }
      }
      answers.addAll(together(sql, reports));
      sql.commit();
      commits.incrementAndGet();
      answers.forEach(Runnable::run);
    } catch (SQLException | RuntimeException e) {
      LOG.error("a batch of {} could not be written: {}", batch.size(), e.toString());
      disconnect();
      batch.forEach(waiting -> waiting.done().completeExceptionally(e));
    }
  }

  private static <T> Runnable alone(Sql sql, Alone<T> alone) throws SQLException {
    return answer(tried(sql, alone.work()), alone.done());
  }

  private static <T> Runnable answer(Tried<T> tried, CompletableFuture<T> done) {
    return switch (tried) {
      case Tried.Done<T>(T result) -> () -> done.complete(result);
      case Tried.Failed<T>(Exception why) -> () -> done.completeExceptionally(why);
    };
  }

  /** All reports at once; when that fails, one by one, so that only the one at fault is lost. */
  private List<Runnable> together(Sql sql, List<Report> reports) throws SQLException {
    if (reports.isEmpty()) {
      return List.of();
    }
    Tried<List<Filed>> all =
        tried(sql, in -> ReportBatch.append(in, reports.stream().map(Report::arrival).toList()));
    List<Runnable> answers = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      Report report = reports.get(i);
      answers.add(
          switch (all) {
            case Tried.Done<List<Filed>>(List<Filed> results) ->
                answer(new Tried.Done<>(results.get(i)), report.done());
            case Tried.Failed<List<Filed>> failed ->
                answer(
                    tried(sql, in -> ReportBatch.append(in, List.of(report.arrival())).getFirst()),
                    report.done());
          });
    }
    return answers;
  }

  private sealed interface Tried<T> {
    record Done<T>(T result) implements Tried<T> {}

    record Failed<T>(Exception why) implements Tried<T> {}
  }

  /** Does some work so that it can be undone alone. */
  private static <T> Tried<T> tried(Sql sql, Work<T> work) throws SQLException {
    sql.update("savepoint one");
    try {
      T result = work.in(sql);
      sql.update("release savepoint one");
      return new Tried.Done<>(result);
    } catch (SQLException | RuntimeException e) {
      LOG.error("one write failed, the others of its batch stand: {}", e.toString());
      sql.update("rollback to savepoint one");
      sql.update("release savepoint one");
      return new Tried.Failed<>(e);
    }
  }

  private Sql connection() throws SQLException {
    Sql sql = connected.isPresent() ? connected.get() : database.writer();
    connected = Optional.of(sql);
    return sql;
  }

  /** What failed is undone with its connection: a server that was started anew knows it no more. */
  private void disconnect() {
    connected.ifPresent(database::drop);
    connected = Optional.empty();
  }

  /** Writes what waits, then stops. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    disconnect();
  }
}
