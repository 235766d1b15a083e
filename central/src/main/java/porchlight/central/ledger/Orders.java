package porchlight.central.ledger;

import java.sql.SQLException;
import java.util.Optional;

/** What is asked of a device: the policy of its organisation, and whether to change its key. */
public record Orders(Optional<PolicyMark> policy, boolean rotateKey) {
  /** What {@link #of} reads, with {@link #FROM}. */
  static final String COLUMNS =
      "d.rotate, p.revision as policy_revision, p.digest as policy_digest";

  /** Devices, with the policies that they are to have. */
  static final String FROM =
      " from device d join organisation o on o.id = d.organisation"
          + " left join policy p on p.organisation = o.id and p.revision = o.policy_revision ";

  /**
   * To who signs by that key of the device's.
   *
   * @param next whether it is the one that takes the place of the old. Who still signs by the old
   *     is asked again, also when the next is here: it may have been cut off before it knew.
   */
  static Orders of(Row row, boolean next) throws SQLException {
    Optional<Long> revision = row.maybeNumber("policy_revision");
    Optional<PolicyMark> policy =
        revision.isPresent()
            ? Optional.of(new PolicyMark(revision.get(), row.text("policy_digest")))
            : Optional.empty();
    return new Orders(policy, row.number("rotate") == 1 && !next);
  }
}
