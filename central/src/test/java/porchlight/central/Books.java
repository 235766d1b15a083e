package porchlight.central;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.NewToken;
import porchlight.central.ledger.Store;
import porchlight.central.settings.LedgerServer;
import porchlight.central.settings.Settings;
import porchlight.central.signing.Digests;

/**
 * Where the ledgers of tests are, by the data folder: a SQLite file in it, or under {@link
 * OnPostgres} a schema of a server. With {@code -Dbooks=postgres} all are on a server.
 */
final class Books {
  private static final Optional<Postgres> ALWAYS =
      "postgres".equals(System.getProperty("books"))
          ? Optional.of(Postgres.shared())
          : Optional.empty();
  private static volatile Optional<Postgres> server = ALWAYS;

  private Books() {}

  /** From now on, on this server. */
  static void on(Postgres other) {
    server = Optional.of(other);
  }

  static void onServer(boolean yes) {
    server = yes ? Optional.of(Postgres.shared()) : ALWAYS;
  }

  static boolean areOnServer() {
    return server.isPresent();
  }

  private static String schema(Path folder) {
    return "t" + Integer.toUnsignedString(folder.toAbsolutePath().toString().hashCode());
  }

  static Settings settings(Settings base, Path folder) {
    return server
        .map(it ->
            base.withServer(LedgerServer.parse(it.url(schema(folder))).with(Postgres.PASSWORD)))
        .orElse(base);
  }

  static Store of(Path folder) {
    try {
      return DataFolder.open(folder).store(settings(Settings.DEFAULTS, folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What to say on a command line that is to work on this folder. */
  static List<String> options(Path folder) {
    List<String> options = new ArrayList<>(List.of("--data", folder.toString()));
    server.ifPresent(it -> {
      try {
        Path secret = whole(folder.resolve("password"), Postgres.PASSWORD + "\n");
        String settings =
            Samples.json(
                Map.of("ledger", it.url(schema(folder)), "ledgerPasswordFile", secret.toString()));
        Path file = whole(folder.resolve("central.json"), settings);
        options.addAll(List.of("--config", file.toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    return options;
  }

  /** A file that is never read half written, as commands run side by side. */
  private static Path whole(Path file, String text) throws IOException {
    Path fresh =
        Files.writeString(file.resolveSibling(file.getFileName() + "." + UUID.randomUUID()), text);
    return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** A token for two laptops of an organisation, by the clock of this machine. */
  static String token(Path folder, String organisation) {
    String token = "porch_" + UUID.randomUUID();
    try (Ledger ledger = Ledger.open(of(folder), 1)) {
      ledger.issue(
          new NewToken(
              UUID.randomUUID().toString(),
              organisation,
              Digests.ofText(token),
              2,
              Instant.now().plusSeconds(9999),
              false,
              Instant.now()));
    }
    return token;
  }

  /** Looks into a ledger past central. */
  static Connection open(Path folder) throws SQLException {
    if (server.isPresent()) {
      String schema = schema(folder);
      server.get().url(schema);
      return server.get().open(schema);
    }
    return file(folder);
  }

  /** What is seen in a ledger past central. */
  interface Look<T> {
    T into(Connection ledger) throws SQLException, IOException;
  }

  static <T> T looking(Path folder, Look<T> look) throws SQLException, IOException {
    try (Connection connection = open(folder)) {
      return look.into(connection);
    }
  }

  /** Looks into the SQLite ledger of a folder. */
  static Connection file(Path folder) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:sqlite:" + folder.resolve("ledger.sqlite") + "?busy_timeout=10000");
  }

  /** From now on, in files again. */
  static void onFiles() {
    server = Optional.empty();
  }

  /** Makes this SQLite file the ledger of the folder: a server is given its tables and rows. */
  static void adopt(Path file, Path folder) throws SQLException {
    if (server.isEmpty()) {
      return;
    }
    try (Connection from = DriverManager.getConnection("jdbc:sqlite:" + file);
        Connection to = open(folder);
        Statement statement = to.createStatement()) {
      statement.execute("set session_replication_role = replica"); // In whatever order.
      statement.execute(firstTables());
      for (String table : Tables.names(from)) {
        Tables.copy(from, to, table);
      }
    }
  }

  private static String firstTables() {
    try (InputStream in =
        Books.class.getResourceAsStream("/porchlight/central/sql/V1__what_devices_said.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Begins to write as another process of central would, and so holds every other one up. */
  static void hold(Path folder, Statement statement) throws SQLException {
    for (String begin : of(folder).begin()) {
      statement.execute(begin);
    }
  }
}
