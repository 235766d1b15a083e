package porchlight.central;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import porchlight.central.ledger.Ledger;
import porchlight.central.settings.Address;
import porchlight.central.settings.Settings;
import porchlight.central.signing.Digests;

/** The real server on a free port of loopback, with a clock that a test turns. */
final class Running implements AutoCloseable {
  static final String KEY = "the-dashboard-key-of-this-test";
  Instant now = Instant.parse("2026-11-22T09:00:00Z");
  final InstantSource clock = () -> now;
  final Path folder;
  Central central;
  private boolean closed;

  Running(Path folder, int capacity) throws IOException {
    this.folder = folder;
    central = start(capacity);
  }

  Central start(int capacity) throws IOException {
    Settings settings = Settings.DEFAULTS.withData(folder).withListen(new Address("127.0.0.1", 0));
    return Central.start(settings, DataFolder.open(folder), KEY, clock, capacity);
  }

  void restartAfter(Duration outage) throws IOException {
    central.close();
    now = now.plus(outage);
    central = start(100);
  }

  String token(String organisation, long uses) throws IOException {
    String token = "porch_" + UUID.randomUUID();
    try (Ledger ledger = Ledger.open(DataFolder.open(folder).ledger(), 1)) {
      ledger.issue(
          UUID.randomUUID().toString(),
          organisation,
          Digests.ofText(token),
          uses,
          now.plus(Duration.ofDays(7)),
          now);
    }
    return token;
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
