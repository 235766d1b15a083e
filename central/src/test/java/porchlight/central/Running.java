package porchlight.central;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.NewToken;
import porchlight.central.settings.Address;
import porchlight.central.settings.Settings;
import porchlight.central.signing.Digests;

/** The real server on a free port of loopback, with a clock that a test turns. */
final class Running implements AutoCloseable {
  static final String KEY = "the-dashboard-key-of-this-test";
  Instant now = Instant.parse("2026-11-22T09:00:00Z");
  final InstantSource clock = () -> now;

  /** How far somebody has set the clock; no time passed by that. */
  private Duration set = Duration.ZERO;

  final Path folder;
  Central central;
  private boolean closed;

  private final Settings base;

  Running(Path folder, int capacity) throws IOException {
    this(folder, capacity, Settings.DEFAULTS);
  }

  Running(Path folder, int capacity, Settings base) throws IOException {
    this.folder = folder;
    this.base = base;
    central = start(capacity);
  }

  Central start(int capacity) throws IOException {
    Settings settings =
        Books.settings(base, folder).withData(folder).withListen(new Address("127.0.0.1", 0));
    return Central.start(
        settings,
        DataFolder.open(folder),
        KEY,
        new Central.Host(
            clock,
            new Steady.Source(
                () -> now.minus(set).toEpochMilli() * 1_000_000, Optional.of("this boot")),
            () -> {}),
        capacity);
  }

  /** Somebody sets central's clock. */
  void setClock(Duration by) {
    now = now.plus(by);
    set = set.plus(by);
  }

  void restartAfter(Duration outage) throws IOException {
    central.close();
    now = now.plus(outage);
    central = start(100);
  }

  String token(String organisation, long uses) {
    String token = "porch_" + UUID.randomUUID();
    try (Ledger ledger = Ledger.open(Books.of(folder), 1)) {
      ledger.issue(
          new NewToken(
              UUID.randomUUID().toString(),
              organisation,
              Digests.ofText(token),
              uses,
              now.plus(Duration.ofDays(7)),
              false,
              now));
    }
    return token;
  }

  /** Runs a command line on this folder and returns what it printed; its code must be 0. */
  String command(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code = exit(new PrintStream(out, true, StandardCharsets.UTF_8), args);
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", args) + " ended with " + code);
    }
    return out.toString(StandardCharsets.UTF_8).strip();
  }

  int exit(String... args) {
    return exit(
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8), args);
  }

  private int exit(PrintStream out, String... args) {
    List<String> line = new ArrayList<>(List.of(args));
    line.addAll(Books.options(folder));
    return Main.run(line, out);
  }

  Laptop laptop(String organisation, String name) throws IOException {
    return Laptop.enrolled(central.url(), clock, token(organisation, 1), name);
  }

  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(central.url() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return Laptop.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(central.url() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    request
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(Crew.encoded(form)));
    return Crew.send(request.build());
  }

  /** The ledger, beside the server that runs. */
  Ledger ledger() throws IOException {
    return Ledger.open(Books.of(folder), 100);
  }

  HttpResponse<String> page(String path) {
    return get(path, "Authorization", "Bearer " + KEY);
  }

  JsonNode json(String path) {
    return Samples.parse(page(path).body());
  }

  JsonNode device(Laptop laptop) {
    return json("/v1/devices/" + laptop.device);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      central.close();
    }
  }
}
