package porchlight.central.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import porchlight.central.reports.Answer;
import porchlight.central.reports.Place;

/** What a full report says at a glance. */
public record Headline(
    long sequence, Instant at, Answer answer, OptionalInt score, Optional<Place> place) {}
