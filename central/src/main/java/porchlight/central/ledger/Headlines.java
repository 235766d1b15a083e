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
        after);
    if (!answer(before).equals(answer(after))) {
      sql.update("update device set answer_told = ? where id = ?", told, envelope.device());
    }
  }

  private static Optional<Answer> answer(DeviceState state) {
    return state.latest().map(latest -> latest.assessment().answer());
  }

  /** Notes what a device said at a point, told when; of its newest also what does not pass. */
  static void note(
      Sql sql, String device, Point point, Instant told, Content content, DeviceState after)
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
    since(sql, device);
    if (after.newest().sequence() == point.sequence()) {
      sql.update(
          "update device set place = ?, place_kind = ? where id = ?",
          place.flatMap(Place::id).orElse(null),
          word(place.map(Place::kind)),
          device);
      Failing.note(sql, device, point.at(), told, content, after);
      Verdicts.note(sql, device, after.latest().orElseThrow().digest(), content);
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
