package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import porchlight.central.devices.DeviceState;
import porchlight.central.devices.Point;
import porchlight.central.reports.Answer;
import porchlight.central.reports.Content;
import porchlight.central.reports.Place;
import porchlight.central.reports.Report;
import porchlight.central.reports.Word;

/** Keeps, with each report that says something new, what pages ask. */
final class Headlines {
  /** What waited longer than this was collected by a clock that is wrong. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(8);

  /** What {@code when} says, of a row of the table of reports. */
  static final String WHEN =
      "case when collected_at > received_at or collected_at < received_at - "
          + LONGEST_WAIT.toMillis()
          + " then received_at else collected_at end";

  /** How far back pages look. */
  private static final Duration KEPT = Duration.ofDays(90);

  private Headlines() {}

  /** When something happened: by the device's clock where that can be, else when we heard of it. */
  static Instant when(Instant collected, Instant received) {
    return collected.isAfter(received) || collected.isBefore(received.minus(LONGEST_WAIT))
        ? received
        : collected;
  }

  /** Notes what a report says that has just come. */
  static void note(Sql sql, Arrival arrival, Content content, DeviceState before, DeviceState after)
      throws SQLException {
    Report.Envelope envelope = arrival.report().envelope();
    Instant told = arrival.receivedAt();
    note(
        sql,
        envelope.device(),
        new Point(envelope.sequence(), when(envelope.collectedAt(), told)),
        told,
        content,
        before,
        after);
    if (turned(before, after)) {
      sql.update("update device set answer_told = ? where id = ?", told, envelope.device());
    }
  }

  /** Notes that from now on nothing can be said: what has just come repeats what is not known. */
  static void untold(Sql sql, Arrival arrival, DeviceState before) throws SQLException {
    Report.Envelope envelope = arrival.report().envelope();
    Instant told = arrival.receivedAt();
    sql.update(
        "update device set answer_before = ?, answer_since = ?, answer_told = ? where id = ?",
        answer(before).map(Word::of).orElse(null),
        when(envelope.collectedAt(), told),
        told,
        envelope.device());
  }

  /** Whether the answer is another. */
  static boolean turned(DeviceState before, DeviceState after) {
    return !answer(before).equals(answer(after));
  }

  private static Optional<Answer> answer(DeviceState state) {
    return state.latest().map(latest -> latest.assessment().answer());
  }

  /** Notes what a device said at a point, told when; of its newest also what does not pass. */
  static void note(
      Sql sql,
      String device,
      Point point,
      Instant told,
      Content content,
      DeviceState before,
      DeviceState after)
      throws SQLException {
    Optional<Place> place = content.place();
    OptionalInt score = content.assessment().score();
    sql.update(
        "insert into headline (device, sequence, organisation, at, told_at, answer, score, place,"
            + " kind, sure, standing) select id, cast(? as bigint), organisation, cast(? as bigint),"
            + " cast(? as bigint), ?, cast(? as bigint), ?, ?, ?, ? from device where id = ?"
            + " on conflict do nothing",
        point.sequence(),
        point.at(),
        told,
        Word.of(content.assessment().answer()),
        score.isPresent() ? (Integer) score.getAsInt() : null,
        place.flatMap(Place::id).orElse(null),
        word(place.map(Place::kind)),
        word(place.map(Place::sure)),
        word(place.map(Place::standing)),
        device);
    if (turned(before, after)
        || !answer(after).equals(Optional.of(content.assessment().answer()))) {
      since(sql, device);
    } else {
      notAfter(sql, device, point);
    }
    if (after.newest().sequence() == point.sequence()) {
      sql.update(
          "update device set place = ?, place_kind = ? where id = ?",
          place.flatMap(Place::id).orElse(null),
          word(place.map(Place::kind)),
          device);
      Failing.note(sql, device, point.at(), told, content, after);
      if (!after.isUntold()) {
        Verdicts.note(sql, device, after.latest().orElseThrow().digest(), content);
      }
    }
  }

  private static @Nullable String word(Optional<? extends Enum<?>> constant) {
    return constant.map(Word::of).orElse(null);
  }

  /** The answer of now began with the first report after the last one that said otherwise. */
  private static void since(Sql sql, String device) throws SQLException {
    sql.update(
        "update device set answer_before = (select h.answer from headline h where h.device ="
            + " device.id and h.answer <> device.answer order by h.sequence desc limit 1),"
            + " answer_since = coalesce((select min(h.at) from headline h where h.device = device.id"
            + " and h.sequence > coalesce((select max(x.sequence) from headline x where x.device ="
            + " device.id and x.answer <> device.answer), 0)), answer_since) where id = ?",
        device);
  }

  /** What only repeats the answer moves its beginning back at most: that may be forgotten here. */
  private static void notAfter(Sql sql, String device, Point point) throws SQLException {
    sql.update(
        "update device set answer_since = ? where id = ? and (answer_since is null or answer_since"
            + " > ?) and not exists (select 1 from headline h where h.device = device.id and"
            + " h.answer <> device.answer and h.sequence > ?)",
        point.at(),
        device,
        point.at(),
        point.sequence());
  }

  /** Forgets what is too old for any page, but neither the newest nor what was said before it. */
  static void forget(Sql sql, String device, Instant now) throws SQLException {
    sql.update(
        "delete from headline where device = ? and at < ? and sequence < (select max(n.sequence)"
            + " from headline n where n.device = ?) and sequence <> coalesce((select"
            + " max(o.sequence) from headline o join device d on d.id = o.device where o.device = ?"
            + " and o.answer <> d.answer), 0)",
        device,
        now.minus(KEPT),
        device,
        device);
  }

  /** The newest of a device, newest first. */
  static List<Headline> of(Sql sql, String device, int most) throws SQLException {
    return sql.list(
        "select sequence, at, answer, score, place, kind, sure, standing from headline"
            + " where device = ? order by sequence desc limit ?",
        row ->
            new Headline(
                row.number("sequence"),
                row.time("at"),
                row.word(Answer.class, "answer"),
                score(row),
                place(row)),
        device,
        most);
  }

  static OptionalInt score(Row row) throws SQLException {
    Optional<Long> score = row.maybeNumber("score");
    return score.isPresent() ? OptionalInt.of(score.get().intValue()) : OptionalInt.empty();
  }

  static Optional<Place> place(Row row) throws SQLException {
    return row.maybeText("kind").isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Place(
                row.maybeText("place"),
                row.word(Place.Kind.class, "kind"),
                row.word(Place.Sure.class, "sure"),
                row.word(Place.Standing.class, "standing")));
  }
}
