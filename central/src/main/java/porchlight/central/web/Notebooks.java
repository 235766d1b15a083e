package porchlight.central.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import porchlight.central.accounts.Where;
import porchlight.central.json.ContentReader;
import porchlight.central.json.Json;
import porchlight.central.json.RemarkReader;
import porchlight.central.json.Unreadable;
import porchlight.central.ledger.Device;
import porchlight.central.ledger.Kin;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.Notebook;
import porchlight.central.ledger.Organisation;
import porchlight.central.ledger.Shared;
import porchlight.central.ledger.Sight;
import porchlight.central.people.Act;
import porchlight.central.people.Role;
import porchlight.central.people.Viewer;
import porchlight.central.remarks.Remark;
import porchlight.central.remarks.Subject;
import porchlight.central.reports.Word;
import porchlight.central.views.Peers;
import porchlight.central.views.RemarkView;
import porchlight.central.views.Roster;

/**
 * Comparing notes, for programs: remarks, what many devices share, and a client beside the others.
 */
final class Notebooks {
  private static final int MOST_SHARED = 50;
  private static final int MOST_SHOWING = 20;
  private final Ledger ledger;
  private final Roster.Call roll;
  private final Callers callers;

  Notebooks(Ledger ledger, Roster.Call roll, Callers callers) {
    this.ledger = ledger;
    this.roll = roll;
    this.callers = callers;
  }

  /** Remarks that hold; with a device, those that fit it. */
  void list(Context ctx, Viewer viewer) {
    Sight sight = ledger.seenBy(viewer);
    Instant now = callers.clock().instant();
    String device = ctx.queryParam("device");
    List<Remark> remarks =
        device == null
            ? ledger.notebook(viewer).holding(now)
            : RemarkView.fitting(
                sight.remarks(device, now), sight.content(device).map(ContentReader::read));
    answer(ctx, Map.of("remarks", remarks.stream().map(RemarkView::json).toList()));
  }

  /** Writes one down. Only JSON is taken: no form of another site can send that unasked. */
  void add(Context ctx, Viewer viewer) {
    if (!String.valueOf(ctx.contentType()).startsWith("application/json")) {
      Problem.answer(ctx, 415, "json-expected", "send Content-Type: application/json");
      return;
    }
    switch (write(ctx.bodyAsBytes(), viewer, callers.where(ctx))) {
      case Written.Kept(var remark) -> {
        ctx.status(201);
        answer(ctx, RemarkView.json(remark));
      }
      case Written.Wrong(var why) -> Problem.answer(ctx, 400, "invalid", why);
      case Written.Nowhere() ->
          Problem.answer(ctx, 404, "not-found", "no such device or organisation");
    }
  }

  /** What became of a remark. */
  sealed interface Written {
    /** It is written down. */
    record Kept(Remark remark) implements Written {}

    /** It is none. */
    record Wrong(String why) implements Written {}

    /** It is about what is not there. */
    record Nowhere() implements Written {}
  }

  /** Writes down what a body says, in somebody's name. */
  Written write(byte[] body, Viewer viewer, Where where) {
    Remark remark;
    try {
      remark = RemarkReader.read(body, UUID.randomUUID().toString(), viewer.who(), where.now());
    } catch (Unreadable e) {
      return new Written.Wrong(e.detail());
    }
    Optional<Remark> whole = placed(remark, viewer);
    if (whole.isEmpty()) {
      return new Written.Nowhere();
    }
    ledger
        .notebook(viewer)
        .add(
            List.of(whole.get()),
            where.deed(
                viewer.who(),
                Act.CHANGED,
                "remark " + remark.id(),
                Word.of(remark.kind()) + " about " + whole.get().subject().told()));
    return new Written.Kept(whole.get());
  }

  /** A remark about a device is its organisation's. */
  private Optional<Remark> placed(Remark remark, Viewer viewer) {
    Subject subject = remark.subject();
    Optional<String> organisation = subject.organisation();
    if (subject.device().isPresent()) {
      Optional<String> owner =
          ledger
              .seenBy(viewer)
              .device(subject.device().get())
              .map(Device::organisation)
              .map(Organisation::id);
      if (owner.isEmpty() || (organisation.isPresent() && !organisation.equals(owner))) {
        return Optional.empty();
      }
      organisation = owner;
    } else if (organisation.isPresent()) {
      String id = organisation.get();
      if (ledger.seenBy(viewer).organisations().stream().noneMatch(one -> one.id().equals(id))) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Remark(
            remark.id(),
            remark.kind(),
            new Subject(
                organisation, subject.device(), subject.check(), subject.place(), subject.seen()),
            remark.words(),
            remark.author(),
            remark.at(),
            remark.expires()));
  }

  void end(Context ctx, Viewer viewer) {
    if (end(ctx.pathParam("remark"), viewer, callers.where(ctx))) {
      ctx.status(204);
    } else {
      Problem.answer(ctx, 404, "not-found", "no such remark");
    }
  }

  /** Ends a remark in somebody's name; false when there is none of this id that holds. */
  boolean end(String remark, Viewer viewer, Where where) {
    return ledger
        .notebook(viewer)
        .end(remark, where.deed(viewer.who(), Act.CHANGED, "remark " + remark, "ended"));
  }

  /** The same thing on many devices. */
  void shared(Context ctx, Viewer viewer) {
    Notebook notebook = ledger.notebook(viewer);
    List<Object> cards =
        notebook.shared(MOST_SHARED).stream().map(card -> card(card, notebook)).toList();
    answer(ctx, Map.of("shared", cards));
  }

  private static Object card(Shared card, Notebook notebook) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("seen", card.seen());
    json.put("check", card.sighting().check());
    json.put("name", card.sighting().name());
    json.put("value", card.sighting().value());
    json.put("devices", card.devices());
    json.put("organisations", card.organisations());
    json.put(
        "on", notebook.showing(card.seen(), MOST_SHOWING).stream().map(Kin.Relative::id).toList());
    return json;
  }

  /** One client beside the others, who stay nameless. */
  void peers(Context ctx, Viewer viewer) {
    String organisation = ctx.pathParam("organisation");
    if (ledger.seenBy(viewer).organisations().stream()
        .noneMatch(one -> one.id().equals(organisation))) {
      Problem.answer(ctx, 404, "not-found", "no such organisation");
      return;
    }
    Viewer all = Viewer.of(viewer.who(), Role.TECH);
    Peers peers = Peers.of(organisation, roll.by(all).stands());
    Map<String, Object> json = new LinkedHashMap<>();
    peers.share().ifPresent(share -> json.put("safePercent", share));
    peers
        .others()
        .ifPresent(others -> {
          json.put("others", others(others, viewer.role()));
        });
    answer(ctx, json);
  }

  /** A client learns neither how many others there are nor what is so of a single one. */
  private static Map<String, Object> others(Peers.Others exact, Role role) {
    Map<String, Object> json = new LinkedHashMap<>();
    Peers.Others shown =
        switch (role) {
          case ADMIN, TECH -> {
            json.put("organisations", exact.organisations());
            yield exact;
          }
          case CLIENT -> exact.rounded();
        };
    json.put("lower", shown.lower());
    json.put("middle", shown.middle());
    json.put("upper", shown.upper());
    return json;
  }

  private static void answer(Context ctx, Map<String, Object> json) {
    ctx.contentType("application/json").result(Json.write(json));
  }
}
