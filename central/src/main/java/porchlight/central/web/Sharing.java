package porchlight.central.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import porchlight.central.accounts.Where;
import porchlight.central.json.Json;
import porchlight.central.json.ShareFile;
import porchlight.central.json.Unreadable;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.Organisation;
import porchlight.central.ledger.Sight;
import porchlight.central.people.Act;
import porchlight.central.people.Person;
import porchlight.central.people.Viewer;
import porchlight.central.remarks.Advice;
import porchlight.central.remarks.Redaction;
import porchlight.central.remarks.Remark;
import porchlight.central.remarks.Subject;
import porchlight.central.signing.Digests;
import porchlight.central.signing.SigningKey;
import porchlight.central.views.Counted;

/**
 * Advice for other MSPs, and from them: notes about checks, which name no client. What was taken in
 * is not given on.
 */
final class Sharing {
  private static final String ELSEWHERE = "another MSP, ";
  private final Ledger ledger;
  private final Supplier<List<SigningKey>> keys;
  private final Callers callers;

  Sharing(Ledger ledger, Supplier<List<SigningKey>> keys, Callers callers) {
    this.ledger = ledger;
    this.keys = keys;
    this.callers = callers;
  }

  void give(Context ctx, Viewer viewer) {
    List<Remark> notes = ledger.notebook(viewer).advice(callers.clock().instant(), ELSEWHERE);
    Redaction redaction =
        new Redaction(notes.isEmpty() ? List.of() : names(ledger.seenBy(viewer), notes));
    List<Advice> advice =
        notes.stream()
            .map(note ->
                new Advice(note.subject().check().orElseThrow(), redaction.of(note.words())))
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
    Where where = callers.where(ctx);
    ledger
        .notebook(viewer)
        .add(
            advice.stream().map(one -> remark(one, from, where.now())).toList(),
            where.deed(
                viewer.who(),
                Act.CHANGED,
                "the notes",
                "took in " + Counted.of(advice.size(), "note") + " of " + from));
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

  /** Everything that central calls somebody or something; ids look like what they are. */
  private List<String> names(Sight sight, List<Remark> notes) {
    return Stream.of(
            sight.organisations().stream().map(Organisation::name),
            sight.names().stream(),
            ledger.register().people().stream().map(Person::name),
            notes.stream().map(Remark::author))
        .flatMap(names -> names)
        .toList();
  }
}
