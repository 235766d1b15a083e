package porchlight.central.views;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import porchlight.central.people.Role;

/**
 * What stands around every page: where in the menu it is, as of when it speaks, whether it keeps
 * itself up to date, and whether whoever reads it is known, without which there is no menu.
 */
public record Frame(
    Section section,
    Moment asOf,
    String clock,
    boolean live,
    boolean known,
    Optional<Reader> reader) {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  /** A page that keeps itself up to date. */
  public static Frame live(Section section, Instant now) {
    return new Frame(section, Moment.of(now, now), CLOCK.format(now), true, true, Optional.empty());
  }

  /** A page that stays as it is, such as one with a form. */
  public static Frame still(Section section, Instant now) {
    return new Frame(
        section, Moment.of(now, now), CLOCK.format(now), false, true, Optional.empty());
  }

  /** A page for somebody who is not known. */
  public static Frame outside() {
    Instant never = Instant.EPOCH;
    return new Frame(Section.OTHER, Moment.of(never, never), "", false, false, Optional.empty());
  }

  /** The same, for this reader. */
  public Frame readBy(Reader who) {
    return new Frame(section, asOf, clock, live, known, Optional.of(who));
  }

  /** The parts of the dashboard that its reader may see. */
  public List<Section> menu() {
    return Stream.of(Section.values())
        .filter(part -> !part.path().isEmpty())
        .filter(part -> part.isFor(reader))
        .toList();
  }

  /** Whether its reader writes notes, which clients do not. */
  public boolean writes() {
    return reader.filter(who -> who.role() != Role.CLIENT).isPresent();
  }

  /** What a form on the page carries; empty where its reader is not known. */
  public String csrf() {
    return reader.map(Reader::csrf).orElse("");
  }
}
