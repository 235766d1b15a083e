package porchlight.central.ledger;

import java.sql.SQLException;
import java.util.Optional;

/** What is asked of a device: the policy of its organisation, and whether to change its key. */
public record Orders(Optional<PolicyMark> policy, boolean rotateKey) {
  static Orders of(Row row) throws SQLException {
    Optional<Long> revision = row.maybeNumber("policy_revision");
    Optional<PolicyMark> policy =
        revision.isPresent()
            ? Optional.of(new PolicyMark(revision.get(), row.text("policy_digest")))
            : Optional.empty();
    return new Orders(policy, row.number("rotate") == 1 && row.maybeText("next_key_id").isEmpty());
  }
}
