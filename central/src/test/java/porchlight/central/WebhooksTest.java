package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import porchlight.central.ledger.Outbox;
import porchlight.central.ledger.Posting;
import porchlight.central.out.Courier;
import porchlight.central.people.Act;
import porchlight.central.people.Deed;
import porchlight.central.reports.Severity;
import porchlight.central.settings.Hook;
import porchlight.central.settings.Secret;

/** Webhooks, against a real receiver that fails in every way. */
class WebhooksTest extends WithWebhook {
  @Test
  void an_edge_is_told_once_and_its_signature_holds_by_either_secret() throws Exception {
    Courier courier = courier(hook(Hook.Kind.CLOUDEVENTS, Severity.INFO));
    says("firewall:pass:high");
    courier.round();
    int before = receiver.got().size();
    says("firewall:fail:high");
    says("firewall:fail:high");
    courier.round();
    courier.round();
    List<Receiver.Got> opened = of("porchlight.finding.opened");
    assertEquals(1, opened.size());
    assertTrue(before <= 1, "only the first answer");
    Receiver.Got got = opened.getFirst();
    assertEquals("application/cloudevents+json; charset=utf-8", got.type());
    JsonNode event = Samples.parse(got.body());
    assertEquals("1.0", event.path("specversion").asText());
    assertEquals(got.id(), event.path("id").asText());
    assertEquals("devices/" + laptop.device + "/firewall", event.path("dedupekey").asText());
    assertEquals("Acme Dental", event.at("/data/organisation/name").asText());
    assertEquals("LT-0042", event.at("/data/device/name").asText());
    assertEquals("because of firewall", event.at("/data/because").asText());
    String signed = got.id() + "." + got.timestamp() + "." + got.body();
    assertEquals("v1," + hmac(NEW, signed) + " v1," + hmac(OLD, signed), got.signature());
    assertEquals(Long.toString(running.now.getEpochSecond()), got.timestamp());
  }

  @Test
  void what_cannot_be_told_any_more_is_not_closed() throws Exception {
    Courier courier = courier(hook(Hook.Kind.CLOUDEVENTS, Severity.INFO));
    says("firewall:fail:high");
    says("firewall:unknown:high");
    courier.round();
    assertEquals(0, of("porchlight.finding.closed").size());
    assertEquals(1, of("porchlight.finding.blind").size());
    says("firewall:pass:high");
    courier.round();
    assertEquals(1, of("porchlight.finding.closed").size());
  }

  @Test
  void a_receiver_that_is_down_gets_everything_later_in_order_and_once() throws Exception {
    Hook hook = hook(Hook.Kind.CLOUDEVENTS, Severity.INFO);
    Courier courier = courier(hook);
    receiver.mood.set(exchange -> Receiver.answer(exchange, 503));
    says("firewall:fail:high", "clock:pass:low");
    courier.round();
    courier.round();
    assertEquals(1, receiver.got().size(), "it is left alone for a while");
    says("firewall:pass:high", "clock:fail:low");
    receiver.mood.set(exchange -> Receiver.answer(exchange, 204));
    courier.round();
    assertEquals(1, receiver.got().size());
    running.now = running.now.plus(Duration.ofMinutes(1));
    courier.round();
    List<String> types = types().subList(1, receiver.got().size());
    assertTrue(
        types.indexOf("porchlight.finding.opened") < types.indexOf("porchlight.finding.closed"),
        types.toString());
    assertEquals(new Outbox.Standing(0, 0, outbox().standing("desk").takenAt()), standing());
    int all = receiver.got().size();
    courier.round();
    assertEquals(all, receiver.got().size());
  }

  @Test
  void how_long_to_wait_is_the_receivers_to_say() throws Exception {
    Courier courier = courier(hook(Hook.Kind.CLOUDEVENTS, Severity.INFO));
    receiver.mood.set(exchange -> Receiver.answer(exchange, 429, "Retry-After", "600"));
    says("firewall:fail:high");
    courier.round();
    running.now = running.now.plus(Duration.ofSeconds(599));
    courier.round();
    assertEquals(1, receiver.got().size());
    running.now = running.now.plus(Duration.ofSeconds(1));
    courier.round();
    assertEquals(2, receiver.got().size());
  }

  @Test
  void what_is_refused_is_tried_again_and_then_given_up_and_shown_and_tried_when_asked()
      throws Exception {
    Courier courier = courier(hook(Hook.Kind.CLOUDEVENTS, Severity.INFO));
    receiver.mood.set(exchange -> Receiver.answer(exchange, 400));
    says("firewall:fail:high");
    for (int i = 0; i < 12; i++) {
      courier.round();
      running.now = running.now.plus(Duration.ofHours(3));
    }
    assertEquals(2, standing().givenUp());
    assertEquals(16, receiver.got().size());
    List<Posting> lost = outbox().givenUp("desk", 10);
    assertEquals("HTTP 400", lost.getFirst().answer());
    assertFalse(lost.toString().contains("hidden"), "no address is shown");
    receiver.mood.set(exchange -> Receiver.answer(exchange, 202));
    outbox().forget("desk", running.now.minus(Duration.ofDays(90)));
    assertTrue(
        outbox().again("desk", new Deed(running.now, "theo", "", Act.CHANGED, "webhook desk", "")));
    assertEquals(2, standing().waiting());
    courier.round();
    assertEquals(0, standing().givenUp());
  }

  @Test
  void a_redirect_is_not_followed_and_gone_is_gone() throws Exception {
    Courier courier = courier(hook(Hook.Kind.CLOUDEVENTS, Severity.HIGH));
    try (Receiver elsewhere = new Receiver()) {
      receiver.mood.set(exchange -> Receiver.answer(exchange, 307, "Location", elsewhere.url()));
      says("firewall:fail:high");
      courier.round();
      assertEquals(0, elsewhere.got().size());
      assertTrue(standing().waiting() > 0);
    }
    receiver.mood.set(exchange -> Receiver.answer(exchange, 410));
    running.now = running.now.plus(Duration.ofHours(1));
    courier.round();
    assertTrue(outbox().givenUp("desk", 1).getFirst().answer().startsWith("HTTP 410"));
  }

  @Test
  void one_that_hangs_up_or_talks_for_ever_holds_up_nothing_for_long() throws Exception {
    Courier courier = courier(hook(Hook.Kind.CLOUDEVENTS, Severity.INFO));
    receiver.mood.set(exchange -> exchange.close());
    says("firewall:fail:high");
    courier.round();
    assertEquals(0, outbox().standing("desk").givenUp());
    receiver.mood.set(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      byte[] line = "and so on\n".getBytes(StandardCharsets.UTF_8);
      try (var out = exchange.getResponseBody()) {
        while (true) {
          out.write(line);
        }
      }
    });
    running.now = running.now.plus(Duration.ofMinutes(5));
    long begun = System.nanoTime();
    courier.round();
    assertTrue(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 10);
    assertEquals(0, standing().waiting(), "a 200 is a 200");
  }

  @Test
  void a_private_address_is_refused_unless_it_is_allowed() throws Exception {
    Hook hook =
        new Hook(
            "desk",
            Hook.Kind.SLACK,
            new Secret("https://localhost:" + receiver.url().split("[:/]", -1)[4] + "/x"),
            List.of(),
            Set.of(),
            Severity.INFO,
            false);
    Courier courier = courier(hook);
    says("firewall:fail:high");
    courier.round();
    assertEquals("private address refused", due().getFirst().answer());
    assertEquals(0, receiver.got().size());
  }

  @Test
  void one_organisation_and_one_severity_may_be_asked_for() throws Exception {
    Hook others =
        new Hook(
            "desk",
            Hook.Kind.SLACK,
            new Secret(receiver.url()),
            List.of(),
            Set.of("Bright & Sons"),
            Severity.HIGH,
            true);
    Courier courier = courier(others);
    Laptop bright = running.laptop("Bright & Sons", "<!channel> & co");
    says("firewall:fail:critical");
    bright.full(Samples.content("x", "care", 50, "clock:fail:low", "firewall:fail:high")).send();
    courier.round();
    List<String> texts =
        receiver.got().stream()
            .map(got -> Samples.parse(got.body()).path("text").asText())
            .toList();
    assertEquals(1, texts.size(), texts.toString());
    assertTrue(texts.getFirst().startsWith("Bright &amp; Sons: x: What strangers"));
  }

  @Test
  void names_can_call_nobody_in_a_chat() throws Exception {
    Courier slack = courier(hook(Hook.Kind.SLACK, Severity.INFO));
    Laptop hostile = running.laptop("Acme Dental", "n");
    hostile
        .full(Samples.content("<!channel> [x](http://y) *b*", "unsafe", 1, "clock:fail:low"))
        .send();
    slack.round();
    JsonNode text = Samples.parse(receiver.got().getFirst().body());
    assertTrue(text.path("text").asText().contains("&lt;!channel&gt;"));
    assertEquals("plain_text", text.at("/blocks/0/text/type").asText());
    receiver.got.clear();
    Hook teams =
        new Hook(
            "teams",
            Hook.Kind.TEAMS,
            new Secret(receiver.url()),
            List.of(),
            Set.of(),
            Severity.INFO,
            true);
    Courier courier = courier(teams);
    hostile.full(Samples.content("[x](http://y)", "safe", 90, "clock:pass:low")).send();
    courier.round();
    JsonNode card = Samples.parse(receiver.got().getFirst().body());
    assertEquals(
        "application/vnd.microsoft.card.adaptive", card.at("/attachments/0/contentType").asText());
    assertTrue(
        card.at("/attachments/0/content/body/0/text").asText().contains("\\[x\\]\\(http://y\\)"));
  }

  @Test
  void a_new_webhook_is_not_told_of_the_past_and_an_old_one_goes_on_after_a_restart()
      throws Exception {
    says("firewall:fail:high");
    Hook hook = hook(Hook.Kind.CLOUDEVENTS, Severity.INFO);
    courier(hook).round();
    assertEquals(0, receiver.got().size());
    says("firewall:pass:high");
    new Courier(List.of(hook), outbox(), running.clock, new SecureRandom()).round();
    assertEquals(1, of("porchlight.finding.closed").size());
  }

  private static String hmac(Secret secret, String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.reveal()), "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }
}
