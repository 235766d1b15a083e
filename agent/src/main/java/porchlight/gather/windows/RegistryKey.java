package porchlight.gather.windows;

import java.util.Map;

/**
 * One key.
 *
 * @param values by their names in small letters
 */
record RegistryKey(
    String path, boolean absent, boolean denied, Map<String, RegistryValue> values) {}
