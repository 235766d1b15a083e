package porchlight.daemon;

/** Why a worker is started. */
public enum Wake {
  /** The resident process has just begun. */
  START,
  SCHEDULE,
  /** The network has changed. */
  NETWORK,
  /** A person asked for it. */
  BY_HAND
}
