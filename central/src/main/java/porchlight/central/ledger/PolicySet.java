package porchlight.central.ledger;

/** What became of a policy that was to be set. */
public sealed interface PolicySet {
  /** In force from now on. */
  record Done() implements PolicySet {}

  /** The organisation has this revision, and revisions only go forward. */
  record NotForward(long held) implements PolicySet {}

  /** There is no such organisation. */
  record NoOrganisation() implements PolicySet {}
}
