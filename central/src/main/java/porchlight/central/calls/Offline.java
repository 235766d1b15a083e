package porchlight.central.calls;

/**
 * The two questions of a proof without a network, eight digits each.
 *
 * @param question the laptop's
 * @param challenge central's
 */
public record Offline(String question, String challenge) {}
