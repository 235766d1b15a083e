package porchlight.gather.macos.network;

import java.util.Map;
import porchlight.facts.Firewall.Setting;

/**
 * The application firewall of macOS.
 *
 * @param settings what is told of them beside the state; one that is not told is not there
 */
record Alf(AlfState state, Map<Setting, Boolean> settings) {
  Alf {
    settings = Map.copyOf(settings);
  }
}
