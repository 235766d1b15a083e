package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import porchlight.central.presence.Deadlines;
import porchlight.central.presence.News;
import porchlight.central.presence.Presence;
import porchlight.central.presence.Step;
import porchlight.central.presence.Voice;
import porchlight.central.presence.Watch;
import porchlight.central.presence.Watched;
import porchlight.central.reports.Goodbye;
import porchlight.central.reports.Word;

/**
 * How devices stand as to being heard, in their rows, and who is told when that changes: each piece
 * of news once, in the transaction that notes it.
 */
final class Presences {
  /** Who may not report is seen to fall silent like others, but nobody is told of it. */
  private static final int ALL_TOLD = Step.values().length;

  private Presences() {}

  /** Looks who has fallen silent; central's own absence must be noted before. */
  static void look(Sql sql, Heart heart) throws SQLException {
    Map<String, Integer> open = new HashMap<>();
    sql.list(
        "select organisation, step from silence",
        row -> open.put(row.text("organisation"), (int) row.number("step")));
    Watch.Seen seen =
        Watch.look(watched(sql), open, new Deadlines(Uptime.outages(sql)), heart.counted());
    List<@Nullable Object[]> moves = new ArrayList<>();
    for (Watch.Move move : seen.moves()) {
      moves.add(new Object[] {Word.of(move.to()), (long) move.told(), move.device()});
    }
    sql.updateAll("update device set presence = ?, silence_step = ? where id = ?", moves);
    for (News news : seen.news()) {
      tell(sql, news, heart.wall());
    }
  }

  private static List<Watched> watched(Sql sql) throws SQLException {
    return sql.list(
        "select id, organisation, standing, presence, silence_step, heard_at, cadence_seconds,"
            + " goodbye, returned_at from device"
            + " where standing <> 'retired' or presence <> 'retired'",
        row ->
            new Watched(
                row.text("id"),
                row.text("organisation"),
                voice(row),
                row.word(Presence.class, "presence"),
                row.word(Standing.class, "standing") == Standing.ACTIVE
                    ? (int) row.number("silence_step")
                    : ALL_TOLD));
  }

  /** The voice of a device, from its row. */
  static Voice voice(Row row) throws SQLException {
    return new Voice(
        row.maybeTime("heard_at"),
        Duration.ofSeconds(row.number("cadence_seconds")),
        row.maybeText("goodbye").equals(Optional.of(Word.of(Goodbye.Reason.SHUTDOWN))),
        row.word(Standing.class, "standing") == Standing.RETIRED,
        row.maybeTime("returned_at"));
  }

  private static void tell(Sql sql, News news, Instant at) throws SQLException {
    switch (news) {
      case News.DeviceSilent(var device, var organisation, var step, var quiet) ->
          Events.ofDevice(
              sql,
              at,
              device,
              Event.Kind.DEVICE_SILENT,
              Map.of("after", step.word(), "quietSeconds", Long.toString(quiet.toSeconds())));
      case News.OrganisationSilent(var organisation, var step, int silent, int of) -> {
        sql.update(
            "insert into silence (organisation, step) values (?, ?)"
                + " on conflict (organisation) do update set step = excluded.step",
            organisation,
            step.number());
        ofOrganisation(
            sql,
            at,
            organisation,
            Event.Kind.ORGANISATION_SILENT,
            Map.of(
                "after",
                step.word(),
                "silent",
                Integer.toString(silent),
                "of",
                Integer.toString(of)));
      }
      case News.OrganisationReturned(var organisation) -> {
        sql.update("delete from silence where organisation = ?", organisation);
        ofOrganisation(sql, at, organisation, Event.Kind.ORGANISATION_RETURNED, Map.of());
      }
    }
  }

  private static void ofOrganisation(
      Sql sql, Instant at, String organisation, Event.Kind kind, Map<String, String> details)
      throws SQLException {
    Events.add(
        sql, at, organisation, Optional.empty(), kind, Optional.empty(), Optional.empty(), details);
  }

  private record Known(Presence presence, long step) {}

  /**
   * A device tells something new, which its row does not say yet: who was silent has returned,
   * whoever else is there.
   */
  static void heard(Sql sql, String device, Arrival arrival) throws SQLException {
    Known known =
        sql.one(
                "select presence, silence_step from device where id = ?",
                row -> new Known(row.word(Presence.class, "presence"), row.number("silence_step")),
                device)
            .orElseThrow(() -> new IllegalStateException("no such device"));
    switch (known.presence()) {
      case ONLINE, RETURNED -> {}
      case LATE, NEVER_REPORTED, PARKED, RETIRED ->
          sql.update(
              "update device set presence = 'online', silence_step = 0 where id = ?", device);
      case SILENT -> {
        sql.update(
            "update device set presence = 'returned', returned_at = ?, away_millis = ? - heard_at,"
                + " silence_step = 0 where id = ?",
            arrival.counted(),
            arrival.counted(),
            device);
        Optional<Step> reached = Step.numbered(known.step());
        if (reached.isPresent()) {
          Events.ofDevice(
              sql,
              arrival.receivedAt(),
              device,
              Event.Kind.DEVICE_RETURNED,
              Map.of("after", reached.get().word()));
        }
      }
    }
  }

  /** A device said that it will be silent for a while. */
  static void parked(Sql sql, String device) throws SQLException {
    sql.update("update device set presence = 'parked' where id = ?", device);
  }
}
