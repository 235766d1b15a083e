package porchlight.facts;

import java.util.List;
import java.util.Locale;

/** Where this laptop keeps data, and whether somebody who takes its drive could read them. */
public record Disks(List<Place> places) {

  public Disks {
    places = List.copyOf(places);
  }

  /**
   * A place where data rest.
   *
   * @param name {@code /}, {@code /home}, {@code swap}, {@code C:}
   */
  public record Place(String name, Reading<Protection> protection) {}

  /** What guards the data of a place while the laptop is off. */
  public enum Protection {
    ENCRYPTED,
    /** Encrypted, but the key lies open beside the data. */
    SUSPENDED,
    PLAIN;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
