package porchlight.central.settings;

import java.time.Duration;

/** How long somebody stays signed in: unused, and at the longest. */
public record SessionRule(Duration idle, Duration longest) {}
