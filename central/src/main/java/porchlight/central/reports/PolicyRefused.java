package porchlight.central.reports;

/** A policy of ours that a device kept out, and why in its words. */
public record PolicyRefused(long revision, String why) {}
