package porchlight.central.web;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import porchlight.central.json.Json;
import porchlight.central.ledger.DayStand;
import porchlight.central.people.Viewer;
import porchlight.central.views.ChecksPage;
import porchlight.central.views.DevicePage;
import porchlight.central.views.Frame;
import porchlight.central.views.Heard;
import porchlight.central.views.Life;
import porchlight.central.views.ListPage;
import porchlight.central.views.Morning;
import porchlight.central.views.OrganisationPage;
import porchlight.central.views.OrganisationsPage;
import porchlight.central.views.PlacePage;
import porchlight.central.views.Roster;
import porchlight.central.views.Section;
import porchlight.central.views.Tone;
import porchlight.central.views.Trend;

/** The pages that people read. */
final class Reading {
  private static final Duration TREND = Duration.ofDays(30);
  private static final int LONGEST_QUERY = 200;
  private final Roster.Call roll;
  private final Pages pages;

  Reading(Roster.Call roll, Pages pages) {
    this.roll = roll;
    this.pages = pages;
  }

  void morning(Context ctx, Viewer viewer) {
    Roster now = roll.by(viewer);
    int days = number(ctx, "days", 1);
    Morning morning =
        Morning.of(
            now.overview(), Morning.SPANS.contains(days) ? days : 1, now.now(), now.counted());
    List<DayStand> kept = now.overview().days(now.now().minus(TREND));
    show(
        ctx,
        "morning.jte",
        frame(Section.MORNING, now),
        Map.of("morning", morning, "trend", Trend.of("/v1/trend", kept, morning.score())));
  }

  void organisations(Context ctx, Viewer viewer) {
    page(
        ctx,
        viewer,
        "organisations.jte",
        Section.ORGANISATIONS,
        now ->
            OrganisationsPage.of(now.overview(), number(ctx, "page", 1), now.now(), now.counted()));
  }

  void organisation(Context ctx, Viewer viewer) {
    found(
        ctx,
        viewer,
        "organisation.jte",
        Section.ORGANISATIONS,
        now ->
            OrganisationPage.of(
                now.overview(),
                ctx.pathParam("organisation"),
                number(ctx, "page", 1),
                now.now(),
                now.counted()));
  }

  void devices(Context ctx, Viewer viewer) {
    Tone tone =
        Arrays.stream(Tone.values())
            .filter(one -> one.css().equals(ctx.queryParam("tone")))
            .findFirst()
            .orElse(Tone.UNSAFE);
    page(
        ctx,
        viewer,
        "list.jte",
        Section.ORGANISATIONS,
        now -> ListPage.of(now.overview(), tone, number(ctx, "page", 1), now.now(), now.counted()));
  }

  void search(Context ctx, Viewer viewer) {
    Roster now = roll.by(viewer);
    String asked = Optional.ofNullable(ctx.queryParam("q")).orElse("");
    String query = asked.substring(0, Math.min(LONGEST_QUERY, asked.length()));
    String link = "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&page=";
    show(
        ctx,
        "list.jte",
        Frame.still(Section.SEARCH, now.now()),
        Map.of(
            "page",
            ListPage.of(
                now.overview(), query, link, number(ctx, "page", 1), now.now(), now.counted())));
  }

  void checks(Context ctx, Viewer viewer) {
    page(
        ctx, viewer, "checks.jte", Section.CHECKS, now -> ChecksPage.of(now.overview(), now.now()));
  }

  void check(Context ctx, Viewer viewer) {
    found(
        ctx,
        viewer,
        "check.jte",
        Section.CHECKS,
        now ->
            ChecksPage.one(
                now.overview(),
                ctx.pathParam("check"),
                number(ctx, "page", 1),
                now.now(),
                now.counted()));
  }

  void places(Context ctx, Viewer viewer) {
    page(
        ctx,
        viewer,
        "places.jte",
        Section.PLACES,
        now -> PlacePage.all(now.overview(), number(ctx, "page", 1)));
  }

  void place(Context ctx, Viewer viewer) {
    found(
        ctx,
        viewer,
        "place.jte",
        Section.PLACES,
        now ->
            PlacePage.of(
                now.overview(),
                ctx.pathParam("organisation"),
                ctx.pathParam("place"),
                number(ctx, "page", 1),
                now.now(),
                now.counted()));
  }

  void device(Context ctx, Viewer viewer) {
    Roster now = roll.by(viewer);
    String id = ctx.pathParam("device");
    Optional<Heard> heard = now.device(id);
    if (heard.isEmpty()) {
      pages.notFound(ctx);
      return;
    }
    show(
        ctx,
        "device.jte",
        frame(Section.ORGANISATIONS, now),
        Map.of(
            "page",
            DevicePage.of(now.sight(), heard.get()),
            "life",
            Life.of(now.overview(), id, now.now())));
  }

  void trend(Context ctx, Viewer viewer) {
    Roster now = roll.by(viewer);
    String organisation = ctx.queryParam("organisation");
    List<DayStand> days =
        organisation == null
            ? now.overview().days(now.now().minus(TREND))
            : now.overview().days(now.now().minus(TREND), organisation);
    ctx.contentType("application/json").result(Json.write(Trend.json(days)));
  }

  private static Frame frame(Section section, Roster now) {
    return Frame.live(section, now.now());
  }

  /** A page for everybody: of what this viewer may see. */
  private void page(
      Context ctx, Viewer viewer, String template, Section section, Function<Roster, Object> page) {
    Roster now = roll.by(viewer);
    show(ctx, template, frame(section, now), Map.of("page", page.apply(now)));
  }

  /** A page of something that may not be there, or not for this viewer. */
  private void found(
      Context ctx,
      Viewer viewer,
      String template,
      Section section,
      Function<Roster, Optional<?>> page) {
    Roster now = roll.by(viewer);
    page.apply(now)
        .ifPresentOrElse(
            one -> show(ctx, template, frame(section, now), Map.of("page", one)),
            () -> pages.notFound(ctx));
  }

  private static void show(Context ctx, String template, Frame frame, Map<String, Object> more) {
    Map<String, Object> model = new LinkedHashMap<>(more);
    model.put("frame", frame);
    Templates.show(ctx, 200, template, model);
  }

  /** A whole number from 0 to 999,999,999 in the query; what is none counts as not said. */
  private static int number(Context ctx, String name, int fallback) {
    String text = ctx.queryParam(name);
    return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : fallback;
  }
}
