package porchlight.central;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.central.ledger.Ledger;

/**
 * Ledgers of {@link ManyDays} under {@code target/bench}, filled once: a SQLite file, and the same
 * rows on a server. "Yesterday" in them is the day before they were filled, so that they are filled
 * anew after half a day.
 */
final class KeptStores {
  private static final Path ALL = Path.of("target", "bench").toAbsolutePath();
  private static final Duration FRESH = Duration.ofHours(12);

  /** Reports of a device a day that are kept, where nothing else is said. */
  static final int PER_DAY = 4;

  private KeptStores() {}

  /** Fills, ahead of measuring: {@code DEVICESxDAYS... [server]}. */
  public static void main(String[] args) throws Exception {
    List<String> sizes = new ArrayList<>(List.of(args));
    boolean server = sizes.remove("server");
    for (String size : sizes) {
      Path file = file(size, PER_DAY);
      if (server) {
        onServer(file, server());
        Books.onFiles();
      }
    }
    System.exit(0);
  }

  /** A folder with a SQLite ledger of {@code DEVICESxDAYS}, and so many reports a day of each. */
  static Path file(String size, int perDay) throws IOException, SQLException {
    String[] parts = size.split("x", 2);
    int devices = Integer.parseInt(parts[0]);
    int days = Integer.parseInt(parts[1]);
    Path folder = ALL.resolve(size + "x" + perDay);
    Path done = folder.resolve("filled");
    if (isFresh(done)) {
      return folder;
    }
    Files.deleteIfExists(done);
    for (String name : new String[] {"ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm"}) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Instant begin = Instant.now();
    ManyDays.fill(folder, devices, days, perDay, begin);
    System.out.printf(
        "filled %s in %d s%n",
        folder.getFileName(), Duration.between(begin, Instant.now()).toSeconds());
    Files.createFile(done);
    return folder;
  }

  /** A folder whose ledger is on this kept server, with the rows of that file. */
  static Path onServer(Path file, Postgres server) throws IOException, SQLException {
    Path folder = file.resolveSibling(file.getFileName() + "-server");
    Path done = folder.resolve("filled");
    Books.onFiles();
    Ledger.open(Books.of(file), 1).close(); // Upgraded, so that both have the same tables.
    Books.on(server);
    if (!isFresh(done) || age(done).compareTo(age(file.resolve("filled"))) > 0) {
      Files.createDirectories(folder);
      Files.deleteIfExists(done);
      Instant begin = Instant.now();
      Ledger.open(Books.of(folder), 1).close();
      copy(file, folder);
      System.out.printf(
          "copied %s to PostgreSQL in %d s%n",
          file.getFileName(), Duration.between(begin, Instant.now()).toSeconds());
      Files.createFile(done);
    }
    return folder;
  }

  /** The server that keeps them. */
  static Postgres server() throws IOException {
    Files.createDirectories(ALL);
    return Postgres.kept(ALL.resolve("postgres"));
  }

  private static void copy(Path from, Path to) throws SQLException {
    try (Connection read = Books.file(from);
        Connection write = Books.open(to);
        Statement statement = write.createStatement()) {
      statement.execute("set session_replication_role = replica"); // In whatever order.
      for (String table : Tables.names(read)) {
        if (!table.startsWith("flyway")) {
          statement.execute("delete from " + table);
          Tables.copy(read, write, table);
        }
      }
      statement.execute("vacuum analyze");
    }
  }

  private static boolean isFresh(Path done) throws IOException {
    return Files.exists(done) && age(done).compareTo(FRESH) < 0;
  }

  private static Duration age(Path done) throws IOException {
    return Duration.between(Files.getLastModifiedTime(done).toInstant(), Instant.now());
  }

  /** Megabytes of a ledger. */
  static Optional<Long> megabytes(Path folder) throws IOException {
    Path file = folder.resolve("ledger.sqlite");
    return Files.exists(file) ? Optional.of(Files.size(file) / 1_000_000) : Optional.empty();
  }
}
