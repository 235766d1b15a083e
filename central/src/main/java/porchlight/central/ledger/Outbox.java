package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import porchlight.central.people.Deed;

/** What waits to be told to webhooks. Any method throws LedgerFault or Overloaded. */
public final class Outbox {
  private static final int BATCH = 500;
  private static final String POSTINGS =
      "select e.*, p.hook, p.attempts, p.given_up, p.answer, o.name as organisation_name,"
          + " d.name as device_name from posting p join event e on e.id = p.event"
          + " join organisation o on o.id = e.organisation left join device d on d.id = e.device ";
  private final Database database;
  private final GroupCommit writer;

  Outbox(Database database, GroupCommit writer) {
    this.database = database;
    this.writer = writer;
  }

  /** How a webhook stands: what waits, what was given up, and when it last took something. */
  public record Standing(long waiting, long givenUp, Optional<Instant> takenAt) {}

  /**
   * Hands a webhook the events that came since the last time and that it wants; a new one is handed
   * nothing that was before it. Returns whether there may be more.
   */
  public boolean hand(String hook, Predicate<Posting> wants, Instant now) {
    return writer.write(sql -> {
      long told =
          sql.one("select told from hook where name = ?", row -> row.number("told"), hook)
              .orElse(-1L);
      if (told < 0) {
        sql.update("insert into hook (name, told) values (?, ?)", hook, Events.newest(sql));
        return false;
      }
      List<Posting> news =
          sql.list(
              "select e.*, cast(? as text) as hook, 0 as attempts, 0 as given_up, '' as answer,"
                  + " o.name as organisation_name, d.name as device_name from event e"
                  + " join organisation o on o.id = e.organisation"
                  + " left join device d on d.id = e.device where e.id > ? order by e.id limit ?",
              Outbox::posting,
              hook,
              told,
              BATCH);
      for (Posting one : news) {
        if (wants.test(one)) {
          sql.update(
              "insert into posting (hook, event, subject, due_at) values (?, ?, ?, ?)"
                  + " on conflict do nothing",
              hook,
              one.event().id(),
              one.subject(),
              now);
        }
      }
      if (!news.isEmpty()) {
        sql.update("update hook set told = ? where name = ?", news.getLast().event().id(), hook);
      }
      return news.size() == BATCH;
    });
  }

  /** What a webhook is to be told now, oldest first; of one subject the oldest alone. */
  public List<Posting> due(String hook, Instant now) {
    return database.read(sql ->
        sql.list(
            POSTINGS
                + "where p.hook = ? and p.given_up = 0 and p.due_at <= ? and not exists (select 1"
                + " from posting q where q.hook = p.hook and q.subject = p.subject"
                + " and q.event < p.event and q.given_up = 0) order by p.event limit ?",
            Outbox::posting,
            hook,
            now,
            BATCH));
  }

  /** A webhook took it. */
  public void taken(Posting posting, Instant now) {
    writer.write(sql -> {
      sql.update("update hook set taken_at = ? where name = ?", now, posting.hook());
      return sql.update(
          "delete from posting where hook = ? and event = ?", posting.hook(), posting.event().id());
    });
  }

  /** A webhook did not take it: it is tried again when {@code due}, or never when given up. */
  public void failed(Posting posting, String answer, boolean givenUp, Instant due) {
    writer.write(sql ->
        sql.update(
            "update posting set attempts = attempts + 1, answer = ?, given_up = ?, due_at = ?"
                + " where hook = ? and event = ?",
            answer,
            givenUp ? 1 : 0,
            due,
            posting.hook(),
            posting.event().id()));
  }

  /** The newest that a webhook has given up, newest first. */
  public List<Posting> givenUp(String hook, int most) {
    return database.read(sql ->
        sql.list(
            POSTINGS + "where p.hook = ? and p.given_up = 1 order by p.event desc limit ?",
            Outbox::posting,
            hook,
            most));
  }

  /** Everything that a webhook has given up waits again; false when it was nothing. */
  public boolean again(String hook, Deed deed) {
    return AuditLog.doing(
        writer,
        deed,
        sql ->
            sql.update(
                    "update posting set given_up = 0, attempts = 0, due_at = ? where hook = ?"
                        + " and given_up = 1",
                    deed.at(),
                    hook)
                > 0);
  }

  /** How a webhook stands. */
  public Standing standing(String hook) {
    return database.read(sql ->
        new Standing(
            count(sql, hook, 0),
            count(sql, hook, 1),
            sql.one(
                    "select taken_at from hook where name = ?",
                    row -> row.maybeTime("taken_at"),
                    hook)
                .flatMap(at -> at)));
  }

  /** The newest event's id; 0 when there is none. */
  public long newestEvent() {
    return database.read(Events::newest);
  }

  /** Forgets the webhooks that are not among these, with all that waits for them. */
  public void only(Collection<String> hooks) {
    writer.write(sql -> {
      List<String> known =
          sql.list("select name from hook union select hook from posting", row -> row.text("name"));
      for (String gone : known) {
        if (!hooks.contains(gone)) {
          sql.update("delete from posting where hook = ?", gone);
          sql.update("delete from hook where name = ?", gone);
        }
      }
      return true;
    });
  }

  /** Gives up what a webhook should have been told before then, while nobody was there to do it. */
  public void giveUp(String hook, Instant before) {
    writer.write(sql ->
        sql.update(
            "update posting set given_up = 1, answer = 'too late' where hook = ? and given_up = 0"
                + " and due_at < ?",
            hook,
            before));
  }

  /** Forgets what a webhook gave up before then. */
  public void forget(String hook, Instant before) {
    writer.write(sql ->
        sql.update(
            "delete from posting where hook = ? and given_up = 1 and due_at < ?", hook, before));
  }

  /** Whether a digest of this week was not sent to somebody yet; from now on it was. */
  public boolean claim(String organisation, String week, String recipient, Instant now) {
    return writer.write(sql ->
        sql.update(
                "insert into digest (organisation, week, recipient, sent_at)"
                    + " values (?, ?, ?, ?) on conflict do nothing",
                organisation,
                week,
                recipient,
                now)
            == 1);
  }

  /** It was not sent after all. */
  public void unclaim(String organisation, String week, String recipient) {
    writer.write(sql ->
        sql.update(
            "delete from digest where organisation = ? and week = ? and recipient = ?",
            organisation,
            week,
            recipient));
  }

  private static long count(Sql sql, String hook, int givenUp) throws SQLException {
    return sql.one(
            "select count(*) as n from posting where hook = ? and given_up = ?",
            row -> row.number("n"),
            hook,
            givenUp)
        .orElse(0L);
  }

  private static Posting posting(Row row) throws SQLException {
    Event event = Events.event(row);
    return new Posting(
        row.text("hook"),
        event,
        new Organisation(event.organisation(), row.text("organisation_name")),
        row.maybeText("device_name"),
        (int) row.number("attempts"),
        row.number("given_up") == 1,
        row.text("answer"));
  }
}
