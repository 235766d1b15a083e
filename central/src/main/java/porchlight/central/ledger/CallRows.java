package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import porchlight.central.calls.Ask;
import porchlight.central.calls.Called;
import porchlight.central.calls.Evidence;
import porchlight.central.calls.Message;
import porchlight.central.calls.Offline;
import porchlight.central.calls.Purpose;
import porchlight.central.calls.State;
import porchlight.central.calls.Verification;
import porchlight.central.reports.Word;

/** Verifications as rows. */
final class CallRows {
  private CallRows() {}

  static void add(Sql sql, Verification one) throws SQLException {
    sql.update(
        "insert into verification (id, organisation, device, tech, purpose, ticket, called, words,"
            + " nonce, opened_at, counted_at, state, secret)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        one.id(),
        one.organisation(),
        one.device(),
        one.tech(),
        Word.of(one.ask().purpose()),
        one.ask().ticket(),
        Word.of(one.ask().called()),
        String.join(" ", one.words()),
        one.nonce(),
        one.openedAt(),
        one.countedAt(),
        Word.of(one.state()),
        one.secret().orElse(null));
  }

  /** Writes what a step can change. */
  static void put(Sql sql, Verification one) throws SQLException {
    sql.update(
        "update verification set state = ?, wrong = ?, secret = ?, payload = ?, signature = ?,"
            + " key_id = ?, address = ?, ended_at = ?, message = ?, message_at = ?, read_at = ?,"
            + " question = ?, challenge = ? where id = ?",
        Word.of(one.state()),
        one.wrong(),
        one.secret().orElse(null),
        one.evidence().map(Evidence::payload).orElse(null),
        one.evidence().map(Evidence::signature).orElse(null),
        one.evidence().map(Evidence::keyId).orElse(null),
        one.evidence().map(Evidence::address).orElse(null),
        one.endedAt().orElse(null),
        one.message().flatMap(Message::box).orElse(null),
        one.message().map(Message::at).orElse(null),
        one.message().flatMap(Message::readAt).orElse(null),
        one.offline().map(Offline::question).orElse(null),
        one.offline().map(Offline::challenge).orElse(null),
        one.id());
  }

  static Optional<Verification> find(Sql sql, String id, Within within) throws SQLException {
    return sql.one(
        "select * from verification where id = ?" + within.and(),
        CallRows::verification,
        within.after(id));
  }

  static List<Verification> of(Sql sql, String device, int most, Within within)
      throws SQLException {
    return sql.list(
        "select * from verification where device = ?"
            + within.and()
            + " order by counted_at desc, id limit "
            + most,
        CallRows::verification,
        within.after(device));
  }

  static Optional<Verification> live(Sql sql, String device, Instant counted) throws SQLException {
    return sql.one(
        "select * from verification where device = ? and state in ('open', 'shown', 'signed') and"
            + " counted_at > ? order by counted_at desc limit 1",
        CallRows::verification,
        device,
        counted.minus(Verification.TIME));
  }

  static long opened(Sql sql, String tech, Instant since) throws SQLException {
    return sql.one(
            "select count(*) as many from verification where tech = ? and counted_at > ?",
            row -> row.number("many"),
            tech,
            since)
        .orElse(0L);
  }

  /** How many of a device ended so since then. */
  static long bad(Sql sql, String device, Instant since, List<State> ends) throws SQLException {
    List<String> words = ends.stream().map(Word::of).toList();
    return sql
        .list(
            "select state from verification where device = ? and counted_at > ?",
            row -> row.text("state"),
            device,
            since)
        .stream()
        .filter(words::contains)
        .count();
  }

  static Optional<Instant> firstThere(Sql sql, String device, String place, Within within)
      throws SQLException {
    return sql.one(
            "select min(at) as at from headline where device = ? and place = ?" + within.and(),
            row -> row.maybeTime("at"),
            within.after(device, place))
        .flatMap(at -> at);
  }

  static List<Instant> silences(Sql sql, String device, Instant since, Within within)
      throws SQLException {
    return sql.list(
        "select at from event where at >= ? and device = ? and kind = 'device-silent'"
            + within.and()
            + " order by id desc limit 50",
        row -> row.time("at"),
        within.after(since, device));
  }

  private static Verification verification(Row row) throws SQLException {
    Optional<Evidence> evidence =
        row.maybeText("payload").isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Evidence(
                    row.text("payload"),
                    row.text("signature"),
                    row.text("key_id"),
                    row.text("address")));
    Optional<Message> message =
        row.maybeTime("message_at").isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Message(
                    row.maybeText("message"), row.time("message_at"), row.maybeTime("read_at")));
    Optional<Offline> offline =
        row.maybeText("question").isEmpty()
            ? Optional.empty()
            : Optional.of(new Offline(row.text("question"), row.text("challenge")));
    return new Verification(
        row.text("id"),
        row.text("organisation"),
        row.text("device"),
        row.text("tech"),
        new Ask(
            row.word(Purpose.class, "purpose"),
            row.text("ticket"),
            row.word(Called.class, "called")),
        List.of(row.text("words").split(" ")),
        row.text("nonce"),
        row.time("opened_at"),
        row.time("counted_at"),
        row.word(State.class, "state"),
        (int) row.number("wrong"),
        row.maybeText("secret"),
        evidence,
        row.maybeTime("ended_at"),
        message,
        offline);
  }
}
