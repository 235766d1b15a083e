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
 */
public record Tally(Totals all, Totals told, Optional<Teller> teller, List<String> leaving) {
  static final Tally NONE = new Tally(Totals.NONE, Totals.NONE, Optional.empty(), List.of());

  public Tally {
    leaving = List.copyOf(leaving);
  }

  /** A report, and what it says was lost. */
  public record Teller(UUID report, Totals says) {}

  public Tally plus(Totals more) {
    return new Tally(all.plus(more), told, teller, leaving);
  }

  /** Counts files that will be gone; counted once, whenever the power goes. */
  public Tally losing(List<String> files, Totals more) {
    var both = new ArrayList<>(leaving);
    both.addAll(files);
    return new Tally(all.plus(more), told, teller, both);
  }

  /** Once what was counted is gone. */
  public Tally gone() {
    return new Tally(all, told, teller, List.of());
  }

  /** What nobody has heard yet, for the device that this laptop becomes to say. */
  Tally carried() {
    return new Tally(all.minus(told), Totals.NONE, Optional.empty(), leaving);
  }

  /** Whether central has not heard all of it. */
  public boolean untold() {
    return !all.equals(told);
  }

  /** That report says all of it. */
  public Tally toldBy(UUID report) {
    return new Tally(all, told, Optional.of(new Teller(report, all)), leaving);
  }

  /** Central has that report. */
  public Tally heard(UUID report) {
    return teller.filter(known -> known.report().equals(report)).isPresent()
        ? new Tally(all, teller.get().says(), Optional.empty(), leaving)
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
            .toList());
  }
}
