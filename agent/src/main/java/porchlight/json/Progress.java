package porchlight.json;

import java.time.Instant;
import java.util.Optional;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;
import porchlight.json.tree.JsonText;

/**
 * How far the talk with central has come: {@code delivery.json} in the state folder. Losing it
 * costs one full report.
 *
 * @param reportSeconds the cadence that central asked for last
 * @param failures sends that failed since one last succeeded
 * @param notBefore when the next send is due after a failure
 * @param ordered whether central itself asked to wait that long
 * @param stopped why central will not hear from this device again until it is enrolled anew
 * @param fullWanted whether central asked for a full report
 * @param lastFull the newest full report that was made
 * @param dropped reports that the spool had to drop unsent, since enrolment
 * @param lastAccepted when central last took a report
 */
public record Progress(
    Optional<Integer> reportSeconds,
    int failures,
    Optional<Instant> notBefore,
    boolean ordered,
    Optional<String> stopped,
    boolean fullWanted,
    Optional<LastFull> lastFull,
    long dropped,
    Optional<Instant> lastAccepted) {

  /** Where a device begins. */
  public static final Progress NONE =
      new Progress(
          Optional.empty(),
          0,
          Optional.empty(),
          false,
          Optional.empty(),
          false,
          Optional.empty(),
          0,
          Optional.empty());

  /** A full report: {@code unchanged} may name it once central has {@code accepted} it. */
  public record LastFull(String digest, long sequence, Instant at, boolean accepted) {
    /** The same report, once central has it. */
    public LastFull taken() {
      return new LastFull(digest, sequence, at, true);
    }
  }

  public String text() {
    var out = new JsonObject();
    reportSeconds.ifPresent(seconds -> out.put("reportSeconds", seconds));
    out.put("failures", failures)
        .putText("notBefore", notBefore.map(Instant::toString))
        .put("ordered", ordered)
        .putText("stopped", stopped)
        .put("fullWanted", fullWanted);
    lastFull.ifPresent(full ->
        out.put(
            "lastFull",
            new JsonObject()
                .put("digest", full.digest())
                .put("sequence", full.sequence())
                .put("at", full.at().toString())
                .put("accepted", full.accepted())));
    out.put("dropped", dropped).putText("lastAccepted", lastAccepted.map(Instant::toString));
    return JsonText.pretty(out.build());
  }

  /** What that text says; what is damaged in it is as if it had not been. */
  public static Progress of(String text) {
    return Replies.object(text).map(Progress::read).orElse(NONE);
  }

  private static Progress read(Json.Obj object) {
    return new Progress(
        Replies.whole(object, "reportSeconds").map(seconds -> Math.clamp(seconds, 60, 86_400)),
        Replies.whole(object, "failures").map(count -> Math.clamp(count, 0, 1000)).orElse(0),
        object.text("notBefore").flatMap(Replies::instant),
        Replies.truth(object, "ordered").orElse(false),
        object.text("stopped"),
        Replies.truth(object, "fullWanted").orElse(false),
        object.get("lastFull").flatMap(Json::asObject).flatMap(Progress::lastFull),
        Replies.whole(object, "dropped").orElse(0L),
        object.text("lastAccepted").flatMap(Replies::instant));
  }

  private static Optional<LastFull> lastFull(Json.Obj object) {
    var digest = object.text("digest");
    var sequence = Replies.whole(object, "sequence");
    var at = object.text("at").flatMap(Replies::instant);
    if (digest.isEmpty() || sequence.isEmpty() || at.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LastFull(
            digest.get(),
            sequence.get(),
            at.get(),
            Replies.truth(object, "accepted").orElse(false)));
  }

  /** Where a device begins that central wants to hear from so often. */
  public Progress enrolled(int seconds) {
    return new Progress(
        Optional.of(seconds),
        failures,
        notBefore,
        ordered,
        stopped,
        fullWanted,
        lastFull,
        dropped,
        lastAccepted);
  }

  /** After a send that central took. */
  public Progress succeeded(Instant now, int seconds, boolean wantsFull) {
    return new Progress(
        Optional.of(seconds),
        0,
        Optional.empty(),
        false,
        Optional.empty(),
        wantsFull,
        lastFull,
        dropped,
        Optional.of(now));
  }

  /** After one that failed. */
  public Progress failed(Instant until, boolean byCentral) {
    return new Progress(
        reportSeconds,
        failures + 1,
        Optional.of(until),
        byCentral,
        stopped,
        fullWanted,
        lastFull,
        dropped,
        lastAccepted);
  }

  /** After central said that it does not want to hear from this device again. */
  public Progress stopped(String why) {
    return new Progress(
        reportSeconds,
        failures,
        Optional.empty(),
        false,
        Optional.of(why),
        fullWanted,
        lastFull,
        dropped,
        lastAccepted);
  }

  /** With another newest full report. */
  public Progress with(LastFull full) {
    return new Progress(
        reportSeconds,
        failures,
        notBefore,
        ordered,
        stopped,
        fullWanted,
        Optional.of(full),
        dropped,
        lastAccepted);
  }

  /** With that many more reports dropped. */
  public Progress dropped(long more) {
    return new Progress(
        reportSeconds,
        failures,
        notBefore,
        ordered,
        stopped,
        fullWanted,
        lastFull,
        dropped + more,
        lastAccepted);
  }
}
