package porchlight.uplink.road.pac;

/** The language's two ways to say that there is no value. */
enum Nothing {
  UNDEFINED,
  NULL
}
