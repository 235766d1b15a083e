package porchlight.gather.windows.wifi;

/**
 * A stored network.
 *
 * @param isReadable whether its profile could be read
 * @param mode whether it is joined by itself: {@code auto} or {@code manual}
 */
record Stored(
    String profile,
    String guid,
    boolean isOfPolicy,
    boolean isReadable,
    String network,
    String authentication,
    String encryption,
    String mode,
    boolean transition) {}
