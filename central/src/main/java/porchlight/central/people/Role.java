package porchlight.central.people;

/** What somebody is to this central. */
public enum Role {
  /** Runs it: sees every organisation, and says who else may come in. */
  ADMIN,
  /** Works with it: sees every organisation. */
  TECH,
  /** Belongs to one client: reads what is of its own organisation. */
  CLIENT
}
