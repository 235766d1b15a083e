package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import porchlight.central.out.Courier;
import porchlight.central.people.Act;
import porchlight.central.people.Deed;
import porchlight.central.reports.Severity;
import porchlight.central.settings.Hook;

/** What each webhook is told takes turns, and what nobody takes holds up nothing else for ever. */
class WebhookTurnsTest extends WithWebhook {
  @Test
  void what_was_told_as_open_is_told_as_closed_wherever_the_laptop_is_by_then() throws Exception {
    Courier courier = courier(hook(Hook.Kind.CLOUDEVENTS, Severity.MEDIUM));
    says("vpn:fail:medium");
    says("vpn:fail:low");
    says("vpn:pass:low");
    courier.round();
    assertEquals(List.of("opened", "closed"), findings());
  }

  @Test
  void what_was_not_told_as_open_is_not_told_as_closed() throws Exception {
    Courier courier = courier(hook(Hook.Kind.CLOUDEVENTS, Severity.MEDIUM));
    says("vpn:fail:low");
    says("vpn:pass:medium");
    courier.round();
    assertEquals(List.of(), findings());
  }

  @Test
  void what_gets_worse_is_told_and_begins_for_whoever_was_not_told_of_less() throws Exception {
    Courier high = courier(hook(Hook.Kind.CLOUDEVENTS, Severity.HIGH));
    says("vpn:fail:low");
    says("vpn:fail:critical");
    high.round();
    assertEquals(List.of("opened"), findings());
    Courier all = new Courier(List.of(named("all")), outbox(), running.clock, new SecureRandom());
    all.round();
    says("vpn:pass:low");
    says("vpn:fail:low");
    says("vpn:fail:high");
    receiver.got.clear();
    all.round();
    assertEquals(List.of("closed", "opened", "worse"), findings());
    assertEquals("low", Samples.parse(receiver.got().getLast().body()).at("/data/was").asText());
  }

  @Test
  void what_fails_again_after_nobody_could_tell_is_not_opened_twice() throws Exception {
    Courier courier = courier(hook(Hook.Kind.CLOUDEVENTS, Severity.INFO));
    says("vpn:fail:high");
    says("vpn:unknown:high");
    says("vpn:fail:high");
    says("vpn:pass:high");
    courier.round();
    assertEquals(List.of("opened", "blind", "still", "closed"), findings());
  }

  @Test
  void what_a_receiver_refuses_holds_up_nothing_about_others() throws Exception {
    courier(hook(Hook.Kind.CLOUDEVENTS, Severity.HIGH));
    for (int i = 0; i < 3; i++) {
      Laptop other = running.laptop("Acme Dental", "LT-" + i);
      String[] many =
          IntStream.range(0, 180).mapToObj(n -> "c" + n + ":fail:high").toArray(String[]::new);
      assertEquals(
          202, other.full(Samples.content("LT-" + i, "unsafe", 1, many)).send().statusCode());
    }
    hand();
    long refused = standing().waiting();
    assertTrue(refused > 500, "they are " + refused);
    long later = running.now.plusSeconds(60).toEpochMilli();
    Tables.execute(running.folder.resolve("ledger.sqlite"), "update posting set due_at = " + later);
    says("vpn:fail:high");
    hand();
    assertEquals(2, outbox().due("desk", running.now).size(), "the finding and the answer");
    says("vpn:pass:high");
    hand();
    assertEquals(2, outbox().due("desk", running.now).size(), "of one subject the oldest");
    assertEquals(refused + 4, standing().waiting());
    running.now = running.now.plusSeconds(60);
    assertEquals(500, outbox().due("desk", running.now).size());
  }

  private void hand() {
    while (outbox().hand("desk", one -> one.event().severity().isPresent(), running.now)) {}
  }

  @Test
  void a_webhook_that_is_no_more_keeps_nothing() throws Exception {
    Courier courier = courier(hook(Hook.Kind.CLOUDEVENTS, Severity.INFO));
    receiver.mood.set(exchange -> Receiver.answer(exchange, 503));
    says("vpn:fail:high");
    courier.round();
    assertEquals(2, standing().waiting());
    new Courier(List.of(named("desk2")), outbox(), running.clock, new SecureRandom())
        .running(Duration.ofHours(1))
        .close();
    assertEquals(0, standing().waiting());
    says("vpn:pass:high");
    running.restartAfter(Duration.ofDays(91));
    running.central.beat();
    assertEquals(
        0,
        Tables.count(
            running.folder.resolve("ledger.sqlite"),
            "select count(*) from event where kind = 'finding-opened'"));
    receiver.got.clear();
    courier(hook(Hook.Kind.CLOUDEVENTS, Severity.INFO)).round();
    assertEquals(List.of(), types(), "put back, it is a new one");
  }

  @Test
  void what_was_due_while_central_was_stopped_for_long_is_given_up() throws Exception {
    Courier courier = courier(hook(Hook.Kind.CLOUDEVENTS, Severity.INFO));
    receiver.mood.set(exchange -> Receiver.answer(exchange, 503));
    says("vpn:fail:high");
    courier.round();
    running.now = running.now.plus(Duration.ofDays(4));
    receiver.mood.set(exchange -> Receiver.answer(exchange, 204));
    receiver.got.clear();
    courier(hook(Hook.Kind.CLOUDEVENTS, Severity.INFO)).round();
    assertEquals(List.of(), types());
    assertEquals("too late", outbox().givenUp("desk", 1).getFirst().answer());
    outbox().again("desk", new Deed(running.now, "theo", "", Act.CHANGED, "webhook desk", ""));
    courier.round();
    assertEquals(2, types().size(), "who asks for it gets it");
  }

  @Test
  void events_of_a_client_that_is_kept_shorter_go_as_early() throws IOException {
    says("vpn:fail:high");
    Laptop other = running.laptop("Bright & Sons", "LT-9");
    other.full(Samples.content("LT-9", "safe", 90, "vpn:pass:high")).send();
    String ours = running.device(laptop).path("organisation").asText();
    says("vpn:pass:high");
    running.command("keep", "--organisation", "Acme Dental", "--days", "10");
    running.restartAfter(Duration.ofDays(11));
    running.central.beat();
    String left = running.page("/v1/exports/events.csv").body();
    assertTrue(left.contains(other.device), left);
    assertTrue(left.lines().filter(line -> line.contains(ours)).count() <= 1, left);
  }

  @Test
  void a_round_that_goes_wrong_is_not_the_last() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    InstantSource odd =
        () -> {
          if (asked.incrementAndGet() == 1) {
            throw new IllegalStateException("no time");
          }
          return running.now;
        };
    courier(hook(Hook.Kind.CLOUDEVENTS, Severity.INFO));
    says("vpn:fail:high");
    Courier courier =
        new Courier(
                List.of(hook(Hook.Kind.CLOUDEVENTS, Severity.INFO)),
                outbox(),
                odd,
                new SecureRandom())
            .running(Duration.ofMillis(20));
    for (int i = 0; i < 500 && receiver.got().isEmpty(); i++) {
      Thread.sleep(20);
    }
    courier.close();
    assertEquals(List.of("opened"), findings());
  }

  private Hook named(String name) {
    Hook hook = hook(Hook.Kind.CLOUDEVENTS, Severity.INFO);
    return new Hook(
        name,
        hook.kind(),
        hook.url(),
        hook.secrets(),
        hook.organisations(),
        hook.least(),
        hook.inside());
  }

  /** What the receiver was told of checks, in a word each. */
  private List<String> findings() {
    String start = "porchlight.finding.";
    return types().stream()
        .filter(type -> type.startsWith(start))
        .map(type -> type.substring(start.length()))
        .toList();
  }
}
