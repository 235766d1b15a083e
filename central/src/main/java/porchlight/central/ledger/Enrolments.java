package porchlight.central.ledger;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import porchlight.central.ledger.Applicant.Claim;
import porchlight.central.reports.Word;

/** How keys become devices. */
final class Enrolments {
  private Enrolments() {}

  static Enrolled enrol(Sql sql, Applicant applicant) throws SQLException {
    if (Nonces.isUsed(sql, applicant.proof())) {
      return new Enrolled.Replayed();
    }
    Keys.used(sql, applicant.proof().keyId());
    Optional<KnownKey> known = Keys.find(sql, applicant.proof().keyId());
    if (known.isPresent()) {
      Nonces.use(sql, applicant.proof());
      return answer(sql, known.get(), false);
    }
    return switch (applicant.claim()) {
      case Claim.Token(String hash) -> byToken(sql, applicant, hash);
      case Claim.CloneOf(String device) -> asClone(sql, applicant, device);
    };
  }

  private record Grant(String organisation, boolean approval) {}

  private static Enrolled byToken(Sql sql, Applicant applicant, String hash) throws SQLException {
    if (!Tokens.pay(sql, hash, applicant.at())) {
      return new Enrolled.BadToken();
    }
    Grant grant =
        sql.one(
                "select organisation, approval from token where hash = ?",
                row -> new Grant(row.text("organisation"), row.number("approval") == 1),
                hash)
            .orElseThrow(() -> new IllegalStateException("the token is gone"));
    Standing standing = grant.approval() ? Standing.PENDING : Standing.ACTIVE;
    return insert(sql, applicant, grant.organisation(), standing, null, null);
  }

  private static Enrolled asClone(Sql sql, Applicant applicant, String device) throws SQLException {
    Optional<KnownKey> origin = Keys.ofDevice(sql, device);
    Optional<String> boot = Clones.told(sql, device, applicant.at());
    if (origin.isEmpty() || boot.isEmpty()) {
      return new Enrolled.NotCloned();
    }
    if (origin.get().standing() != Standing.ACTIVE) {
      return new Enrolled.Barred(origin.get().standing());
    }
    String root = Clones.root(sql, device);
    Optional<Standing> standing = Clones.oneMore(sql, root, applicant.at());
    if (standing.isEmpty()) {
      return new Enrolled.TooMany();
    }
    Clones.became(sql, device, boot.get(), applicant.device());
    return insert(sql, applicant, origin.get().organisation(), standing.get(), device, root);
  }

  private static Enrolled insert(
      Sql sql,
      Applicant applicant,
      String organisation,
      Standing standing,
      @Nullable String clonedFrom,
      @Nullable String root)
      throws SQLException {
    sql.update(
        "insert into device (id, organisation, key_id, key_x, key_y, standing, name,"
            + " name_folded, os, os_folded, agent, machine, cloned_from, clone_root, enrolled_at, last_seen, cadence_seconds, highest, received)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)",
        applicant.device(),
        organisation,
        applicant.proof().keyId(),
        applicant.key().x(),
        applicant.key().y(),
        Word.of(standing),
        applicant.name().orElse(null),
        applicant.name().map(Folded::text).orElse(null),
        applicant.os().orElse(null),
        applicant.os().map(Folded::text).orElse(null),
        applicant.agent(),
        applicant.machine().orElse(null),
        clonedFrom,
        root,
        applicant.at(),
        applicant.at(),
        applicant.cadence().toSeconds());
    if (standing == Standing.ACTIVE) {
      Events.enrolled(sql, applicant.at(), applicant.device());
    }
    Nonces.use(sql, applicant.proof());
    KnownKey made =
        Keys.ofDevice(sql, applicant.device())
            .orElseThrow(() -> new IllegalStateException("the device is gone"));
    return answer(sql, made, true);
  }

  private static Enrolled answer(Sql sql, KnownKey device, boolean isNew) throws SQLException {
    return switch (device.standing()) {
      case PENDING -> new Enrolled.Pending(isNew);
      case REVOKED, RETIRED -> new Enrolled.Barred(device.standing());
      case ACTIVE ->
          new Enrolled.Accepted(
              device.device(),
              Tokens.organisation(sql, device.organisation()),
              isNew,
              device.orders().policy());
    };
  }
}
