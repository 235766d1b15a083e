package porchlight.central.reports;

import java.util.Optional;

/** Where a laptop is, as far as it tells; {@code id} stands for the place under a key. */
public record Place(Optional<String> id, Kind kind, Sure sure, Standing standing) {
  /** What kind of place. */
  public enum Kind {
    HOME,
    OFFICE,
    GUEST,
    PUBLIC_HOTSPOT,
    PHONE_HOTSPOT,
    WIRED,
    UNKNOWN
  }

  /** How sure that is. */
  public enum Sure {
    SURE,
    LIKELY,
    PERHAPS,
    NOT_AT_ALL
  }

  /** Whether it was there before. */
  public enum Standing {
    NEW,
    KNOWN,
    NOT_TOLD
  }
}
