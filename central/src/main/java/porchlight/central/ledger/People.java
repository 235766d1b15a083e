package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import porchlight.central.people.Person;
import porchlight.central.people.Role;
import porchlight.central.reports.Word;

/** The people who may look, and how they prove who they are. */
final class People {
  private static final String ENABLED_ADMINS =
      "select count(*) as many from person where role = 'admin' and disabled_at is null and id <> ?";

  private People() {}

  static boolean any(Sql sql) throws SQLException {
    return sql.one("select id from person limit 1", row -> row.text("id")).isPresent();
  }

  static List<Person> list(Sql sql) throws SQLException {
    return sql.list("select * from person order by name", People::person);
  }

  static Optional<Person> person(Sql sql, String id) throws SQLException {
    return sql.one("select * from person where id = ?", People::person, id);
  }

  static Optional<Proofs> proofs(Sql sql, String column, String value) throws SQLException {
    return sql.one(
        "select * from person where " + column + " = ?",
        row ->
            new Proofs(
                person(row),
                row.maybeText("password"),
                row.maybeText("seed"),
                row.number("used_step")),
        value);
  }

  static boolean add(Sql sql, Person person) throws SQLException {
    return sql.update(
            "insert into person (id, name, role, organisation, subject, created_at)"
                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
            person.id(),
            person.name(),
            Word.of(person.role()),
            person.organisation().orElse(null),
            person.subject().orElse(null),
            person.createdAt())
        == 1;
  }

  static void password(Sql sql, String id, String password) throws SQLException {
    sql.update("update person set password = ? where id = ?", password, id);
  }

  static boolean rehash(Sql sql, String id, String old, String password) throws SQLException {
    return sql.update(
            "update person set password = ? where id = ? and password = ?", password, id, old)
        == 1;
  }

  static void seed(Sql sql, String id, Optional<String> seed, List<String> recovery)
      throws SQLException {
    sql.update("update person set seed = ?, used_step = 0 where id = ?", seed.orElse(null), id);
    sql.update("delete from recovery_code where person = ?", id);
    for (String hash : recovery) {
      sql.update("insert into recovery_code (person, hash) values (?, ?)", id, hash);
    }
  }

  /** Uses a step up; false when it, or a later one, was used before. */
  static boolean useStep(Sql sql, String id, long step) throws SQLException {
    return sql.update(
            "update person set used_step = ? where id = ? and used_step < ?", step, id, step)
        == 1;
  }

  static boolean useRecovery(Sql sql, String id, String hash) throws SQLException {
    return sql.update("delete from recovery_code where person = ? and hash = ?", id, hash) == 1;
  }

  /** Sets what somebody is; false when nobody would be left to run this central. */
  static boolean role(Sql sql, String id, Role role, Optional<String> organisation)
      throws SQLException {
    return (role == Role.ADMIN || otherAdmins(sql, id))
        && sql.update(
                "update person set role = ?, organisation = ? where id = ?",
                Word.of(role),
                organisation.orElse(null),
                id)
            == 1;
  }

  /** Shuts somebody out; false when nobody would be left to run this central. */
  static boolean disable(Sql sql, String id, Instant now) throws SQLException {
    return otherAdmins(sql, id)
        && sql.update(
                "update person set disabled_at = ? where id = ? and disabled_at is null", now, id)
            == 1;
  }

  static boolean enable(Sql sql, String id) throws SQLException {
    return sql.update("update person set disabled_at = null where id = ?", id) == 1;
  }

  private static boolean otherAdmins(Sql sql, String id) throws SQLException {
    return sql.one(ENABLED_ADMINS, row -> row.number("many"), id).orElse(0L) > 0;
  }

  static Person person(Row row) throws SQLException {
    return new Person(
        row.text("id"),
        row.text("name"),
        row.word(Role.class, "role"),
        row.maybeText("organisation"),
        row.maybeText("subject"),
        row.maybeText("password").isPresent(),
        row.maybeText("seed").isPresent(),
        row.time("created_at"),
        row.maybeTime("disabled_at"));
  }
}
