package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import porchlight.central.signing.DeviceKey;

/** Tokens, keys and the devices they made. */
final class Enrolments {
  private Enrolments() {}

  private record Member(String device, String organisation, Standing standing) {}

  static Enrolled enrol(Sql sql, Applicant applicant) throws SQLException {
    if (!Nonces.use(sql, applicant.proof())) {
      return new Enrolled.Replayed();
    }
    Optional<Member> known =
        sql.one(
            "select d.id, d.standing, o.name from device d join organisation o"
                + " on o.id = d.organisation where d.key_id = ?",
            row ->
                new Member(row.text("id"), row.text("name"), row.word(Standing.class, "standing")),
            applicant.proof().keyId());
    if (known.isPresent()) {
      Member member = known.get();
      return member.standing() == Standing.ACTIVE
          ? new Enrolled.Accepted(member.device(), member.organisation(), false)
          : new Enrolled.Barred(member.standing());
    }
    boolean paid =
        sql.update(
                "update token set uses_left = uses_left - 1"
                    + " where hash = ? and uses_left > 0 and expires_at > ?",
                applicant.tokenHash(),
                applicant.at())
            == 1;
    return paid ? insert(sql, applicant) : new Enrolled.BadToken();
  }

  private static Enrolled insert(Sql sql, Applicant applicant) throws SQLException {
    sql.update(
        "insert into device (id, organisation, key_id, key_x, key_y, standing, name, os, agent,"
            + " enrolled_at, last_seen, cadence_seconds, highest, received)"
            + " select ?, organisation, ?, ?, ?, 'active', ?, ?, ?, ?, ?, ?, 0, 0"
            + " from token where hash = ?",
        applicant.device(),
        applicant.proof().keyId(),
        applicant.key().x(),
        applicant.key().y(),
        applicant.name().map(Storable::text).orElse(null),
        applicant.os().map(Storable::text).orElse(null),
        Storable.text(applicant.agent()),
        applicant.at(),
        applicant.at(),
        applicant.cadence().toSeconds(),
        applicant.tokenHash());
    String organisation =
        sql.one(
                "select o.name from token t join organisation o on o.id = t.organisation"
                    + " where t.hash = ?",
                row -> row.text("name"),
                applicant.tokenHash())
            .orElseThrow(() -> new IllegalStateException("the token is gone"));
    return new Enrolled.Accepted(applicant.device(), organisation, true);
  }

  static Optional<KnownKey> key(Sql sql, String keyId) throws SQLException {
    return sql.one(
        "select id, key_x, key_y, standing from device where key_id = ?",
        row ->
            new KnownKey(
                row.text("id"),
                new DeviceKey(row.text("key_x"), row.text("key_y")),
                row.word(Standing.class, "standing")),
        keyId);
  }

  /** Keeps a token; makes its organisation, under the id given, when the name is new. */
  static void issue(
      Sql sql, String newId, String name, String tokenHash, long uses, Instant expires, Instant now)
      throws SQLException {
    sql.update(
        "insert into organisation (id, name, created_at) values (?, ?, ?) on conflict do nothing",
        newId,
        name,
        now);
    sql.update(
        "insert into token (hash, organisation, uses_left, expires_at, created_at)"
            + " select ?, id, ?, ?, ? from organisation where name = ?",
        tokenHash,
        uses,
        expires,
        now,
        name);
  }

  static boolean stand(Sql sql, String device, String standing) throws SQLException {
    return sql.update("update device set standing = ? where id = ?", standing, device) == 1;
  }
}
