package porchlight.central;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A PostgreSQL server of our own on a free port of loopback, gone with this process. */
final class Postgres {
  static final String PASSWORD = "a password that no URL tells";
  private static final String USER = "porchlight";

  /** The server refuses to run as root. */
  private static final String NOBODY = "nobody";

  private static Optional<Postgres> shared = Optional.empty();
  private final Path folder;
  private final Process process;
  private final int port;
  private final Set<String> schemas = new HashSet<>();

  private Postgres(Path folder, Process process, int port) {
    this.folder = folder;
    this.process = process;
    this.port = port;
  }

  /** Where initdb and postgres are: on the PATH, or where Debian puts them. */
  static Optional<Path> programs() {
    List<Path> folders = new ArrayList<>();
    for (String name : System.getenv("PATH").split(":", -1)) {
      folders.add(Path.of(name));
    }
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      versions.sorted(Comparator.reverseOrder()).forEach(one -> folders.add(one.resolve("bin")));
    } catch (IOException e) {
      // None there.
    }
    return folders.stream()
        .filter(one ->
            Files.isExecutable(one.resolve("initdb"))
                && Files.isExecutable(one.resolve("postgres")))
        .findFirst()
        .map(Postgres::real);
  }

  /** Where the others are, too: what stands on the PATH may be a link to one of them. */
  private static Path real(Path folder) {
    try {
      return folder.resolve("initdb").toRealPath().resolveSibling(".").normalize();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one of this process, which forgets at a power cut what it was told: tests cause none. */
  static synchronized Postgres shared() {
    if (shared.isEmpty()) {
      shared = Optional.of(start("-c", "fsync=off"));
    }
    return shared.get();
  }

  /** A server with these further options, whose folder goes with it. */
  static Postgres start(String... options) {
    try {
      Path folder = Files.createTempDirectory("porchlight-postgres");
      make(folder);
      return serve(folder, true, options);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A server whose folder stays, made where there is none. */
  static Postgres kept(Path folder, String... options) {
    try {
      if (!Files.exists(folder.resolve("books").resolve("PG_VERSION"))) {
        Files.createDirectories(folder);
        make(folder);
      }
      return serve(folder, false, options);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void make(Path folder) throws IOException, InterruptedException {
    Path books = Files.createDirectory(folder.resolve("books"));
    Path secret = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    own(folder, books, secret);
    List<String> init =
        List.of(
            programs().orElseThrow().resolve("initdb").toString(),
            "--pgdata=" + books,
            "--username=" + USER,
            "--pwfile=" + secret,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync");
    int made = as(folder, "initdb", init).waitFor();
    if (made != 0) {
      throw new IllegalStateException(Files.readString(folder.resolve("initdb.txt")));
    }
  }

  private static Postgres serve(Path folder, boolean passing, String... options)
      throws IOException, InterruptedException {
    int port = freePort();
    List<String> serve =
        new ArrayList<>(
            List.of(
                programs().orElseThrow().resolve("postgres").toString(),
                "-D",
                folder.resolve("books").toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories="));
    serve.addAll(Arrays.asList(options));
    Postgres postgres = new Postgres(folder, as(folder, "postgres", serve), port);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(passing ? postgres::stop : postgres::stopServing));
    postgres.await();
    return postgres;
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static void own(Path... files) throws IOException {
    for (Path file : files) {
      if (isRoot()) {
        Files.setOwner(
            file,
            FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY));
      }
    }
  }

  private static Process as(Path folder, String name, List<String> line) throws IOException {
    List<String> words = new ArrayList<>();
    if (isRoot()) {
      words.addAll(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=nogroup", "--clear-groups", "--"));
    }
    words.addAll(line);
    return new ProcessBuilder(words)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name + ".txt").toFile())
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void await() throws InterruptedException {
    for (int i = 0; i < 300 && process.isAlive(); i++) {
      try (Connection connection = open("public")) {
        connection.setAutoCommit(true);
        return;
      } catch (SQLException e) {
        Thread.sleep(100);
      }
    }
    throw new IllegalStateException("no PostgreSQL came up in " + folder);
  }

  long pid() {
    return process.pid();
  }

  /** Runs a program of PostgreSQL's on this server; it must do its work. */
  void run(String program, String... words) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(programs().orElseThrow().resolve(program).toString());
    line.addAll(List.of("-h", "127.0.0.1", "-p", Integer.toString(port), "-U", USER));
    line.addAll(Arrays.asList(words));
    ProcessBuilder builder = new ProcessBuilder(line).inheritIO();
    builder.environment().put("PGPASSWORD", PASSWORD);
    if (builder.start().waitFor() != 0) {
      throw new IllegalStateException(program + " failed");
    }
  }

  /** The URL of a schema, which is made when it is new. */
  synchronized String url(String schema) {
    if (schemas.add(schema)) {
      try (Connection connection = open("public");
          Statement statement = connection.createStatement()) {
        statement.execute("create schema if not exists " + schema);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
    return bare(schema);
  }

  private String bare(String schema) {
    return "jdbc:postgresql://127.0.0.1:"
        + port
        + "/postgres?user="
        + USER
        + "&currentSchema="
        + schema;
  }

  Connection open(String schema) throws SQLException {
    return DriverManager.getConnection(bare(schema), USER, PASSWORD);
  }

  /** Stops it as its documentation says ("fast"), and removes what it wrote. */
  void stop() {
    stopServing();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes seen)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException fault)
                throws IOException {
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void stopServing() {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      process.waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
