package porchlight.central.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import porchlight.central.json.Json;
import porchlight.central.json.ShareFile;
import porchlight.central.json.Unreadable;
import porchlight.central.ledger.Device;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.Organisation;
import porchlight.central.ledger.Sight;
import porchlight.central.people.Viewer;
import porchlight.central.remarks.Advice;
import porchlight.central.remarks.Redaction;
import porchlight.central.remarks.Remark;
import porchlight.central.remarks.Subject;
import porchlight.central.signing.Digests;
import porchlight.central.signing.SigningKey;

/**
 * Advice for other MSPs, and from them: notes about checks, which name no client. What was taken in
 * is not given on.
 */
final class Sharing {
  private static final String ELSEWHERE = "another MSP, ";
  private final Ledger ledger;
  private final Supplier<List<SigningKey>> keys;
  private final InstantSource clock;

  Sharing(Ledger ledger, Supplier<List<SigningKey>> keys, InstantSource clock) {
    this.ledger = ledger;
    this.keys = keys;
    this.clock = clock;
  }

  void give(Context ctx, Viewer viewer) {
    List<Remark> remarks = ledger.notebook(viewer).holding(clock.instant());
    Redaction redaction = new Redaction(names(ledger.seenBy(viewer), remarks));
    List<Advice> advice =
        remarks.stream()
            .filter(Sharing::isAdvice)
            .map(remark ->
                new Advice(remark.subject().check().orElseThrow(), redaction.of(remark.words())))
            .toList();
    ctx.contentType("application/json")
        .header("Content-Disposition", "attachment; filename=\"porchlight-share.json\"")
        .result(ShareFile.write(advice, keys.get().getFirst()));
  }

  /** Takes a bundle in, from whom it is expected; what is known already stays as it is. */
  void take(Context ctx, Viewer viewer) {
    if (!String.valueOf(ctx.contentType()).startsWith("application/json")) {
      Problem.answer(ctx, 415, "json-expected", "send Content-Type: application/json");
      return;
    }
    String from = Optional.ofNullable(ctx.queryParam("from")).orElse("");
    List<Advice> advice;
    try {
      advice = ShareFile.read(ctx.bodyAsBytes(), from);
    } catch (Unreadable e) {
      Problem.answer(ctx, 400, "invalid", e.detail());
      return;
    }
    Instant now = clock.instant();
    for (Advice one : advice) {
      ledger.notebook(viewer).add(remark(one, from, now));
    }
    ctx.contentType("application/json").result(Json.write(Map.of("taken", advice.size())));
  }

  private static Remark remark(Advice advice, String from, Instant now) {
    return new Remark(
        Digests.ofText(from + "\n" + advice.check() + "\n" + advice.words()),
        Remark.Kind.NOTE,
        new Subject(
            Optional.empty(),
            Optional.empty(),
            Optional.of(advice.check()),
            Optional.empty(),
            Optional.empty()),
        advice.words(),
        ELSEWHERE + from.substring(0, 8),
        now,
        Optional.empty());
  }

  private static boolean isAdvice(Remark remark) {
    Subject subject = remark.subject();
    return remark.kind() == Remark.Kind.NOTE
        && subject.check().isPresent()
        && subject.organisation().isEmpty()
        && subject.device().isEmpty()
        && subject.place().isEmpty()
        && subject.seen().isEmpty()
        && !remark.author().startsWith(ELSEWHERE);
  }

  private static List<String> names(Sight sight, List<Remark> remarks) {
    List<String> names = new ArrayList<>();
    for (Organisation organisation : sight.organisations()) {
      names.add(organisation.name());
      names.add(organisation.id());
    }
    for (Device device : sight.devices()) {
      device.name().ifPresent(names::add);
      names.add(device.id());
    }
    remarks.forEach(remark -> names.add(remark.author()));
    return names;
  }
}
