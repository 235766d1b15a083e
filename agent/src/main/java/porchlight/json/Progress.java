package porchlight.json;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;
import porchlight.json.tree.JsonText;

/**
 * How far the talk with central has come: {@code delivery.json} in the state folder. Losing it
 * costs one full report, and what was counted.
 *
 * @param device whose talk it is; none before the first enrolment
 */
public record Progress(
    Optional<UUID> device,
    Asked asked,
    Waits waits,
    Tally tally,
    Optional<LastFull> lastFull,
    Optional<Counted> counted,
    Optional<SkewNote> skew,
    Optional<PolicyRefused> policyRefused) {

  /** Where a device begins. */
  public static final Progress NONE =
      new Progress(
          Optional.empty(),
          Asked.NOTHING,
          Waits.NONE,
          Tally.NONE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public String text() {
    var out =
        new JsonObject()
            .putText("device", device.map(UUID::toString))
            .put("asked", asked.json())
            .put("sending", sending().json())
            .put("joining", joining().json())
            .put("asking", asking().json())
            .put("tally", tally.json());
    lastFull.ifPresent(full -> out.put("lastFull", full.json()));
    counted.ifPresent(time -> out.put("counted", time.json()));
    skew.ifPresent(note -> out.put("skew", note.json()));
    policyRefused.ifPresent(refused -> out.put("policyRefused", refused.json()));
    return JsonText.pretty(out.build());
  }

  /** What that text says; what is damaged in it is as if it had not been. */
  public static Progress of(String text) {
    return Replies.object(text).map(Progress::read).orElse(NONE);
  }

  private static Progress read(Json.Obj object) {
    return new Progress(
        object.text("device").flatMap(Replies::uuid),
        part(object, "asked").map(Asked::of).orElse(Asked.NOTHING),
        new Waits(sends(object, "sending"), sends(object, "joining"), sends(object, "asking")),
        part(object, "tally").map(Tally::of).orElse(Tally.NONE),
        part(object, "lastFull").flatMap(LastFull::of),
        part(object, "counted").flatMap(Counted::of),
        part(object, "skew").flatMap(SkewNote::of),
        part(object, "policyRefused").flatMap(PolicyRefused::of));
  }

  private static Sending sends(Json.Obj object, String name) {
    return part(object, name).map(Sending::of).orElse(Sending.NONE);
  }

  private static Optional<Json.Obj> part(Json.Obj object, String name) {
    return object.get(name).flatMap(Json::asObject);
  }

  public Sending sending() {
    return waits.sending();
  }

  public Sending joining() {
    return waits.joining();
  }

  public Sending asking() {
    return waits.asking();
  }

  /** Where a device begins, with what is known of time and what nobody has heard of losses. */
  public Progress begun(UUID who, Asked first) {
    return new Progress(
        Optional.of(who),
        first,
        Waits.NONE,
        tally.carried(),
        Optional.empty(),
        counted,
        skew,
        Optional.empty());
  }

  /** Whose talk it is. */
  public Progress of(UUID who) {
    return new Progress(
        Optional.of(who), asked, waits, tally, lastFull, counted, skew, policyRefused);
  }

  public Progress asked(Function<Asked, Asked> change) {
    return new Progress(
        device, change.apply(asked), waits, tally, lastFull, counted, skew, policyRefused);
  }

  public Progress sending(UnaryOperator<Sending> change) {
    return with(waits.sending(change));
  }

  public Progress joining(UnaryOperator<Sending> change) {
    return with(waits.joining(change));
  }

  public Progress asking(UnaryOperator<Sending> change) {
    return with(waits.asking(change));
  }

  private Progress with(Waits now) {
    return new Progress(device, asked, now, tally, lastFull, counted, skew, policyRefused);
  }

  public Progress tally(Function<Tally, Tally> change) {
    return new Progress(
        device, asked, waits, change.apply(tally), lastFull, counted, skew, policyRefused);
  }

  /** With another newest full report. */
  public Progress with(LastFull full) {
    return new Progress(
        device, asked, waits, tally, Optional.of(full), counted, skew, policyRefused);
  }

  /** With the time of now. */
  public Progress with(Counted now) {
    return new Progress(
        device, asked, waits, tally, lastFull, Optional.of(now), skew, policyRefused);
  }

  /** With how far central's clock is ahead. */
  public Progress with(SkewNote note) {
    return new Progress(
        device, asked, waits, tally, lastFull, counted, Optional.of(note), policyRefused);
  }

  /** With the policy that was kept out last, or none once a later one was taken. */
  public Progress refused(Optional<PolicyRefused> refused) {
    return new Progress(device, asked, waits, tally, lastFull, counted, skew, refused);
  }
}
