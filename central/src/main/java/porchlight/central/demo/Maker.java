package porchlight.central.demo;

/** A kind of laptop: its model and its system, as reports say them. */
record Maker(String model, String family, String system, String version, String arch) {
  /** As an enrolment hints at it. */
  String os() {
    return system + " " + version;
  }
}
