package porchlight.central.reports;

/** Where the policy in force on a device is from. */
public enum PolicySource {
  BUILT_IN,
  FILE,
  CENTRAL
}
