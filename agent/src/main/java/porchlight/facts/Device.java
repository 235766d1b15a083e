package porchlight.facts;

/**
 * This laptop.
 *
 * @param name the host name
 * @param family {@code linux}, {@code macos}, {@code windows} or {@code other}
 * @param system {@code Debian GNU/Linux}
 * @param version {@code 12 (bookworm)}; empty when there is none
 * @param arch {@code amd64}
 * @param model maker and model; empty when the firmware does not say
 */
public record Device(
    String name, String family, String system, String version, String arch, String model) {}
