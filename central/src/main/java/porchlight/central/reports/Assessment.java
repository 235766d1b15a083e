package porchlight.central.reports;

import java.util.OptionalInt;

/**
 * The answer with its score (0 to 100, absent when nothing could be assessed) and its coverage:
 * {@code assessed} checks could see, {@code blind} could not.
 */
public record Assessment(Answer answer, OptionalInt score, int assessed, int blind) {}
