package porchlight.gather.macos.antivirus;

import java.util.Map;
import java.util.Optional;

/**
 * Antivirus programs for the Mac, by what the bundle ids of their extensions begin with. None of
 * them was run here: they are the makers' own names.
 */
final class Makers {
  private static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry("com.avast.", "Avast"),
          Map.entry("com.avg.", "AVG"),
          Map.entry("com.bitdefender.", "Bitdefender"),
          Map.entry("com.cisco.endpoint.", "Cisco Secure Endpoint"),
          Map.entry("com.crowdstrike.falcon.", "CrowdStrike Falcon"),
          Map.entry("com.eset.", "ESET"),
          Map.entry("co.elastic.", "Elastic Defend"),
          Map.entry("com.intego.", "Intego"),
          Map.entry("com.jamf.protect.", "Jamf Protect"),
          Map.entry("com.kaspersky.", "Kaspersky"),
          Map.entry("com.malwarebytes.", "Malwarebytes"),
          Map.entry("com.mcafee.", "Trellix"),
          Map.entry("com.microsoft.wdav.", "Microsoft Defender"),
          Map.entry("com.norton.", "Norton"),
          Map.entry("com.paloaltonetworks.traps.", "Cortex XDR"),
          Map.entry("com.sentinelone.", "SentinelOne"),
          Map.entry("com.sophos.", "Sophos"),
          Map.entry("com.trellix.", "Trellix"),
          Map.entry("com.trendmicro.", "Trend Micro"),
          Map.entry("com.vmware.carbonblack.", "Carbon Black"));

  private Makers() {}

  /** Whose extension it is, if it is one of these. */
  static Optional<String> of(String bundle) {
    return ALL.entrySet().stream()
        .filter(maker -> bundle.startsWith(maker.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
