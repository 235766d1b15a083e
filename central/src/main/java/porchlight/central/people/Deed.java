package porchlight.central.people;

import java.time.Instant;

/**
 * One thing that somebody did, for the audit log.
 *
 * @param who what they are called
 * @param address where they came from; empty from the command line
 * @param target on whom or what
 * @param detail what more there is to say; never a secret
 */
public record Deed(Instant at, String who, String address, Act act, String target, String detail) {}
