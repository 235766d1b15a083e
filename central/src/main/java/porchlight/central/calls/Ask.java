package porchlight.central.calls;

/**
 * What a tech wants proven.
 *
 * @param ticket as their system calls it; up to 60 characters
 * @param called who called, as the tech knows it
 */
public record Ask(Purpose purpose, String ticket, Called called) {}
