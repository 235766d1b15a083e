package porchlight.central.intake;

import java.time.InstantSource;

/** What the clock says, and the time that is counted, which nobody sets. */
public record Clocks(InstantSource wall, InstantSource counted) {}
