package porchlight.gather.windows.wifi;

import java.util.Optional;

/**
 * One radio.
 *
 * @param state WLAN_INTERFACE_STATE
 * @param current {@code ok}, a Win32 code, {@code not-asked}, or empty
 */
record Radio(
    String guid,
    int state,
    String current,
    String network,
    String profile,
    Optional<Long> auth,
    Optional<Long> cipher) {}
