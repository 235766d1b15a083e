package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The policies of organisations; every revision is kept, the highest is in force. */
final class Policies {
  private Policies() {}

  private record Held(String organisation, Optional<Long> revision) {}

  static PolicySet set(Sql sql, String name, SignedPolicy policy, Instant now) throws SQLException {
    Optional<Held> held =
        sql.one(
            "select id, policy_revision from organisation where name = ?",
            row -> new Held(row.text("id"), row.maybeNumber("policy_revision")),
            name);
    if (held.isEmpty()) {
      return new PolicySet.NoOrganisation();
    }
    long before = held.get().revision().orElse(0L);
    if (policy.mark().revision() <= before) {
      return new PolicySet.NotForward(before);
    }
    sql.update(
        "insert into policy (organisation, revision, digest, payload, key_id, signature, others, set_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        held.get().organisation(),
        policy.mark().revision(),
        policy.mark().digest(),
        policy.payload(),
        policy.keyId(),
        policy.signature(),
        String.join(" ", policy.others()),
        now);
    sql.update(
        "update organisation set policy_revision = ? where id = ?",
        policy.mark().revision(),
        held.get().organisation());
    return new PolicySet.Done();
  }

  /** The policy in force of an organisation, by its id. */
  static Optional<SignedPolicy> of(Sql sql, String organisation) throws SQLException {
    return one(sql, "o.id = ?", organisation);
  }

  static Optional<SignedPolicy> named(Sql sql, String name) throws SQLException {
    return one(sql, "o.name = ?", name);
  }

  private static Optional<SignedPolicy> one(Sql sql, String which, String value)
      throws SQLException {
    return sql.one(
        "select p.* from organisation o join policy p on p.organisation = o.id"
            + " and p.revision = o.policy_revision where "
            + which,
        row ->
            new SignedPolicy(
                new PolicyMark(row.number("revision"), row.text("digest")),
                row.text("payload"),
                row.text("key_id"),
                row.text("signature"),
                row.maybeText("others").filter(text -> !text.isEmpty()).stream()
                    .flatMap(text -> Stream.of(text.split(" ", -1)))
                    .toList()),
        value);
  }
}
