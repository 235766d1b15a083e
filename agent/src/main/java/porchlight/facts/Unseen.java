package porchlight.facts;

/** A part that could not be looked into, and why; what else was seen stands. */
public record Unseen(Reason reason, String detail) {}
