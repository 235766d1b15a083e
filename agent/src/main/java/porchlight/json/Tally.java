package porchlight.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;

/**
 * What is to be said of reports that were lost, until central has heard it.
 *
 * @param all everything since enrolment
 * @param told what an accepted report has said of it
 * @param teller the newest report that says it, and what that one says
 * @param leaving files of the spool that are counted already and may still lie there
 * @param handed what the process that stays has counted, as far as it is among all
 */
public record Tally(
    Totals all,
    Totals told,
    Optional<Teller> teller,
    List<String> leaving,
    Optional<Handed> handed) {
  static final Tally NONE =
      new Tally(Totals.NONE, Totals.NONE, Optional.empty(), List.of(), Optional.empty());

  public Tally {
    leaving = List.copyOf(leaving);
  }

  /** A report, and what it says was lost. */
  public record Teller(UUID report, Totals says) {}

  /** What a process has counted since that start of it. */
  public record Handed(UUID start, Totals lost) {}

  public Tally plus(Totals more) {
    return new Tally(all.plus(more), told, teller, leaving, handed);
  }

  /** Counts files that will be gone; counted once, whenever the power goes. */
  public Tally losing(List<String> files, Totals more) {
    var both = new ArrayList<>(leaving);
    both.addAll(files);
    return new Tally(all.plus(more), told, teller, both, handed);
  }

  /** Adds what a process has counted since that start, and is not yet among all. */
  public Tally handed(UUID start, Totals lost) {
    var before =
        handed.filter(known -> known.start().equals(start)).map(Handed::lost).orElse(Totals.NONE);
    return new Tally(
        all.plus(lost.minus(before)), told, teller, leaving, Optional.of(new Handed(start, lost)));
  }

  /** Once what was counted is gone. */
  public Tally gone() {
    return new Tally(all, told, teller, List.of(), handed);
  }

  /** What nobody has heard yet, for the device that this laptop becomes to say. */
  Tally carried() {
    return new Tally(all.minus(told), Totals.NONE, Optional.empty(), leaving, handed);
  }

  /** Whether central has not heard all of it. */
  public boolean untold() {
    return !all.equals(told);
  }

  /** That report says all of it. */
  public Tally toldBy(UUID report) {
    return new Tally(all, told, Optional.of(new Teller(report, all)), leaving, handed);
  }

  /** Central has that report. */
  public Tally heard(UUID report) {
    return teller.filter(known -> known.report().equals(report)).isPresent()
        ? new Tally(all, teller.get().says(), Optional.empty(), leaving, handed)
        : this;
  }

  JsonObject json() {
    var out = new JsonObject().put("all", all.json()).put("told", told.json());
    teller.ifPresent(known ->
        out.put(
            "teller",
            new JsonObject()
                .put("report", known.report().toString())
                .put("says", known.says().json())));
    handed.ifPresent(known ->
        out.put(
            "handed",
            new JsonObject()
                .put("start", known.start().toString())
                .put("lost", known.lost().json())));
    return out.putTexts("leaving", leaving);
  }

  static Tally of(Json.Obj object) {
    return new Tally(
        Totals.of(object, "all"),
        Totals.of(object, "told"),
        object
            .get("teller")
            .flatMap(Json::asObject)
            .flatMap(teller ->
                teller
                    .text("report")
                    .flatMap(Replies::uuid)
                    .map(report -> new Teller(report, Totals.of(teller, "says")))),
        object.get("leaving").flatMap(Json::asItems).orElse(List.of()).stream()
            .flatMap(item -> item.asText().stream())
            .toList(),
        object
            .get("handed")
            .flatMap(Json::asObject)
            .flatMap(handed ->
                handed
                    .text("start")
                    .flatMap(Replies::uuid)
                    .map(start -> new Handed(start, Totals.of(handed, "lost")))));
  }
}
