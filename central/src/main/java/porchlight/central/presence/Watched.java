package porchlight.central.presence;

/**
 * A device as the watch finds it: how it stood when looked at last, and the number of the last step
 * of its silence that somebody was told (0 for none).
 */
public record Watched(String device, String organisation, Voice voice, Presence known, int told) {}
