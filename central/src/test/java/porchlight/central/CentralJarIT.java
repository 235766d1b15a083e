package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it ships, as a process of its own. */
class CentralJarIT {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final String JAR = System.getProperty("central.jar", "target/central.jar");
  private static final String CONTENT =
      Samples.content("LT", "unsafe", 20, "firewall:fail:high", "wifi-encryption:pass:high");
  private static final int LAPTOPS = 5;
  private static final int CYCLES = 40;
  private static final int KILLS = 4;

  private record Ended(int code, String out, String err) {}

  private static ProcessBuilder jar(String... args) {
    List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-jar", JAR));
    command.addAll(List.of(args));
    return new ProcessBuilder(command);
  }

  private static Ended run(Path folder, String... args) throws Exception {
    File out = Files.createTempFile(folder, "out", ".txt").toFile();
    File err = Files.createTempFile(folder, "err", ".txt").toFile();
    Process process = jar(args).redirectOutput(out).redirectError(err).start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return new Ended(
        process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
  }

  /** A server process; each start may come by another port, as agents find it again by its file. */
  private static final class Server {
    final Path folder;
    final Path ready;
    Process process;
    Duration startedIn = Duration.ZERO;

    Server(Path folder) throws Exception {
      this.folder = folder;
      ready = folder.resolve("ready.json");
      process = start();
    }

    private Process start() throws Exception {
      Files.deleteIfExists(ready);
      Instant begin = Instant.now();
      Process started =
          jar(
                  "serve",
                  "--data",
                  folder.resolve("data").toString(),
                  "--listen",
                  "127.0.0.1:0",
                  "--ready-file",
                  ready.toString())
              .redirectOutput(folder.resolve("serve.out").toFile())
              .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("serve.err").toFile()))
              .start();
      while (!Files.exists(ready)) {
        assertTrue(started.isAlive(), "central ended");
        Thread.sleep(10);
      }
      startedIn = Duration.between(begin, Instant.now());
      return started;
    }

    void killAndRestart() throws Exception {
      process.destroyForcibly().waitFor();
      process = start();
    }

    JsonNode readiness() {
      try {
        return Samples.parse(Files.readString(ready));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String address() {
      return readiness().path("address").asText();
    }

    JsonNode get(String path) throws Exception {
      String key = Files.readString(folder.resolve("data/dashboard.key")).strip();
      return Samples.parse(
          Laptop.HTTP
              .send(
                  HttpRequest.newBuilder(URI.create(address() + path))
                      .header("Authorization", "Bearer " + key)
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .body());
    }
  }

  @Test
  void killed_again_and_again_in_mid_stream_it_loses_nothing_and_doubles_nothing(
      @TempDir Path folder) throws Exception {
    Server server = new Server(folder);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      String token =
          run(folder, "token", "--organisation", "Acme", "--uses", "5", "--data", data(folder))
              .out()
              .strip();
      Set<String> answered = ConcurrentHashMap.newKeySet();
      AtomicBoolean sending = new AtomicBoolean(true);
      List<Laptop> laptops = new ArrayList<>();
      List<Future<Integer>> streams = new ArrayList<>();
      for (int i = 0; i < LAPTOPS; i++) {
        Laptop laptop = Laptop.enrolled(server.address(), InstantSource.system(), token, "LT-" + i);
        laptops.add(laptop);
        streams.add(threads.submit(() -> stream(server, laptop, answered, sending)));
      }
      for (int i = 0; i < KILLS; i++) {
        int before = answered.size();
        while (answered.size() < before + LAPTOPS * CYCLES / (KILLS + 1)) {
          Thread.sleep(2);
        }
        server.killAndRestart();
      }
      for (Future<Integer> stream : streams) {
        assertEquals(CYCLES, stream.get(120, TimeUnit.SECONDS));
      }
      assertEquals(LAPTOPS * CYCLES, answered.size());
      for (Laptop laptop : laptops) {
        JsonNode device = server.get("/v1/devices/" + laptop.device);
        assertEquals(0, device.path("missing").intValue(), "nothing lost");
        assertEquals("unsafe", device.path("answer").asText());
      }
      server.process.destroy();
      assertTrue(server.process.waitFor(20, TimeUnit.SECONDS));
      assertEquals(
          LAPTOPS * CYCLES, GoodAmongBadTest.stored(folder.resolve("data")), "nothing doubled");
    } finally {
      server.process.destroyForcibly();
    }
  }

  /** Sends each report until it is answered, as an agent's spool does. */
  private static int stream(
      Server server, Laptop laptop, Set<String> answered, AtomicBoolean sending) throws Exception {
    int done = 0;
    for (int i = 0; i < CYCLES && sending.get(); i++) {
      Laptop.Request first = i % 4 == 0 ? laptop.full(CONTENT) : laptop.unchanged(CONTENT);
      String id = first.headers.getOrDefault("idempotency-key", "");
      String body = new String(first.body, StandardCharsets.UTF_8);
      boolean taken = false;
      while (!taken) {
        try {
          if (Files.exists(server.ready)) {
            laptop.base = server.address();
          }
          int status = laptop.report(id, body).trySend().statusCode();
          assertTrue(status == 200 || status == 202 || status == 503, "answered " + status);
          taken = status != 503;
        } catch (IOException | UncheckedIOException e) {
          Thread.sleep(20);
        }
      }
      answered.add(id);
      done++;
    }
    return done;
  }

  private static String data(Path folder) {
    return folder.resolve("data").toString();
  }

  @Test
  void it_starts_with_no_configuration_and_stops_when_asked(@TempDir Path folder) throws Exception {
    Server server = new Server(folder);
    try {
      String out = Files.readString(folder.resolve("serve.out"));
      assertTrue(out.contains("listens on " + server.address()), out);
      assertTrue(out.contains(server.readiness().path("dashboard").asText()), out);
      assertTrue(out.contains("token --organisation"), out);
      assertEquals(
          "rwx------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))));
      for (String file : List.of("dashboard.key", "ledger.sqlite")) {
        Path path = folder.resolve("data").resolve(file);
        assertEquals(
            "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)), file);
      }
      assertEquals(70, run(folder, "--data", data(folder)).code(), "one server for one folder");
      assertEquals(
          server.readiness().path("dashboard").asText(),
          run(folder, "dashboard-link", "--data", data(folder)).out().strip());
      report(server);
    } finally {
      server.process.destroy();
    }
    Instant begin = Instant.now();
    assertTrue(server.process.waitFor(20, TimeUnit.SECONDS));
    System.out.println(
        "measured: stopped in " + Duration.between(begin, Instant.now()).toMillis() + " ms");
    int code = server.process.exitValue();
    assertTrue(code == 0 || code == 143, "ended with " + code);
    String err = Files.readString(folder.resolve("serve.err"));
    assertTrue(err.lines().allMatch(line -> line.matches("\\d{4}-.* (INFO|WARN) .*")), err);
  }

  private static void report(Server server) throws IOException {
    Path status = Path.of("/proc/" + server.process.pid() + "/status");
    String rss =
        Files.exists(status)
            ? Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .findFirst()
                .orElse("")
            : "";
    System.out.println("measured: started in " + server.startedIn.toMillis() + " ms, " + rss);
  }

  @Test
  void a_token_is_all_that_the_token_command_prints_even_before_the_first_start(
      @TempDir Path folder) throws Exception {
    Ended ended = run(folder, "token", "--organisation", "Acme Dental", "--data", data(folder));
    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.out().matches("porch_[A-Za-z0-9_-]{32}\n"), ended.out());
    assertEquals("", ended.err());
  }

  @Test
  void help_and_wrong_words_end_as_they_should(@TempDir Path folder) throws Exception {
    assertTrue(run(folder, "--help").out().contains("dashboard-link"));
    assertEquals(64, run(folder, "nonsense").code());
    assertEquals(78, run(folder, "--config", folder.resolve("none.json").toString()).code());
  }
}
