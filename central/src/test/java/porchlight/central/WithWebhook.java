package porchlight.central;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.Outbox;
import porchlight.central.ledger.Posting;
import porchlight.central.out.Courier;
import porchlight.central.reports.Severity;
import porchlight.central.settings.Hook;
import porchlight.central.settings.Secret;

/** A central with a laptop, and a real receiver that fails in whatever way it is told to. */
abstract class WithWebhook {
  static final Secret NEW = secret("the newer secret of this test");
  static final Secret OLD = secret("the older secret of this test");
  Running running;
  Ledger ledger;
  Receiver receiver;
  Laptop laptop;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    running = new Running(folder, 100);
    ledger = Ledger.open(Books.of(folder), 100);
    receiver = new Receiver();
    laptop = running.laptop("Acme Dental", "LT-0042");
  }

  @AfterEach
  void stop() {
    ledger.close();
    running.close();
    receiver.close();
  }

  Hook hook(Hook.Kind kind, Severity least) {
    return new Hook(
        "desk",
        kind,
        new Secret(receiver.url()),
        kind == Hook.Kind.CLOUDEVENTS ? List.of(NEW, OLD) : List.of(),
        Set.of(),
        least,
        true);
  }

  /** A courier that has been introduced, so that what comes now is news. */
  Courier courier(Hook hook) {
    Courier courier = new Courier(List.of(hook), outbox(), running.clock, new SecureRandom());
    courier.round();
    return courier;
  }

  Outbox outbox() {
    return ledger.outbox();
  }

  Outbox.Standing standing() {
    return outbox().standing("desk");
  }

  List<Posting> due() {
    return outbox().due("desk", running.now.plus(Duration.ofDays(1)));
  }

  void says(String... findings) {
    running.now = running.now.plus(Duration.ofSeconds(1));
    boolean bad = String.join(" ", findings).contains(":fail:");
    laptop
        .full(Samples.content("LT-0042", bad ? "unsafe" : "safe", bad ? 20 : 90, findings))
        .send();
  }

  List<String> types() {
    return receiver.got().stream()
        .map(got -> Samples.parse(got.body()).path("type").asText())
        .toList();
  }

  List<Receiver.Got> of(String type) {
    return receiver.got().stream()
        .filter(got -> Samples.parse(got.body()).path("type").asText().equals(type))
        .toList();
  }

  static Secret secret(String text) {
    return new Secret(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }
}
