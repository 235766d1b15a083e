package porchlight.central.views;

/** A part of the dashboard, with its way in from every page; one without a path is in no menu. */
public enum Section {
  MORNING("Morning", "/"),
  ORGANISATIONS("Organisations", "/organisations"),
  CHECKS("Checks", "/checks"),
  PLACES("Places", "/places"),
  NOTES("Notes", "/notes"),
  OUT("Take away", "/out"),
  SEARCH("", ""),
  OTHER("", "");

  private final String label;
  private final String path;

  Section(String label, String path) {
    this.label = label;
    this.path = path;
  }

  /** The word in the menu. */
  public String label() {
    return label;
  }

  /** Where it begins; empty when the menu does not name it. */
  public String path() {
    return path;
  }
}
