package porchlight.gather.windows.upkeep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.TrustedRoots;
import porchlight.facts.TrustedRoots.Root;
import porchlight.facts.Unseen;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;

/**
 * The lists of trusted authorities that hold nothing but what somebody added: by group policy, from
 * a domain, and by each person; and whether the machine's own list has more than Windows' own.
 */
public final class WinTrustedRoots {
  private static final String POLICY =
      "HKLM\\SOFTWARE\\Policies\\Microsoft\\SystemCertificates\\Root\\Certificates";
  private static final String DOMAIN =
      "HKLM\\SOFTWARE\\Microsoft\\EnterpriseCertificates\\Root\\Certificates";
  private static final String OWN = "Software\\Microsoft\\SystemCertificates\\Root\\Certificates";
  private static final String OWN_POLICY =
      "Software\\Policies\\Microsoft\\SystemCertificates\\Root\\Certificates";

  static final ReadRegistry BY_POLICY = new ReadRegistry(POLICY + "\\*");
  static final ReadRegistry BY_DOMAIN = new ReadRegistry(DOMAIN + "\\*");
  static final ReadRegistry BY_PEOPLE = new ReadRegistry("HKU\\*\\" + OWN + "\\*");
  static final ReadRegistry BY_PEOPLES_POLICY = new ReadRegistry("HKU\\*\\" + OWN_POLICY + "\\*");

  /** All that may be asked: names of keys, which are thumbprints; no certificate. */
  public static final List<Question> QUESTIONS =
      List.of(BY_POLICY, BY_DOMAIN, BY_PEOPLE, BY_PEOPLES_POLICY, MachineRoots.LIST);

  private WinTrustedRoots() {}

  private record Found(List<Root> added, List<Unseen> unseen) {}

  public static Reading<TrustedRoots> read(Machine machine) {
    var found = new Found(new ArrayList<>(), new ArrayList<>());
    everybody(machine, BY_POLICY, POLICY, "trusted by policy", found);
    everybody(machine, BY_DOMAIN, DOMAIN, "trusted by the domain", found);
    people(machine, BY_PEOPLE, OWN, "trusted by a person here", found);
    people(machine, BY_PEOPLES_POLICY, OWN_POLICY, "trusted by a person's policy", found);
    if (MachineRoots.read(machine) instanceof Reading.Unknown<Boolean>(var reason, var detail)) {
      found.unseen().add(new Unseen(reason, detail));
    }
    return Reading.known(
        new TrustedRoots(
            found.added(),
            found.unseen().stream()
                .filter(one -> one.reason() == Reason.NEEDS_PRIVILEGE)
                .findFirst()
                .or(() -> found.unseen().stream().findFirst())));
  }

  private static void everybody(
      Machine machine, ReadRegistry question, String key, String where, Found found) {
    switch (Registry.read(machine, question)) {
      case Reading.Known<Registry>(var registry) -> add(registry, key, where, found);
      case Reading.Unknown<Registry>(var reason, var detail) ->
          found.unseen().add(new Unseen(reason, detail));
    }
  }

  private static void people(
      Machine machine, ReadRegistry question, String below, String where, Found found) {
    switch (Registry.read(machine, question)) {
      case Reading.Known<Registry>(var registry) -> {
        for (String person : registry.people()) {
          add(registry, "HKU\\" + person + "\\" + below, where, found);
          if (registry.denied("HKU\\" + person)) {
            found.unseen().add(new Unseen(Reason.NEEDS_PRIVILEGE, "the registry of somebody else"));
          }
        }
      }
      case Reading.Unknown<Registry>(var reason, var detail) ->
          found.unseen().add(new Unseen(reason, detail));
    }
  }

  private static void add(Registry registry, String key, String where, Found found) {
    if (registry.denied(key)) {
      found.unseen().add(new Unseen(Reason.NEEDS_PRIVILEGE, where + ": may not be read"));
    }
    for (String thumbprint : registry.subkeys(key)) {
      if (thumbprint.matches("[0-9A-Fa-f]{40}")) {
        found.added().add(new Root(thumbprint.toUpperCase(Locale.ROOT), where));
      } else {
        found.unseen().add(new Unseen(Reason.NOT_UNDERSTOOD, where + ": not a thumbprint"));
      }
    }
  }
}
