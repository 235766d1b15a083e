package porchlight.central.views;

import porchlight.central.reports.Word;

/** How a device stands at a glance, in the order of who needs a look first. */
public enum Tone {
  UNSAFE("Unsafe"),
  CARE("Care"),
  SILENT("Silent"),
  CANNOT_SAY("Cannot say"),
  WAITING("Not heard yet"),
  PARKED("Parked"),
  SAFE("Safe");

  private final String label;

  Tone(String label) {
    this.label = label;
  }

  /** The word that people read. */
  public String label() {
    return label;
  }

  /** Whether it is an answer of its own that holds now, and no silence. */
  public boolean isAnswer() {
    return switch (this) {
      case UNSAFE, CARE, CANNOT_SAY, SAFE -> true;
      case SILENT, WAITING, PARKED -> false;
    };
  }

  /** The word that the stylesheet and the icons know it by. */
  public String css() {
    return Word.of(this);
  }
}
