package porchlight.central.views;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import porchlight.central.calls.Evidence;
import porchlight.central.calls.Message;
import porchlight.central.calls.Offline;
import porchlight.central.calls.State;
import porchlight.central.calls.Transcript;
import porchlight.central.calls.Verification;
import porchlight.central.reports.Word;

/**
 * A verification as its tech sees it.
 *
 * @param words what the tech says
 * @param seconds until it runs out
 * @param tries how many codes may still be wrong
 * @param proof what the laptop signed; only once the code was right
 * @param window whether something may be sent to the laptop
 * @param sent what became of what was sent; empty: nothing was
 */
public record CallView(
    String id,
    String device,
    String tech,
    String purpose,
    String ticket,
    String called,
    String words,
    Moment opened,
    State state,
    long seconds,
    int tries,
    Optional<CallProof> proof,
    boolean window,
    String sent,
    Optional<Offline> offline) {

  /** One, as of now. */
  public static CallView of(
      Verification one,
      Optional<Transcript> told,
      CallProof.Known known,
      Instant now,
      Instant counted) {
    String address = one.evidence().map(Evidence::address).orElse("");
    return new CallView(
        one.id(),
        one.device(),
        one.tech(),
        one.ask().purpose().label(),
        one.ask().ticket(),
        one.ask().called().label(),
        String.join(" ", one.words()),
        Moment.of(one.openedAt(), now),
        one.at(counted),
        one.left(counted),
        Verification.TRIES - one.wrong(),
        one.state() == State.VERIFIED
            ? told.map(transcript -> CallProof.of(one, transcript, known, address, now))
            : Optional.empty(),
        one.isWindowOpen(counted),
        one.message().map(message -> sent(message, now)).orElse(""),
        one.offline());
  }

  private static String sent(Message message, Instant now) {
    return message
        .readAt()
        .map(at -> "The laptop has taken it, " + Moment.of(at, now).ago() + ".")
        .orElse("The laptop has not taken it yet.");
  }

  /** Whether the page should look again by itself. */
  public boolean waits() {
    return (state.isUnanswered() && offline.isEmpty())
        || (window && sent.startsWith("The laptop has not"));
  }

  /** Digits as they are read out. */
  public static String pairs(String digits) {
    return digits.replaceAll("(?<=\\d)(?=(\\d\\d)+$)", " ");
  }

  /** What it says at a glance. */
  public String headline() {
    return switch (state) {
      case OPEN -> offline.isPresent() ? "The laptop has no network." : "Waiting for the laptop.";
      case SHOWN -> offline.isPresent() ? "The laptop has no network." : "The laptop shows it.";
      case SIGNED -> "The laptop has signed. Type the code.";
      case VERIFIED ->
          proof.filter(one -> one.doubts().isEmpty()).isPresent()
              ? "Verified."
              : "Verified, with doubts.";
      case VERIFIED_OFFLINE -> "Verified without a network.";
      case DENIED -> "The user says that this is not theirs.";
      case LOCKED -> "Locked: three codes were wrong.";
      case CANCELLED -> "Taken back.";
      case EXPIRED -> "Its time is up.";
    };
  }

  /** One, for programs; what the laptop signed only where it is proven. */
  public static Map<String, Object> json(
      Verification one, Optional<Transcript> told, Instant counted) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", one.id());
    json.put("device", one.device());
    json.put("technician", one.tech());
    json.put("purpose", Word.of(one.ask().purpose()));
    json.put("ticket", one.ask().ticket());
    json.put("called", Word.of(one.ask().called()));
    json.put("openedAt", one.openedAt().toString());
    json.put("state", Word.of(one.at(counted)));
    json.put("wrong", one.wrong());
    if (one.at(counted).isLive()) {
      json.put("words", one.words());
      json.put("seconds", one.left(counted));
    }
    told.filter(transcript -> one.state() == State.VERIFIED)
        .ifPresent(transcript -> json.put("told", told(transcript)));
    return json;
  }

  private static Map<String, Object> told(Transcript transcript) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("account", transcript.account());
    json.put("session", Word.of(transcript.session()));
    json.put("called", Word.of(transcript.called()));
    json.put("at", transcript.at().toString());
    json.put("skewSeconds", transcript.skewSeconds());
    transcript
        .place()
        .ifPresent(spot -> {
          json.put("place", Word.of(spot.place().kind()));
          json.put("standing", Word.of(spot.place().standing()));
        });
    return json;
  }
}
