package porchlight.central.ledger;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a ledger is kept. */
public sealed interface Store {
  /**
   * How a transaction that writes begins: with the one lock that lets nobody else write until it
   * ends, also not another process of central. What was read since then is still so at its end.
   */
  List<String> begin();

  /** A SQLite file, made where there is none. */
  record File(Path path) implements Store {
    @Override
    public List<String> begin() {
      return List.of("begin immediate");
    }

    @Override
    public String toString() {
      return path.toString();
    }
  }

  /** A database of a PostgreSQL server by its JDBC URL, which holds no password. */
  record Server(String url, Optional<String> password) implements Store {
    /** The number of our lock; beside it stands the schema, as one database may hold several. */
    private static final int LOCK = 8640;

    @Override
    public List<String> begin() {
      return List.of(
          "begin; select pg_advisory_xact_lock(hashtextextended(current_schema(), " + LOCK + "))");
    }

    @Override
    public String toString() {
      return url;
    }
  }
}
