package porchlight.gather.windows.network;

import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;

/** What a company demands of the resolver. */
final class DnsPolicy {
  private static final String KEY = "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\DNSClient";

  static final ReadRegistry POLICY =
      new ReadRegistry(KEY, "DoHPolicy", "EnableMulticast", "EnableMDNS", "EnableNetbios");

  private DnsPolicy() {}

  /** One number of it; empty where nothing is demanded. */
  static Reading<Optional<Long>> number(Machine machine, String name) {
    return Registry.read(machine, POLICY).flatMap(policy -> policy.number(KEY, name));
  }
}
