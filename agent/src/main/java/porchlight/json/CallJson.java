package porchlight.json;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Seat;
import porchlight.json.tree.JsonObject;
import porchlight.json.tree.JsonText;

/** What a laptop says to central about a call. */
public final class CallJson {
  private CallJson() {}

  /** Asks what waits. */
  public static String look(UUID device) {
    return JsonText.compact(new JsonObject().put("device", device.toString()).build());
  }

  /** Asks how one stands. */
  public static String stand(UUID device, UUID verification) {
    return JsonText.compact(of(device, verification).build());
  }

  /** The user knows of nothing ({@code unknown}), or did not hear the words ({@code words}). */
  public static String deny(UUID device, UUID verification, String why) {
    return JsonText.compact(of(device, verification).put("denied", why).build());
  }

  /** The signed answer. */
  public static String answer(UUID device, UUID verification, String payload, String signature) {
    return JsonText.compact(
        of(device, verification).put("payload", payload).put("signature", signature).build());
  }

  private static JsonObject of(UUID device, UUID verification) {
    return new JsonObject()
        .put("device", device.toString())
        .put("verification", verification.toString());
  }

  /**
   * What is signed.
   *
   * @param key this laptop's half, made for this one
   * @param called {@code user} or {@code tech}: who called whom
   * @param at by central's clock
   * @param skewSeconds how far our own clock is ahead of that
   */
  public static String transcript(
      UUID device, Call call, Jwk key, CallTold told, String called, Instant at, long skewSeconds) {
    var out =
        new JsonObject()
            .put("verification", call.id().toString())
            .put("device", device.toString())
            .put("nonce", call.nonce())
            .put("key", key.json())
            .put("technician", call.technician())
            .put("purpose", call.purpose())
            .put("ticket", call.ticket())
            .putTexts("words", call.words())
            .put("account", told.account())
            .put("session", seat(told.seat()));
    told.place()
        .ifPresent(here ->
            out.put(
                "place",
                PlaceJson.here(here).putText("since", told.since().map(CallJson::seconds))));
    return JsonText.compact(
        out.put("called", called)
            .put("at", at.truncatedTo(ChronoUnit.MILLIS).toString())
            .put("skewSeconds", skewSeconds)
            .build());
  }

  private static String seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String seat(Reading<Seat> seat) {
    return switch (seat) {
      case Known<Seat>(var known) -> known.word();
      case Unknown<Seat> unknown -> "unknown";
    };
  }
}
